from pathlib import Path

import pytest

from evidence.edits.file_edit import FileEdit, encoded
from evidence.errors import InputError


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("a.bib")
    path.write_bytes(b"old")
    return path


def test_new_content_takes_the_place_of_what_was_read(file: Path) -> None:
    FileEdit(file, b"old", b"new").write()
    assert file.read_bytes() == b"new"


def test_a_new_file_is_made(file: Path) -> None:
    path = file.with_name("b.bib")
    FileEdit(path, b"", b"new", is_new=True).write()
    assert path.read_bytes() == b"new"


def test_where_there_is_nothing_to_change_nothing_is_written(file: Path) -> None:
    path = file.with_name("b.bib")
    FileEdit(path, b"", b"", is_new=True).write()
    assert not path.exists()


@pytest.mark.parametrize(
    "edit",
    [
        FileEdit(Path("a.bib"), b"other", b"new"),
        FileEdit(Path("a.bib"), b"other", b"other"),
        FileEdit(Path("a.bib"), b"", b"new", is_new=True),
        FileEdit(Path("gone.bib"), b"old", b"new"),
    ],
)
def test_what_is_not_what_was_read_is_left(edit: FileEdit, file: Path) -> None:
    with pytest.raises(InputError, match=r"`\w+\.bib` has changed since it was read: nothing is"):
        edit.write()
    assert [path.name for path in Path().iterdir()] == ["a.bib"]
    assert file.read_bytes() == b"old"


def test_a_letter_that_the_encoding_lacks_is_named() -> None:
    before = "% Encoding: cp1252\n".encode("cp1252")
    assert encoded("% Encoding: cp1252\nÄ", before, "a.bib").endswith(b"\xc4")
    with pytest.raises(InputError) as caught:
        encoded("% Encoding: cp1252\nÄβ", before, "a.bib", code="BIB006")
    assert str(caught.value) == (
        "a.bib:1:1: BIB006 `a.bib` is in an encoding which lacks `β`: save it as UTF-8 first"
    )
