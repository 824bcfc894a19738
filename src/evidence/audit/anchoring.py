"""The passages of a work that may carry a claim, and the one that an evidence line is to name."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from evidence.audit.claim_lines import claims_file
from evidence.audit.line_locators import located, table_line
from evidence.audit.line_to_judge import LineToJudge, line_to_judge
from evidence.audit.noted_edits import write_noted
from evidence.audit.resolution import Progress
from evidence.edits.claims.editing import ClaimsEdit, edit_claims
from evidence.edits.claims.line_change import LineChange, Value
from evidence.edits.lock import LockEdit, edit_lock, seal
from evidence.errors import InputError
from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.passages import propose_passages
from evidence.matching.anchors.proposal import Proposal
from evidence.model.anchor import Anchor, AnchorState
from evidence.model.claim import EvidenceLine
from evidence.model.place import Place
from evidence.model.reference import Reference
from evidence.model.work import Work
from evidence.project import Project
from evidence.registries.interface import Registries
from evidence.sources.lock import LOCK_FILE
from evidence.sources.synonyms import synonyms_of


@dataclass(frozen=True, slots=True)
class LineToAnchor(LineToJudge):
    """An evidence line, and the passages of its work's texts that may carry the claim.

    `finder` finds words in these texts.
    """

    proposals: tuple[Proposal, ...]
    finder: AnchorFinder = field(compare=False, repr=False)

    def look_for(self, quote: str) -> Anchor:
        """What becomes of these words in the texts; where they stand several times, as the line's
        own page and section tell which is meant.
        """
        line = replace(self.line, quote=quote, prefix="", suffix="")
        bare = self.finder.anchor(replace(line, page="", section=""))
        return self.finder.anchor(line) if bare.state is AnchorState.AMBIGUOUS else bare


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What a line is to name, not written yet: the edits that do, and where the line stands.

    `line` is the line as it will stand; `anchor` tells what its quote is found as, None where it
    names a table cell.
    """

    subject: LineToAnchor
    line: EvidenceLine
    anchor: Anchor | None
    place: Place
    claims: ClaimsEdit
    lock: LockEdit


def find_passages(
    project: Project,
    claim: str,
    key: str = "",
    *,
    at: int | None = None,
    registries: Registries | None = None,
    cache_dir: Path | str | None = None,
    limit: int = 5,
    progress: Progress = lambda *_: None,
) -> LineToAnchor:
    """The passages of a work that most likely carry a claim, the best first.

    The line is the claim's only one for the entry `key`, or the `at`-th of them, from 1; without
    `key` the claim must have one line. Without `registries` nobody is asked for the work's record
    and abstract. `cache_dir` is the folder where what was drawn from files is kept, if anywhere.
    Raises InputError when there is no such claim, line or entry, with those that may have been
    meant, and for a file of synonyms or a folder of sources that cannot be used.
    """
    read = line_to_judge(
        project, claim, key, at=at, registries=registries, cache_dir=cache_dir, progress=progress
    )
    finder = AnchorFinder(read.texts, first_page=_pages(read.reference, read.work))
    synonyms = synonyms_of(project.settings)
    proposals = propose_passages(read.claim, finder, limit=limit, synonyms=synonyms)
    known = {part.name: getattr(read, part.name) for part in fields(read)}
    return LineToAnchor(**known, proposals=proposals, finder=finder)


def anchor(project: Project, subject: LineToAnchor, chosen: Proposal | str) -> Anchoring:
    """The line with the passage that was chosen, or with these words of the work.

    Words set the line's `quote`, and its `page` and `section` as far as the text has them; a cell
    sets its `table`, and leaves a quote that is there alone, with its place. `prefix` and `suffix`
    are set only where words stand several times, and page and section do not tell which is meant.
    What is to be written was found again. Nothing is written. Raises InputError when the words do
    not stand in the texts, or in several places that nothing tells apart, and when one of the files
    cannot be read or edited.
    """
    found: Anchor | None = None
    if isinstance(chosen, Proposal) and chosen.table:
        line = table_line(subject.line, chosen.table, chosen.passage, subject.finder)
    else:
        line, found = located(subject.line, *_words(subject, chosen), subject.finder, subject.texts)
    return _anchoring(project, subject, line, found)


def write_anchoring(anchoring: Anchoring) -> None:
    """Write the claims file and the lock, each whole or not at all.

    Raises InputError when one of them is not what it was when it was read, with neither written;
    and when one cannot be written: then the claims file is put back as it was, and where that fails
    as well, the message says so.
    """
    write_noted(
        anchoring.claims,
        anchoring.lock,
        what="the passage",
        again="anchor again to note which text it is from",
    )


def _anchoring(
    project: Project, subject: LineToAnchor, line: EvidenceLine, found: Anchor | None
) -> Anchoring:
    claim, at = subject.claim, subject.index
    evidence = (*claim.evidence[:at], line, *claim.evidence[at + 1 :])
    after = replace(claim, evidence=evidence)
    values = dict(_values(line, subject.line))
    claims = edit_claims(claims_file(project, claim), changes=[LineChange(claim.id, at, values)])
    made = seal(after, line, subject.work, subject.files)
    lock = edit_lock(project.settings.root / LOCK_FILE, after, made)
    place = claims.place_of(claim.id, at, "quote" if found else "table")
    return Anchoring(subject, line, found, place, claims, lock)


def _words(subject: LineToAnchor, chosen: Proposal | str) -> tuple[str, int, str]:
    """The words to quote, and where they begin in which file."""
    if isinstance(chosen, Proposal):
        return chosen.quote, chosen.passage.start, chosen.file
    quote = " ".join(chosen.split())
    found = subject.look_for(quote)
    if not found.is_found:
        raise InputError(f"the words do not stand in the text of `{subject.reference.key}`")
    if found.state is AnchorState.AMBIGUOUS:
        count = len(found.passages)
        raise InputError(f"the words stand {count} times in the text of `{subject.reference.key}`")
    return quote, found.passages[0].start, found.file


def _values(line: EvidenceLine, before: EvidenceLine) -> Iterator[tuple[str, Value]]:
    """The keys that are to get other values."""
    for key in ("quote", "page", "section", "prefix", "suffix"):
        value = getattr(line, key)
        if value != getattr(before, key):
            yield key, value or None
    table = line.table
    if table and table != before.table:
        cell = {"label": table.label, "row": table.row, "column": table.column, "cell": table.cell}
        yield "table", cell


def _pages(reference: Reference, work: Work | None) -> str:
    return work.pages if work else reference.text("pages")
