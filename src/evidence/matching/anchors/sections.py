"""The headings that a passage stands under, and whether a line names one of them."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from evidence.matching.statements.meaning_words import STOP_WORDS
from evidence.matching.statements.sentence_words import stem
from evidence.matching.text import words
from evidence.model.document import Document

PATH: Final = " › "
"""What stands between the headings above a passage, from the outermost to the nearest."""

ABSTRACT: Final = "Abstract"

_KINDS: Final = {
    "abstract": "abstract", "summary": "abstract", "synopsis": "abstract",
    "introduction": "introduction", "background": "introduction",
    "method": "methods", "methods": "methods", "methodology": "methods", "experimental": "methods",
    "materials": "methods", "procedures": "methods",
    "results": "results", "result": "results", "findings": "results",
    "discussion": "discussion", "interpretation": "discussion", "comment": "discussion",
    "conclusion": "conclusions", "conclusions": "conclusions",
}  # fmt: skip
_NUMBER: Final = re.compile(
    r"\s*(?:section|sect\.?|§)?\s*(\d{1,2}(?:\.\d{1,2}){0,3})(?!\d)\.?", re.IGNORECASE
)
_ELSEWHERE: Final = frozenset(map(stem, words(
    "table figure fig box legend caption footnote appendix supplement supplementary supplemental "
    "online panel chart"
)))  # fmt: skip
_LONGEST_MAIN: Final = 4  # words of a heading that is one of the usual parts of a paper
_LONGEST: Final = 200


class Sections:
    """The headings of a document by where they stand."""

    def __init__(self, document: Document, *, is_abstract: bool) -> None:
        self._is_abstract = is_abstract
        headings = _headings(document)
        if len(headings) > 1 and headings[0][0] == 0 and not kinds_of(headings[0][1]):
            headings = headings[1:]  # the title
        self._starts = [start for start, _ in headings]
        self._paths = _paths([heading for _, heading in headings])

    def path(self, offset: int) -> str:
        """The headings above an offset, from the outermost on; empty where there are none."""
        behind = bisect_right(self._starts, offset)
        path = self._paths[behind - 1] if behind else ()
        if self._is_abstract and not any("abstract" in kinds_of(each) for each in path):
            path = (ABSTRACT, *path)
        return PATH.join(path)


def is_in_section(named: str, path: str) -> bool | None:
    """Whether what a line calls the section is one of the headings; None where it may be.

    `Results` is in `3.2 Results and discussion`, and `3.2` too.
    """
    headings = path.split(PATH) if path else []
    if not headings:
        return None
    if any(_same(named, heading) for heading in headings):
        return True
    kinds = kinds_of(named)
    if kinds:
        return None if not any(map(kinds_of, headings)) else False
    asked = _telling(named)
    return None if not asked or asked & _ELSEWHERE else False


@lru_cache(maxsize=4_096)
def kinds_of(heading: str) -> frozenset[str]:
    """Which usual parts of a paper a heading names: `Results and discussion` names two."""
    told = words(_NUMBER.sub("", heading[:_LONGEST]))
    telling = [word for word in told if word not in STOP_WORDS]
    if len(telling) > _LONGEST_MAIN:
        return frozenset()
    return frozenset(_KINDS[word] for word in telling if word in _KINDS)


def _headings(document: Document) -> list[tuple[int, str]]:
    """The paragraphs that are no statements: where each begins, and what it says."""
    held = {each.start for each in document.statements}
    held |= {table.caption.start for table in document.tables}
    starts = sorted(held)
    found, at = [], 0
    for part in document.text.split("\n\n"):
        first, last = bisect_right(starts, at - 1), bisect_right(starts, at + len(part))
        if first == last and len(part) <= _LONGEST and any(map(str.isalpha, part)):
            found.append((at, " ".join(part.split())))
        at += len(part) + 2
    return found


def _paths(headings: list[str]) -> list[tuple[str, ...]]:
    """For each heading those above it and itself: the abstract it belongs to, the part of the paper
    and the headings with the beginning of its number.
    """
    paths: list[tuple[str, ...]] = []
    abstract = main = ""
    seen: set[str] = set()
    numbered: dict[str, str] = {}
    for heading in headings:
        kinds, number = kinds_of(heading), _number(heading)
        if "abstract" in kinds:
            abstract, seen = heading, set()
        elif kinds and abstract:
            if kinds & seen or ("introduction" in kinds and "background" not in words(heading)):
                abstract = ""
            seen |= kinds
        if kinds and not (main and "." in number):
            main = heading
        if number:
            numbered[number] = heading
        parts = number.split(".")
        parents = (numbered.get(".".join(parts[:n]), "") for n in range(1, len(parts)))
        above = (abstract, main, *parents, heading)
        paths.append(tuple(dict.fromkeys(each for each in above if each)))
    return paths


def _same(named: str, heading: str) -> bool:
    a, b = _number(named), _number(heading)
    if a and a == b:
        return True
    return bool(kinds_of(named) & kinds_of(heading) or _telling(named) & _telling(heading))


def _number(heading: str) -> str:
    found = _NUMBER.match(heading)
    return found[1] if found else ""


@lru_cache(maxsize=4_096)
def _telling(heading: str) -> frozenset[str]:
    """The stems of the words that say something."""
    told = words(_NUMBER.sub("", heading[:_LONGEST]))
    return frozenset(stem(word) for word in told if word not in STOP_WORDS)
