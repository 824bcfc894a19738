"""DataCite as a registry of works."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Via
from evidence.registries.interface import Registries
from evidence.wire.clock import SYSTEM_CLOCK
from scripted_server import answer, serving
from standin import CutConnection, Fault, Hang, OtherBody, Refusal, StandIn

Connect = Callable[..., AbstractContextManager[Registries]]

ARXIV = Doi("10.48550/arxiv.1234.56789")
SOFTWARE = Doi("10.5281/zenodo.31")
DATA = Doi("10.4321/dataset.7")
VERSIONED = Doi("10.48550/arxiv.1234.56789v2")
NOT_PUBLIC = Absent("DataCite has no public record of it")
OFFLINE = Unavailable("offline, and not in the cache")


def resolve(registries: Registries, *dois: Doi) -> dict[Doi, Outcome]:
    return dict(registries.others["DataCite"].resolve(dois))


def test_each_doi_has_its_work_with_its_origin(standin: StandIn, registries: Registries) -> None:
    outcomes = resolve(registries, ARXIV, DATA, ARXIV)
    assert len(outcomes) == len(standin.requests("datacite")) == 2
    found = outcomes[ARXIV]
    assert isinstance(found, Found)
    assert found.work.title == "Attention is not all a hiccup needs"
    origin = found.work.origin
    assert (origin.registry, origin.via, origin.hand_made) == ("DataCite", Via.NETWORK, False)
    assert origin.retrieved is not None


def test_a_version_of_a_preprint_on_arxiv_has_no_record(registries: Registries) -> None:
    assert resolve(registries, VERSIONED) == {VERSIONED: NOT_PUBLIC}


def test_the_next_run_asks_nobody(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as registries:
        resolve(registries, ARXIV, VERSIONED)
    standin.forget()
    for offline in (False, True):
        with open_registries(offline=offline) as registries:
            outcomes = resolve(registries, VERSIONED, ARXIV)
        found = outcomes[ARXIV]
        assert isinstance(found, Found)
        assert found.work.origin.via is Via.CACHE
        assert outcomes[VERSIONED] == NOT_PUBLIC
    assert standin.requests() == ()


def test_a_refresh_asks_again(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as registries:
        resolve(registries, ARXIV, VERSIONED)
    with open_registries(refresh=True) as registries:
        found = resolve(registries, ARXIV, VERSIONED)[ARXIV]
    assert isinstance(found, Found)
    assert found.work.origin.via is Via.NETWORK
    assert len(standin.requests("datacite")) == 4


def test_offline_nobody_is_asked(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(offline=True) as registries:
        assert resolve(registries, ARXIV) == {ARXIV: OFFLINE}
    assert standin.requests() == ()


def test_an_awkward_doi_is_asked_for_as_it_is(standin: StandIn, registries: Registries) -> None:
    doi = Doi("10.5281/a/../%2c?b#c;한")
    assert resolve(registries, doi) == {doi: NOT_PUBLIC}
    assert [request.doi for request in standin.requests("datacite")] == [doi.name]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Refusal(503), "could not answer (503 Service Unavailable)"),
        (Refusal(429), "asks for fewer requests (429 Too Many Requests)"),
        (Refusal(403), "refuses to answer this client (403 Forbidden)"),
        (CutConnection(), "broke off"),
        (Hang(), "did not answer in time"),
        (OtherBody("<html>busy</html>", "text/html"), "answered something that is not JSON"),
        (OtherBody("[" * 100_000), "answered something that is not JSON"),
        (OtherBody("null"), "not a record: a record should be an object that names its DOI"),
        (OtherBody('{"data": {"attributes": []}}'), "an object that names its DOI"),
        (
            OtherBody(json.dumps({"data": {"id": "10.4321/other", "attributes": {}}})),
            "DataCite answered with the record of `10.4321/other`",
        ),
    ],
    ids=["503", "429", "403", "cut", "hung", "HTML", "nested", "null", "odd", "another work"],
)
def test_a_failure_is_unavailable_and_not_kept(
    standin: StandIn, open_registries: Connect, fault: Fault, reason: str
) -> None:
    standin.fail(fault, times=4)
    with open_registries() as registries:
        outcome = resolve(registries, ARXIV)[ARXIV]
    assert isinstance(outcome, Unavailable)
    assert outcome.reason.endswith(reason)
    standin.release()
    standin.stop()
    with open_registries(offline=True) as registries:
        assert resolve(registries, ARXIV) == {ARXIV: OFFLINE}
    standin.start()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<html>404</html>", "answered something that is not JSON"),
        ("{}", "DataCite answered something that is not a record: a record should be an object"
         " that names its DOI"),
    ],
)  # fmt: skip
def test_a_404_that_is_not_datacites_says_nothing(
    open_registries: Connect, body: str, reason: str
) -> None:
    with (
        serving(answer(body, status="404 Not Found")) as server,
        open_registries(datacite_url=server.url) as registries,
    ):
        outcome = resolve(registries, ARXIV)[ARXIV]
    assert isinstance(outcome, Unavailable)
    assert outcome.reason.endswith(reason)


def test_one_failure_loses_no_other_outcome(standin: StandIn, registries: Registries) -> None:
    standin.fail(OtherBody("<html>"), route="datacite", times=1)
    outcomes = resolve(registries, ARXIV, SOFTWARE, DATA)
    assert sorted(type(outcome).__name__ for outcome in outcomes.values()) == [
        "Found", "Found", "Unavailable",
    ]  # fmt: skip


def test_who_stops_early_waits_for_nobody(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(clock=SYSTEM_CLOCK) as registries:
        asked = [ARXIV, *(Doi(f"10.5281/{number}") for number in range(30))]
        answers = registries.others["DataCite"].resolve(asked)
        next(answers)
        answers.close()  # type: ignore[attr-defined]
    assert len(standin.requests("datacite")) < 10


def test_without_a_folder_it_is_remembered_for_the_run(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    with open_registries(cache_dir=None) as registries:
        for _ in range(2):
            resolve(registries, ARXIV, DATA)
    assert len(standin.requests()) == 2
    assert list(tmp_path.iterdir()) == []
