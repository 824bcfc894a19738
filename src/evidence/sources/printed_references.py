"""References as reference lists print them, taken apart: no style is asked for, none is recognised.

A reference is read from its ends: identifiers and addresses are taken out, the names read from the
beginning, the numbers from the end, and what is left between them is divided. What is not sure is
left empty.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.model.years import YEAR
from evidence.sources.printed.books import (
    Book,
    kind_of_other,
    read_book,
    read_host,
    split_host,
    without_chapter,
)
from evidence.sources.printed.division import (
    divide,
    divide_unnumbered,
    first_sentence,
    is_abbreviated_journal,
    read_quoted,
    trim_title,
)
from evidence.sources.printed.identifiers import (
    find_address,
    find_doi,
    one_line,
    unnumbered,
    without_asides,
)
from evidence.sources.printed.location import MONTH, Location, find_location
from evidence.sources.printed.names import read_names

_IN_PRESS: Final = re.compile(r"\bin press\b", re.IGNORECASE)
_NOTES: Final = re.compile(
    r"\[(?:Internet|Online|serial on the Internet|Web page|Abstract|PDF|Review|Preprint)\]"
    r"|\((?:Epub|e-pub|ahead of print|in press)[^()]*\)"
    r"|[;,.]?\s?\bin press\b|\bPubMed\b(?=\sPM(?:C?ID)?)"
    # The language behind the pages, as MEDLINE prints it.
    r"|(?<=\d\.)\s(?:Chinese|Czech|Danish|Dutch|English|French|German|Hungarian|Italian|Japanese"
    r"|Korean|Norwegian|Persian|Polish|Portuguese|Russian|Spanish|Swedish|Turkish)"
    r"(?=\.?\s*(?:doi\b|PMID|https?:|$))",
    re.IGNORECASE,
)
_EMPHASIS: Final = re.compile(r"(?<!\w)([*_]{1,2})(?=\S)([^*_]{1,400})(?<=\S)\1(?!\w)")
_BEHIND_NAMES: Final = re.compile(
    rf"[\s.,;:]*(?:[(\[](?:{MONTH},?\s)?(?P<bracketed>{YEAR})[a-z]?(?:[,;\s-][^()\[\]]{{0,40}})?[)\]]"
    rf"|(?P<bare>{YEAR})[a-z]?(?=[.,:;]\s))"
)
_JOURNAL_AND_YEAR: Final = re.compile(
    rf"(?P<venue>[^\d()]{{4,80}}?)[.,]?\s\(?(?P<year>{YEAR})\)?\.$"
)
_REGISTRY: Final = re.compile(r"\bNCT\d{8}\b|\bClinicalTrials\.gov\b", re.IGNORECASE)
_REGISTRY_NUMBER: Final = re.compile(
    r"[\s.,;(\[]*(?:\bClinicalTrials\.gov\b)?[\s.,;:]{0,3}(?:\b(?:identifier|number|no\.|registration))?[\s:]{0,3}"
    r"\bNCT\d{8}\b[)\].]?|[\s.,;]*\bClinicalTrials\.gov\b",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(r"[.,;]\s+(?:Last\s)?[Uu]pdated?\b.*")
_LAST_YEAR: Final = re.compile(rf"[\s.,;(]{{1,3}}({YEAR})\)?$")
_IMPRINT: Final = re.compile(rf":\s[^:;]{{2,80}};\s?{YEAR}$")
_LONGEST_TITLE: Final = 600  # characters; what is longer was not taken apart


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a reference when the names and the year behind them are read."""

    year: str
    by_commas: bool
    is_anonymous: bool
    is_in_press: bool
    is_registered: bool


def read_printed(text: str) -> PrintedReference:
    """The parts of one reference; what it does not say, or not clearly, is empty.

    >>> printed = read_printed("Chen Y, Chi P. Basket trial. J Hematol Oncol 2018; 11: 78.")
    >>> printed.title, printed.venue, printed.year, printed.volume, printed.pages
    ('Basket trial', 'J Hematol Oncol', '2018', '11', '78')
    """
    line = unicodedata.normalize("NFC", one_line(text))
    line = unnumbered(_EMPHASIS.sub(r"\2", line))
    doi = find_doi(line)
    if doi:
        line = f"{line[: doi.start]} {line[doi.end :]}"
    parts = _read_described(line)
    if len(parts.title) > _LONGEST_TITLE:
        parts = PrintedReference()
    return replace(parts, doi=doi.written if doi else "", url=find_address(line))


