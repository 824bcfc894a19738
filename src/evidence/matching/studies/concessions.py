"""What a sentence grants behind `although` and `but`, where a claim leaves it out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.studies.clauses import LONGEST
from evidence.matching.studies.cues import Keys, shared
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.stretch import Stretch, blanked, shown
from evidence.matching.studies.text_keys import keys_in

_CONCEDING: Final = re.compile(
    r"\b(?:although|though|albeit|even if)\b(?P<granted>[^;.]*(?:\.\d[^;.]*)*)", re.IGNORECASE
)
# `but` grants something only where it denies, doubts or makes less of it.
_BUT: Final = re.compile(
    r"\bbut\b(?P<granted>(?=[^;.]*?\b(?:not|no|only|never|none|without|subset|subgroup|unknown|"
    r"untested|uncertain|unclear|excluded|lost|missing|lack\w*|neither|cannot|small(?:er)?|"
    r"short(?:er)?|left out|failed|disappear\w*|absent|minority|weaker|less|fewer|worse|lower|"
    r"ineffective|inactive|underpowered|in those|too few|waned|faded|lasted|returned|relapsed|"
    r"attenuated)\b)"
    r"[^;.]*(?:\.\d[^;.]*)*)",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"\s+(?:[a-z]+ ){0,2}?(?:only|not) (?:in|if|when|for|with|after|among|at|by|under|within|where|"
    r"on|during|above|below|once|until|those|from|children|adults|women|men|patients|people|"
    r"infants)\b",
    re.IGNORECASE,
)
TAKEN_BACK: Final = (
    r"\s(?:the|this|these|it|they)\b(?: (?:difference|effect|reduction|increase|fall|rise|change|"
    r"benefit|gain|trend|association|result|finding)s?)?(?: \w+){0,2} (?:not|never) (?:\w+ )?"
    r"significan\w*"
)
"""A pattern of what takes back what was said before: `the difference was not significant`."""
_TAKEN_BACK: Final = re.compile(TAKEN_BACK, re.IGNORECASE)
_OWN: Final = re.compile(
    r"\b(?:although|though|albeit|even if|but|however|yet|while|whereas|despite|except\w*|unless|"
    r"only|provided|until|whether|apart|excluding)\b",
    re.IGNORECASE,
)
_LEAST_WORDS: Final = 3  # of what is granted
_LEAST_SHARED: Final = 2  # keys of the claim and of the rest of the sentence
_SHARE: Final = 0.4  # of the claim, in that rest
_SHARE_OF_SEVERAL: Final = 0.25  # of a claim with several quotes, in the rest of one
_KEPT: Final = 0.5  # of what is granted, in a claim that grants it as well


def concessions_in(sentence: str) -> Iterator[Stretch]:
    """What the sentence grants, each up to a comma behind which something else is said; but for
    what begins with a condition or an exception (`but only in men`), or takes back what was said
    (`but the difference was not significant`).
    """
    for found in (*_CONCEDING.finditer(sentence), *_BUT.finditer(sentence)):
        if _CONDITION.match(found["granted"]) or _TAKEN_BACK.match(found["granted"]):
            continue
        named = _first_part(found["granted"])
        yield Stretch(found.start(), found.start("granted") + len(named), named)


def without_concessions(text: str) -> str:
    """The text with blanks for what it grants."""
    return blanked(text, list(concessions_in(text)))


def lost_concession(claim: str, quotes: Sequence[str]) -> Shift | None:
    """What a quote grants beside that which the claim says, where the claim does not speak of it
    and grants nothing of its own; None where there is nothing such.
    """
    claim = claim[:LONGEST]
    wanted = keys_in(claim)
    for at, quote in enumerate(quotes):
        for concession in concessions_in(quote[:LONGEST]):
            share = _SHARE if len(quotes) == 1 else _SHARE_OF_SEVERAL
            is_said = _is_said(concession, wanted, quote, share * len(wanted))
            if is_said and not _grants_other(claim, quote[: concession.start]):
                return Shift("", shown(quote, concession), at)
    return None


def _is_said(concession: Stretch, wanted: Keys, quote: str, least: float) -> bool:
    """Whether the claim says so much of the rest of the quote, and not what that grants."""
    rest = keys_in(f"{quote[: concession.start]} {quote[concession.end :]}")
    if len(shared(wanted, rest)) < max(_LEAST_SHARED, least):
        return False
    granted = keys_in(concession.named)
    granted = granted - shared(granted, rest) or granted
    return bool(granted) and len(shared(granted, wanted)) < _KEPT * len(granted)


def _grants_other(claim: str, before: str) -> bool:
    """Whether the claim grants something in words that the quote has not before its concession."""
    ours, theirs = ({each.casefold() for each in _OWN.findall(text)} for text in (claim, before))
    return bool(ours - theirs)


def _first_part(granted: str) -> str:
    parts = granted.split(",")
    count = next((at for at in range(1, len(parts)) if _has_words(parts[:at])), len(parts))
    return ",".join(parts[:count])


def _has_words(parts: Sequence[str]) -> bool:
    return sum(len(each.split()) for each in parts) >= _LEAST_WORDS
