"""A story of a .docx, its body or a note, as paragraphs and tables in their order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from evidence.sources.documents.docx.fields import Field, FieldKind, control_field
from evidence.sources.documents.docx.names import is_on, mc, value, w, whole
from evidence.sources.documents.docx.numbering import Numbering
from evidence.sources.documents.docx.styles import Styles, raised_by
from evidence.sources.documents.docx.symbols import show_symbols, symbol
from evidence.sources.documents.interface import BlockKind

# What only wraps other content.
_WRAPPERS: Final = frozenset(
    (
        *map(w, ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo")),
        *map(mc, ("AlternateContent", "Choice", "Fallback")),
    )
)
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BREAKS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_BLANKS: Final = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\xad": ""})


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's or an endnote's mark in the text: which note, and the number that is shown."""

    kind: str
    note_id: str
    shown: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph's text, the citation that it displays, and the note that it marks."""

    text: str
    is_raised: bool = False
    is_bold: bool = False
    field: Field | None = None
    note: Note | None = None


@dataclass(slots=True)
class Draft:
    """A paragraph, or a table with its rows, as it stands in the document.

    `line` counts paragraphs from 1; `number` is what Word shows before the paragraph, with its
    text. A paragraph is begun once it displays more than blanks, and listed if what it begins with
    is displayed by the field of a bibliography.
    """

    line: int
    kind: BlockKind = BlockKind.PARAGRAPH
    label: str = ""
    number: str = ""
    pieces: list[Piece] = field(default_factory=list)
    rows: tuple[tuple[str, ...], ...] = ()
    is_caption: bool = False
    is_listed: bool = False
    is_begun: bool = False

    @property
    def text(self) -> str:
        """All that the paragraph displays."""
        return "".join(piece.text for piece in self.pieces)


