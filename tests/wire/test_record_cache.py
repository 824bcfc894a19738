"""Answers kept per address: found again in every way, for their time, by several processes."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.wire import ages
from evidence.wire.record_cache import Kept, RecordCache, address_key
from evidence.wire.session import Session

Opener = Callable[..., Session]

URL = "https://api.crossref.org/works/10.1234%2Fx"
THEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[RecordCache]:
    with closing(RecordCache(tmp_path / "made" / "here")) as opened:
        yield opened


def test_an_answer_comes_back_with_its_date(cache: RecordCache) -> None:
    retrieved = datetime.now(UTC)
    cache.remember({URL: {"a": ["ü", "\ud800"]}}, age=ages.FOUND, retrieved=retrieved)
    assert cache.read(URL) == Kept({"a": ["ü", "\ud800"]}, retrieved)


def test_many_answers_are_read_together(cache: RecordCache) -> None:
    urls = [f"{URL}{number}" for number in range(1200)]
    cache.remember({url: {"n": url} for url in urls[::2]}, age=ages.FOUND)
    cache.remember({urls[1]: None}, age=ages.ABSENT)
    cache.remember({urls[3]: {}}, age=timedelta(seconds=-1))
    found = dict(cache.read_many(urls))
    assert set(found) == {*urls[::2], urls[1]}
    assert found[urls[600]].body == {"n": urls[600]}
    assert found[urls[1]].body is None
    assert list(cache.read_many([])) == []


def test_what_requests_cache_reads_is_what_is_read_together(cache: RecordCache) -> None:
    cache.remember({URL: {"a": ["ü", "\ud800"]}}, age=ages.FOUND)
    request = requests.Request("GET", URL).prepare()
    response = cache.get_response(address_key(request))
    assert response is not None
    assert dict(cache.read_many([URL])) == {URL: Kept(response.json(), response.created_at)}


@pytest.mark.parametrize("row", ["", "[]", "{}", "no json", '{"created_at": "yesterday"}', None])
def test_a_row_of_another_make_is_not_there(cache: RecordCache, row: str | None) -> None:
    cache.remember({URL: {}}, age=ages.FOUND)
    with closing(sqlite3.connect(cache.db_path)) as file:
        file.execute("UPDATE responses SET value = ?", [row])
        file.commit()
    assert cache.read(URL) is None


def test_with_a_beginning_only_what_was_fetched_since_counts(tmp_path: Path) -> None:
    request = requests.Request("GET", URL).prepare()
    gone = requests.Request("GET", f"{URL}/gone").prepare()
    with closing(RecordCache(tmp_path)) as before:
        before.remember({URL: {"n": 1}}, age=ages.FOUND)
        before.remember({f"{URL}/gone": None}, age=ages.ABSENT)
    with closing(RecordCache(tmp_path, since=datetime.now(UTC))) as cache:
        assert list(cache.read_many([URL, f"{URL}/gone"])) == []
        assert cache.get_response(address_key(request)) is None
        assert cache.get_response(address_key(gone)) is None
        cache.remember({URL: {"n": 2}, f"{URL}/gone": None}, age=ages.FOUND)
        kept = cache.read(URL)
        assert kept is not None
        assert kept.body == {"n": 2}
        assert cache.get_response(address_key(request)) is not None
        assert cache.get_response(address_key(gone)) is not None


def test_that_there_is_no_record_is_an_answer(cache: RecordCache) -> None:
    cache.remember({URL: None}, age=ages.ABSENT)
    kept = cache.read(URL)
    assert kept is not None
    assert kept.body is None


def test_what_was_never_asked_is_not_there(cache: RecordCache) -> None:
    assert cache.read(URL) is None


@pytest.mark.parametrize(("age", "is_there"), [(61, True), (59, False)])
def test_an_answer_counts_from_when_it_was_fetched(
    cache: RecordCache, age: int, *, is_there: bool
) -> None:
    retrieved = datetime.now(UTC) - timedelta(seconds=60)
    cache.remember({URL: {}}, age=timedelta(seconds=age), retrieved=retrieved)
    assert (cache.read(URL) is not None) is is_there


def test_offline_any_age_will_do(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path, any_age=True)) as cache:
        cache.remember({URL: {}}, age=ages.FOUND, retrieved=THEN)
        assert cache.read(URL) == Kept({}, THEN)


def test_answers_are_kept_for_these_times() -> None:
    assert (ages.FOUND.days, ages.ABSENT.days, ages.SEARCH.days) == (30, 1, 7)


def test_the_next_run_finds_it(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path)) as first:
        first.remember({URL: {"n": 1}}, age=ages.FOUND)
    with closing(RecordCache(tmp_path)) as second:
        assert second.read(URL) is not None


def test_without_a_folder_nothing_outlives_the_run() -> None:
    with closing(RecordCache(None)) as first, closing(RecordCache(None)) as second:
        first.remember({URL: {}}, age=ages.FOUND)
        assert first.read(URL) is not None
        assert second.read(URL) is None


@settings(max_examples=30)
@given(suffix=st.text(st.characters(codec="utf-8"), min_size=1))
def test_the_session_finds_what_was_kept_for_any_doi(suffix: str) -> None:
    url = f"https://api.crossref.org/works/{quote(f'10.1234/{suffix}', safe='')}"
    with closing(RecordCache(None)) as cache:
        with Session(cache, user_agent="x", offline=True) as session:
            cache.remember({url: {"message": suffix}}, age=ages.FOUND)
            answer = session.get(url)
        assert answer.json() == {"message": suffix}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10.1/a%2Fb", "10.1/a/b"),
        ("10.1/a", "10.1/a."),
        ("10.1/a", "10.1/a/"),
        ("10.1/a//b", "10.1/a/b"),
        ("10.1/a%2523", "10.1/a%23"),
        ("10.1/a?x=1&y=2", "10.1/a?y=2&x=1"),
    ],
)
def test_two_addresses_never_share_a_key(one: str, other: str) -> None:
    keys = {address_key(requests.Request("GET", f"http://h/{a}").prepare()) for a in (one, other)}
    assert len(keys) == 2


def test_two_sessions_share_a_file(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path)) as one, closing(RecordCache(tmp_path)) as other:
        one.remember({URL: {"by": "one"}}, age=ages.FOUND)
        assert other.read(URL) is not None
        other.remember({URL: {"by": "other"}}, age=ages.FOUND)
        kept = one.read(URL)
        assert kept is not None
        assert kept.body == {"by": "other"}


def test_two_processes_write_at_the_same_time(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import timedelta\n"
        "from evidence.wire.record_cache import RecordCache\n"
        "cache = RecordCache(Path(sys.argv[1]))\n"
        "for n in range(50): cache.remember({f'http://other/{n}': n}, age=timedelta(1))\n"
        "cache.close()\n"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)])
    with closing(RecordCache(tmp_path)) as cache:
        for number in range(50):
            cache.remember({f"http://this/{number}": number}, age=ages.FOUND)
        assert other.wait(timeout=20) == 0
        for number in range(50):
            assert cache.read(f"http://this/{number}") is not None
            assert cache.read(f"http://other/{number}") is not None


def test_threads_may_share_one_cache(cache: RecordCache) -> None:
    def work(name: int) -> None:
        for number in range(20):
            cache.remember({f"http://{name}/{number}": number}, age=ages.FOUND)
            assert cache.read(f"http://{name}/{number}") is not None

    threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.count() == 60


def test_a_file_that_is_no_cache_is_named(tmp_path: Path) -> None:
    file = tmp_path / "answers.sqlite"
    file.write_bytes(b"this is not a database, and long enough to be sure of it" * 20)
    with pytest.raises(InputError) as raised:
        RecordCache(tmp_path)
    assert str(raised.value) == f"the cache `{file}` is damaged: `evidence cache clear` removes it"


def test_damage_that_shows_later_is_named_too(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path)) as cache:
        cache.remember({f"{URL}{n}": "x" * 500 for n in range(200)}, age=ages.FOUND)
    file = tmp_path / "answers.sqlite"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(InputError, match="is damaged: `evidence cache clear` removes it"):
        _use(tmp_path)


@pytest.mark.parametrize(
    "use",
    [
        lambda cache: cache.read(URL),
        lambda cache: cache.remember({URL: 1}, age=ages.FOUND),
        lambda cache: cache.get_response("0"),
    ],
    ids=["read", "remember", "get_response"],
)
def test_damage_while_it_is_in_use_is_named_too(
    tmp_path: Path, use: Callable[[RecordCache], object]
) -> None:
    with closing(RecordCache(tmp_path)) as cache:
        cache.remember({f"{URL}{n}": "x" * 500 for n in range(200)}, age=ages.FOUND)
    file = tmp_path / "answers.sqlite"
    with closing(RecordCache(tmp_path)) as cache:
        content = bytearray(file.read_bytes())
        content[4096:] = b"\xff" * (len(content) - 4096)
        file.write_bytes(content)
        with pytest.raises(InputError, match="is damaged"):
            use(cache)


def _use(folder: Path) -> None:
    with closing(RecordCache(folder)) as cache:
        cache.read(f"{URL}1")
        cache.remember({URL: 1}, age=ages.FOUND)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=r"^the cache folder `.*file/in` cannot be used \(Not a d"):
        RecordCache(tmp_path / "file" / "in")


def test_a_file_that_cannot_be_written_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").mkdir()
    with pytest.raises(InputError, match="cannot be opened for writing"):
        RecordCache(tmp_path)


def test_a_table_of_another_shape_is_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "answers.sqlite")) as file:
        file.execute("CREATE TABLE responses (something TEXT)")
    with pytest.raises(InputError, match="is damaged"):
        _use(tmp_path)


_CLOSED_WHILE_ASKED = """
import sys, threading
from datetime import timedelta
from pathlib import Path
from evidence.wire.record_cache import RecordCache

def ask(cache):
    for number in range(50):
        cache.get_response(str(number))

for round in range(30):
    cache = RecordCache(Path(sys.argv[1]))
    threads = [threading.Thread(target=ask, args=(cache,), daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    cache.remember({f"http://127.0.0.1/{round}": 1}, age=timedelta(days=1))
    cache.close()
    for thread in threads:
        thread.join()
"""


def test_it_can_be_closed_while_threads_still_ask(tmp_path: Path) -> None:
    # In a process of its own: SQLite would crash it, or leave it waiting for ever.
    arguments = [sys.executable, "-c", _CLOSED_WHILE_ASKED, str(tmp_path)]
    assert subprocess.run(arguments, timeout=60, check=False).returncode == 0


def test_once_it_is_closed_nothing_is_in_it(tmp_path: Path) -> None:
    cache = RecordCache(tmp_path)
    cache.remember({URL: 1}, age=ages.FOUND)
    cache.close()
    cache.remember({URL: 2}, age=ages.FOUND)
    assert cache.get_response("any") is None
    assert cache.read(URL) is None
    [(_, kept)] = RecordCache(tmp_path).read_many([URL])
    assert kept.body == 1
