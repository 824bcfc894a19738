"""Documents made of a few paragraphs and a numbered list, as any format would give them."""

import re
from collections.abc import Sequence

from evidence.model.document import Document
from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind, Contents
from evidence.sources.documents.statements.assembly import assemble

FILE = "review.txt"
_RAISED = re.compile("«([^»]*)»")


def block(
    text: str, kind: BlockKind = BlockKind.PARAGRAPH, *, line: int = 1, label: str = ""
) -> Block:
    """A block whose text is `text`; what stands in «…» is raised."""
    builder = BlockBuilder()
    at = 0
    for found in _RAISED.finditer(text):
        builder.add(text[at : found.start()], Place(FILE, line, at + 1))
        builder.add(found[1], Place(FILE, line, found.start() + 1), is_superscript=True)
        at = found.end()
    builder.add(text[at:], Place(FILE, line, at + 1))
    built = builder.block(kind, label=label)
    assert built is not None
    return built


def numbered(size: int) -> list[Block]:
    """A reference list of this many items."""
    return [
        block(
            f"Author{chr(65 + number % 26)} B. A title of its own."
            f" J Med {2000 + number % 20};{number}:1-9.",
            BlockKind.REFERENCE,
            line=1000 + number,
            label=str(number),
        )
        for number in range(1, size + 1)
    ]


def listed(*items: str) -> list[Block]:
    """A reference list without numbers."""
    return [
        block(item, BlockKind.REFERENCE, line=1000 + number) for number, item in enumerate(items)
    ]


def assembled(*paragraphs: str, references: Sequence[Block] = ()) -> Document:
    """The document of these paragraphs, a line each, and this reference list."""
    blocks = [block(text, line=number) for number, text in enumerate(paragraphs, 1)]
    heading = [block("References", BlockKind.HEADING, line=1000)] if references else []
    return assemble(Contents((*blocks, *heading, *references)), FILE)


def cited(document: Document) -> list[tuple[str, str]]:
    """Each statement, and what it cites as a list of numbers or labels."""
    return [(each.text, ",".join(each.labels)) for each in document.statements]
