"""The tree of a reStructuredText document as blocks."""

from collections.abc import Mapping, Sequence
from typing import Final

from docutils import nodes

from evidence.model.place import Place
from evidence.sources.documents.interface import Block, BlockKind, Contents
from evidence.sources.documents.reference_list.signs import looks_like_reference
from evidence.sources.documents.restructured_text.citing_notes import cited_alone, citing_notes
from evidence.sources.documents.restructured_text.inline import RestructuredTextInline
from evidence.sources.documents.restructured_text.syntax import bibliography
from evidence.sources.documents.restructured_text.tables import table_rows

_LEFT_OUT: Final = (
    nodes.Invisible,
    nodes.FixedTextElement,
    nodes.raw,
    nodes.image,
    nodes.system_message,
    nodes.docinfo,
    nodes.field_name,
    nodes.option_group,
    nodes.label,
    nodes.decoration,
)
_TEXTS: Final = (
    nodes.paragraph,
    nodes.term,
    nodes.caption,
    nodes.attribution,
    nodes.line_block,
)
_HEADINGS: Final = (nodes.title, nodes.subtitle, nodes.rubric)


class RestructuredTextBlocks:
    """Goes through a document's tree."""

    def __init__(self, lines: Sequence[str], name: str) -> None:
        self._name = name
        self._lines = lines
        self._blocks: list[Block] = []
        self._files: list[str] = []
        self._item: str | None = None  # label of a list item whose text is still to come

    def read(self, document: nodes.document) -> Contents:
        """All blocks of the document."""
        self._inline = RestructuredTextInline(
            self._lines,
            self._name,
            document,
            _reference_labels(document),
            citing_notes(document),
        )
        self._visit_all(document)
        return Contents(tuple(self._blocks), tuple(self._files))

    def _visit_all(self, parent: nodes.Element) -> None:
        for child in parent.children:
            if isinstance(child, nodes.Element):
                self._visit(child)

    def _visit(self, node: nodes.Element) -> None:
        match node:
            case bibliography():
                self._files.extend(node.files)
            case nodes.footnote() | nodes.citation():
                self._note(node)
            case nodes.table():
                self._table(node)
            case nodes.bullet_list() | nodes.enumerated_list():
                self._list(node)
            case nodes.field_list() if all(each.kind is BlockKind.HEADING for each in self._blocks):
                pass  # who wrote the document, and when
            case _ if isinstance(node, _LEFT_OUT):
                pass
            case _ if isinstance(node, _HEADINGS):
                self._add(node, BlockKind.HEADING)
            case _ if isinstance(node, _TEXTS):
                kind = BlockKind.PARAGRAPH if self._item is None else BlockKind.ITEM
                self._add(node, kind, self._item or "")
                self._item = None
            case _:
                self._visit_all(node)

    def _list(self, node: nodes.Element) -> None:
        is_numbered = node.get("enumtype") == "arabic"
        for number, item in enumerate(node.children, node.get("start", 1)):
            if isinstance(item, nodes.Element):
                self._item = str(number) if is_numbered else ""
                self._visit_all(item)
        self._item = None

    def _note(self, node: nodes.Element) -> None:
        """A citation, or a footnote: a reference where it looks like one, else paragraphs.

        One that only cites stands at its mark.
        """
        if isinstance(node, nodes.footnote) and cited_alone(node):
            return
        label = note_label(node)
        paragraphs = [child for child in node.children if isinstance(child, nodes.paragraph)]
        if isinstance(node, nodes.footnote) and not _is_reference(node):
            self._visit_all(node)
        elif paragraphs and (block := self._inline.block(paragraphs, BlockKind.REFERENCE, label)):
            self._blocks.append(block)

    def _table(self, node: nodes.table) -> None:
        caption = None
        for child in node.children:
            if isinstance(child, nodes.title):
                caption = self._inline.block([child], BlockKind.PARAGRAPH)
        rows = table_rows(node, self._inline)
        if rows:
            place = self._inline.line_of(node)
            self._blocks.append(
                Block(
                    BlockKind.TABLE,
                    "",
                    ((0, Place(self._name, place)),),
                    rows=rows,
                    caption=caption,
                )
            )

    def _add(self, node: nodes.Element, kind: BlockKind, label: str = "") -> None:
        if block := self._inline.block([node], kind, label):
            self._blocks.append(block)


def note_label(node: nodes.Element) -> str:
    """The label of a footnote or citation, as written or as numbered by docutils."""
    first = node.children[0] if node.children else None
    return first.astext() if isinstance(first, nodes.label) else ""


def _reference_labels(document: nodes.document) -> Mapping[str, str]:
    """The labels of all references, by the names that markers call them by."""
    return {
        name: note_label(node)
        for node in document.findall(nodes.Element)
        if isinstance(node, nodes.citation)
        or (isinstance(node, nodes.footnote) and _is_reference(node))
        for name in (*node["names"], *node["ids"])
    }


def _is_reference(footnote: nodes.Element) -> bool:
    text = " ".join(child.astext() for child in footnote.children[1:])
    return looks_like_reference(text)
