import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from docx_writer import DocxWriter, packed, unpacked
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.docx import package
from evidence.sources.documents.read import read_document
from pdf_writer import pdf_of, text_page, write_pdf


def word() -> bytes:
    writer = DocxWriter()
    writer.paragraph("Iron rose.")
    return writer.data()


def refused(tmp_path: Path, name: str, data: bytes) -> str:
    """What a person is told of a file with these bytes."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_document(path, name)
    assert raised.value.code == "CIT012"
    assert raised.value.place == Place(name)
    return raised.value.message


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    parts = unpacked(word())
    parts[part] = change(parts[part])
    return packed(parts)


def test_a_bomb_is_known_by_its_directory(tmp_path: Path) -> None:
    def bomb(_: bytes) -> bytes:
        return b"<w:document>" + b" " * 30_000_000

    assert refused(tmp_path, "a.docx", changed("word/document.xml", bomb)) == (
        "`a.docx` unpacks to 30,000,012 bytes in its part `word/document.xml`: far more than a "
        "text has, so it was not opened"
    )


def test_a_bomb_that_lies_about_its_size_is_cut_off(tmp_path: Path) -> None:
    data = changed("word/styles.xml", lambda _: b" " * 30_000_000)
    true, false = struct.pack("<I", 30_000_000), struct.pack("<I", 1000)
    assert refused(tmp_path, "a.docx", data.replace(true, false)) == (
        "`a.docx` is damaged: its part `word/styles.xml` cannot be read"
    )


def test_a_package_that_unpacks_to_gigabytes_is_not_opened(tmp_path: Path) -> None:
    parts = unpacked(word())
    for number in range(3):
        parts[f"word/media/{number}.png"] = b"x"
    data = packed(parts)
    huge = struct.pack("<I", 1_000_000_000)
    for number in range(3):
        name = b"word/media/%d.png" % number
        entry = data.rindex(name) - 46  # the central directory's entry (APPNOTE, 4.3.12)
        data = data[: entry + 24] + huge + data[entry + 28 :]
    assert "unpacks to 3,000," in refused(tmp_path, "a.docx", data)


def test_a_package_of_thousands_of_parts_is_not_opened(tmp_path: Path) -> None:
    parts = unpacked(word()) | {f"word/{number}.xml": b"" for number in range(10_001)}
    assert "parts, far more than a document needs" in refused(tmp_path, "a.docx", packed(parts))


def test_entities_and_document_types_are_refused(tmp_path: Path) -> None:
    entity = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

    def declare(data: bytes) -> bytes:
        end = data.index(b"?>") + 2
        return data[:end] + entity + data[end:].replace(b"Iron rose.", b"&e;")

    message = (
        "`a.docx` declares a document type in `word/document.xml`, which no Word document does"
    )
    assert refused(tmp_path, "a.docx", changed("word/document.xml", declare)) == message

    def wide(data: bytes) -> bytes:
        text = declare(data).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
        return text.encode("utf-16")

    assert refused(tmp_path, "a.docx", changed("word/document.xml", wide)) == message


def test_macros_are_refused(tmp_path: Path) -> None:
    expected = "`{}` holds macros, which are never opened: save it as .docx, without macros"
    with_project = packed(unpacked(word()) | {"word/vbaProject.bin": b"x"})
    assert refused(tmp_path, "a.docx", with_project) == expected.format("a.docx")
    enabled = changed(
        "[Content_Types].xml",
        lambda data: data.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    assert refused(tmp_path, "b.docx", enabled) == expected.format("b.docx")
    assert refused(tmp_path, "c.docm", word()) == expected.format("c.docm")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word\\..\\..\\x.xml"])
def test_parts_with_paths_to_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    message = refused(tmp_path, "a.docx", packed(unpacked(word()) | {name: b"x"}))
    assert "which no Word document has" in message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    buffer = BytesIO(word())
    with ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "<other/>")
    assert "a part named `word/document.xml`" in refused(tmp_path, "a.docx", buffer.getvalue())


def test_what_is_missing_or_damaged_is_named(tmp_path: Path) -> None:
    whole = word()
    parts = unpacked(whole)
    without = {name: data for name, data in parts.items() if name != "word/document.xml"}
    assert refused(tmp_path, "a.docx", packed(without)) == (
        "`a.docx` is not a whole Word document: it lacks `word/document.xml`"
    )
    assert refused(tmp_path, "b.docx", whole[: len(whole) // 2]) == (
        "`b.docx` is not a Word document, or it is damaged: expected .docx"
    )
    assert refused(tmp_path, "c.docx", changed("word/document.xml", lambda data: data[:-9])) == (
        "`c.docx` is damaged: its part `word/document.xml` is not well-formed XML"
    )
    assert refused(tmp_path, "d.docx", changed("word/document.xml", lambda _: b"<a/>")) == (
        "`d.docx` is not a whole Word document: its text lacks `w:body`"
    )
    start = whole.index(zlib.compress(parts["word/document.xml"])[2:12])
    broken = whole[:start] + b"\xff" * 20 + whole[start + 20 :]
    assert refused(tmp_path, "e.docx", broken) == (
        "`e.docx` is damaged: its part `word/document.xml` cannot be read"
    )


def test_xml_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    def nest(data: bytes) -> bytes:
        return data.replace(b"<w:body>", b"<w:body>" + b"<w:ins>" * 5000)

    assert "not well-formed" in refused(tmp_path, "a.docx", changed("word/document.xml", nest))


def test_deep_tables_are_read_as_deep_as_xml_may_be(tmp_path: Path) -> None:
    depth = 70
    opened, closed = b"<w:tbl><w:tr><w:tc>" * depth, b"</w:tc></w:tr></w:tbl>" * depth
    data = changed(
        "word/document.xml",
        lambda data: data.replace(b"<w:body>", b"<w:body>" + opened + b"<w:p/>" + closed),
    )
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert read_document(path).text == "Iron rose."


def test_ways_of_packing_that_word_does_not_know_are_refused(tmp_path: Path) -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in unpacked(word()).items():
            archive.writestr(name, data, ZIP_BZIP2 if "document" in name else ZIP_DEFLATED)
    assert "in a way that .docx does not know" in refused(tmp_path, "a.docx", buffer.getvalue())


def test_encrypted_packages_are_refused(tmp_path: Path) -> None:
    data = bytearray(word())
    entry = data.rindex(b"word/document.xml") - 46
    data[entry + 8] |= 1
    message = "`a.docx` is protected by a password: save it without one before reading it"
    assert refused(tmp_path, "a.docx", bytes(data)) == message
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
    held = compound + "EncryptedPackage".encode("utf-16-le")
    assert refused(tmp_path, "b.docx", held) == (
        "`b.docx` is protected by a password: open it in the word processor and save it without one"
    )


def test_a_part_larger_than_any_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1000)
    assert "far more than a text has" in refused(tmp_path, "a.docx", word())


def test_a_document_of_far_too_many_paragraphs_is_refused(tmp_path: Path) -> None:
    data = changed(
        "word/document.xml",
        lambda data: data.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 200_000),
    )
    assert refused(tmp_path, "a.docx", data) == (
        "`a.docx` has 200,001 paragraphs; documents of up to 200,000 are read"
    )


def pdf(*lines: str) -> bytes:
    return write_pdf([text_page(lines)])


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n%%EOF\n" * 20,
        b"%PDF-1.7\n" + b"\x00\xff" * 5000,
        pdf("Iron rose.")[:60],
        pdf_of([b"<< /Type /Catalog /Pages 1 0 R >>"]),
        pdf_of([b"<< /Type /Catalog >>"]),
        pdf_of(
            [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
        ),
        pdf_of([b"2 0 R", b"1 0 R"]),
    ],
)
def test_a_broken_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    message = refused(tmp_path, "a.pdf", data)
    assert message.startswith(("`a.pdf` is not a PDF that can be read", "`a.pdf` holds no text"))


def test_a_pdf_that_lost_its_end_is_refused_and_not_read_in_part(tmp_path: Path) -> None:
    data = pdf("Iron rose in all patients.")
    assert refused(tmp_path, "a.pdf", data[: data.index(b"xref")]) == (
        "`a.pdf` is not a PDF that can be read: it is damaged or cut off"
    )


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    encrypted = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [] /Count 0 >>",
            b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>"
            % (b"11" * 32, b"22" * 32),
        ],
        more=b"/Encrypt 3 0 R /ID [<aa> <aa>]",
    )
    assert refused(tmp_path, "a.pdf", encrypted) == (
        "`a.pdf` is protected by a password: save it without one before reading it"
    )


def test_a_pdf_whose_page_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    content = zlib.compress(b"0 0 m " * 5_000_000)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    assert refused(tmp_path, "a.pdf", pdf_of(objects)) == (
        "`a.pdf` holds far more drawing than a text has"
    )


def test_a_pdf_with_thousands_of_pages_is_refused(tmp_path: Path) -> None:
    kids = b"3 0 R " * 5001
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count 5001 >>" % kids,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>",
    ]
    assert refused(tmp_path, "a.pdf", pdf_of(objects)) == (
        "`a.pdf` has 5,001 pages; PDFs of up to 5,000 are read"
    )
