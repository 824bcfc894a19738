"""Whether a claim makes a cause of what the words that it rests on only find side by side."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.studies.clauses import LONGEST, read_clauses
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift

_ASSOCIATION: Final = re.compile(
    r"\b(?:associated with|associations? (?:between|with|of)|correlat(?:ed|es|ion|ions)|"
    r"(?:is|are|was|were|been) (?:\w+ )?(?:linked|related) (?:to|with)|"
    r"predict(?:ed|s|ors?|ive)(?: of)?|risk factors? for|observational)\b",
    re.IGNORECASE,
)
_VERBS: Final = (
    r"caus|reduc|increas|prevent|protect|improv|lower|rais|worsen|induc|trigger|promot|decreas|"
    r"shorten|prolong|doubl|halv|accelerat|slow|delay|cut|boost|enhanc|impair|contribut|produc|"
    r"tripl|exacerbat|aggravat|elevat"
)
_CAUSAL: Final = re.compile(
    rf"(?P<verb>\b(?:{_VERBS})(?:s|es|ts)\b|\b(?:leads?|led) to\b|\bresult(?:s|ed)? in\b|"
    r"\bdue to\b|\bcaused by\b|\bbecause of\b|\bgives? rise to\b|"
    rf"\b(?:can|will|does|do|to) (?:{_VERBS})(?:e|t)?\b)|"
    rf"(?P<past>\b(?:(?:{_VERBS})(?:ed|d)|cut)\b)|"
    rf"(?P<plural>(?<=[a-z]s )(?:{_VERBS})e?\b(?! in\b))",
    re.IGNORECASE,
)
_CLAIM_ASSOCIATES: Final = re.compile(
    r"\b(?:associat\w+|correlat\w+|link\w*|relat(?:ed|ion\w*)|predict\w*|risk factors?|risk marker|"
    r"observational|cohort|likely|more (?:often|common|frequent)|had|have (?:a|an|more|less|higher|"
    r"lower|fewer)|may|might|could|seem\w*|appear\w*|suggest\w*|marker|tend\w*|inverse\w*|"
    r"possibl\w+|was seen|were seen|observed|occur\w*|accompan\w+|goes with|coincid\w+)\b",
    re.IGNORECASE,
)
_TRIAL: Final = re.compile(
    r"\b(?:randomi[sz]ed|randomly|placebo|trial|double-blind|mendelian|versus|compared with|"
    r"treated|assigned|regression of tumou?rs)\b",
    re.IGNORECASE,
)
_NOT_A_VERB: Final = word_set(
    "a an the of in with at for by and or is are was were be been being had have has from to on "
    "any more significantly markedly greatly"
)
_LEAST_SHARED: Final = 2


def causal_claim(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The causal words of the claim, and those by which the quote only associates.

    Nothing is said where the quote itself tells of an effect or of a trial, nor where the claim
    tells of an association, or hedges.
    """
    claim = claim[:LONGEST]
    cause = next(_causal(claim), "")
    if not cause or _CLAIM_ASSOCIATES.search(claim):
        return None
    wanted = _roots(claim)
    best, found = 0, None
    for at, quote in enumerate(quotes):
        for sentence in re.split(r"(?<=[^\W\d_A-Z][.!?])\s+(?=[A-Z])", quote[:LONGEST]):
            shared, told = len(wanted & _roots(sentence)), _ASSOCIATION.search(sentence)
            effect = _TRIAL.search(sentence) or next(_causal(sentence), "")
            if shared > best:
                best, found = shared, Shift(cause, told[0], at) if told and not effect else None
    return found if best >= min(_LEAST_SHARED, len(wanted)) else None


def _causal(text: str) -> Iterator[str]:
    """The words of the text that say that one thing brings about another."""
    for found in _CAUSAL.finditer(text):
        if found["past"]:
            before = re.search(r"([\w-]+)\W*$", text[: found.start()])
            if before is None or before[1].casefold() in _NOT_A_VERB:
                continue  # `was reduced`, `a reduced risk`, `Reduced function`
        yield found[0]


def _roots(text: str) -> frozenset[str]:
    return frozenset().union(*(clause.roots for clause in read_clauses(text)))
