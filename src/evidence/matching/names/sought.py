"""All that a subject may be called, as it is looked for in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evidence.matching.names.folded_names import name_key, name_words, phrase_of
from evidence.matching.names.known_names import SPELT_OUT
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.text import GREEK

ENGLISH: Final = frozenset({
    "met", "kit", "ace", "rank", "sting", "trap", "tie", "cat", "bad", "bid", "age", "map", "sos",
    "star", "rage", "ret", "src", "gip", "smo", "axl", "all", "tau", "mek", "hif", "her", "fix",
    "ache", "ape",
})  # fmt: skip
"""Symbols that are words when they are not in capitals."""

_LETTERED: Final = ("trk", "vegf", "pdgf", "pdgfr", "aurk", "pik3c", "gaba")
_FAMILY: Final = re.compile(rf"(\w{{2,}}\d|{'|'.join(_LETTERED)})[a-h]")
# The families whose name goes on with a number and that are tested for as one: `CYP3A`, `BRCA`.
_SUBFAMILY: Final = re.compile(r"((?:cyp|ugt)\d[a-z]|brca)\d{1,2}")
_RECEPTOR: Final = re.compile(r"(il\d{1,2})r(?:a|b|alpha|beta)?")  # `IL-4Rα`, of interleukin 4
_GREEK_MEMBER: Final = re.compile(rf"(\w{{2,}}?)({'|'.join(GREEK[:4])})")
_LATIN: Final = {"alpha": "a", "beta": "b", "gamma": "g", "delta": "d"}
_LETTERS: Final = tuple("abcdefgh")
_SPELT_OUT: Final = tuple((name_key(short), long) for short, long in SPELT_OUT)
_SHORTEST_FAMILY: Final = 3
_LONGEST_SYMBOL: Final = 14  # characters, with the blanks around it
_LONGEST_KEY: Final = 3  # words that may stand apart, joined or with hyphens


@dataclass(frozen=True, slots=True)
class Sought:
    """A subject and the names that count as naming it.

    `names` are those that are its own. `keys` are single words, `capitals` those that must be
    written in capitals, `phrases` names of several words with a blank around them, `initials` what
    consecutive words may begin with, `shapes` words in which `*` stands for any letters.
    """

    subject: Subject
    names: frozenset[str]
    keys: frozenset[str]
    capitals: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    initials: frozenset[str] = frozenset()
    shapes: tuple[str, ...] = ()

    def is_same(self, other: "Sought") -> bool:
        """Whether it is the same subject, perhaps by another of its names."""
        return not self.names.isdisjoint(other.names)


@lru_cache(maxsize=8192)
def sought(subject: Subject, names: tuple[str, ...]) -> Sought:
    """What to look for when a text should name the subject, which has these names."""
    keys: set[str] = set()
    phrases: dict[str, None] = {}
    is_symbol = subject.kind is SubjectKind.TARGET
    for name in names:
        words = name_words(name)
        for each in (words, *(_less_a_letter(words) if is_symbol else ())):
            if len(each) > 1:
                phrases |= dict.fromkeys((phrase_of(each), phrase_of([*each[:-1], f"{each[-1]}s"])))
            if len(each) <= _LONGEST_KEY:
                keys.add("".join(each))
    bare = frozenset(keys)
    if is_symbol:
        families = {each for key in bare for each in _families(key)}
        keys |= families | {each for key in bare for each in _members(key)}
        phrases |= dict.fromkeys(p for key in sorted(bare | families) for p in _spelt_out(key))
    keys |= {f"{key}s" for key in bare - ENGLISH}
    capitals = frozenset(keys & ENGLISH)
    is_spelt_out = any(len(phrase) > _LONGEST_SYMBOL for phrase in phrases)
    is_looked_for = is_symbol and not is_spelt_out
    initials = frozenset(key for key in bare if is_looked_for and len(key) >= _SHORTEST_FAMILY)
    own = frozenset(map(name_key, names))
    return Sought(subject, own, frozenset(keys - ENGLISH), capitals, tuple(phrases), initials)


def _less_a_letter(words: list[str]) -> Iterator[list[str]]:
    """`tropomyosin receptor kinase` for `tropomyosin receptor kinase A`."""
    if len(words) > 2 and words[-1] in (*_LETTERS, *_LATIN):
        yield words[:-1]


def _families(key: str) -> Iterator[str]:
    """What a symbol belongs to by one more letter (`TRK`), or is usually called by (`CYP3A`)."""
    greek = _GREEK_MEMBER.fullmatch(key)
    if greek:
        yield greek[1]
        yield greek[1] + _LATIN[greek[2]]
    for pattern in (_SUBFAMILY, _FAMILY, _RECEPTOR):
        found = pattern.fullmatch(key)
        if found and len(found[1]) >= _SHORTEST_FAMILY:
            yield found[1]


def _members(key: str) -> Iterator[str]:
    """The members of the symbol as a family: `IL-17A` for `IL-17`, `JAK1` for `JAK`."""
    if len(key) < _SHORTEST_FAMILY or key in ENGLISH:
        return
    yield from (key + greek for greek in _LATIN)
    if key[-1].isdigit() or key in _LETTERED:
        yield from (key + letter for letter in _LETTERS)
    if key[-1].isalpha():
        yield from (f"{key}{number}" for number in range(1, 20))
        yield from (f"{key}{number}{letter}" for number in range(1, 10) for letter in "abcd")


def _spelt_out(key: str) -> Iterator[str]:
    for short, long in _SPELT_OUT:
        rest = key.removeprefix(short)
        if rest != key and rest[:1].isdigit():
            yield phrase_of(name_words(f"{long}s"))  # `both cyclooxygenases`
            yield phrase_of([*name_words(long), rest])
            number = rest.rstrip("abcdefgh")
            if number != rest:
                yield phrase_of([*name_words(long), number, rest[len(number) :]])
                yield phrase_of([*name_words(long), number])
