"""Europe PMC on abstracts."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from evidence.model.doi import Doi
from evidence.registries.europe_pmc_addresses import EuropePmcAddresses
from evidence.registries.interface import Registries
from standin import CutConnection, Fault, Hang, OtherBody, Refusal, StandIn, TruncatedBody

Connect = Callable[..., AbstractContextManager[Registries]]

LOZENGES = Doi("10.1234/jim.2019.0001")
EDITORIAL = Doi("10.1234/jim.2016.0012")
UNKNOWN = Doi("10.1234/nowhere")
TEXT = (
    "Background: Hiccups are common.\n\n"
    "Results: Of 212 adults, 31% were free of hiccups after 10³ s (P<0.001)."
)


def test_the_abstract_of_medline_comes_before_others(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries(europe_pmc=True) as registries:
        found = registries.abstracts.abstracts_of([LOZENGES, EDITORIAL, UNKNOWN, LOZENGES])
        assert registries.abstracts.failures() == ()
    [abstract] = found.values()
    assert abstract.doi == LOZENGES
    assert abstract.text == TEXT
    assert abstract.publication_types == (
        *("Randomized Controlled Trial", "Journal Article", "research-article"),
    )
    assert abstract.registry == "Europe PMC"
    [request] = standin.requests()
    assert request.route == "europe-pmc"


def test_nobody_is_asked_unless_it_is_wanted(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as registries:
        assert registries.abstracts.abstracts_of([LOZENGES]) == {}
        assert registries.abstracts.failures() == ()
    assert standin.requests() == ()


def test_the_record_of_a_longer_doi_is_not_the_works_own(open_registries: Connect) -> None:
    with open_registries(europe_pmc=True) as registries:
        assert EDITORIAL not in registries.abstracts.abstracts_of([EDITORIAL])


@pytest.mark.parametrize("offline", [True, False])
def test_the_next_run_asks_nobody_not_even_of_what_is_not_there(
    standin: StandIn, open_registries: Connect, *, offline: bool
) -> None:
    with open_registries(europe_pmc=True) as registries:
        first = registries.abstracts.abstracts_of([LOZENGES, EDITORIAL, UNKNOWN])
    standin.forget()
    with open_registries(europe_pmc=True, offline=offline) as registries:
        for dois in ([UNKNOWN, LOZENGES], [EDITORIAL]):
            again = registries.abstracts.abstracts_of(dois)
            assert [each.text for each in again.values()] == [TEXT] * (LOZENGES in dois)
        assert registries.abstracts.failures() == ()
    assert standin.requests() == ()
    assert again.keys() <= first.keys()


def test_a_refresh_asks_again(standin: StandIn, open_registries: Connect) -> None:
    for _ in range(2):
        with open_registries(europe_pmc=True, refresh=True) as registries:
            assert registries.abstracts.abstracts_of([LOZENGES])[LOZENGES].text == TEXT
    assert len(standin.requests()) == 2


def test_offline_nobody_is_asked(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(europe_pmc=True, offline=True) as registries:
        assert registries.abstracts.abstracts_of([LOZENGES]) == {}
        assert registries.abstracts.failures() == ("offline, and not in the cache",)
    assert standin.requests() == ()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Refusal(429), "`{host}` asks for fewer requests (429 Too Many Requests)"),
        (Refusal(503), "`{host}` could not answer (503 Service Unavailable)"),
        (Refusal(403), "`{host}` refuses to answer this client (403 Forbidden)"),
        (CutConnection(), "the connection to `{host}` broke off"),
        (Hang(), "`{host}` did not answer in time"),
        (OtherBody("<html>", "text/html"), "`{host}` answered something that is not JSON"),
        (TruncatedBody(), "`{host}` answered something that is not JSON"),
        (OtherBody("[]"), "Europe PMC answered something that is not a list of records"),
        (
            OtherBody('{"errCode": 404, "errMsg": "x"}'),
            "Europe PMC answered something that is not a list of records",
        ),
    ],
)
def test_a_service_that_is_not_well_is_a_reason_and_nothing_is_kept(
    standin: StandIn, open_registries: Connect, fault: Fault, reason: str
) -> None:
    host = standin.crossref_url.removeprefix("http://")
    standin.fail(fault, times=9)
    with open_registries(europe_pmc=True) as registries:
        assert registries.abstracts.abstracts_of([LOZENGES, UNKNOWN]) == {}
        assert registries.abstracts.failures() == (reason.format(host=host),)
    with open_registries(europe_pmc=True, offline=True) as registries:
        assert registries.abstracts.abstracts_of([LOZENGES, UNKNOWN]) == {}
        assert registries.abstracts.failures() == ("offline, and not in the cache",)
    standin.release()


def test_a_hiccup_of_the_service_costs_nothing(standin: StandIn, open_registries: Connect) -> None:
    standin.fail(Refusal(503))
    with open_registries(europe_pmc=True) as registries:
        assert registries.abstracts.abstracts_of([LOZENGES])[LOZENGES].text == TEXT
    assert [request.status for request in standin.requests()] == [503, 200]


@pytest.mark.parametrize("status", [400, 413, 414])
def test_a_request_that_is_refused_as_a_whole_is_halved(
    standin: StandIn, open_registries: Connect, status: int
) -> None:
    standin.fail(Refusal(status))
    with open_registries(europe_pmc=True) as registries:
        assert LOZENGES in registries.abstracts.abstracts_of([UNKNOWN, LOZENGES, EDITORIAL])
        assert registries.abstracts.failures() == ()
    assert [request.status for request in standin.requests()] == [status, 200, 200]


def test_a_single_doi_that_is_refused_is_given_up(
    standin: StandIn, open_registries: Connect
) -> None:
    standin.fail(Refusal(400))
    with open_registries(europe_pmc=True) as registries:
        assert registries.abstracts.abstracts_of([LOZENGES]) == {}
        assert len(registries.abstracts.failures()) == 1


def test_a_list_that_was_cut_short_says_nothing_of_what_it_lacks(
    standin: StandIn, open_registries: Connect
) -> None:
    record = json.dumps(standin.europe_pmc[1])
    body = f'{{"hitCount": 3, "resultList": {{"result": [{record}]}}}}'
    standin.fail(OtherBody(body))
    with open_registries(europe_pmc=True) as registries:
        assert list(registries.abstracts.abstracts_of([LOZENGES, UNKNOWN])) == [LOZENGES]
        assert registries.abstracts.failures() == ("Europe PMC did not list all that it found",)
        assert registries.abstracts.abstracts_of([LOZENGES, UNKNOWN]).keys() == {LOZENGES}
    assert len(standin.requests()) == 2


def test_a_record_of_an_odd_shape_says_nothing(standin: StandIn, open_registries: Connect) -> None:
    results = [
        3,
        None,
        {"doi": 7},
        {"doi": LOZENGES.name, "abstractText": ["x"], "pubTypeList": []},
    ]
    standin.fail(OtherBody(json.dumps({"resultList": {"result": results}})))
    with open_registries(europe_pmc=True) as registries:
        assert registries.abstracts.abstracts_of([LOZENGES]) == {}


def test_many_dois_go_into_few_requests_of_a_length_that_is_taken(
    standin: StandIn, open_registries: Connect
) -> None:
    dois = [Doi(f"10.1234/{'x' * 40}.{number}") for number in range(120)]
    with open_registries(europe_pmc=True) as registries:
        registries.abstracts.abstracts_of([*dois, LOZENGES])
    assert [request.status for request in standin.requests()] == [200] * 3
    assert max(request.line_length for request in standin.requests()) <= 4000


def test_an_awkward_doi_is_asked_for_as_it_is(standin: StandIn, open_registries: Connect) -> None:
    doi = Doi('10.1002/(sici)1097-0142<1::aid>3.0.co;2-#"\\&or-ü')
    standin.europe_pmc.append({"doi": doi.name, "abstractText": "Found."})
    with open_registries(europe_pmc=True) as registries:
        assert registries.abstracts.abstracts_of([doi, LOZENGES])[doi].text == "Found."


def test_a_request_never_holds_more_than_fifty_dois() -> None:
    addresses = EuropePmcAddresses("https://example.org/rest")
    dois = [Doi(f"10.1/{number}") for number in range(101)]
    assert [len(batch) for batch in addresses.batches(dois)] == [50, 50, 1]
    assert list(addresses.batches([])) == []
