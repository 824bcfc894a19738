"""Crossref as a registry of works: what is in the cache first, the rest in as few requests as can
be, and no outcome lost because another look-up failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from evidence.errors import ServiceError
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Origin, Via
from evidence.registries.batches import batches, is_plain
from evidence.registries.crossref_record import envelope, message_of, readable, work_from
from evidence.registries.interface import Sifted
from evidence.wire import ages
from evidence.wire.failures import AnswerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from evidence.model.doi import Doi
    from evidence.model.work import Work
    from evidence.registries.crossref_client import Answer, CrossrefClient
    from evidence.wire.record_cache import RecordCache

NAME: Final = "Crossref"
OFFLINE: Final = Unavailable("offline, and not in the cache")

_NOT_THERE: Final = Absent("not in Crossref")

# A guess that cannot go into a batch costs a request of its own; the first few are worth it.
_SINGLE_GUESSES: Final = 10
_LEFT_OUT: Final = Unavailable(f"only {_SINGLE_GUESSES} such guesses are asked for one by one")


class CrossrefRegistry:
    """Works by their DOI.

    `client` is called when something must be asked, so that a run which finds everything in the
    cache never loads habanero.
    """

    def __init__(
        self,
        cache: RecordCache,
        client: Callable[[], CrossrefClient],
        base_url: str,
        *,
        offline: bool = False,
    ) -> None:
        self._cache = cache
        self._client = client
        self._base_url = base_url
        self._offline = offline

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, those in the cache first."""
        unknown = []
        for doi in dict.fromkeys(dois):
            outcome = self._remembered(doi)
            if outcome:
                yield doi, outcome
            else:
                unknown.append(doi)
        if self._offline:
            yield from ((doi, OFFLINE) for doi in unknown)
            return
        for batch in batches([doi for doi in unknown if is_plain(doi)]):
            for doi, outcome in self._ask_together(batch):
                yield doi, outcome or self._ask_alone(doi)
        for doi in unknown:
            if not is_plain(doi):
                yield doi, self._ask_alone(doi)

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
                case Absent() | None:
                    pass
                case _:
                    assert_never(outcome)
        return Sifted(works, unasked)

    def _try_guesses(self, guesses: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome | None]]:
        """What is known of each guess without asking for it again when a batch lacks it."""
        unknown = []
        for doi in dict.fromkeys(guesses):
            outcome = self._remembered(doi)
            if outcome or self._cache.read(self._guess_address(doi)):
                yield doi, outcome
            elif self._offline:
                yield doi, OFFLINE
            else:
                unknown.append(doi)
        awkward = [doi for doi in unknown if not is_plain(doi)]
        alone, left_out = awkward[:_SINGLE_GUESSES], awkward[_SINGLE_GUESSES:]
        yield from ((doi, _LEFT_OUT) for doi in left_out)
        for batch in batches([doi for doi in unknown if is_plain(doi)]):
            if len(batch) == 1:
                alone += batch
            else:
                told = dict(self._ask_together(batch))
                self._remember_wrong_guesses([doi for doi in told if told[doi] is None])
                yield from told.items()
        for doi in alone:
            yield doi, self._ask_alone(doi)

    def _ask_together(self, batch: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome | None]]:
        """What one request tells of each DOI: None where it tells nothing.

        A request in which Crossref dislikes one DOI is refused as a whole; then its halves are
        asked. One DOI is no batch.
        """
        if len(batch) == 1:
            yield batch[0], None
            return
        try:
            answer = self._client().batch(batch)
        except AnswerError as error:
            if error.status == 400:
                middle = len(batch) // 2
                yield from self._ask_together(batch[:middle])
                yield from self._ask_together(batch[middle:])
            else:
                yield from ((doi, Unavailable(str(error))) for doi in batch)
            return
        found = self._match(batch, answer)
        yield from ((doi, found.get(doi)) for doi in batch)

    def _match(self, batch: Sequence[Doi], answer: Answer) -> dict[Doi, Found]:
        """The works of an answer by the DOI that asked for them, which may be an alias of theirs.

        Works that nobody asked for are left out.
        """
        asked = frozenset(batch)
        found: dict[Doi, Found] = {}
        records: dict[Doi, object] = {}
        for work, record in readable(answer.items, answer.origin(NAME)):
            for doi in asked.intersection((work.doi, *work.aliases)):
                found[doi], records[doi] = Found(work), record
        self._remember(records, answer)
        return found

    def _ask_alone(self, doi: Doi) -> Outcome:
        """The outcome of a DOI that has a request of its own."""
        try:
            answer = self._client().single(doi)
        except AnswerError as error:
            if error.status != 404:
                return Unavailable(str(error))
            self._cache.remember({self._address(doi): None}, age=ages.ABSENT)
            return _NOT_THERE
        outcome = _read(doi, answer.message, answer.origin(NAME))
        if isinstance(outcome, Found):
            self._remember(dict.fromkeys((doi, outcome.work.doi), answer.message), answer)
        return outcome

    def _address(self, doi: Doi) -> str:
        """Where Crossref has the single record, and the cache what is known of it."""
        return f"{self._base_url}/works/{doi.path}"

    def _guess_address(self, doi: Doi) -> str:
        """Where Crossref answers with a list of one work or none: what lists say of a DOI.

        Kept apart from the single record, since a list may lack a work that exists.
        """
        return f"{self._base_url}/works?filter=doi%3A{doi.path}"

    def _remember_wrong_guesses(self, guesses: Sequence[Doi]) -> None:
        nothing = envelope("work-list", {"total-results": 0, "items": []})
        answers = dict.fromkeys(map(self._guess_address, guesses), nothing)
        self._cache.remember(answers, age=ages.ABSENT)

    def _remembered(self, doi: Doi) -> Outcome | None:
        """The outcome that the cache holds."""
        kept = self._cache.read(self._address(doi))
        if kept is None:
            return None
        if kept.body is None:
            return _NOT_THERE
        return _read(doi, message_of(kept.body), Origin(NAME, Via.CACHE, kept.retrieved))

    def _remember(self, records: Mapping[Doi, object], answer: Answer) -> None:
        """Keep these records, each under the address of the DOI that it answers."""
        self._cache.remember(
            {self._address(doi): envelope("work", record) for doi, record in records.items()},
            age=ages.FOUND,
            retrieved=answer.retrieved,
        )


def _read(asked: Doi, record: object, origin: Origin) -> Found | Unavailable:
    """The work in an answer, when it is the one that was asked for, by its DOI or by an alias."""
    try:
        work = work_from(record, origin)
    except ServiceError as error:
        return Unavailable(f"{NAME} answered something that is not a record: {error}")
    if asked != work.doi and asked not in work.aliases:
        return Unavailable(f"{NAME} answered with the record of `{work.doi}`")
    return Found(work)
