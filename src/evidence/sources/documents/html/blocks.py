"""The elements of a page, in the order of the source, as blocks.

Elements are opened and closed by the rules for optional tags of the HTML Living Standard. No step
looks further back than to where the last element of a name was opened, so that a page of any shape
takes time in proportion to its size, and none is too deep.
"""

from dataclasses import dataclass
from typing import Final, assert_never

from evidence.model.place import Place
from evidence.sources.documents.html.elements import (
    BLOCKS,
    CELLS,
    CONTENT,
    HEADINGS,
    LISTS,
    VOID,
    Attributes,
    is_hidden,
    is_raised,
    is_reference,
    is_reference_list,
)
from evidence.sources.documents.html.lists import HtmlList
from evidence.sources.documents.html.references import paragraphs_as_references, reference
from evidence.sources.documents.html.tables import HtmlTable
from evidence.sources.documents.html.text import HtmlText
from evidence.sources.documents.html.tokens import EndTag, StartTag, Text, Token
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.positions import Positions

_ROW_GROUPS: Final = ("thead", "tbody", "tfoot")
_CELLS: Final = tuple(sorted(CELLS))

# What a start tag ends, and within what it looks for it. HTML Living Standard, 13.1.2.4.
_ENDS: Final = {
    "li": (("li",), (*LISTS, *CELLS)),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl", *CELLS))),
    **dict.fromkeys(CELLS, ((*_CELLS, "caption"), ("table",))),
    "tr": (("tr", "caption"), ("table",)),
    **dict.fromkeys(_ROW_GROUPS, (("tr", "caption", *_ROW_GROUPS), ("table",))),
}
_PARTS_PARAGRAPHS: Final = ("caption", *_CELLS)
_TABLE_PARTS: Final = frozenset(("caption", "tr", *_ROW_GROUPS, *CELLS))
_ENDS_PARAGRAPH: Final = BLOCKS - _TABLE_PARTS - {"html", "body"}


@dataclass(slots=True)
class _Element:
    """An element that is open; what it is to the text is set once."""

    tag: str
    is_block: bool = False
    is_hidden: bool = False
    is_raised: bool = False
    is_content: bool = False
    is_reference_list: bool = False
    is_reference: bool = False
    is_caption: bool = False
    is_table_part: bool = False
    label: str | None = None  # of a list item whose text is still to come
    table: HtmlTable | None = None
    list: HtmlList | None = None


