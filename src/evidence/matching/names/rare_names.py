"""The names of a sentence that no list has to know: rare words, drugs, symbols; their places."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from evidence.matching.names.drug_names import is_drug_name
from evidence.matching.names.folded_names import name_key, name_words
from evidence.matching.names.rare_words import is_rare, is_seldom
from evidence.matching.statements.meaning_words import STOP_WORDS
from evidence.matching.studies.roots import class_of, root

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-‐‑][^\W_]+)*")
_COMPOUND: Final = re.compile(r"(?<![^\W_])[^\W_]+(?:[-‐‑][^\W_]+)+")  # linear in long words
_PART: Final = re.compile(r"[-‐‑]")
_UNIT: Final = re.compile(
    r"[mkµμnpf]?(?:g|l|m|mol|M|Hz|s|h|min|d|Gy|Bq|IU|U|kat|V|W|Pa|cm|eq)|mmHg|IU|cfu|pfu|cm2|mm2|m2|"
    r"qaly|eur|usd|gbp",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z][\w-]*|[A-Za-z]+[a-z][A-Z]\w*")
_ACRONYM: Final = re.compile(r"[A-Z]{3,5}")
_NO_NAMES: Final = frozenset(
    {"USA", "AUC", "BMI", "ICU", "HRQ", "WHO", "GBP", "EUR", "USD", "QALY"}
)
_MEASURE: Final = re.compile(
    r"(?:IC|EC|ED|LD|GI|CC|TD|MIC|AC|DC|TC)[1-9][05]|K[idm]|p[HK]\w?|HbA1c|FEV1|SpO2|PaO2|FiO2|PaCO2|"
    r"VO2(?:max)?|(?:day|week|month|year|hour|type|grade|stage|phase)-?\d.*",
    re.I,
)
_SHORTEST: Final = 4  # letters of a name
_LONGEST_ACRONYM: Final = 5
_BEGINNING: Final = 5  # letters that words of one family have in common
_MORE_THAN_HALF: Final = 0.6
_NEAR: Final = 3  # words before and behind a name


@dataclass(frozen=True, slots=True)
class RareName:
    """A name in a sentence, as written, with the words around it as they are compared: those near
    to it, the one `before` and the one `behind`, empty at the ends.
    """

    written: str
    near: frozenset[str]
    before: str = ""
    behind: str = ""

    @property
    def is_symbol(self) -> bool:
        """Whether it is a symbol or a code: letters and digits, or capitals within."""
        return _is_symbol(self.written)

    @property
    def is_rare(self) -> bool:
        """Whether it is a symbol, a drug, or a word that English hardly ever uses."""
        return self.is_symbol or _is_word(self.written, is_rare)

    def may_be(self, other: "RareName") -> bool:
        """Whether one may be short for the other: its letters stand in it, in this order."""
        short, long = sorted((_letters(self.written), _letters(other.written)), key=len)
        rest = iter(long)
        return bool(short) and short[0] == long[0] and all(each in rest for each in short)


def is_spelt_out(written: str, text: str) -> bool:
    """Whether a text has the words that an acronym stands for: `VTE` of `venous thromboembolism`.
    Each of the words begins with a letter of it, and all its letters stand in them in this order.
    """
    letters = _letters(written)
    words = [each for found in _WORD.findall(text.casefold()) for each in _PART.split(found)]
    words = [each for each in words if each not in STOP_WORDS]
    for at, word in enumerate(words):
        if not letters or word[0] != letters[0]:
            continue
        for end in range(at + 1, min(at + len(letters), len(words)) + 1):
            phrase = words[at:end]
            rest = iter("".join(phrase))
            initials = iter(letters)
            if all(each in rest for each in letters) and all(p[0] in initials for p in phrase):
                return True
    return False


def rare_names(text: str) -> Iterator[RareName]:
    """The names of a sentence: words that are rare in English, names of drugs, symbols."""
    return (each for each in seldom_names(text) if each.is_rare)


def seldom_names(text: str) -> Iterator[RareName]:
    """The same, with words that are not so rare but may be names: `dopamine`, `saline`."""
    found = [each for each in _WORD.finditer(text) if each[0].casefold() not in STOP_WORDS]
    keys = ["", *(_key(each[0]) for each in found), ""]
    for at, each in enumerate(found, start=1):
        beside = text[max(0, each.start() - 1) : each.start()] + text[each.end() : each.end() + 1]
        if "/" in beside or _UNIT.fullmatch(each[0]):
            continue
        near = {*keys[max(0, at - _NEAR) : at], *keys[at + 1 : at + 1 + _NEAR]} - {""}
        for part in _names_in(each[0]):
            yield RareName(part, frozenset(near), keys[at - 1], keys[at + 1])


def _names_in(word: str) -> list[str]:
    """The symbol that a compound is, or the names among its parts: `ROS1` of `ROS1-driven`."""
    parts = _PART.split(word)
    is_whole = not any(each.islower() and len(each) >= _SHORTEST for each in parts)
    if is_whole and _is_symbol(word):
        return [word]
    return [each for each in parts if _is_symbol(each) or _is_word(each, is_seldom)]


def _is_symbol(word: str) -> bool:
    is_acronym = _ACRONYM.fullmatch(word) is not None and word not in _NO_NAMES
    is_code = _SYMBOL.fullmatch(word) is not None and _MEASURE.fullmatch(word) is None
    return is_acronym or is_code


def _is_word(word: str, is_name: Callable[[str], bool]) -> bool:
    if len(word) < _SHORTEST or not word.isalpha():
        return False
    if word.isupper() and len(word) <= _LONGEST_ACRONYM:
        return False
    return is_drug_name(word.casefold()) or is_name(word.casefold())


def _letters(word: str) -> str:
    return "".join(each for each in word.casefold() if each.isalpha())


def _key(word: str) -> str:
    folded = word.casefold()
    return class_of(root(folded)) if folded.isalpha() else folded


def words_for_names(text: str) -> Iterator[str]:
    """The words of a text in the form in which names are compared, compounds also as one."""
    yield from name_words(text)
    yield from compounds_in(text)


def compounds_in(text: str) -> Iterator[str]:
    """The compounds of a text, each as one word: `il17` of `IL-17`."""
    return map(name_key, _COMPOUND.findall(text))


class WordFamilies:
    """A set of words, in which others of their families are found: `trial` where `trials` is."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def has(self, word: str) -> bool:
        """Whether it is one of them, or of one family with one."""
        return word in self._words or self._has_beginning(word) or root(word) in self._roots

    def _has_beginning(self, word: str) -> bool:
        beginning = _beginning(word)
        at = bisect_left(self._in_order, beginning)
        is_found = at < len(self._in_order) and self._in_order[at].startswith(beginning)
        return is_found and len(word) >= _BEGINNING

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset(map(root, self._words))

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._words)


def _beginning(word: str) -> str:
    """So much of a word that another one that begins alike is of its family: five letters, of a
    long one more than half (`gadobutrol` is no `gadoterate`).
    """
    return word[: max(_BEGINNING, round(_MORE_THAN_HALF * len(word)))]
