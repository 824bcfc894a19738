"""A printed reference as a BibTeX entry."""

import re
from typing import Final
from urllib.parse import quote

from evidence.edits.bibtex_text import bibtex_names, bibtex_pages, bibtex_text
from evidence.edits.new_entry import NewEntry
from evidence.edits.title_case import protect_capitals
from evidence.model.printed import PrintedReference

_CONTAINERS: Final = {
    "article": "journal",
    "inproceedings": "booktitle",
    "incollection": "booktitle",
    "misc": "howpublished",
}
_PUBLISHERS: Final = {"techreport": "institution", "phdthesis": "school"}
_BRACES: Final = re.compile(r"\\([{}])")
_ENDS_VALUE: Final = '{}"\\'


def printed_entry(printed: PrintedReference, text: str = "") -> NewEntry:
    """The entry that says what the printed reference says, and nothing else.

    Where it could not be taken apart, so that there is no title and no journal, `text`, the whole
    of it, becomes a note.
    """
    kind = printed.type
    others = " and others" if printed.et_al and printed.authors else ""
    is_unread = not (printed.title or (printed.venue and printed.volume))
    fields = {
        "author": bibtex_names(printed.authors) + others,
        "title": protect_capitals(bibtex_text(printed.title)),
        _CONTAINERS.get(kind, "series"): bibtex_text(printed.venue),
        "editor": bibtex_names(printed.editors),
        _PUBLISHERS.get(kind, "publisher"): bibtex_text(printed.publisher),
        "year": bibtex_text(printed.year),
        "volume": bibtex_text(printed.volume),
        "number": bibtex_text(printed.issue),
        "pages": bibtex_pages(printed.pages),
        "doi": printed_identifier(printed.doi),
        "url": printed_identifier(printed.url),
        "note": bibtex_text(text) if is_unread else "",
    }
    written = ((name, _printable(content)) for name, content in fields.items())
    return NewEntry(kind, tuple((name, content) for name, content in written if content))


def printed_identifier(written: str) -> str:
    """A DOI or an address exactly as printed, but for signs that would end a BibTeX value."""
    return "".join(quote(sign) if sign in _ENDS_VALUE else sign for sign in written)


def _printable(content: str) -> str:
    """The content without control characters, and without braces that BibTeX would count."""
    names = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    content = _BRACES.sub(lambda found: names[found[1]], content)
    return "".join(sign for sign in content if sign.isprintable())
