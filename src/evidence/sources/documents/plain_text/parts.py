"""What a run of lines between blank lines holds: headings, items of lists, paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.sources.documents.heading_lines import (
    is_in_capitals,
    is_reference_heading,
    is_subsection,
    is_title,
    is_underline,
)
from evidence.sources.documents.interface import BlockKind
from evidence.sources.documents.list_markers import Marker, list_marker
from evidence.sources.documents.plain_text.lines import Line, is_broken_on_purpose, width
from evidence.sources.documents.plain_text.tables import is_figure_caption
from evidence.sources.documents.table_labels import is_caption

# What a page says of itself: no part of the list or paragraph that it stands right behind.
_ABOUT_THE_PAGE: Final = re.compile(
    r"(?:(?:Date )?(?:Page )?Last (?:update|updated|modified|reviewed|revised|changed)\b"
    r"|(?:Letzte Aktualisierung|Dernière mise à jour|Última actualización)\b"
    r"|(?:Previous|Next) Page\b|Back to top\b|Page \d{1,5} of \d{1,5}\b|© ?\d{4}|Copyright\b)",
    re.IGNORECASE,
)
_ENDS: Final = (".", ":", ";", ")", "]", "?", "!")
_FEWEST_OF_A_YEAR: Final = 1000
_FEWEST_ITEMS: Final = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A block's kind, its lines, and of an item of a numbered list its number."""

    kind: BlockKind
    lines: tuple[Line, ...]
    label: str = ""


def parts(
    run: Sequence[Line], before: Sequence[Line] = (), after: Sequence[Line] = ()
) -> Iterator[Part]:
    """The parts of a run; `before` and `after` are the runs around it, where there are any."""
    lines = [line for line in run if is_underline(line.text) or any(map(str.isalnum, line.text))]
    start = 0
    for at, line in enumerate(lines):
        is_underlined = at + 1 < len(lines) and is_underline(lines[at + 1].text)
        if is_underline(line.text):
            yield from _listed(lines[start:at])
            start = at + 1
        elif (is_underlined and _can_be_heading(line)) or _is_heading(lines, at, start):
            yield from _listed(lines[start:at])
            yield Part(BlockKind.HEADING, (line,))
            start = at + 1
        elif len(lines) == 1:
            yield _alone(line, before, after)
            start = 1
    yield from _listed(lines[start:])


def _can_be_heading(line: Line) -> bool:
    return is_title(line.text) or is_in_capitals(line.text)


