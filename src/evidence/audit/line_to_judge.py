"""An evidence line, and what there is to judge it by."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evidence.audit.claim_lines import claim_line
from evidence.audit.resolution import Progress
from evidence.audit.work_texts import WorkTexts
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.reference import Reference
from evidence.model.source_text import Depth, SourceText, UnreadableSource, depth_of
from evidence.model.work import Work
from evidence.project import Project
from evidence.registries.interface import Registries
from evidence.sources.texts.kept_files import kept_folder
from evidence.sources.texts.shelf import shelf_of

_READING: Final = "reading sources"


@dataclass(frozen=True, slots=True)
class LineToJudge:
    """An evidence line, and the texts of its work.

    `index` is the line's position in the claim; `work` is None where there is no registry's record.
    `files` are the files of the work that are at hand, `unreadable` those that could not be read.
    """

    claim: Claim
    index: int
    reference: Reference
    work: Work | None
    files: tuple[Path, ...]
    texts: tuple[SourceText, ...]
    unreadable: tuple[UnreadableSource, ...]

    @property
    def line(self) -> EvidenceLine:
        """The line as it stands."""
        return self.claim.evidence[self.index]

    @property
    def title(self) -> str:
        """The work's title by its record, else by its entry."""
        return (self.work.title if self.work else "") or self.reference.title

    @property
    def depth(self) -> Depth:
        """How much of the work could be read."""
        return depth_of(self.texts)


def line_to_judge(
    project: Project,
    claim: str,
    key: str = "",
    *,
    at: int | None = None,
    registries: Registries | None = None,
    cache_dir: Path | str | None = None,
    progress: Progress = lambda *_: None,
) -> LineToJudge:
    """The claim's line for the entry `key`: the only one, or the `at`-th of them, from 1.

    Without `key` the claim must have one line. Without `registries` nobody is asked for the work's
    record and abstract. `cache_dir` is the folder where what was drawn from files is kept, if
    anywhere. Raises InputError when there is no such claim, line or entry, with those that may have
    been meant, and for a folder of sources that cannot be looked through.
    """
    found = claim_line(project, claim, key, at=at, registries=registries, progress=progress)
    reference = found.result.reference
    shelf = shelf_of(
        project.settings,
        keys=project.keys,
        kept=kept_folder(cache_dir) if cache_dir else None,
    )
    progress(_READING, 0, 1)
    results = {reference.key: found.result}
    texts, unreadable = WorkTexts(shelf, results, registries, results).read(reference.key, progress)
    progress(_READING, 1, 1)
    return LineToJudge(
        claim=found.claim,
        index=found.index,
        reference=reference,
        work=found.result.cited_work,
        files=shelf.files(reference.key),
        texts=texts,
        unreadable=unreadable,
    )
