import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from standin import StandIn
from standin.limits import Limiter, Pool

WORKS = Path(__file__).parent / "data" / "works.jsonl"
POLITE = {"User-Agent": "evidence (mailto:a@b.example)"}
DOI = "10.1234/jim.2019.0001"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def admitted(limiter: Limiter, pool: Pool) -> bool:
    passes = limiter.admit(pool)
    if passes:
        limiter.release(pool)
    return passes


def test_the_window_slides_over_one_second() -> None:
    clock = Clock()
    limiter, pool = Limiter(clock), Pool("any", 2, 1)
    assert admitted(limiter, pool)
    clock.now += 0.6
    assert admitted(limiter, pool)
    assert not admitted(limiter, pool)
    clock.now += 0.4  # the first is a second old, the second is not
    assert admitted(limiter, pool)
    assert not admitted(limiter, pool)


def test_a_refused_request_does_not_count() -> None:
    clock = Clock()
    limiter, pool = Limiter(clock), Pool("any", 1, 1)
    assert admitted(limiter, pool)
    clock.now += 0.9
    assert not admitted(limiter, pool)
    clock.now += 0.1
    assert admitted(limiter, pool)


def test_no_more_than_the_pool_allows_are_under_way() -> None:
    limiter, pool = Limiter(Clock()), Pool("any", 100, 2)
    assert limiter.admit(pool)
    assert limiter.admit(pool)
    assert not limiter.admit(pool)
    limiter.release(pool)
    assert limiter.admit(pool)


def statuses(server: StandIn, paths: list[str], headers: dict[str, str]) -> list[int]:
    with requests.Session() as client:
        return [
            client.get(server.crossref_url + path, headers=headers, timeout=5).status_code
            for path in paths
        ]


def test_over_the_limit_is_429_and_each_route_has_its_budget() -> None:
    single, several = f"/works/{DOI}", f"/works?filter=doi:{DOI}"
    with StandIn([WORKS], enforce_limits=True) as server:
        assert statuses(server, [single] * 6, {}) == [200] * 5 + [429]
        assert statuses(server, [several] * 2, {}) == [200, 429]
        assert statuses(server, [single] * 11, POLITE) == [200] * 10 + [429]
        assert statuses(server, [several] * 4, POLITE) == [200] * 3 + [429]


def test_the_429_tells_nothing_of_limits_and_retry_after_only_if_wanted() -> None:
    for retry_after in (None, "1"):
        with StandIn([], enforce_limits=True, retry_after=retry_after) as server:
            requests.get(f"{server.crossref_url}/works?rows=0", timeout=5)
            answer = requests.get(f"{server.crossref_url}/works?rows=0", timeout=5)
            assert answer.status_code == 429
            assert answer.headers.get("retry-after") == retry_after
            assert "x-api-pool" not in answer.headers
            assert answer.text.startswith("<html><body><h1>429 Too Many Requests</h1>")


def test_more_at_once_than_the_pool_allows_is_429() -> None:
    with StandIn([WORKS], enforce_limits=True, latency=0.3) as server:
        gate = threading.Barrier(4)

        def ask(_: int) -> int:
            gate.wait()
            (status,) = statuses(server, [f"/works/{DOI}"], POLITE)
            return status

        with ThreadPoolExecutor(4) as pool:
            assert sorted(pool.map(ask, range(4))) == [200, 200, 200, 429]


def test_without_enforcement_nothing_is_refused(standin: StandIn) -> None:
    assert statuses(standin, [f"/works/{DOI}"] * 20, {}) == [200] * 20


def test_doi_org_has_no_limits() -> None:
    with StandIn([], enforce_limits=True) as server:
        assert statuses(server, ["/doi.org/ra/10.1234"] * 8, {}) == [200] * 8
