"""Crossref's pools and their limits, since 1 December 2025."""

import re
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass

from standin.messages import Request, Route

# A client that keeps to ten a second sends its eleventh request one second after its first; on a
# busy machine the two arrive a little closer together.
_WINDOW = 0.95  # seconds


@dataclass(frozen=True, slots=True)
class Pool:
    """A budget: so many requests a second, so many at once."""

    name: str
    per_second: int
    at_once: int

    @property
    def headers(self) -> dict[str, str]:
        """How Crossref tells of it with every answer."""
        return {
            "x-rate-limit-limit": str(self.per_second),
            "x-rate-limit-interval": "1s",
            "x-concurrency-limit": str(self.at_once),
            "x-api-pool": self.name,
        }


_PUBLIC_SINGLE = Pool("public-single", 5, 1)
_PUBLIC_ARRAY = Pool("public-array", 1, 1)
_POLITE_SINGLE = Pool("polite-single", 10, 3)
_POLITE_ARRAY = Pool("polite-array", 3, 3)


def pool_of(request: Request) -> Pool:
    """The budget that a request to Crossref draws on."""
    is_list = request.route in (Route.LIST, Route.SEARCH)
    if is_polite(request):
        return _POLITE_ARRAY if is_list else _POLITE_SINGLE
    return _PUBLIC_ARRAY if is_list else _PUBLIC_SINGLE


def is_polite(request: Request) -> bool:
    """Whether the request names an e-mail address, as a parameter or in the User-Agent."""
    agent = request.headers.get("user-agent", "")
    return "@" in request.parameters.get("mailto", "") or bool(
        re.search(r"mailto:[^\s()]+@[^\s()]+", agent)
    )


class Limiter:
    """Counts what each pool was asked in the last second, and what it is being asked now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._admitted: dict[Pool, deque[float]] = {}
        self._under_way: Counter[Pool] = Counter()

    def admit(self, pool: Pool) -> bool:
        """Whether a request may pass now; one that passed must be released."""
        with self._lock:
            now = self._clock()
            times = self._admitted.setdefault(pool, deque())
            while times and now - times[0] >= _WINDOW:
                times.popleft()
            if len(times) >= pool.per_second or self._under_way[pool] >= pool.at_once:
                return False
            times.append(now)
            self._under_way[pool] += 1
            return True

    def release(self, pool: Pool) -> None:
        """Say that a request which was admitted has its answer."""
        with self._lock:
            self._under_way[pool] -= 1
