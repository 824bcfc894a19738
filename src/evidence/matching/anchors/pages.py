"""The names that a page of a work goes by, and whether a line names one of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evidence.model.document import Document

_SPOT: Final = r"([^\W\d_]{0,6})\.?(\d{1,7})"
_RANGE: Final = re.compile(rf"{_SPOT}\s*(?:[-‐‑‒–—−]|\bto\b)\s*{_SPOT}(?![\w.])")
_NAMED: Final = re.compile(
    rf"(?<![\w.]){_SPOT}(?:\s*(?:[-‐‑‒–—−]{{1,2}}|\bto\b)\s*{_SPOT})?(?![\w.]*\w)"
)
_WORD: Final = re.compile(
    r"\b(?:pp?|pages?|pgs?|seiten?|s(?=\.\s)|de|suppl)\b\.?\s*", re.IGNORECASE
)
_ROMAN: Final = re.compile(r"[ivxlc]{1,8}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages from `first` to `last`, with the letters before their number (`viii`, `S`)."""

    letters: str
    first: int
    last: int

    def holds(self, letters: str, number: int) -> bool:
        """Whether a page is one of them."""
        is_same = self.letters.casefold() == letters.casefold()
        return is_same and self.first <= number <= self.last


class PageNames:
    """The names of the pages of a document, by the pages that the record gives the whole work.

    A range (`400-409`) is counted from its first page; a lone article number names no page. A file
    with a page more than the work has may have it at the front or at the end: both ways are tried.
    """

    def __init__(self, document: Document, record_pages: str) -> None:
        self._document = document
        self._of_work = _of_work(record_pages)
        numbers = [int(page) for _, page in document.page_starts if page.isdecimal()]
        self._count = max(numbers, default=0)

    def of(self, start: int, end: int) -> tuple[str, ...]:
        """The names of the page that `start` stands on: its number in the file first, what is
        printed on it last; between them that of the page at `end`.
        """
        names = self._document.pages_at(start)
        if not names:
            return ()
        number, *printed = names
        others = [name for name in self._document.pages_at(end) if name not in names]
        counted = [] if printed else self._counted(number)
        return tuple(dict.fromkeys((number, *others, *counted, *printed)))

    def _counted(self, number: str) -> list[str]:
        """The page's names as counted from the first page of the work, the likeliest last."""
        work = self._of_work
        if work is None or not number.isdecimal():
            return []
        extra = max(0, self._count - (work.last - work.first + 1))
        pages = [work.first + int(number) - 1 - shift for shift in {extra, 0}]
        return [f"{work.letters}{page}" for page in pages if work.first <= page <= work.last]


def is_on_page(named: str, names: Sequence[str]) -> bool | None:
    """Whether what a line calls the page is one of its names; None where they cannot be compared.

    Without any name of the same kind (`S12`, where only the number in the file is known) nothing is
    known.
    """
    asked = _named(named)
    if not names or not asked:
        roman = named.strip(" .").casefold()
        return True if roman and roman in {name.casefold() for name in names} else None
    known = [(each.letters, each.first) for name in names for each in _named(name)]
    if any(each.holds(*page) for each in asked for page in known):
        return True
    kinds = {letters.casefold() for letters, _ in known}
    return False if all(each.letters.casefold() in kinds for each in asked) else None


@lru_cache(maxsize=1_024)
def _named(text: str) -> tuple[Pages, ...]:
    """Every page and range of pages that is named: `403`, `pp. 403–4`, `403, 405`."""
    return tuple(
        _pages(found[1], found[2], found[3], found[4])
        for found in _NAMED.finditer(_WORD.sub(" ", text))
    )


def _of_work(record_pages: str) -> Pages | None:
    """The pages of a work; None for what is no range of pages, unless it is one page of a
    supplement (`viii713`).
    """
    found = _RANGE.search(record_pages)
    if found:
        return _pages(found[1], found[2], found[3], found[4])
    lone = re.fullmatch(_SPOT, record_pages.strip())
    if lone and _ROMAN.fullmatch(lone[1]):
        return _pages(lone[1], lone[2])
    return None


def _pages(letters: str, first: str, letters_last: str | None = "", last: str | None = "") -> Pages:
    """A range whose last page may be cut short: `403-4`."""
    begin = int(first)
    end = int(last) if last else begin
    if last and end < begin and len(last) < len(first):
        end = int(first[: len(first) - len(last)] + last)
    return Pages(letters or letters_last or "", begin, max(begin, end))
