"""Crossref as a registry of works: what is in the cache first, the rest in as few requests as can
be, lists and single records side by side, and no outcome lost because another look-up failed.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar, assert_never

from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.registries.batches import batches, is_plain
from evidence.registries.crossref_kept import NAME, NOT_THERE, KeptRecords, read_record
from evidence.registries.crossref_record import readable
from evidence.registries.interface import Sifted
from evidence.wire.failures import AnswerError
from evidence.wire.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from evidence.model.doi import Doi
    from evidence.model.work import Work
    from evidence.registries.crossref_addresses import CrossrefAddresses
    from evidence.registries.crossref_client import Answer, CrossrefClient
    from evidence.registries.interface import Agencies
    from evidence.wire.record_cache import RecordCache

_Question = TypeVar("_Question")

OFFLINE: Final = Unavailable("offline, and not in the cache")

# A guess that cannot go into a batch costs a request of its own; the first few are worth it.
_SINGLE_GUESSES: Final = 10
_LEFT_OUT: Final = Unavailable(f"only {_SINGLE_GUESSES} such guesses are asked for one by one")

# Of a DOI that a list lacks: it may be an alias, or another agency's.
_UNLISTED: Final = Absent(f"{NAME}'s list lacks it")
# One DOI is none to Crossref; or a proxy on the way takes shorter requests only.
_REFUSED: Final = frozenset({400, 413, 414})
_NOT_WHOLE: Final = Unavailable(f"{NAME} lists the work, and then has no record of it")


class _Lane(Enum):
    """The two kinds of request; Crossref has a limit for each."""

    LIST = auto()
    SINGLE = auto()


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of one request: `answer` tells of all these DOIs, or why it tells of none."""

    lane: _Lane
    dois: Sequence[Doi]
    answer: Answer | AnswerError


