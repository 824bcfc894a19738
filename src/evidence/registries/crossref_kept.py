"""What the cache holds of Crossref's answers about DOIs.

A single record is kept whole, under its own address; what a list says of a DOI is kept apart, as a
list of that work alone, because it is shorter than the record and proves nothing by its silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from evidence.errors import ServiceError
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Origin, Via
from evidence.registries.crossref_record import envelope, message_of, work_from
from evidence.wire import ages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from evidence.model.doi import Doi
    from evidence.registries.crossref_addresses import CrossrefAddresses
    from evidence.wire.record_cache import Kept, RecordCache

NAME: Final = "Crossref"
NOT_THERE: Final = Absent("not in Crossref")

_READ_AT_ONCE: Final = 250


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is known of a DOI: the outcome where there is one, and whether a list lacked it."""

    outcome: Found | Absent | None = None
    is_unlisted: bool = False


class KeptRecords:
    """Crossref's answers about DOIs, in the cache."""

    def __init__(self, cache: RecordCache, addresses: CrossrefAddresses) -> None:
        self._cache = cache
        self._addresses = addresses

    def recall(self, dois: Iterable[Doi]) -> Iterator[tuple[Doi, Recalled]]:
        """Each DOI once, in order. A whole record counts before a shortened one, and either before
        the word that there is none.
        """
        remaining = iter(dict.fromkeys(dois))
        while some := {doi: self._both(doi) for doi in islice(remaining, _READ_AT_ONCE)}:
            kept = dict(self._cache.read_many(chain.from_iterable(some.values())))
            for doi, (single, listed) in some.items():
                yield doi, _recalled(doi, kept.get(single), kept.get(listed))

    def _both(self, doi: Doi) -> tuple[str, str]:
        """Where the single record is kept, and where what lists say."""
        return self._addresses.single(doi), self._addresses.listed(doi)

    def keep_whole(self, records: Mapping[Doi, object], retrieved: datetime) -> None:
        """Keep these single records, each as the answer for the DOI that it answers."""
        answers = {self._addresses.single(d): envelope("work", r) for d, r in records.items()}
        self._cache.remember(answers, age=ages.FOUND, retrieved=retrieved)

    def keep_absent(self, doi: Doi) -> None:
        """Keep that there is no record of a DOI."""
        self._cache.remember({self._addresses.single(doi): None}, age=ages.ABSENT)

    def keep_listed(self, records: Mapping[Doi, object], retrieved: datetime) -> None:
        """Keep what a list said of these DOIs."""
        answers = {self._addresses.listed(d): _list_of(r) for d, r in records.items()}
        self._cache.remember(answers, age=ages.FOUND, retrieved=retrieved)

    def keep_unlisted(self, dois: Iterable[Doi]) -> None:
        """Keep that a list lacked these DOIs."""
        answers = dict.fromkeys(map(self._addresses.listed, dois), _list_of())
        self._cache.remember(answers, age=ages.ABSENT)


def read_record(asked: Doi, record: object, origin: Origin) -> Found | Unavailable:
    """The work in an answer, when it is the one that was asked for, by its DOI or by an alias."""
    try:
        work = work_from(record, origin)
    except ServiceError as error:
        return Unavailable(f"{NAME} answered something that is not a record: {error}")
    if asked != work.doi and asked not in work.aliases:
        return Unavailable(f"{NAME} answered with the record of `{work.doi}`")
    return Found(work)


def listed_in(body: object) -> list[object]:
    """The records of a list as it was kept; none where it is no list."""
    message = message_of(body)
    items = message.get("items") if isinstance(message, dict) else None
    return items if isinstance(items, list) else []


def _recalled(doi: Doi, single: Kept | None, listed: Kept | None) -> Recalled:
    items = listed_in(listed.body) if listed else []
    if single and single.body is not None:
        outcome = _read(doi, message_of(single.body), single)
        if isinstance(outcome, Found):
            return Recalled(outcome)
    if listed and items:
        outcome = _read(doi, items[0], listed)
        if isinstance(outcome, Found):
            return Recalled(Found(replace(outcome.work, is_partial=True)))
    is_absent = single is not None and single.body is None
    return Recalled(NOT_THERE if is_absent else None, listed is not None and not items)


def _read(doi: Doi, record: object, kept: Kept) -> Outcome:
    return read_record(doi, record, Origin(NAME, Via.CACHE, kept.retrieved))


def _list_of(*records: object) -> dict[str, object]:
    return envelope("work-list", {"total-results": len(records), "items": list(records)})
