"""Crossref as a search engine: the works that fit what a reference says."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from evidence.model.outcome import Unavailable
from evidence.model.work import Origin, Via, Work
from evidence.registries.crossref import OFFLINE
from evidence.registries.crossref_kept import NAME, listed_in
from evidence.registries.crossref_record import envelope, readable
from evidence.wire import ages
from evidence.wire.failures import AnswerError
from evidence.wire.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from evidence.registries.crossref_addresses import CrossrefAddresses
    from evidence.registries.crossref_client import Answer, CrossrefClient
    from evidence.wire.record_cache import RecordCache

_HITS: Final = 5

# Some of the best rows are of types that nobody cites, so more are asked for than are needed.
_ROWS: Final = 10
_NEVER_CITED: Final = frozenset({"component", "peer-review", "journal-issue", "journal", "grant"})

# In bytes as sent: a request line has 4,096.
_LONGEST_DESCRIPTION: Final = 3500


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of one search: the answer, or why there is none."""

    address: str
    question: str
    answer: Answer | AnswerError


class CrossrefSearch:
    """Works by what they say of themselves: title, authors, venue, year in one text.

    `client` is called when something must be asked.
    """

    def __init__(
        self,
        cache: RecordCache,
        client: Callable[[], CrossrefClient],
        addresses: CrossrefAddresses,
        *,
        offline: bool = False,
    ) -> None:
        self._cache = cache
        self._client = client
        self._addresses = addresses
        self._offline = offline

    def search(
        self, descriptions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        """For each description once the works that fit best, best first, without parts of works
        and what nobody cites: those in the cache first.
        """
        by_question: dict[str, list[str]] = {}
        for description in dict.fromkeys(descriptions):
            by_question.setdefault(_shortened(description), []).append(description)
        yield from ((description, ()) for description in by_question.pop("", ()))
        for question, found in self._answers(list(by_question)):
            yield from ((description, found) for description in by_question[question])

    def _answers(
        self, questions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        """Each question once."""
        by_address = {self._addresses.searched(each, _ROWS): each for each in questions}
        unknown = dict(by_address)
        for address, kept in self._cache.read_many(by_address):
            items = listed_in(kept.body)
            yield unknown.pop(address), _works(items, Origin(NAME, Via.CACHE, kept.retrieved))
        if self._offline:
            yield from ((question, OFFLINE) for question in unknown.values())
            return
        with closing(Lanes[_Told]()) as lanes:
            for address, question in unknown.items():
                lanes.put(None, partial(_ask, self._client(), address, question))
            for told in lanes.answers():
                yield told.question, self._read(told)

    def _read(self, told: _Told) -> tuple[Work, ...] | Unavailable:
        """The works of an answer, which is kept if it is one."""
        if isinstance(told.answer, AnswerError):
            return Unavailable(str(told.answer))
        message = told.answer.message
        if not isinstance(message.get("items"), list):
            return Unavailable(f"{NAME} answered a search with something that is not a list")
        body = envelope("work-list", message)
        self._cache.remember({told.address: body}, age=ages.SEARCH, retrieved=told.answer.retrieved)
        return _works(told.answer.items, told.answer.origin(NAME))


def _ask(client: CrossrefClient, address: str, question: str) -> _Told:
    """What comes of a search; called in a thread of its own."""
    try:
        return _Told(address, question, client.search(question, rows=_ROWS))
    except AnswerError as error:
        return _Told(address, question, error)


def _works(items: Iterable[object], origin: Origin) -> tuple[Work, ...]:
    works = (work for work, _ in readable(items, origin) if work.type not in _NEVER_CITED)
    return tuple(replace(work, is_partial=True) for work in islice(works, _HITS))


def _shortened(description: str) -> str:
    """The words of a description, as many as fit into a request line."""
    kept: list[str] = []
    length = 0
    for word in description.encode(errors="replace").decode().split():
        length += len(quote_plus(word)) + 1
        if length > _LONGEST_DESCRIPTION:
            break
        kept.append(word)
    return " ".join(kept)
