"""PDF documents as sources: with their tables, their printed pages, and a second reading."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pypdf import PdfReader

from evidence.sources.documents.interface import Contents, Progress, Source
from evidence.sources.documents.pdf.document import BROKEN, opened, page_size, read_pages, silence
from evidence.sources.documents.pdf.lines import PageLine
from evidence.sources.documents.pdf.margins import margin, without_margins
from evidence.sources.documents.pdf.page_words import PageWords, WordsOfPage
from evidence.sources.documents.pdf.reading_order import in_reading_order
from evidence.sources.documents.pdf.set_apart import blocks_with_tables
from evidence.sources.documents.pdf.tables import PageTable, tables_of_page
from evidence.sources.documents.printed_pages import printed_pages
from evidence.sources.documents.table_labels import is_caption

# Publishers stamp their name, the licence and the day of the download below the page's number.
_OUTERMOST: Final = 4
_OUTERMOST_NUMBERED: Final = 3
_MOST_SECOND: Final = 200  # pages of a file that are read a second time
_LARGEST_SECOND: Final = 1_000_000  # bytes of a page's operators; dense text has 20,000 to 60,000

_LONGEST_WORD: Final = 30  # letters: hexamethylphosphoramide has 23
_RUN_TOGETHER: Final = 0.2  # of all letters, in words that long
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_UNREADABLE: Final = re.compile(r"\ufffd|\(cid:\d+\)|[\ue000-\uf8ff\x80-\x9f]")
_MOST_UNREADABLE: Final = 0.05  # of all characters
_FEWEST_LEAPS: Final = 5
_LEAPS: Final = 0.3  # of the lines of a page


def read_pdf_in_depth(source: Source, progress: Progress) -> Contents:
    """As `read_pdf`, with the tables below their captions and the numbers printed on the pages.

    A page whose first reading has no text, words without blanks between them, characters that mean
    nothing, or lines that run across two columns is read once more, word by word.
    """
    with silence():
        reader = opened(source)
        second = _Second(reader, PageWords(source.data))
        pages = [
            _better(lines, number, second)
            for number, lines in enumerate(read_pages(reader, source, progress), 1)
        ]
        labels = _printed(pages) or _declared(reader)
        kept = without_margins(_numbered(pages), _OUTERMOST)
        tables = list(_tables(kept, second))
    return Contents(blocks_with_tables(kept, tables, source.name), page_labels=labels)


class _Second:
    """The second reading, which has its limits: it is slow, and slower on what is no text."""

    def __init__(self, reader: PdfReader, words: PageWords) -> None:
        self._reader = reader
        self._words = words
        self._left = _MOST_SECOND

    def __call__(self, number: int) -> WordsOfPage:
        """The words of a page by its number, counted from 1; none where it is too much."""
        try:
            size = page_size(self._reader.pages[number - 1])
        except BROKEN:
            size = 0
        if not self._left or size > _LARGEST_SECOND:
            return WordsOfPage()
        self._left -= 1
        return self._words.page(number)


def _better(lines: Sequence[PageLine], number: int, second: _Second) -> Sequence[PageLine]:
    """The lines of a page by the reading that makes more of it."""
    if not _is_doubtful(lines):
        return lines
    page = second(number)
    again = in_reading_order(page.words, page.height)
    return again if again and not _is_garbled(again) else lines


def _is_doubtful(lines: Sequence[PageLine]) -> bool:
    return not lines or _is_garbled(lines) or _runs_across_columns(lines)


def _is_garbled(lines: Sequence[PageLine]) -> bool:
    text = " ".join(line.text for line in lines)
    unreadable = sum(len(found) for found in _UNREADABLE.findall(text))
    words = [len(found) for found in _LETTERS.findall(text)]
    run_together = sum(length for length in words if length > _LONGEST_WORD)
    return unreadable > _MOST_UNREADABLE * len(text) or run_together > _RUN_TOGETHER * sum(words)


def _runs_across_columns(lines: Sequence[PageLine]) -> bool:
    """Whether many lines go on at the same place behind a gap, where another column begins."""
    leaps = Counter(round(line.leap) for line in lines if line.leap)
    times = max(leaps.values(), default=0)
    return times >= max(_FEWEST_LEAPS, _LEAPS * len(lines))


def _numbered(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines counted through all pages."""
    before, counted = 0, []
    for lines in pages:
        counted.append([replace(line, number=before + at) for at, line in enumerate(lines, 1)])
        before += len(lines)
    return counted


def _printed(pages: Sequence[Sequence[PageLine]]) -> tuple[tuple[str, str], ...]:
    return printed_pages(
        [[line.text for line in margin(page, _OUTERMOST_NUMBERED)] for page in pages]
    )


def _declared(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    """The page labels that the file itself holds (ISO 32000-1, 12.4.2), where they tell more."""
    try:
        if "/PageLabels" not in reader.root_object:
            return ()
        labels = reader.page_labels
    except BROKEN:
        return ()
    return tuple(
        (str(number), label) for number, label in enumerate(labels, 1) if label != str(number)
    )


def _tables(pages: Sequence[Sequence[PageLine]], second: _Second) -> Iterator[Sequence[PageTable]]:
    """The tables of each page; only a page with a caption is read for them."""
    for number, lines in enumerate(pages, 1):
        has_caption = any(is_caption(line.text) for line in lines)
        yield tables_of_page(lines, second(number)) if has_caption else ()
