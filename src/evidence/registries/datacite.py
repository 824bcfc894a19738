"""DataCite as a registry of works: asked about the DOIs that it has registered, a record each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from evidence.errors import ServiceError
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Origin, Via
from evidence.registries.datacite_record import work_from
from evidence.registries.json_answers import OFFLINE, JsonAnswer, fetch_json
from evidence.registries.json_parts import part
from evidence.wire import ages
from evidence.wire.failures import AnswerError
from evidence.wire.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidence.model.doi import Doi
    from evidence.wire.record_cache import RecordCache
    from evidence.wire.session import Session

NAME: Final = "DataCite"

# Registered with DataCite and yet not there: its owner keeps the record to itself.
_NOT_PUBLIC: Final = Absent("DataCite has no public record of it")


class DataCiteRegistry:
    """Works by their DOI, at DataCite or what stands in for it at `base_url`.

    It allows 500 requests in five minutes, and 1,000 to who gives an e-mail address.
    """

    def __init__(
        self, cache: RecordCache, session: Session, base_url: str, *, offline: bool = False
    ) -> None:
        self._cache = cache
        self._session = session
        self._base_url = base_url
        self._offline = offline

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, those in the cache first."""
        unknown = []
        for doi in dict.fromkeys(dois):
            kept = self._cache.read(self._address(doi))
            if kept is None:
                unknown.append(doi)
            elif kept.body is None:
                yield doi, _NOT_PUBLIC
            else:
                yield doi, _read(doi, kept.body, Origin(NAME, Via.CACHE, kept.retrieved))
        if self._offline:
            yield from ((doi, OFFLINE) for doi in unknown)
            return
        lanes: Lanes[tuple[Doi, JsonAnswer | Unavailable]] = Lanes()
        try:
            for doi in unknown:
                lanes.put(NAME, partial(self._ask, doi))
            for doi, answer in lanes.answers():
                yield doi, self._take(doi, answer)
        finally:
            lanes.close()

    def _address(self, doi: Doi) -> str:
        return f"{self._base_url}/dois/{doi.path}"

    def _ask(self, doi: Doi) -> tuple[Doi, JsonAnswer | Unavailable]:
        try:
            return doi, fetch_json(self._session, self._address(doi))
        except AnswerError as error:
            return doi, Unavailable(str(error))

    def _take(self, doi: Doi, answer: JsonAnswer | Unavailable) -> Outcome:
        """The outcome, kept if it is worth keeping."""
        if isinstance(answer, Unavailable):
            return answer
        if not answer.is_there and part(answer.body, "errors"):
            self._cache.remember({self._address(doi): None}, age=ages.ABSENT)
            return _NOT_PUBLIC
        via = Via.CACHE if answer.from_cache else Via.NETWORK
        outcome = _read(doi, answer.body, Origin(NAME, via, answer.retrieved))
        if isinstance(outcome, Found):
            kept = {self._address(doi): answer.body}
            self._cache.remember(kept, age=ages.FOUND, retrieved=answer.retrieved)
        return outcome


def _read(asked: Doi, body: object, origin: Origin) -> Found | Unavailable:
    """The work in an answer, when it is the one that was asked for."""
    try:
        work = work_from(body, origin)
    except ServiceError as error:
        return Unavailable(f"{NAME} answered something that is not a record: {error}")
    if work.doi != asked:
        return Unavailable(f"{NAME} answered with the record of `{work.doi}`")
    return Found(work)
