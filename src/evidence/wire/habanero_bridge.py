"""habanero over a `requests.Session`: so over the cache, the retries and the pace.

habanero 2.9 sends with `httpx2.get(...)`, which it finds by the name `httpx2` in two of its
modules, over a new connection each time; it has no hook for a client or a session.
`SessionTransport` is an httpx2 transport whose wire is a session; `HabaneroBridge.in_place` puts it
under habanero for the length of a call, in the thread that makes it. `habanero.cn` and
`habanero.counts` send by other ways and are not covered.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

import habanero
import habanero.request
import habanero.request_class
import httpx2
from requests_cache import AnyResponse, CacheMixin

from evidence.errors import EvidenceError
from evidence.wire.failures import WireError

_MODULES: Final[tuple[ModuleType, ...]] = (habanero.request, habanero.request_class)

# Set on each hop by who sends: `requests` writes its own, and it has undone the encoding.
_REQUEST_HOP_HEADERS: Final = frozenset({"host", "connection", "accept-encoding", "content-length"})
_RESPONSE_HOP_HEADERS: Final = frozenset(
    {"connection", "content-encoding", "content-length", "transfer-encoding"}
)
# httpx2 would send it with the next request: an answer must not depend on the one before it.
_COOKIE: Final = "set-cookie"
_MOST_REDIRECTS: Final = 5


class SessionTransport(httpx2.BaseTransport):
    """An httpx2 transport that sends each request through a `requests.Session`.

    `latest` is what came of this thread's newest request; habanero hands on neither an answer's
    headers nor its age, and dresses failures in words of its own.
    """

    def __init__(self, session: CacheMixin) -> None:
        self._session = session
        self._of_thread = threading.local()

    @property
    def latest(self) -> AnyResponse | WireError | None:
        """The answer, or why there is none; None before the first request."""
        return getattr(self._of_thread, "latest", None)

    @latest.setter
    def latest(self, value: AnyResponse | WireError | None) -> None:
        self._of_thread.latest = value

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The session's answer; redirects are left to the httpx2 client, as in any transport."""
        headers = {k: v for k, v in request.headers.items() if k not in _REQUEST_HOP_HEADERS}
        try:
            answer = self._session.request(
                request.method, str(request.url), headers=headers, allow_redirects=False
            )
        except WireError as error:
            self.latest = error
            raise httpx2.TransportError(str(error), request=request) from error
        self.latest = answer
        return httpx2.Response(
            answer.status_code,
            headers=[
                (k, v)
                for k, v in answer.headers.items()
                if k.lower() not in _RESPONSE_HOP_HEADERS | {_COOKIE}
            ],
            # requests-cache's own 504 (offline, and not in the cache) has no body at all: None.
            stream=httpx2.ByteStream(answer.content or b""),
            request=request,
        )


class _Httpx2ByThread:
    """The `httpx2` module as habanero sees it: the same names, but `get` goes the way that the
    calling thread has chosen, and httpx2's own way where it has chosen none.
    """

    def __init__(self) -> None:
        self._of_thread = threading.local()

    @property
    def client(self) -> httpx2.Client | None:
        """What this thread's calls go through."""
        return getattr(self._of_thread, "client", None)

    @client.setter
    def client(self, value: httpx2.Client | None) -> None:
        self._of_thread.client = value

    def get(self, *args: Any, **kwargs: Any) -> httpx2.Response:
        """As `httpx2.get`."""
        return (self.client or httpx2).get(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(httpx2, name)


class HabaneroBridge:
    """Sends what habanero asks through one session; may be shared by threads.

    The names that are swapped belong to the whole process, so they are swapped only while some
    thread has a call under way; other threads' calls go as they would without it.
    """

    _swapping = threading.Lock()
    _calls = 0
    _stand_in = _Httpx2ByThread()

    def __init__(self, session: CacheMixin) -> None:
        self._transport = SessionTransport(session)
        self._client = httpx2.Client(
            transport=self._transport,
            trust_env=False,  # proxies and certificates are the session's business
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
        )

    @property
    def latest(self) -> AnyResponse | WireError | None:
        """What came of this thread's newest request: the answer, or why there is none."""
        return self._transport.latest

    def close(self) -> None:
        """Free the client; the session is left open."""
        self._client.close()

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """While open, all that habanero sends in this thread goes through the session.

        Raises RuntimeError when a session is in place in this thread already, and EvidenceError
        when the installed habanero does not send in the way that is known here.
        """
        if self._stand_in.client:
            raise RuntimeError("habanero already runs over a session in this thread")
        with HabaneroBridge._swapping:
            if not HabaneroBridge._calls:
                _refuse_unknown_habanero()
                _swap(self._stand_in)
            HabaneroBridge._calls += 1
        self._stand_in.client = self._client
        self._transport.latest = None
        try:
            yield
        finally:
            self._stand_in.client = None
            with HabaneroBridge._swapping:
                HabaneroBridge._calls -= 1
                if not HabaneroBridge._calls:
                    _swap(httpx2)


def _swap(httpx2_or_stand_in: object) -> None:
    """Have habanero find this by the name `httpx2`."""
    for module in _MODULES:
        module.httpx2 = httpx2_or_stand_in  # type: ignore[attr-defined]


def _refuse_unknown_habanero() -> None:
    """Raises EvidenceError unless habanero sends through the names that are swapped here."""
    for module in _MODULES:
        if getattr(module, "httpx2", None) is not httpx2:
            raise EvidenceError(
                f"habanero {habanero.__version__} sends its requests in a way that is not known"
                f" here (`{module.__name__}.httpx2` is not httpx2): install `habanero>=2.9.2,<2.10`"
            )
