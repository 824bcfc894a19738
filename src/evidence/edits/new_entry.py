"""A registry's record as a BibTeX entry: its type and its fields, in the order of printed lists."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.edits.bibtex_text import bibtex_names, bibtex_pages, bibtex_text
from evidence.edits.title_case import protect_capitals
from evidence.matching.text import letters, plain
from evidence.model.doi import Doi
from evidence.model.work import Work
from evidence.sources.latex import decode

# By Crossref's types, and DataCite's where they differ; what is not here is `misc`.
_TYPES: Final = {
    "journal-article": "article",
    "proceedings-article": "inproceedings",
    "book-chapter": "incollection",
    "book-section": "incollection",
    "book-part": "incollection",
    "book-track": "incollection",
    "reference-entry": "incollection",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "proceedings": "proceedings",
    "report": "techreport",
    "report-component": "techreport",
    "dissertation": "phdthesis",
}
_PUBLISHERS: Final = {"techreport": "institution", "phdthesis": "school", "article": ""}
_HELD: Final = frozenset({"inproceedings", "incollection"})
_UNSAFE: Final = re.compile(r"[{}\\\"]")
# In a title these repeat in TeX what stands there in MathML as well.
_ALTERNATIVE: Final = re.compile(r"<((?:mml:)?annotation|(?:jats:)?tex-math)\b.*?</\1>", re.DOTALL)
_FORMULA: Final = re.compile(r"\$[^$]*[\\^_{][^$]*\$")


@dataclass(frozen=True, slots=True)
class NewEntry:
    """The type of an entry and the contents of its fields, escaped for LaTeX, none empty."""

    type: str
    fields: tuple[tuple[str, str], ...]


def new_entry(work: Work) -> NewEntry:
    """The entry that cites `work`.

    An article number stands in `pages`, which every style prints. What the registry does not say
    is left out, whether or not BibTeX asks for it.
    """
    kind = _TYPES.get(work.type, "misc")
    container = "journal" if kind == "article" else "booktitle" if kind in _HELD else ""
    venue = work.venue if container else ""
    has_editors = kind in _HELD or not work.authors
    fields = {
        "author": bibtex_names(work.authors),
        "title": protect_capitals(bibtex_text(_title(work))),
        container: bibtex_text(venue),
        "editor": bibtex_names(work.editors) if has_editors else "",
        _PUBLISHERS.get(kind, "publisher"): bibtex_text(work.publisher),
        "year": str(work.year or ""),
        "volume": bibtex_text(work.volume),
        "number": bibtex_text(work.issue.replace("_", " ")),  # `suppl_8`
        "pages": bibtex_pages(work.pages or work.article_number),
        "doi": _doi(work.doi),
    }
    filled = ((name, _printable(text)) for name, text in fields.items() if name)
    return NewEntry(kind, tuple((name, text) for name, text in filled if text))


def _printable(content: str) -> str:
    """The content without control characters, and without braces that BibTeX would count."""
    content = content.replace(r"\{", r"\textbraceleft{}").replace(r"\}", r"\textbraceright{}")
    return "".join(sign for sign in content if sign.isprintable())


def _title(work: Work) -> str:
    """The title with its first subtitle, where it does not hold it already; TeX as plain text."""
    title = _FORMULA.sub(lambda tex: decode(tex[0]), _ALTERNATIVE.sub("", work.title))
    subtitle = work.subtitles[0] if work.subtitles else ""
    if not subtitle or letters(subtitle) in letters(title):
        return title
    sign = " " if plain(title).endswith((":", "?", "!", ".")) else ": "
    return f"{title}{sign}{subtitle}"


def _doi(doi: Doi) -> str:
    """The DOI, as an address where a sign of BibTeX's own in it would end the value."""
    return doi.url if _UNSAFE.search(doi.name) else doi.name
