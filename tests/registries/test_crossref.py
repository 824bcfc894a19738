"""Works by their DOI: in few requests, each answer for the DOI that asked."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crossref_lookups import (
    ABSENT,
    ALIAS,
    BALDNESS,
    COMMA,
    FINAL_DOT,
    LOZENGES,
    MISSING,
    NOTICE,
    NOWHERE,
    OFFLINE,
    PRIMARY,
    SICI,
    Connect,
    add_many,
    asked,
    found,
)
from evidence.model.doi import Doi
from evidence.model.outcome import Found
from evidence.model.work import Via
from evidence.registries.interface import Registries, Sifted
from evidence.wire.clock import SYSTEM_CLOCK
from scripted_server import answer, serving
from standin import Refusal, StandIn

WORKS = Path(__file__).parents[1] / "data" / "works.jsonl"


def test_several_dois_take_one_request(standin: StandIn, registries: Registries) -> None:
    dois = [LOZENGES, BALDNESS, NOTICE, FINAL_DOT]
    outcomes = dict(registries.works.resolve(dois))
    assert [found(outcomes[doi]).doi for doi in dois] == dois
    assert asked(standin) == ["list"]
    assert registries.requests() == 1


def test_one_doi_is_asked_for_alone(standin: StandIn, registries: Registries) -> None:
    assert found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).doi == LOZENGES
    assert asked(standin) == ["single"]


def test_a_doi_is_told_once_however_often_it_is_asked_for(registries: Registries) -> None:
    told = [doi for doi, _ in registries.works.resolve([LOZENGES, BALDNESS, LOZENGES])]
    assert sorted(told, key=str) == [BALDNESS, LOZENGES]


def test_nothing_asked_costs_nothing(standin: StandIn, registries: Registries) -> None:
    assert list(registries.works.resolve([])) == []
    assert registries.works.sift([]) == Sifted()
    assert standin.requests() == ()


@pytest.mark.parametrize("doi", [SICI, COMMA], ids=str)
def test_a_doi_that_a_filter_cannot_hold_is_asked_for_alone(
    standin: StandIn, registries: Registries, doi: Doi
) -> None:
    outcomes = dict(registries.works.resolve([LOZENGES, doi, BALDNESS]))
    assert [found(outcomes[d]).doi for d in (LOZENGES, doi, BALDNESS)] == [LOZENGES, doi, BALDNESS]
    assert sorted(asked(standin)) == ["list", "single"]


@pytest.mark.parametrize(
    "name",
    [
        *("10.1234/a%2fb", "10.1234/a?b=c", "10.1234/a#b", "10.1234/a/", "10.1234/.."),
        *("10.1234/a//b", "10.1234/한국", "10.1234/a&b+c", '10.1234/"a\\b"', "10.1234/works/x"),
    ],
)
def test_every_character_of_a_doi_arrives(
    standin: StandIn, open_registries: Connect, name: str
) -> None:
    standin.collection.add({"DOI": name, "title": ["This one"]})
    for requests in (1, 0):
        with open_registries() as registries:
            assert found(dict(registries.works.resolve([Doi(name)]))[Doi(name)]).title == "This one"
            assert registries.requests() == requests


def test_of_what_a_batch_lacks_the_agency_is_asked_before_it_is_absent(
    standin: StandIn, registries: Registries
) -> None:
    outcomes = dict(registries.works.resolve([LOZENGES, MISSING, BALDNESS]))
    assert outcomes[MISSING] == NOWHERE
    assert asked(standin) == ["list", "ra"]


def test_what_a_batch_lacks_is_asked_for_alone_where_doi_org_does_not_answer(
    standin: StandIn, registries: Registries
) -> None:
    standin.fail(Refusal(403), route="ra")
    outcomes = dict(registries.works.resolve([LOZENGES, MISSING, BALDNESS]))
    assert outcomes[MISSING] == ABSENT
    assert asked(standin) == ["list", "ra", "single"]


def test_an_alias_leads_to_the_record_that_lists_it(
    standin: StandIn, registries: Registries
) -> None:
    work = found(dict(registries.works.resolve([ALIAS]))[ALIAS])
    assert (work.doi, work.aliases) == (PRIMARY, (ALIAS,))
    assert [request.status for request in standin.requests()] == [301, 200]


def test_an_alias_is_asked_for_alone_since_lists_do_not_tell_of_it(
    standin: StandIn, registries: Registries
) -> None:
    outcomes = dict(registries.works.resolve([ALIAS, PRIMARY]))
    assert found(outcomes[ALIAS]).doi == found(outcomes[PRIMARY]).doi == PRIMARY
    assert found(outcomes[ALIAS]).aliases == (ALIAS,)
    assert [request.status for request in standin.requests()] == [200, 200, 301, 200]


def test_an_alias_is_known_from_a_list_that_does_tell_of_it(open_registries: Connect) -> None:
    item = {"DOI": PRIMARY.name, "title": ["x"], "aliases": [ALIAS.name]}
    body = json.dumps({"message": {"total-results": 1, "items": [item]}})
    with serving(answer(body)) as server, open_registries(crossref_url=server.url) as registries:
        for _ in range(2):
            outcomes = dict(registries.works.resolve([ALIAS, PRIMARY]))
            assert found(outcomes[ALIAS]).doi == found(outcomes[PRIMARY]).doi == PRIMARY
        assert len(server.heard) == 1


def test_a_first_look_up_comes_from_the_network_now(registries: Registries) -> None:
    origin = found(dict(registries.works.resolve([LOZENGES]))[LOZENGES]).origin
    assert (origin.registry, origin.via, origin.hand_made) == ("Crossref", Via.NETWORK, False)
    assert origin.retrieved is not None
    assert abs((datetime.now(UTC) - origin.retrieved).total_seconds()) < 5


def test_crossref_is_told_who_asks(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(mailto="ada@example.org") as registries:
        list(registries.works.resolve([LOZENGES]))
        list(registries.works.resolve([NOTICE, BALDNESS]))
    for request in standin.requests():
        assert "(mailto:ada@example.org)" in request.headers["user-agent"]
        assert "evidence-ledger/" in request.headers["user-agent"]


@pytest.mark.parametrize(
    ("mailto", "singles", "many", "lists"), [("", 6, 110, 2), ("ada@example.org", 11, 301, 4)]
)
def test_crossref_never_has_to_refuse_us(
    open_registries: Connect, mailto: str, singles: int, many: int, lists: int
) -> None:
    """In real time: a second's worth of single records and of lists side by side, and one more."""
    awkward = [Doi(f"10.1234/nothing,{number}") for number in range(singles)]
    with StandIn([WORKS], enforce_limits=True, latency=0.05) as strict:
        dois = add_many(strict, many)
        with open_registries(
            crossref_url=strict.crossref_url, mailto=mailto, clock=SYSTEM_CLOCK
        ) as registries:
            outcomes = dict(registries.works.resolve([*dois, *awkward]))
        assert {outcomes[doi] for doi in awkward} == {ABSENT}
        assert all(isinstance(outcomes[doi], Found) for doi in dois)
        assert {request.status for request in strict.requests()} == {200, 404}
        assert len(strict.requests("list")) == lists


