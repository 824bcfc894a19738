"""Opening all registries of a run."""

import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from crossref_lookups import NOWHERE
from evidence.errors import InputError
from evidence.model.doi import Doi
from evidence.model.outcome import Found, Unavailable
from evidence.model.work import Via
from evidence.registries.connect import connect
from evidence.registries.interface import Registries
from standin import StandIn

Connect = Callable[..., AbstractContextManager[Registries]]

SNAPSHOT = Path(__file__).parents[1] / "data" / "works.jsonl"
LOZENGES = Doi("10.1234/jim.2019.0001")
MISSING = Doi("10.1234/nothing.1")


def test_opening_asks_nobody_and_reads_no_snapshot(tmp_path: Path) -> None:
    with connect(cache_dir=tmp_path, snapshot=tmp_path / "none.jsonl") as registries:
        assert registries.requests() == 0


def test_without_a_folder_nothing_is_written(
    standin: StandIn, open_registries: Connect, tmp_path: Path
) -> None:
    with open_registries(cache_dir=None) as registries:
        for _ in range(2):
            assert isinstance(dict(registries.works.resolve([LOZENGES]))[LOZENGES], Found)
        assert registries.requests() == 1
    assert list(tmp_path.iterdir()) == []
    assert len(standin.requests()) == 1


def test_an_address_may_end_in_a_slash(standin: StandIn, open_registries: Connect) -> None:
    urls = {"crossref_url": f"{standin.crossref_url}/", "doi_url": f"{standin.doi_url}/"}
    with open_registries(**urls) as registries:
        list(registries.works.resolve([LOZENGES]))
        list(registries.agencies.locate([MISSING]))
    first, second = (request.path for request in standin.requests())
    assert first == "/works/10.1234%2Fjim.2019.0001"
    assert second.startswith("/doi.org/ra/10.1234/nothing.1")


def test_every_service_counts_as_requests(open_registries: Connect) -> None:
    with open_registries() as registries:
        list(registries.works.resolve([MISSING]))
        list(registries.agencies.locate([MISSING]))
        list(registries.search.search(["lozenges"]))
        assert registries.requests() == 3


def test_the_snapshot_stands_in_where_crossref_is_unavailable(open_registries: Connect) -> None:
    with open_registries(crossref_url="http://127.0.0.1:9", snapshot=SNAPSHOT) as registries:
        outcomes = dict(registries.works.resolve([LOZENGES, MISSING]))
    found = outcomes[LOZENGES]
    assert isinstance(found, Found)
    assert (found.work.origin.via, found.work.origin.hand_made) == (Via.SNAPSHOT, True)
    assert outcomes[MISSING] == Unavailable("no connection to `127.0.0.1:9`")


def test_the_snapshot_has_no_say_where_crossref_answers(open_registries: Connect) -> None:
    with open_registries(snapshot=SNAPSHOT) as registries:
        outcomes = dict(registries.works.resolve([LOZENGES, MISSING]))
    found = outcomes[LOZENGES]
    assert isinstance(found, Found)
    assert found.work.origin.via is Via.NETWORK
    assert outcomes[MISSING] == NOWHERE


def test_offline_the_snapshot_is_asked_where_the_cache_knows_nothing(
    standin: StandIn, open_registries: Connect
) -> None:
    with open_registries(offline=True, snapshot=SNAPSHOT) as registries:
        outcomes = dict(registries.works.resolve([LOZENGES, MISSING]))
        assert isinstance(outcomes[LOZENGES], Found)
        assert outcomes[MISSING] == Unavailable("offline, and not in the cache")
        assert set(registries.works.sift([LOZENGES, MISSING]).works) == {LOZENGES}
    assert standin.requests() == ()


@pytest.mark.parametrize(
    "address",
    [
        *("crossref", "ftp://a.test", "http://", "https://a.test?x=1", "https://a.test#x"),
        *("https://a b.test", "http://[", "http://a.test:port", "http://a.test:0"),
        "https://ü.test",
    ],
)
@pytest.mark.parametrize("service", ["crossref_url", "doi_url", "datacite_url", "europe_pmc_url"])
def test_what_is_no_address_is_refused(address: str, service: str) -> None:
    with pytest.raises(InputError) as raised, connect(cache_dir=None, **{service: address}):  # type: ignore[arg-type]
        pass
    assert str(raised.value) == (
        f"`{address}` is not the address of a service: expected one like `https://api.crossref.org`"
    )


@pytest.mark.parametrize("mailto", ["ada", "@", "ada@example.org\r\nX: y", "a b@c.d", "ü@c.d"])
def test_what_is_no_mail_address_is_refused(mailto: str) -> None:
    with pytest.raises(InputError, match="is not an e-mail address"), connect(mailto=mailto):
        pass


def test_everything_is_closed_also_after_an_error(
    standin: StandIn, open_registries: Connect
) -> None:
    def fail_in_it() -> None:
        with open_registries() as registries:
            list(registries.works.resolve([LOZENGES]))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_it()
    standin.stop()  # waits for its connections: ours are closed
    with socket.socket() as probe, pytest.raises(ConnectionRefusedError):
        probe.connect(("127.0.0.1", int(standin.crossref_url.rpartition(":")[2])))
    standin.start()


def test_asking_anew_and_asking_nobody_exclude_each_other() -> None:
    with pytest.raises(InputError) as raised, connect(offline=True, refresh=True):
        pass
    assert str(raised.value) == (
        "`refresh` asks anew and `offline` asks nobody: expected one of the two"
    )


def test_a_damaged_cache_is_named(open_registries: Connect, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "answers.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(InputError, match="`evidence cache clear` removes it"), open_registries():
        pass


def test_only_its_own_settings_count(
    standin: StandIn, open_registries: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EVIDENCE_CROSSREF_URL", "EVIDENCE_MAILTO", "EVIDENCE_CACHE_DIR"):
        monkeypatch.setenv(name, "nonsense")
    with open_registries() as registries:
        assert isinstance(dict(registries.works.resolve([LOZENGES]))[LOZENGES], Found)
    assert len(standin.requests()) == 1
