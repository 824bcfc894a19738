"""What a claim is about by name: in its words, and in the values that it states."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from evidence.matching.names.sought import sought
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.names.text_subjects import Mention, subjects_in
from evidence.matching.statements.sentence_words import CACHE
from evidence.model.claim import Claim, Value
from evidence.model.synonyms import Synonyms

_SYMBOL: Final = re.compile(r"(?=(?:.*[A-Z]){2}|.*\d)[A-Za-z][\w-]{2,11}")
_MEASURED: Final = frozenset({"LDL-C", "HDL-C", "LDL", "HDL", "BMI", "NT-proBNP", "eGFR", "UACR"})


def claim_subjects(claim: Claim, synonyms: Synonyms) -> tuple[Mention, ...]:
    """The drugs, targets and comparators of a claim, each once, those of its words first."""
    return _subjects(claim.text, claim.values, synonyms)


@lru_cache(maxsize=CACHE)
def _subjects(text: str, values: tuple[Value, ...], synonyms: Synonyms) -> tuple[Mention, ...]:
    found = list(subjects_in(text, synonyms))
    for value in values:
        for mention in (*_target(value.target, synonyms), *_comparator(value, synonyms)):
            if not any(mention.sought.is_same(each.sought) for each in found):
                found.append(mention)
    return tuple(found)


def _target(written: str, synonyms: Synonyms) -> Iterator[Mention]:
    """The target of a value: the names in it, or all of it where it looks like a symbol."""
    known = subjects_in(written, synonyms)
    yield from known
    if (
        not known
        and _SYMBOL.fullmatch(written)
        and written not in _MEASURED
        and "HbA" not in written
    ):
        subject = Subject(written, SubjectKind.TARGET)
        yield Mention(sought(subject, (written,)), 0, len(written))


def _comparator(value: Value, synonyms: Synonyms) -> tuple[Mention, ...]:
    return subjects_in(f"versus {value.comparator}", synonyms) if value.comparator else ()
