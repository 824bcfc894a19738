"""Fields of a .docx: what they are, and the citations that reference managers keep in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from evidence.model.printed import PrintedReference
from evidence.sources.documents.docx.citavi_json import read_citavi_citation
from evidence.sources.documents.docx.csl_json import read_csl_citation, read_encoded_csl_citation
from evidence.sources.documents.docx.endnote_xml import read_endnote_citation
from evidence.sources.documents.docx.field_items import FieldItem
from evidence.sources.documents.docx.word_sources import read_word_citation

_MENDELEY_CITE: Final = "MENDELEY_CITATION_v3_"
_MENDELEY_LIST: Final = "MENDELEY_BIBLIOGRAPHY"
_CITAVI_LIST: Final = "CitaviBibliography"


class FieldKind(Enum):
    """What a field is to a reader of the document."""

    CITATION = auto()
    BIBLIOGRAPHY = auto()
    CONTENTS = auto()  # a table of contents or of figures, an index
    TABLE_NUMBER = auto()
    OTHER = auto()


@dataclass(slots=True, eq=False)
class Field:
    """A field as it is read: its code in parts, the data kept with it and with fields inside it.

    `shown` is what it displays, in parts as well.
    """

    codes: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    is_result: bool = False
    kind: FieldKind = FieldKind.OTHER

    @property
    def code(self) -> str:
        """The whole code, without blanks around it."""
        return "".join(self.codes).strip()

    def show(self) -> None:
        """From here on the field displays its result, and its code is whole."""
        self.is_result = True
        self.kind = kind_of(self.code)


def kind_of(code: str) -> FieldKind:
    """What the field with this code is."""
    words = code.split(maxsplit=3)
    first = words[0].upper() if words else ""
    if first == "ADDIN":
        return _kind_of_added("".join(words[1:]).replace(" ", ""))
    match first:
        case "CITATION":
            return FieldKind.CITATION
        case "BIBLIOGRAPHY":
            return FieldKind.BIBLIOGRAPHY
        case "TOC" | "TOA" | "INDEX":
            return FieldKind.CONTENTS
        case "SEQ" if len(words) > 1 and words[1].lower().startswith("tab"):
            return FieldKind.TABLE_NUMBER
        case _:
            return FieldKind.OTHER


def _kind_of_added(code: str) -> FieldKind:
    """The kind of what a reference manager added, by the beginning of its code without blanks."""
    if code.startswith(("ZOTERO_BIBL", "CSL_BIBL", "MendeleyBibl", "EN.REFLIST", "CITAVI")):
        is_citation = code.startswith("CITAVI.PLACEHOLDER")
        return FieldKind.OTHER if is_citation else FieldKind.BIBLIOGRAPHY
    if code.startswith("EN.CITE"):
        is_data = code.startswith("EN.CITE.DATA")
        return FieldKind.OTHER if is_data else FieldKind.CITATION
    if code.startswith(("ZOTERO_ITEM", "CSL_CITATION", "MendeleyCitation", "CitaviPlaceholder")):
        return FieldKind.CITATION
    return FieldKind.OTHER


def control_field(tag: str) -> Field | None:
    """The content control with this tag as a field; None where it is no reference manager's.

    Citavi's controls hold fields, which say more.
    """
    if tag.startswith(_MENDELEY_CITE):
        return Field([tag], is_result=True, kind=FieldKind.CITATION)
    if tag.startswith((_MENDELEY_LIST, _CITAVI_LIST)):
        return Field([tag], is_result=True, kind=FieldKind.BIBLIOGRAPHY)
    return None


def items_in(held: Field, sources: Mapping[str, PrintedReference]) -> tuple[FieldItem, ...]:
    """The works that a field cites; none where it cannot be made out.

    `sources` are those that the document keeps for Word's own fields, by their tags.
    """
    code = held.code
    if code.startswith(_MENDELEY_CITE):
        return read_encoded_csl_citation(code.removeprefix(_MENDELEY_CITE))
    if code.upper().startswith("CITATION"):
        return read_word_citation(code, sources)
    if "EN.CITE" in code[:30]:
        return read_endnote_citation(code, held.nested or held.data)
    if "CitaviPlaceholder" in code[:40]:
        return read_citavi_citation(code)
    return read_csl_citation(code)
