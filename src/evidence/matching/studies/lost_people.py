"""The people of whom a finding holds, where a claim leaves them out."""

import re
from typing import Final

from evidence.matching.studies.cues import Keys, shared
from evidence.matching.studies.text_keys import keys_in

WHOM: Final = (
    r"(?:patients|participants|adults|children|adolescents|infants|women|men|people|individuals|"
    r"persons|those|subjects)"
)
"""Words for people, as a pattern."""
_POPULATION: Final = re.compile(
    rf"\b(?:in|among|for|of) (?:[\w-]+ ){{0,3}}?{WHOM} (?P<who>(?:with|who (?:had|have|were|are)|"
    r"aged|undergoing|receiving|over|older than|under|younger than|carrying|harbou?ring) "
    r"[^,.;()]{3,90})|"
    r"\b(?:in|among) (?P<group>(?:pregnant |postmenopausal |older |elderly |young |male |female |"
    r"p(?:a)?ediatric |adult |black |hospitali[sz]ed )?(?:women|men|children|adolescents|infants|"
    r"neonates|adults|older people|elderly people|elderly patients|p(?:a)?ediatric patients|"
    r"critically ill patients|hospitali[sz]ed patients|[a-z-]+-(?:positive|negative|mutant|mutated)"
    r" (?:patients|tumou?rs)))\b",
    re.IGNORECASE,
)
_MEASURED_PEOPLE: Final = re.compile(
    rf"\b(?:in|among|for|of) (?:[\w-]+ ){{0,3}}?{WHOM} (?P<who>(?:with|who|whose|aged|under|over|"
    r"above|below|on|older than|younger than|taking|receiving) [^,;()\d]{0,60}(?<![\w-])"
    r"\d[\d.]*(?: [\w/%]+)?)",
    re.IGNORECASE,
)
_AGE: Final = re.compile(r"\b(?:years?|aged?|old(?:er)?|young(?:er|est)?)\b", re.IGNORECASE)
_ANY_POPULATION: Final = re.compile(
    rf"\b(?:{WHOM}|patient|adult|child|infant|woman|man|elderly|older|pregnan\w+|p(?:a)?ediatric|"
    r"volunteers?|humans?|mice|rats|animals?|mutant|mutated|positive|negative|wild-type|"
    r"outpatients?|inpatients?|neonat\w+|newborns?|survivors|smokers|aged|years|carriers|users|"
    r"babies|boys|girls|disease|syndrome|cancer|carcinoma|\w+itis|\w+(?:o|e)ma|\w+aemia|\w+emia|"
    r"\w+osis|infections?|disorders?|failure|diabet\w+|hypertens\w+|models?)\b",
    re.IGNORECASE,
)


def lost_people(claim: str, wanted: Keys, sentence: str) -> str:
    """The people whom the sentence speaks of, where the claim names none at all, or them without
    the number that limits them (`in patients under 70 years`).
    """
    if _ANY_POPULATION.search(claim):
        for stated in _MEASURED_PEOPLE.finditer(sentence):
            is_aged = _AGE.search(stated["who"]) and _AGE.search(claim)
            if not is_aged and not shared(keys_in(stated["who"]), wanted):
                return stated[0].strip()
        return ""
    for stated in _POPULATION.finditer(sentence):
        if not keys_in(stated["who"] or stated["group"]) & wanted:
            return stated[0].strip()
    return ""
