"""doi.org on who registered a DOI."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Unavailable
from evidence.registries.interface import Registries
from scripted_server import answer, serving
from standin import CutConnection, OtherBody, Refusal, StandIn

Connect = Callable[..., AbstractContextManager[Registries]]

DATACITE = Doi("10.5281/zenodo.7")
MEDRA = Doi("10.1430/8105")
NOBODY = Doi("10.5281/zenodo.0")
CROSSREF = Doi("10.1234/jim.2019.0001")


def test_each_doi_has_its_agency(standin: StandIn, registries: Registries) -> None:
    assert dict(registries.agencies.locate([DATACITE, MEDRA, NOBODY, CROSSREF, DATACITE])) == {
        DATACITE: Absent("registered with DataCite, not compared", "DataCite"),
        MEDRA: Absent("registered with mEDRA, not compared", "mEDRA"),
        NOBODY: Absent("no registration agency knows it (doi.org: DOI does not exist)"),
        CROSSREF: Unavailable(
            "doi.org says Crossref registered it, and Crossref has no record of it"
        ),
    }
    assert len(standin.requests("ra")) == 1


def test_six_dois_are_asked_for_together_at_most(standin: StandIn, registries: Registries) -> None:
    dois = [Doi(f"10.5281/zenodo.{number}") for number in range(1, 14)]
    assert len(dict(registries.agencies.locate(dois))) == 13
    # The last call has room for the prefix, too.
    assert [request.target.count(",") for request in standin.requests("ra")] == [5, 5, 1]


@pytest.mark.parametrize(
    "name", ["10.5281/a,b", "10.5281/a%2cb", "10.5281/a?b#c", "10.5281/한/..;"]
)
def test_an_awkward_doi_is_asked_for_as_it_is(
    standin: StandIn, registries: Registries, name: str
) -> None:
    outcomes = dict(registries.agencies.locate([DATACITE, Doi(name)]))
    assert outcomes[Doi(name)] == outcomes[DATACITE]
    assert len(standin.requests("ra")) == (2 if "," in name else 1)


def test_the_next_run_asks_nobody(standin: StandIn, open_registries: Connect) -> None:
    dois = [DATACITE, NOBODY, CROSSREF, Doi("10.5281/a,b")]
    with open_registries() as registries:
        first = dict(registries.agencies.locate(dois))
    standin.forget()
    for offline in (False, True):
        with open_registries(offline=offline) as registries:
            assert dict(registries.agencies.locate(dois)) == first
    assert standin.requests() == ()


def test_offline_nobody_is_asked(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(offline=True) as registries:
        assert dict(registries.agencies.locate([DATACITE])) == {
            DATACITE: Unavailable("offline, and not in the cache")
        }
    assert standin.requests() == ()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"RA": "CrossRef"}, Unavailable),
        ({"RA": "Data Cite"}, Absent("registered with DataCite, not compared", "DataCite")),
        ({"RA": " JaLC "}, Absent("registered with JaLC, not compared", "JaLC")),
        (
            {"status": "Invalid DOI"},
            Absent("no registration agency knows it (doi.org: Invalid DOI)"),
        ),
        ({"status": "Unknown"}, Unavailable("doi.org did not say who registered it")),
        ({"RA": None}, Unavailable("doi.org did not say who registered it")),
        ({}, Unavailable("doi.org did not say who registered it")),
    ],
)
def test_what_doi_org_says_in_other_words(
    open_registries: Connect, told: dict[str, object], expected: object
) -> None:
    body = json.dumps([{"DOI": "10.5281/ZENODO.7"} | told])
    with serving(answer(body)) as server, open_registries(doi_url=server.url) as registries:
        outcome = dict(registries.agencies.locate([DATACITE]))[DATACITE]
    assert outcome == expected or type(outcome) is expected


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("[]", "doi.org did not say who registered it"),
        ("null", "doi.org did not say who registered it"),
        ('[null, {"DOI": 5}, {"RA": "DataCite"}]', "doi.org did not say who registered it"),
        ('[{"DOI": "10.9999/other", "RA": "OP"}]', "doi.org did not say who registered it"),
        ("<html>", "answered something that is not JSON"),
        ("[" * 100_000, "answered something that is not JSON"),
    ],
)
def test_an_odd_answer_is_unavailable_and_not_kept(
    standin: StandIn, registries: Registries, body: str, reason: str
) -> None:
    standin.fail(OtherBody(body))
    outcome = dict(registries.agencies.locate([DATACITE]))[DATACITE]
    assert isinstance(outcome, Unavailable)
    assert outcome.reason.endswith(reason)
    assert isinstance(dict(registries.agencies.locate([DATACITE]))[DATACITE], Absent)


def test_a_prefix_that_nobody_has_is_named(standin: StandIn, registries: Registries) -> None:
    ours, theirs = Doi("10.99999/abc"), Doi("10.1430/none")
    standin.fail(OtherBody(json.dumps([
        {"DOI": "10.99999/abc", "status": "DOI does not exist"},
        {"DOI": "10.1430/none", "status": "DOI does not exist"},
        {"DOI": "10.99999", "status": "DOI does not exist"},
        {"DOI": "10.1430", "RA": "mEDRA"},
    ])), route="ra")  # fmt: skip
    assert dict(registries.agencies.locate([ours, theirs])) == {
        ours: Absent("the prefix `10.99999` is not registered (doi.org: DOI does not exist)"),
        theirs: Absent("no registration agency knows it (doi.org: DOI does not exist)"),
    }
    [request] = standin.requests("ra")
    assert request.path == "/doi.org/ra/10.99999/abc,10.1430/none,10.99999,10.1430"
    # What is known of a prefix serves its other DOIs.
    other = Doi("10.99999/def")
    assert "the prefix" in str(dict(registries.agencies.locate([other]))[other])
    assert standin.requests("ra")[1].path == "/doi.org/ra/10.99999/def"


def test_prefixes_that_no_call_had_room_for_are_asked_when_it_matters(
    standin: StandIn, registries: Registries
) -> None:
    dois = [Doi(f"10.5281/zenodo.{number}") for number in range(1, 6)] + [Doi("10.99999/abc")]
    outcomes = dict(registries.agencies.locate(dois))
    assert outcomes[dois[-1]] == Absent(
        "the prefix `10.99999` is not registered (doi.org: DOI does not exist)"
    )
    paths = [request.path for request in standin.requests("ra")]
    assert len(paths) == 2
    assert paths[1] == "/doi.org/ra/10.99999"


def test_a_prefix_that_nobody_could_be_asked_about_takes_nothing_back(
    standin: StandIn, registries: Registries
) -> None:
    comma = Doi("10.99999/a,b")
    standin.fail(OtherBody('[{"DOI": "10.99999/a,b", "status": "DOI does not exist"}]'), route="ra")
    standin.fail(Refusal(403), route="ra")
    assert dict(registries.agencies.locate([comma])) == {
        comma: Absent("no registration agency knows it (doi.org: DOI does not exist)")
    }


@pytest.mark.parametrize("prefix", ["10.5555", "10.9999", "10.5072"])
def test_a_prefix_for_tests_is_named_as_such(
    standin: StandIn, registries: Registries, prefix: str
) -> None:
    # The ACM has printed DOIs such as 10.5555/3295222.3295349, which never were registered.
    doi = Doi(f"{prefix}/3295222.3295349")
    assert dict(registries.agencies.locate([doi])) == {
        doi: Absent(
            "no registration agency knows it (doi.org: DOI does not exist);"
            f" `{prefix}` is a prefix for tests"
        )
    }
    assert [request.path for request in standin.requests("ra")] == [f"/doi.org/ra/{doi}"]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Refusal(503), "could not answer (503 Service Unavailable)"),
        (Refusal(403), "refuses to answer this client (403 Forbidden)"),
        (CutConnection(), "broke off"),
    ],
)
def test_a_failing_call_is_unavailable_for_its_dois_only(
    standin: StandIn, registries: Registries, fault: Refusal | CutConnection, reason: str
) -> None:
    standin.fail(fault, times=1 if fault == Refusal(403) else 4)
    comma = Doi("10.5281/a,b")
    outcomes = dict(registries.agencies.locate([DATACITE, MEDRA, comma]))
    for doi in (DATACITE, MEDRA):
        outcome = outcomes[doi]
        assert isinstance(outcome, Unavailable)
        assert outcome.reason.endswith(reason)
    assert isinstance(outcomes[comma], Absent)
