"""Tables of an article as rows of plain cells."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from evidence.sources.documents.html.tables import HtmlTable
from evidence.sources.documents.interface import Block
from evidence.sources.documents.jats.tree import Element

# A foot may stand before the body.
_GROUPS: Final = {"thead": 0, "tbody": 1, "tfoot": 2}
_ROWS: Final = ("tr", "row")
_CELLS: Final = ("th", "td", "entry")
_LAST_NUMBER: Final = re.compile(r"(\d{1,4})\Z")


def table_block(
    wrap: Element, caption: Block | None, cell_block: Callable[[Element], Block | None]
) -> Block | None:
    """The table in `wrap`, the panels of several below one another; None when it has no cells.

    Each cell stands in every row and column that it spans.
    """
    blocks = [caption] if caption else []
    table = HtmlTable(0, wrap.place, {})
    table.caption = 0 if caption else None
    for row in _rows(wrap):
        table.open_row()
        for cell in row.elements(*_CELLS):
            before = len(blocks)
            table.open_cell(before, _spans(cell))
            if (block := cell_block(cell)) is not None:
                blocks.append(block)
            table.close_cell(blocks)
            del blocks[before:]
        table.close_row()
    table.close(blocks)
    return blocks[0] if blocks else None


def _rows(wrap: Element) -> Iterator[Element]:
    for table in wrap.descendants("table", "tgroup"):
        if table.first("tgroup") is None:
            groups = [*table.elements(*_GROUPS)]
            yield from table.elements(*_ROWS)
            for group in sorted(groups, key=lambda each: _GROUPS[each.tag]):
                yield from group.elements(*_ROWS)


def _spans(cell: Element) -> Mapping[str, str]:
    """The spans of a cell in HTML's words; OASIS tables have their own."""
    given = cell.attributes
    if cell.tag != "entry":
        return given
    spans = {}
    if given.get("morerows", "").isdecimal():
        spans["rowspan"] = str(int(given["morerows"]) + 1)
    first = _LAST_NUMBER.search(given.get("namest", ""))
    last = _LAST_NUMBER.search(given.get("nameend", ""))
    if first and last:
        spans["colspan"] = str(int(last[1]) - int(first[1]) + 1)
    return spans
