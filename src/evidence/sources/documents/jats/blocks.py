"""The parts of an article as blocks, in the order in which it is read."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.jats.citations import Labels, citations_in
from evidence.sources.documents.jats.printed import (
    is_in_parts_alone,
    printed_reference,
    text_of_parts,
)
from evidence.sources.documents.jats.tables import table_block
from evidence.sources.documents.jats.text import JatsText
from evidence.sources.documents.jats.tree import Element, Text


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


_SECTIONS: Final = _names("sec app ack glossary notes abstract trans-abstract")
# What stands in lines of its own wherever it occurs.
_PARTED: Final = _names(
    "p title list def-list fig table-wrap body back app-group floats-group fig-group bio "
    "dedication table-wrap-group disp-quote boxed-text statement speech verse-group "
    "verse-line preformat code attrib fn-group def caption disp-formula-group"
)
_NOT_READ: Final = _names(
    "supplementary-material media object-id sec-meta permissions ref-list label kwd-group "
    "related-article related-object"
)


class JatsBlocks:
    """Goes through the parts of an article; `blocks` are those that are complete."""

    def __init__(self, labels: Labels) -> None:
        self.blocks: list[Block] = []
        self._labels = labels
        self._text = JatsText(labels.of)
        self._kind, self._label = BlockKind.PARAGRAPH, ""

    def read(self, element: Element) -> None:
        """A part of the article with all that is in it, supplementary material left out."""
        tag = element.tag
        if tag in _NOT_READ:
            return
        self.end()
        match tag:
            case _ if tag in _SECTIONS:
                self._read_section(element)
            case "title":  # of a box or a caption: the section goes on below it
                self._line([element])
            case "list":
                self._read_list(element)
            case "def-list":
                self._read_definitions(element)
            case "fig":
                self._read_figure(element)
            case "table-wrap":
                self._read_table(element)
            case _:
                self._flow(element)
        self.end()

    def heading(self, *elements: Element) -> None:
        """A heading of these parts: a number, a title."""
        self._kind = BlockKind.HEADING
        self._line(elements)

    def abstract(self, element: Element) -> None:
        """An abstract; one without any heading gets the one that it is printed under."""
        if element.first("title", "sec") is None:
            self.blocks.append(Block(BlockKind.HEADING, "Abstract", ((0, element.place),)))
        self.read(element)

    def references(self, items: Iterable[tuple[Element, str]]) -> None:
        """The items of the reference list, each with its label."""
        for item, label in items:
            if is_in_parts_alone(item):
                text = text_of_parts(item)
                block = Block(BlockKind.REFERENCE, text, ((0, item.place),), label=label)
            else:
                self._text.add_all(item, leaving_out=("label",))
                drawn = self._draw(BlockKind.REFERENCE, label)
                if drawn is None:
                    continue
                block = replace(drawn, citations=())
            if block.text:
                self.blocks.append(replace(block, printed=printed_reference(item)))

    def end(self) -> None:
        """The block ends here; footnotes that stand in it follow as paragraphs."""
        block = self._draw(self._kind, self._label)
        if block:
            self.blocks.append(block)
            self._kind, self._label = BlockKind.PARAGRAPH, ""
        notes, self._text.notes = self._text.notes, []
        for note in notes:
            self.read(note)

    def _draw(self, kind: BlockKind, label: str = "") -> Block | None:
        return self._text.block(
            kind, label, lambda text, mentions: citations_in(text, mentions, self._labels)
        )

    def _flow(self, element: Element) -> None:
        """What is in an element: blocks, and running text between them."""
        for child in element.children:
            if isinstance(child, Text):
                self._text.add(child)
            elif child.tag in _SECTIONS or child.tag in _PARTED or child.tag in _NOT_READ:
                self.read(child)
            else:
                self._text.take(child)

    def _read_section(self, element: Element) -> None:
        title = element.first("title")
        if title is not None:
            self.heading(*element.elements("label"), title)
        self._flow(
            replace(element, children=[each for each in element.children if each is not title])
        )

    def _read_list(self, element: Element) -> None:
        is_numbered = element.attributes.get("list-type", "").lower() == "order"
        for number, item in enumerate(element.elements("list-item"), start=1):
            printed = item.first("label")
            label = printed.words.strip("[]().: ") if printed is not None else ""
            self.end()
            self._kind = BlockKind.ITEM
            self._label = label if label.isdigit() else str(number) if is_numbered else ""
            self._flow(item)
            self.end()
            self._kind, self._label = BlockKind.PARAGRAPH, ""

    def _read_definitions(self, element: Element) -> None:
        for item in element.elements("def-item"):
            self._line([*item.elements("term"), *item.elements("def")])

    def _read_figure(self, element: Element) -> None:
        """The label stands in front of the first part of the caption."""
        parts = [part for caption in element.elements("caption") for part in caption.elements()]
        self._line([*element.elements("label"), *parts[:1]])
        for part in parts[1:]:
            self.read(part)

    def _read_table(self, element: Element) -> None:
        self._join([*element.elements("label"), *element.elements("caption")])
        caption = self._draw(BlockKind.PARAGRAPH)
        self._text.notes.clear()  # they stand below the table
        block = table_block(element, caption, self._cell)
        if block:
            self.blocks.append(block)
        else:  # a column without a caption only lays out
            for cell in element.descendants("td", "th", "entry"):
                self.read(cell)
        for foot in element.elements("table-wrap-foot"):
            for part in foot.elements():
                self.read(part)

    def _cell(self, element: Element) -> Block | None:
        self._join([element])
        return self._draw(BlockKind.PARAGRAPH)

    def _line(self, parts: Iterable[Element]) -> None:
        """These parts as one block."""
        self._join(parts)
        self.end()

    def _join(self, parts: Iterable[Element]) -> None:
        """These parts, and the paragraphs in them, one after the other with a blank between."""
        for part in parts:
            self._text.blank(part)
            paragraphs = [each for each in part.elements() if each.tag in ("p", "title")]
            if paragraphs:
                self._join(paragraphs)
            else:
                self._text.add_all(part)
