import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from docx_writer import DocxWriter
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.formats import Kind, kind_of
from evidence.sources.documents.interface import Source
from evidence.sources.documents.read import read_document
from pdf_writer import text_page, write_pdf

TEXT = b"Iron rose in all patients."
HTML = b"<!DOCTYPE html>\n<html><body><p>Iron rose in all patients.</p></body></html>"
LATEX = b"% a paper\n\\documentclass{article}\n\\begin{document}Iron rose.\\end{document}"


def word() -> bytes:
    writer = DocxWriter()
    writer.paragraph(TEXT.decode())
    return writer.data()


def pdf() -> bytes:
    return write_pdf([text_page([TEXT.decode()])])


def archive(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as held:
        for name, data in parts.items():
            held.writestr(name, data)
    return buffer.getvalue()


def kind(name: str, data: bytes) -> Kind:
    return kind_of(Source(Path(name), name, data))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", Kind.PLAIN_TEXT),
        ("a.TEXT", Kind.PLAIN_TEXT),
        ("README", Kind.PLAIN_TEXT),
        ("a.md", Kind.MARKDOWN),
        ("a.Rmd", Kind.MARKDOWN),
        ("a.qmd", Kind.MARKDOWN),
        ("a.xhtml", Kind.HTML),
        ("a.HTM", Kind.HTML),
        ("a.ltx", Kind.LATEX),
        ("a.rst", Kind.RESTRUCTURED_TEXT),
        ("a.unknown", Kind.PLAIN_TEXT),
    ],
)
def test_a_text_is_read_by_its_suffix(name: str, expected: Kind) -> None:
    assert kind(name, TEXT) is expected


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", pdf(), Kind.PDF),
        ("a.md", pdf(), Kind.PDF),
        ("a.doc", word(), Kind.DOCX),
        ("a.pdf", word(), Kind.DOCX),
        ("a.docx", HTML, Kind.HTML),
        ("a.doc", HTML, Kind.HTML),
        ("a.txt", HTML, Kind.HTML),
        ("a", LATEX, Kind.LATEX),
        ("a.html", LATEX, Kind.HTML),
        ("a.pdf", b"junk of a mailer\n" + pdf(), Kind.PDF),
        ("a.txt", b"The mark %PDF- begins a PDF.", Kind.PLAIN_TEXT),
        ("a.txt", b"An <html> element holds a page.", Kind.PLAIN_TEXT),
    ],
)
def test_what_the_bytes_clearly_are_counts_more_than_the_name(
    name: str, data: bytes, expected: Kind
) -> None:
    assert kind(name, data) is expected


def tarball() -> bytes:
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as held:
        held.addfile(tarfile.TarInfo("a.txt"))
    return buffer.getvalue()


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
EXPECTED = "expected text, Markdown, HTML, LaTeX, reStructuredText, .docx, .pdf or JATS XML"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty, expected a text with at least one sentence"),
        ("a.txt", b" \n\t", "is empty, expected a text with at least one sentence"),
        ("a.txt", b"\xef\xbb\xbf", "is empty, expected a text with at least one sentence"),
        ("a.doc", OLD_WORD, "is a Word document of the old format: save it as .docx"),
        ("a.docx", OLD_WORD, "is a Word document of the old format: save it as .docx"),
        ("a.doc", TEXT, "is a Word document of the old format: save it as .docx"),
        ("a.rtf", rb"{\rtf1 Iron}", "is in Rich Text Format: save it as .docx"),
        ("a.docx", rb"{\rtf1 Iron}", "is in Rich Text Format: save it as .docx"),
        (
            "a.odt",
            archive(**{"mimetype": b"x", "content.xml": b"<a/>"}),
            "is an OpenDocument file: save it as .docx",
        ),
        ("a.odt", TEXT, "is an OpenDocument file: save it as .docx"),
        (
            "a.png",
            b"\x89PNG\r\n\x1a\n",
            "is an image: run a text recognition first and save its text",
        ),
        (
            "a.zip",
            archive(**{"a.txt": TEXT}),
            f"is an archive, {EXPECTED}: unpack it and give the document inside",
        ),
        (
            "a.tgz",
            tarball(),
            f"is an archive, {EXPECTED}: unpack it and give the document inside",
        ),
        (
            "a.xlsx",
            archive(**{"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}),
            f"is not a text but a spreadsheet or slides, {EXPECTED}",
        ),
        (
            "a.docx",
            TEXT,
            "is not a Word document, although its name says so, or it is damaged",
        ),
        ("a.pdf", TEXT, "is not a PDF, although its name says so, or it is damaged"),
        (
            "a.pdf",
            write_pdf([[]]),
            "holds no text: it seems to be scanned; run a text recognition first",
        ),
        ("a.html", b"<html></html>", "holds no text, expected at least one sentence"),
        ("a.txt", b"a\0b", "is not text: it holds a NUL"),
    ],
)
def test_what_cannot_be_read_is_refused_and_told_what_to_do(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_document(path, name)
    assert raised.value.message == f"`{name}` {reason}"
    assert raised.value.code == "CIT012"
    assert raised.value.place is not None
    assert raised.value.place.file == name


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"`a\.txt` was not found") as raised:
        read_document(tmp_path / "a.txt", "a.txt")
    assert raised.value.code == "CIT012"


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", TEXT), ("a.docx", word()), ("a.pdf", pdf()), ("a.html", HTML)]
)
def test_the_same_sentence_is_read_from_each_format(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = read_document(path, name)
    assert document.file == name
    assert [statement.text for statement in document.statements] == [TEXT.decode()]
    assert document.statements[0].place.file == name


def test_a_document_is_named_by_its_path_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.chdir(tmp_path)
    document = read_document(Path("a.txt"))
    assert document.statements[0].place == Place("a.txt", 1, 1)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.txt", "save the file as UTF-8, in the program that it was written with"),
        ("a.md", "save the file as UTF-8, in the program that it was written with"),
        ("a.rst", "save the file as UTF-8, in the program that it was written with"),
        ("a.html", "save the page as UTF-8, or declare its encoding with `<meta charset=…>`"),
        (
            "a.tex",
            "save the file as UTF-8, or declare its encoding in the first line, as in "
            "`% !TeX encoding = latin1`",
        ),
    ],
)
def test_what_is_not_utf_8_is_refused_with_what_suits_its_format(
    tmp_path: Path, name: str, remedy: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"Pain r\xf6se [1].")
    with pytest.raises(InputError) as caught:
        read_document(path, name)
    assert str(caught.value) == f"{name}:1:7: CIT012 the byte 0xf6 is not utf-8: {remedy}"


def test_an_encoding_that_latex_declares_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tex"
    path.write_bytes(b"% !TeX encoding = latin1\nPain r\xf6se.")
    assert read_document(path).statements[0].text == "Pain röse."


def test_only_the_libraries_of_the_format_are_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    code = (
        "import sys; from pathlib import Path; "
        "from evidence.sources.documents.read import read_document; "
        f"read_document(Path({str(path)!r})); "
        "print({'lxml', 'pypdf', 'docx', 'bs4', 'docutils', 'markdown_it'} & {*sys.modules})"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"
