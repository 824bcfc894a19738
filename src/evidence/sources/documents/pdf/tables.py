"""The tables of a PDF's page, each below its caption: in a grid, between rules, or by gaps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from evidence.sources.documents.pdf.lines import PageLine
from evidence.sources.documents.pdf.page_words import Box, Word, WordsOfPage, union
from evidence.sources.documents.pdf.reading_order import Segment, gutter, lines_of_words, segments
from evidence.sources.documents.pdf.table_rows import Rows, cells_of_line, shown_cell, table_rows
from evidence.sources.documents.table_labels import is_caption, split_label

_NEAR: Final = 90.0  # points below the caption's first line, which may be of several
_SHORTEST_RULE: Final = 60.0  # points
_SAME: Final = 3.0  # points by which the ends of a table's rules may differ
_JOINED: Final = 2.5  # points between the pieces of a rule
_MOSTLY: Final = 0.5  # of the lines of a table have several cells
_WIDE: Final = 2.5  # times a line's height: a gap at which a table ends
_LONGEST_ROW: Final = 80
_MOST_TABLES: Final = 20  # of a page


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page by indices of the page's lines: that of its caption, those of its rows."""

    caption: int
    body: frozenset[int]
    rows: Rows


def tables_of_page(lines: Sequence[PageLine], page: WordsOfPage) -> tuple[PageTable, ...]:
    """The tables that stand below those lines which are captions, as far as they can be told."""
    captions = [at for at, line in enumerate(lines) if is_caption(line.text)][:_MOST_TABLES]
    parts = segments(page.words) if captions else []
    heads = [(at, head) for at in captions if (head := _found(parts, lines[at]))]
    side = gutter(parts) if heads else None
    found = []
    for at, head in heads:
        end = min((each.top for _, each in heads if each.top > head.bottom), default=page.height)
        read = _grid(page, head, end) or _ruled(page, head, end)
        if read is None and not page.rules:
            read = _set_off(page, head, end, side)
        if read:
            found.append(PageTable(at, _within(lines, at, head, read[0]), read[1]))
    return tuple(found)


def _found(parts: Sequence[Segment], line: PageLine) -> Box | None:
    """Where the second reading has the line that the first one has as a caption."""
    label, text = split_label(line.text)[0], "".join(line.text.split())
    for part in parts:
        if split_label(part.text)[0] == label and text.startswith("".join(part.text.split())):
            return part.box
    return None


def _within(lines: Sequence[PageLine], at: int, head: Box, region: Box) -> frozenset[int]:
    """The lines of the first reading that stand in a region of the second.

    The one measures from the bottom of the page, the other from its top, not always of the same
    box: the caption, which both have, tells how far they are apart.
    """
    height = lines[at].y + head.bottom
    return frozenset(
        index
        for index, line in enumerate(lines)
        if index != at
        and region.top <= height - line.y - line.size / 3 <= region.bottom
        and region.left - _SAME <= line.x <= region.right
    )


def _grid(page: WordsOfPage, head: Box, end: float) -> tuple[Box, Rows] | None:
    """The table with lines around its cells that begins below a caption."""
    for grid in page.grids:
        box = union([cell for row in grid for cell in row if cell])
        is_below = head.top < box.top < min(head.bottom + _NEAR, end)
        if is_below and _overlap(box, head) and len(grid) > 1 and len(grid[0]) > 1:
            return box, tuple(tuple(_cell(page, cell) for cell in row) for row in grid)
    return None


def _cell(page: WordsOfPage, box: Box | None) -> str:
    lines = lines_of_words(_words_within(page, box)) if box else []
    return " ".join(shown_cell(line) for line in lines)


def _ruled(page: WordsOfPage, head: Box, end: float) -> tuple[Box, Rows] | None:
    """The table between horizontal rules of one length, the first of them near the caption."""
    below = [
        rule
        for rule in _joined(page.rules)
        if head.top < rule.top < end
        and rule.right - rule.left >= _SHORTEST_RULE
        and _overlap(rule, head)
    ]
    if not below or below[0].top > head.bottom + _NEAR:
        return None
    first = below[0]
    same = [rule for rule in below if _has_ends(rule, first)]
    last = first
    for above, rule in pairwise(same):
        if not _is_tabular(_words_within(page, _between(above, rule))):
            break
        last = rule
    if last is first:
        return None
    region = _between(first, last)
    second = same[1]
    rows = table_rows(_words_within(page, region), second.top if second is not last else None)
    return (region, rows) if rows else None


def _set_off(
    page: WordsOfPage, head: Box, end: float, side: float | None
) -> tuple[Box, Rows] | None:
    """The lines below a caption that hold cells, up to a gap or to the text."""
    left, right = 0.0, float("inf")
    if side is not None:
        left, right = (left, side) if head.left < side else (side, right)
    column = Box(left, right, head.bottom, end)
    lines = lines_of_words(_words_within(page, column))
    first = next((at for at, line in enumerate(lines) if len(cells_of_line(line)) > 1), None)
    if first is None or lines[first][0].box.top > head.bottom + _NEAR:
        return None
    rows = lines[first : first + 1]
    for above, line in pairwise(lines[first:]):
        height = above[0].box.bottom - above[0].box.top
        is_far = line[0].box.top - above[0].box.bottom > _WIDE * height
        is_prose = len(cells_of_line(line)) == 1 and sum(len(w.text) for w in line) > _LONGEST_ROW
        if is_far or is_prose:
            break
        rows.append(line)
    while rows and len(cells_of_line(rows[-1])) == 1:
        rows.pop()
    words = [word for line in rows for word in line]
    if not _is_tabular(words):
        return None
    made = table_rows(words, None)
    region = replace(column, top=rows[0][0].box.top - 1, bottom=rows[-1][0].box.bottom + 1)
    return (region, made) if made else None


def _joined(rules: Sequence[Box]) -> list[Box]:
    """The rules from the top down, those that touch as one."""
    joined: list[Box] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.left)):
        last = joined[-1] if joined else None
        if last and abs(last.top - rule.top) < 1 and rule.left - last.right < _JOINED:
            joined[-1] = replace(last, right=max(last.right, rule.right))
        else:
            joined.append(rule)
    return joined


def _is_tabular(words: Sequence[Word]) -> bool:
    """Whether most lines have several cells."""
    lines = lines_of_words(words)
    several = sum(len(cells_of_line(line)) > 1 for line in lines)
    return several > 0 and several >= len(lines) * _MOSTLY


def _words_within(page: WordsOfPage, box: Box) -> list[Word]:
    return [
        word
        for word in page.words
        if box.top <= (word.box.top + word.box.bottom) / 2 <= box.bottom
        and box.left <= (word.box.left + word.box.right) / 2 <= box.right
    ]


def _between(above: Box, below: Box) -> Box:
    return Box(above.left, above.right, above.top, below.bottom)


def _has_ends(rule: Box, other: Box) -> bool:
    return abs(rule.left - other.left) <= _SAME and abs(rule.right - other.right) <= _SAME


def _overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
