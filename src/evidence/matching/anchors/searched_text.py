"""A text of a work as it is searched: folded once, with its sentences, pages and sections."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from evidence.matching.anchors.folding import Folded, Span
from evidence.matching.anchors.nearest import WordIndex
from evidence.matching.anchors.pages import PageNames
from evidence.matching.anchors.sections import Sections
from evidence.model.anchor import Passage
from evidence.model.document import Citation, Statement
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText
from evidence.sources.documents.statements.marker_guards import Surroundings
from evidence.sources.documents.statements.superscript_guards import is_flattened_after_word

_LEAST_OF_WORDS: Final = 0.5
_TELLING: Final = re.compile(r"[a-z]{4,}", re.ASCII)
_CLOSING: Final = ".,;:)]"
_HYPHENS: Final = "-‐‑"
_GLUED: Final = re.compile(
    r"(?<=[a-z]{4})(?:\d{1,3}(?:[,–-]\d{1,3})*|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*)"
    r"(?![\w⁰¹²³⁴⁵⁶⁷⁸⁹-])"
)
_PART_END: Final = re.compile(r"[,;:]\s")
_POWER: Final = re.compile(r"(?<=x 10)\^(?=-?\d)")


class SearchedText:
    """A text in which quotes are looked for; nothing is made of it before it is needed."""

    def __init__(self, source: SourceText, record_pages: str = "") -> None:
        self.source = source
        self.document = source.document
        self.is_full = source.depth is Depth.FULL_TEXT
        self._record_pages = record_pages

    @cached_property
    def folded(self) -> Folded:
        """The text without its citation markers."""
        spans = sorted((each.start, each.end) for each in self.document.citations)
        return Folded(self.document.text, [Span(*each) for each in spans])

    @cached_property
    def with_markers(self) -> Folded:
        """The text with its citation markers, as some copy them into their quotes."""
        return Folded(self.document.text) if self.document.citations else self.folded

    @cached_property
    def without_glued(self) -> Folded:
        """The text also without the digits at the end of words which may be markers too."""
        text = self.document.text
        spans = [Span(each.start, each.end) for each in self.document.citations]
        spans += [
            Span(*found.span())
            for found in _GLUED.finditer(text)
            if is_flattened_after_word(Surroundings.of(text, *found.span()))
        ]
        return Folded(text, sorted(spans, key=lambda each: (each.start, each.end)))

    @cached_property
    def words(self) -> WordIndex:
        """The words of the text, for finding what is like a quote."""
        return WordIndex(self.folded, self.document.text, self.without_markers)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences and the captions of tables, in the order of the text."""
        captions = (table.caption for table in self.document.tables)
        both = (*self.document.statements, *captions)
        return tuple(sorted(both, key=lambda each: (each.start, each.end)))

    @cached_property
    def _ends(self) -> list[int]:
        return [each.end for each in self.statements]

    @cached_property
    def _sections(self) -> Sections:
        return Sections(self.document, is_abstract=not self.is_full)

    @cached_property
    def _pages(self) -> PageNames:
        return PageNames(self.document, self._record_pages)

    @cached_property
    def _lower(self) -> str:
        lower = self.document.text.lower()
        for hyphen in _HYPHENS:
            lower = lower.replace(hyphen, "")
        return lower

    @cached_property
    def _has_glued(self) -> bool:
        return bool(_GLUED.search(self.document.text))

    def may_hold(self, wanted: Folded) -> bool:
        """Whether enough of the words are there for a search to be worth its while.

        A line's end may part some of them, but not half.
        """
        if "\u00ad" in self._lower:
            return True
        words = _TELLING.findall(wanted.text)
        there = sum(word in self._lower for word in words)
        return there >= len(words) * _LEAST_OF_WORDS

    def find(self, wanted: Folded) -> list[Span]:
        """Where the words stand, with or without the text's own citation markers.

        A text that has no raised digits at all has lost them: `5 × 106` may be a power there.
        """
        if not self.may_hold(wanted):
            return []
        found = self.folded.find(wanted) or self.with_markers.find(wanted)
        if not found and self._has_glued:
            found = self.without_glued.find(wanted)
        if not found and _POWER.search(wanted.text) and "^" not in self.folded.text:
            found = self.folded.find(Folded(_POWER.sub("", wanted.text)))
        return found

    def sentences(self, span: Span) -> Sequence[Statement]:
        """The sentences that a span stands in, none where it stands in a heading."""
        first = bisect_left(self._ends, span.start + 1)
        last = first
        while last < len(self.statements) and self.statements[last].start < span.end:
            last += 1
        return self.statements[first:last]

    def sentence_behind(self, one: Statement) -> Statement | None:
        """The sentence that follows in the same paragraph."""
        at = bisect_left(self._ends, one.end + 1)
        if at < len(self.statements) and self.statements[at].paragraph == one.paragraph:
            return self.statements[at]
        return None

    def passage(self, span: Span) -> Passage:
        """The span with its whole sentences, and where it stands."""
        sentences = self.sentences(span)
        place = sentences[0].place if sentences else Place(self.document.file)
        labels = (
            label
            for each in sentences
            for marker in each.citations
            if not self._is_of_the_rest(marker, span)
            for label in marker.labels
        )
        return Passage(
            text=self.document.text[span.start : span.end],
            start=span.start,
            end=span.end,
            place=place,
            sentence=" ".join(each.text for each in sentences),
            pages=self._pages.of(span.start, span.end - 1),
            section=self._sections.path(span.start),
            cites=tuple(dict.fromkeys(labels)),
        )

    def _is_of_the_rest(self, marker: Citation, span: Span) -> bool:
        """Whether a citation stands behind a span, in another part of its sentence: it is for that
        part.
        """
        return marker.start >= span.end and bool(
            _PART_END.search(self.document.text, span.end, marker.start)
        )

    def unmarked(self, span: Span) -> Passage:
        """The passage, with its words also without the citation markers in it."""
        return replace(self.passage(span), unmarked=self.without_markers(span.start, span.end))

    def row_passage(self, wanted: Folded) -> Passage | None:
        """The row of a table that holds the words, at the table's caption."""
        for table in self.document.tables:
            for row in table.rows:
                text = " ".join(filter(None, row))
                found = Folded(text).find(wanted)
                if found:
                    at = Span(table.caption.start, table.caption.start + 1)
                    shown = self.passage(at)
                    return Passage(
                        text=text[found[0].start : found[0].end],
                        start=at.start,
                        end=at.start,
                        place=table.caption.place,
                        sentence=text,
                        pages=shown.pages,
                        section=shown.section,
                        cites=table.caption.labels,
                    )
        return None

    def without_markers(self, start: int, end: int) -> str:
        """The characters from `start` to `end` on one line, citation markers cut out."""
        text, pieces, at = self.document.text, [], start
        for marker in self.document.citations:
            if start <= marker.start and marker.end <= end and marker.start >= at:
                before = text[at : marker.start]
                is_closed = text[marker.end : marker.end + 1] in tuple(_CLOSING)
                pieces.append(before.rstrip() if is_closed else before)
                at = marker.end
        return " ".join("".join((*pieces, text[at:end])).split())
