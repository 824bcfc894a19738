"""What is sent again, after which wait, and when a host is left alone."""

import gzip
import socket
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import MaxRetryError, NameResolutionError

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
from evidence.wire.record_cache import RecordCache
from evidence.wire.retry import Patience, retry_after
from evidence.wire.session import Session
from scripted_server import answer, serving
from standin import CutConnection, Hang, Refusal, StandIn
from stopped_clock import StoppedClock

Opener = Callable[..., Session]

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WORK = "/works/10.1234%2Fjim.2019.0001"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_burst_of_failures_is_waited_out(
    standin: StandIn, open_session: Opener, time: StoppedClock, status: int
) -> None:
    standin.fail(Refusal(status), times=3)
    assert open_session().get(standin.crossref_url + WORK).status_code == 200
    assert time.sleeps == [0.5, 1.0, 2.0]


@pytest.mark.parametrize("status", [429, 500, 503, 504])
def test_after_four_tries_the_failure_is_the_answer(
    standin: StandIn, open_session: Opener, status: int
) -> None:
    standin.fail(Refusal(status), times=99)
    assert open_session().get(standin.crossref_url + WORK).status_code == status
    assert len(standin.requests()) == 4


@pytest.mark.parametrize("status", ["301 Moved", "400 Bad", "401 No", "403 No", "404 No", "410 No"])
def test_an_answer_that_will_not_change_is_not_asked_for_again(
    open_session: Opener, status: str
) -> None:
    with serving(answer(status=status)) as server:
        open_session().get(f"{server.url}/works/x")
        assert len(server.heard) == 1


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("7", 7.0),
        ("0", 0.5),  # never sooner than our own back-off
        ("30", 30.0),
        ("Sun, 22 Nov 2026 12:00:12 GMT", 12.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.5),
        ("soon", 0.5),
        ("", 0.5),
        ("-5", 0.5),
    ],
)
def test_the_server_says_how_long_to_wait_within_reason(
    standin: StandIn, open_session: Opener, time: StoppedClock, header: str, wait: float
) -> None:
    standin.fail(Refusal(429, retry_after=header))
    open_session().get(standin.crossref_url + WORK)
    assert time.sleeps == [wait]


@pytest.mark.parametrize("header", ["31", "3600", "9" * 5000, "Sun, 22 Nov 2026 18:00:00 GMT"])
def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(
    standin: StandIn, open_session: Opener, time: StoppedClock, header: str
) -> None:
    standin.fail(Refusal(429, retry_after=header))
    session = open_session()
    assert session.get(standin.crossref_url + WORK).status_code == 429
    with pytest.raises(WireError):
        session.get(standin.crossref_url + WORK)
    assert time.sleeps == []
    assert len(standin.requests()) == 1


@given(st.text())
def test_no_retry_after_header_is_too_odd(header: str) -> None:
    assert retry_after(header, NOW) >= 0.0


def test_a_date_without_a_zone_is_in_utc() -> None:
    assert retry_after("Sun, 22 Nov 2026 12:00:09 -0000", NOW) == 9.0
    assert retry_after(None, NOW) == 0.0


def test_a_cut_body_is_asked_for_again(standin: StandIn, open_session: Opener) -> None:
    standin.fail(CutConnection(), times=3)
    found = open_session().get(standin.crossref_url + WORK)
    assert found.json()["message"]["DOI"] == "10.1234/jim.2019.0001"
    assert len(standin.requests()) == 4


def test_a_body_that_is_always_cut_is_no_answer(standin: StandIn, open_session: Opener) -> None:
    standin.fail(CutConnection(), times=4)
    with pytest.raises(WireError, match=r"^the connection to `127\.0\.0\.1:\d+` broke off$"):
        open_session().get(standin.crossref_url + WORK)


def test_a_body_that_cannot_be_unpacked_is_asked_for_again(open_session: Opener) -> None:
    damaged = answer(b"not gzip", "Content-Encoding: gzip")
    with serving(damaged, answer(gzip.compress(b'"well"'), "Content-Encoding: gzip")) as server:
        assert open_session().get(server.url).json() == "well"


def test_a_server_that_hangs_is_asked_once_more(standin: StandIn, open_session: Opener) -> None:
    standin.fail(Hang(), times=2)
    session = open_session(patience=Patience(read_timeout=0.1))
    with pytest.raises(WireError, match="did not answer in time"):
        session.get(standin.crossref_url + WORK)
    assert len(standin.requests()) == 2
    standin.release()


def test_a_body_that_stops_coming_counts_as_a_time_out(open_session: Opener) -> None:
    with serving(answer("{", announce=50)) as server:
        session = open_session(patience=Patience(read_timeout=0.1))
        with pytest.raises(WireError, match="did not answer in time"):
            session.get(server.url)
        assert len(server.heard) == 2


