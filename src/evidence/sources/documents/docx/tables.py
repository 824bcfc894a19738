"""Tables of a .docx as rows of plain cells."""

from collections.abc import Iterator
from typing import Any, Final

from evidence.sources.documents.docx.names import value, w, whole
from evidence.sources.documents.docx.story import Draft, Piece, Reader
from evidence.sources.documents.interface import BlockKind, Span
from evidence.sources.documents.table_cells import plain_cell

# Word allows 63 columns (its specification of limits); wider spans were not made by it.
_MOST_COLUMNS: Final = 100
_WRAPPERS: Final = frozenset(w(name) for name in ("ins", "moveTo", "customXml", "sdt"))


def read_table(reader: Reader, table: Any) -> list[Draft]:
    """The table, and behind it those inside its cells.

    A cell that spans columns or rows is repeated in each of them, so that a value has its heads. A
    table of one column only frames its text, which is read as paragraphs.
    """
    rows: list[list[str]] = []
    framed: list[Draft] = []
    inner: list[Draft] = []
    line = reader.line + 1
    for row in _children(table, w("tr")):
        above = rows[-1] if rows else []
        cells: list[str] = []
        for cell in _children(row, w("tc")):
            properties = cell.find(w("tcPr"))
            drafts = list(reader.blocks(cell))
            framed += drafts
            inner += [each for each in drafts if each.kind is BlockKind.TABLE]
            text = cell_text(drafts)
            merge = None if properties is None else properties.find(w("vMerge"))
            is_continued = merge is not None and value(properties, "vMerge") != "restart"
            if is_continued and len(cells) < len(above):
                text = above[len(cells)]
            span = whole(value(properties, "gridSpan"), 1)
            cells += [text] * min(max(span, 1), _MOST_COLUMNS - min(len(cells), _MOST_COLUMNS))
        if cells:
            rows.append(cells)
    if max((len(row) for row in rows), default=0) < 2:
        return framed
    return [Draft(line, BlockKind.TABLE, rows=tuple(map(tuple, rows))), *inner]


def _children(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those inside wrappers among them."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag in _WRAPPERS:
            content = child.find(w("sdtContent"))
            yield from _children(child if content is None else content, name)


def cell_text(drafts: list[Draft]) -> str:
    """What a cell says, on one line, without marks of notes.

    A citation is left out where the cell says more than that.
    """
    pieces: list[Piece] = []
    for each in drafts:
        if each.kind is not BlockKind.TABLE:
            pieces += [*each.pieces, Piece(" ")]
    pieces = [piece for piece in pieces if piece.note is None]
    says_more = any(piece.text.strip() and piece.field is None for piece in pieces)
    text, raised = "", []
    for piece in pieces:
        if piece.field is None or not says_more:
            if piece.is_raised and piece.field is None:
                raised.append(Span(len(text), len(text) + len(piece.text)))
            text += piece.text
    return plain_cell(text, raised)
