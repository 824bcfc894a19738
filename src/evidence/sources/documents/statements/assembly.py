"""The blocks of a document as its statements, tables and reference list: alike for all formats."""

from collections.abc import Sequence
from typing import Final

from evidence.model.document import Document, DocumentTable, Statement
from evidence.sources.documents.interface import Block, BlockKind, Contents, Progress
from evidence.sources.documents.reference_list.splitting import split_references
from evidence.sources.documents.statements.block_markers import find_markers
from evidence.sources.documents.statements.markers import Marker
from evidence.sources.documents.statements.passages import Passage
from evidence.sources.documents.statements.table_captions import caption_blocks, with_titles
from evidence.sources.documents.table_labels import split_label

_BETWEEN: Final = "\n\n"
_STAGE: Final = "reading sentences"
_TOLD_EVERY: Final = 100  # paragraphs


def assemble(contents: Contents, name: str, progress: Progress = lambda *_: None) -> Document:
    """The document named `name` that these blocks make.

    Its text holds headings, paragraphs, items and captions as the blocks give them, in their order,
    with raised numbers that cite nothing as raised characters (10⁶ is not 106); the reference list
    and the cells of tables are no part of it. A heading is a statement only where it cites, so that
    nothing cited is lost.
    """
    blocks, listed = split_references(contents.blocks)
    body = with_titles([block for block in blocks if block.kind is not BlockKind.REFERENCE])
    captions = caption_blocks(body)
    of_tables = {*captions.values()}
    written = [block.caption or block for block in body]
    passages = _passages(body, written, find_markers(written, listed), of_tables)
    statements: list[Statement] = []
    tables: list[DocumentTable] = []
    for index, (block, passage) in enumerate(zip(body, passages, strict=True)):
        if index % _TOLD_EVERY == 0:
            progress(_STAGE, index, len(body))
        if block.kind is BlockKind.TABLE:
            caption = passages[captions.get(index, index)]
            label, start = split_label(caption.block.text)
            tables.append(DocumentTable(label, caption.caption(start), block.rows))
        elif index not in of_tables and (block.kind is not BlockKind.HEADING or passage.markers):
            statements += passage.statements()
    text = _BETWEEN.join(each.printed() for each in passages if each.block.text)
    return Document(
        name,
        text,
        tuple(statements),
        tuple(tables),
        tuple(listed),
        contents.bibliographies,
        _page_starts(passages),
        contents.page_labels,
        contents.title,
        contents.doi,
        contents.is_abstract,
    )


def _page_starts(passages: Sequence[Passage]) -> tuple[tuple[int, str], ...]:
    """From where on the text stands on which page."""
    starts: list[tuple[int, str]] = []
    for passage in passages:
        block = passage.block
        turns = [(0, block.page), *block.page_turns] if block.text and block.page else []
        for offset, page in turns:
            if not starts or starts[-1][1] != page:
                starts.append((passage.offset + offset, page))
    return tuple(starts)


def _passages(
    body: Sequence[Block],
    written: Sequence[Block],
    markers: Sequence[tuple[Marker, ...]],
    captions: set[int],
) -> list[Passage]:
    """What stands in the document's text for each block, with its place in it.

    A table and the paragraph that is its caption count as one paragraph, as they do in a format
    that knows its captions.
    """
    passages: list[Passage] = []
    offset = paragraph = 0
    section = ""
    for index, (block, shown) in enumerate(zip(body, written, strict=True)):
        passage = Passage(shown, markers[index], offset, paragraph, section)
        if block.kind is BlockKind.HEADING and index not in captions:
            section = passage.text()
        passages.append(passage)
        is_counted = block.kind is not BlockKind.HEADING or bool(passage.markers)
        paragraph += is_counted and index not in captions
        offset += len(shown.text) + len(_BETWEEN) * bool(shown.text)
    return passages
