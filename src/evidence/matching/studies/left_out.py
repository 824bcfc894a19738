"""Phrases of a quoted sentence that a claim leaves out, though it says the rest."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from evidence.matching.studies.clauses import LONGEST
from evidence.matching.studies.concessions import lost_concession
from evidence.matching.studies.cues import Keys, shared
from evidence.matching.studies.limits import lost_limit
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.stretch import Stretch, shown
from evidence.matching.studies.text_keys import keys_in

# Where a phrase may begin: at a preposition or a conjunction, behind a comma, at a bracket.
_BOUNDARY: Final = re.compile(
    r"(?=(?<![\w-])(?:in|with|when|where|for|at|within|after|before|during|among|from|without|"
    r"unless|if|by|until|but|although|though|whereas|while|and|which|who|whose|only|under|on|of|to|"
    r"than|versus|against|compared|as|because|through|provided|except|that|given)(?![\w-]))|"
    r"(?<=[,;:])|(?=\()|(?<=\))",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[^\W\d_A-Z][.!?])\s+(?=[A-Z])|…")
# What a phrase that limits begins with; the first set does so nearly always.
_NARROWING: Final = re.compile(
    r"\W*(?:in|among|where|if|only|until|unless|within)\b", re.IGNORECASE
)
_LIMITING: Final = re.compile(
    r"\W*(?:in|with|when|where|for|at|within|after|before|during|among|without|unless|if|until|but|"
    r"although|though|only|under|on|who|whose|except|provided|and was|and were)\b",
    re.IGNORECASE,
)
_FEW: Final = 2  # keys of a phrase that narrows
_SEVERAL: Final = 3  # keys of any other
_RESTATED: Final = 0.6  # of the rest of the sentence
_LEAST: Final = 3  # keys of that rest which the claim has


class _Phrase(NamedTuple):
    """Words of a sentence between two boundaries, and what they speak of, numbers apart."""

    start: int
    end: int
    keys: Keys


def left_out(claim: str, quotes: Sequence[str]) -> Shift | None:
    """What the claim leaves out of a sentence that it restates: what that grants (`although …`), or
    a phrase that limits it, no word of which is taken up; None where it leaves out no such thing,
    or has lost a plain limit (`lost_limit`).
    """
    if lost_limit(claim, quotes):
        return None
    if shift := lost_concession(claim, quotes):
        return shift
    wanted = keys_in(claim[:LONGEST])
    for at, quote in enumerate(quotes):
        for sentence in _SENTENCE_END.split(quote[:LONGEST]):
            for run in _runs(sentence, wanted):
                return Shift("", shown(sentence, run), at)
    return None


def _runs(sentence: str, wanted: Keys) -> Iterator[Stretch]:
    """Phrases in a row that the claim has nothing of, where it restates the rest."""
    phrases = list(_phrases(sentence))
    for is_missing, group in groupby(phrases, lambda each: not shared(each.keys, wanted)):
        run = list(group)
        text = sentence[run[0].start : run[-1].end]
        is_bracketed = "(" in text or sentence.count("(", 0, run[0].start) > sentence.count(
            ")", 0, run[0].start
        )
        if not is_missing or is_bracketed:
            continue
        rest = _keys([each for each in phrases if each not in run])
        own = _keys(run)
        count = len(own - shared(own, rest))
        is_limit = (count >= _FEW and _NARROWING.match(text)) or (
            count >= _SEVERAL and _LIMITING.match(text)
        )
        said = len(shared(rest, wanted))
        if is_limit and said >= max(_LEAST, _RESTATED * len(rest)):
            yield Stretch(run[0].start, run[-1].end, text)


def _phrases(sentence: str) -> Iterator[_Phrase]:
    """The phrases that speak of anything, each with those behind it that do not."""
    cuts = [0, *(each.start() for each in _BOUNDARY.finditer(sentence)), len(sentence)]
    phrase = _Phrase(0, 0, frozenset())
    for start, end in pairwise(cuts):
        keys = frozenset(each for each in keys_in(sentence[start:end]) if not each[0].isdigit())
        if keys and phrase.keys:
            yield phrase
            phrase = _Phrase(start, end, keys)
        else:
            phrase = _Phrase(phrase.start, end, phrase.keys | keys)
    yield phrase


def _keys(phrases: Sequence[_Phrase]) -> Keys:
    return frozenset[str]().union(*(each.keys for each in phrases))
