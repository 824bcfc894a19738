"""Whether pages, article numbers, volumes and issues are the same however they are written."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from evidence.matching.numerals import as_digits, roman
from evidence.matching.text import letters, plain, words

_DASH = re.compile(r"\s*(?:[-‐‑‒–—−]+|\bto\b)\s*")
_USUAL_RANGE = re.compile(r"([1-9]\d{0,8})[-–]{1,2}([1-9]\d{0,8})", re.ASCII)
_PREFIX = re.compile(
    r"^\s*(?:pp?|pages?|art(?:icle)?|no|paper|id|eid)\b\.?\s*(?=\w)", re.IGNORECASE
)
_SPOT = re.compile(r"^([^\W\d_]*)[.\s]*(\d+)(.*)$")
_NO_PAGES = frozenset({"na", "nopages", "no", "n", "inpress", "null", "none", "toappear", "ahead"})
_VOLUME_ISSUE = re.compile(r"^\s*(?:vol(?:ume)?\.?\s*)?(\w+)\s*\(([^()]+)\)\s*$", re.IGNORECASE)
_NOT_TELLING = frozenset(
    words(
        "vol volume no number nr issue iss supplement suppl sup s part pt special bd band tome "
        "heft ser series"
    )
)
_MANUSCRIPT = 3  # pages, double-spaced and with its figures behind, for one that is printed
_COVERS = 2  # pages that a site puts before the first one of a file
_RUN = re.compile(r"[^\W\d_]+|\d+")


class PageMatch(Enum):
    """How two statements of pages compare."""

    SAME = "the same, or one says less"
    LAST_PAGE = "the last page differs by one"
    DIFFERENT = "other pages"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A page as its letters and its number (`L`, 89), and what follows in article numbers
    (`17B726` is neither page 17 nor `17B725`).
    """

    prefix: str
    number: int
    rest: str = ""

    def is_same(self, other: "_Spot") -> bool:
        """The same number, with the same letters or with letters on one side only."""
        if (self.number, self.rest) != (other.number, other.rest):
            return False
        return self.prefix == other.prefix or not self.prefix or not other.prefix


@dataclass(frozen=True, slots=True)
class _Range:
    """The first and the last page; no last one where only the first is named."""

    first: _Spot
    last: _Spot | None = None


def compare_pages(ours: str, theirs: str) -> PageMatch | None:
    """How an entry's pages or article number compare with a record's; None where one is silent."""
    a, b = _range(ours), _range(theirs)
    if a is None or b is None:
        return None
    if letters(ours) == letters(theirs) or _counts_within(ours, a, b):
        return PageMatch.SAME
    if not a.first.is_same(b.first):
        return PageMatch.DIFFERENT
    if a.last is None or b.last is None or a.last.is_same(b.last):
        return PageMatch.SAME
    if a.first == a.last or b.first == b.last:
        return PageMatch.SAME
    is_near = abs(a.last.number - b.last.number) == 1
    return PageMatch.LAST_PAGE if is_near else PageMatch.DIFFERENT


def same_article_number(ours: str, theirs: str) -> bool:
    """Whether the first page or article number is the same, letters aside."""
    a, b = _range(ours), _range(theirs)
    return bool(a and b and a.first.is_same(b.first))


def is_range(text: str) -> bool:
    """Whether more than one page is named: `10088-10115`."""
    found = _range(text)
    return bool(found and found.last and found.last != found.first)


def is_within(ours: str, theirs: str) -> bool:
    """Whether our pages are some of theirs."""
    a, b = _range(ours), _range(theirs)
    if not a or not b or not b.last:
        return False
    return b.first.number <= a.first.number <= (a.last or a.first).number <= b.last.number


def is_beyond(page: str, pages: str) -> bool:
    """Whether no page of a work on these `pages` may be called so: neither as printed, nor as
    counted from the first one of a manuscript. Nothing is beyond what cannot be compared.
    """
    named, work = _range(page), _range(pages)
    if not named or not work or not work.last or work.first.number >= work.last.number:
        return False
    first, last = named.first, named.last or named.first
    if first.rest or first.prefix != work.first.prefix:
        return False
    is_outside = last.number < work.first.number or first.number > work.last.number
    count = work.last.number - work.first.number + 1
    return is_outside and first.number > _MANUSCRIPT * count + _COVERS


