"""Crossref as a search engine: the works that fit what a reference says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote_plus

from evidence.model.outcome import Unavailable
from evidence.model.work import Via
from evidence.registries.crossref import NAME, OFFLINE
from evidence.registries.crossref_record import envelope, readable
from evidence.wire import ages
from evidence.wire.failures import AnswerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from evidence.model.work import Work
    from evidence.registries.crossref_client import CrossrefClient
    from evidence.wire.record_cache import RecordCache

_HITS: Final = 5

# Some of the best rows are of types that nobody cites, so more are asked for than are needed.
_ROWS: Final = 10
_NEVER_CITED: Final = frozenset({"component", "peer-review", "journal-issue", "journal", "grant"})

# In bytes as sent: a request line has 4,096.
_LONGEST_DESCRIPTION: Final = 3500


class CrossrefSearch:
    """Works by what they say of themselves: title, authors, venue, year in one text."""

    def __init__(
        self, cache: RecordCache, client: Callable[[], CrossrefClient], *, offline: bool = False
    ) -> None:
        self._cache = cache
        self._client = client
        self._offline = offline

    def search(self, description: str) -> tuple[Work, ...] | Unavailable:
        """The works that fit best, best first, without parts of works and what nobody cites."""
        question = _shortened(description)
        if not question:
            return ()
        try:
            answer = self._client().search(question, rows=_ROWS)
        except AnswerError as error:
            return OFFLINE if self._offline else Unavailable(str(error))
        if not isinstance(answer.message.get("items"), list):
            return Unavailable(f"{NAME} answered a search with something that is not a list")
        if answer.via is Via.NETWORK:
            self._cache.remember(
                {answer.address: envelope("work-list", answer.message)},
                age=ages.SEARCH,
                retrieved=answer.retrieved,
            )
        works = (work for work, _ in readable(answer.items, answer.origin(NAME)))
        return tuple(work for work in works if work.type not in _NEVER_CITED)[:_HITS]


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
