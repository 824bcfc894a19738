"""Which format a document's file has, and what reads it."""

import re
from enum import StrEnum
from pathlib import PurePath
from typing import Final, assert_never

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.interface import UNREADABLE, Format, Source
from evidence.sources.documents.signatures import Signature, signature_of


class Kind(StrEnum):
    """A format that is read."""

    PLAIN_TEXT = "plain_text"
    MARKDOWN = "markdown"
    HTML = "html"
    LATEX = "latex"
    RESTRUCTURED_TEXT = "restructured_text"
    DOCX = "docx"
    PDF = "pdf"
    JATS = "jats"


_SUFFIXES: Final = {
    Kind.PLAIN_TEXT: (".txt", ".text"),
    Kind.MARKDOWN: (".md", ".markdown", ".mdown", ".qmd", ".rmd", ".myst"),
    Kind.HTML: (".html", ".htm", ".xhtml"),
    Kind.LATEX: (".tex", ".ltx", ".latex"),
    Kind.RESTRUCTURED_TEXT: (".rst",),
    Kind.DOCX: (".docx",),
    Kind.PDF: (".pdf",),
    Kind.JATS: (".xml", ".nxml"),
}
_KINDS: Final = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes}
_READ: Final = {Signature.PDF: Kind.PDF, Signature.DOCX: Kind.DOCX}

_SAVE_AS_DOCX: Final = "save it as .docx"
_EXPECTED: Final = "expected text, Markdown, HTML, LaTeX, reStructuredText, .docx, .pdf or JATS XML"
_REFUSED: Final = {
    Signature.EMPTY: "is empty, expected a text with at least one sentence",
    Signature.ENCRYPTED_OFFICE: (
        "is protected by a password: open it in the word processor and save it without one"
    ),
    Signature.OLD_OFFICE: f"is a Word document of the old format: {_SAVE_AS_DOCX}",
    Signature.RICH_TEXT: f"is in Rich Text Format: {_SAVE_AS_DOCX}",
    Signature.OPEN_DOCUMENT: f"is an OpenDocument file: {_SAVE_AS_DOCX}",
    Signature.MACROS: f"holds macros, which are never opened: {_SAVE_AS_DOCX}, without macros",
    Signature.OTHER_OFFICE: f"is not a text but a spreadsheet or slides, {_EXPECTED}",
    Signature.IMAGE: "is an image: run a text recognition first and save its text",
    Signature.ARCHIVE: f"is an archive, {_EXPECTED}: unpack it and give the document inside",
}
_REFUSED_SUFFIXES: Final = {
    ".doc": Signature.OLD_OFFICE,
    ".dot": Signature.OLD_OFFICE,
    ".rtf": Signature.RICH_TEXT,
    ".odt": Signature.OPEN_DOCUMENT,
    ".docm": Signature.MACROS,
    ".dotm": Signature.MACROS,
}

_HTML: Final = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
# DocBook has articles too, which have no front matter and no body.
_JATS: Final = re.compile(
    r"""\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<!DOCTYPE[^>\[]{0,500}>\s*)?
        <(?:\w{1,20}:)?(?:pmc-articleset\b|article\b(?=[^>]{0,2000}>.{0,2000}?<(?:front|body)\b))""",
    re.DOTALL | re.VERBOSE,
)
_LATEX: Final = re.compile(r"^[ \t]*\\documentclass\b", re.MULTILINE)
_FIRST_BYTES: Final = 4096


def kind_of(source: Source) -> Kind:
    """The format of the document: by what its bytes clearly are, else by its suffix.

    HTML, LaTeX and JATS are known by their beginning where the suffix says nothing of them. Raises
    InputError when the format is not read, and says what to do instead.
    """
    signature = signature_of(source.data)
    suffix = PurePath(source.path.name).suffix.lower()
    if signature is Signature.DOCX and _REFUSED_SUFFIXES.get(suffix) is Signature.MACROS:
        signature = Signature.MACROS
    if signature in _READ:
        return _READ[signature]
    if signature in _REFUSED:
        raise _refusal(source, _REFUSED[signature])
    kind = _KINDS.get(suffix, Kind.PLAIN_TEXT)
    if kind in {Kind.PLAIN_TEXT, Kind.JATS, *_READ.values()}:
        return _by_beginning(source, kind, suffix)
    return kind


def kind_by_suffix(suffix: str) -> Kind | None:
    """The format that a suffix such as `.PDF` stands for; None for any other file."""
    return _KINDS.get(suffix.lower())


def is_refused(suffix: str) -> bool:
    """Whether a suffix stands for a kind of document that is known and not read."""
    return suffix.lower() in _REFUSED_SUFFIXES


def load(kind: Kind, *, in_depth: bool = False) -> Format:
    """The reader of a format, whose libraries are loaded now and not before.

    `in_depth` asks for the one that reads more and takes longer, where there are two.
    """
    match kind:
        case Kind.PLAIN_TEXT:
            from evidence.sources.documents.plain_text.document import read_plain_text as read
        case Kind.MARKDOWN:
            from evidence.sources.documents.markdown.document import read_markdown as read
        case Kind.HTML:
            from evidence.sources.documents.html.document import read_html as read
        case Kind.LATEX:
            from evidence.sources.documents.latex.document import read_latex as read
        case Kind.RESTRUCTURED_TEXT:
            from evidence.sources.documents.restructured_text.document import (
                read_restructured_text as read,
            )
        case Kind.DOCX:
            from evidence.sources.documents.docx.document import read_docx as read
        case Kind.PDF if in_depth:
            from evidence.sources.documents.pdf.in_depth import read_pdf_in_depth as read
        case Kind.PDF:
            from evidence.sources.documents.pdf.document import read_pdf as read
        case Kind.JATS:
            from evidence.sources.documents.jats.document import read_jats as read
        case _:
            assert_never(kind)
    return read


def _by_beginning(source: Source, kind: Kind, suffix: str) -> Kind:
    """The format of bytes that carry no signature, where the suffix does not settle it."""
    beginning = source.data[:_FIRST_BYTES].decode("utf-8", "replace")
    if _HTML.match(beginning):
        return Kind.HTML
    if kind is Kind.JATS or _JATS.match(beginning):
        return Kind.JATS
    if kind is Kind.PLAIN_TEXT and suffix not in _REFUSED_SUFFIXES:
        return Kind.LATEX if _LATEX.search(beginning) else kind
    if suffix in _REFUSED_SUFFIXES:
        raise _refusal(source, _REFUSED[_REFUSED_SUFFIXES[suffix]])
    made_by = "a Word document" if kind is Kind.DOCX else "a PDF"
    raise _refusal(source, f"is not {made_by}, although its name says so, or it is damaged")


def _refusal(source: Source, reason: str) -> InputError:
    return InputError(f"`{source.name}` {reason}", place=Place(source.name), code=UNREADABLE)
