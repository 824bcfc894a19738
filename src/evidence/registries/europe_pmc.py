"""Europe PMC on abstracts: asked only where the user wants it, about many DOIs at a time."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from evidence.model.outcome import Unavailable
from evidence.registries.europe_pmc_records import NAME, abstract_of, listed, records_of
from evidence.registries.json_answers import OFFLINE, JsonAnswer, fetch_json
from evidence.registries.json_parts import part
from evidence.wire import ages
from evidence.wire.failures import AnswerError
from evidence.wire.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidence.model.abstract import Abstract
    from evidence.model.doi import Doi
    from evidence.registries.europe_pmc_addresses import EuropePmcAddresses
    from evidence.wire.record_cache import RecordCache
    from evidence.wire.session import Session

# The whole request is refused for what is in one of its clauses, or for its length.
_REFUSED: Final = frozenset({400, 413, 414})

_Told: TypeAlias = "tuple[Sequence[Doi], JsonAnswer | AnswerError]"
_Outcome: TypeAlias = "Abstract | Unavailable | None"  # None: no abstract there


class EuropePmcAbstracts:
    """Abstracts by DOI, at Europe PMC or what stands in for it.

    It documents no limit; field notes say ten requests a second, and the session stays at half of
    that. An answer is kept for each DOI by itself, also that there is none.
    """

    def __init__(
        self,
        cache: RecordCache,
        session: Session,
        addresses: EuropePmcAddresses,
        *,
        offline: bool = False,
    ) -> None:
        self._cache = cache
        self._session = session
        self._addresses = addresses
        self._offline = offline
        self._failures: dict[str, None] = {}

    def abstracts_of(self, dois: Sequence[Doi]) -> Mapping[Doi, Abstract]:
        """The abstracts of those that have one there; `failures` says what was not answered."""
        found: dict[Doi, Abstract] = {}
        for doi, outcome in self._look_up(dict.fromkeys(dois)):
            if isinstance(outcome, Unavailable):
                self._failures[outcome.reason] = None
            elif outcome:
                found[doi] = outcome
        return found

    def failures(self) -> tuple[str, ...]:
        """Why some could not be asked for so far, each reason once."""
        return tuple(self._failures)

    def _look_up(self, dois: Mapping[Doi, None]) -> Iterator[tuple[Doi, _Outcome]]:
        """Each DOI once, those in the cache first."""
        by_address = {self._addresses.kept(doi): doi for doi in dois}
        unknown = dict(dois)
        for address, kept in self._cache.read_many(by_address):
            doi = by_address[address]
            records = listed(kept.body)
            if records is not None:
                del unknown[doi]
                yield doi, abstract_of(doi, records)
        if self._offline:
            yield from ((doi, OFFLINE) for doi in unknown)
            return
        with closing(Lanes[_Told]()) as lanes:
            for batch in self._addresses.batches(tuple(unknown)):
                self._put(batch, lanes)
            for batch, answer in lanes.answers():
                yield from self._take(batch, answer, lanes)

    def _put(self, batch: Sequence[Doi], lanes: Lanes[_Told]) -> None:
        lanes.put(NAME, partial(_tell, self._session, self._addresses.asked(batch), batch))

    def _take(
        self, batch: Sequence[Doi], answer: JsonAnswer | AnswerError, lanes: Lanes[_Told]
    ) -> Iterator[tuple[Doi, _Outcome]]:
        """What an answer says of each DOI; a request that is refused as a whole is halved."""
        if isinstance(answer, AnswerError):
            if answer.status in _REFUSED and len(batch) > 1:
                middle = len(batch) // 2
                self._put(batch[:middle], lanes)
                self._put(batch[middle:], lanes)
            else:
                reason = Unavailable(str(answer))
                yield from ((doi, reason) for doi in batch)
            return
        records = listed(answer.body)
        if records is None:
            reason = Unavailable(f"{NAME} answered something that is not a list of records")
            yield from ((doi, reason) for doi in batch)
            return
        yield from self._read(batch, records_of(batch, records), answer, len(records))

    def _read(
        self,
        batch: Sequence[Doi],
        by_doi: Mapping[Doi, list[object]],
        answer: JsonAnswer,
        count: int,
    ) -> Iterator[tuple[Doi, _Outcome]]:
        """The same of a list of records, which are kept; one that was cut short is silent only on
        what it holds.
        """
        total = part(answer.body, "hitCount")
        is_whole = not isinstance(total, int) or total <= count
        for age, dois in (
            (ages.FOUND, [doi for doi in batch if by_doi[doi]]),
            (ages.ABSENT, [doi for doi in batch if not by_doi[doi] and is_whole]),
        ):
            kept = {
                self._addresses.kept(doi): {"resultList": {"result": by_doi[doi]}} for doi in dois
            }
            self._cache.remember(kept, age=age, retrieved=answer.retrieved)
        for doi in batch:
            if by_doi[doi] or is_whole:
                yield doi, abstract_of(doi, by_doi[doi])
            else:
                yield doi, Unavailable(f"{NAME} did not list all that it found")


def _tell(session: Session, address: str, batch: Sequence[Doi]) -> _Told:
    """What comes of a request; called in a thread of its own."""
    try:
        answer = fetch_json(session, address)
    except AnswerError as error:
        return batch, error
    return batch, answer
