"""The numbers of a page's list items."""

from dataclasses import replace

from evidence.sources.documents.html.elements import Attributes, number
from evidence.sources.documents.interface import Block


class HtmlList:
    """A list while it is read: what its items are numbered, as a browser shows it."""

    def __init__(self, tag: str, attributes: Attributes) -> None:
        self._is_numbered = tag == "ol" and attributes.get("type", "1") == "1"
        self._is_reversed = "reversed" in attributes
        start = number(attributes, "start")
        self._counts_down_to_one = self._is_numbered and self._is_reversed and start is None
        self._next = 0 if self._counts_down_to_one else 1 if start is None else start
        self._items = 0
        self._shown: list[int] = []

    def open_item(self, attributes: Attributes) -> str:
        """The number of the item that begins, empty where there is none."""
        if not self._is_numbered:
            return ""
        self._items += 1
        value = number(attributes, "value")
        shown = self._next if value is None else value
        self._next = shown + (-1 if self._is_reversed else 1)
        return str(shown)

    def shown(self, index: int) -> None:
        """The block of this index is an item of the list."""
        if self._counts_down_to_one:
            self._shown.append(index)

    def close(self, blocks: list[Block]) -> None:
        """Number the items from the last one up, where the list is to be read so."""
        for index in self._shown:
            block = blocks[index]
            blocks[index] = replace(block, label=str(int(block.label) + self._items))
