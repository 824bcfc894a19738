"""How fast a host may be asked: an even pace and a bound on requests at once, for each route.

Crossref's limits since December 2025, which differ for single records and for lists; an answer's
headers say what holds now, so the start is low and the headers are believed.
"""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final
from urllib.parse import urlsplit

import requests

from evidence.wire.clock import Clock
from evidence.wire.failures import host_of

# No header makes us wait longer than this between two requests, in seconds.
_LONGEST_PAUSE: Final = 30.0

# Requests that start so far apart do not arrive so: a connection is set up, a thread waits for its
# turn. Crossref counts arrivals, so we stay a tenth below what it allows.
_SPACING: Final = 1.1

_INTERVAL: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*s?")


class Route(Enum):
    """The kinds of address that have a budget of their own."""

    SINGLE = "single record"
    LIST = "list"
    OTHER = "other"


def route_of(url: str) -> Route:
    """Which budget an address draws on."""
    path = urlsplit(url).path
    if "/works/" in path:
        return Route.SINGLE
    return Route.LIST if path.endswith("/works") else Route.OTHER


@dataclass(frozen=True, slots=True)
class Limit:
    """`per_second` requests, evenly spaced, `at_once` of them open at the same time."""

    per_second: float
    at_once: int


PUBLIC: Final = {Route.SINGLE: Limit(5, 1), Route.LIST: Limit(1, 1), Route.OTHER: Limit(5, 1)}
POLITE: Final = {Route.SINGLE: Limit(10, 3), Route.LIST: Limit(3, 3), Route.OTHER: Limit(5, 3)}


def told_limit(headers: Mapping[str, str], known: Limit) -> Limit:
    """The limit that an answer's headers tell, and `known` where they say nothing readable."""
    count = _positive(headers.get("x-rate-limit-limit"))
    interval = _INTERVAL.fullmatch(headers.get("x-rate-limit-interval", "").strip())
    seconds = float(interval[1]) if interval else 0.0
    per_second = count / seconds if count and seconds else known.per_second
    at_once = _positive(headers.get("x-concurrency-limit")) or known.at_once
    return Limit(max(per_second, 1 / _LONGEST_PAUSE), at_once)


def _positive(text: str | None) -> int:
    """The number, or 0 where there is none."""
    cleaned = (text or "").strip()
    return int(cleaned) if cleaned.isascii() and cleaned.isdigit() and len(cleaned) < 7 else 0


class Budget:
    """What may still be asked of one host on one route; may be shared by threads."""

    def __init__(self, limit: Limit, clock: Clock) -> None:
        self.limit = limit
        self._clock = clock
        self._freed = threading.Condition()
        self._open = 0
        self._latest_start: float | None = None
        self._held_until = clock.monotonic()

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Opens when the pace allows another request, and counts it as open meanwhile."""
        with self._freed:
            while self._open >= self.limit.at_once:
                self._freed.wait()
            self._open += 1
            reached = self._clock.monotonic()
            start = max(reached, self._held_until)
            if self._latest_start is not None:
                start = max(start, self._latest_start + _SPACING / self.limit.per_second)
            self._latest_start = start
        try:
            while (until := max(start, self._held_until)) > reached:
                self._clock.sleep(max(until - self._clock.monotonic(), 0.0))
                reached = until
            yield
        finally:
            with self._freed:
                self._open -= 1
                self._freed.notify_all()

    def hold(self, seconds: float) -> None:
        """Let nothing start for so long: the host has asked for it."""
        with self._freed:
            self._held_until = max(self._held_until, self._clock.monotonic() + seconds)


class Pace:
    """The budgets of all hosts and routes, each made when it is first drawn on."""

    def __init__(self, limits: Mapping[Route, Limit], clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._lock = threading.Lock()
        self._budgets: dict[tuple[str, Route], Budget] = {}

    def budget(self, url: str) -> Budget:
        """The budget that an address draws on."""
        route = route_of(url)
        with self._lock:
            return self._budgets.setdefault(
                (host_of(url), route), Budget(self._limits[route], self._clock)
            )


class PaceMixin(requests.Session):
    """Sends no faster than the host allows, each try of a request for itself."""

    pace: Pace

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """The answer, once there was room for the request."""
        budget = self.pace.budget(request.url or "")
        with budget.slot():
            response = super().send(request, **kwargs)
        budget.limit = told_limit(response.headers, budget.limit)
        return response
