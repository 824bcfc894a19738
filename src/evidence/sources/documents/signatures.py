"""What the bytes of a file clearly are, whatever its name says."""

from enum import StrEnum
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile


class Signature(StrEnum):
    """A kind of file that its bytes give away; `NONE` may be text of any kind."""

    NONE = "none"
    EMPTY = "empty"
    PDF = "pdf"
    DOCX = "docx"
    MACROS = "macros"
    ENCRYPTED_OFFICE = "encrypted-office"
    OLD_OFFICE = "old-office"
    OTHER_OFFICE = "other-office"
    OPEN_DOCUMENT = "open-document"
    RICH_TEXT = "rich-text"
    IMAGE = "image"
    ARCHIVE = "archive"


# [MS-CFB] 2.2: the header of a compound file; 2.6.1: names in its directory are UTF-16LE.
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# [MS-OFFCRYPTO] 2.3.4.4: the stream that holds an encrypted package.
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
# ISO 32000-1, 7.5.2 and implementation note 13: the header stands in the first 1024 bytes.
_PDF_HEADER_WITHIN: Final = 1024
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_BEGINNINGS: Final = (
    (b"{\\rtf", Signature.RICH_TEXT),
    (b"\x89PNG\r\n\x1a\n", Signature.IMAGE),
    (b"\xff\xd8\xff", Signature.IMAGE),
    (b"GIF8", Signature.IMAGE),
    (b"II*\0", Signature.IMAGE),
    (b"MM\0*", Signature.IMAGE),
    (b"\x1f\x8b", Signature.ARCHIVE),
    (b"BZh", Signature.ARCHIVE),
    (b"\xfd7zXZ\0", Signature.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Signature.ARCHIVE),
    (b"Rar!\x1a\x07", Signature.ARCHIVE),
)
_OFFICE_FOLDERS: Final = ("xl/", "ppt/")


def signature_of(data: bytes) -> Signature:
    """What `data`, all bytes of a file, clearly is."""
    if not data.strip(b"\0 \t\r\n\f\v") or data == b"\xef\xbb\xbf":
        return Signature.EMPTY
    if data.startswith(_ZIP):
        return _of_package(data)
    if data.startswith(_COMPOUND_FILE):
        is_encrypted = _ENCRYPTED_PACKAGE in data
        return Signature.ENCRYPTED_OFFICE if is_encrypted else Signature.OLD_OFFICE
    for beginning, signature in _BEGINNINGS:
        if data.startswith(beginning):
            return signature
    header = data.find(b"%PDF-", 0, _PDF_HEADER_WITHIN)
    if header == 0 or (header > 0 and b"startxref" in data):
        return Signature.PDF
    return Signature.NONE


def _of_package(data: bytes) -> Signature:
    """What a zip package is by the names of its parts. One too damaged to tell passes for DOCX."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OverflowError, UnicodeError):
        return Signature.DOCX
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return Signature.MACROS
    if "[Content_Types].xml" not in names:
        is_open = "content.xml" in names and "mimetype" in names
        return Signature.OPEN_DOCUMENT if is_open else Signature.ARCHIVE
    is_other = any(name.startswith(_OFFICE_FOLDERS) for name in names)
    if is_other and "word/document.xml" not in names:
        return Signature.OTHER_OFFICE
    return Signature.DOCX