@lru_cache(maxsize=4096)
def _range(text: str) -> _Range | None:
    """The first and the last page of all ranges together; None where no page is named."""
    usual = _USUAL_RANGE.fullmatch(text)
    if usual:
        begin = _Spot("", int(usual[1]))
        return _Range(begin, _completed(begin, _Spot("", int(usual[2]))))
    line = _PREFIX.sub("", plain(text)).strip(" .,+()")
    if letters(line) in _NO_PAGES or "arxiv" in line.lower():
        return None
    ends = [part for part in re.split(r"[,;&]", line) if part.strip()]
    parts = [p for p in _DASH.split(ends[0]) + _DASH.split(ends[-1]) if p] if ends else []
    first = _spot(parts[0]) if parts else None
    if first is None or first.number == 0:
        return None
    last = _spot(parts[-1]) if len(parts) > 1 else None
    if last is None or (len(ends) == 1 and len(parts) == 2):
        return _Range(first, None if "-" not in _DASH.sub("-", line) else first)
    return _Range(first, _completed(first, last))


def _spot(text: str) -> _Spot | None:
    found = _SPOT.match(text.strip().lower())
    if found:
        rest = found[3] if any(map(str.isdecimal, found[3])) else ""
        return _Spot(found[1], int(found[2]), rest)
    value = roman(text.strip())
    return _Spot("roman", value) if value else None


def _completed(first: _Spot, last: _Spot) -> _Spot:
    """`1425-37` is 1425 to 1437; `L89-93` keeps its letter."""
    number = last.number
    begin, end = str(first.number), str(number)
    if number < first.number and len(end) < len(begin):
        number = int(begin[: len(begin) - len(end)] + end)
    return _Spot(last.prefix or first.prefix, number, last.rest)


def _counts_within(ours: str, a: _Range, b: _Range) -> bool:
    """`1--12` for an article that its journal numbers: the pages count within the article."""
    counts = a.first == _Spot("", 1) and a.last is not None
    if counts and b.last is None:
        return True
    head, colon, _ = ours.partition(":")
    return bool(colon) and head.strip().isdecimal() and b.first == _Spot("", 1)


def split_volume(volume: str) -> tuple[str, str]:
    """`11(1)` as volume and issue; the issue is empty where the field names the volume only."""
    found = _VOLUME_ISSUE.match(plain(volume))
    return (found[1], found[2]) if found else (plain(volume), "")


def same_volume(ours: str, theirs: str) -> bool | None:
    """Whether two volumes are one: `59`, `Vol. LIX`, `059`, `A59`; None where one has no number."""
    return _same_numbering(ours, theirs)


def same_issue(ours: str, theirs: str) -> bool | None:
    """Whether two issues are one: `1`, `01`, `1-2` for `1/2`, `Suppl 8` for `suppl_8` and `8`."""
    return _same_numbering(ours, theirs)


def _same_numbering(ours: str, theirs: str) -> bool | None:
    if ours == theirs and ours.isdecimal():
        return True  # as nearly always
    a, b = _numbering(ours), _numbering(theirs)
    if not a or not b:
        return None
    if a == b or _digits(a) == _digits(b) != ():
        return _letters(a) == _letters(b) or not _letters(a) or not _letters(b)
    return bool(_digits(a) and _digits(b)) and (
        set(_digits(a)) < set(_digits(b)) or set(_digits(b)) < set(_digits(a))
    )


@lru_cache(maxsize=4096)
def _numbering(text: str) -> tuple[str, ...]:
    """The telling runs of letters and digits; empty without any number (`March`)."""
    runs = [as_digits(run) for word in words(text) for run in _runs(word)]
    found = tuple(run for run in runs if run not in _NOT_TELLING)
    return found if any(run.isdecimal() for run in found) else ()


def _runs(word: str) -> list[str]:
    return [word] if roman(word) else _RUN.findall(word)


def _digits(runs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(run for run in runs if run.isdecimal())


def _letters(runs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(run for run in runs if not run.isdecimal())
