"""The words of a sentence, and which of them must not change when it is reworded."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from evidence.matching.statements.contrasts import CONTRASTS, GREEK, is_drug
from evidence.matching.statements.meaning_words import (
    BOUNDS,
    HEDGES,
    NEGATIONS,
    NUMBERS,
    OPPOSITES,
    STOP_WORDS,
    SYSTEMS,
)
from evidence.matching.statements.spelling import one_spelling, written_out
from evidence.matching.statements.units import fold_unit, raised

CACHE: Final = 32_768
"""How many sentences are kept as they were read."""

LONGEST: Final = 4_000
"""How many characters of a sentence are read: more than any sentence has."""

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_QUOTES: Final = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_SIGNS: Final = {"<=": "≤", ">=": "≥", "⩽": "≤", "⩾": "≥", "~": "≈", "∼": "≈", "±": "±",
                 "<": "<", ">": ">", "≤": "≤", "≥": "≥", "≈": "≈"}  # fmt: skip
_TOKEN: Final = re.compile(
    r"(?P<compound>[^\W\d_]{1,10}[23]?(?:[/·][^\W\d_]{1,10}[23]?)+(?![\w/]))|"
    r"(?P<name>[^\W\d_]+(?:-?\d+)+[^\W_]*)|"
    r"(?P<number>(?:(?<![\w)\]%.])-)?(?:\d+(?:[.,·]\d+)*|(?<![\w.])\.\d+)"
    r"(?:\s?[×x·*]\s?10\^[-+]?\d{1,2}|\^[-+]?\d{1,2})?)|"
    r"(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)|"
    r"(?P<sign><=|>=|[<>≤≥⩽⩾≈~∼±])|"
    r"(?P<mark>%|‰|°[CF])|"
    r"(?P<stop>[^\w\s])"
)
_UNIT_PART: Final = r"(?:[^\W\d_]{1,12}|%)(?:\^?-?\d(?!\d))?"
_UNITS: Final = re.compile(
    rf"\s?-?(?P<unit>(?:/|per )?{_UNIT_PART}(?:(?:\s?[/·⋅*×]\s?| per | ){_UNIT_PART}){{0,4}})"
)
_UNIT_END: Final = re.compile(r"(?<=[\w%])(?![\w%^-])")
_THOUSANDS: Final = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7"}
_NUMBERED: Final = frozenset({"phase", "stage", "grade", "type", "class", "factor"})
_LABELS: Final = frozenset({"table", "tables", "figure", "figures", "fig", "figs", "section",
                            "chapter", "appendix", "box", "ref", "refs", "reference"})  # fmt: skip
_SPECIAL: Final = frozenset(
    phrase.partition(" ")[0]
    for phrases in (BOUNDS, NEGATIONS, HEDGES, NUMBERS, SYSTEMS, map(str.lower, _ROMAN))
    for phrase in phrases
)
_HOW_OFTEN: Final = frozenset({"daily", "weekly", "monthly", "yearly", "a", "per", "every",
                              "täglich", "wöchentlich", "monatlich", "pro", "am"})  # fmt: skip
_OPENING: Final = frozenset({".", ":", ";", "?", "!", '"', "'", "("})
_ENDINGS: Final = re.compile(r"(?:ing|ed|es|(?<![sui])s|e)$")


class Meaning(StrEnum):
    """What a word is to the meaning of its sentence."""

    NUMBER = "number"
    UNIT = "unit"
    BOUND = "bound"
    NEGATION = "negation"
    HEDGE = "hedge"
    SYSTEM = "system"
    NAME = "name"
    CONTRAST = "contrast"  # a member of a small set, as `first` or `severe`
    WORD = "word"
    STOP = "stop"  # a sign of punctuation


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, as it is compared, and what it is to the sentence.

    `about` is its stem where it says what the sentence is about, else empty.
    """

    written: str
    folded: str
    meaning: Meaning
    about: str = ""


@lru_cache(maxsize=CACHE)
def read_sentence(text: str) -> tuple[Word, ...]:
    """The words and signs of a sentence in their order, without its final stop.

    Numbers have one form for `1,000` and `1000`, units for `nM` and `nmol/L`.
    """
    line = text[:LONGEST].translate(_QUOTES | _DASHES)
    line = unicodedata.normalize("NFKC", raised(line)).translate(_DASHES)
    return tuple(_with_meanings(list(_tokens(written_out(line).rstrip(" .!?\t\n")))))


def _tokens(line: str) -> Iterator[Word]:
    at = 0
    while found := _TOKEN.search(line, at):
        kind, at = str(found.lastgroup), found.end()
        if kind == "compound":
            yield from _compound(found[0])
            continue
        yield _word(found[0], kind)
        if kind == "number" or NUMBERS.get(found[0].casefold(), "").isdecimal():
            unit, at = unit_at(line, at)
            if unit:
                yield unit


def unit_at(line: str, at: int) -> tuple[Word | None, int]:
    """The unit that follows a number (`mg per kg`, `mL min-1`, the weeks of `12-week`), as much of
    it as is one, and where it ends.
    """
    found = _UNITS.match(line, at)
    if found:
        start = found.start("unit")
        ends = [each.end() for each in _UNIT_END.finditer(line, start, found.end())]
        for end in reversed(ends):
            written = line[start:end]
            unit = fold_unit(written)
            if unit and not (line[end : end + 1] == "-" and line[at : at + 1] == "-"):
                return Word(written, unit, Meaning.UNIT), end
    return None, at


