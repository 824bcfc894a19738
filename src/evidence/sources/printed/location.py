"""Where a printed reference says that the work stands: year, volume, issue and pages."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evidence.model.years import YEAR

_ONLY_YEAR: Final = re.compile(YEAR)
_DASH: Final = r"\s?[-‐‑‒–—−\u00ad]{1,2}\s?"
_PAGE: Final = r"(?:[A-Za-z]{0,6}\d+(?:\.\d+)*[A-Za-z]{0,2}(?!\w)|(?-i:[ivxlc]+)(?!\w))"
_RANGE: Final = rf"{_PAGE}(?:{_DASH}{_PAGE})?(?:,\s?{_PAGE}{_DASH}{_PAGE})*"
_PII: Final = r"S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX]"  # in place of pages, before there are any
_NUMBER: Final = r"(?:[A-Z]{0,2}\d{1,4}[A-Z]?(?:[-–/]\d{1,4})?|(?-i:[IVXLC]+))(?!\w)"
_SUPPLEMENT: Final = r"(?:suppl(?:ement|\.)?|Pt\.?|Part|Spec\sNo)[\s_]?\w{0,4}"
_ISSUE: Final = rf"(?:\((?!{YEAR}\))(?P<issue>[^()]{{1,40}})\)|(?P<supplement>{_SUPPLEMENT}))"
MONTH: Final = (
    r"(?:\d{1,2}\s)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|"
    r"Spring|Summer|Autumn|Fall|Winter)(?:\s?[-–/]\s?[A-Z][a-z]{2,8})?(?:\s\d{1,2}(?:[-–]\d{1,2})?)?"
)
_YEAR: Final = rf"(?P<year>{YEAR})[a-z]?"
_PP: Final = r"(?:pp?\.?\s?|pages?\s)"
_ARTICLE: Final = r"(?:article(?:\s(?:no\.?|number|id))?:?\s|art\.\s(?:no\.\s)?|p\.\s?|id\.\s)"
_PAGES: Final = (
    rf"(?:{_PP}|{_ARTICLE})?(?P<pages>{_PII}|{_RANGE}|abstr(?:act|\.)?\s(?:nr\.?\s|no\.?\s)?\w+)"
)
# What may follow: an abstract's number, a note in brackets.
_TAIL: Final = (
    r"[\s.,;:]{0,6}(?:[\[(][^\[\]()]{0,80}[\])]|(?:Abstract|LBA)\s?\w{1,12})?"
    r"[\s.,;:]{0,6}$"
)
_NO: Final = r"(?:no|nr|issue|iss|n[°º])\.?\s?"

# The names of a group may stand once in a pattern: where they could stand twice, there are two.
_YEAR_VOLUME: Final = rf"(?<=[\s,]){_YEAR},\s(?P<volume>{_NUMBER})\s?{_ISSUE}?(?:[,:]\s?{_PAGES})?"
_PATTERNS: Final = (
    # 2018 Jun 7;11(3):78-90 · 2018; 11: 78 · 2016; 108 · 2018;29 Suppl 8:viii713
    rf"\b{_YEAR}(?:,?\s{MONTH})?\s?;\s?(?P<volume>{_NUMBER})?\s?{_ISSUE}?\s?(?:[:,]\s?{_PAGES})?",
    # 2021 Apr 5:S0264-410X(21)00123-4
    rf"\b{_YEAR},?\s{MONTH}\s?:\s?{_PAGES}",
    # 11:78-90, 2018
    rf"\b(?P<volume>{_NUMBER})\s?{_ISSUE}?\s?:\s?{_PAGES},\s{_YEAR}",
    # vol. 11, no. 3, pp. 78-90, Jun. 2018
    rf"\bvol(?:ume|\.)?\s?(?P<volume>{_NUMBER})(?:[\s,]+(?:{_NO}(?P<issue>[\w-]{{1,10}})|\((?P<supplement>[^()]{{1,20}})\)))?(?:[\s,]+{_PAGES})?(?:[\s,]+(?:{MONTH},?\s)?\(?{_YEAR}\)?)?",
    # vol. 11, no. 3, 2018, pp. 78-90
    rf"\bvol(?:ume|\.)?\s?(?P<volume>{_NUMBER})(?:[\s,]+{_NO}(?P<issue>[\w-]{{1,10}}))?[\s,]+(?:{MONTH}\s)?\(?{_YEAR}\)?[\s,:]+{_PAGES}",
    # 11, 78 (2018) · 11(3): 78-90 (2018)
    rf"\b(?P<volume>{_NUMBER})\s?{_ISSUE}?\s?[,:]\s?{_PAGES}\s?\({_YEAR}\)",
    # 11, no. 3 (June 2018): 78-90
    rf"\b(?P<volume>{_NUMBER})(?:,?\s{_NO}(?P<issue>[\w-]{{1,12}})|\s?\((?P<supplement>[^()]{{1,20}})\))?\s?\((?:{MONTH},?\s)?{_YEAR}\)[:,]?\s?(?:{_PAGES})?",
    # 2018, 59 (7), 3392-3408
    _YEAR_VOLUME,
    # 11, no. 3: 78-90
    rf"\b(?P<volume>{_NUMBER}),?\s{_NO}(?P<issue>[\w-]{{1,12}})\s?[,:]\s?{_PAGES}",
    # 11(3), 78-90 · 11, Article 78 · 11, 78
    rf"\b(?P<volume>{_NUMBER})\s?{_ISSUE}?\s?[,:]\s?{_PAGES}",
    # 11(3) · vol. 11, of a year that stands elsewhere
    rf"(?<=,\s)(?P<volume>{_NUMBER})\s?{_ISSUE}?",
    # 2018
    rf"(?:(?<=[\s(,;])|^){_YEAR}\)?(?:,?\s{MONTH})?(?:[;,:]\s?{_PAGES})?",
)


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when first tried: most references need the first pattern only."""
    return re.compile(pattern + _TAIL, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """The numbers, as printed, that stand from `start` to the end of a text."""

    start: int
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


def find_location(text: str, *, has_year: bool = False) -> Location | None:
    """The numbers at the end of `text`, read by the first pattern that fits; None without any.

    `has_year` says that the year was printed before: what looks like one is a volume.
    """
    for pattern in _PATTERNS:
        if has_year and pattern == _YEAR_VOLUME:
            continue
        found = _compiled(pattern).search(text)
        if found:
            return _location(found, has_year=has_year)
    return None


def _location(found: re.Match[str], *, has_year: bool) -> Location:
    parts = {name: (text or "").strip() for name, text in found.groupdict().items()}
    numbers = [name for name, text in parts.items() if text]
    is_year = _ONLY_YEAR.fullmatch(parts.get("volume", "")) is not None
    if is_year and not has_year and set(numbers) <= {"volume", "pages"}:
        return Location(found.start(), year=parts["volume"], pages=parts.get("pages", ""))
    issue = parts.get("issue") or parts.get("supplement", "")
    return Location(
        found.start(), parts.get("year", ""), parts.get("volume", ""), issue, parts.get("pages", "")
    )
