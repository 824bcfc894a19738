"""The form in which names of persons and groups are compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from evidence.matching.text import words
from evidence.model.name_words import GENERATIONS, GROUP_WORDS, PARTICLES
from evidence.model.work import Name

_DEGREE = re.compile(r"(?<=[\s,])(?:M\.?D\.?|Ph\.?\s?D\.?|M\.?P\.?H\.?)(?=[\s,.]|$)")
_EDITORIAL = frozenset({"staff", "editorial", "office", "editor", "editors"})
_EMPTY_GROUP_WORDS = frozenset(
    words(
        "the on behalf of for and a an collaboration collaborations team group consortium authors "
        "study investigators members et al"
    )
)
_ET_AL = frozenset({("et", "al"), ("others",), ("and", "others"), ("al",), ("et",), ("al", "et")})
_ET_AL_BEGINS = frozenset("aeo({")
_MOJIBAKE = re.compile("[ÃÂÅÄ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ¡-¿]")
_GLUED_PARTICLE = re.compile(r"\b([A-Z])(d[aeo]s?|v[ao]n)([A-Z])\b")  # `JdeB`
_LATIN = re.compile(r"[A-Za-z]")

# Greek and Cyrillic capitals and small letters that look like Latin ones.
_LOOK_ALIKES = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοικνρυАВЕКМНОРСТХаеорсух", "ABEZHIKMNOPTYXaoiknruABEKMHOPCTXaeopcyx"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart: the folded words of the family name and of the given names.

    `given` holds initials as single letters; `bare` is the family name without its particles.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def everything(self) -> tuple[str, ...]:
        """All words of the name, family name first."""
        return (*self.family, *self.given)


def _unmangled(text: str) -> str:
    """`text` with UTF-8 that was read as cp1252 turned back: `CastaÃ±o`."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


@lru_cache(maxsize=16_384)
def person(name: Name) -> Person:
    """The name in the form that `likeness` compares."""
    family_text, given_text = name.family, name.given
    if "D" in family_text + given_text or "H" in family_text + given_text:
        family_text, given_text = _DEGREE.sub("", family_text), _DEGREE.sub("", given_text)
    if not (family_text.isascii() and given_text.isascii()):
        family_text, given_text = _unmangled(family_text), _unmangled(given_text)
        if _LATIN.search(family_text + given_text):
            family_text = family_text.translate(_LOOK_ALIKES)
            given_text = given_text.translate(_LOOK_ALIKES)
    family = _without_suffix(words(family_text))
    given = tuple(_split_initials(given_text))
    if len(given) > 1:
        given = _without_suffix(given)
    bare = tuple(word for word in family if word not in PARTICLES) or family
    return Person(family, given, bare)


def _without_suffix(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 1 and parts[-1] in GENERATIONS and len(parts[-1]) > 1:
        parts = parts[:-1]
    return parts


def _split_initials(given: str) -> list[str]:
    """`JR` is two initials, `Jan` and `LI` beside small letters are names."""
    if given.isalpha() and given[1:].islower():
        return list(words(given))
    parts: list[str] = []
    for chunk in re.split(r"[\s.,~\-‐‑–]+", _GLUED_PARTICLE.sub(r"\1 \2 \3", given)):
        is_run = 2 <= len(chunk) <= 4 and chunk.isalpha() and chunk.isupper()
        for word in words(chunk):
            parts.extend(word if is_run else (word,))
    return parts


def is_et_al(name: Name) -> bool:
    """Whether the name only says that there are more."""
    if name.family[:1].lower() not in _ET_AL_BEGINS:
        return False
    return words(str(name)) in _ET_AL


@lru_cache(maxsize=16_384)
def is_group(name: Name) -> bool:
    """Whether the name is a consortium's, an institution's or an address filed as an author."""
    parts = (*words(name.family), *words(name.given))
    if not GROUP_WORDS.isdisjoint(parts):
        return True
    if not name.is_group:
        return False
    has_initial = any(len(part) == 1 for part in parts)
    return not (has_initial and len(parts) <= 5)


def is_editorial(name: Name) -> bool:
    """Whether the name stands for nobody in particular: `The PLOS ONE Staff`."""
    return not _EDITORIAL.isdisjoint(words(str(name)))


def group_words(name: Name) -> frozenset[str]:
    """What tells a group from other groups: its words without `the`, `collaboration` and so on."""
    parts = frozenset(words(str(name)))
    return parts - _EMPTY_GROUP_WORDS or parts