def test_a_dead_host_costs_two_tries_for_all_requests_together(
    open_session: Opener, time: StoppedClock
) -> None:
    session = open_session()
    url = f"http://127.0.0.1:{_free_port()}"
    with pytest.raises(WireError, match=r"^no connection to `127\.0\.0\.1:\d+`$"):
        session.get(f"{url}/works/1")
    for number in range(100):
        with pytest.raises(HostRestingError, match="not asked again for the moment"):
            session.get(f"{url}/works/{number}")
    assert session.requests_sent == 2
    assert sum(time.sleeps) < 1.0


def test_a_host_is_asked_again_after_the_cool_down(
    standin: StandIn, open_session: Opener, time: StoppedClock
) -> None:
    url = standin.crossref_url + WORK
    session = open_session(patience=Patience(read_timeout=0.1, cool_down=60.0))
    standin.fail(Hang(), times=2)
    with pytest.raises(WireError):
        session.get(url)
    time.pass_by(59.0)
    with pytest.raises(HostRestingError):
        session.get(url)
    time.pass_by(1.1)
    standin.release()
    assert session.get(url).status_code == 200


def test_one_failing_request_does_not_stop_the_next_one(
    standin: StandIn, open_session: Opener
) -> None:
    session = open_session()
    standin.fail(Refusal(504), times=4)
    assert session.get(standin.crossref_url + WORK).status_code == 504
    assert session.get(standin.crossref_url + WORK).status_code == 200


def test_after_two_failing_requests_in_a_row_the_host_is_left_alone(
    standin: StandIn, open_session: Opener
) -> None:
    session = open_session()
    standin.fail(Refusal(503), times=99)
    for _ in range(2):
        session.get(standin.crossref_url + WORK)
    with pytest.raises(HostRestingError, match=r"could not answer \(503 Service Unavailable\)"):
        session.get(standin.crossref_url + WORK)
    assert len(standin.requests()) == 8


def test_a_host_that_has_not_answered_yet_is_asked_one_thing_at_a_time(
    standin: StandIn, open_session: Opener
) -> None:
    session = open_session(patience=Patience(read_timeout=10), polite=True)
    standin.fail(Hang())
    threads = [
        threading.Thread(target=session.get, args=(f"{standin.crossref_url}{WORK}?{n}",))
        for n in range(5)
    ]
    for thread in threads:
        thread.start()
    threads[0].join(0.2)
    assert len(standin.requests()) == 1
    standin.release()
    for thread in threads:
        thread.join(5)
    assert len(standin.requests()) == 5


def test_threads_that_wait_for_a_host_are_told_that_it_failed(open_session: Opener) -> None:
    session = open_session(polite=True)
    url = f"http://127.0.0.1:{_free_port()}"
    reasons: list[str] = []

    def ask(number: int) -> None:
        with pytest.raises(WireError) as raised:
            session.get(f"{url}/works/{number}")
        reasons.append(str(raised.value))

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert len(reasons) == 5
    assert all("no connection" in reason for reason in reasons)
    assert session.requests_sent == 2


def test_a_request_is_not_tried_again_when_its_host_was_found_to_fail_meanwhile(
    standin: StandIn, time: StoppedClock
) -> None:
    def sleep(seconds: float) -> None:
        for _ in range(2):
            session.resting.failed(host_of(standin.crossref_url), "it broke down", unreached=False)
        time.clock.sleep(seconds)

    clock = Clock(time.clock.monotonic, sleep, time.clock.now)
    standin.fail(Refusal(503), times=9)
    with (
        closing(RecordCache(None)) as cache,
        Session(cache, user_agent="test", clock=clock) as session,
        pytest.raises(HostRestingError, match="it broke down; it is not asked again"),
    ):
        session.get(standin.crossref_url + WORK)
    assert len(standin.requests()) == 1


@pytest.mark.parametrize(
    ("status", "header", "wait"),
    [(429, None, 0.5), (429, "3", 3.0), (503, "3", 3.0), (503, None, 0.22)],
)
def test_all_who_ask_the_same_wait_when_the_server_asks_for_it(
    standin: StandIn, time: StoppedClock, status: int, header: str | None, wait: float
) -> None:
    others: list[float] = []

    def sleep(seconds: float) -> None:
        if not others:  # somebody else asks while the first waits for its second try
            others.append(time.seconds)
            with session.pace.budget(f"{standin.crossref_url}/works/other").slot():
                others.append(time.seconds)
        time.clock.sleep(seconds)

    clock = Clock(time.clock.monotonic, sleep, time.clock.now)
    standin.fail(Refusal(status, retry_after=header))
    with (
        closing(RecordCache(None)) as cache,
        Session(cache, user_agent="test", clock=clock) as session,
    ):
        assert session.get(standin.crossref_url + WORK).status_code == 200
    assert others[1] - others[0] == pytest.approx(wait)


