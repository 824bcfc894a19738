import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.sources import encoding
from evidence.sources.encoding import decode, encode, read_text

UMLAUT = "title = {Ä \u20ac}\r\nnext\r"


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        decode(data, "x.bib", code="BIB006")
    return str(caught.value)


def reading_refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_text(path, "x.bib", code="BIB006")
    return str(caught.value)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, name: str) -> None:
    assert decode(mark + UMLAUT.encode(name), "x.bib", code="") == UMLAUT


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_encoded_like_the_file_that_it_came_from(name: str) -> None:
    data = f"% Encoding: {name}\n{UMLAUT}".encode(name)
    text = decode(data, "x.bib", code="")
    assert encode(text, data) == data
    assert encode(f"{text}é", data) == data + "é".encode(name)[len("".encode(name)) :]


def test_a_character_that_the_encoding_lacks_cannot_be_encoded() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode("Ő", b"% Encoding: cp1252")


def test_a_byte_order_mark_outweighs_a_declaration() -> None:
    text = "% Encoding: UTF-16BE\nÄ"
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "x.bib", code="") == text


@pytest.mark.parametrize(
    ("first_line", "name"),
    [
        ("% Encoding: Cp1252", "cp1252"),
        ("% This file was created with JabRef 2.10b2.\n% Encoding: ISO8859_1", "latin-1"),
        ("This file was created with JabRef 2.3.\nEncoding: Cp1252", "cp1252"),
        ("% !TeX encoding = latin1", "latin-1"),
        ("# -*- coding: iso-8859-15 -*-", "iso-8859-15"),
        ("%%  -*- mode: bibtex; coding: cp1250 -*-", "cp1250"),
        ("% Encoding: GBK", "gbk"),
        ("%% Saved with string encoding Western (ISO Latin 1)", "latin-1"),
        ("%% Saved with string encoding Unicode (UTF-8)", "utf-8"),
        ("% Encoding: US-ASCII", "utf-8"),
        ("% Encoding: UTF-16", "utf-8"),
        ("% Encoding: rot13", "utf-8"),
        ("% Encoding: unicode_escape", "utf-8"),
        ("% Encoding: klingon", "utf-8"),
    ],
)
def test_the_declared_encoding_is_used_where_it_extends_ascii(first_line: str, name: str) -> None:
    text = f"{first_line}\nauthor = {{übel\\u0041}}"
    assert decode(text.encode(name), "x.bib", code="") == text


def test_a_declaration_far_down_is_part_of_the_content() -> None:
    text = "x" * 2000 + "\n% Encoding: latin1\nÄ"
    assert decode(text.encode(), "x.bib", code="") == text


def test_the_first_byte_that_does_not_fit_is_named_with_its_place() -> None:
    assert refusal("ab\r\ncdé ".encode() + b"\xe9\xff") == (
        "x.bib:2:5: BIB006 the byte 0xe9 is not utf-8: save the file as UTF-8, or declare its "
        "encoding in a comment in the first line, as in `% Encoding: cp1252` (in YAML with `#`)"
    )


def test_a_wrong_declaration_is_named() -> None:
    assert refusal(b"% Encoding: Cp1252\n\x81") == (
        "x.bib:2:1: BIB006 the byte 0x81 is not cp1252, although the file declares `Cp1252`: "
        "save it in that encoding or correct the declaration"
    )


@pytest.mark.parametrize(
    "data", [b"a\nb\0c", b"a\nb\0\xff", codecs.BOM_UTF16_LE + b"a\0\n\0b\0\0\0"]
)
def test_what_holds_a_nul_is_not_text(data: bytes) -> None:
    assert refusal(data) == "x.bib:2:2: BIB006 `x.bib` is not text: it holds a NUL"


def test_an_empty_file_is_empty_text(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.touch()
    assert read_text(path, "x.bib", code="") == ""


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert reading_refusal(tmp_path / "no.bib") == "x.bib:1:1: BIB006 `x.bib` was not found"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert reading_refusal(tmp_path) == "x.bib:1:1: BIB006 `x.bib` is a folder, not a file"


def test_a_device_is_not_read() -> None:
    assert "`x.bib` is not a regular file" in reading_refusal(Path("/dev/zero"))


def test_an_impossible_path_is_refused() -> None:
    assert "`x.bib` cannot be read: embedded null byte" in reading_refusal(Path("a\0b"))


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.bib"
    path.touch()

    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)  # the tests may run as root, who may read everything
    assert reading_refusal(path) == "x.bib:1:1: BIB006 `x.bib` cannot be read: permission denied"


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.bib"
    path.write_bytes(b"x" * 2_100_000)
    monkeypatch.setattr(encoding, "LARGEST_FILE", 2_000_000)
    assert reading_refusal(path) == (
        "x.bib:1:1: BIB006 `x.bib` has 2,100,000 bytes; files of up to 2 MB are read"
    )
    path.write_bytes(b"x" * 2_000_000)
    assert len(read_text(path, "x.bib", code="")) == 2_000_000


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused_with_a_place(data: bytes) -> None:
    refused: list[InputError] = []
    try:
        decode(data, "x.bib", code="BIB006")
    except InputError as error:
        refused.append(error)
    assert all(error.place and error.code == "BIB006" for error in refused)
