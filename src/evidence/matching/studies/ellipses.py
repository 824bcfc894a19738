"""What is denied of something in a clause that leaves its verb out: `…, but not in men`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from evidence.matching.studies.clauses import Clause
from evidence.matching.studies.denials import PREPOSITIONS, Denied

_MEANS: Final = frozenset({"by", "on", "through", "via", "under", "using", "from", "when"})


def leaves_out(denied: Denied, about: frozenset[str], clauses: Sequence[Clause]) -> bool:
    """Whether a clause denies it of one of these without its verb: `…, but not in men`."""
    return denied.head is not None and any(
        denied.head.kind in said and about & of for said, of in _elliptic(clauses)
    )


def _elliptic(clauses: Sequence[Clause]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """What is denied where the verb is left out, and of what: `…, though not in men`."""
    for at, clause in enumerate(clauses):
        words = [each.folded for each in clause.tokens]
        is_left_out = any(
            a == "not" and (b in PREPOSITIONS | _MEANS or not b.isalpha())
            for a, b in pairwise([*words, "."])
        )
        if at and is_left_out:
            behind = clauses[at + 1].roots if at + 1 < len(clauses) else frozenset[str]()
            said = (each.roots for each in clauses[max(0, at - 4) : at])
            yield frozenset[str]().union(*said), clause.roots | behind
