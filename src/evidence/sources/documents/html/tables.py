"""The tables of a page, and which of them only lay it out."""

from typing import Final

from evidence.model.place import Place
from evidence.sources.documents.html.elements import Attributes, number
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.table_cells import plain_cell

# HTML Living Standard, 4.9.11: at most 1,000 columns and 65,534 rows for a cell. Of hostile spans
# no more cells are made than any table of a text has.
_MOST_SPANNED: Final = 20_000


class HtmlTable:
    """A table while it is read; `first` is the index of the first block within it."""

    def __init__(self, first: int, place: Place, attributes: Attributes) -> None:
        self.first = first
        self.caption: int | None = None
        self._place = place
        self._is_layout = attributes.get("role", "").lower() in ("presentation", "none")
        self._rows: list[list[str]] = []
        self._below: dict[int, tuple[int, str]] = {}
        self._spanned = 0
        self._cell: tuple[int, Attributes] | None = None

    def hold_table(self) -> None:
        """Another table stands within this one, which then only lays out."""
        self._is_layout = True

    def open_row(self) -> None:
        """A row begins."""
        self._rows.append([])

    def open_cell(self, first: int, attributes: Attributes) -> None:
        """A cell begins, with the block of this index."""
        if not self._rows:
            self.open_row()
        self._cell = (first, attributes)

    def close_cell(self, blocks: list[Block]) -> None:
        """The cell ends with the last of the blocks; it fills all that it spans."""
        if self._is_layout or not self._cell:
            return
        first, attributes = self._cell
        self._cell = None
        text = " ".join(plain_cell(block.text, block.superscripts) for block in blocks[first:])
        row = self._rows[-1]
        self._fill_from_above(row)
        rows = number(attributes, "rowspan")
        for _ in range(self._span(number(attributes, "colspan"))):
            if rows != 1 and rows is not None:
                self._below[len(row)] = (rows - 1 if rows > 0 else _MOST_SPANNED, text)
            row.append(text)

    def close_row(self) -> None:
        """The row ends."""
        if self._rows:
            self._fill_from_above(self._rows[-1])

    def close(self, blocks: list[Block]) -> None:
        """Put the table in the place of its blocks; one that only lays out leaves them."""
        rows = tuple(tuple(row) for row in self._rows if any(row))
        is_column = self.caption is None and max(map(len, rows), default=0) < 2
        if self._is_layout or is_column:
            return
        caption = None if self.caption is None else blocks[self.caption]
        del blocks[self.first :]
        place = ((0, self._place),)
        blocks.append(Block(BlockKind.TABLE, "", place, rows=rows, caption=caption))

    def _fill_from_above(self, row: list[str]) -> None:
        while len(row) in self._below and self._spanned < _MOST_SPANNED:
            column = len(row)
            left, text = self._below.pop(column)
            if left > 1:
                self._below[column] = (left - 1, text)
            self._spanned += 1
            row.append(text)

    def _span(self, columns: int | None) -> int:
        span = min(max(columns or 1, 1), _MOST_SPANNED - self._spanned + 1)
        self._spanned += span - 1
        return max(span, 1)
