"""An item of an article's reference list in parts, as far as it names them."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.documents.jats.tree import Element, Text
from evidence.sources.documents.printed_text import printed_text

CITATIONS: Final = ("mixed-citation", "element-citation", "nlm-citation", "citation")
# Names as PubMed writes them: `AB`, `MJ`.
_INITIALS: Final = re.compile(r"[A-Z]{2,4}")
_TYPES: Final = {
    "journal": "article",
    "article": "article",
    "book": "book",
    "chapter": "incollection",
    "conference": "inproceedings",
    "confproc": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "preprint": "unpublished",
}


def printed_reference(item: Element) -> PrintedReference | None:
    """The item in parts, as far as it names them; None where it hardly does."""
    citations = list(citations_of(item))
    if len(citations) != 1:
        return None
    [citation] = citations
    title, source = _title(citation)
    authors, editors = _people(citation)
    if not ((title or source) and (authors or editors) and _words(citation, "year")):
        return None
    kind = citation.attributes.get("publication-type", citation.attributes.get("citation-type", ""))
    return PrintedReference(
        type=_TYPES.get(kind, "misc"),
        authors=authors,
        et_al=next(citation.descendants("etal"), None) is not None,
        editors=editors,
        title=title or source,
        venue=source if title else "",
        year=_words(citation, "year"),
        volume=_words(citation, "volume"),
        issue=_words(citation, "issue"),
        pages=_pages(citation),
        publisher=_words(citation, "publisher-name"),
        doi=_identifier(citation, "doi"),
        url=_words(citation, "ext-link", "uri"),
    )


def is_in_parts_alone(item: Element) -> bool:
    """Whether the item has no punctuation of its own between its parts."""
    citation = next(citations_of(item), None)
    return citation is not None and not any(
        isinstance(child, Text) and not child.text.isspace() for child in citation.children
    )


def text_of_parts(item: Element) -> str:
    """The item as a list would print it, whose parts stand side by side."""
    printed = printed_reference(item)
    if printed is not None:
        return printed_text(printed)
    return " ".join(part.words for each in citations_of(item) for part in each.elements())


def citations_of(item: Element) -> Iterator[Element]:
    """The works that an item names; of two forms of the same the first."""
    for child in item.elements("citation-alternatives", *CITATIONS):
        if child.tag == "citation-alternatives":
            yield from list(child.elements(*CITATIONS))[:1]
        else:
            yield child


def _words(citation: Element, *tags: str) -> str:
    found = next(citation.descendants(*tags), None)
    return found.words if found is not None else ""


def _title(citation: Element) -> tuple[str, str]:
    """The title of the work, and of what it appeared in."""
    return _words(citation, "article-title", "chapter-title"), _words(citation, "source")


def _people(citation: Element) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The authors and the editors."""
    authors: list[Name] = list(_names(citation))
    editors: list[Name] = []
    for group in citation.elements("person-group"):
        is_editors = group.attributes.get("person-group-type") == "editor"
        (editors if is_editors else authors).extend(_names(group))
    return tuple(authors), tuple(editors)


def _names(parent: Element) -> Iterator[Name]:
    for each in parent.elements("name", "string-name", "collab"):
        family = _words(each, "surname")
        if family:
            given = _words(each, "given-names")
            if _INITIALS.fullmatch(given):
                given = " ".join(f"{letter}." for letter in given)
            yield Name(family, given, _words(each, "suffix"))
        elif each.words:
            yield Name(each.words, is_group=each.tag == "collab")


def _pages(citation: Element) -> str:
    first, last = _words(citation, "fpage"), _words(citation, "lpage")
    pages = "-".join(dict.fromkeys(filter(None, (first, last))))
    return pages or _words(citation, "page-range", "elocation-id")


def _identifier(citation: Element, kind: str) -> str:
    for each in citation.descendants("pub-id", "article-id", "ext-link"):
        if kind in (each.attributes.get("pub-id-type"), each.attributes.get("ext-link-type")):
            return each.words
    return ""