def _is_heading(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether a line heads those that follow it without a blank line."""
    line = lines[at]
    if is_reference_heading(line.text):
        # A wrapped line may end up as `literature.` alone.
        return at == start or (line.text[0].isupper() and lines[at - 1].text.endswith(_ENDS))
    if at > start or at + 1 == len(lines):
        return False
    after = lines[at + 1]
    if is_in_capitals(line.text) and not is_in_capitals(after.text):
        return not after.text[0].islower()
    return is_subsection(line.text) and is_broken_on_purpose(line, after, width(lines[at + 1 :]))


def _alone(line: Line, before: Sequence[Line], after: Sequence[Line]) -> Part:
    """A line between blank lines."""
    text = line.text
    if is_caption(text) or is_figure_caption(text):
        return Part(BlockKind.PARAGRAPH, (line,))
    if _ABOUT_THE_PAGE.match(text) and _can_be_heading(line):
        return Part(BlockKind.HEADING, (line,))
    marker = list_marker(text)
    if marker and not (
        _is_numbered_heading(line, marker) and not _has_mates(marker, before, after)
    ):
        return Part(BlockKind.ITEM, (line.cut(marker.end),), marker.number)
    return Part(BlockKind.HEADING if _can_be_heading(line) else BlockKind.PARAGRAPH, (line,))


def _is_numbered_heading(line: Line, marker: Marker) -> bool:
    return marker.style == "." and is_title(line.text)


def _has_mates(marker: Marker, before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the runs around are items of the same list."""
    above = (list_marker(line.text) for line in before)
    below = list_marker(after[0].text) if after else None
    return any(each and _is_behind(marker, each) for each in above) or bool(
        below and _is_behind(below, marker)
    )


def _is_behind(marker: Marker, before: Marker) -> bool:
    return marker.follows(before) and marker.number != before.number


def _listed(lines: Sequence[Line]) -> Iterator[Part]:
    """Paragraphs and items, where no line is a heading."""
    if not lines:
        return
    markers = [list_marker(line.text) for line in lines]
    known = {(each.style, each.number) for each in markers if each}
    starts = [0]
    current = markers[0] if _may_begin(markers[0]) else None
    item_markers: list[Marker | None] = [current]
    for at in range(1, len(lines)):
        marker, first = markers[at], lines[starts[-1]]
        if current is None:
            is_new = marker is not None and _interrupts(marker, lines[at - 1], known)
        else:
            is_new = marker is not None and _is_next(marker, current, lines[at], first)
        is_cut = current is not None and not is_new and lines[at].indent < first.indent
        if is_new or is_cut or _ABOUT_THE_PAGE.match(lines[at].text):
            current = marker if is_new else None
            starts.append(at)
            item_markers.append(current)
    if end := _end_of_list(lines, starts, item_markers):
        starts.append(end)
        item_markers.append(None)
    yield from _made(lines, [*starts, len(lines)], item_markers)


def _made(
    lines: Sequence[Line], starts: Sequence[int], markers: Sequence[Marker | None]
) -> Iterator[Part]:
    for start, end, marker in zip(starts, starts[1:], markers, strict=False):
        run = lines[start:end]
        if marker:
            yield Part(BlockKind.ITEM, (run[0].cut(marker.end), *run[1:]), marker.number)
        elif _ABOUT_THE_PAGE.match(run[0].text) and len(run) == 1 and _can_be_heading(run[0]):
            yield Part(BlockKind.HEADING, tuple(run))
        else:
            yield Part(BlockKind.PARAGRAPH, tuple(run))


def _may_begin(marker: Marker | None) -> bool:
    """Whether a run that begins so begins a list: `2016. …` and `(3, 4) …` do not."""
    return marker is not None and not (marker.number and int(marker.number) >= _FEWEST_OF_A_YEAR)


def _interrupts(marker: Marker, before: Line, known: set[tuple[str, str]]) -> bool:
    """Whether a list begins in the middle of a paragraph, and not a wrapped line."""
    if marker.number:
        return marker.number == "1" and (marker.style, "2") in known
    if marker.style in "–—-*" or marker.style == "a)":
        return before.text.endswith((":", ";"))
    return True


def _is_next(marker: Marker, current: Marker, line: Line, first: Line) -> bool:
    """Whether a line within an item begins the next; `first` is the item's first line."""
    if not marker.number:
        is_nested = not current.number and marker.style not in "–—"
        return not current.number and (line.indent <= first.indent or is_nested)
    if marker.style != current.style:
        return False
    return marker.follows(current)


def _end_of_list(
    lines: Sequence[Line], starts: Sequence[int], markers: Sequence[Marker | None]
) -> int | None:
    """The line that stands right behind the last item of a numbered list, if one does.

    It begins where the items do, and the line before was not full; where other items hold such
    lines, they belong to the items.
    """
    bounds = zip(starts, [*starts[1:], len(lines)], markers, strict=True)
    items = [range(start, end) for start, end, marker in bounds if marker and marker.number]
    if len(items) < _FEWEST_ITEMS or not markers[-1]:
        return None
    widest = width(lines)
    *breaks, last = (_meant_break(lines, item, widest) for item in items)
    return last if not any(breaks) else None


def _meant_break(lines: Sequence[Line], item: range, widest: int) -> int | None:
    for at in item[1:]:
        before, line = lines[at - 1], lines[at]
        is_full_stop = before.text.endswith(_ENDS) or before.text[-1].isdigit()
        is_flush = line.indent <= lines[item.start].indent
        if is_full_stop and is_flush and is_broken_on_purpose(before, line, widest):
            return at
    return None
