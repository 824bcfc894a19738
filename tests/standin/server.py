"""The stand-in as a test sees it: starts, stops, logs what it was asked, fails on demand."""

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from http import HTTPStatus
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from standin.collection import Collection, read_lines
from standin.crossref import answer_crossref, one_work
from standin.datacite import answer_datacite, read_datacite
from standin.doi_org import Agencies, answer_doi_org
from standin.europe_pmc import answer_europe_pmc
from standin.faults import AnotherWork, Fault, Hang, Refusal, Script, refuse, spoil
from standin.limits import Limiter, Pool, pool_of
from standin.listening import Listener
from standin.messages import (
    DATACITE_ROOT,
    DOI_ROOT,
    EUROPE_PMC_ROOT,
    Answer,
    Request,
    Route,
    not_played,
)


class StandIn:
    """Crossref, doi.org, DataCite and Europe PMC on a port of 127.0.0.1.

    `works` are JSON-lines files of Crossref works (gzipped ones too), sent as they are, or with
    `as_crossref` as if they were Crossref's own; `datacite` is one of DataCite records, sent alike,
    `europe_pmc` one of Europe PMC's results.
    `agencies` says who registered further prefixes and DOIs, `short_dois` what short DOIs stand for
    (see `doi_org.Agencies`). With `enforce_limits`
    what is over Crossref's limits is refused with 429, with the header `Retry-After` if
    `retry_after` is given. Every answer takes `latency` seconds. `port` 0 is any free one.

    >>> with StandIn([]) as server:
    ...     server.crossref_url.startswith("http://127.0.0.1:")
    True
    """

    def __init__(
        self,
        works: Iterable[Path],
        *,
        datacite: Path | None = None,
        europe_pmc: Path | None = None,
        agencies: Mapping[str, str | None] | None = None,
        short_dois: Mapping[str, str] | None = None,
        as_crossref: bool = False,
        enforce_limits: bool = False,
        retry_after: str | None = None,
        latency: float = 0.0,
        port: int = 0,
    ) -> None:
        self.collection = Collection.read(works, as_crossref=as_crossref)
        self.latency = latency
        self._datacite = read_datacite(datacite, as_datacite=as_crossref)
        self.europe_pmc = list(read_lines(europe_pmc)) if europe_pmc else []
        self._agencies = Agencies(self.collection, self._datacite, agencies or {}, short_dois or {})
        self._limiter = Limiter() if enforce_limits else None
        self._too_many = Refusal(429, retry_after)
        self._script = Script()
        self._released = threading.Event()
        self._lock = threading.Lock()
        self._numbers = count()
        self._log: dict[int, Request] = {}
        self._left: int | None = None
        self._listener = Listener(port, self._take)

    @property
    def crossref_url(self) -> str:
        """The address that stands in for `https://api.crossref.org`."""
        return f"http://127.0.0.1:{self._listener.port}"

    @property
    def doi_url(self) -> str:
        """The address that stands in for `https://doi.org`."""
        return self.crossref_url + DOI_ROOT

    @property
    def datacite_url(self) -> str:
        """The address that stands in for `https://api.datacite.org`."""
        return self.crossref_url + DATACITE_ROOT

    @property
    def europe_pmc_url(self) -> str:
        """The address that stands in for `https://www.ebi.ac.uk/europepmc/webservices/rest`."""
        return self.crossref_url + EUROPE_PMC_ROOT

    def start(self) -> None:
        """Begin to answer."""
        self._listener.start()

    def stop(self) -> None:
        """Let go of what hangs, close every connection, and free the port."""
        self.release()
        self._listener.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def requests(self, route: str | None = None) -> tuple[Request, ...]:
        """What came in so far, in order: everything, or what took this `Route`."""
        wanted = None if route is None else Route(route)
        with self._lock:
            log = tuple(self._log.values())
        return tuple(request for request in log if wanted in (None, request.route))

    def forget(self) -> None:
        """Empty the log."""
        with self._lock:
            self._log.clear()

    def fail(self, fault: Fault, *, route: str | None = None, times: int = 1) -> None:
        """Play `fault` the next `times` times that this `Route` is asked (None: any).

        `AnotherWork` is always of the route `single`.
        """
        if isinstance(fault, AnotherWork):
            route = Route.SINGLE
        self._script.add(fault, None if route is None else Route(route), times)

    def die_after(self, requests: int) -> None:
        """Take this many more requests; at the next one close everything and be gone."""
        with self._lock:
            self._left = requests

    def release(self) -> None:
        """Give what hangs its ordinary answer; from now on nothing hangs."""
        self._released.set()

    def _take(self, request: Request) -> Answer | None:
        """The answer to a request that came in; None when the server died of it."""
        with self._lock:
            if self._left == 0:
                return None
            if self._left is not None:
                self._left -= 1
            number = next(self._numbers)
            self._log[number] = request
        answer = self._within_limits(request)
        with self._lock:
            if number in self._log:
                self._log[number] = replace(request, status=answer.status)
        return answer

    def _within_limits(self, request: Request) -> Answer:
        pool = pool_of(request) if request.route.is_crossref else None
        if not (pool and self._limiter):
            return _tell_pool(self._perform(request), pool)
        if not self._limiter.admit(pool):
            return refuse(self._too_many)
        try:
            answer = self._perform(request)
        finally:
            # Before the answer leaves: who has read it may ask again at once.
            self._limiter.release(pool)
        return _tell_pool(answer, pool)

    def _perform(self, request: Request) -> Answer:
        """The answer, late and spoilt as asked for."""
        time.sleep(self.latency)
        fault = self._script.next(request.route)
        match fault:
            case Refusal():
                return refuse(fault)
            case Hang(seconds):
                self._released.wait(seconds)
            case AnotherWork():
                other = self.collection.another(request.doi)
                if other:
                    return one_work(other["DOI"], self.collection)
        return spoil(fault, self._answer(request))

    def _answer(self, request: Request) -> Answer:
        match request.route:
            case Route.RA | Route.HANDLE:
                return answer_doi_org(request, self._agencies)
            case Route.DATACITE:
                return answer_datacite(request, self._datacite)
            case Route.EUROPE_PMC:
                return answer_europe_pmc(request, self.europe_pmc)
            case Route.NOWHERE:
                return not_played(f"`{request.path}`")
            case _:
                return answer_crossref(request, self.collection)


def _tell_pool(answer: Answer, pool: Pool | None) -> Answer:
    """With the headers of the pool, which every answer of Crossref carries but 429 (seen in life:
    that one tells nothing of limits).
    """
    if pool is None or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return answer
    return replace(answer, headers={**answer.headers, **pool.headers})
