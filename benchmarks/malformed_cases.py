"""Real works as BibTeX entries that are right but for the spelling of their DOI."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from malformed_spellings import Kind

Record = dict[str, Any]
_TYPES = {
    "journal-article": ("article", "journal"),
    "proceedings-article": ("inproceedings", "booktitle"),
    "book-chapter": ("incollection", "booktitle"),
}


@dataclass(frozen=True)
class Case:
    """An entry whose `doi` is `written` in some other way."""

    kind: Kind
    key: str
    doi: str
    written: str
    entry: str


def half_of(record: Record) -> str:
    """`tuned` for the works to which the repairs were fitted, else `held-out`."""
    return "held-out" if _chance(record["DOI"]) % 2 else "tuned"


def citable(records: Iterable[Record]) -> Iterator[Record]:
    """Records that can be cited, in an order by chance; of the publisher that fills half of the
    file one in fifteen, and none of the prefix for tests.
    """
    for record in sorted(records, key=lambda each: _chance(each["DOI"])):
        doi = record["DOI"]
        is_crowded = doi.startswith("10.1001/") and _chance(doi) % 15
        is_whole = record.get("title") and record.get("container-title") and _year(record)
        is_by_somebody = any(person.get("family") for person in record.get("author") or ())
        is_usual = record.get("type") in _TYPES and not doi.startswith("10.5555/")
        if is_usual and is_whole and is_by_somebody and not is_crowded:
            yield record


def cases(records: Sequence[Record], kind: Kind, *, most: int) -> tuple[Case, ...]:
    """The first works whose DOI the kind can spoil."""
    return tuple(islice(_spoilt(records, kind), most))


def _spoilt(records: Iterable[Record], kind: Kind) -> Iterator[Case]:
    for at, record in enumerate(records):
        doi = record["DOI"].lower()
        written = kind.of(doi)
        if written:
            key = f"work{at}"
            yield Case(kind, key, doi, written, _entry(record, key, written))


def _entry(record: Record, key: str, written: str) -> str:
    """The record as a careful author's BibTeX entry, with this text as its DOI."""
    kind, venue = _TYPES[record["type"]]
    pages = record.get("page") or record.get("article-number") or ""
    fields = {
        "author": " and ".join(map(_person, record["author"])),
        "title": f"{{{_escaped(record['title'][0])}}}",
        venue: _escaped(record["container-title"][0]),
        "year": str(_year(record)),
        "volume": record.get("volume", ""),
        "number": record.get("issue", ""),
        "pages": pages.replace("-", "--"),
        "doi": written,
    }
    lines = (f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _person(author: Record) -> str:
    if author.get("family"):
        parts = (author.get("family"), author.get("suffix"), author.get("given"))
        return ", ".join(_escaped(part) for part in parts if part)
    return f"{{{_escaped(author.get('name', ''))}}}"


def _escaped(text: str) -> str:
    """Without markup, and with LaTeX's escapes."""
    plain = " ".join(re.sub(r"<[^>]+>", "", html.unescape(html.unescape(text))).split())
    return re.sub(r"[&%#$_{}]", r"\\\g<0>", plain.replace("\\", ""))


def _year(record: Record) -> int | None:
    parts = (record.get("issued") or {}).get("date-parts") or [[]]
    return parts[0][0] if parts[0] else None


def _chance(doi: str) -> int:
    return int(sha256(doi.lower().encode()).hexdigest(), 16)
