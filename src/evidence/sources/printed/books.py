"""Printed references of books, chapters, papers in proceedings, reports and theses."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from evidence.model.work import Name
from evidence.model.years import YEAR
from evidence.sources.printed.division import first_sentence, read_quoted, trim_title
from evidence.sources.printed.name_patterns import CAPITAL
from evidence.sources.printed.names import read_names

_DASH: Final = r"\s?[-‐‑‒–—−]{1,2}\s?"
_PAGES: Final = re.compile(
    rf"[,.;:\s(]{{1,4}}(?:pp?(?:\.|(?=\s|\d+{_DASH}))|pages?|pgs?\.|(?-i:SS?\.|Seiten?))\s?(?P<pages>[A-Za-z]?\d+(?:{_DASH}[A-Za-z]?\d+)?)(?!\w)\)?",
    re.IGNORECASE,
)
_BARE_PAGES: Final = re.compile(rf"(?P<lead>:|,)\s?(?P<pages>\d+{_DASH}\d+)[\s.]{{0,4}}$")
_VOLUME: Final = re.compile(r"[,.;\s(]{1,4}vol(?:ume|\.)?\s?(?P<volume>\d+)\b\)?", re.IGNORECASE)
_EDITION: Final = re.compile(
    r"[\s,.(]{1,4}(?:(?:\d{1,2}(?:st|nd|rd|th)|revised|second|third|fourth|fifth)\sed(?:ition|n)?"
    r"|\d{1,2}\.,?\s(?:[a-zäöü]+\s(?:und\s)?){0,3}(?:Aufl(?:age)?|ed)|\d{1,2}(?:e|è|ème|de)\s[ée]d(?:ition)?)"
    r"(?=[\s]?[.,;)]|$)\.?\)?",
    re.IGNORECASE,
)
_LAST_YEAR: Final = re.compile(
    rf"[\s,;(]{{1,4}}(?:[A-Z][a-z]{{2,8}}\.?\s)?(?:\d{{1,2}}\s)?c?(?P<year>{YEAR})[a-z]?\)?(?=[\s.,;:)]|$)"
)
_PLACED: Final = re.compile(
    rf"[.,;?!]\s(?P<place>{CAPITAL}[^:;.]{{1,50}}(?:,\s[A-Z.]{{2,5}})?):\s(?P<publisher>{CAPITAL}[^:;]{{1,80}}?)[\s.,;]{{0,4}}$"
)
_PUBLISHERS: Final = re.compile(
    r"\b(?:press|publish\w*|springer\w*|elsevier|wiley|blackwell|verlag|mcgraw|academic|saunders"
    r"|lippincott|thieme|karger|humana|routledge|sage|books|mosby|churchill|pearson|informa|crc"
    r"|francis|addison|prentice|o'reilly|macmillan|penguin|norton|birkh\w+|gruyter|karnac)\b",
    re.IGNORECASE,
)
_CHAPTER: Final = re.compile(
    r"[.,;]\s(?:ch|chap|chapter|sec)\.?\s?\d{1,3}(?=[.,;]|$)", re.IGNORECASE
)
_IN: Final = re.compile(
    r"(?:(?<=[.?!”\"’'])|(?<=,)|^)\s*(?:In:\s|In\s(?=[A-Z0-9])|(?<=[”\"’']\s)in:?\s(?=[A-Z0-9]))"
)
_MOST_MARKERS: Final = 5
_LONGEST_GROUP: Final = 10  # words
_LONGEST_PLACE: Final = 3  # words
# What the name of a group hardly holds, and a title does.
_TITLE_SIGNS: Final = re.compile(
    r"[\d:?!\"“„«]|^(?:An?|The|Une?|L[ea]s?|Eine?|D(?:er|ie|as)|El|Los?|Las?)\s"
    r"|\b(?:in|on|with|from|by|at|into|between|among|versus|vs|how|why|what|handbook|guidelines?|manual"
    r"|atlas|textbook|principles|introduction|guide|review|trends)\b",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\b(?:proc(?:eedings|\.)?|conf(?:erence|\.)?|symp(?:osium|\.)?|workshops?|congress|meeting"
    r"|advances\sin\sneural)\b",
    re.IGNORECASE,
)
_CHAPTER_SIGNS: Final = re.compile(r"\b(?:pp?\.|pages|eds?\b|editors?\b)", re.IGNORECASE)
_THESIS: Final = re.compile(r"\b(?:thesis|dissertation|habilitation)\b", re.IGNORECASE)
_REPORT: Final = re.compile(
    r"\b(?:tech(?:nical|\.)\srep(?:ort|\.)|report\s(?:no|number)|working\spaper|white\spaper)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Book:
    """A book, or what holds a chapter or a paper: `title` is its own.

    `group` is the body in whose name it was published, where that stands before the title.
    """

    type: str
    title: str
    editors: tuple[Name, ...] = ()
    year: str = ""
    volume: str = ""
    pages: str = ""
    publisher: str = ""
    group: str = ""


def split_host(text: str) -> tuple[str, str] | None:
    """The title of a part, and what stands behind `In:`; None where nothing is held."""
    for found in islice(_IN.finditer(text), _MOST_MARKERS):
        host = text[found.end() :]
        is_marked = found[0].rstrip().endswith(":") or bool(
            _CHAPTER_SIGNS.search(host) or _MEETING.search(host)
        )
        if is_marked and found.start() > 2:
            quoted = read_quoted(text)
            return quoted[0] if quoted else trim_title(text[: found.start()]), host
    return None


def read_host(text: str) -> Book:
    """The book or the proceedings behind `In:`."""
    people = read_names(text)
    editors = people.names if people.are_editors else ()
    rest = text[people.end :].strip(" .,:;") if editors else text
    book = read_book(rest, may_be_abbreviated=bool(_MEETING.search(rest)))
    is_meeting = bool(_MEETING.search(book.title))
    kind = "inproceedings" if is_meeting else "incollection"
    return Book(kind, book.title, editors, book.year, book.volume, book.pages, book.publisher)


def read_book(
    text: str,
    *,
    may_be_abbreviated: bool = False,
    is_anonymous: bool = False,
    has_year: bool = False,
    by_commas: bool = False,
) -> Book:
    """A book's title, and what stands around its publisher.

    `is_anonymous` says that no author stands before it: its first sentence may be a group.
    `has_year` says that the year was printed before: one that is in the title belongs to it.
    `by_commas` says that commas part the elements.
    """
    text, pages = _taken(text, _PAGES, "pages")
    if not pages:
        text, pages = _taken(text, _BARE_PAGES, "pages")
    text, volume = _taken(text, _VOLUME, "volume")
    # Before the year: the month in front of one may be any word.
    is_edition = bool(_EDITION.search(text))
    text = _EDITION.sub(". ", text, count=1)
    text, year = _without_year(text, has_year=has_year)
    text = " ".join(text.replace("..", ".").replace(" .", ".").split()).strip(" ,;:")
    placed = _PLACED.search(text)
    publisher = group = ""
    if placed and placed.start():
        publisher, text = placed["publisher"], text[: placed.start()]
        if is_anonymous:
            group, title = _split_group(text)
        else:
            title = first_sentence(text, may_be_abbreviated=may_be_abbreviated)[0] or text
    elif by_commas and (parted := _by_commas(text)):
        title, publisher = parted
    else:
        title, rest = first_sentence(text, may_be_abbreviated=may_be_abbreviated)
        named = rest.strip(" .,;()")
        if named and (_PUBLISHERS.search(named) or is_edition) and len(named.split()) <= 8:
            publisher = _without_place(named)
        elif is_anonymous:
            title = text
    kind = "book" if publisher or is_edition else "misc"
    return Book(kind, trim_title(title.rstrip("( ")), (), year, volume, pages, publisher, group)


def _without_year(text: str, *, has_year: bool) -> tuple[str, str]:
    """`text` without its last year, and that; where one stood before, only at the very end."""
    if has_year and not re.search(rf"{YEAR}[\s.,;)]*$", text):
        return text, ""
    return _taken(text, _LAST_YEAR, "year", last=True)


def _split_group(text: str) -> tuple[str, str]:
    """The group that the first of two sentences names, and the rest; no group when not sure.

    `Burns in Europe. A survey` is one title, `Haute Autorité de santé. Prise en charge` is not.
    """
    first, rest = first_sentence(text)
    if not rest or len(first.split()) > _LONGEST_GROUP or _TITLE_SIGNS.search(first):
        return "", text
    return first.rstrip(" ."), rest


def _by_commas(text: str) -> tuple[str, str] | None:
    """The title and the publisher in `Title, Publisher, Place`; None without a known publisher."""
    pieces = text.rstrip(" .").split(", ")
    at = next((at for at, piece in enumerate(pieces) if at and _PUBLISHERS.search(piece)), 0)
    return (", ".join(pieces[:at]), pieces[at]) if at else None


def _without_place(named: str) -> str:
    """The publisher in `Publisher, Place`."""
    publisher, _, place = named.partition(", ")
    is_place = 0 < len(place.split()) <= _LONGEST_PLACE and place[:1].isupper()
    is_known = _PUBLISHERS.search(publisher) and not _PUBLISHERS.search(place)
    return publisher if is_place and is_known else named


def without_chapter(text: str) -> str:
    """The text without the number of a chapter: `, ch. 4`."""
    return _CHAPTER.sub("", text, count=1)


def kind_of_other(text: str) -> str:
    """`phdthesis` or `techreport` where the words say so; else empty."""
    if _THESIS.search(text):
        return "phdthesis"
    return "techreport" if _REPORT.search(text) else ""


def _taken(
    text: str, pattern: re.Pattern[str], name: str, *, last: bool = False
) -> tuple[str, str]:
    """`text` without the first (or last) thing of this kind, and that thing."""
    every = list(pattern.finditer(text))
    if not every:
        return text, ""
    found = every[-1] if last else every[0]
    gap = ". " if "." in found[0] else ""
    return f"{text[: found.start()]}{gap}{text[found.end() :].lstrip(' .,;')}".strip(), found[name]
