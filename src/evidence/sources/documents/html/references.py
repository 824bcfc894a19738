"""Items of a page's reference list."""

import re
from dataclasses import replace
from typing import Final

from evidence.model.years import YEAR
from evidence.sources.documents.cutting import cut
from evidence.sources.documents.interface import Block, BlockKind

_LABEL: Final = re.compile(r"(?:\[([^\[\]\s]{1,60})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s+")
_YEAR: Final = re.compile(rf"\b{YEAR}[a-z]?\b")

# What publishers' pages link to behind an item.
_LINKS: Final = re.compile(
    r"(?:[\s\[\]|·;,]*\b(?:View (?:Article|at Publisher)|Article|CAS|(?:on )?PubMed(?: Central)?"
    r"|(?:PMC )?[Ff]ree (?:PMC )?(?:article|full text)|Google Scholar|Cross[Rr]ef|Full [Tt]ext"
    r"|MathSciNet|ADS|Web of Science|Scopus|Open in new tab|Download citation)\b)+[\s\[\]|·]*\Z"
)
_LONGEST_LINKS: Final = 200  # characters


def reference(block: Block) -> Block:
    """The block as an item of the list: without its number, and without links to databases."""
    block = replace(block, kind=BlockKind.REFERENCE)
    if (label := _LABEL.match(block.text)) and label.end() < len(block.text):
        block = replace(cut(block, label.end()), label=label[1] or label[2] or label[3])
    tail = max(0, len(block.text) - _LONGEST_LINKS)
    if links := _LINKS.search(block.text, tail):
        block = cut(block, 0, links.start()) if block.text[: links.start()].strip() else block
    return block


def paragraphs_as_references(blocks: list[Block], first: int) -> None:
    """Take the paragraphs from the index `first` on for items, those with a number or a year."""
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.kind is BlockKind.PARAGRAPH and (
            _LABEL.match(block.text) or _YEAR.search(block.text)
        ):
            blocks[index] = reference(block)
