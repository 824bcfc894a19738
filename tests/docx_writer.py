"""Word files for tests: python-docx for what it knows, WordprocessingML for fields and notes."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DECLARED: Final = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Raised:
    """Text in a run that stands above the line."""

    text: str


@dataclass(frozen=True)
class FieldCode:
    """A complex field: its code, what it displays, and base64 data kept in nested fields."""

    code: str
    shown: str
    is_raised: bool = False
    data: Sequence[str] = ()


@dataclass(frozen=True)
class Control:
    """A content control with a tag, round some pieces."""

    tag: str
    pieces: Sequence["Piece"]


@dataclass(frozen=True)
class NoteMark:
    """The mark of an `endnote` or a `footnote`."""

    kind: str
    note_id: int


@dataclass(frozen=True)
class Xml:
    """WordprocessingML as it is to stand in the paragraph, with the prefixes `w`, `mc`, `m`."""

    text: str


Piece = str | Raised | FieldCode | Control | NoteMark | Xml


@dataclass
class DocxWriter:
    """A document that grows; `data` gives its bytes."""

    document: Any = field(default_factory=docx.Document)
    parts: dict[str, tuple[bytes, str, str]] = field(default_factory=dict)

    def heading(self, text: str, level: int = 1) -> None:
        self.document.add_heading(text, level)

    def paragraph(self, *pieces: Piece, style: str | None = None) -> Any:
        """A paragraph of these pieces; the python-docx paragraph comes back."""
        paragraph = self.document.add_paragraph(style=style)
        for piece in pieces:
            for element in parse_xml(f"<w:p {_DECLARED}>{piece_xml(piece)}</w:p>"):
                paragraph._p.append(element)
        return paragraph

    def table(self, rows: Sequence[Sequence[str]]) -> Any:
        table = self.document.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
        return table

    def body(self, xml: str) -> None:
        """Elements at the end of the body, as WordprocessingML."""
        section = self.document.element.body.sectPr
        for element in parse_xml(f"<w:body {_DECLARED}>{xml}</w:body>"):
            section.addprevious(element)

    def notes(self, kind: str, texts: Mapping[int, str | Sequence[Piece]]) -> None:
        """The footnotes or endnotes by their ids."""
        inner = "".join(
            f'<w:{kind} w:id="{number}"><w:p>'
            + "".join(piece_xml(each) for each in ([held] if isinstance(held, str) else held))
            + f"</w:p></w:{kind}>"
            for number, held in texts.items()
        )
        xml = f"<w:{kind}s {_DECLARED}>{inner}</w:{kind}s>"
        self.part(f"word/{kind}s.xml", xml.encode(), f"{_WORD_TYPE}.{kind}s+xml", f"{kind}s")

    def part(self, name: str, data: bytes, content_type: str, relation: str) -> None:
        """A part of its own, to which the document is related."""
        self.parts[name] = (data, content_type, relation)

    def data(self) -> bytes:
        buffer = BytesIO()
        self.document.save(buffer)
        return with_parts(buffer.getvalue(), self.parts)


def with_parts(package: bytes, parts: Mapping[str, tuple[bytes, str, str]]) -> bytes:
    """A package with further parts, each with its content type and how it is related."""
    held = unpacked(package)
    types = relations = ""
    for number, (name, (data, content_type, relation)) in enumerate(parts.items()):
        held[name] = data
        types += f'<Override PartName="/{name}" ContentType={quoteattr(content_type)}/>'
        target = f"/{name}"
        relations += (
            f'<Relationship Id="own{number}" Type="{_RELATIONS}/{relation}" Target="{target}"/>'
        )
    for name, more in (
        ("[Content_Types].xml", types),
        ("word/_rels/document.xml.rels", relations),
    ):
        end = held[name].rindex(b"</")
        held[name] = held[name][:end] + more.encode() + held[name][end:]
    return packed(held)


def unpacked(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def piece_xml(piece: Piece) -> str:
    match piece:
        case str():
            return _run(piece)
        case Raised(text):
            return _run(text, "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>")
        case FieldCode():
            return _field_xml(piece)
        case Control(tag, pieces):
            inner = "".join(map(piece_xml, pieces))
            return (
                f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/></w:sdtPr>"
                f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            )
        case NoteMark(kind, number):
            return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
        case Xml(text):
            return text


def mark(kind: str, data: str = "") -> str:
    """A run with the beginning, the middle or the end of a field."""
    held = f"<w:fldData>{data}</w:fldData>" if data else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{held}</w:fldChar></w:r>'


def code_xml(code: str) -> str:
    """Runs with a field's code, split in the middle as Word does."""
    half = len(code) // 2
    return "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>'
        for part in (code[:half], code[half:])
    )


def csl_citation(items: Sequence[Mapping[str, Any]], **more: Any) -> str:
    """The JSON of a citation as Zotero and Mendeley write it."""
    return json.dumps({"citationID": "x1", "citationItems": list(items), **more})


def mendeley_tag(items: Sequence[Mapping[str, Any]]) -> str:
    """The tag of a Mendeley Cite control."""
    return "MENDELEY_CITATION_v3_" + base64.b64encode(csl_citation(items).encode()).decode()


def _field_xml(held: FieldCode) -> str:
    nested = "".join(
        f"{mark('begin', chunk)}{code_xml(' ADDIN EN.CITE.DATA ')}{mark('end')}"
        for chunk in held.data
    )
    raised = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>" if held.is_raised else ""
    last = held.data[-1] if held.data else ""
    return (
        f"{mark('begin', last)}{code_xml(held.code)}{nested}{mark('separate')}"
        f"{_run(held.shown, raised)}{mark('end')}"
    )


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
