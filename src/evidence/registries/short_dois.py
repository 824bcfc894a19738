"""Short DOIs (`10/gf4gqc`), and the DOIs that they stand for: handles of doi.org with an alias."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from evidence.model.outcome import Absent, Unavailable
from evidence.registries.json_answers import OFFLINE, fetch_json
from evidence.registries.json_parts import doi_in, items, part, text
from evidence.wire import ages
from evidence.wire.failures import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidence.model.doi import Doi
    from evidence.wire.record_cache import RecordCache
    from evidence.wire.session import Session

# Codes of the handle system's interface.
_FOUND: Final = 1
_NO_SUCH_HANDLE: Final = 100

_UNKNOWN: Final = Absent("doi.org does not know the short DOI")


class ShortDois:
    """What short DOIs stand for, at doi.org or what stands in for it at `base_url`."""

    def __init__(
        self, cache: RecordCache, session: Session, base_url: str, *, offline: bool = False
    ) -> None:
        self._cache = cache
        self._session = session
        self._base_url = base_url
        self._offline = offline

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Doi | Absent | Unavailable]]:
        """Each short DOI once."""
        for short in dict.fromkeys(short_dois):
            kept = self._cache.read(self._address(short))
            if kept:
                yield short, _alias(kept.body, short) if kept.body else _UNKNOWN
            elif self._offline:
                yield short, OFFLINE
            else:
                yield short, self._ask(short)

    def _address(self, short: str) -> str:
        return f"{self._base_url}/api/handles/{quote(short.lower())}"

    def _ask(self, short: str) -> Doi | Absent | Unavailable:
        """What doi.org says, kept if it is worth keeping."""
        try:
            answer = fetch_json(self._session, self._address(short))
        except AnswerError as error:
            return Unavailable(str(error))
        if part(answer.body, "responseCode") == _NO_SUCH_HANDLE:
            self._cache.remember({self._address(short): None}, age=ages.ABSENT)
            return _UNKNOWN
        found = _alias(answer.body, short)
        if not isinstance(found, Unavailable):
            self._cache.remember({self._address(short): answer.body}, age=ages.FOUND)
        return found


def _alias(body: object, short: str) -> Doi | Unavailable:
    """The DOI in an answer, when it is about the short DOI that was asked for."""
    is_it = text(part(body, "handle")).casefold() == short.casefold()
    if is_it and part(body, "responseCode") == _FOUND:
        for value in items(part(body, "values")):
            doi = doi_in(part(part(value, "data"), "value"))
            if doi and text(part(value, "type")) == "HS_ALIAS":
                return doi
    return Unavailable(f"doi.org did not say what `{short}` stands for")
