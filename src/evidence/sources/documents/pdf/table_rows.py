"""The words of a PDF's table as rows of cells."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from evidence.sources.documents.pdf.page_words import Box, Word
from evidence.sources.documents.pdf.reading_order import Segment, lines_of_words, parted, text_of
from evidence.sources.documents.table_cells import plain_cell

Rows: TypeAlias = tuple[tuple[str, ...], ...]

_GAP: Final = 0.7  # of the size: wider than between words of a cell
_FEW: Final = 0.1  # of the lines may run across what parts two columns
_NARROW: Final = 3.0  # points: what parts two columns is wider
_DIGIT: Final = re.compile(r"\d")
_GOES_ON: Final = re.compile(r"[a-z(\[,;]")


def cells_of_line(line: Sequence[Word]) -> list[Segment]:
    """The words of a line that stand apart from others."""
    return parted(line, _GAP)


def table_rows(words: Sequence[Word], heads_end: float | None) -> Rows | None:
    """The rows of a table, the heads of its columns as the first; None if it has one column.

    The heads are what stands above `heads_end`, else the first line. A head that stands over
    several columns is the beginning of each one's. Lines of a wrapped cell are one row.
    """
    lines = [cells_of_line(line) for line in lines_of_words(words)]
    count = 1
    if heads_end is not None:
        count = max(sum(line[0].box.bottom <= heads_end + 1 for line in lines), 1)
    heads, body = lines[:count], lines[count:]
    columns = _columns(body)
    if len(columns) < 2 or not body:
        return None
    head = [" ".join(filter(None, cells)) for cells in zip(*_heads(heads, columns), strict=True)]
    return (tuple(head), *_merged([_row(line, columns) for line in body]))


def _columns(lines: Sequence[Sequence[Segment]]) -> list[Box]:
    """The columns of the lines with several cells, from left to right."""
    several = [line for line in lines if len(line) > 1]
    edges = sorted(
        edge for line in several for cell in line
        for edge in ((cell.box.left, 1), (cell.box.right, -1))
    )  # fmt: skip
    few = len(several) * _FEW
    columns: list[Box] = []
    open_since: float | None = None
    covered = 0
    for x, step in edges:
        covered += step
        if open_since is None and covered > few:
            open_since = x
        elif open_since is not None and covered <= few:
            if columns and open_since - columns[-1].right < _NARROW:
                open_since = columns.pop().left
            columns.append(Box(open_since, x, 0, 0))
            open_since = None
    return columns


def _heads(lines: Sequence[Sequence[Segment]], columns: Sequence[Box]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        cells = [""] * len(columns)
        for cell in line:
            below = [at for at, column in enumerate(columns) if _is_over(cell.box, column)]
            for at in below or [_nearest(cell.box, columns)]:
                cells[at] = f"{cells[at]} {shown_cell(cell.words)}".strip()
        yield tuple(cells)


def _row(line: Sequence[Segment], columns: Sequence[Box]) -> tuple[str, ...]:
    cells: list[list[Word]] = [[] for _ in columns]
    if len(line) == 1 and line[0].box.left < columns[0].right:
        cells[0] = [*line[0].words]  # the name of a group of rows
    else:
        for cell in line:
            for word in cell.words:
                cells[_nearest(word.box, columns)].append(word)
    return tuple(shown_cell(cell) if cell else "" for cell in cells)


def _merged(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows, where a line that only goes on with the cells above it is no row."""
    merged: list[tuple[str, ...]] = []
    for row in rows:
        if merged and _continues(merged[-1], row):
            merged[-1] = tuple(
                " ".join(filter(None, cells)) for cells in zip(merged[-1], row, strict=True)
            )
        else:
            merged.append(row)
    return merged


def _continues(above: tuple[str, ...], row: tuple[str, ...]) -> bool:
    filled = [at for at, cell in enumerate(row) if cell]
    if filled == [0]:
        return bool(_GOES_ON.match(row[0]))
    return not row[0] and all(above[at] and not _DIGIT.search(row[at]) for at in filled)


def shown_cell(words: Sequence[Word]) -> str:
    """The words of a cell's line, without footnote marks."""
    return plain_cell(*text_of(words))


def _is_over(head: Box, column: Box) -> bool:
    return head.left < column.right and head.right > column.left


def _nearest(box: Box, columns: Sequence[Box]) -> int:
    middle = (box.left + box.right) / 2
    return min(
        range(len(columns)),
        key=lambda at: max(columns[at].left - middle, middle - columns[at].right, 0),
    )
