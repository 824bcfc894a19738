"""Citations in EndNote's XML, as it keeps them in its fields."""

import base64
import re
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.docx.field_items import FieldItem, page_locator

_TYPES: Final = {
    "Journal Article": "article",
    "Electronic Article": "article",
    "Magazine Article": "article",
    "Newspaper Article": "article",
    "Book": "book",
    "Edited Book": "book",
    "Book Section": "incollection",
    "Conference Paper": "inproceedings",
    "Conference Proceedings": "inproceedings",
    "Thesis": "phdthesis",
    "Report": "techreport",
}
_BARE_AMPERSAND: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


def read_endnote_citation(code: str, data: Sequence[str]) -> tuple[FieldItem, ...]:
    """The works of the citation in a field's code, or else in its data, if there is one.

    EndNote writes a long citation in chunks of base64, each padded for itself, one to a nested
    field; a chunk that is repeated by the field around it is given once.
    """
    payload = _payload(code) or _payload(_decoded(data))
    if not payload or "<!" in payload:
        return ()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(_BARE_AMPERSAND.sub("&amp;", payload), parser)
    cites = () if root is None else root.iterchildren("Cite")
    return tuple(item for cite in cites if cite.get("Hidden") != "1" and (item := _item(cite)))


def _payload(text: str) -> str:
    start, end = text.find("<EndNote>"), text.rfind("</EndNote>")
    return text[start : end + len("</EndNote>")] if 0 <= start < end else ""


def _decoded(data: Sequence[str]) -> str:
    joined = b""
    for chunk in data:
        try:
            joined += base64.b64decode("".join(chunk.split()) + "==")
        except ValueError:
            return ""
    return joined.rstrip(b"\0").decode("utf-8", "replace")


def _item(cite: Any) -> FieldItem | None:
    record = cite.find("record")
    if record is None:
        record = etree.Element("record")
    author, year = _text(cite, "Author"), _text(cite, "Year")
    printed = _printed(record)
    if not printed.title:
        printed = PrintedReference(authors=(Name(author),) if author else (), year=year)
    number = _text(record, "rec-number") or _text(cite, "RecNum")
    key = record.find("foreign-keys/key")
    library = "" if key is None else key.get("db-id", "")
    identity = f"{library} {number}".strip() or f"{author} {year} {printed.title}".strip()
    return FieldItem(identity, printed, page_locator(_text(cite, "Pages"))) if identity else None


def _printed(record: Any) -> PrintedReference:
    kind = record.find("ref-type")
    return PrintedReference(
        type=_TYPES.get("" if kind is None else kind.get("name", ""), "misc"),
        authors=_names(record, "contributors/authors/author"),
        editors=_names(record, "contributors/secondary-authors/author"),
        title=_text(record, "titles/title"),
        venue=_text(record, "titles/secondary-title") or _text(record, "periodical/full-title"),
        year=_text(record, "dates/year"),
        volume=_text(record, "volume"),
        issue=_text(record, "number"),
        pages=_text(record, "pages"),
        publisher=_text(record, "publisher"),
        doi=_text(record, "electronic-resource-num"),
        url=_text(record, "urls/related-urls/url"),
    )


def _names(record: Any, path: str) -> tuple[Name, ...]:
    """Names as EndNote writes them: `Family, Given`, `Given Family`; a group ends with a comma."""
    names = []
    for element in record.findall(path):
        written = " ".join("".join(element.itertext()).split())
        family, comma, given = written.partition(",")
        if comma and not given.strip():
            names.append(Name(family.strip(), is_group=True))
        elif comma:
            names.append(Name(family.strip(), given.strip()))
        elif written:
            before, _, last = written.rpartition(" ")
            names.append(Name(last, before))
    return tuple(names)


def _text(element: Any, path: str) -> str:
    """The text at a path, whose parts may be wrapped in `style` elements, on one line."""
    found = element.find(path)
    return "" if found is None else " ".join("".join(found.itertext()).split())
