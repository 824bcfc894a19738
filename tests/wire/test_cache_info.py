"""The cache file in numbers, and its removal."""

import sqlite3
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.wire import ages
from evidence.wire.cache_info import CacheInfo, cache_info, clear_cache
from evidence.wire.record_cache import RecordCache


def test_no_file_holds_nothing(tmp_path: Path) -> None:
    assert cache_info(tmp_path / "none") == CacheInfo(tmp_path / "none" / "answers.sqlite")


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path)):
        pass
    info = cache_info(tmp_path)
    assert (info.records, info.oldest, info.newest) == (0, None, None)
    assert info.size > 0


@pytest.mark.parametrize("is_open", [True, False])
def test_all_answers_are_counted(tmp_path: Path, *, is_open: bool) -> None:
    days = [datetime(2026, 1, day, 12, tzinfo=UTC) for day in (2, 1, 3)]
    with ExitStack() as stack:
        cache = stack.enter_context(closing(RecordCache(tmp_path)))
        for day in days:
            cache.remember({f"http://h/{day}": "x"}, age=ages.FOUND, retrieved=day)
        if not is_open:
            stack.close()
        info = cache_info(tmp_path)
    assert info.path == tmp_path / "answers.sqlite"
    assert (info.records, info.oldest, info.newest) == (3, days[1], days[2])


def test_the_size_is_that_of_all_its_files(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path)) as cache:
        cache.remember({"http://h/": "x" * 9000}, age=ages.FOUND)
        assert cache_info(tmp_path).size == sum(f.stat().st_size for f in tmp_path.iterdir())


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    with closing(RecordCache(tmp_path)) as cache:
        cache.remember({"http://h/": 1}, age=ages.FOUND)
        assert clear_cache(tmp_path) == tmp_path / "answers.sqlite"
    assert not (tmp_path / "answers.sqlite").exists()
    assert clear_cache(tmp_path) == tmp_path / "answers.sqlite"  # nothing there is fine too


def test_a_damaged_file_is_named_and_can_be_cleared(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(InputError, match=r"cannot be read .*: `evidence cache clear` removes it"):
        cache_info(tmp_path)
    clear_cache(tmp_path)
    assert cache_info(tmp_path).records == 0


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "answers.sqlite")) as file:
        file.execute("CREATE TABLE other (x)")
    with pytest.raises(InputError, match="no such table"):
        cache_info(tmp_path)


def test_what_cannot_be_removed_is_named(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").mkdir()
    with pytest.raises(InputError, match="cannot be removed"):
        clear_cache(tmp_path)


def test_texts_that_were_kept_are_counted_and_cleared(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    kept, other = texts / f"{'a' * 64}.pdf.kept", texts / "mine.txt"
    kept.write_bytes(b"x" * 10)
    other.write_bytes(b"x" * 100)
    assert cache_info(tmp_path) == CacheInfo(tmp_path / "answers.sqlite", texts=1, size=10)
    clear_cache(tmp_path)
    assert (kept.exists(), other.exists()) == (False, True)
