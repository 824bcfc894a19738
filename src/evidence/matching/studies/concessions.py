"""What a sentence grants behind `although` and `but`, where a claim leaves it out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.studies.clauses import LONGEST
from evidence.matching.studies.cues import shared
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.stretch import Stretch, shown
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
_SHARE: Final = 0.4  # of the claim, in that rest; of a claim with several quotes, less
_SHARE_OF_ONE: Final = 0.25
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
    for each in concessions_in(text):
        text = f"{text[: each.start]}{' ' * (each.end - each.start)}{text[each.end :]}"
    return text


def lost_concession(claim: str, quotes: Sequence[str]) -> Shift | None:
    """What a quote grants beside that which the claim says, where the claim does not speak of it
    and grants nothing of its own; None where there is nothing such.
    """
    claim = claim[:LONGEST]
    wanted = keys_in(claim)
    for at, quote in enumerate(quotes):
        for concession in concessions_in(quote[:LONGEST]):
            share = _SHARE if len(quotes) == 1 else _SHARE_OF_ONE
            if _is_left_out(concession, claim, share * len(wanted), quote):
                return Shift("", shown(quote, concession), at)
    return None


def _is_left_out(concession: Stretch, claim: str, least: float, quote: str) -> bool:
    """Whether the claim has so many keys of the rest of the quote, and not what is granted."""
    wanted = keys_in(claim)
    rest = keys_in(f"{quote[: concession.start]} {quote[concession.end :]}")
    if len(shared(wanted, rest)) < max(_LEAST_SHARED, least):
        return False
    granted = keys_in(concession.named)
    granted = granted - shared(granted, rest) or granted
    if not granted or len(shared(granted, wanted)) >= _KEPT * len(granted):
        return False
    own = {each.casefold() for each in _OWN.findall(claim)}
    return not own - {each.casefold() for each in _OWN.findall(quote[: concession.start])}


def _first_part(granted: str) -> str:
    parts = granted.split(",")
    count = next((at for at in range(1, len(parts)) if _has_words(parts[:at])), len(parts))
    return ",".join(parts[:count])


def _has_words(parts: Sequence[str]) -> bool:
    return sum(len(each.split()) for each in parts) >= _LEAST_WORDS
