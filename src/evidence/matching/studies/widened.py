"""Words by which a claim says of something what its quotes except: `also in`, `regardless of`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.studies.clauses import LONGEST
from evidence.matching.studies.keys import Part, parts_of, quoted_parts, sentence_of
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift

_BEHIND: Final = re.compile(
    r"\b(?:regardless of|irrespective of|independently of|whatever|whichever|no matter|"
    r"including|also (?:in|for|with|after|at|on|when)|"
    r"even (?:in|for|with|after|at|among|when|without)|"
    r"as (?:well|safe|effective|good|strong|much|high) in|in all|for all|at (?:any|all|every)|"
    r"in any|for any|in every|throughout|beyond|both in|(?:holds?|applies|true) (?:for|to|in))\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?:included|too|as well|alike|likewise|also)\b(?=\W*(?:[,;.]|$))", re.IGNORECASE
)
_EXCEPTING: Final = re.compile(
    r"\b(?:not|no|nor|never|nothing|without|except|excluded|excluding|exclusion|unknown|uncertain|unclear|"
    r"only|limited|restricted|confined|lacks?|lacking|unless|ruled out|kept out|cannot|can't|"
    r"remains? to be|await)\b|n't\b",
    re.IGNORECASE,
)
_NO_EXCEPTION: Final = re.compile(
    r"\b(?:not|no) (?:\w+ ){0,2}?(?:depend\w*|differ\w*|var\w+|interact\w*|modif\w+|influenc\w+|"
    r"affect\w*)",
    re.IGNORECASE,
)
_WINDOW: Final = 90  # characters of the claim that tell what it is widened to
_GENERAL: Final = word_set(
    "effect result find level patient popul group treatm drug good up down case also included "
    "hold appl long same stud too safe differ"
)
_OF_ALL: Final = frozenset({"all", "any", "every", "both"})
_SHARE: Final = 0.5


def widened_limit(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The words by which the claim says something of what a quote excepts; None where a quote says
    it, too, or the claim excepts anything in the same words.
    """
    claim = claim[:LONGEST]
    theirs = quoted_parts(quotes)
    for words, about in _widened(claim):
        keys = frozenset[str]().union(*(each.keys for each in parts_of(about))) - _GENERAL
        if not keys or any(words.casefold() in each.casefold() for each in quotes):
            continue
        of_all = set(words.casefold().split()) & _OF_ALL
        for part in theirs:
            if of_all and _OF_ALL & {each.folded for each in part.clause.tokens}:
                continue  # `in all eight`, of `All eight …`
            if _excepts(part, keys, theirs):
                return Shift(f"{words} {about}".strip(), part.text[:80].strip(), part.quote)
    return None


def _widened(claim: str) -> Iterator[tuple[str, str]]:
    """Each word that widens the claim, and what it is widened to."""
    for found in _BEHIND.finditer(claim):
        behind = re.split(r"[,;.()]| but | though ", claim[found.end() :][:_WINDOW])[0]
        before = re.split(r"[,;.()]", claim[: found.start()])[-1]
        if not _EXCEPTING.search(f"{before} {behind}"):
            yield found[0], behind.strip()
    for found in _BEFORE.finditer(claim):
        before = re.split(r"[,;.()]", claim[: found.start()].rstrip(" ,")[-_WINDOW:])[-1]
        if not _EXCEPTING.search(before):
            yield found[0], before.strip()


def _excepts(part: Part, keys: frozenset[str], parts: Sequence[Part]) -> bool:
    """Whether the clause excepts, and is about what the claim is widened to."""
    if not _EXCEPTING.search(_NO_EXCEPTION.sub(" ", part.text)):
        return False
    sentence = frozenset[str]().union(*(each.keys for each in sentence_of(part, parts)))
    return len(keys & sentence) >= _SHARE * len(keys) and bool(keys & part.keys)
