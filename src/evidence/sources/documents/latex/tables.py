"""The tables of a LaTeX document as they are read: floats with a caption, and rows of cells."""

from dataclasses import dataclass, field

from evidence.model.place import Place
from evidence.sources.documents.interface import Block, BlockKind


@dataclass(slots=True)
class Tabular:
    """The rows of a tabular so far; `depth` says how deep its cells are nested in other things."""

    place: Place
    depth: int
    rows: list[tuple[str, ...]] = field(default_factory=list)
    spanned: int = 0  # further columns that the cell being read takes
    _cells: list[str] = field(default_factory=list)
    _first_heads: int | None = None

    def add(self, cell: str, *, ends_row: bool) -> None:
        """Add a cell; a row without text is none."""
        self._cells += [cell, *[""] * self.spanned]
        self.spanned = 0
        if ends_row:
            if any(self._cells):
                self.rows.append(tuple(self._cells))
            self._cells = []

    def end_part(self, command: str) -> None:
        """`\\endfirsthead`, `\\endhead`, `\\endfoot`: what repeats on each page is left out."""
        if command == "endfirsthead" or (command == "endhead" and self._first_heads is None):
            self._first_heads = len(self.rows)
        else:
            del self.rows[self._first_heads or 0 :]

    def block(self, caption: Block | None) -> Block | None:
        """The table, its rows all of one width; None when nothing stands in it."""
        width = max(map(len, self.rows), default=0)
        if not width:
            return None
        rows = tuple((*row, *[""] * (width - len(row))) for row in self.rows)
        place = caption.places[0][1] if caption else self.place
        return Block(BlockKind.TABLE, "", ((0, place),), rows=rows, caption=caption)


@dataclass(slots=True)
class Float:
    """A float as it is read: what its captions are called, and what stands in it."""

    called: str
    caption: Block | None = None
    tabulars: list[Tabular] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """The tables, the first with the caption; a caption without a table is a paragraph."""
        blocks: list[Block] = []
        caption = self.caption
        for tabular in self.tabulars:
            if made := tabular.block(caption):
                blocks.append(made)
                caption = None
        return [caption, *blocks] if caption else blocks
