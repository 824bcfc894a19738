"""What short DOIs stand for."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Unavailable
from evidence.registries.interface import Registries
from standin import OtherBody, Refusal, StandIn

Connect = Callable[..., AbstractContextManager[Registries]]

SHORT = "10/jim1"
LONG = Doi("10.1234/jim.2019.0001")
UNKNOWN = Absent("doi.org does not know the short DOI")


def test_a_short_doi_stands_for_a_doi(standin: StandIn, registries: Registries) -> None:
    told = dict(registries.agencies.expand([SHORT, "10/none", SHORT]))
    assert told == {SHORT: LONG, "10/none": UNKNOWN}
    assert [request.path for request in standin.requests("handle")] == [
        "/doi.org/api/handles/10/jim1",
        "/doi.org/api/handles/10/none",
    ]


def test_case_does_not_count(standin: StandIn, registries: Registries) -> None:
    assert dict(registries.agencies.expand(["10/JIM1"])) == {"10/JIM1": LONG}
    assert dict(registries.agencies.expand([SHORT])) == {SHORT: LONG}
    assert len(standin.requests("handle")) == 1


def test_the_next_run_asks_nobody(standin: StandIn, open_registries: Connect) -> None:
    with open_registries() as registries:
        first = dict(registries.agencies.expand([SHORT, "10/none"]))
    standin.forget()
    for offline in (False, True):
        with open_registries(offline=offline) as registries:
            assert dict(registries.agencies.expand([SHORT, "10/none"])) == first
    assert standin.requests() == ()


def test_offline_nobody_is_asked(standin: StandIn, open_registries: Connect) -> None:
    with open_registries(offline=True) as registries:
        told = dict(registries.agencies.expand([SHORT]))
    assert told == {SHORT: Unavailable("offline, and not in the cache")}
    assert standin.requests() == ()


def test_a_failing_service_is_unavailable(standin: StandIn, registries: Registries) -> None:
    standin.fail(Refusal(403), route="handle")
    told = dict(registries.agencies.expand([SHORT]))[SHORT]
    assert isinstance(told, Unavailable)
    assert told.reason.endswith("refuses to answer this client (403 Forbidden)")
    assert dict(registries.agencies.expand([SHORT])) == {SHORT: LONG}


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"responseCode": 200, "handle": SHORT, "values": []},
        {"responseCode": 1, "handle": SHORT},
        {"responseCode": 1, "handle": SHORT, "values": [None, {"type": "HS_ALIAS"}]},
        # A handle that leads to an address, or to something that is no DOI.
        {
            "responseCode": 1,
            "handle": SHORT,
            "values": [
                {"type": "URL", "data": {"format": "string", "value": "10.1234/x"}},
                {"type": "HS_ALIAS", "data": {"format": "string", "value": "11245/1.2"}},
            ],
        },
        # Another handle's answer.
        {
            "responseCode": 1,
            "handle": "10/other",
            "values": [{"type": "HS_ALIAS", "data": {"format": "string", "value": "10.1234/x"}}],
        },
    ],
)
def test_an_odd_answer_says_nothing_and_is_not_kept(
    standin: StandIn, registries: Registries, body: object
) -> None:
    standin.fail(OtherBody(json.dumps(body)))
    told = dict(registries.agencies.expand([SHORT]))
    assert told == {SHORT: Unavailable("doi.org did not say what `10/jim1` stands for")}
    assert dict(registries.agencies.expand([SHORT])) == {SHORT: LONG}
