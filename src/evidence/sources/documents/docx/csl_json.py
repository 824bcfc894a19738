"""Citations in CSL-JSON, as Zotero and Mendeley keep them in their fields."""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.docx.field_items import FieldItem, page_locator

# https://docs.citationstyles.org/en/stable/specification.html, appendix III, in BibTeX's words.
_TYPES: Final = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "manuscript": "unpublished",
}
_MARKUP: Final = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b[12]\d{3}\b")
# Mendeley Desktop numbers the items of each citation anew.
_COUNTED_ID: Final = re.compile(r"ITEM-\d+")


def read_csl_citation(code: str) -> tuple[FieldItem, ...]:
    """The works of the citation whose JSON begins at the first brace of `code`, if there is one.

    Zotero writes a space or none before it, and may write more behind it.
    """
    try:
        held, _ = json.JSONDecoder().raw_decode(code[code.index("{") :])
    except (ValueError, RecursionError):
        return ()
    items = _list(_mapping(held).get("citationItems"))
    return tuple(item for each in items if (item := _item(_mapping(each))))


def read_encoded_csl_citation(encoded: str) -> tuple[FieldItem, ...]:
    """The same in base64, with or without padding, as Mendeley Cite writes it."""
    try:
        padded = encoded.strip().translate(str.maketrans("-_", "+/"))
        code = base64.b64decode(padded + "=" * (-len(padded) % 4)).decode("utf-8")
    except ValueError:
        return ()
    return read_csl_citation(code)


def _item(item: Mapping[str, Any]) -> FieldItem | None:
    data = _mapping(item.get("itemData"))
    printed = _printed(data)
    uri = next((each for each in _list(item.get("uris")) if isinstance(each, str)), "")
    own_id = _text(item, "id") or _text(data, "id")
    if _COUNTED_ID.fullmatch(own_id):
        own_id = ""
    identity = uri or own_id or printed.doi.lower() or f"{printed.title} {printed.year}".strip()
    locator = _text(item, "locator")
    label = _text(item, "label") or "page"
    if locator:
        locator = page_locator(locator) if label == "page" else f"{label} {locator}"
    return FieldItem(identity, printed, locator) if identity else None


def _printed(data: Mapping[str, Any]) -> PrintedReference:
    return PrintedReference(
        type=_TYPES.get(_text(data, "type"), "misc"),
        authors=_names(data.get("author")),
        editors=_names(data.get("editor")),
        title=_text(data, "title"),
        venue=_text(data, "container-title"),
        year=_year(_mapping(data.get("issued"))),
        volume=_text(data, "volume"),
        issue=_text(data, "issue"),
        pages=_text(data, "page"),
        publisher=_text(data, "publisher"),
        doi=_text(data, "DOI"),
        url=_text(data, "URL"),
    )


def _names(value: Any) -> tuple[Name, ...]:
    names = []
    for each in map(_mapping, _list(value)):
        if group := _text(each, "literal"):
            names.append(Name(group, is_group=True))
            continue
        particles = (_text(each, "dropping-particle"), _text(each, "non-dropping-particle"))
        family = " ".join(part for part in (*particles, _text(each, "family")) if part)
        given = _text(each, "given")
        if family or given:
            names.append(Name(family or given, given if family else "", _text(each, "suffix")))
    return tuple(names)


def _year(issued: Mapping[str, Any]) -> str:
    parts = _list(issued.get("date-parts"))
    first = _list(parts[0]) if parts else ()
    if first and isinstance(first[0], str | int) and not isinstance(first[0], bool):
        return str(first[0])
    written = _YEAR.search(_text(issued, "raw") or _text(issued, "literal"))
    return written[0] if written else ""


def _text(held: Mapping[str, Any], key: str) -> str:
    """A text or number as one line without the markup that titles may have; empty for all else."""
    value = held.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(_MARKUP.sub("", str(value)).split())


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
