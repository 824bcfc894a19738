"""habanero over a session: its calls go through it, and nothing else changes."""

import threading
from collections.abc import Callable
from contextlib import closing

import habanero
import habanero.request
import habanero.request_class
import httpx2
import pytest
import requests

from evidence.errors import EvidenceError
from evidence.wire import ages
from evidence.wire.failures import WireError
from evidence.wire.habanero_bridge import HabaneroBridge
from evidence.wire.record_cache import RecordCache
from evidence.wire.session import Session
from scripted_server import answer, serving
from standin import CutConnection, Refusal, StandIn

Opener = Callable[..., Session]

DOI = "10.1234%2Fjim.2019.0001"


def _is_restored() -> bool:
    modules = (habanero.request, habanero.request_class)
    return all(module.httpx2 is httpx2 for module in modules)


def test_both_kinds_of_call_go_through_the_session(standin: StandIn, open_session: Opener) -> None:
    session = open_session()
    crossref = habanero.Crossref(base_url=standin.crossref_url)
    with closing(HabaneroBridge(session)) as bridge, bridge.in_place():
        one = crossref.works(ids=[DOI])
        many = crossref.works(filter={"doi": ["10.1234/jim.2019.0001"]}, limit=1)
    assert one["message"]["DOI"] == many["message"]["items"][0]["DOI"] == "10.1234/jim.2019.0001"
    assert session.requests_sent == len(standin.requests()) == 2


def test_the_cache_answers_habanero(standin: StandIn, open_session: Opener) -> None:
    with closing(RecordCache(None)) as cache:
        session = open_session(cache)
        cache.remember({f"{standin.crossref_url}/works/{DOI}": {"kept": 1}}, age=ages.FOUND)
        bridge = HabaneroBridge(session)
        with closing(bridge), bridge.in_place():
            assert habanero.Crossref(base_url=standin.crossref_url).works(ids=[DOI]) == {"kept": 1}
            assert bridge.latest is not None
            assert not isinstance(bridge.latest, WireError)
            assert bridge.latest.from_cache
    assert standin.requests() == ()


def test_habanero_keeps_one_connection(open_session: Opener) -> None:
    with serving(answer("{}")) as server, closing(HabaneroBridge(open_session())) as bridge:
        for number in range(5):
            with bridge.in_place():
                habanero.Crossref(base_url=server.url).works(ids=[str(number)])
        assert server.connections == 1


def test_a_redirect_is_followed(standin: StandIn, open_session: Opener) -> None:
    with closing(HabaneroBridge(open_session())) as bridge, bridge.in_place():
        found = habanero.Crossref(base_url=standin.crossref_url).works(
            ids=["10.4321%2Fold.2015.77"]
        )
    assert found["message"]["DOI"] == "10.1234/merged.2015.77"


def test_a_status_is_an_error_to_habanero(standin: StandIn, open_session: Opener) -> None:
    bridge = HabaneroBridge(open_session())
    with closing(bridge), bridge.in_place(), pytest.raises(httpx2.HTTPStatusError):
        habanero.Crossref(base_url=standin.crossref_url).works(ids=["10.1234%2Fnone"])
    assert isinstance(bridge.latest, requests.Response)
    assert bridge.latest.status_code == 404


def test_a_failure_is_told_in_our_words(standin: StandIn, open_session: Opener) -> None:
    standin.fail(CutConnection(), times=4)
    bridge = HabaneroBridge(open_session())
    with (
        closing(bridge),
        bridge.in_place(),
        pytest.raises(httpx2.TransportError, match="broke off"),
    ):
        habanero.Crossref(base_url=standin.crossref_url).works(ids=[DOI])
    assert isinstance(bridge.latest, WireError)


def test_a_request_that_cannot_be_made_is_told_in_our_words(open_session: Opener) -> None:
    bridge = HabaneroBridge(open_session())
    with closing(bridge), bridge.in_place(), pytest.raises(httpx2.TransportError) as raised:
        habanero.Crossref(base_url="http://*.test").works(ids=[DOI])
    assert str(raised.value) == "the request could not be sent"


def test_offline_habanero_sees_a_504(open_session: Opener) -> None:
    bridge = HabaneroBridge(open_session(offline=True))
    with closing(bridge), bridge.in_place(), pytest.raises(httpx2.HTTPStatusError, match="504"):
        habanero.Crossref(base_url="http://127.0.0.1:9").works(ids=[DOI])