def _compound(written: str) -> Iterator[Word]:
    """`nmol/L` as one unit; `and/or` as its words."""
    unit = fold_unit(written)
    if unit:
        yield Word(written, unit, Meaning.UNIT)
        return
    for part in re.split(r"[/·]", written):
        yield _word(part, "word")


@lru_cache(maxsize=CACHE)
def _word(written: str, kind: str) -> Word:
    """A word on its own, by the part of the pattern that it matched."""
    match kind:
        case "number":
            return Word(written, _number(written), Meaning.NUMBER)
        case "sign":
            return Word(written, _SIGNS[written], Meaning.BOUND)
        case "mark":
            return Word(written, fold_unit(written), Meaning.UNIT)
        case "stop":
            return Word(written, written, Meaning.STOP)
    plain = (written.replace("-", "") if kind == "name" else written).casefold()
    folded = one_spelling(GREEK.get(plain, plain))
    is_name = kind == "name" or sum(letter.isupper() for letter in written) > 1 or is_drug(folded)
    tells = folded not in STOP_WORDS and folded not in OPPOSITES
    about = stem(folded) if tells else ""
    return Word(written, folded, Meaning.NAME if is_name else Meaning.WORD, about)


def stem(folded: str) -> str:
    """The word without the endings that a verb or a plural has."""
    return _ENDINGS.sub("", folded) if len(folded) > 3 else folded


def _number(written: str) -> str:
    digits, _, power = re.sub(r"\s?[×x·*]\s?(?=10\^)", "×", written).partition("×")
    if power:
        return f"{_number(digits)}×{power.replace('+', '')}"
    if _THOUSANDS.fullmatch(written):
        return written.replace(",", "")
    plain = written.replace("·", ".").replace(",", ".")
    return f"0{plain}" if plain.startswith(".") else plain


def _with_meanings(words: Sequence[Word]) -> Iterator[Word]:
    at = 0
    while at < len(words):
        length, word = _phrase(words, at)
        if word.meaning is Meaning.WORD and length == 1:
            word = _told_apart(word, words[at - 1] if at else None)
        yield word
        at += length


def _told_apart(word: Word, before: Word | None) -> Word:
    """A word of a set of contrasts, or a name: one with a capital within the sentence."""
    if word.folded in CONTRASTS or word.folded in OPPOSITES:
        return replace(word, meaning=Meaning.CONTRAST)
    if before is None or not word.written[0].isupper() or word.written == "I":
        return word
    if before.meaning is Meaning.STOP and before.folded in _OPENING:
        return word
    if len(word.written) == 1:  # `hepatitis B`, `arm A`
        return Word(word.written, word.written, Meaning.NAME, word.written)
    return replace(word, meaning=Meaning.NAME)


def _phrase(words: Sequence[Word], at: int) -> tuple[int, Word]:
    """How many words belong together from `at` on, and what they are as one."""
    word = words[at]
    if word.folded not in _SPECIAL and not word.folded[0].isdecimal():
        return 1, word
    before = words[at - 1].folded if at else ""
    if word.meaning is Meaning.NUMBER:
        return 1, replace(word, meaning=Meaning.WORD, about="") if before in _LABELS else word
    if word.written in _ROMAN and (before in _NUMBERED or len(word.written) > 1):
        return 1, Word(word.written, _ROMAN[word.written], Meaning.NUMBER)
    is_month = word.written == "May" and at > 0
    if word.meaning not in (Meaning.WORD, Meaning.NAME) or is_month:
        return 1, word
    for length in (3, 2, 1):
        phrase = " ".join(each.folded for each in words[at : at + length])
        following = words[at + length] if at + length < len(words) else None
        meaning, folded = _meaning(phrase, following)
        if meaning:
            written = " ".join(each.written for each in words[at : at + length])
            return length, Word(written, folded, meaning)
    return 1, word


def _meaning(phrase: str, following: Word | None) -> tuple[Meaning | None, str]:
    """What a phrase is to the sentence, and its one form; None for all other words."""
    is_number_next = following is not None and (
        following.meaning in (Meaning.NUMBER, Meaning.BOUND) or following.folded in NUMBERS
    )
    if phrase in BOUNDS and is_number_next:
        return Meaning.BOUND, BOUNDS[phrase]
    if phrase in NUMBERS:
        if NUMBERS[phrase] == "once" and (following is None or following.folded not in _HOW_OFTEN):
            return None, ""  # `once they had relapsed`
        return Meaning.NUMBER, NUMBERS[phrase]
    if phrase in NEGATIONS:
        is_other = following is not None and (
            f"{phrase} {following.folded}" in ("not only", "nicht nur")
            or (phrase == "no" and following.meaning is Meaning.STOP)
        )
        return (None, "") if is_other else (Meaning.NEGATION, "not")
    if phrase in HEDGES:
        is_month = phrase == "may" and is_number_next
        return (None, "") if is_month else (Meaning.HEDGE, "maybe")
    if phrase in SYSTEMS:
        return Meaning.SYSTEM, SYSTEMS[phrase]
    return None, ""