def test_what_is_under_way_when_the_session_closes_is_not_tried_again(
    standin: StandIn, time: StoppedClock
) -> None:
    def sleep(seconds: float) -> None:
        session.close()
        time.clock.sleep(seconds)

    clock = Clock(time.clock.monotonic, sleep, time.clock.now)
    standin.fail(Refusal(503), times=9)
    with closing(RecordCache(None)) as cache:
        session = Session(cache, user_agent="test", clock=clock)
        with pytest.raises(HostRestingError, match="the session was closed"):
            session.get(standin.crossref_url + WORK)
    assert len(standin.requests()) == 1


def test_an_answer_between_two_failing_requests_makes_up_for_the_first(
    standin: StandIn, open_session: Opener
) -> None:
    session = open_session()
    for _ in range(3):
        standin.fail(Refusal(503), times=4)
        assert session.get(standin.crossref_url + WORK).status_code == 503
        assert session.get(standin.crossref_url + WORK).status_code == 200


def test_a_server_that_dies_midway_is_left_alone(standin: StandIn, open_session: Opener) -> None:
    session = open_session()
    standin.die_after(1)
    assert session.get(standin.crossref_url + WORK).status_code == 200
    with pytest.raises(WireError):
        session.get(standin.crossref_url + WORK)
    with pytest.raises(HostRestingError):
        session.get(standin.crossref_url + WORK)


def test_each_host_rests_for_itself(standin: StandIn, open_session: Opener) -> None:
    session = open_session()
    with pytest.raises(WireError):
        session.get(f"http://127.0.0.1:{_free_port()}/")
    assert session.get(standin.crossref_url + WORK).status_code == 200


def test_the_waits_grow_up_to_the_longest() -> None:
    patience = Patience(backoff=0.5, longest_wait=3.0)
    assert [patience.wait(tries) for tries in (1, 2, 3, 4, 5)] == [0.5, 1.0, 2.0, 3.0, 3.0]


def _unresolved() -> requests.ConnectionError:
    cause = NameResolutionError("x.test", HTTPConnection("x.test"), socket.gaierror())
    return requests.ConnectionError(MaxRetryError(HTTPConnectionPool("x.test"), "/", cause))


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (_unresolved(), Trouble.UNRESOLVED),
        (requests.exceptions.SSLError("certificate"), Trouble.CERTIFICATE),
        (requests.exceptions.ProxyError("proxy"), Trouble.PROXY),
        (requests.ConnectTimeout(), Trouble.TIMEOUT),
        (requests.ConnectionError("reset"), Trouble.CUT_SHORT),
        (requests.exceptions.InvalidHeader("x"), Trouble.UNSENDABLE),
    ],
)
def test_an_error_of_requests_has_its_kind(
    error: requests.RequestException, trouble: Trouble
) -> None:
    assert trouble_of(error) is trouble


def test_what_cannot_get_better_is_tried_once() -> None:
    patience = Patience()
    tries = {trouble: patience.tries_for(trouble) for trouble in Trouble}
    assert tries == {
        Trouble.TIMEOUT: 2,
        Trouble.UNRESOLVED: 2,
        Trouble.UNREACHABLE: 2,
        Trouble.PROXY: 2,
        Trouble.CERTIFICATE: 1,
        Trouble.CUT_SHORT: 4,
        Trouble.UNSENDABLE: 1,
    }


def test_every_trouble_has_its_words() -> None:
    assert {trouble: reason_of_trouble(trouble, "a.test") for trouble in Trouble} == {
        Trouble.TIMEOUT: "`a.test` did not answer in time",
        Trouble.UNRESOLVED: "no address is known for the name `a.test` (no network?)",
        Trouble.UNREACHABLE: "no connection to `a.test`",
        Trouble.PROXY: "the proxy gives no connection to `a.test`",
        Trouble.CERTIFICATE: "the certificate of `a.test` could not be verified",
        Trouble.CUT_SHORT: "the connection to `a.test` broke off",
        Trouble.UNSENDABLE: "the request to `a.test` could not be sent",
    }


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (429, "`a.test` asks for fewer requests (429 Too Many Requests)"),
        (403, "`a.test` refuses to answer this client (403 Forbidden)"),
        (503, "`a.test` could not answer (503 Service Unavailable)"),
        (599, "`a.test` could not answer (599)"),
        (400, "`a.test` did not accept the request (400 Bad Request)"),
        (301, "`a.test` gave no usable answer (301 Moved Permanently)"),
    ],
)
def test_every_status_has_its_words(status: int, reason: str) -> None:
    assert reason_of_status(status, "a.test") == reason


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
