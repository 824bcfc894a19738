"""The reference list among a document's blocks, found for every format alike.

It stands under its heading and ends with the next one; or it is the last run of numbered items that
look like references; or the format itself says which blocks it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from evidence.model.document import ListedReference
from evidence.sources.documents.heading_lines import is_reference_heading
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.reference_list.author_year_labels import (
    author_year_label,
    label_of,
    unique_labels,
)
from evidence.sources.documents.reference_list.items import ReferenceItem, items_of, part
from evidence.sources.documents.reference_list.run import numbered_run
from evidence.sources.documents.reference_list.section import SectionReader
from evidence.sources.documents.reference_list.signs import looks_like_reference

_LINE: Final = re.compile(r"[^\n]+")


def split_references(
    blocks: Sequence[Block],
) -> tuple[tuple[Block, ...], tuple[ListedReference, ...]]:
    """The blocks that are not the reference list, in their order, and the items of the list.

    An item is labelled by its number, else by the key that the format gives it, else by its first
    author's family name and the year (`drilon2017`); of such that are alike each gets a letter.
    """
    unfolded = tuple(each for block in blocks for each in _unfolded(block))
    body: list[Block] = []
    items: list[ReferenceItem] = []
    is_listed = False  # whether the section before was part of the list
    for heading, section in _sections(unfolded):
        goes_on = is_listed and _goes_on(section, items)
        is_listed = goes_on or (heading is not None and is_reference_heading(heading.text))
        reader = SectionReader(section, before=items[-1:] if goes_on else (), is_list=is_listed)
        body += [*([heading] if heading else ()), *reader.body]
        items += reader.items
    if not items:
        start, end, items = numbered_run(unfolded)
        body = [*unfolded[:start], *unfolded[end:]]
    return tuple(body), _labelled(items)


def _unfolded(block: Block) -> Iterator[Block]:
    """The block; a heading that stands in a paragraph's own first lines is a block of its own."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield block
        return
    start = 0
    lines = [line for line in _LINE.finditer(block.text) if line[0].strip()]
    for line in lines:
        # A wrapped line may be the one word `literature`.
        if is_reference_heading(line[0]) and next(filter(str.isalpha, line[0])).isupper():
            if block.text[start : line.start()].strip():
                yield part(block, start, line.start())
            yield part(block, line.start(), line.end(), BlockKind.HEADING)
            start = line.end() + 1
    if start == 0:
        yield block
    elif block.text[start:].strip():
        yield part(block, start, len(block.text))


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, Sequence[Block]]]:
    """Each heading with the blocks up to the next; first what stands before any."""
    heads = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    yield None, blocks[: heads[0] if heads else len(blocks)]
    for at, end in pairwise([*heads, len(blocks)]):
        yield blocks[at], blocks[at + 1 : end]


def _goes_on(section: Sequence[Block], items: Sequence[ReferenceItem]) -> bool:
    """Whether the list goes on below a heading within it.

    So it does when the numbers go on, or when nothing stood between its own heading and this one.
    """
    first = next((each for block in section for each in items_of(block, items[-1:])), None)
    if first is None or not looks_like_reference(first.text):
        return False
    if not items:
        return True
    last = items[-1].number
    return bool(last and first.number) and int(first.number) == int(last) + 1


def _labelled(items: Sequence[ReferenceItem]) -> tuple[ListedReference, ...]:
    named = [at for at, item in enumerate(items) if not (item.number or item.key)]
    labels = [item.number or item.key for item in items]
    made = unique_labels([_author_and_year(items[at]) or f"ref{at + 1}" for at in named])
    for at, label in zip(named, made, strict=True):
        labels[at] = label
    return tuple(
        ListedReference(label, item.text, item.place, item.printed)
        for label, item in zip(labels, items, strict=True)
    )


def _author_and_year(item: ReferenceItem) -> str:
    if item.printed and item.printed.authors:
        return author_year_label(item.printed.authors[0].family, item.printed.year)
    return label_of(item.text)
