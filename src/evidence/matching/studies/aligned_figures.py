"""Whether a claim denies what the figures of a quote tell, or says what they deny."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.clauses import Sort, Token
from evidence.matching.studies.effects import effects_of
from evidence.matching.studies.keys import Pair, Part, sentence_of
from evidence.matching.studies.significance import significance_of

NEGATING: Final = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|can ?not|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|"
    r"nothing|nobody|little)\b",
    re.IGNORECASE,
)
"""Words that deny."""
_DENIED_VERB: Final = re.compile(
    r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would) (?:not|never)\b|\bnever\b",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(
    r"un\w{4,}|(?:in|dis|mal)\w{5,}|absen\w+|rare\w*|seldom|free|similar\w*|comparable|alone|"
    r"same|lost|loss|die[sd]?|deaths?|spar\w+|stopp?\w*|prevent\w*|avoid\w*|resist\w*|worse\w*|"
    r"avert\w*|harm\w*|exclu\w+|miss\w*|poor\w*|hardly|barely|stable",
    re.IGNORECASE,
)
_DIFFERING: Final = frozenset({"differ", "chang", "effect", "link", "signif", "relat", "good"})
_MEASURED_IN: Final = re.compile(
    r"[mµμ]?g|kg|mg/kg|[mµμn]?M|iu|days?|weeks?|months?|years?|h|hours?|min|minutes|daily|weekly",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_NONE: Final = frozenset({"95", "0.05"})
_NO_EFFECT: Final = re.compile(
    r"numerical|trend|tend|similar|\bnot\b|may|might|could|appear|seem|possibl", re.IGNORECASE
)
_SHARE_OF_EFFECT: Final = 0.3
_OF_FIGURES: Final = frozenset({"differ", "p", "ratio", "hazard", "odd", "confid", "interv"})
_CALLED: Final = frozenset({"signif", "differ"})
_LEAST_SHARED: Final = 2
_LEAST_ROUNDED: Final = 5


def turns_round(part: Part, other: Part) -> bool:
    """Whether words of one of them turn round what it says."""
    mine, theirs = ({each.folded for each in one.clause.tokens} for one in (part, other))
    return sum(map(bool, map(_TURNED.fullmatch, mine))) % 2 != (
        sum(map(bool, map(_TURNED.fullmatch, theirs))) % 2
    )


def other_result(pair: Pair) -> bool:
    """Whether the claim denies what the quote says with the same figure, of the same thing."""
    part, other, theirs = pair.part, pair.other, pair.theirs
    if not _DENIED_VERB.search(part.text) or NEGATING.search(other.text):
        return False
    sentence = " ".join(each.text for each in sentence_of(other, theirs))
    if significance_of(sentence) is False or turns_round(part, other):
        return False
    if _DIFFERING & part.keys:
        return False
    figures = _figures(part) & _figures(other, " ".join(e.text for e in sentence_of(other, theirs)))
    shared = part.clause.roots & frozenset[str]().union(
        *(each.clause.roots for each in sentence_of(other, theirs))
    )
    return bool(figures) and len(shared) >= (1 if len(figures) > 1 else _LEAST_SHARED)


def _figures(part: Part, text: str = "") -> frozenset[str]:
    """Results of a clause: its numbers without those of doses, times and people, rounded."""
    tokens = part.clause.tokens
    found = set()
    for at, token in enumerate(tokens):
        if token.sort is not Sort.NUMBER or not _FIGURE.fullmatch(token.folded):
            continue
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and _is_no_result(behind):
            continue
        found.add(_rounded(token.folded))
    if text:
        found |= {_rounded(each) for each in re.findall(r"(\d+(?:\.\d+)?) ?%", text)}
    return frozenset(found - _NONE - {"0", "1", "2", "3"})


def _is_no_result(token: Token) -> bool:
    return token.sort is Sort.PEOPLE or bool(_MEASURED_IN.fullmatch(token.folded))


def _rounded(number: str) -> str:
    value = float(number.replace(",", ""))
    return str(round(value)) if value > _LEAST_ROUNDED else number


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
