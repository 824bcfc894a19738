"""The pages of a PDF as words with their boxes: a second reading, some ten times slower."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, Final, TypeAlias

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from evidence.sources.documents.pdf.lines import is_bold

# A gap of so many times a letter's size parts words: blanks have 0.2 to 0.3 of it.
_GAP: Final = 0.15
_MOST_LINES: Final = 600
_MOST_WORDS: Final = 10_000  # of a page; dense text has 1,500
_WIDEST: Final = 14_400  # points: 200 inches, the largest page (ISO 32000-1, annex C)
_THIN: Final = 2.0  # points: what is not higher is a rule

# What pdfminer lets through when a page is not what it should be.
_BROKEN: Final = (
    PSException, PdfminerException, MalformedPDFException, struct.error, zlib.error, ValueError,
    TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError,
    RecursionError, ArithmeticError, OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """What lies between `left` and `right`, `top` and `bottom`, in points from the top left."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the part of one that is set in one font and size."""

    text: str
    box: Box
    size: float
    is_bold: bool = False


Grid: TypeAlias = tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class WordsOfPage:
    """A page's words that stand upright, its horizontal rules, and its ruled tables.

    `grids` are the tables with lines around their cells: a box for each cell, None for a part of
    one that reaches over several. `height` is the page's.
    """

    words: tuple[Word, ...] = ()
    rules: tuple[Box, ...] = ()
    grids: tuple[Grid, ...] = ()
    height: float = 0


class PageWords:
    """Reads pages of the PDF with these bytes, which is opened when the first is asked for.

    A page with more words than any text has is as one without.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _document(self) -> PDF:
        return pdfplumber.open(BytesIO(self._data), password="")

    def page(self, number: int) -> WordsOfPage:
        """A page by its number, counted from 1; one without words if it cannot be read."""
        try:
            # A page keeps all that was drawn on it until it is closed.
            with closing(self._document.pages[number - 1]) as page:
                words = tuple(_words(page))
                if len(words) > _MOST_WORDS:
                    return WordsOfPage()
                return WordsOfPage(
                    words,
                    tuple(_rules(page)),
                    tuple(_grids(page)),
                    float(page.height),
                )
        except _BROKEN:
            return WordsOfPage()


def _words(page: Page) -> Iterator[Word]:
    found = page.extract_words(x_tolerance_ratio=_GAP, extra_attrs=["fontname", "size"])
    for each in found:
        box, size = _box(each), float(each["size"])
        if each["upright"] and each["text"].strip() and size > 0 and _is_on(box, page):
            yield Word(each["text"], box, size, is_bold(each["fontname"]))


def _rules(page: Page) -> Iterator[Box]:
    for each in (*page.lines, *page.rects):
        box = _box(each)
        if box.bottom - box.top <= _THIN < box.right - box.left and _is_on(box, page):
            yield box


def _is_on(box: Box, page: Page) -> bool:
    """Whether it stands on the page, as what is read does. No sum of a damaged file does."""
    width, height = min(page.width, _WIDEST), min(page.height, _WIDEST)
    return 0 <= box.left <= box.right <= width and 0 <= box.top <= box.bottom <= height


def _grids(page: Page) -> Iterator[Grid]:
    # Every line is held against every other: those of a plot are too many, and no table.
    if not 0 < len(page.lines) + len(page.rects) <= _MOST_LINES:
        return
    for table in page.find_tables():
        yield tuple(tuple(_cell(cell) for cell in row.cells) for row in table.rows)


def _cell(corners: tuple[float, float, float, float] | None) -> Box | None:
    if corners is None:
        return None
    left, top, right, bottom = corners
    return Box(left, right, top, bottom)


def _box(each: dict[str, Any]) -> Box:
    return Box(float(each["x0"]), float(each["x1"]), float(each["top"]), float(each["bottom"]))


def union(boxes: Sequence[Box]) -> Box:
    """The box around all of these."""
    return Box(
        min(each.left for each in boxes),
        max(each.right for each in boxes),
        min(each.top for each in boxes),
        max(each.bottom for each in boxes),
    )