class CrossrefRegistry:
    """Works by their DOI.

    `client` is called when something must be asked, so that a run which finds everything in the
    cache never loads habanero. `agencies` are asked of what Crossref's lists lack.
    """

    def __init__(
        self,
        cache: RecordCache,
        client: Callable[[], CrossrefClient],
        addresses: CrossrefAddresses,
        agencies: Agencies,
        *,
        offline: bool = False,
    ) -> None:
        self._agencies = agencies
        self._kept = KeptRecords(cache, addresses)
        self._client = client
        self._room = addresses.room
        self._offline = offline

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, those in the cache first. What a list lacks is confirmed before anything
        is said of it.
        """
        plain: list[Doi] = []
        awkward: list[Doi] = []
        unlisted: list[Doi] = []
        for doi, recalled in self._kept.recall(dois):
            if recalled.outcome:
                yield doi, recalled.outcome
            elif recalled.is_unlisted:
                unlisted.append(doi)
            else:
                (plain if is_plain(doi) else awkward).append(doi)
        for doi, outcome in self._ask(awkward, together=plain):
            if outcome is _UNLISTED:
                unlisted.append(doi)
            else:
                yield doi, outcome
        yield from self._confirm(unlisted)

    def _confirm(self, unlisted: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """The outcome of DOIs that lists lack: doi.org says of many at once that another agency has
        them, or nobody; only what it leaves open, such as an alias, is asked for singly.
        """
        unsettled: list[Doi] = []
        for doi, told in self._agencies.locate(unlisted) if unlisted else ():
            if isinstance(told, Absent):
                yield doi, told
            else:
                unsettled.append(doi)
        yield from self._ask(unsettled, together=())

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, with its whole record; a request for each that is not in the cache.

        What was known of a DOI stays in the cache when its record cannot be had.
        """
        unknown, listed = [], set()
        for doi, recalled in self._kept.recall(dois):
            match recalled.outcome:
                case Found(work) if work.is_partial:
                    unknown.append(doi)
                    listed.add(doi)
                case None:
                    unknown.append(doi)
                case known:
                    yield doi, known
        for doi, outcome in self._ask(unknown, together=()):
            yield doi, _NOT_WHOLE if doi in listed and isinstance(outcome, Absent) else outcome

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        """Which of the guesses exist. Those that cannot go into a batch are asked for singly, the
        first few of them.
        """
        works: dict[Doi, Work] = {}
        unasked: dict[Doi, str] = {}
        for doi, outcome in self._try_guesses(guesses):
            match outcome:
                case Found(work):
                    works[doi] = work
                case Unavailable(reason):
                    unasked[doi] = reason
                case Absent():
                    pass
                case _:
                    assert_never(outcome)
        return Sifted(works, unasked)

    def _try_guesses(self, guesses: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """What is known of each guess without asking for it again when a list lacks it."""
        plain: list[Doi] = []
        awkward: list[Doi] = []
        for doi, recalled in self._kept.recall(guesses):
            if recalled.outcome or recalled.is_unlisted:
                yield doi, recalled.outcome or NOT_THERE
            else:
                (plain if is_plain(doi) else awkward).append(doi)
        asked = len(awkward) if self._offline else _SINGLE_GUESSES
        yield from ((doi, _LEFT_OUT) for doi in awkward[asked:])
        yield from self._ask(awkward[:asked], together=plain)

    def _ask(
        self, singly: Sequence[Doi], *, together: Sequence[Doi]
    ) -> Iterator[tuple[Doi, Outcome]]:
        """The outcome of each DOI as it becomes known, lists and single records side by side."""
        if self._offline:
            yield from ((doi, OFFLINE) for doi in (*together, *singly))
            return
        with closing(Lanes[_Told]()) as lanes:
            for batch in batches(together, room=self._room):
                self._put_list(batch, lanes)
            self._put_singles(singly, lanes)
            for told in lanes.answers():
                if told.lane is _Lane.SINGLE:
                    yield told.dois[0], self._read_single(told.dois[0], told.answer)
                else:
                    yield from self._read_list(told, lanes)

    def _put_list(self, dois: Sequence[Doi], lanes: Lanes[_Told]) -> None:
        """Ask for these DOIs with one request; one DOI is no list."""
        if len(dois) == 1:
            self._put_singles(dois, lanes)
        else:
            lanes.put(_Lane.LIST, partial(_tell, _Lane.LIST, dois, self._client().batch, dois))

    def _put_singles(self, dois: Sequence[Doi], lanes: Lanes[_Told]) -> None:
        """Ask for each of these DOIs by itself."""
        for doi in dois:
            lanes.put(
                _Lane.SINGLE, partial(_tell, _Lane.SINGLE, (doi,), self._client().single, doi)
            )

    def _read_single(self, doi: Doi, answer: Answer | AnswerError) -> Outcome:
        """The outcome of a DOI that had a request of its own."""
        if isinstance(answer, AnswerError):
            if answer.status != 404:
                return Unavailable(str(answer))
            self._kept.keep_absent(doi)
            return NOT_THERE
        outcome = read_record(doi, answer.message, answer.origin(NAME))
        if isinstance(outcome, Found):
            records = dict.fromkeys((doi, outcome.work.doi), answer.message)
            self._kept.keep_whole(records, answer.retrieved)
        return outcome

    def _read_list(self, told: _Told, lanes: Lanes[_Told]) -> Iterator[tuple[Doi, Outcome]]:
        """What a list tells of each DOI.

        A list that is refused as a whole is halved.
        """
        if isinstance(told.answer, AnswerError):
            if told.answer.status in _REFUSED:
                middle = len(told.dois) // 2
                self._put_list(told.dois[:middle], lanes)
                self._put_list(told.dois[middle:], lanes)
            else:
                reason = Unavailable(str(told.answer))
                yield from ((doi, reason) for doi in told.dois)
            return
        found = self._match(told.dois, told.answer)
        missing = [doi for doi in told.dois if doi not in found]
        self._kept.keep_unlisted(missing)
        yield from ((doi, _UNLISTED) for doi in missing)
        yield from found.items()

    def _match(self, batch: Sequence[Doi], answer: Answer) -> dict[Doi, Found]:
        """The works of an answer by the DOI that asked for them, which may be an alias of theirs.

        Works that nobody asked for are left out.
        """
        asked = frozenset(batch)
        found: dict[Doi, Found] = {}
        records: dict[Doi, object] = {}
        for work, record in readable(answer.items, answer.origin(NAME)):
            for doi in asked.intersection((work.doi, *work.aliases)):
                found[doi], records[doi] = Found(replace(work, is_partial=True)), record
        self._kept.keep_listed(records, answer.retrieved)
        return found


def _tell(
    lane: _Lane, dois: Sequence[Doi], ask: Callable[[_Question], Answer], question: _Question
) -> _Told:
    """What comes of a request; called in a thread of its own."""
    try:
        return _Told(lane, dois, ask(question))
    except AnswerError as error:
        return _Told(lane, dois, error)
