import os
import stat
from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.reports.output import write_file
from evidence.reports.report import report
from sample_report import clean_report, empty_report

needs_a_plain_user = pytest.mark.skipif(
    os.geteuid() == 0, reason="the superuser may write everywhere"
)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_is_written_as_utf_8_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    write_file(file, "肿瘤\r\n\n")
    assert file.read_bytes() == "肿瘤\r\n\n".encode()
    assert names(tmp_path) == ["report.txt"]


def test_a_new_file_has_the_permissions_of_the_users_mask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_file(tmp_path / "new", "x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "old"
    file.write_text("a longer text than the new one")
    file.chmod(mode)
    write_file(file, "new")
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "target"
    target.write_text("old")
    link = tmp_path / "link"
    link.symlink_to(Path("folder") / "target")
    write_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert names(tmp_path / "folder") == ["target"]


def test_a_link_to_nothing_makes_the_file_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_file(tmp_path / "link", "new")
    assert (tmp_path / "target").read_text() == "new"
    assert (tmp_path / "link").is_symlink()


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path("/dev/null"), "new")
    assert Path("/dev/null").is_char_device()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        write_file(tmp_path, "x")
    assert str(raised.value) == (f"`{tmp_path}` is a folder; expected the name of a file to write.")
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "no" / "report.html"
    with pytest.raises(InputError) as raised:
        write_file(file, "x")
    assert str(raised.value) == (
        f"`{file}` cannot be written: there is no folder `{tmp_path / 'no'}`."
    )


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(InputError, match=r"cannot be written: not a directory\.$"):
        write_file(tmp_path / "file" / "report.html", "x")


def test_a_circle_of_links_leads_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(InputError, match="cannot be written: "):
        write_file(tmp_path / "a", "x")
    assert names(tmp_path) == ["a", "b"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.html"
    file.write_text("old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError) as raised:
        write_file(file, "new")
    assert str(raised.value) == f"`{file}` cannot be written: no space left on device."
    assert file.read_text() == "old"
    assert names(tmp_path) == ["report.html"]


def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.html"
    file.write_text("old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(file, "new")
    assert file.read_text() == "old"
    assert names(tmp_path) == ["report.html"]


def test_half_a_character_is_refused_before_anything_is_touched(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-8 has no code for one of its characters"):
        write_file(tmp_path / "new", "a\ud800")
    assert names(tmp_path) == []


def test_a_read_only_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept"
    file.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # what a plain user would be told
    with pytest.raises(InputError, match=r"cannot be written: the file is read-only\.$"):
        write_file(file, "new")
    assert file.read_text() == "old"
    assert names(tmp_path) == ["kept"]


@needs_a_plain_user
def test_a_folder_that_may_not_be_written_to_is_reported(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(InputError, match=r"cannot be written: permission denied\.$"):
            write_file(tmp_path / "new", "x")
    finally:
        tmp_path.chmod(0o700)


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    name = "n" * 255
    write_file(tmp_path / name, "x")
    assert names(tmp_path) == [name]


def test_a_report_is_given_back_and_written(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    text = report(empty_report(), "markdown", output=file)
    assert text.startswith("# Evidence report\n")
    assert file.read_text("utf-8") == text
    assert report(clean_report(), findings_only=True).startswith("Nothing found in 1 reference")
