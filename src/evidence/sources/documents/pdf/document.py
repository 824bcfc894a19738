"""PDF documents as text, with their pages."""

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, StreamObject

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.interface import UNREADABLE, Contents, Progress, Source
from evidence.sources.documents.pdf.lines import LineReader, PageLine
from evidence.sources.documents.pdf.margins import without_margins
from evidence.sources.documents.pdf.paragraphs import paragraphs

_MOST_PAGES: Final = 5_000
# A page of dense text has some 20 kB of operators, a map as vectors some megabytes.
_LARGEST_PAGE: Final = 20_000_000
_LARGEST_TEXT: Final = 200_000_000

# What pypdf lets through when a file is not what it should be; it has no error of its own for all.
BROKEN: Final = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError,
    NotImplementedError, RecursionError, ArithmeticError, OSError, UnicodeError, EOFError,
)  # fmt: skip
"""What is raised for a PDF that is damaged."""


def read_pdf(source: Source, progress: Progress) -> Contents:
    """The paragraphs, headings and numbered items of a PDF, each with its page.

    Places count the extracted lines of the whole document. A page that has no text, or none that
    can be made out, is passed over. Raises InputError when the file is protected by a password, or
    no page of it can be read.
    """
    with silence():
        pages = list(read_pages(opened(source), source, progress))
    return Contents(paragraphs(without_margins(pages), source.name))


def opened(source: Source) -> PdfReader:
    """The PDF, decrypted where it needs no password. Raises InputError as `read_pdf`."""
    try:
        reader = PdfReader(BytesIO(source.data))
        _decrypt(reader, source)
        count = len(reader.pages)
    except BROKEN as error:
        raise _refusal(source, "is not a PDF that can be read: it is damaged or cut off") from error
    if count > _MOST_PAGES:
        raise _refusal(source, f"has {count:,} pages; PDFs of up to {_MOST_PAGES:,} are read")
    return reader


def read_pages(
    reader: PdfReader, source: Source, progress: Progress
) -> Iterator[Sequence[PageLine]]:
    """The lines of each page, none of one that cannot be made out.

    Raises InputError when that holds for all of them.
    """
    count = len(reader.pages)
    budget, failed, before = _LARGEST_TEXT, 0, 0
    for number in range(count):
        try:
            page = reader.pages[number]
            budget -= page_size(page)
            if budget < 0:
                raise _refusal(source, "holds far more drawing than a text has")
            lines = _lines(page, before)
            before += len(lines)
            yield lines
        except BROKEN:
            failed += 1
            yield ()
        progress("reading pages", number + 1, count)
    if count == 0 or failed == count:
        raise _refusal(source, "is not a PDF that can be read: none of its pages can be made out")


def _decrypt(reader: PdfReader, source: Source) -> None:
    """Open what is encrypted without a password, as many publishers' files are."""
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise _refusal(source, "is protected by a password: save it without one before reading it")


def page_size(page: PageObject) -> int:
    """The bytes of a page's operators. A page with more than a text can have counts for all."""
    held = page.get("/Contents")
    held = None if held is None else held.get_object()
    streams = [each.get_object() for each in held] if isinstance(held, ArrayObject) else [held]
    size = sum(len(each.get_data()) for each in streams if isinstance(each, StreamObject))
    return size if size <= _LARGEST_PAGE else _LARGEST_TEXT + 1


def _lines(page: PageObject, before: int) -> Sequence[PageLine]:
    reader = LineReader(before)
    page.extract_text(visitor_text=reader.text, visitor_operand_before=reader.operation)
    reader.end_line()
    return reader.lines


@contextmanager
def silence() -> Iterator[None]:
    """Keep what the libraries log and warn of from the user: a file that is read is good enough."""
    loggers = [logging.getLogger(name) for name in ("pypdf", "pdfminer", "pdfplumber")]
    before = [logger.propagate for logger in loggers]
    handler = logging.NullHandler()
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, was_on in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = was_on


def _refusal(source: Source, reason: str) -> InputError:
    return InputError(f"`{source.name}` {reason}", place=Place(source.name), code=UNREADABLE)
