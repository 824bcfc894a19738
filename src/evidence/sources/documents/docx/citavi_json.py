"""Citations in Citavi's JSON, as it keeps them in its fields."""

import base64
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.docx.field_items import FieldItem, page_locator

_TYPES: Final = {
    "JournalArticle": "article",
    "NewspaperArticle": "article",
    "Book": "book",
    "BookEdited": "book",
    "Contribution": "incollection",
    "ConferenceProceedings": "inproceedings",
    "Thesis": "phdthesis",
    "Report": "techreport",
}
_ENCODED: Final = re.compile(r"CitaviPlaceholder\s*([A-Za-z0-9+/=\s]+)")
# `<sp>…</sp><ep>…</ep><os>593-596</os>`: the range as it was typed comes last.
_TYPED_RANGE: Final = re.compile(r"<os>([^<]*)</os>")


def read_citavi_citation(code: str) -> tuple[FieldItem, ...]:
    """The works of the citation that a field's code holds in base64, if there is one."""
    encoded = _ENCODED.search(code)
    if encoded is None:
        return ()
    try:
        held = json.loads(base64.b64decode("".join(encoded[1].split())).decode("utf-8"))
    except (ValueError, RecursionError):
        return ()
    if not isinstance(held, dict) or not isinstance(held.get("Entries"), list):
        return ()
    known = {str(each["$id"]): each for each in _objects(held) if "$id" in each}
    entries = [entry for entry in held["Entries"] if isinstance(entry, dict)]
    return tuple(item for entry in entries if (item := _item(entry, known)))


def _objects(held: Any) -> Iterator[dict[str, Any]]:
    pending = [held]
    while pending:
        each = pending.pop()
        if isinstance(each, dict):
            yield each
            pending.extend(each.values())
        elif isinstance(each, list):
            pending.extend(each)


def _item(entry: Mapping[str, Any], known: Mapping[str, dict[str, Any]]) -> FieldItem | None:
    reference = _mapping(entry, "Reference")
    reference = known.get(str(reference.get("$ref")), reference)
    printed = _printed(reference)
    identity = _text(entry, "ReferenceId") or _text(reference, "Id") or printed.title
    pages = page_locator(_text(_mapping(entry, "PageRange"), "OriginalString"))
    return FieldItem(identity, printed, pages) if identity else None


def _printed(reference: Mapping[str, Any]) -> PrintedReference:
    pages = _TYPED_RANGE.findall(_text(reference, "PageRange"))
    venue = _mapping(reference, "Periodical")
    book = _mapping(reference, "ParentReference")
    return PrintedReference(
        type=_TYPES.get(_text(reference, "ReferenceType"), "misc"),
        authors=_names(reference.get("Authors")),
        editors=_names(reference.get("Editors")),
        title=_text(reference, "Title"),
        venue=_text(venue, "Name") or _text(venue, "FullName") or _text(book, "Title"),
        year=_text(reference, "Year") or _text(book, "Year"),
        volume=_text(reference, "Volume"),
        issue=_text(reference, "Number"),
        pages=pages[-1] if pages else "",
        doi=_text(reference, "Doi"),
        url=_text(reference, "OnlineAddress"),
    )


def _names(held: Any) -> tuple[Name, ...]:
    people = [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []
    names = []
    for each in people:
        given = f"{_text(each, 'FirstName')} {_text(each, 'MiddleName')}".strip()
        family = f"{_text(each, 'Prefix')} {_text(each, 'LastName')}".strip()
        if family:
            names.append(Name(family, given, _text(each, "Suffix"), is_group=not given))
    return tuple(names)


def _mapping(held: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = held.get(key)
    return value if isinstance(value, dict) else {}


def _text(held: Mapping[str, Any], key: str) -> str:
    value = held.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""