class Reader:
    """Reads stories one after the other; paragraphs, lists and notes are counted through."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        *,
        table: Callable[["Reader", Any], list[Draft]],
        note_mark: Callable[[str, Any], Note],
        progress: Callable[[], None],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._table = table
        self._note_mark = note_mark
        self._progress = progress
        self._lines = 0
        self._fields: list[Field] = []
        self._draft = Draft(0)
        self._is_carried = False
        self._boxes: list[Any] = []
        self.citations: dict[Field, None] = {}  # the fields that cite, in their order

    def story(self, root: Any) -> list[Draft]:
        """The paragraphs and tables in an element, in their order."""
        self._fields = []
        return list(self.blocks(root))

    def blocks(self, container: Any) -> Iterator[Draft]:
        """The same inside a story."""
        for child in container:
            tag = child.tag
            if tag == w("p"):
                yield from self._paragraph(child)
            elif tag == w("tbl"):
                yield from self._table(self, child)
            elif tag == w("sdt"):
                content = self._open_control(child)
                if content is not None:
                    yield from self.blocks(content)
                self._close_control(child)
            elif tag in _WRAPPERS:
                yield from self.blocks(child)

    @property
    def line(self) -> int:
        """The number of the paragraph that was read last."""
        return self._lines

    def _paragraph(self, element: Any) -> Iterator[Draft]:
        self._lines += 1
        self._progress()
        properties = element.find(w("pPr"))
        boxes, self._boxes = self._boxes, []
        if not self._is_carried:
            self._draft = self._begin(properties)
        self._inline(element)
        # The end of a paragraph that was deleted joins it to the next one.
        mark = None if properties is None else properties.find(f"{w('rPr')}/{w('del')}")
        following = element.getnext()
        has_next = following is not None and following.tag == w("p")
        self._is_carried = mark is not None and has_next
        draft, found = self._draft, self._boxes
        self._boxes = boxes
        if not self._is_carried and not self._styles.of_paragraph(properties).is_contents:
            yield draft
        for box in found:
            carried, self._is_carried = self._is_carried, False
            yield from self.blocks(box)
            self._draft, self._is_carried = draft, carried

    def _begin(self, properties: Any) -> Draft:
        style = self._styles.of_paragraph(properties)
        draft = Draft(self._lines, is_caption=style.is_caption)
        outline = whole(value(properties, "outlineLvl"), 9)
        if style.is_heading or outline < 9:
            draft.kind = BlockKind.HEADING
        number = style.number
        numbering = None if properties is None else properties.find(w("numPr"))
        if numbering is not None:
            depth = value(numbering, "ilvl") or (str(number[1]) if number else "")
            number_id = value(numbering, "numId") or (number[0] if number else "")
            number = number_id, whole(depth, 0)
        shown = self._numbering.next(number) if number else None
        if shown is not None:
            draft.label, draft.number = shown.label, shown.text
            if draft.kind is BlockKind.PARAGRAPH:
                draft.kind = BlockKind.ITEM
        return draft

    def _inline(self, container: Any) -> None:
        for child in container:
            tag = child.tag
            if tag == w("r"):
                self._run(child)
            elif tag == w("fldSimple"):
                held = Field([child.get(w("instr"), "")])
                held.data += [each.text or "" for each in child.iterfind(w("fldData"))]
                held.show()
                self._fields.append(held)
                self._inline(child)
                self._fields.remove(held)
            elif tag == w("sdt"):
                content = self._open_control(child)
                if content is not None:
                    self._inline(content)
                self._close_control(child)
            elif tag in _WRAPPERS:
                self._inline(child)
            elif isinstance(tag, str) and tag.startswith(_MATH):
                self._add("".join(each.text or "" for each in child.iter(f"{_MATH}t")))

    def _open_control(self, control: Any) -> Any:
        """The content of a content control, None where it only asks for some."""
        properties = control.find(w("sdtPr"))
        held = control_field(value(properties, "tag"))
        if held is not None:
            self._fields.append(held)
        if is_on(properties, "showingPlcHdr"):
            return None
        return control.find(w("sdtContent"))

    def _close_control(self, control: Any) -> None:
        if control_field(value(control.find(w("sdtPr")), "tag")) is not None:
            self._fields.pop()

    def _run(self, run: Any) -> None:
        properties = run.find(w("rPr"))
        is_hidden = bool(is_on(properties, "vanish"))
        raised = raised_by(properties)
        if raised is None:
            raised = bool(self._styles.style(value(properties, "rStyle")).is_raised)
        is_bold = bool(is_on(properties, "b"))
        for child in run:
            tag = child.tag
            if tag == w("fldChar"):
                self._field_mark(child)
            elif tag == w("instrText"):
                if self._fields and not self._fields[-1].is_result:
                    self._fields[-1].codes.append(child.text or "")
            elif is_hidden:
                continue
            elif tag == w("t"):
                text = show_symbols((child.text or "").translate(_BLANKS))
                self._add(text, is_raised=raised, is_bold=is_bold)
            elif tag in _BREAKS:
                self._add(_BREAKS[tag], is_raised=raised, is_bold=is_bold)
            elif tag == w("sym"):
                shown = symbol(child.get(w("font"), ""), child.get(w("char"), ""))
                self._add(shown, is_raised=raised, is_bold=is_bold)
            elif tag in (w("footnoteReference"), w("endnoteReference")):
                note = self._note_mark(tag.rpartition("}")[2].removesuffix("Reference"), child)
                self._add(note.shown, is_raised=True, note=note)
            elif tag in (w("drawing"), w("pict"), w("object"), mc("AlternateContent")):
                self._boxes += _outermost_boxes(child)

    def _field_mark(self, mark: Any) -> None:
        match mark.get(w("fldCharType")):
            case "begin":
                data = mark.find(w("fldData"))
                held = [] if data is None or not data.text else [data.text]
                self._fields.append(Field(data=held))
            case "separate" if self._fields:
                self._fields[-1].show()
            case "end" if self._fields:
                ended = self._fields.pop()
                if self._fields and "EN.CITE.DATA" in ended.code[:30]:
                    self._fields[-1].nested += ended.data
            case _:
                pass

    def _add(
        self, text: str, *, is_raised: bool = False, is_bold: bool = False, note: Note | None = None
    ) -> None:
        """Text that is displayed, unless it stands in the code of a field."""
        if not text or not all(each.is_result for each in self._fields):
            return
        kinds = [each.kind for each in self._fields]
        if FieldKind.CONTENTS in kinds:
            return
        if not self._draft.is_begun and not text.isspace():
            self._draft.is_begun = True
            self._draft.is_listed = FieldKind.BIBLIOGRAPHY in kinds
        held = next((each for each in self._fields if each.kind is FieldKind.CITATION), None)
        if held is not None:
            self.citations[held] = None
            held.shown.append(text)
        if FieldKind.TABLE_NUMBER in kinds:
            self._draft.is_caption = True
        self._draft.pieces.append(Piece(text, is_raised, is_bold, held, note))


def _outermost_boxes(drawing: Any) -> list[Any]:
    """The contents of the text boxes in a drawing, without those inside other boxes."""
    name = w("txbxContent")
    return [
        box
        for box in drawing.iter(name)
        if not any(outer.tag == name for outer in box.iterancestors() if outer is not drawing)
        or next(box.iterancestors(name), None) is next(drawing.iterancestors(name), None)
    ]