def _read_described(line: str) -> PrintedReference:
    """What a reference says beside identifiers and addresses."""
    body = without_asides(_NOTES.sub(" ", line)).rstrip(" .,;") + "."
    alone = _JOURNAL_AND_YEAR.match(body)
    if alone and is_abbreviated_journal(alone["venue"]):
        return PrintedReference(venue=alone["venue"], year=alone["year"])
    people = read_names(body)
    rest, year = _year_behind(body[people.end :])
    known = _Known(
        year,
        by_commas=people.are_before_comma(body),
        is_anonymous=not people.names,
        is_in_press=_IN_PRESS.search(line) is not None,
        is_registered=_REGISTRY.search(line) is not None,
    )
    parts = _read_rest(rest.strip(" .,:;"), known)
    if people.are_editors:
        return replace(parts, editors=people.names, et_al=people.et_al)
    return replace(parts, authors=people.names or parts.authors, et_al=people.et_al)


def _year_behind(text: str) -> tuple[str, str]:
    """What follows the year behind the names, and the year; all of it where there is none."""
    found = _BEHIND_NAMES.match(text)
    if found is None:
        return text, ""
    return text[found.end() :], found["bracketed"] or found["bare"]


def _read_rest(text: str, known: _Known) -> PrintedReference:
    """What stands behind the names and the year."""
    held = split_host(text)
    if held:
        title, host = held
        return _of_book(title, read_host(host), known.year)
    kind = kind_of_other(text)
    text = without_chapter(text)
    location = None if kind else find_location(text, has_year=bool(known.year))
    if known.is_registered and not (location and location.volume and location.year):
        return _of_registry(text, known)
    if location and location.volume:
        return _of_article(text, location, known)
    quoted = read_quoted(text)
    book = read_book(
        quoted[1] if quoted else text,
        is_anonymous=known.is_anonymous and not quoted,
        has_year=bool(known.year),
        by_commas=known.by_commas,
    )
    title, year = quoted[0] if quoted else book.title, known.year or book.year
    authors = (Name(book.group, is_group=True),) if book.group else ()
    if kind:
        return PrintedReference(kind, authors, title=title, year=year, publisher=book.publisher)
    if book.publisher or book.type == "book":
        return PrintedReference(
            "book", authors, title=title, year=year, volume=book.volume, pages=book.pages,
            publisher=book.publisher,
        )  # fmt: skip
    if location and location.pages and location.year:
        return _of_article(text, location, known)
    return _of_unnumbered(text, location, known, year)


def _of_unnumbered(
    text: str, location: Location | None, known: _Known, year: str
) -> PrintedReference:
    """A work without numbers: its title, and its journal where one clearly stands behind it."""
    if (location and location.year) or known.is_in_press:
        title, venue = divide_unnumbered(text[: location.start] if location else text)
        return PrintedReference(title=title, venue=venue, year=location.year if location else year)
    quoted = read_quoted(text)
    title = text if known.is_anonymous else first_sentence(text)[0]
    return PrintedReference(title=quoted[0] if quoted else trim_title(title), year=year)


def _of_registry(text: str, known: _Known) -> PrintedReference:
    """A trial in a registry: neither an article nor a book."""
    rest = _REGISTRY_NUMBER.sub(". ", text).strip(" .,:;")
    year = _LAST_YEAR.search(rest)
    title, publisher = _UPDATED.sub("", rest[: year.start()] if year else rest), ""
    if _IMPRINT.search(rest):
        book = read_book(rest, has_year=bool(known.year))
        title, publisher = book.title, book.publisher
    year_there = known.year or (year[1] if year else "")
    return PrintedReference(title=trim_title(title), year=year_there, publisher=publisher)


def _of_article(text: str, location: Location, known: _Known) -> PrintedReference:
    title, venue = divide(text[: location.start], by_commas=known.by_commas)
    return PrintedReference(
        "article" if venue and location.volume else "misc",
        title=title,
        venue=venue,
        year=location.year or known.year,
        volume=location.volume,
        issue=location.issue,
        pages=location.pages,
    )


def _of_book(title: str, book: Book, year: str) -> PrintedReference:
    return PrintedReference(
        book.type,
        editors=book.editors,
        title=title,
        venue=book.title,
        year=year or book.year,
        volume=book.volume,
        pages=book.pages,
        publisher=book.publisher,
    )
