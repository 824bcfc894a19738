"""Quotes and table cells looked for in the texts of one work."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence.matching.anchors.cells import best, find_cell
from evidence.matching.anchors.cuts import cut_qualifier, left_behind
from evidence.matching.anchors.nearest import Near
from evidence.matching.anchors.occurrences import (
    Occurrence,
    Search,
    is_between,
    passages,
    search,
)
from evidence.matching.anchors.pages import is_on_page
from evidence.matching.anchors.quotation import Piece, read_quote
from evidence.matching.anchors.searched_text import SearchedText
from evidence.matching.anchors.sections import is_in_section
from evidence.matching.anchors.splices import spliced
from evidence.model.anchor import (
    Anchor,
    AnchorState,
    CellAnchor,
    CellState,
    Passage,
    WordChange,
)
from evidence.model.claim import EvidenceLine, TableCell
from evidence.model.source_text import SourceText

NO_TEXT: Final = "no text of the work is at hand"
ABSTRACT_ONLY: Final = "only the abstract is at hand, and the quote is not in it"

_HARDLY_ALTERED: Final = 0.85  # of the words are shared: no splice, whatever else they may be
_NEARLY: Final = 0.7
_NEAR: Final = 0.4
_NEARLY_IN_ABSTRACT: Final = 0.85
_LEAST_SHARED: Final = 3
_LEAST_SHARED_IN_ABSTRACT: Final = 6
_MOST_CHANGES_IN_ABSTRACT: Final = 2
_SPLICED_IN_ABSTRACT: Final = 8  # words of each part; a sentence of the article may be like that


class AnchorFinder:
    """Finds words and table cells in the texts of one work, the best of them first.

    `first_page` is the record's pages (`400-409`), from which those of a file are counted.
    """

    def __init__(self, texts: Sequence[SourceText], *, first_page: str = "") -> None:
        self._texts = tuple(SearchedText(text, first_page) for text in texts)

    @property
    def texts(self) -> tuple[SearchedText, ...]:
        """The texts as they are searched, each folded once."""
        return self._texts

    def anchor(self, line: EvidenceLine) -> Anchor:
        """What became of the line's quote. The first text that has it wins."""
        if not self._texts:
            return Anchor(state=AnchorState.UNCHECKED, reason=NO_TEXT)
        ways = read_quote(line.quote)
        if not ways:
            return Anchor(state=AnchorState.UNCHECKED, reason="the quote holds no words")
        searches: list[tuple[SearchedText, Search]] = []
        for searched in self._texts:
            for pieces in ways:
                result = search(pieces, searched)
                if result.found:
                    return self._found(line, result.found, searched)
                searches.append((searched, result))
        return self._in_table(ways[0][0]) or self._unfound(ways[-1], searches)

    def holds(self, quote: str) -> bool:
        """Whether the very words of a quote stand in one of the texts."""
        ways = read_quote(quote)
        return any(search(pieces, each).found for each in self._texts for pieces in ways)

    def cell(self, table: TableCell) -> CellAnchor:
        """What became of the table cell that a line names."""
        with_tables = [each for each in self._texts if each.document.tables]
        if not with_tables:
            full = any(each.is_full for each in self._texts)
            reason = "no table could be read in its text" if full else NO_TEXT
            if self._texts and not full:
                reason = "only the abstract is at hand, which has no tables"
            return CellAnchor(state=CellState.UNCHECKED, reason=reason)
        return best(
            [find_cell(table, each.document.tables, each.source.file) for each in with_tables]
        )

    def _found(
        self, line: EvidenceLine, found: Sequence[Occurrence], searched: SearchedText
    ) -> Anchor:
        """One place, or as many as cannot be told apart."""
        text = searched.document.text
        reason = ""
        if len(found) > 1 and (line.prefix or line.suffix):
            reason = _beside_none(line, found, text)
            found = [
                each for each in found if is_between(each, line.prefix, line.suffix, text)
            ] or found
        told = [(each, self._with_pages(passages(each, searched), searched)) for each in found]
        if len(told) > 1 and line.page:
            told = [each for each in told if is_on_page(line.page, each[1][0].pages)] or told
        if len(told) > 1 and line.section:
            told = [
                each for each in told if is_in_section(line.section, each[1][0].section)
            ] or told
        file = searched.source.file
        if len(told) > 1:
            firsts = tuple(those[0] for _, those in told)
            return Anchor(state=AnchorState.AMBIGUOUS, passages=firsts, file=file, reason=reason)
        occurrence, those = told[0]
        cut = cut_qualifier(occurrence.spans, searched)
        behind = left_behind(occurrence.spans[-1], searched)
        return Anchor(state=AnchorState.FOUND, passages=those, cut=cut, behind=behind, file=file)

    def _with_pages(
        self, found: tuple[Passage, ...], searched: SearchedText
    ) -> tuple[Passage, ...]:
        """The passages with the pages of another text where theirs has none."""
        others = [each for each in self._texts if each.document.page_starts]
        if searched.document.page_starts or not others:
            return found
        shown = []
        for passage in found:
            for other in others:
                pieces = read_quote(passage.text)
                there = search(pieces[0], other).found if pieces else ()
                if len(there) == 1:
                    pages = other.passage(there[0].spans[0]).pages
                    passage = replace(passage, pages=pages)
                    break
            shown.append(passage)
        return tuple(shown)

    def _in_table(self, piece: Piece) -> Anchor | None:
        for searched in self._texts:
            passage = searched.row_passage(piece.folded)
            if passage:
                return Anchor(
                    state=AnchorState.FOUND, passages=(passage,), file=searched.source.file
                )
        return None

    def _unfound(
        self, pieces: Sequence[Piece], searches: Sequence[tuple[SearchedText, Search]]
    ) -> Anchor:
        """Words that stand nowhere as they are quoted: spliced, altered, or not there."""
        for searched, result in searches:
            if result.apart:
                those = tuple(map(searched.unmarked, result.apart))
                return Anchor(state=AnchorState.SPLICED, passages=those, file=searched.source.file)
        wanted = next((r.missing for _, r in reversed(searches) if r.missing), pieces[0])
        near, at = self._nearest(wanted)
        is_altered = near and at and _is_altered(near, at)
        if near and at and is_altered and near.ratio >= _HARDLY_ALTERED:
            return _changed(AnchorState.ALTERED, near, at)
        joined = self._spliced(wanted)
        if joined:
            return joined
        if near and at and is_altered:
            return _changed(AnchorState.ALTERED, near, at)
        if not any(each.is_full for each in self._texts):
            return Anchor(state=AnchorState.UNCHECKED, reason=ABSTRACT_ONLY)
        if near and at and near.ratio >= _NEAR and near.shared >= _LEAST_SHARED:
            return _changed(AnchorState.NOT_FOUND, near, at)
        return Anchor(state=AnchorState.NOT_FOUND, file=self._texts[0].source.file)

    def _spliced(self, piece: Piece) -> Anchor | None:
        for searched in self._texts:
            least = 0 if searched.is_full else _SPLICED_IN_ABSTRACT
            spans = spliced(piece.folded, searched, least)
            if spans:
                those = tuple(map(searched.unmarked, spans))
                return Anchor(state=AnchorState.SPLICED, passages=those, file=searched.source.file)
        return None

    def _nearest(self, piece: Piece) -> tuple[Near | None, SearchedText | None]:
        """The passage of all texts that is most like the piece."""
        found = []
        for searched in self._texts:
            near = searched.words.nearest(piece.folded, piece.written)
            if near:
                found.append((near, searched))
        return max(found, key=lambda each: each[0].ratio, default=(None, None))


