import codecs
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence.edits.change import Change
from evidence.edits.diff import unified_diff
from evidence.edits.draft import draft
from evidence.edits.fixed import Fixed, write_fixed
from evidence.errors import InputError
from evidence.model.finding import Finding, Severity
from evidence.model.place import Place
from evidence.model.report import Report, Run
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.encoding import decode, encode

RUN = Run(1, 0, 1, 0, 0, "crossref", datetime(2026, 11, 22, tzinfo=UTC))
TEXT = "@misc{k,\n  title = {Ä},\n  doi = {doi:10.1234/x},\n}\n"

needs_a_plain_user = pytest.mark.skipif(
    os.geteuid() == 0, reason="the superuser may write everywhere"
)


def fixed(path: Path, data: bytes = TEXT.encode(), *findings: Finding) -> Fixed:
    text = decode(data, path.name, code="")
    change = Change("k", "doi", "10.1234/x", "DOI003", "")
    drafted = draft(text, data, parse_bibliography(text, path.name), [change])
    after = encode(drafted.text, data)
    diff = unified_diff(path.name, text, drafted.splices)
    report = Report(RUN, findings=findings)
    return Fixed(path, data, after, drafted.edits, drafted.left, diff, report)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "refs.bib"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_the_edited_text_takes_the_files_place_and_permissions(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_fixed(fixed(file))
    assert file.read_text("utf-8") == TEXT.replace("doi:10", "10")
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert [path.name for path in file.parent.iterdir()] == ["refs.bib"]


def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("link.bib")
    link.symlink_to("refs.bib")
    write_fixed(fixed(link))
    assert link.is_symlink()
    assert "{10.1234/x}" in file.read_text("utf-8")


def test_a_file_with_nothing_to_change_is_not_touched(file: Path) -> None:
    os.utime(file, ns=(1, 1))
    plain = TEXT.replace("doi:10", "10").encode()
    file.write_bytes(plain)
    os.utime(file, ns=(1, 1))
    write_fixed(fixed(file, plain))
    assert file.stat().st_mtime_ns == 1


def test_a_file_that_has_changed_is_not_overwritten(file: Path) -> None:
    made = fixed(file)
    file.write_bytes(b"% mine\n" + TEXT.encode())
    with pytest.raises(InputError, match=r"`refs\.bib` has changed since it was read: nothing is"):
        write_fixed(made)
    assert file.read_bytes().startswith(b"% mine\n")


def test_a_file_that_is_gone_is_not_made_anew(file: Path) -> None:
    made = fixed(file)
    file.unlink()
    with pytest.raises(InputError, match=r"`refs\.bib` has changed since it was read"):
        write_fixed(made)
    assert not file.exists()


@needs_a_plain_user
def test_a_read_only_file_is_left(file: Path) -> None:
    made = fixed(file)
    file.chmod(0o444)
    with pytest.raises(InputError, match="cannot be written: the file is read-only"):
        write_fixed(made)


@needs_a_plain_user
def test_in_a_read_only_folder_nothing_is_written(file: Path) -> None:
    made = fixed(file)
    file.parent.chmod(0o555)
    try:
        with pytest.raises(InputError, match="cannot be written: permission denied"):
            write_fixed(made)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        b"% Encoding: cp1252\n" + TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(data)
    write_fixed(fixed(path, data))
    clutter = encode("doi:", data).removeprefix(encode("", data))
    assert path.read_bytes() == data.replace(clutter, b"", 1)


def test_the_patch_is_in_the_encoding_of_the_file() -> None:
    latin = fixed(Path("é.bib"), b"% Encoding: cp1252\n" + TEXT.encode("cp1252")).patch
    assert latin is not None
    assert latin.startswith("--- a/é.bib\n".encode())
    assert b"\n   title = {\xc4},\n" in latin
    marked = fixed(Path("x.bib"), codecs.BOM_UTF8 + TEXT.encode()).patch
    assert marked is not None
    assert "\n   title = {Ä},\n".encode() in marked


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_what_git_takes_for_no_text_has_no_patch(codec: str) -> None:
    made = fixed(Path("x.bib"), TEXT.encode(codec))
    assert made.patch is None
    assert "+  doi = {10.1234/x}" in made.diff


def test_without_edits_the_patch_is_empty() -> None:
    assert fixed(Path("x.bib"), TEXT.replace("doi:10", "10").encode()).patch == b""


def test_findings_that_no_edit_mends_are_counted() -> None:
    codes = ("DOI003", "BIB001", "UPD001", "MET003")
    findings = (Finding(code, "", Severity.NOTE, "", Place("x.bib")) for code in codes)
    assert fixed(Path("x.bib"), TEXT.encode(), *findings).others == 2
