"""A block in its place in the document's text, as statements with their citations."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from evidence.model.document import Citation, Statement
from evidence.sources.documents.interface import Block
from evidence.sources.documents.statements.editorial_notes import editorial_notes
from evidence.sources.documents.statements.markers import (
    CUT,
    KEPT,
    Marker,
    hide,
    without_private_use,
)
from evidence.sources.documents.statements.sentences import sentences
from evidence.sources.documents.statements.statement_text import with_exponents, without_markers


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its markers, from `offset` of the document's text on."""

    block: Block
    markers: tuple[Marker, ...]
    offset: int
    paragraph: int
    section: str

    def text(self) -> str:
        """All of it on one line, without its markers."""
        return without_markers(self._shown())

    def printed(self) -> str:
        """All of it as it stands, with what is raised and cites nothing as it looks."""
        text, at = self.block.text, 0
        raised = with_exponents(text, self.block.superscripts)
        pieces: list[str] = []
        for marker in sorted(self.markers, key=lambda each: each.start):
            pieces += raised[at : marker.start], text[max(at, marker.start) : marker.end]
            at = max(at, marker.end)
        return "".join((*pieces, raised[at:]))

    def statements(self) -> tuple[Statement, ...]:
        """Its sentences; what holds nothing but markers belongs to the sentence before it.

        At the beginning it belongs to the sentence after it: `[3]. It fell`.
        """
        text = without_private_use(self.block.text)
        hidden = hide(text, [*self.markers, *editorial_notes(text)])
        spans: list[tuple[int, int]] = []
        for start, end in sentences(hidden):
            if spans and not _says_something(hidden[start:end]):
                spans[-1] = spans[-1][0], end
            elif len(spans) == 1 and _is_marker_alone(hidden[slice(*spans[0])]):
                spans[0] = spans[0][0], end
            else:
                spans.append((start, end))
        shown = self._shown()
        return tuple(
            self._statement(shown, *span, citations)
            for span, citations in zip(spans, self._attached(spans), strict=True)
            if citations or _says_something(hidden[slice(*span)])
        )

    def caption(self, start: int) -> Statement:
        """All of it as one statement, whose words begin at `start`."""
        citations = tuple(self._citation(each) for each in self.markers)
        return self._statement(self._shown(), start, len(self.block.text), citations)

    def _shown(self) -> str:
        """The text with what is to be cut hidden, and what is raised as it looks."""
        text = without_private_use(self.block.text)
        cut = [each for each in self.markers if not each.is_narrative]
        cut += editorial_notes(text)
        return hide(with_exponents(text, self.block.superscripts), cut)

    def _attached(self, spans: Sequence[tuple[int, int]]) -> list[tuple[Citation, ...]]:
        """For each sentence the citations that stand in it."""
        attached: list[list[Citation]] = [[] for _ in spans]
        for marker in self.markers:
            index = bisect_right(spans, marker.start, key=itemgetter(0)) - 1
            attached[max(index, 0)].append(self._citation(marker))
        return [tuple(each) for each in attached]

    def _citation(self, marker: Marker) -> Citation:
        return Citation(
            self.block.text[marker.start : marker.end],
            marker.form,
            marker.cited,
            self.offset + marker.start,
            self.offset + marker.end,
            self.block.place(marker.start),
        )

    def _statement(
        self, shown: str, start: int, end: int, citations: tuple[Citation, ...]
    ) -> Statement:
        return Statement(
            without_markers(shown[start:end]),
            self.offset + start,
            self.offset + end,
            self.block.place(start),
            citations,
            self.paragraph,
            self.section,
            self.block.page_at(start),
        )


def _is_marker_alone(hidden: str) -> bool:
    return hidden.startswith(CUT) and not _says_something(hidden)


def _says_something(hidden: str) -> bool:
    return KEPT in hidden or any(map(str.isalnum, hidden))
