"""Which names mean the same: those that are built in, and those that the project adds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from evidence.matching.names.drug_names import is_drug_code, is_drug_name
from evidence.matching.names.folded_names import name_key, name_words
from evidence.matching.names.known_names import DRUGS, TARGETS
from evidence.matching.names.subjects import SubjectKind
from evidence.matching.names.target_names import is_target_symbol
from evidence.model.synonyms import Synonyms

_FIRST: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameSet:
    """All names of one drug or target."""

    names: tuple[str, ...]
    kind: SubjectKind


@lru_cache(maxsize=8)
def names_by_key(synonyms: Synonyms) -> dict[str, NameSet]:
    """The set that each known name belongs to, by its key. Sets that share a name are one."""
    by_key: dict[str, NameSet] = {}
    for names, kind in _all_sets(synonyms):
        keys = dict.fromkeys(map(name_key, names))
        known = [by_key[key] for key in keys if key in by_key]
        merged = dict.fromkeys(name for each in known for name in each.names) | dict.fromkeys(names)
        whole = NameSet(tuple(merged), known[0].kind if known else kind)
        by_key |= dict.fromkeys(map(name_key, whole.names), whole)
    by_key.pop("", None)
    return by_key


@lru_cache(maxsize=8)
def most_words(synonyms: Synonyms) -> int:
    """How many words the longest known name has."""
    sets = names_by_key(synonyms).values()
    return max(len(name_words(name)) for each in sets for name in each.names)


@lru_cache(maxsize=8)
def first_words(synonyms: Synonyms) -> frozenset[str]:
    """What the known names begin with, up to the first sign or blank, by its key."""
    names = (name for each in names_by_key(synonyms).values() for name in each.names)
    words = (_FIRST.search(name) for name in names)
    return frozenset(name_key(word[0]) for word in words if word)


def _all_sets(synonyms: Synonyms) -> Iterator[tuple[tuple[str, ...], SubjectKind]]:
    for line in DRUGS:
        yield tuple(line.split(", ")), SubjectKind.DRUG
    for line in TARGETS:
        yield tuple(line.split(", ")), SubjectKind.TARGET
    for names in synonyms.sets:
        yield names, _kind_of(names)


def _kind_of(names: Iterable[str]) -> SubjectKind:
    """A drug where one of the names is a drug's, or where none tells: it is what has many names."""
    is_drug = any(is_drug_name(name_key(name)) or is_drug_code(name) for name in names)
    is_target = not is_drug and any(is_target_symbol(name.replace("-", "")) for name in names)
    return SubjectKind.TARGET if is_target else SubjectKind.DRUG
