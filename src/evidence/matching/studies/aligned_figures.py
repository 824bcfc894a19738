"""Whether a claim denies what the figures of a quote tell, or says what they deny."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.effects import effects_of
from evidence.matching.studies.keys import Pair, Part, sentence_of
from evidence.matching.studies.significance import significance_of

_NO_EFFECT: Final = re.compile(
    r"numerical|trend|tend|similar|\bnot\b|may|might|could|appear|seem|possibl", re.IGNORECASE
)
_SHARE_OF_EFFECT: Final = 0.3
_OF_FIGURES: Final = frozenset({"differ", "p", "ratio", "hazard", "odd", "confid", "interv"})
_CALLED: Final = frozenset({"signif", "differ"})
_LEAST_SHARED: Final = 2
_LEAST_ROUNDED: Final = 5


def other_significance(pair: Pair) -> bool:
    """Whether the claim says that something changed, and the quote's figures that nothing did."""
    part, other, ours, theirs = pair.part, pair.other, pair.ours, pair.theirs
    text = " ".join(each.text for each in sentence_of(part, ours))
    quoted = " ".join(each.text for each in sentence_of(other, theirs))
    calls = re.search(r"\b(?<!not )(?<!non)significan(?:t|tly)\b", part.text, re.IGNORECASE)
    denies = re.search(r"\b(?:not|without|no|non) ?(?:\w+ ){0,2}significan", quoted, re.IGNORECASE)
    if part.clause.negates or not other.keys:
        return False
    if calls and denies:
        own = len((part.keys & other.keys) - _CALLED)
        is_called = re.search(r"\b(?<!not )(?<!no )significan", denies.re.sub(" ", quoted))
        return not is_called and (own > 0 or len(part.keys - _CALLED) <= 1)
    figures = _with_figures(other, theirs)
    if significance_of(figures) is not False or significance_of(text) is not None:
        return False
    if _NO_EFFECT.search(part.text):
        return False
    if effects_of(other.clause) or not effects_of(part.clause):
        return False
    rest = frozenset[str]().union(
        *(e.keys for e in theirs if (e.quote, e.clause.sentence) != _sentence(other))
    )
    shared = part.keys & other.keys
    return len(shared - rest) >= _LEAST_SHARED and len(shared) >= _SHARE_OF_EFFECT * len(part.keys)


def _sentence(part: Part) -> tuple[int, int]:
    return part.quote, part.clause.sentence


def _with_figures(part: Part, parts: Sequence[Part]) -> str:
    """A clause with the brackets behind it, in which its figures stand: all that follows in its
    sentence, up to a clause with a matter of its own.
    """
    text = part.text
    at = next(at for at, each in enumerate(parts) if each is part)
    for each in parts[at + 1 :]:
        if _sentence(each) != _sentence(part) or len(each.clause.roots - _OF_FIGURES) > 1:
            break
        text = f"{text} {each.text}"
    return text
