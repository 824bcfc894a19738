"""Tables out of the way of the text that runs around them, as blocks of their own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.pdf.lines import PageLine
from evidence.sources.documents.pdf.paragraphs import paragraphs
from evidence.sources.documents.pdf.tables import PageTable


def blocks_with_tables(
    pages: Sequence[Sequence[PageLine]], tables: Sequence[Sequence[PageTable]], name: str
) -> tuple[Block, ...]:
    """The blocks of the pages, each table behind the paragraph that it stands in or below.

    A sentence goes on where a table stands in its midst. The lines of a table are kept, each as a
    paragraph: what is quoted from a table is then found in the text as well.
    """
    running = []
    apart: list[tuple[int, list[Block]]] = []
    for number, (lines, those) in enumerate(zip(pages, tables, strict=True), 1):
        taken: set[int] = set()
        for table in those:
            caption = _caption(table)
            taken |= {*caption, *table.body}
            blocks = list(_blocks(table, [lines[at] for at in caption], lines, number, name))
            apart.append((lines[table.caption].number, blocks))
        running.append([line for at, line in enumerate(lines) if at not in taken])
    placed = list(paragraphs(running, name))
    for line, blocks in reversed(apart):
        at = bisect_right(placed, line, key=lambda block: block.place(0).line)
        placed[at:at] = blocks
    return tuple(placed)


def _caption(table: PageTable) -> range:
    """The lines of a table's caption: those between its first one and the rows."""
    first_row = min((at for at in table.body if at > table.caption), default=table.caption + 1)
    return range(table.caption, first_row)


def _blocks(
    table: PageTable, caption: Sequence[PageLine], lines: Sequence[PageLine], page: int, name: str
) -> Iterator[Block]:
    head = _paragraph(caption, page, name)
    if head:
        place = head.place(0)
        yield Block(BlockKind.TABLE, "", ((0, place),), rows=table.rows, caption=head)
    for at in sorted(table.body):
        if row := _paragraph(lines[at : at + 1], page, name):
            yield row


def _paragraph(lines: Sequence[PageLine], page: int, name: str) -> Block | None:
    builder = BlockBuilder()
    for line in lines:
        at = 0
        builder.add("\n" if builder.length else "", Place(name, line.number))
        for span in line.superscripts:
            builder.add(line.text[at : span.start], Place(name, line.number, at + 1))
            place = Place(name, line.number, span.start + 1)
            builder.add(line.text[span.start : span.end], place, is_superscript=True)
            at = span.end
        builder.add(line.text[at:], Place(name, line.number, at + 1))
    return builder.block(BlockKind.PARAGRAPH, page=str(page))
