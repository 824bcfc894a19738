"""When a request is sent again, how long to wait before, and when a host is left alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import requests

from evidence.wire.clock import Clock
from evidence.wire.failures import (
    HostRestingError,
    Trouble,
    WireError,
    host_of,
    reason_of_status,
    reason_of_trouble,
    trouble_of,
)
from evidence.wire.pace import Pace

RETRIED_STATUSES: Final = frozenset({429, 500, 502, 503, 504})

_UNREACHED: Final = frozenset(
    {Trouble.TIMEOUT, Trouble.UNRESOLVED, Trouble.UNREACHABLE, Trouble.PROXY}
)
_HOPELESS: Final = frozenset({Trouble.CERTIFICATE, Trouble.UNSENDABLE})


@dataclass(frozen=True, slots=True)
class Patience:
    """How much is borne before a request is given up; times in seconds.

    The time-outs are for connecting, for each wait for data, and for the whole answer: Crossref's
    median answer takes 0.4 s, a heavy query ten times that. `tries` count the first one. `backoff`
    is the wait before the second try, doubled before each further one. Whoever asks for more than
    `longest_wait` is not waited for: the request is given up at once. `cool_down` is how long a
    host that failed is left alone.
    """

    connect_timeout: float = 5.0
    read_timeout: float = 20.0
    longest_answer: float = 60.0
    tries: int = 4
    tries_unreached: int = 2
    backoff: float = 0.5
    longest_wait: float = 30.0
    cool_down: float = 60.0

    def tries_for(self, trouble: Trouble) -> int:
        """How often a request that meets this trouble is sent, at most."""
        if trouble in _HOPELESS:
            return 1
        return self.tries_unreached if trouble in _UNREACHED else self.tries

    def wait(self, tries: int, asked_for: float = 0.0) -> float:
        """The pause after so many tries, no shorter than the server `asked_for`."""
        return min(max(self.backoff * 2.0 ** (tries - 1), asked_for), self.longest_wait)


PATIENCE: Final = Patience()


class Resting:
    """Which hosts are left alone, until when, and why; may be shared by threads.

    One that cannot be reached is left alone at once; one that does answer, but badly, when it has
    failed two requests in a row: the first may have been that request's own fault. A host that has
    not answered yet, or not since it failed, is asked one thing at a time.
    """

    def __init__(self, patience: Patience, clock: Clock) -> None:
        self._patience = patience
        self._clock = clock
        self._well: set[str] = set()
        self._failed_before: set[str] = set()
        self._until: dict[str, tuple[float, str]] = {}
        self._trials: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()
        self._ended = False

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Opens when the host may be asked: at once, or after those who are trying it out.

        Raises HostRestingError when it is left alone.
        """
        self.refuse(host)
        if host not in self._well:
            with self._lock:
                trial = self._trials.setdefault(host, threading.Lock())
            with trial:
                if host not in self._well:
                    self.refuse(host)
                    yield
                    return
        yield

    def refuse(self, host: str) -> None:
        """Nothing, or raises `HostRestingError` while the host is left alone."""
        if self._ended:
            raise HostRestingError(f"`{host}` is not asked any more: the session was closed")
        until, reason = self._until.get(host, (0.0, ""))
        if reason and self._clock.monotonic() < until:
            raise HostRestingError(f"{reason}; it is not asked again for the moment")

    def answered(self, host: str) -> None:
        """The host is well."""
        with self._lock:
            self._well.add(host)
            self._failed_before.discard(host)
            self._until.pop(host, None)

    def failed(self, host: str, reason: str, *, unreached: bool) -> None:
        """A request to the host was given up."""
        with self._lock:
            self._well.discard(host)
            if unreached or host in self._failed_before:
                until = self._clock.monotonic() + self._patience.cool_down
                self._until[host] = (until, reason)
            self._failed_before.add(host)

    def end(self) -> None:
        """Leave all hosts alone for good: what is still under way is not tried again."""
        self._ended = True


class RetryMixin(requests.Session):
    """Sends again what failed for a reason that may pass, through all that is below.

    The body is read below as well, so that a cut answer counts as a failure. Whatever `requests`
    raises becomes a `WireError`.
    """

    patience: Patience
    clock: Clock
    pace: Pace
    resting: Resting

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """The answer, be it good or bad, after as many tries as it takes and is worth.

        Raises WireError when there is none.
        """
        host = host_of(request.url)
        with self.resting.turn(host):
            tries = 1
            while (response := self._try(request, tries, kwargs)) is None:
                tries += 1
                self.resting.refuse(host)  # others may have found out meanwhile
            return response

    def _try(
        self, request: requests.PreparedRequest, tries: int, kwargs: dict[str, Any]
    ) -> requests.Response | None:
        """The answer to this try, or None after the wait for the next one. Raises WireError."""
        host = host_of(request.url)
        try:
            response = super().send(request, **kwargs)
        except requests.RequestException as error:
            trouble = trouble_of(error)
            if tries >= self.patience.tries_for(trouble):
                reason = reason_of_trouble(trouble, host)
                self.resting.failed(host, reason, unreached=trouble in _UNREACHED)
                raise WireError(reason, request=request) from error
            self.clock.sleep(self.patience.wait(tries))
            return None
        if response.status_code not in RETRIED_STATUSES:
            self.resting.answered(host)
            return response
        asked_for = retry_after(response.headers.get("Retry-After"), self.clock.now())
        is_long = asked_for > self.patience.longest_wait
        if tries >= self.patience.tries or is_long:
            reason = reason_of_status(response.status_code, host)
            self.resting.failed(host, reason, unreached=is_long)
            return response
        wait = self.patience.wait(tries, asked_for)
        if asked_for or response.status_code == requests.codes.too_many_requests:
            self.pace.budget(request.url or "").hold(wait)  # for all who ask the same
        self.clock.sleep(wait)
        return None


def retry_after(value: str | None, now: datetime) -> float:
    """The seconds that a `Retry-After` header asks for; 0 where it says nothing readable.

    It holds a number of seconds or an HTTP date (RFC 9110, section 10.2.3).
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
