"""The cells of a reStructuredText table."""

from docutils import nodes

from evidence.sources.documents.interface import BlockKind
from evidence.sources.documents.restructured_text.inline import RestructuredTextInline
from evidence.sources.documents.table_cells import plain_cell


def table_rows(table: nodes.table, inline: RestructuredTextInline) -> tuple[tuple[str, ...], ...]:
    """The rows of the table, its heads first; a cell fills all columns and rows that it spans."""
    rows: list[tuple[str, ...]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in table.findall(nodes.row):
        cells: list[str] = []
        for entry in row.children:
            _fill_from_above(cells, below)
            if not isinstance(entry, nodes.entry):
                continue
            text = _cell(entry, inline)
            for _ in range(entry.get("morecols", 0) + 1):
                if entry.get("morerows"):
                    below[len(cells)] = (entry["morerows"], text)
                cells.append(text)
        _fill_from_above(cells, below)
        if any(cells):
            rows.append(tuple(cells))
    return tuple(rows)


def _fill_from_above(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    while (column := len(cells)) in below:
        left, text = below.pop(column)
        if left > 1:
            below[column] = (left - 1, text)
        cells.append(text)


def _cell(entry: nodes.entry, inline: RestructuredTextInline) -> str:
    texts = [node for node in entry.findall(nodes.TextElement) if isinstance(node, nodes.paragraph)]
    block = inline.block(texts, BlockKind.PARAGRAPH) if texts else None
    return plain_cell(block.text, block.superscripts) if block else ""