class HtmlBlocks:
    """Goes through the tags and texts of a page; `blocks` are those that are complete."""

    def __init__(self, positions: Positions, first_line: int) -> None:
        self.blocks: list[Block] = []
        self._positions = positions
        self._lines_before = first_line - 1
        self._here = 0
        self._text = HtmlText()
        self._open: list[_Element] = []
        self._indices: dict[str, list[int]] = {}
        self._open_blocks: list[int] = []
        self._contexts: list[_Element] = []  # headings, items, cells: what a block's kind is by
        self._tables: list[HtmlTable] = []
        self._lists: list[HtmlList | None] = [None]  # None: a table's cell parts lists
        self._hidden = self._raised = self._content = 0
        self._reference_lists = self._references = self._merging = 0
        self._first_of_list = self._references_before = 0

    def take(self, token: Token) -> None:
        """The next tag or text."""
        self._here = token.offset
        match token:
            case Text():
                if not self._hidden:
                    self._take_text(token)
            case StartTag():
                self._start(token)
            case EndTag():
                self._end(token.name)
            case _:
                assert_never(token)

    def close(self) -> None:
        """Close all that is open."""
        self._close_down_to(0)
        self._end_block()

    def _take_text(self, token: Text) -> None:
        is_raised = self._raised > 0
        if token.text == "\xa0" or (token.is_reference and not token.text.isspace()):
            self._text.add_words(token.text, self._place(), is_raised=is_raised)
        else:
            self._text.add(token.text, self._place(), is_raised=is_raised)

    def _start(self, token: StartTag) -> None:
        """Open an element, and close what it ends."""
        tag = token.name
        if tag in ("br", "hr") and not self._hidden:
            if tag == "br":
                self._text.end_line(self._place())
            else:
                self._end_line_or_block()
        if tag in VOID:
            return
        self._close_ended_by(tag)
        element = _Element(tag)
        element.is_hidden = is_hidden(tag, token.attributes, is_in_content=self._content > 0) or (
            tag == "code" and bool(self._open) and self._open[-1].tag == "pre"
        )
        if not self._hidden and not element.is_hidden:
            self._classify(element, token.attributes)
        self._indices.setdefault(tag, []).append(len(self._open))
        if tag in BLOCKS:
            self._open_blocks.append(len(self._open))
        self._open.append(element)
        self._hidden += element.is_hidden
        if token.is_empty:
            self._close_down_to(len(self._open) - 1)

    def _end(self, tag: str) -> None:
        """Close the element, where one of this name is open in reach."""
        index = self._last(tag)
        if index < 0:
            return
        if tag in BLOCKS:
            within = ("table",) if tag in _TABLE_PARTS else _CELLS if tag != "table" else ()
            is_in_reach = index > self._last(*within)
        else:
            is_in_reach = not self._open_blocks or index > self._open_blocks[-1]
        if is_in_reach or self._open[index].is_hidden:
            self._close_down_to(index)

    def _place(self) -> Place:
        place = self._positions.place(self._here)
        return Place(place.file, place.line + self._lines_before, place.column)

    def _last(self, *tags: str) -> int:
        """The index of the innermost open element of these names; -1 when none is open."""
        last = -1
        for tag in tags:
            found = self._indices.get(tag)
            if found and found[-1] > last:
                last = found[-1]
        return last

    def _close_ended_by(self, tag: str) -> None:
        if tag in _ENDS_PARAGRAPH and (index := self._last("p")) > self._last(*_PARTS_PARAGRAPHS):
            self._close_down_to(index)
        if tag in _ENDS:
            ended, within = _ENDS[tag]
            barrier = self._last(*within)
            open_there = [index for each in ended if (index := self._last(each)) > barrier]
            if open_there:
                self._close_down_to(min(open_there))

    def _close_down_to(self, index: int) -> None:
        while len(self._open) > index:
            element = self._open.pop()
            self._indices[element.tag].pop()
            if self._open_blocks and self._open_blocks[-1] == len(self._open):
                self._open_blocks.pop()
            self._hidden -= element.is_hidden
            if element.is_block or element.is_raised:
                self._leave(element)

    def _classify(self, element: _Element, attributes: Attributes) -> None:
        """What an element that is shown is to the text, which it may part."""
        tag = element.tag
        element.is_raised = is_raised(tag, attributes)
        self._raised += element.is_raised
        element.is_block = tag in BLOCKS or is_reference(attributes)
        if not element.is_block:
            return
        self._end_line_or_block()
        if tag in CONTENT:
            element.is_content = True
            self._content += 1
        if is_reference_list(tag, attributes):
            element.is_reference_list = True
            if not self._reference_lists:
                self._first_of_list = len(self.blocks)
                self._references_before = self._references
            self._reference_lists += 1
        self._classify_part(element, attributes)

    def _classify_part(self, element: _Element, attributes: Attributes) -> None:
        tag = element.tag
        if tag in LISTS:
            element.list = HtmlList(tag, attributes)
            self._lists.append(element.list)
        elif tag == "li":
            element.label = self._lists[-1].open_item(attributes) if self._lists[-1] else ""
        if self._merging:
            return
        if is_reference(attributes) or (self._reference_lists and tag in ("li", "tr")):
            element.is_reference = True
            self._merging += 1
        elif tag == "table" and not element.is_reference_list:
            element.table = HtmlTable(len(self.blocks), self._place(), attributes)
            if self._tables:
                self._tables[-1].hold_table()
            self._tables.append(element.table)
        elif self._tables and tag in _TABLE_PARTS:
            self._classify_table_part(element, attributes)
        if tag in HEADINGS or tag in CELLS or tag == "li" or element.is_reference:
            self._contexts.append(element)

    def _classify_table_part(self, element: _Element, attributes: Attributes) -> None:
        element.is_table_part = True
        match element.tag:
            case "caption":
                element.is_caption = True
                self._merging += 1
            case "tr":
                self._tables[-1].open_row()
            case "td" | "th":
                self._tables[-1].open_cell(len(self.blocks), attributes)
                self._lists.append(None)

    def _leave(self, element: _Element) -> None:
        """What ends with the element."""
        self._raised -= element.is_raised
        if not element.is_block:
            return
        self._end_line_or_block(element)
        if self._contexts and self._contexts[-1] is element:
            self._contexts.pop()
        self._content -= element.is_content
        if element.list:
            self._lists.pop()
            element.list.close(self.blocks)
        if element.table:
            self._tables.pop()
            element.table.close(self.blocks)
        elif element.is_table_part:
            self._leave_table_part(element)
        if element.is_reference_list:
            self._reference_lists -= 1
            if not self._reference_lists and self._references == self._references_before:
                paragraphs_as_references(self.blocks, self._first_of_list)

    def _leave_table_part(self, element: _Element) -> None:
        if element.tag == "tr":
            self._tables[-1].close_row()
        elif element.tag in CELLS:
            self._tables[-1].close_cell(self.blocks)
            self._lists.pop()

    def _end_line_or_block(self, closing: _Element | None = None) -> None:
        """End the block, or within an item of the reference list or a caption only the line."""
        if closing and (closing.is_reference or closing.is_caption):
            before = len(self.blocks)
            self._end_block()
            self._merging -= 1
            if closing.is_caption and len(self.blocks) > before:
                self._tables[-1].caption = before
        elif self._merging:
            self._text.end_line(self._place())
        else:
            self._end_block()

    def _end_block(self) -> None:
        context = self._contexts[-1] if self._contexts else None
        kind, label = BlockKind.PARAGRAPH, ""
        if context and context.tag in HEADINGS:
            kind = BlockKind.HEADING
        elif context and context.label is not None:
            kind, label = BlockKind.ITEM, context.label
        block = self._text.block(kind, label)
        if not block:
            return
        if context and context.is_reference:
            block = reference(block)
            self._references += 1
        self.blocks.append(block)
        if context and context.label is not None:
            if (shown := self._lists[-1]) and block.label == context.label:
                shown.shown(len(self.blocks) - 1)
            context.label = None
