"""The clauses of a claim and of its quotes, each with the hedges that stand over it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, Token
from evidence.matching.studies.keys import Part, part_of, parts_of, quoted_parts

_ENDING_IN: Final = re.compile(
    r"\b(possibly|perhaps|probably|presumably|apparently|likely|potentially)\W*$", re.IGNORECASE
)
_HEDGED: Final = re.compile(
    r"\b(?:may|might|could|can|possib\w+|perhaps|probabl\w+|presum\w+|suggest\w*|appear\w*|"
    r"seem\w*|apparent\w*|likely|thought|believed|assumed|expected|hypothe\w+|whether|to|that)\b",
    re.IGNORECASE,
)
# A noun in the plural before another word is rare (`and rats fed on …`), and costs nothing.
_FINITE: Final = re.compile(r"[a-z]{3,}(?<![sui])s")


@lru_cache(maxsize=4_096)
def claimed_clauses(claim: str) -> tuple[Part, ...]:
    """The clauses of a claim. One that hedges nothing is divided where a second verb begins:
    `eases pain` and `and prevents falls` are two statements.
    """
    parts = (one for each in parts_of(claim) for two in _set_apart(each) for one in _divided(two))
    return tuple(_with_own_hedges(tuple(parts)))


def quoted_clauses(quotes: Sequence[str]) -> tuple[Part, ...]:
    """The clauses of all quotes, in their order."""
    parts = (one for each in quoted_parts(quotes) for one in _set_apart(each))
    return tuple(_with_own_hedges(tuple(parts)))


def _with_own_hedges(parts: Sequence[Part]) -> Iterator[Part]:
    """The clauses, in which a hedge at the end of one (`…, possibly | because it binds iron`) is
    put before the next, over which it stands.
    """
    hedge = ""
    for at, part in enumerate(parts):
        text = f"{hedge} {part.text}".strip()
        following = parts[at + 1] if at + 1 < len(parts) else None
        found = _ENDING_IN.search(text)
        if found is None or following is None or _sentence(following) != _sentence(part):
            hedge = ""
        else:
            hedge, text = found[1], text[: found.start()]
        yield part if text == part.text else replace(part, text=text)


def _sentence(part: Part) -> tuple[int, int]:
    return part.quote, part.clause.sentence


def _set_apart(part: Part) -> Iterator[Part]:
    """The clause without what a comma and `in whom` put into it, and that by itself."""
    tokens = part.clause.tokens
    starts = (at for at in range(1, len(tokens) - 2) if _is_relative(tokens, at))
    start = next(starts, None)
    if start is None:
        yield part
        return
    commas = (at for at in range(start + 1, len(tokens)) if tokens[at].folded == ",")
    end = next(commas, len(tokens))
    yield part_of(Clause(tokens[:start] + tokens[end:], part.clause.sentence), part.quote)
    yield part_of(Clause(tokens[start:end], part.clause.sentence), part.quote)


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].folded == "," and tokens[at + 2].folded in ("whom", "which")


def _divided(part: Part) -> Iterator[Part]:
    tokens = part.clause.tokens
    cuts = [at for at in range(1, len(tokens) - 2) if _begins(tokens, at)]
    if not cuts or _HEDGED.search(part.text):
        yield part
        return
    for start, end in pairwise((0, *cuts, len(tokens))):
        yield part_of(Clause(tokens[start:end], part.clause.sentence), part.quote)


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether `and` stands here before a verb and its object."""
    verb = tokens[at + 1]
    return (
        tokens[at].folded == "and"
        and verb.sort is Sort.CONTENT
        and bool(_FINITE.fullmatch(verb.folded))
        and tokens[at + 2].sort is not Sort.MARK
    )
