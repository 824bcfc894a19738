"""DataCite's JSON for a work, in our terms.

Attributes after the DataCite Metadata Schema 4.6, as `https://api.datacite.org/dois/{doi}` gives
them. What a repository does not know it may say in codes (`(:unav)`), which say nothing here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from evidence.errors import ServiceError
from evidence.model.doi import Doi
from evidence.model.work import DateKind, Name, Origin, Work, WorkDate
from evidence.registries.crossref_record import HAND_MADE
from evidence.registries.datacite_relations import relations_of, updates_of
from evidence.registries.datacite_types import crossref_type
from evidence.registries.json_parts import doi_in, items, part, text
from evidence.sources.abstract_markup import plain_abstract

_DATES: Final = {
    "Issued": DateKind.ISSUED,
    "Copyrighted": DateKind.ISSUED,
    "Accepted": DateKind.ISSUED,  # a thesis
    "Available": DateKind.ONLINE,
    "Submitted": DateKind.POSTED,
    "Created": DateKind.POSTED,
    # arXiv's own citations give the year of the latest version.
    "Updated": DateKind.POSTED,
}
_DAY: Final = re.compile(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?(?!\d)")
# Appendix 3 of the schema: codes for values that are not known.
_UNKNOWN: Final = re.compile(r"\(?:(?:unac|unal|unap|unas|unav|unkn|none|null|tba|etal)\b.*", re.I)
_OTHER_TITLES: Final = ("AlternativeTitle", "TranslatedTitle")
# Repositories and series hold these: no venue that an entry would name.
_WITHOUT_VENUE: Final = frozenset({"dataset", "software"})
# The UCI repository writes several people into one name: `C. Sakar, Yomi Kastro`.
_TWO_IN_A_NAME: Final = "10.24432"


def work_from(answer: object, origin: Origin) -> Work:
    """The work in an answer of DataCite.

    Raises ServiceError when it is not a record: a work's record is an object that names its DOI.
    """
    data = part(answer, "data")
    record = part(data, "attributes")
    doi = doi_in(part(record, "doi")) or doi_in(part(data, "id"))
    if not isinstance(record, dict) or doi is None:
        raise ServiceError("a record should be an object that names its DOI")
    if part(record, "source") == HAND_MADE:
        origin = replace(origin, hand_made=True)
    kind = crossref_type(_text(part(record.get("types"), "resourceTypeGeneral")))
    holder = {} if kind in _WITHOUT_VENUE else _holder(record)
    return Work(
        doi=doi,
        type=kind,
        titles=_titles(record, "", *_OTHER_TITLES),
        origin=origin,
        subtitles=_titles(record, "Subtitle"),
        authors=tuple(_names(record.get("creators"), doi)),
        editors=tuple(_names(_editors(record), doi)),
        dates=tuple(dict.fromkeys(_dates(record))),
        venues=_venues(holder),
        volume=_text(part(holder, "volume")),
        issue=_text(part(holder, "issue")),
        pages=_pages(holder),
        article_number=_article_number(holder),
        publisher=_publisher(record.get("publisher")),
        updates=tuple(dict.fromkeys(updates_of(record, doi, kind))),
        relations=tuple(dict.fromkeys(relations_of(record, doi, kind))),
        abstract=_abstract(record),
    )


def _text(value: object) -> str:
    """The text, empty for a code that says that there is none."""
    known = text(value)
    return "" if _UNKNOWN.fullmatch(known) else known


def _titles(record: object, *kinds: str) -> tuple[str, ...]:
    """The titles of these kinds, kind by kind; the main title has none."""
    found = (
        _text(part(item, "title"))
        for kind in kinds
        for item in items(part(record, "titles"))
        if text(part(item, "titleType")) == kind
    )
    return tuple(dict.fromkeys(filter(None, found)))


def _abstract(record: object) -> str:
    """The first abstract, the one in English where there are several."""
    abstracts = [
        item
        for item in items(part(record, "descriptions"))
        if text(part(item, "descriptionType")) == "Abstract"
    ]
    abstracts.sort(key=lambda item: not text(part(item, "lang")).lower().startswith("en"))
    written = (plain_abstract(_text(part(item, "description"))) for item in abstracts)
    return next(filter(None, written), "")


def _editors(record: object) -> list[object]:
    """The contributors who edited the work."""
    everybody = items(part(record, "contributors"))
    return [item for item in everybody if text(part(item, "contributorType")) == "Editor"]


def _names(value: object, doi: Doi) -> Iterator[Name]:
    """The people and organisations of a list, in its order."""
    for item in items(value):
        name = _name(item)
        if doi.prefix == _TWO_IN_A_NAME and " " in name.family and " " in name.given:
            yield from map(_given_first, (name.family, name.given))
        elif name.family:
            yield name


def _name(item: object) -> Name:
    """One name; empty where there is none.

    A name in one piece is `Family, Given`; without a comma it may be anybody's, and only what is
    said to be a person's is taken apart.
    """
    family, given = _text(part(item, "familyName")), _text(part(item, "givenName"))
    whole, kind = _text(part(item, "name")), text(part(item, "nameType"))
    if kind == "Organizational":
        return Name(whole, is_group=True)
    if family or given:
        return Name(family or given, given if family else "")
    if "," in whole:
        family, _, given = whole.partition(",")
        return Name(family.strip(), given.strip())
    return _given_first(whole) if kind == "Personal" else Name(whole)


def _given_first(whole: str) -> Name:
    given, _, family = whole.rpartition(" ")
    return Name(family, given)


def _dates(record: object) -> Iterator[WorkDate]:
    """The dates that a citation may rightly give, and when the DOI was registered."""
    yield from _date(part(record, "publicationYear"), DateKind.ISSUED)
    for item in items(part(record, "dates")):
        kind = _DATES.get(text(part(item, "dateType")))
        if kind:
            yield from _date(part(item, "date"), kind)
    yield from _date(part(record, "registered"), DateKind.CREATED)


def _date(value: object, kind: DateKind) -> Iterator[WorkDate]:
    """The day, month or year that a date begins with; of a period, its beginning."""
    found = _DAY.match(text(value))
    if found:
        year, month, day = (int(number) if number else None for number in found.groups())
        yield WorkDate(kind, year or 0, month, day)


def _holder(record: object) -> object:
    """What the work appeared in: a related item that says so, else DataCite's own container."""
    for item in items(part(record, "relatedItems")):
        if text(part(item, "relationType")) == "IsPublishedIn":
            return item
    return part(record, "container")


def _venues(holder: object) -> tuple[str, ...]:
    title = _text(part(holder, "title"))
    return (title,) if title else _titles(holder, "", *_OTHER_TITLES)


def _pages(holder: object) -> str:
    pages = (_text(part(holder, "firstPage")), _text(part(holder, "lastPage")))
    return "-".join(dict.fromkeys(filter(None, pages)))


def _article_number(holder: object) -> str:
    is_article = text(part(holder, "numberType")) == "Article"
    return _text(part(holder, "number")) if is_article else ""


def _publisher(value: object) -> str:
    """The publisher's name, which newer answers give as an object."""
    return _text(part(value, "name")) or _text(value)
