"""The one HTTP session: cache > retry > pace > wire, each a part of its own.

An answer from the cache costs nothing; every try of a request that goes out waits for its turn.
"""

import ipaddress
import threading
from collections import Counter
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urlsplit

import requests
from requests_cache import AnyResponse, CacheMixin

from evidence.wire.clock import SYSTEM_CLOCK, Clock
from evidence.wire.failures import WireError, host_of
from evidence.wire.pace import POLITE, PUBLIC, Pace, PaceMixin
from evidence.wire.record_cache import RecordCache, address_key
from evidence.wire.retry import PATIENCE, Patience, Resting, RetryMixin


class _Hurried:
    """A body that must have arrived by a certain moment: a read time-out bounds each piece only,
    and a server that sends a byte a second would never meet it.
    """

    def __init__(self, raw: Any, clock: Clock, until: float) -> None:
        self._raw = raw
        self._clock = clock
        self._until = until

    def stream(self, amount: int, decode_content: bool) -> Iterator[bytes]:  # noqa: FBT001
        """The pieces as they arrive. Raises ReadTimeout when they take too long."""
        while piece := self._raw.read1(amount, decode_content=decode_content):
            yield piece
            if self._clock.monotonic() > self._until:
                self._raw.close()
                raise requests.exceptions.ReadTimeout("the answer took too long to arrive")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)


class WireMixin(requests.Session):
    """Sends a request over the network, and counts it."""

    patience: Patience
    clock: Clock
    sent: Counter[str]
    _counting: threading.Lock

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """The answer with its whole body. Redirects are left to the caller: each hop is a request
        of its own, with a place in the cache and in the pace.
        """
        url = request.url or ""
        with self._counting:
            self.sent[host_of(url)] += 1
        if _is_loopback(url):
            kwargs["proxies"] = {}
        kwargs["allow_redirects"] = False
        kwargs["timeout"] = (self.patience.connect_timeout, self.patience.read_timeout)
        kwargs["stream"] = True
        until = self.clock.monotonic() + self.patience.longest_answer
        try:
            response = super().send(request, **kwargs)
            response.raw = _Hurried(response.raw, self.clock, until)
            response.content  # noqa: B018 - reads the body, which `stream` has left on the wire
            return response
        except requests.RequestException:
            raise
        except ValueError as error:  # `requests` reads the Location of a redirect unguarded
            raise requests.exceptions.InvalidURL(str(error)) from error


class Session(CacheMixin, RetryMixin, PaceMixin, WireMixin):
    """Answers to GET requests: kept ones from `cache`, others from the network. Threads may share
    it: the pace, the cool-down and the cache are common to all.

    It reads the cache and never writes it: only who asked can tell whether an answer is worth
    keeping (see `RecordCache.remember`), so no server's `Cache-Control`, `Vary` or `ETag` has a
    say in it either. `offline` answers what is not in the cache with a 504 and asks nobody.
    `polite` tells that `user_agent` names an e-mail address, for which Crossref's limits are wider.
    """

    def __init__(
        self,
        cache: RecordCache,
        *,
        user_agent: str,
        polite: bool = False,
        offline: bool = False,
        patience: Patience = PATIENCE,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        super().__init__(
            backend=cache,
            key_fn=address_key,
            allowable_codes=(200, 404),
            read_only=True,
            stale_if_error=offline,
        )
        self.settings.only_if_cached = offline
        self.patience = patience
        self.clock = clock
        self.resting = Resting(patience, clock)
        self.pace = Pace(POLITE if polite else PUBLIC, clock)
        self.sent = Counter()
        self._counting = threading.Lock()
        self.headers["User-Agent"] = user_agent
        # An answer must not depend on the one before it.
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))

    def request(self, *args: Any, **kwargs: Any) -> AnyResponse:
        """The answer. Raises WireError when there is none."""
        try:
            return super().request(*args, **kwargs)
        except WireError:
            raise
        except requests.RequestException as error:  # found fault with before it was sent
            raise WireError("the request could not be sent") from error

    def close(self) -> None:
        """Free the connections and the cache; what is still under way is not tried again."""
        self.resting.end()
        super().close()  # type: ignore[no-untyped-call]

    @property
    def requests_sent(self) -> int:
        """How many requests went over the network so far, every try counted."""
        return self.sent.total()


def _is_loopback(url: str) -> bool:
    """Whether an address is on this machine, where no proxy of the environment can reach."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
