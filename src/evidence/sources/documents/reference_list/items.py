"""The items of a reference list that a block holds: one, several, a line each, or a part of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.sources.documents.interface import Block, BlockKind, KnownCitation, Span
from evidence.sources.documents.list_markers import Marker, number_marker
from evidence.sources.documents.reference_list.signs import (
    begins_with_authors,
    looks_like_reference,
    may_follow,
)
from evidence.sources.printed.identifiers import without_back_links

_LINE: Final = re.compile(r"[^\n]+")
_LONGEST_ITEM: Final = 3000  # characters
_JOINED: Final = re.compile(r"(?<=\w[-‐–])\s*\n\s*(?=\w)|(?<=/)\s*\n\s*(?=[a-z\d])")


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """An item: its number in a numbered list, or the key that the format gives it, or neither.

    `start` is where it begins in the text of its block, its number included.
    """

    text: str
    place: Place
    number: str = ""
    key: str = ""
    printed: PrintedReference | None = None
    start: int = 0

    def with_rest(self, text: str) -> "ReferenceItem":
        """The item with a further paragraph of its own."""
        return replace(self, text=f"{self.text} {on_one_line(text)}".strip())


def on_one_line(text: str) -> str:
    """The text without line ends; what a hyphen or a slash of an address breaks is one word.

    Signs that link back to where the item is cited are no part of it.
    """
    return without_back_links(" ".join(_JOINED.sub("", text).split()))


def items_of(block: Block, after: Sequence[ReferenceItem] = ()) -> tuple[ReferenceItem, ...]:
    """The items that a block holds; `after` are those of the list so far.

    What stands in front of the first number of a block is an item without a number.
    """
    match block.kind:
        case BlockKind.REFERENCE:
            return (_whole(block),)
        case BlockKind.ITEM if block.label.isdigit():
            return (_whole(block),)
        case BlockKind.ITEM | BlockKind.PARAGRAPH:
            return _by_lines(block, after)
        case BlockKind.HEADING | BlockKind.TABLE:
            return ()


def _whole(block: Block) -> ReferenceItem:
    text, place = block.text, block.places[0][1]
    if block.label:
        number = block.label if block.label.isdigit() else ""
        key = "" if number else block.label
        return ReferenceItem(on_one_line(text), place, number, key, block.printed)
    marker = _raised_number(block) or number_marker(text)
    start = marker.end if marker else 0
    number = marker.number if marker else ""
    return ReferenceItem(
        on_one_line(text[start:]), block.place(start), number, printed=block.printed
    )


def _by_lines(block: Block, after: Sequence[ReferenceItem]) -> tuple[ReferenceItem, ...]:
    """The items of a paragraph whose lines may each begin one."""
    text = block.text
    lines = [line for line in _LINE.finditer(text) if line[0].strip()]
    starts: list[tuple[int, int, str]] = []  # where an item begins, where its text does, its number
    last = Marker("", after[-1].number, 0) if after and after[-1].number else None
    for line in lines:
        marker = _raised_number(block) if line.start() == 0 else None
        marker = marker or number_marker(line[0].lstrip(), is_list=True)
        if marker and not starts and not last and line is not lines[0] and marker.number != "1":
            continue  # a wrapped line of an item without number
        if marker and _begins_item(marker, last, is_first=not starts):
            begin = line.start() + len(line[0]) - len(line[0].lstrip())
            starts.append((begin, begin + marker.end, marker.number))
            last = marker
    if not starts:
        return tuple(_unnumbered(block, lines))
    if text[: starts[0][0]].strip():
        starts.insert(0, (0, 0, ""))
    ends = [*(start for start, _, _ in starts[1:]), len(text)]
    return tuple(
        ReferenceItem(on_one_line(text[at:end]), block.place(at), number, start=start)
        for (start, at, number), end in zip(starts, ends, strict=True)
    )


def _begins_item(marker: Marker, last: Marker | None, *, is_first: bool) -> bool:
    """Whether a line with this number begins an item, and is not a wrapped line."""
    if last is None:
        return is_first and len(marker.number) < _DIGITS_OF_A_YEAR
    return replace(marker, style="").follows(replace(last, style="")) and (
        is_first or marker.style == last.style
    )


_DIGITS_OF_A_YEAR: Final = 4


def _raised_number(block: Block) -> Marker | None:
    """The number of an item that is set as a superscript."""
    if not block.superscripts or block.superscripts[0].start != 0:
        return None
    raised = block.superscripts[0]
    number = block.text[: raised.end].strip(" .)")
    return Marker("^", str(int(number)), raised.end) if number.isdecimal() else None


def _unnumbered(block: Block, lines: Sequence[re.Match[str]]) -> Iterator[ReferenceItem]:
    """One item, or one a line where each line is one, or one a hanging paragraph, or several."""
    starts = [line.start() for line in lines]
    is_line_each = all(looks_like_reference(line[0]) for line in lines)
    if len(lines) > 1 and not is_line_each:
        columns = [block.place(start).column for start in starts]
        margin = min(columns)
        hanging = [
            start
            for start, column, line in zip(starts, columns, lines, strict=True)
            if column == margin and begins_with_authors(line[0])
        ]
        is_hanging = hanging[:1] == starts[:1] and len(hanging) == columns.count(margin)
        is_hanging = is_hanging and margin < max(columns)
        starts = hanging if is_hanging else _complete_starts(block.text, lines)
    for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
        yield ReferenceItem(on_one_line(block.text[start:end]), block.place(start))


def _complete_starts(text: str, lines: Sequence[re.Match[str]]) -> list[int]:
    """Where items begin among lines without a margin: each is dated before the next begins."""
    starts = [lines[0].start()]
    for before, line in pairwise(lines):
        item = text[starts[-1] : min(before.end(), starts[-1] + _LONGEST_ITEM)]
        if may_follow(item, before[0], without_back_links(line[0].lstrip())):
            starts.append(line.start())
    ends = [*starts[1:], len(text)]
    return [
        start
        for start, end in zip(starts, ends, strict=True)
        if start == starts[0] or looks_like_reference(text[start : min(end, start + _LONGEST_ITEM)])
    ]


def part(block: Block, start: int, end: int, kind: BlockKind | None = None) -> Block:
    """The part of a block from `start` to `end` of its text, with what is known of it.

    Blanks at its end are left out.
    """
    end = start + len(block.text[start:end].rstrip())
    places = (
        (0, block.place(start)),
        *((at - start, at_place) for at, at_place in block.places if start < at < end),
    )
    return replace(
        block,
        kind=kind or block.kind,
        text=block.text[start:end],
        places=places,
        superscripts=tuple(
            Span(each.start - start, each.end - start)
            for each in block.superscripts
            if start <= each.start and each.end <= end
        ),
        citations=tuple(
            _moved(each, start)
            for each in block.citations
            if start <= each.start and each.end <= end
        ),
    )


def _moved(citation: KnownCitation, start: int) -> KnownCitation:
    return replace(citation, start=citation.start - start, end=citation.end - start)
