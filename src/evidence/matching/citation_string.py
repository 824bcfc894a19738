"""A reference as it stands in a reference list, taken apart as far as all styles allow.

No style is recognised. A reference string is read for what is the same in every style: its DOI, its
words in their order, and the numbers that stand where volume and pages are printed.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from evidence.matching.text import words
from evidence.sources.printed.identifiers import find_doi, one_line, unnumbered, without_asides

_YEAR: Final = re.compile(r"(1[5-9]\d\d|20\d\d)[a-z]?")
_PAGE: Final = r"[A-Za-z]{0,3}\d+[A-Za-z]?"
_DASH: Final = r"\s*[-‐‑‒–—−]{1,3}\s*"
_ISSUE: Final = r"\((?!\s*(?:1[5-9]|20)\d\d)[^()]{1,20}\)"
_VOLUMES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bvol(?:ume|\.)?\s*(\d+)",
        r"\b(\d+)\s*,\s*(?:no|iss|issue|suppl)\b",
        rf"\b(\d+)\s*{_ISSUE}\s*[:,]",
        r"(?:1[5-9]|20)\d\d[^;:()]{0,12};\s*(\d+)",
        rf"(?<![-‐‑‒–—−\d/])\b(\d{{1,4}})\s*[:,]\s*{_PAGE}(?:{_DASH}|\s*\(|\s*[.,;]|\s*$)",
    )
)
_ISSUES: Final = (
    re.compile(r"\b(?:no|iss|issue|nr)\b\.?\s*(\d+)", re.IGNORECASE),
    re.compile(r"\d\s*\((?!\s*(?:1[5-9]|20)\d\d)([^()]{1,20})\)\s*[:,]"),
)
_PAGES: Final = (
    re.compile(rf"(?:\bpp?\.|\bpages?\b|[:,])\s*({_PAGE}){_DASH}{_PAGE}\b", re.IGNORECASE),
    re.compile(rf"(?:\bpp?\.|:)\s*({_PAGE})(?=\s*(?:[.,;)]|$))", re.IGNORECASE),
    re.compile(rf"\b\d{{1,4}},\s*({_PAGE})(?=\s*(?:\((?:1[5-9]|20)\d\d|\.?$))", re.IGNORECASE),
)
_HOLDS_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 3


@dataclass(frozen=True)
class CitationString:
    """A reference as printed: `doi` is the DOI as written there, `body` what describes the work,
    without the DOI, the number in the list, addresses, and dates of access.
    """

    written: str
    body: str
    doi: str = ""

    @property
    def describes(self) -> bool:
        """Whether there is more than a DOI: enough words to tell a work by."""
        return len(_WORD.findall(self.body)) >= _FEWEST_WORDS

    @property
    def unnumbered(self) -> str:
        """What is written; where it holds a DOI, without the number in the list."""
        return unnumbered(self.written) if self.doi else self.written

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of the body."""
        return words(self.body)

    def years(self, start: int, end: int) -> frozenset[int]:
        """What may be the year among the words, but for those from `start` to `end`, the title."""
        outside = (*self.words[:start], *self.words[end:])
        found = (_YEAR.fullmatch(word) for word in outside)
        return frozenset(int(year[1]) for year in found if year)

    def numbers(self, start: int, end: int) -> tuple[str, ...]:
        """The words that hold digits, but for those from `start` to `end`, the title."""
        outside = (*self.words[:start], *self.words[end:])
        return tuple(word for word in outside if _HOLDS_DIGIT.search(word))

    @cached_property
    def volumes(self) -> frozenset[str]:
        """The numbers where a volume is printed: `7(4):`, `vol. 7`, `2017;7`, `7, 400`."""
        found = (number for pattern in _VOLUMES for number in pattern.findall(self.body))
        return frozenset(number for number in found if not _YEAR.fullmatch(number))

    @cached_property
    def issues(self) -> frozenset[str]:
        """What stands where an issue is printed: `7(4):`, `no. 4`."""
        found = (number for pattern in _ISSUES for number in pattern.findall(self.body))
        return frozenset(map(str.strip, found))

    @cached_property
    def pages(self) -> frozenset[str]:
        """The first pages that stand where pages are printed: `:400`, `400–409`, `pp. 400`."""
        found = (page for pattern in _PAGES for page in pattern.findall(self.body))
        return frozenset(page.lower() for page in found if not _YEAR.fullmatch(page))


@lru_cache(maxsize=1024)
def read_citation(text: str) -> CitationString:
    """The reference in `text`; nothing is refused.

    >>> read_citation("[3] Drilon A, et al. Cancer Discov. 2017;7:400. doi:10.1158/x-16-1237.").doi
    '10.1158/x-16-1237'
    """
    line = one_line(text)
    body = unnumbered(line)
    found = find_doi(body)
    if found:
        body = f"{body[: found.start]} {body[found.end :]}"
    return CitationString(line, without_asides(body).strip(" ,;"), found.name if found else "")
