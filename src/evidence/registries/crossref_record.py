"""Crossref's JSON for a work, in our terms.

Records come from thousands of publishers: any part may be missing, null or of an odd shape, and
then says nothing. Markup and entities in titles stay as they are; comparing takes care of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from evidence.errors import ServiceError
from evidence.model.doi import Doi, parse_bare, read_legal
from evidence.model.work import DateKind, Name, Origin, Update, Work, WorkDate

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
_WITNESS: Final = "retraction-watch"


def work_from(record: object, origin: Origin) -> Work:
    """The work that a Crossref record describes.

    Raises ServiceError when it is not a record: a work's record is an object that names its DOI.
    """
    if not isinstance(record, dict):
        raise ServiceError("a record should be an object")
    doi = _doi(record.get("DOI"))
    if doi is None:
        raise ServiceError("a record should name its DOI")
    if _text(record.get("source")) == HAND_MADE:
        origin = replace(origin, hand_made=True)
    return Work(
        doi=doi,
        type=_text(record.get("type")),
        titles=_texts(record.get("title"), record.get("original-title")),
        origin=origin,
        subtitles=_texts(record.get("subtitle")),
        authors=tuple(_names(record.get("author"))),
        editors=tuple(_names(record.get("editor"))),
        dates=tuple(dict.fromkeys(_dates(record))),
        venues=_texts(
            record.get("container-title"),
            record.get("short-container-title"),
            _part(record.get("event"), "name"),
        ),
        volume=_text(record.get("volume")),
        issue=_text(record.get("issue")) or _text(_part(record.get("journal-issue"), "issue")),
        pages=_text(record.get("page")),
        article_number=_text(record.get("article-number")),
        publisher=_text(record.get("publisher")),
        updates=_updates(record, doi),
        aliases=tuple(filter(None, map(_doi, _items(record.get("aliases"))))),
        is_notice=_is_notice(record, doi),
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
    return _part(body, "message")


def _part(value: object, name: str) -> object:
    """The member of an object; None where there is no object or no such member."""
    return value.get(name) if isinstance(value, dict) else None


def _items(value: object) -> list[object]:
    """The members of a list; a value that should be in a list and stands alone is one too."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _text(value: object) -> str:
    """The text without outer blanks; empty for what is neither text nor a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    # JSON can spell half a surrogate pair, which no output could encode.
    return value.strip().encode(errors="replace").decode() if isinstance(value, str) else ""


def _texts(*values: object) -> tuple[str, ...]:
    """The texts of several lists, in order, each once, without empty ones."""
    texts = (_text(item) for value in values for item in _items(value))
    return tuple(dict.fromkeys(filter(None, texts)))


def _doi(value: object) -> Doi | None:
    """The DOI, which some publishers deposit as an address."""
    text = _text(value)
    plain = parse_bare(text)
    if plain:
        return plain
    written = read_legal(text)
    return written.doi if written else None


def _names(value: object) -> Iterator[Name]:
    """The people and groups of a contributor list, in its order."""
    for item in _items(value):
        family, given = _text(_part(item, "family")), _text(_part(item, "given"))
        group = _text(_part(item, "name"))
        if family or given:
            suffix = _text(_part(item, "suffix"))
            # A person of a single name may have it in either place.
            yield Name(family, given, suffix) if family else Name(given, suffix=suffix)
        elif group:
            yield Name(group, is_group=True)


def _dates(record: dict[str, object]) -> Iterator[WorkDate]:
    """The dates that a citation may rightly give."""
    for key, kind in _DATES:
        yield from _date(record.get(key), kind)
    for key in _ISSUE_DATES:
        yield from _date(_part(record.get("journal-issue"), key), DateKind.ISSUE)
    yield from _date(_part(record.get("event"), "start"), DateKind.EVENT)


def _date(value: object, kind: DateKind) -> Iterator[WorkDate]:
    """The date of `{"date-parts": [[year, month, day]]}`, as far as it can be one."""
    for parts in _items(_part(value, "date-parts"))[:1]:
        year, month, day = ([_number(part) for part in _items(parts)] + [0, 0, 0])[:3]
        if 1000 <= year <= 9999:
            known_month = month if 1 <= month <= 12 else None
            known_day = day if known_month and 1 <= day <= 31 else None
            yield WorkDate(kind, year, known_month, known_day)


def _number(value: object) -> int:
    """The number, also where it is spelt as text; 0 where there is none."""
    text = _text(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0


def _updates(record: dict[str, object], doi: Doi) -> tuple[Update, ...]:
    """What became of the work: what others say to update it.

    The work that was retracted says so in `updated-by`, its notice in `update-to`. Some records
    have both directions for one pair; then the one that Retraction Watch witnesses is the true
    one. A new version that points at itself is a publisher's slip; a retraction that does is one.
    """
    updates = tuple(_update(item) for item in _items(record.get("updated-by")))
    own = tuple(_update(item) for item in _items(record.get("update-to")))
    ours = {update.doi for update in own if update.source == _WITNESS}
    ours -= {update.doi for update in updates if update.source == _WITNESS}
    ours -= {None}
    return tuple(
        update
        for update in updates
        if update.type
        and update.doi not in ours
        and not (update.doi == doi and update.type.endswith("version"))
    )


def _is_notice(record: dict[str, object], doi: Doi) -> bool:
    """Whether the record says that it takes back another work."""
    own = (_update(item) for item in _items(record.get("update-to")))
    return any(update.withdraws and update.doi != doi for update in own)


def _update(item: object) -> Update:
    """One member of `updated-by` or `update-to`; its type is empty where it says nothing."""
    kind = _text(_part(item, "type")).casefold().replace("_", " ").replace("-", " ")
    day = next(_date(_part(item, "updated"), DateKind.ISSUED), None)
    return Update(
        type="-".join(kind.split()),
        doi=_doi(_part(item, "DOI")),
        date=_calendar_day(day),
        source=_text(_part(item, "source")),
    )


def _calendar_day(day: WorkDate | None) -> date | None:
    """The day in the calendar, None where it is not whole or there is no such day."""
    if day is None or day.month is None or day.day is None:
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None