def test_the_retries_are_the_sessions(standin: StandIn, open_session: Opener) -> None:
    standin.fail(Refusal(503), times=2)
    with closing(HabaneroBridge(open_session())) as bridge, bridge.in_place():
        found = habanero.Crossref(base_url=standin.crossref_url).works(ids=[DOI])
    assert found["status"] == "ok"


def test_other_names_of_httpx2_are_untouched(open_session: Opener) -> None:
    with closing(HabaneroBridge(open_session())) as bridge, bridge.in_place():
        assert habanero.request.httpx2.HTTPError is httpx2.HTTPError


def test_all_is_as_before_even_after_an_error(open_session: Opener) -> None:
    with closing(HabaneroBridge(open_session())) as bridge:
        with pytest.raises(ZeroDivisionError), bridge.in_place():
            raise ZeroDivisionError
        assert _is_restored()
        with bridge.in_place():
            assert not _is_restored()
    assert _is_restored()


def test_one_thread_cannot_have_it_twice(open_session: Opener) -> None:
    session = open_session()
    with closing(HabaneroBridge(session)) as one, closing(HabaneroBridge(session)) as other:
        with one.in_place():
            with pytest.raises(RuntimeError, match="already runs"), other.in_place():
                pass
            assert not _is_restored()
        assert _is_restored()


def test_threads_ask_at_the_same_time_each_through_its_own_session(open_session: Opener) -> None:
    together = threading.Barrier(4)
    told: dict[int, tuple[object, object]] = {}

    def ask(number: int, bridge: HabaneroBridge, url: str) -> None:
        with bridge.in_place():
            together.wait(5)  # all are in place at the same time
            body = habanero.Crossref(base_url=url).works(ids=[f"{number}"])
            together.wait(5)
            assert isinstance(bridge.latest, requests.Response)
            told[number] = (body, bridge.latest.request.url)

    with serving(answer('"one"')) as one, serving(answer('"other"')) as other:
        servers = (one.url, other.url)
        sessions = (open_session(), open_session())
        with closing(HabaneroBridge(sessions[0])) as a, closing(HabaneroBridge(sessions[1])) as b:
            threads = [
                threading.Thread(target=ask, args=(n, (a, b)[n % 2], servers[n % 2]))
                for n in range(4)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(5)
            assert _is_restored()
        assert told == {
            n: (("one", "other")[n % 2], f"{servers[n % 2]}/works/{n}") for n in range(4)
        }
        assert [session.requests_sent for session in sessions] == [2, 2]


def test_another_threads_calls_go_as_they_would_without_it(
    standin: StandIn, open_session: Opener
) -> None:
    session = open_session()
    found = []

    def ask() -> None:
        found.append(habanero.Crossref(base_url=standin.crossref_url).works(ids=[DOI]))

    with closing(HabaneroBridge(session)) as bridge, bridge.in_place():
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join(5)
    assert found[0]["message"]["DOI"] == "10.1234/jim.2019.0001"
    assert session.requests_sent == 0


def test_no_cookie_goes_from_an_answer_to_the_next_request(open_session: Opener) -> None:
    with serving(answer("{}", "Set-Cookie: pool=slow; Path=/")) as server:
        with closing(HabaneroBridge(open_session())) as bridge:
            for number in range(2):
                with bridge.in_place():
                    habanero.Crossref(base_url=server.url).works(ids=[str(number)])
        assert "ookie" not in server.headers[1]


@pytest.mark.parametrize("module", [habanero.request, habanero.request_class])
def test_a_habanero_that_sends_in_another_way_is_refused(
    open_session: Opener, monkeypatch: pytest.MonkeyPatch, module: object
) -> None:
    monkeypatch.setattr(module, "httpx2", requests)
    with (
        closing(HabaneroBridge(open_session())) as bridge,
        pytest.raises(EvidenceError) as raised,
        bridge.in_place(),
    ):
        pass
    assert str(raised.value) == (
        f"habanero {habanero.__version__} sends its requests in a way that is not known here "
        f"(`{module.__name__}.httpx2` is not httpx2): install `habanero>=2.9.2,<2.10`"  # type: ignore[attr-defined]
    )
    monkeypatch.undo()
    with closing(HabaneroBridge(open_session())) as bridge, bridge.in_place():
        pass
