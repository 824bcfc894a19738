"""Records written out as BibTeX, as people and reference managers write them."""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from evidence.model.reference import Reference
from evidence.model.work import Name, Work

STYLES = ("full", "abbreviated", "vancouver", "capitals")
_KINDS = {"journal-article": "article", "proceedings-article": "inproceedings"}
_AND = re.compile(r"\s+and\s+(?![^{]*\})")
_SPECIAL = re.compile(r"([&%#_])")


@dataclass(frozen=True)
class Entry:
    """An entry as text; `authors` are names as written, without `others` at their end."""

    type: str
    authors: tuple[str, ...]
    fields: Mapping[str, str]
    et_al: bool = False

    def changed(self, **fields: str | None) -> "Entry":
        """The entry with these fields instead; None takes one out."""
        merged = {**self.fields, **fields}
        return replace(self, fields={name: text for name, text in merged.items() if text})

    def text(self, key: str) -> str:
        """The entry in BibTeX."""
        names = [*self.authors, *(["others"] if self.et_al else [])]
        told = {"author": " and ".join(names), **self.fields}
        lines = "".join(f"  {name} = {{{text}}},\n" for name, text in told.items() if text)
        return f"@{self.type}{{{key},\n{lines}}}\n"


def as_read(reference: Reference) -> Entry:
    """An entry of a real file, its fields as they were written."""
    fields = {field.name: field.raw for field in reference.fields if field.name != "author"}
    written = reference.field("author")
    names = [name.strip() for name in _AND.split(written.raw)] if written else []
    named = tuple(name for name in names if name.lower() != "others")
    return Entry(reference.type, named, fields, et_al=len(named) < len(names))


def as_written(work: Work, style: str) -> Entry:
    """The record as an entry in one of the styles."""
    names = [_name(name, style) for name in work.authors]
    is_cut = style == "vancouver" and len(names) > 6
    venue = work.venues[1 if style == "abbreviated" and len(work.venues) > 1 else 0]
    title = clean(work.title)
    if work.subtitles and style != "vancouver":
        title = f"{title}: {clean(work.subtitles[0])}"
    pages = {"full": work.pages.replace("-", "--"), "vancouver": _cut(work.pages)}
    kind = _KINDS.get(work.type, "incollection")
    fields = {
        "title": escaped(title.upper() if style == "capitals" else title),
        "journal" if kind == "article" else "booktitle": escaped(clean(venue)),
        "year": str(work.year or ""),
        "volume": work.volume,
        "number": work.issue,
        "pages": pages.get(style, work.pages) or work.article_number,
        "doi": work.doi.name,
    }
    told = {name: text for name, text in fields.items() if text}
    return Entry(kind, tuple(names[:3] if is_cut else names), told, et_al=is_cut)


def bibliography(entries: Iterable[tuple[str, Entry]]) -> str:
    """The text of a .bib file with these entries under their keys."""
    return "\n".join(entry.text(key) for key, entry in entries)


def clean(title: str) -> str:
    """A title without markup and entities."""
    return " ".join(re.sub(r"<[^>]+>", "", html.unescape(html.unescape(title))).split())


def escaped(text: str) -> str:
    """`text` with LaTeX's special characters escaped, and without braces."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"[{}\\]", "", text))


def _name(name: Name, style: str) -> str:
    if name.is_group:
        return f"{{{escaped(name.family)}}}"
    given = name.given if style == "full" else _initials(name.given, glued=style != "abbreviated")
    return escaped(", ".join(part for part in (name.family, name.suffix, given) if part))


def _initials(given: str, *, glued: bool) -> str:
    parts = [part[0].upper() for part in re.split(r"[\s.\-]+", given) if part and part[0].isalpha()]
    return "".join(parts) if glued else " ".join(f"{part}." for part in parts)


def _cut(pages: str) -> str:
    """`1425-1437` as `1425-37`."""
    first, dash, last = pages.partition("-")
    if dash and len(first) == len(last) and first.isdecimal() and last.isdecimal():
        same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
        return f"{first}-{last[same:]}"
    return pages
