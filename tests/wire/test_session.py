"""The session as a whole: what it takes from the cache, what it sends, and how."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread

import pytest

from evidence.wire import ages
from evidence.wire.failures import WireError
from evidence.wire.record_cache import RecordCache
from evidence.wire.retry import Patience
from evidence.wire.session import Session
from scripted_server import answer, serving
from standin import StandIn

Opener = Callable[..., Session]

WORK = "/works/10.1234%2Fjim.2019.0001"


@pytest.fixture
def cache() -> Iterator[RecordCache]:
    with closing(RecordCache(None)) as opened:
        yield opened


def test_what_the_cache_holds_is_not_asked_for(cache: RecordCache, open_session: Opener) -> None:
    session = open_session(cache)
    cache.remember({"http://a.test/works/1": {"message": 1}}, age=ages.FOUND)
    cache.remember({"http://a.test/works/2": None}, age=ages.ABSENT)
    assert session.get("http://a.test/works/1").json() == {"message": 1}
    assert session.get("http://a.test/works/2").status_code == 404
    assert session.requests_sent == 0


def test_what_is_too_old_is_asked_for(
    standin: StandIn, cache: RecordCache, open_session: Opener
) -> None:
    url = standin.crossref_url + WORK
    cache.remember({url: {"message": "old"}}, age=timedelta(seconds=-1))
    assert open_session(cache).get(url).json()["message"]["DOI"] == "10.1234/jim.2019.0001"


def test_no_answer_is_kept_by_itself(
    standin: StandIn, cache: RecordCache, open_session: Opener
) -> None:
    session = open_session(cache)
    for path in (WORK, "/works/10.1234%2Fnone", "/works?rows=1&filter=doi:10.1234/x"):
        for _ in range(2):
            session.get(standin.crossref_url + path)
    assert len(standin.requests()) == 6
    assert cache.count() == 0


@pytest.mark.parametrize(
    "header",
    [
        'ETag: "1"',
        "Vary: User-Agent, Cookie",
        "Vary: *",
        "Cache-Control: no-store, no-cache, max-age=0",
        "Expires: 0",
        "Last-Modified: Sun, 22 Nov 2026 12:00:00 GMT",
    ],
)
def test_headers_of_a_server_have_no_say(
    cache: RecordCache, open_session: Opener, header: str
) -> None:
    session = open_session(cache)
    with serving(answer('{"message": 1}', header)) as server:
        url = f"{server.url}/works/1"
        body = session.get(url).json()
        cache.remember({url: body}, age=ages.FOUND)
        assert session.get(url).json() == {"message": 1}
        assert len(server.heard) == 1
        cache.remember({url: {"message": "old"}}, age=timedelta(seconds=-1))
        assert session.get(url).json() == {"message": 1}
        assert "If-" not in server.headers[-1]


def test_offline_nothing_is_sent(
    standin: StandIn, cache: RecordCache, open_session: Opener
) -> None:
    session = open_session(cache, offline=True)
    url = standin.crossref_url
    cache.remember({url + WORK: {"message": "old"}}, age=timedelta(days=-1000))
    assert session.get(url + WORK).json() == {"message": "old"}
    assert session.get(f"{url}/works/10.1234%2Fnone").status_code == 504
    assert session.get(f"{url}/works?filter=doi:10.1234/none").status_code == 504
    assert standin.requests() == ()


def test_a_failure_is_no_reason_to_take_what_is_too_old(
    cache: RecordCache, open_session: Opener
) -> None:
    url = "http://127.0.0.1:9/works/1"
    cache.remember({url: {"message": "old"}}, age=timedelta(seconds=-1))
    with pytest.raises(WireError, match="no connection"):
        open_session(cache).get(url)


def test_requests_are_counted_by_host_and_by_try(standin: StandIn, open_session: Opener) -> None:
    session = open_session()
    with serving(answer(status="500 No")) as server:
        session.get(server.url)
        session.get(standin.crossref_url + WORK)
        assert session.sent == {
            server.url.removeprefix("http://"): 4,
            standin.crossref_url.removeprefix("http://"): 1,
        }
    assert session.requests_sent == 5


def test_the_user_agent_says_who_asks(standin: StandIn, open_session: Opener) -> None:
    open_session().get(standin.crossref_url + WORK)
    (request,) = standin.requests()
    assert request.headers["user-agent"] == "evidence-ledger/test (mailto:ada@example.org)"


def test_connections_are_kept(open_session: Opener) -> None:
    with serving(answer()) as server:
        session = open_session()
        for number in range(5):
            session.get(f"{server.url}/works/{number}")
        assert server.connections == 1


def test_no_cookie_is_kept(open_session: Opener) -> None:
    with serving(answer("{}", "Set-Cookie: pool=slow; Path=/")) as server:
        session = open_session()
        for _ in range(2):
            session.get(server.url)
        assert "Cookie" not in server.headers[1]


def test_a_redirect_is_left_to_the_caller(open_session: Opener) -> None:
    with serving(answer("", "Location: /works/2", status="301 Moved")) as server:
        assert open_session().get(f"{server.url}/works/1").status_code == 301
        assert len(server.heard) == 1


def test_a_redirect_to_nowhere_is_no_answer(open_session: Opener) -> None:
    with (
        serving(answer("", "Location: http://[", status="301 Moved")) as server,
        pytest.raises(WireError, match="could not be sent"),
    ):
        open_session().get(f"{server.url}/works/1")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_reached_without_a_proxy(
    open_session: Opener, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serving(answer()) as server:
        url = server.url.replace("127.0.0.1", host)
        assert open_session().get(url).status_code == 200


def test_other_machines_are_reached_through_the_proxy(
    open_session: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with serving(answer('{"via": "proxy"}')) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        answered = open_session().get("http://api.example.test/works/1")
        assert answered.json() == {"via": "proxy"}
        assert proxy.heard == ["GET http://api.example.test/works/1 HTTP/1.1"]


def test_a_dead_proxy_is_named(open_session: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(WireError, match="the proxy gives no connection to `api"):
        open_session().get("http://api.example.test/works/1")


@contextmanager
def dripping() -> Iterator[str]:
    """A server that sends its answer a byte at a time, without end."""
    stopped = Event()

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline().strip():
                pass
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            while not stopped.wait(0.02):
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        stopped.set()
        server.shutdown()
        thread.join()


def test_an_answer_that_drips_in_is_not_waited_for_for_ever(cache: RecordCache) -> None:
    patience = Patience(longest_answer=0.2, tries_unreached=1)
    with dripping() as url, Session(cache, user_agent="test", patience=patience) as session:
        with pytest.raises(WireError):
            session.get(f"{url}/works/x")
        assert session.requests_sent == 1
