"""What becomes of a look-up when Crossref fails: never absent, never lost, always with a reason."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.registries.interface import Registries
from evidence.wire.cache_info import cache_info
from scripted_server import answer, serving
from standin import (
    AnotherWork,
    CutConnection,
    Fault,
    Hang,
    OtherBody,
    Refusal,
    StandIn,
    TruncatedBody,
)
from stopped_clock import StoppedClock

Connect = Callable[..., AbstractContextManager[Registries]]

LOZENGES = Doi("10.1234/jim.2019.0001")
BALDNESS = Doi("10.1234/jim.2016.0012")
NOTICE = Doi("10.1234/jim.2018.0003")
COMMA = Doi("10.1234/jim.251.19.2504,2509")
UNREADABLE = "gave an answer that cannot be read"

FAULTS = [
    (Refusal(429), "asks for fewer requests (429 Too Many Requests)"),
    (Refusal(503), "could not answer (503 Service Unavailable)"),
    (Refusal(504), "could not answer (504 Gateway Timeout)"),
    (Refusal(500), "could not answer (500 Internal Server Error)"),
    (Refusal(403), "refuses to answer this client (403 Forbidden)"),
    (Hang(), "did not answer in time"),
    (CutConnection(), "broke off"),
    (TruncatedBody(), UNREADABLE),
    (OtherBody("<html><p>Welcome to our hotel</p></html>", "text/html"), UNREADABLE),
    (OtherBody("<html><p>Welcome to our hotel</p></html>"), UNREADABLE),
    (OtherBody("null"), UNREADABLE),
    (OtherBody("[]"), UNREADABLE),
    (OtherBody('{"status": "ok", "message": null}'), UNREADABLE),
    (OtherBody('{"status": "ok", "message": "busy"}'), UNREADABLE),
    (OtherBody('{"status": "ok"}'), UNREADABLE),
    (OtherBody("[" * 100_000), UNREADABLE),
    (OtherBody(""), UNREADABLE),
]


def reason(outcome: Outcome) -> str:
    assert isinstance(outcome, Unavailable), outcome
    return outcome.reason


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=str)
def test_a_failing_look_up_of_one_is_unavailable(
    standin: StandIn, registries: Registries, fault: Fault, words: str
) -> None:
    standin.fail(fault, times=99)
    told = reason(dict(registries.works.resolve([LOZENGES]))[LOZENGES])
    assert told == told.strip()
    assert words in told
    standin.release()


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=str)
def test_a_failing_look_up_of_many_is_unavailable_for_all_of_them(
    standin: StandIn, registries: Registries, fault: Fault, words: str
) -> None:
    standin.fail(fault, route="list", times=99)
    outcomes = dict(registries.works.resolve([LOZENGES, BALDNESS]))
    assert [words in reason(outcome) for outcome in outcomes.values()] == [True, True]
    standin.release()


@pytest.mark.parametrize("fault", [fault for fault, _ in FAULTS] + [AnotherWork()], ids=str)
def test_failures_are_not_kept(
    standin: StandIn, registries: Registries, tmp_path: Path, fault: Fault
) -> None:
    standin.fail(fault, times=99)
    list(registries.works.resolve([LOZENGES]))
    if not isinstance(fault, AnotherWork):
        list(registries.works.resolve([BALDNESS, NOTICE]))
        registries.works.sift([BALDNESS, NOTICE])
        list(registries.search.search(["lozenges"]))
    assert cache_info(tmp_path / "cache").records == 0
    standin.release()


def test_one_failing_batch_does_not_lose_the_others(
    standin: StandIn, registries: Registries
) -> None:
    dois = [*add_many(standin, 101), COMMA]
    standin.fail(Refusal(504), route="list", times=4)
    outcomes = dict(registries.works.resolve(dois))
    lost = [doi for doi in dois if isinstance(outcomes[doi], Unavailable)]
    assert lost in (dois[:50], dois[50:101])  # whichever came first
    assert sum(isinstance(outcome, Found) for outcome in outcomes.values()) == 102 - len(lost)


def test_one_failing_single_look_up_does_not_lose_the_others(
    standin: StandIn, registries: Registries
) -> None:
    standin.collection.add({"DOI": "10.1234/a,b"})
    standin.fail(OtherBody("[]"), route="single")
    outcomes = dict(registries.works.resolve([COMMA, LOZENGES, BALDNESS, Doi("10.1234/a,b")]))
    lost = [doi for doi, outcome in outcomes.items() if isinstance(outcome, Unavailable)]
    assert lost in ([COMMA], [Doi("10.1234/a,b")])  # whichever came first
    assert sum(isinstance(outcome, Found) for outcome in outcomes.values()) == 3


def test_a_server_that_dies_midway_leaves_what_it_said_before(
    standin: StandIn, registries: Registries, time: StoppedClock
) -> None:
    dois = [*add_many(standin, 240), COMMA]
    standin.die_after(2)
    outcomes = dict(registries.works.resolve(dois))
    told = {doi for doi, outcome in outcomes.items() if isinstance(outcome, Found)}
    assert told
    assert told <= answered_by(standin)  # what was being said as it died may be lost
    lost = [reason(outcomes[doi]) for doi in dois if doi not in told]
    assert len(lost) == len(dois) - len(told)
    assert all("no connection" in words or "broke off" in words for words in lost)
    assert sum(time.sleeps) < 20
    standin.stop()
    standin.die_after(99)
    standin.forget()
    standin.start()
    time.pass_by(60)
    again = dict(registries.works.resolve(dois))
    assert {type(outcome) for outcome in again.values()} == {Found}
    assert answered_by(standin) == set(dois) - told


def add_many(standin: StandIn, count: int) -> list[Doi]:
    """So many DOIs of works that the stand-in now has."""
    for number in range(count):
        standin.collection.add({"DOI": f"10.1234/many.{number:03}", "title": ["x"]})
    return [Doi(f"10.1234/many.{number:03}") for number in range(count)]


def answered_by(standin: StandIn) -> set[Doi]:
    """The DOIs in all requests that the stand-in has answered."""
    told: set[Doi] = set()
    for request in standin.requests():
        if request.status is not None:
            clauses = request.parameters.get("filter", "doi:" + request.doi)
            told |= {Doi(name) for name in clauses.removeprefix("doi:").split(",doi:")}
    return told


def test_a_dead_network_costs_a_moment_however_many_ask(
    open_registries: Connect, time: StoppedClock
) -> None:
    url = "http://127.0.0.1:9"
    with open_registries(crossref_url=url, doi_url=url) as registries:
        dois = [Doi(f"10.1234/dead,{number}") for number in range(100)]
        outcomes = dict(registries.works.resolve(dois))
        assert all("no connection to `127.0.0.1:9`" in reason(o) for o in outcomes.values())
        ((_, searched),) = registries.search.search(["x"])
        assert isinstance(searched, Unavailable)
        assert registries.requests() == 2
    assert sum(time.sleeps) < 2


@pytest.mark.parametrize("route", ["single", "list"])
def test_a_burst_is_waited_out(standin: StandIn, registries: Registries, route: str) -> None:
    standin.fail(Refusal(503), times=3)
    dois = [LOZENGES] if route == "single" else [LOZENGES, BALDNESS]
    assert {type(o) for _, o in registries.works.resolve(dois)} == {Found}


def test_the_record_of_another_work_is_no_answer(
    standin: StandIn, open_registries: Connect
) -> None:
    standin.fail(AnotherWork(), route="single")
    with open_registries() as registries:
        outcome = dict(registries.works.resolve([BALDNESS]))[BALDNESS]
        assert outcome == Unavailable(
            "Crossref answered with the record of `10.1234/jim.2019.0001`"
        )
        assert isinstance(dict(registries.works.resolve([BALDNESS]))[BALDNESS], Found)


def test_a_record_without_a_doi_is_no_answer(open_registries: Connect) -> None:
    with (
        serving(answer('{"status": "ok", "message": {"title": ["x"]}}')) as server,
        open_registries(crossref_url=server.url) as registries,
    ):
        assert reason(dict(registries.works.resolve([LOZENGES]))[LOZENGES]) == (
            "Crossref answered something that is not a record: a record should name its DOI"
        )


def test_works_that_nobody_asked_for_are_left_out(open_registries: Connect) -> None:
    body = '{"message": {"total-results": 2, "items": [{"DOI": "10.9999/other"}, null, {}]}}'
    with (
        serving(answer(body), answer("Resource not found.", status="404 Not Found")) as server,
        open_registries(crossref_url=server.url) as registries,
    ):
        outcomes = dict(registries.works.resolve([LOZENGES, BALDNESS]))
    assert set(outcomes) == {LOZENGES, BALDNESS}
    assert set(outcomes.values()) == {Absent("not in Crossref")}


def test_a_batch_without_a_list_tells_nothing(open_registries: Connect) -> None:
    body = '{"message": {"total-results": 2, "items": {"DOI": "10.1234/jim.2019.0001"}}}'
    with (
        serving(answer(body), answer("Resource not found.", status="404 Not Found")) as server,
        open_registries(crossref_url=server.url) as registries,
    ):
        assert len(list(registries.works.resolve([LOZENGES, BALDNESS]))) == 2
        assert len(server.heard) == 3


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_a_404_is_absent_however_it_is_labelled(open_registries: Connect, kind: str) -> None:
    reply = answer("Resource not found.", f"Content-Type: {kind}", status="404 Not Found")
    with serving(reply) as server, open_registries(crossref_url=server.url) as registries:
        assert dict(registries.works.resolve([LOZENGES])) == {LOZENGES: Absent("not in Crossref")}


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "text/plain"])
def test_the_404_of_somebody_else_is_not_absent(open_registries: Connect, kind: str) -> None:
    page = answer("\n<!DOCTYPE html><p>Gone", f"Content-Type: {kind}", status="404 Not Found")
    with serving(page) as server, open_registries(crossref_url=server.url) as registries:
        told = reason(dict(registries.works.resolve([LOZENGES]))[LOZENGES])
        assert told.endswith("answered with a web page (404 Not Found)")


def test_a_redirect_in_a_circle_is_no_answer(open_registries: Connect) -> None:
    with (
        serving(answer("", "Location: /works/10.1234/x", status="301 Moved")) as server,
        open_registries(crossref_url=server.url) as registries,
    ):
        told = reason(dict(registries.works.resolve([LOZENGES]))[LOZENGES])
        assert told.endswith("gave no usable answer (301 Moved Permanently)")
        assert len(server.heard) == 6


def test_an_answer_without_a_content_type_is_no_answer(open_registries: Connect) -> None:
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
    with serving(reply) as server, open_registries(crossref_url=server.url) as registries:
        assert UNREADABLE in reason(dict(registries.works.resolve([LOZENGES]))[LOZENGES])


@pytest.mark.parametrize("status", [400, 413, 414])
def test_a_refused_batch_is_halved_and_never_repeated(
    standin: StandIn, registries: Registries, status: int
) -> None:
    dois = add_many(standin, 8)
    # A prefix that this Crossref takes for no DOI: the whole request is refused.
    bad = Doi("10.1234.5.6.7/x")
    standin.fail(Refusal(status), route="list", times=2)
    outcomes = dict(registries.works.resolve([*dois, bad]))
    assert sum(isinstance(outcome, Found) for outcome in outcomes.values()) == 8
    assert isinstance(outcomes[bad], Absent)
    targets = [request.target for request in standin.requests()]
    assert len(targets) == len(set(targets))


def test_a_doi_that_crossref_refuses_even_alone_is_unavailable(
    standin: StandIn, registries: Registries
) -> None:
    standin.fail(Refusal(400), times=99)
    outcomes = dict(registries.works.resolve([LOZENGES, BALDNESS, NOTICE]))
    assert len(outcomes) == 3
    assert all(reason(o).endswith("(400 Bad Request)") for o in outcomes.values())


def test_guesses_that_could_not_be_asked_for_are_unavailable(
    standin: StandIn, registries: Registries
) -> None:
    standin.fail(Refusal(504), times=4)
    found = registries.works.sift([LOZENGES, BALDNESS])
    assert found.works == {}
    assert set(found.unasked) == {LOZENGES, BALDNESS}
    assert found.unasked[LOZENGES].endswith("could not answer (504 Gateway Timeout)")


def test_guesses_that_were_found_count_although_others_failed(
    standin: StandIn, registries: Registries
) -> None:
    standin.fail(OtherBody("[]"), route="single")
    found = registries.works.sift([LOZENGES, BALDNESS, COMMA])
    assert set(found.works) == {LOZENGES, BALDNESS}
    assert set(found.unasked) == {COMMA}


def test_a_doi_too_long_to_ask_for_is_unavailable(registries: Registries) -> None:
    long = Doi("10.1234/" + "x" * 70_000)
    assert "could not" in reason(dict(registries.works.resolve([long]))[long])
