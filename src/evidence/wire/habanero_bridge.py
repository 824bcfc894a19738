"""habanero over a `requests.Session`: so over the cache, the retries and the pace.

habanero 2.9 sends with `httpx2.get(...)`, which it finds by the name `httpx2` in two of its
modules, over a new connection each time; it has no hook for a client or a session.
`SessionTransport` is an httpx2 transport whose wire is a session; `HabaneroBridge.in_place` puts it
under habanero for the length of a call. `habanero.cn` and `habanero.counts` send by other ways and
are not covered.
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
_MOST_REDIRECTS: Final = 5


class SessionTransport(httpx2.BaseTransport):
    """An httpx2 transport that sends each request through a `requests.Session`.

    `latest` is what came of the newest request; habanero hands on neither an answer's headers nor
    its age, and dresses failures in words of its own.
    """

    def __init__(self, session: CacheMixin) -> None:
        self._session = session
        self.latest: AnyResponse | WireError | None = None

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
                (k, v) for k, v in answer.headers.items() if k.lower() not in _RESPONSE_HOP_HEADERS
            ],
            # requests-cache's own 504 (offline, and not in the cache) has no body at all: None.
            stream=httpx2.ByteStream(answer.content or b""),
            request=request,
        )


class _Httpx2OverClient:
    """The `httpx2` module as habanero sees it: the same names, but one client for every `get`."""

    def __init__(self, client: httpx2.Client) -> None:
        self.get = client.get

    def __getattr__(self, name: str) -> Any:
        return getattr(httpx2, name)


class HabaneroBridge:
    """Sends what habanero asks through one session.

    The names that are swapped belong to the whole process, so they are swapped only for the length
    of a call, by one thread at a time.
    """

    _swapping = threading.Lock()
    _swapper: int | None = None

    def __init__(self, session: CacheMixin) -> None:
        self._transport = SessionTransport(session)
        self._client = httpx2.Client(
            transport=self._transport,
            trust_env=False,  # proxies and certificates are the session's business
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
        )
        self._stand_in = _Httpx2OverClient(self._client)

    @property
    def latest(self) -> AnyResponse | WireError | None:
        """What came of the newest request: the answer, or why there is none."""
        return self._transport.latest

    def close(self) -> None:
        """Free the client; the session is left open."""
        self._client.close()

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """While open, all that habanero sends goes through the session.

        Another thread waits for its turn. Raises RuntimeError when this thread has it already, and
        EvidenceError when the installed habanero does not send in the way that is known here.
        """
        if HabaneroBridge._swapper == threading.get_ident():
            raise RuntimeError("habanero already runs over a session in this thread")
        with HabaneroBridge._swapping:
            _refuse_unknown_habanero()
            HabaneroBridge._swapper = threading.get_ident()
            self._transport.latest = None
            try:
                for module in _MODULES:
                    module.httpx2 = self._stand_in  # type: ignore[attr-defined]
                yield
            finally:
                for module in _MODULES:
                    module.httpx2 = httpx2  # type: ignore[attr-defined]
                HabaneroBridge._swapper = None


def _refuse_unknown_habanero() -> None:
    """Raises EvidenceError unless habanero sends through the names that are swapped here."""
    for module in _MODULES:
        if getattr(module, "httpx2", None) is not httpx2:
            raise EvidenceError(
                f"habanero {habanero.__version__} sends its requests in a way that is not known"
                f" here (`{module.__name__}.httpx2` is not httpx2): install `habanero>=2.9.2,<2.10`"
            )
