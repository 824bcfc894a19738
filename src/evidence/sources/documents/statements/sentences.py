"""Where the sentences of a paragraph begin and end, once its markers are hidden."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from evidence.model.name_words import PARTICLES
from evidence.sources.documents.statements.abbreviations import (
    BEFORE_CAPITAL,
    BEFORE_NUMBER,
    BEFORE_ORDINAL,
    BEFORE_STARTER,
    LETTERED,
    NEVER_LAST,
    STARTERS,
)
from evidence.sources.documents.statements.markers import CUT, KEPT

_STOP: Final = re.compile(r"[.?!…]+[)\]}”’\"'»›*_]*")
_GLUED: Final = re.compile(rf"{CUT}+[.)\]”]?")
# A raised number that has lost its rise and is no marker here: `barrier.3 In mice`.
_FLATTENED: Final = re.compile(
    r"(?:(?<=[a-z]{3}[.?!])|(?<=[)\]”\"%][.?!]))\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s+[“\"(]?[A-Z])"
)
_CLOSING: Final = " )]}”’\"'»›*_"
_SPACED: Final = re.compile(rf"(?:\s{{1,3}}{CUT}+)+")
_SPACE: Final = re.compile(r"\s+")
_OPENING: Final = re.compile(r"[(\[{“”„‘’«\"'¿¡*_‹]{0,4}")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LOWER_START: Final = re.compile(
    r"[a-z]{1,5}[A-Z]"  # mRNA, pH, siRNA, eGFR
    r"|[a-z]{1,2}-[A-Z]"  # c-Met, p-ERK
    r"|p\d\d|miR|[α-ω](?:-|[A-Z\d])"
)
_ENUMERATOR: Final = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,5})"
    r"|(?:(?:supplementary|suppl\.|supplemental|extended data|appendix)\s+)?"
    r"(?:fig(?:ure)?s?|tab(?:le)?|scheme|box|chart|abb(?:ildung)?|tabelle|tableau|tabla|figura)"
    r"\.?\s*[SAE]?\d{0,3}[A-Za-z]?",
    re.IGNORECASE,
)
_PARENTHESIS: Final = re.compile(r"[()]")
_LONGEST_PARENTHESIS: Final = 800
_NEAR: Final = 8
_BEFORE: Final = 60  # characters before a stop that are looked at


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of the text, without the blanks around it.

    Markers are hidden in it; one that follows a full stop belongs to the sentence before it, unless
    a blank parts it from the stop and the sentence goes on in lower case: `[3] showed that`. A
    marker directly before or behind a stop shows that the sentence ends there, even if the next
    begins in lower case.
    """
    enclosed = _enclosed(text)
    start = 0
    for stop in _STOP.finditer(text):
        if stop.start() < start or _is_enclosed(enclosed, stop):
            continue
        end = _end_of_sentence(text, start, stop)
        if end is not None:
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if kept := part.strip():
        first = start + len(part) - len(part.lstrip())
        yield first, first + len(kept)


def _enclosed(text: str) -> list[tuple[int, int]]:
    """The outermost pairs of parentheses, but for those so long that one was never closed."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _PARENTHESIS.finditer(text):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if found.start() - start > _LONGEST_PARENTHESIS:
                opened.clear()
                continue
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, found.start()))
    return pairs


def _is_enclosed(pairs: list[tuple[int, int]], stop: re.Match[str]) -> bool:
    index = bisect_right(pairs, (stop.start(), stop.start())) - 1
    return index >= 0 and stop.end() <= pairs[index][1]


def _end_of_sentence(text: str, start: int, stop: re.Match[str]) -> int | None:
    """Where the sentence ends that this stop may end, behind the markers that follow it."""
    flattened = _FLATTENED.match(text, stop.end())
    if flattened and not _goes_on(text, start, stop, stop.end()):
        return flattened.end()
    glued = _GLUED.match(text, stop.end())
    end = glued.end() if glued else stop.end()
    spaced = _SPACED.match(text, end)
    after = spaced.end() if spaced else end
    blank = _SPACE.match(text, after)
    following = blank.end() if blank else after
    if following == len(text):
        return following
    if blank is None and not (after > stop.end() and text[after].isupper()):
        return None
    if _goes_on(text, start, stop, following):
        return None
    if _begins_sentence(text, following):
        return after
    is_marked = _is_marked(text, stop) and text[following].isalpha()
    return end if spaced or glued or is_marked else None


def _begins_sentence(text: str, at: int) -> bool:
    opening = _OPENING.match(text, at)
    first = opening.end() if opening else at
    character = text[first : first + 1]
    if not character.islower():
        return character not in {",", ";", ":", ")", "]"}
    if _LOWER_START.match(text, first):
        return True
    word = _WORD.match(text, first)
    if word is None or word[0] not in PARTICLES:
        return False
    name = text[word.end() : word.end() + 2].strip()
    return name.isupper()


def _goes_on(text: str, start: int, stop: re.Match[str], following: int) -> bool:
    """Whether the full stop belongs to a number or an abbreviation, so that no sentence ends."""
    at = stop.start()
    if text[at : at + 2] in {"..", "…"} or text[at] != ".":
        return False
    if _is_marked(text, stop):
        return False
    if at - start <= _BEFORE and _ENUMERATOR.fullmatch(text[start:at].strip()):
        return True
    words = text[max(start, at - _BEFORE) : at].replace(CUT, " ").split()
    if not words:
        return False
    word = words[-1].lstrip("([{“‘«\"'–—,;/").rsplit("—", 1)[-1]
    before = words[-2].strip("(),;:").casefold() if len(words) > 1 else ""
    return _is_abbreviation(word, before, _Next.at(text, following))


def _is_marked(text: str, stop: re.Match[str]) -> bool:
    """Whether a marker stands before the full stop, which is then no part of a word."""
    at = stop.start()
    before = text[max(0, at - _NEAR) : at].rstrip(_CLOSING)
    return before.endswith((CUT, KEPT)) and text[at : at + 2] != ".." and text[at] != "…"


class _Next:
    """What follows a stop."""

    def __init__(self, character: str, word: str) -> None:
        self.is_digit = character.isdigit()
        self.is_starter = word.casefold() in STARTERS and word[:1].isupper()
        self.is_capital = character.isupper() or character == KEPT

    @classmethod
    def at(cls, text: str, offset: int) -> "_Next":
        opening = _OPENING.match(text, offset)
        first = opening.end() if opening else offset
        word = _WORD.match(text[first : first + 30])
        return cls(text[first : first + 1], word[0] if word else "")


def _is_abbreviation(word: str, before: str, following: _Next) -> bool:
    folded = word.casefold()
    if folded in NEVER_LAST:
        return not (folded in {"st", "ed", "mar", "dec"} and following.is_starter)
    if folded in BEFORE_NUMBER and following.is_digit:
        return True
    if word.isdigit():
        return len(word) <= 2 and before in BEFORE_ORDINAL and following.is_capital
    if folded in BEFORE_STARTER:
        return not following.is_starter
    if folded in BEFORE_CAPITAL:
        return not following.is_capital
    if len(word) == 1 and word.isalpha():
        return _is_initial(word, before, following)
    if "." in word and all(len(part) == 1 and part.isalpha() for part in word.split(".")):
        return not following.is_starter
    return False


def _is_initial(letter: str, before: str, following: _Next) -> bool:
    if following.is_starter:
        return False
    if before[-1:].isdigit():  # a unit: `at 3 T. Intra-observer error`
        return not following.is_capital
    return letter.islower() or before not in LETTERED
