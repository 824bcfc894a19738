"""Whom and what works studied, and whether a claim names somebody else."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evidence.matching.studies.species import ORIGIN, SPECIES
from evidence.matching.studies.told_populations import told_populations

_CLAIMED: Final = {
    "age:child": r"children|boys|girls|schoolchildren|p(?:a)?ediatric patients",
    "age:child/infant": r"infants|toddlers|babies",
    "age:child/infant/neonate": r"neonates|newborns",
    "age:child/adolescent": r"adolescents|teenagers",
    "age:adult": r"adults|adult (?:patients|participants|men|women|volunteers|outpatients)",
    "age:adult/elderly": r"elderly|older (?:adults|people|persons|patients|men|women)",
    "sex:man": r"men|boys|male (?:patients|participants|adults|subjects|volunteers)",
    "sex:woman": r"women|girls|female (?:patients|participants|adults|subjects|volunteers)",
    "kind:volunteer": r"volunteers|healthy (?:\w+ ){0,2}?(?:subjects|participants|adults|men|women|"
    r"people|individuals)",
} | {f"kind:{name}": words for name, words in SPECIES.items()}  # fmt: skip
_IN_CLAIM: Final = tuple(
    (path, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for path, words in _CLAIMED.items()
)
# What says of somebody that he was not studied, and not what was found in him.
_DENIED: Final = re.compile(
    r"\b(?:not|never|nor|neither|no|cannot|can't|without)\b[^.;]{0,60}?\b(?:stud(?:y|ied|ies)|"
    r"includ\w+|enrol\w+|appl(?:y|ies|ied)|extend\w*|extrapolat\w+|generali[sz]\w+|examined|tested|"
    r"represented|investigated|licen[cs]ed|recommended|known|covers?|covered|holds?|transfer\w*|"
    r"evaluated|assessed)\b|\bno (?:\w+ )?(?:data|evidence|trials|studies)\b|"
    r"\b(?:neither|nor|unlike) (?:for|in|to|of)\b|"
    r"\bexclu\w+|\bkept out\b|\bunknown\b|\bwhether\b|\bremains? to be\b|\byet to be\b|\bawaits?\b|"
    r"\bunder-?represented\b|\bineligib\w+",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[;:]|,?\s(?=(?:but|although|though|while|whereas|which|yet|whether|because)\b)|"
    r",\s(?=(?:and|as|since|so|nor|a|an|the)\b)"
)
_SENTENCE: Final = 300  # characters before and behind a word in which its sentence begins and ends
_LONGEST: Final = 1_000_000

Populations = tuple[tuple[str, str], ...]
"""Whom and what a work studied, as `told_populations` names them, each with the first word."""


def populations_of(text: str) -> Populations:
    """Whom and what a work's text names, but for people of whom it only says that they were not
    studied, were excluded, or that nothing is known of them.
    """
    text = text[:_LONGEST]
    studied: dict[str, str] = {}
    for path, at, word in told_populations(text):
        if path not in studied and (_is_animal(path) or not _DENIED.search(_sentence(text, at))):
            studied[path] = word
    return tuple(studied.items())


def animals_of(populations: Populations) -> tuple[str, ...]:
    """The species of animals among them: `mouse`, `rat` …"""
    return tuple(path.removeprefix("kind:") for path, _ in populations if _is_animal(path))


def _is_animal(path: str) -> bool:
    return path.removeprefix("kind:") in SPECIES


def _sentence(text: str, at: int) -> str:
    left = max(at - _SENTENCE, 0)
    start = max(text.rfind(". ", left, at), text.rfind("\n\n", left, at), left)
    stop = text.find(". ", at, at + _SENTENCE)
    return text[start : stop if stop > 0 else at + _SENTENCE]


def unnamed_population(claim: str, works: Sequence[Populations]) -> tuple[str, str] | None:
    """The claim's word for people or animals of an age, a sex or a kind that none of the works
    studied, and the word of a work for others that it did; None where there is no such word.

    What the claim says of those who were not studied does not count.
    """
    told = [each for work in works for each in work]
    for clause in _CLAUSE.split(claim):
        if not _DENIED.search(clause):
            for path, word in _claimed(clause):
                if other := _other(path, told):
                    return word, other
    return None


def _claimed(clause: str) -> Iterator[tuple[str, str]]:
    clause = ORIGIN.sub(" ", clause)
    for path, words in _IN_CLAIM:
        if found := words.search(clause):
            yield path, found[0]


def _other(path: str, told: Sequence[tuple[str, str]]) -> str:
    """Who of the same set was studied, where nobody was who is this one or a part of it."""
    if any(_are_compatible(path, studied) for studied, _ in told):
        return ""
    kind = path.partition(":")[0]
    return next((word for studied, word in told if studied.partition(":")[0] == kind), "")


def _are_compatible(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
