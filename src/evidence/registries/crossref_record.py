"""Crossref's JSON for a work, in our terms.

Records come from thousands of publishers: any part may be missing, null or of an odd shape, and
then says nothing. Markup and entities in titles stay as they are; comparing takes care of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from evidence.errors import ServiceError
from evidence.model.work import DateKind, Name, Origin, Work, WorkDate
from evidence.registries.crossref_dates import date_parts
from evidence.registries.crossref_updates import relations_of, taken_back_by, updates_of
from evidence.registries.json_parts import doi_in, items, part, text, texts
from evidence.sources.abstract_markup import plain_abstract

HAND_MADE: Final = "hand-made"
"""The `source` of a record that a person typed."""

_DATES: Final = (
    ("published-print", DateKind.PRINT),
    ("published-online", DateKind.ONLINE),
    ("issued", DateKind.ISSUED),
    ("posted", DateKind.POSTED),
    ("created", DateKind.CREATED),
)
_ISSUE_DATES: Final = ("published-print", "published-online")


def work_from(record: object, origin: Origin) -> Work:
    """The work that a Crossref record describes.

    Raises ServiceError when it is not a record: a work's record is an object that names its DOI.
    """
    if not isinstance(record, dict):
        raise ServiceError("a record should be an object")
    doi = doi_in(record.get("DOI"))
    if doi is None:
        raise ServiceError("a record should name its DOI")
    if text(record.get("source")) == HAND_MADE:
        origin = replace(origin, hand_made=True)
    return Work(
        doi=doi,
        type=text(record.get("type")),
        titles=texts(record.get("title"), record.get("original-title")),
        origin=origin,
        subtitles=texts(record.get("subtitle")),
        authors=tuple(_names(record.get("author"))),
        editors=tuple(_names(record.get("editor"))),
        dates=tuple(dict.fromkeys(_dates(record))),
        venues=texts(
            record.get("container-title"),
            record.get("short-container-title"),
            part(record.get("event"), "name"),
        ),
        volume=text(record.get("volume")),
        issue=text(record.get("issue")) or text(part(record.get("journal-issue"), "issue")),
        pages=text(record.get("page")),
        article_number=text(record.get("article-number")),
        publisher=text(record.get("publisher")),
        updates=tuple(updates_of(record, doi)),
        relations=tuple(dict.fromkeys(relations_of(record, doi))),
        aliases=tuple(filter(None, map(doi_in, items(record.get("aliases"))))),
        takes_back=tuple(dict.fromkeys(taken_back_by(record, doi))),
        abstract=plain_abstract(text(record.get("abstract"))),
    )


def readable(records: Iterable[object], origin: Origin) -> Iterator[tuple[Work, object]]:
    """The works of a list, each with its record; what is not a record is left out."""
    for record in records:
        try:
            yield work_from(record, origin), record
        except ServiceError:
            continue


def envelope(kind: str, message: object) -> dict[str, object]:
    """`message` as Crossref sends it; `kind` is `work` or `work-list`."""
    return {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}


def message_of(body: object) -> object:
    """What is in an envelope; None where it is none."""
    return part(body, "message")


def _names(value: object) -> Iterator[Name]:
    """The people and groups of a contributor list, in its order."""
    for item in items(value):
        family, given = text(part(item, "family")), text(part(item, "given"))
        group = text(part(item, "name"))
        if family or given:
            suffix = text(part(item, "suffix"))
            # A person of a single name may have it in either place.
            yield Name(family, given, suffix) if family else Name(given, suffix=suffix)
        elif group:
            yield Name(group, is_group=True)


def _dates(record: dict[str, object]) -> Iterator[WorkDate]:
    """The dates that a citation may rightly give."""
    for key, kind in _DATES:
        yield from _date(record.get(key), kind)
    for key in _ISSUE_DATES:
        yield from _date(part(record.get("journal-issue"), key), DateKind.ISSUE)
    yield from _date(part(record.get("event"), "start"), DateKind.EVENT)


def _date(value: object, kind: DateKind) -> Iterator[WorkDate]:
    """The date, where there is one."""
    known = date_parts(value)
    if known:
        yield WorkDate(kind, *known)