def _beside_none(line: EvidenceLine, found: Sequence[Occurrence], text: str) -> str:
    """Which of the words said to stand beside the quote do so at none of its places."""
    told = []
    if line.prefix and not any(is_between(each, line.prefix, "", text) for each in found):
        told.append(f"the prefix `{line.prefix}` stands before none of them")
    if line.suffix and not any(is_between(each, "", line.suffix, text) for each in found):
        told.append(f"the suffix `{line.suffix}` stands behind none of them")
    return " and ".join(told)


def _is_altered(near: Near, searched: SearchedText) -> bool:
    """Whether it is clearly the same sentence. An abstract may say in nearly the same words what
    the article says elsewhere, so that more must agree with it.
    """
    if searched.is_full:
        is_clear = near.ratio >= _NEARLY and near.shared >= _LEAST_SHARED
        is_same = bool(near.changes) and (near.ratio == 1 or all(map(_is_part, near.changes)))
        return is_clear or is_same
    return (
        near.ratio >= _NEARLY_IN_ABSTRACT
        and near.shared >= _LEAST_SHARED_IN_ABSTRACT
        and len(near.changes) <= _MOST_CHANGES_IN_ABSTRACT
    )


def _is_part(change: WordChange) -> bool:
    """Whether the quote has a part of a compound for the whole of it: `toxic` for `non-toxic`."""
    ours, theirs = change.quoted.casefold(), change.source.casefold()
    return bool(ours) and (theirs.endswith(f"-{ours}") or theirs.startswith(f"{ours}-"))


def _changed(state: AnchorState, near: Near, searched: SearchedText) -> Anchor:
    nearest = searched.unmarked(near.span)
    return Anchor(state=state, nearest=nearest, changes=near.changes, file=searched.source.file)
