"""What the clauses of a claim and of its quotes have in common, and what only one of them says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, read_clauses

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_BETWEEN: Final = frozenset({"and", ","})
_SMALL: Final = frozenset({"1", "2", "3", "95"})  # of every text: `95% CI`


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A clause of the quote at this place, or of the claim (-1).

    `keys` are what it speaks of, its words by their classes and its numbers: by them clauses on one
    thing know one another. `text` are its words, with blanks between them.
    """

    clause: Clause
    quote: int
    keys: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of the claim and one of a quote, with all of both."""

    part: Part
    other: Part
    ours: Sequence[Part]
    theirs: Sequence[Part]


@lru_cache(maxsize=4_096)
def parts_of(text: str) -> tuple[Part, ...]:
    """The clauses of a claim."""
    return tuple(part_of(clause, -1) for clause in read_clauses(text))


def quoted_parts(quotes: Sequence[str]) -> tuple[Part, ...]:
    """The clauses of all quotes, in their order."""
    return _quoted_parts(tuple(quotes))


@lru_cache(maxsize=1_024)
def _quoted_parts(quotes: tuple[str, ...]) -> tuple[Part, ...]:
    return tuple(
        part_of(clause, at) for at, quote in enumerate(quotes) for clause in read_clauses(quote)
    )


def phrases_of(part: Part) -> Iterator[Part]:
    """What stands between the commas and the `and`s of a clause, where there are any."""
    tokens = part.clause.tokens
    cuts = [at for at, each in enumerate(tokens) if at and each.folded in _BETWEEN]
    if not cuts:
        return
    for start, end in pairwise((0, *cuts, len(tokens))):
        yield part_of(Clause(tokens[start:end], part.clause.sentence), part.quote)


def sentence_of(part: Part, parts: Sequence[Part]) -> Iterator[Part]:
    """The clauses of the sentence in which this one stands, itself among them."""
    for each in parts:
        if (each.quote, each.clause.sentence) == (part.quote, part.clause.sentence):
            yield each


def part_of(clause: Clause, quote: int) -> Part:
    """A clause with its keys and its text."""
    numbers = (
        found[0].replace(",", "")
        for each in clause.tokens
        if each.sort is Sort.NUMBER and (found := _NUMBER.match(each.folded))
    )
    keys = clause.roots | {number for number in numbers if number not in _SMALL}
    return Part(clause, quote, keys, " ".join(each.written for each in clause.tokens))
