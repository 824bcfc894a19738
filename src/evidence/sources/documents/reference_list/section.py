"""What stands under one heading: the items of the reference list, and what is not one."""

from collections.abc import Sequence
from itertools import chain

from evidence.sources.documents.heading_lines import is_title
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.reference_list.items import ReferenceItem, items_of, part
from evidence.sources.documents.reference_list.signs import (
    begins_with_authors,
    begins_with_identifier,
    completes,
    looks_like_reference,
)


class SectionReader:
    """The items and the other blocks of a section, each in its order.

    `before` is the last item of the list so far, when it goes on here. Where the section is no list
    only those blocks are items that the format itself calls so.
    """

    def __init__(
        self, blocks: Sequence[Block], *, before: Sequence[ReferenceItem], is_list: bool
    ) -> None:
        self.items: list[ReferenceItem] = []
        self.body: list[Block] = []
        self._before = before
        self._waiting: list[Block] = []  # part of the last item, if one more item follows
        self._is_over = not (is_list and _holds_list(blocks))
        self._is_numbered = not self._is_over and _is_numbered(blocks)
        for block in blocks:
            self._read(block)
        self._end()

    def _read(self, block: Block) -> None:
        if block.kind is BlockKind.REFERENCE:
            self._add(items_of(block))
        elif self._is_over or block.kind is BlockKind.TABLE:
            self._end()
            self.body.append(block)
        elif self._is_numbered:
            self._read_numbered(block)
        else:
            self._read_unnumbered(block)

    def _read_numbered(self, block: Block) -> None:
        found = items_of(block, self.items[-1:] or self._before)
        at = next((at for at, item in enumerate(found) if item.number), None)
        if at is None:
            self._waiting.append(block)
        elif self._begins_another(found[at]):
            self._end()
            self._is_over = True
            self.body.append(block)
        else:
            if at:  # the rest of an item, or words before the first
                self._waiting.append(part(block, 0, found[at].start))
            self._add(found[at:])

    def _begins_another(self, item: ReferenceItem) -> bool:
        """Whether the numbers begin anew with what is no reference."""
        is_back = bool(self.items) and int(item.number) <= int(self.items[-1].number or 0)
        return is_back and bool(self._waiting) and not looks_like_reference(item.text)

    def _read_unnumbered(self, block: Block) -> None:
        found = items_of(block)
        is_address = bool(self.items) and begins_with_identifier(block.text)
        if all(looks_like_reference(item.text) for item in found) and not is_address:
            self._add(found)
        elif self.items and not self._waiting and completes(self.items[-1].text, block.text):
            self._complete(block)
        elif block.kind is BlockKind.ITEM:
            self._add(found)
        else:
            self._waiting.append(block)

    def _add(self, found: Sequence[ReferenceItem]) -> None:
        """Add items; what waits before them belongs to the list as well."""
        for block in self._waiting:
            if is_title(block.text) or not self.items:
                self.body.append(block)
            elif self._is_numbered:
                self._complete(block)
            else:
                self.items += items_of(block)
        self._waiting = []
        self.items += found

    def _end(self) -> None:
        """Give back what stands behind the last item, but for the last item's own rest."""
        waiting, self._waiting = self._waiting, []
        while waiting and self.items and completes(self.items[-1].text, waiting[0].text):
            self._complete(waiting.pop(0))
        self.body += waiting

    def _complete(self, block: Block) -> None:
        self.items[-1] = self.items[-1].with_rest(block.text)


def _is_numbered(blocks: Sequence[Block]) -> bool:
    """Whether more items begin with a number than with their authors."""
    found = [item for block in blocks for item in items_of(block)]
    numbered = sum(bool(item.number) for item in found)
    named = sum(not item.number and begins_with_authors(item.text) for item in found)
    return numbered > named


def _holds_list(blocks: Sequence[Block]) -> bool:
    """Whether anything looks like a reference: `Sources` may head a paragraph of prose."""
    found = chain.from_iterable(map(items_of, blocks))
    return any(looks_like_reference(item.text) for item in found)