def test_guesses_take_one_request_and_are_never_asked_for_alone(
    standin: StandIn, registries: Registries
) -> None:
    guesses = [LOZENGES, *(Doi(f"10.1234/guess.{n}") for n in range(33)), NOTICE]
    found = registries.works.sift(guesses)
    assert found.unasked == {}
    assert {doi: work.doi for doi, work in found.works.items()} == {
        LOZENGES: LOZENGES,
        NOTICE: NOTICE,
    }
    assert asked(standin) == ["list"]


def test_wrong_guesses_are_remembered_but_not_as_absent(
    standin: StandIn, open_registries: Connect
) -> None:
    guesses = [MISSING, Doi("10.1234/nothing.2"), LOZENGES]
    with open_registries() as registries:
        registries.works.sift(guesses)
    standin.forget()
    with open_registries() as registries:
        assert set(registries.works.sift(guesses).works) == {LOZENGES}
        assert standin.requests() == ()
        assert dict(registries.works.resolve([MISSING])) == {MISSING: NOWHERE}
    assert asked(standin) == ["ra"]


def test_a_guess_that_a_filter_cannot_hold_is_tried_alone_up_to_ten(
    standin: StandIn, registries: Registries
) -> None:
    guesses = [SICI, *(Doi(f"10.1234/guess,{n}") for n in range(20))]
    found = registries.works.sift(guesses)
    assert set(found.works) == {SICI}
    assert set(found.unasked) == set(guesses[10:])
    assert asked(standin) == ["single"] * 10


def test_a_lone_guess_is_tried_alone(standin: StandIn, registries: Registries) -> None:
    assert set(registries.works.sift([NOTICE]).works) == {NOTICE}
    assert registries.works.sift([MISSING]) == Sifted()
    assert asked(standin) == ["single", "single"]


def test_offline_guesses_that_nobody_knows_are_unavailable(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries() as registries:
        registries.works.sift([LOZENGES, MISSING])
    standin.forget()
    with open_registries(offline=True) as registries:
        assert registries.works.sift([BALDNESS]) == Sifted({}, {BALDNESS: OFFLINE.reason})
        assert registries.works.sift([MISSING]) == Sifted()
        found = registries.works.sift([LOZENGES, BALDNESS])
        assert (set(found.works), set(found.unasked)) == ({LOZENGES}, {BALDNESS})
    assert standin.requests() == ()
