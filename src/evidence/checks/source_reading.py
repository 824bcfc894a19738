"""All that is asked of the texts of one work, read once for all the lines that name it."""

from collections.abc import Sequence
from functools import cached_property

from evidence.checks.support import LineSupport
from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.names.named_subjects import NamedSubjects
from evidence.matching.quantities.stated_quantities import StatedQuantities
from evidence.matching.studies.read_study import ReadStudy, read_study
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.reference import Reference
from evidence.model.source_text import SourceText, depth_of
from evidence.model.synonyms import Synonyms
from evidence.model.work import Work


class SourceReading:
    """The texts of one work; what is found out about them is found out once, when it is asked for.

    `texts` may be empty: then the title is all that is known.
    """

    def __init__(
        self,
        reference: Reference,
        work: Work | None,
        texts: Sequence[SourceText],
        synonyms: Synonyms,
    ) -> None:
        self.texts = tuple(texts)
        self.depth = depth_of(texts)
        self._pages = work.pages if work else ""
        pages = self._pages or reference.text("pages")  # many records have none
        self._finder = AnchorFinder(texts, first_page=pages)
        self._quantities = StatedQuantities(texts)
        self._subjects = NamedSubjects(reference, work, texts, synonyms)
        self._of = reference, work

    @cached_property
    def _study(self) -> ReadStudy:
        return read_study(*self._of, self.texts)

    def support(self, claim: Claim, line: EvidenceLine) -> LineSupport:
        """What the work says of the claim, by this line."""
        return LineSupport(
            line=line,
            depth=self.depth,
            anchor=self._finder.anchor(line) if line.quote else None,
            cell=self._finder.cell(line.table) if line.table else None,
            unstated=self._quantities.unstated(claim),
            naming=self._subjects.naming(claim),
            study=self._study.of_line(line),
            files=tuple((text.file, text.sha256) for text in self.texts if text.file),
            pages=self._pages,
        )
