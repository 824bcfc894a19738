import json
import socket
import struct
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from standin import (
    AnotherWork,
    CutConnection,
    Hang,
    OtherBody,
    Refusal,
    StandIn,
    TruncatedBody,
)

WORKS = Path(__file__).parent / "data" / "works.jsonl"
DOI = "10.1234/jim.2019.0001"


def ask(
    client: requests.Session, server: StandIn, doi: str = DOI, *, timeout: float = 5
) -> requests.Response:
    return client.get(f"{server.crossref_url}/works/{doi}", timeout=timeout)


@pytest.mark.parametrize("status", [403, 429, 500, 502, 503, 504])
def test_a_status_is_played_as_often_as_asked_and_then_no_more(
    standin: StandIn, client: requests.Session, status: int
) -> None:
    standin.fail(Refusal(status), times=2)
    assert [ask(client, standin).status_code for _ in range(3)] == [status, status, 200]
    assert [request.status for request in standin.requests()] == [status, status, 200]


def test_a_gateway_timeout_has_the_recorded_page(
    standin: StandIn, client: requests.Session
) -> None:
    standin.fail(Refusal(504))
    answer = ask(client, standin)
    assert answer.headers["content-type"] == "text/html"
    assert answer.content == (
        b"<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n"
        b"<center><h1>504 Gateway Time-out</h1></center>\r\n</body>\r\n</html>\r\n"
    )


def test_an_exception_of_crossref_is_json(standin: StandIn, client: requests.Session) -> None:
    standin.fail(Refusal(500))
    assert ask(client, standin).json()["message-type"] == "exception"


def test_retry_after_is_sent_as_given(standin: StandIn, client: requests.Session) -> None:
    standin.fail(Refusal(429, "Sun, 22 Nov 2026 16:00:00 GMT"))
    assert ask(client, standin).headers["retry-after"] == "Sun, 22 Nov 2026 16:00:00 GMT"


def test_a_fault_keeps_to_its_route(standin: StandIn, client: requests.Session) -> None:
    standin.fail(Refusal(503), route="list")
    standin.fail(Refusal(503), route="ra")
    assert ask(client, standin).status_code == 200
    for address in (f"{standin.crossref_url}/works?rows=0", f"{standin.doi_url}/ra/10.1234"):
        found = [client.get(address, timeout=5).status_code for _ in range(2)]
        assert found == [503, 200]


def test_what_hangs_answers_once_it_is_released(standin: StandIn, client: requests.Session) -> None:
    standin.fail(Hang())
    with pytest.raises(requests.ReadTimeout):
        ask(client, standin, timeout=0.1)
    assert [request.status for request in standin.requests()] == [None]
    standin.fail(Hang())
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(ask, client, standin)
        while len(standin.requests()) < 2 and not late.done():
            time.sleep(0.001)
        standin.release()
        assert late.result().status_code == 200


def test_what_hangs_for_a_time_answers_after_it(standin: StandIn, client: requests.Session) -> None:
    standin.fail(Hang(0.05))
    assert ask(client, standin).elapsed.total_seconds() >= 0.05


def test_a_client_that_gave_up_is_nothing_to_report(
    standin: StandIn, capfd: pytest.CaptureFixture[str]
) -> None:
    standin.fail(Hang())
    address = urlsplit(standin.crossref_url)
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(f"GET /works/{DOI} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        while not standin.requests():
            time.sleep(0.001)
        # Closed with a reset, as by a process that was killed.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    standin.stop()
    assert capfd.readouterr().err == ""


def test_stopping_does_not_wait_for_what_hangs(client: requests.Session) -> None:
    started = time.monotonic()
    with StandIn([]) as server:
        server.fail(Hang())
        with pytest.raises(requests.ReadTimeout):
            ask(client, server, timeout=0.05)
    assert time.monotonic() - started < 3


def test_a_cut_connection_ends_in_the_middle_of_the_body(
    standin: StandIn, client: requests.Session
) -> None:
    standin.fail(CutConnection())
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        ask(client, standin)
    assert ask(client, standin).status_code == 200


def test_a_truncated_body_is_whole_to_http_and_broken_json(
    standin: StandIn, client: requests.Session
) -> None:
    standin.fail(TruncatedBody())
    answer = ask(client, standin)
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.content)


@pytest.mark.parametrize("body", ["[]", '{"status":"ok"}', '{"status":"ok","message":null}'])
def test_json_of_another_shape_is_sent_as_given(
    standin: StandIn, client: requests.Session, body: str
) -> None:
    standin.fail(OtherBody(body))
    answer = ask(client, standin)
    assert (answer.status_code, answer.text) == (200, body)
    assert answer.headers["x-api-pool"] == "public-single"


def test_another_works_record_answers_a_single_look_up(
    standin: StandIn, client: requests.Session
) -> None:
    standin.fail(AnotherWork(), times=2)
    assert client.get(f"{standin.crossref_url}/works?rows=0", timeout=5).status_code == 200
    assert ask(client, standin).json()["message"]["DOI"] != DOI
    assert ask(client, standin, "10.9999/none").status_code == 200
    assert ask(client, standin).json()["message"]["DOI"] == DOI


def test_where_there_is_no_other_work_the_answer_is_the_ordinary_one(
    client: requests.Session,
) -> None:
    with StandIn([]) as server:
        server.collection.add({"DOI": DOI})
        server.fail(AnotherWork())
        assert ask(client, server).json()["message"]["DOI"] == DOI


def test_latency_is_added_to_every_answer(client: requests.Session) -> None:
    with StandIn([WORKS], latency=0.05) as server:
        assert ask(client, server).elapsed.total_seconds() >= 0.05
        server.latency = 0
        assert ask(client, server).elapsed.total_seconds() < 0.05


def test_a_server_that_dies_answers_so_many_and_is_gone(
    standin: StandIn, client: requests.Session
) -> None:
    standin.die_after(2)
    assert [ask(client, standin).status_code for _ in range(2)] == [200, 200]
    for _ in range(2):
        with pytest.raises(requests.ConnectionError):
            ask(client, standin)
    assert len(standin.requests()) == 2


def test_a_dying_server_takes_open_connections_with_it(standin: StandIn) -> None:
    with requests.Session() as idle, requests.Session() as last:
        assert ask(idle, standin).status_code == 200
        standin.die_after(0)
        for client in (last, idle):
            with pytest.raises(requests.ConnectionError):
                ask(client, standin)
