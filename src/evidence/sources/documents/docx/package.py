"""The parts of a .docx package, read within limits and never with anything from outside."""

import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.interface import UNREADABLE, Source

# A thesis of 1,000 pages with 500 figures has some 600 parts; its text is some 20 MB of XML, which
# takes ten times that in memory. What is larger was made to be large.
MOST_PARTS: Final = 10_000
LARGEST_PART: Final = 50_000_000
LARGEST_PACKAGE: Final = 2_000_000_000
# Word's XML shrinks to a tenth or twentieth, a text that repeats one sentence to a hundredth;
# Deflate ends at 1:1032.
_HIGHEST_RATIO: Final = 500
_SMALL: Final = 10_000_000

_MACRO_TYPES: Final = (b"macroEnabled", b"vbaProject")
# ISO/IEC 29500 Strict has namespaces of its own; the names in them are the same.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_UNREADABLE: Final = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)

Element = Any  # lxml has no types of its own


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package; `main` is the name of its part with the text."""

    source: Source
    parts: Mapping[str, ZipInfo]
    main: str = ""
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zip: ZipFile = field(repr=False, kw_only=True)

    def root(self, name: str) -> Element:
        """The root element of a part. Raises InputError when it is not plain, whole XML."""
        data = self.data(name)
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        if any(doctype in data for doctype in _DOCTYPES):
            raise refusal(
                self.source, f"declares a document type in `{name}`, which no Word document does"
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refusal(
                self.source, f"is damaged: its part `{name}` is not well-formed XML"
            ) from error

    def data(self, name: str) -> bytes:
        """The bytes of a part. Raises InputError when they cannot be read or are too many."""
        info = self.parts[name]
        if info.flag_bits & 1:
            raise refusal(
                self.source, "is protected by a password: save it without one before reading it"
            )
        is_bomb = info.file_size > max(_SMALL, info.compress_size * _HIGHEST_RATIO)
        if info.file_size > LARGEST_PART or is_bomb:
            raise refusal(
                self.source,
                f"unpacks to {info.file_size:,} bytes in its part `{name}`: far more than a text "
                "has, so it was not opened",
            )
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise refusal(self.source, f"packs its part `{name}` in a way that .docx does not know")
        try:
            with self.zip.open(info) as file:
                data = file.read(info.file_size)  # no more, whatever the part unpacks to
        except _UNREADABLE as error:
            raise refusal(self.source, f"is damaged: its part `{name}` cannot be read") from error
        return data

    def one(self, kind: str) -> Element | None:
        """The root of the part that the text is related to as its `styles`, `endnotes` and so on.

        None where there is no such part.
        """
        name = next((each for each in self.related.get(kind, ()) if each in self.parts), None)
        return None if name is None else self.root(name)


def refusal(source: Source, reason: str) -> InputError:
    """That the file cannot be read, and why."""
    return InputError(f"`{source.name}` {reason}", place=Place(source.name), code=UNREADABLE)


def open_package(source: Source) -> Package:
    """The package in a file's bytes, with its directory looked through and nothing unpacked yet.

    Raises InputError when it is no whole .docx, holds macros, or was made to be huge.
    """
    try:
        archive = ZipFile(BytesIO(source.data))
        entries = archive.infolist()
    except (*_UNREADABLE, OverflowError) as error:
        raise refusal(source, "is not a Word document, or it is damaged: expected .docx") from error
    if len(entries) > MOST_PARTS:
        raise refusal(source, f"has {len(entries):,} parts, far more than a document needs")
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST_PACKAGE:
        raise refusal(source, f"unpacks to {size:,} bytes, so it was not opened")
    parts: dict[str, ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or name in parts:
            raise refusal(source, f"has a part named `{name[:80]}`, which no Word document has")
        parts[name] = entry
    if "[Content_Types].xml" not in parts:
        raise refusal(source, "is not a Word document: it lacks the part `[Content_Types].xml`")
    package = Package(source, parts, zip=archive)
    types = package.data("[Content_Types].xml")
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in parts)
    if has_macros or any(mark in types for mark in _MACRO_TYPES):
        raise refusal(
            source, "holds macros, which are never opened: save it as .docx, without macros"
        )
    main = _main_part(package)
    return Package(source, parts, main, _related(package, main), zip=archive)


def _main_part(package: Package) -> str:
    found = _related(package, "").get("officeDocument", ())
    for name in (*found, "word/document.xml"):
        if name in package.parts:
            return name
    raise refusal(package.source, "is not a whole Word document: it lacks `word/document.xml`")


def _related(package: Package, name: str) -> dict[str, tuple[str, ...]]:
    """The parts inside the package that a part is related to, by the last word of the relation."""
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if relations not in package.parts:
        return {}
    related: dict[str, tuple[str, ...]] = {}
    for each in package.root(relations).iter(_RELATIONSHIP):
        target = each.get("Target", "")
        if each.get("TargetMode", "Internal") != "Internal" or not target:
            continue
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        kind = each.get("Type", "").rpartition("/")[2]
        related[kind] = (*related.get(kind, ()), posixpath.normpath(path))
    return related
