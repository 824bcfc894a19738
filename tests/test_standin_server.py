import gzip
import json
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from standin import Hang, Route, StandIn

WORKS = Path(__file__).parent / "data" / "works.jsonl"
SNAPSHOT = Path(__file__).parent.parent / "data" / "entrectinib-snapshot.jsonl"
DOI = "10.1234/jim.2019.0001"


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_log_keeps_what_was_asked_in_order(standin: StandIn) -> None:
    agent = {"User-Agent": "evidence/0 (mailto:a@b.example)"}
    with requests.Session() as client:
        for path in (f"/works/{DOI}", "/works?rows=0", "/works?query=x", "/doi.org/ra/10.9"):
            client.get(standin.crossref_url + path, headers=agent, timeout=5)
    routes = [request.route for request in standin.requests()]
    assert routes == [Route.SINGLE, Route.LIST, Route.SEARCH, Route.RA]
    (single,) = standin.requests("single")
    assert (single.method, single.path, single.query) == ("GET", f"/works/{DOI}", "")
    assert (single.doi, single.status) == (DOI, 200)
    assert single.headers["user-agent"] == "evidence/0 (mailto:a@b.example)"
    (several,) = standin.requests(Route.LIST)
    assert several.parameters == {"rows": "0"}


def test_what_is_forgotten_stays_forgotten_when_its_answer_comes_late(standin: StandIn) -> None:
    standin.fail(Hang())
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(requests.get, f"{standin.crossref_url}/works/{DOI}", timeout=5)
        while not standin.requests() and not late.done():
            time.sleep(0.001)
        standin.forget()
        requests.get(f"{standin.crossref_url}/works?rows=0", timeout=5)
        standin.release()
        assert late.result().status_code == 200
    assert [request.route for request in standin.requests()] == [Route.LIST]


def test_an_unknown_route_cannot_be_counted(standin: StandIn) -> None:
    with pytest.raises(ValueError, match="'singel' is not a valid Route"):
        standin.requests("singel")


def test_a_connection_is_kept_alive_through_every_kind_of_answer(standin: StandIn) -> None:
    with requests.Session() as client:
        tails = (f"works/{DOI}", "works/10.9/x", "works?rows=x", "works/10.4321/old.2015.77")
        for tail in tails:
            answer = client.get(
                f"{standin.crossref_url}/{tail}", timeout=5, allow_redirects=False, stream=True
            )
            assert answer.raw.version == 11
            assert answer.content is not None
        pools = client.adapters["http://"].poolmanager.pools  # type: ignore[attr-defined]
        (key,) = pools.keys()
        assert pools[key].num_connections == 1


def test_hand_made_records_stay_hand_made_unless_told_otherwise() -> None:
    for as_crossref, source in ((False, "hand-made"), (True, "Crossref")):
        with StandIn([SNAPSHOT], as_crossref=as_crossref) as server:
            address = f"{server.crossref_url}/works/10.1093/annonc/mdy424.017"
            work = requests.get(address, timeout=5).json()["message"]
            selected = {"filter": "doi:10.1093/annonc/mdy424.017", "select": "DOI"}
            listed = requests.get(f"{server.crossref_url}/works", params=selected, timeout=5)
        assert work["source"] == source
        assert ("hand-made" in listed.text) is not as_crossref
        assert ("evidence" in work) is not as_crossref


def test_gzipped_files_are_served_and_the_later_record_counts(tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl.gz"
    first.write_text('{"DOI": "10.1234/A", "volume": "1"}\n', encoding="utf-8")
    second.write_bytes(gzip.compress(b'{"DOI": "10.1234/a", "volume": "2"}\n'))
    with StandIn([first, second]) as server:
        assert server.collection.works == {"10.1234/a": {"DOI": "10.1234/a", "volume": "2"}}


def test_a_file_with_something_else_than_objects_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "works.jsonl"
    path.write_text('{"DOI": "10.1234/a"}\n[]\n', encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(f"{path}:2: expected a JSON object")):
        StandIn([path])


@pytest.mark.parametrize("path", [WORKS, SNAPSHOT], ids=lambda path: path.name)
def test_the_shipped_works_have_crossrefs_shape_and_say_that_they_were_made_by_hand(
    path: Path,
) -> None:
    dois = [record["DOI"] for record in records(path)]
    assert len(dois) == len(set(dois))
    for record in records(path):
        assert record["source"] == "hand-made"
        assert record["DOI"] == str(record["DOI"]).lower()
        assert isinstance(record["title"], list)
        assert isinstance(record["container-title" if "volume" in record else "title"], list)
        assert "issued" in record


def test_the_fictional_works_are_under_fictional_prefixes() -> None:
    assert {str(r["prefix"]) for r in records(WORKS)} == {
        "10.1234",
        "10.1234.56",
        "10.4321",
    }


def test_every_record_of_the_snapshot_says_when_and_from_what_it_was_made() -> None:
    for record in records(SNAPSHOT):
        evidence = record["evidence"]
        assert isinstance(evidence, dict)
        assert evidence["made"] == "2026-11-22"
        assert "Not checked against Crossref." in evidence["from"]


def test_running_it_by_hand_prints_the_options_and_ends_with_an_interrupt() -> None:
    command = [sys.executable, "-m", "standin", "--works", str(WORKS)]
    command += ["--as-crossref", "--latency", "1", "--agency", "10.5281=DataCite"]
    with subprocess.Popen(
        command, cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        options = dict(running.stdout.readline().split() for _ in range(4))
        assert list(options) == [
            *("--crossref-url", "--doi-url", "--datacite-url", "--europe-pmc-url")
        ]
        found = requests.get(f"{options['--crossref-url']}/works/{DOI}", timeout=5).json()
        assert found["message"]["source"] == "Crossref"
        (agency,) = requests.get(f"{options['--doi-url']}/ra/10.5281/x", timeout=5).json()
        assert agency["RA"] == "DataCite"
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=5) == 0
