"""An even pace, so many at once, and the limits that answers tell."""

import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.wire.clock import SYSTEM_CLOCK, Clock
from evidence.wire.pace import POLITE, PUBLIC, Budget, Limit, Pace, Route, route_of, told_limit
from evidence.wire.session import Session
from scripted_server import answer, serving
from standin import StandIn
from stopped_clock import StoppedClock

Opener = Callable[..., Session]


@pytest.mark.parametrize(
    ("url", "route"),
    [
        ("https://api.crossref.org/works/10.1%2Fx", Route.SINGLE),
        ("https://api.crossref.org/works/10.1/as/redirected", Route.SINGLE),
        ("https://api.crossref.org/works?filter=doi:10.1/works/2", Route.LIST),
        ("http://127.0.0.1:80/proxy/works?query.bibliographic=x", Route.LIST),
        ("https://doi.org/ra/10.1%2Fworks%2F2", Route.OTHER),
        ("https://doi.org", Route.OTHER),
    ],
)
def test_each_address_draws_on_its_budget(url: str, route: Route) -> None:
    assert route_of(url) is route


def test_the_start_is_crossrefs_published_limits() -> None:
    assert PUBLIC[Route.SINGLE] == Limit(5, 1)
    assert PUBLIC[Route.LIST] == Limit(1, 1)
    assert POLITE[Route.SINGLE] == Limit(10, 3)
    assert POLITE[Route.LIST] == Limit(3, 3)


def test_requests_are_spread_evenly(time: StoppedClock) -> None:
    budget = Budget(Limit(5, 1), time.clock)
    for _ in range(4):
        with budget.slot():
            pass
    assert time.sleeps == [0.22, 0.22, 0.22]


def test_time_that_passed_anyway_is_not_waited_for_again(time: StoppedClock) -> None:
    budget = Budget(Limit(5, 1), time.clock)
    with budget.slot():
        time.pass_by(0.15)
    with budget.slot():
        time.pass_by(5.0)
    with budget.slot():
        pass
    assert time.sleeps == [0.07]


def test_a_pause_is_no_credit_for_a_burst(time: StoppedClock) -> None:
    budget = Budget(Limit(1, 1), time.clock)
    with budget.slot():
        time.pass_by(60.0)
    for _ in range(3):
        with budget.slot():
            pass
    assert time.sleeps == [1.1, 1.1]


def test_a_budget_that_is_held_starts_nothing_meanwhile(time: StoppedClock) -> None:
    budget = Budget(Limit(5, 1), time.clock)
    budget.hold(7.0)
    budget.hold(2.0)
    for _ in range(2):
        with budget.slot():
            pass
    assert time.sleeps == [7.0, 0.22]


def test_who_waits_already_is_held_too() -> None:
    stopped = StoppedClock()

    def sleep(seconds: float) -> None:
        if not stopped.sleeps:
            budget.hold(5.0)
        stopped.clock.sleep(seconds)

    budget = Budget(Limit(1, 1), Clock(stopped.clock.monotonic, sleep, stopped.clock.now))
    for _ in range(2):
        with budget.slot():
            pass
    assert stopped.sleeps == [1.1, 3.9]


def test_no_more_than_allowed_are_open_at_once() -> None:
    budget = Budget(Limit(1000, 3), SYSTEM_CLOCK)
    lock, together = threading.Lock(), threading.Barrier(3)
    is_open, most = 0, 0

    def ask() -> None:
        nonlocal is_open, most
        with budget.slot():
            with lock:
                is_open += 1
                most = max(most, is_open)
            together.wait(timeout=5)  # three are open at the same time, or this breaks
            with lock:
                is_open -= 1

    threads = [threading.Thread(target=ask) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 3
    assert not together.broken


def test_a_failing_request_gives_its_slot_back(time: StoppedClock) -> None:
    budget = Budget(Limit(1, 1), time.clock)
    for _ in range(2):
        with pytest.raises(OSError, match="broken"), budget.slot():
            raise OSError("broken")


@pytest.mark.parametrize(
    ("headers", "limit"),
    [
        ({}, Limit(5, 1)),
        ({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}, Limit(50, 1)),
        ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "2s"}, Limit(5, 1)),
        ({"x-concurrency-limit": "3"}, Limit(5, 3)),
        ({"x-rate-limit-limit": "0", "x-rate-limit-interval": "1s"}, Limit(5, 1)),
        ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "0s"}, Limit(5, 1)),
        ({"x-rate-limit-limit": "many", "x-concurrency-limit": "-1"}, Limit(5, 1)),
        ({"x-rate-limit-limit": "10"}, Limit(5, 1)),
        # An hour between two requests is nothing that a person would wait for.
        ({"x-rate-limit-limit": "1", "x-rate-limit-interval": "3600s"}, Limit(1 / 30, 1)),
    ],
)
def test_headers_tell_the_limit(headers: dict[str, str], limit: Limit) -> None:
    assert told_limit(headers, Limit(5, 1)) == limit


@given(st.text(), st.text(), st.text())
def test_no_header_is_too_odd(count: str, interval: str, at_once: str) -> None:
    headers = {
        "x-rate-limit-limit": count,
        "x-rate-limit-interval": interval,
        "x-concurrency-limit": at_once,
    }
    limit = told_limit(headers, Limit(5, 1))
    assert limit.per_second > 0
    assert limit.at_once >= 1


def test_hosts_and_routes_have_budgets_of_their_own(time: StoppedClock) -> None:
    pace = Pace(PUBLIC, time.clock)
    one = pace.budget("https://a.test/works/1")
    assert pace.budget("https://a.test/works/2") is one
    assert pace.budget("https://a.test/works?x=1") is not one
    assert pace.budget("https://b.test/works/1") is not one


@pytest.mark.parametrize(("polite", "wait"), [(False, 0.22), (True, 0.11)])
def test_who_names_an_address_may_ask_faster(
    standin: StandIn, open_session: Opener, time: StoppedClock, *, polite: bool, wait: float
) -> None:
    session = open_session(polite=polite)
    with serving(answer()) as server:
        for number in range(3):
            session.get(f"{server.url}/works/{number}")
    assert time.sleeps == [wait, wait]
    assert not standin.requests()


def test_what_an_answer_tells_counts_from_the_next_request_on(
    open_session: Opener, time: StoppedClock
) -> None:
    faster = answer("{}", "X-Rate-Limit-Limit: 50", "X-Rate-Limit-Interval: 1s")
    with serving(faster) as server:
        for number in range(3):
            open_session().get(f"{server.url}/works/{number}")
        session = open_session()
        for number in range(3):
            session.get(f"{server.url}/works/{number}")
    assert time.sleeps == [0.022, 0.022]


def test_every_try_waits_for_its_turn(open_session: Opener, time: StoppedClock) -> None:
    with serving(answer(status="503 No"), answer()) as server:
        open_session().get(f"{server.url}/works?rows=1")
    assert time.sleeps == [0.5, 0.6]  # the back-off, and what is then missing to the next turn
