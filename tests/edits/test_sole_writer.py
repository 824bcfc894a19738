"""Several runs that write the same file at once."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from evidence.edits.file_edit import FileEdit
from evidence.edits.sole_writer import sole_writer
from evidence.errors import InputError


def mark_of(path: Path) -> Path:
    return path.with_name(f".evidence-{path.name}.writing")


def test_of_those_that_read_the_same_file_one_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_bytes(b"0")

    def write(number: int) -> bool:
        try:
            FileEdit(path, b"0", b"%d" % number).write()
        except InputError as error:
            return "has changed since it was read" not in error.message
        return True

    with ThreadPoolExecutor(8) as threads:
        done = list(threads.map(write, range(1, 25)))
    assert done.count(True) == 1
    assert path.read_bytes() == b"%d" % (done.index(True) + 1)
    assert [each.name for each in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_mark_that_a_run_left_behind_is_taken_over(tmp_path: Path) -> None:
    mark = mark_of(tmp_path / "claims.yaml")
    mark.touch()
    os.utime(mark, (time.time() - 60,) * 2)
    with sole_writer(tmp_path / "claims.yaml"):
        assert mark.exists()
    assert not mark.exists()


def test_another_run_that_does_not_finish_is_told(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    mark_of(path).touch()
    with pytest.raises(InputError, match="another run is writing"), sole_writer(path, patience=0.1):
        pass
    assert mark_of(path).exists()


def test_where_no_mark_can_be_made_the_writing_itself_tells_why(tmp_path: Path) -> None:
    with sole_writer(tmp_path / "none" / "claims.yaml"):
        pass
