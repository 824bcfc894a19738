"""Whether a claim leaves out a limit of the words that it rests on, so that it says more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.studies.clauses import AUXILIARIES, LONGEST, Sort, read_clauses
from evidence.matching.studies.effects import CHANGES
from evidence.matching.studies.keys import parts_of
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.widened import widened_limit

_WHOM: Final = (
    r"(?:patients|participants|adults|children|adolescents|infants|women|men|people|individuals|"
    r"persons|those|subjects)"
)


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit as it stands in a quote, and the words of a claim that keep it or its like.

    `about` says that the limit is kept by speaking of what follows it, too.
    """

    stated: re.Pattern[str]
    kept: re.Pattern[str]
    about: bool = True


def _limit(stated: str, kept: str, *, about: bool = True) -> _Limit:
    return _Limit(
        re.compile(rf"\b(?:{stated})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{kept})\b" if kept else r"(?!)", re.IGNORECASE),
        about,
    )


_PART: Final = (
    r"some|subsets?|subgroups?|minorit\w+|proportion|fraction|certain|selected|several|few|part|"
    r"can|may|might|sometimes|occasional\w*|rarely|individual|most|many|not all|half|third|"
    r"quarter|\d+(?:\.\d+)? ?%|\d+ (?:of|out of)|one|two|three|four|five|six|cases?|responders"
)
_LIMITS: Final = (
    _limit(
        r"(?<!not )(?<!the )only(?! (?:\d|one|two|three|four|five|a few|mild|minor|modest|slight))|"
        r"solely|exclusively|(?:limited|restricted|confined) to",
        r"only|mere(?:ly)?|just|sole(?:ly)?|exclusive\w*|limited|restricted|confined|alone|unless|unique\w*|"
        r"specific\w*|except|provided|if|once|save|not|no|without|selective\w*|require\w*|"
        r"depend\w*",
    ),
    _limit(
        r"except(?:ing)?(?: (?:in|for|when|where|with|those|after|at|on|under))?|unless|"
        r"provided that|(?<=[,;] )provided|"
        r"but not (?:in|for|with|at|when|where|after|once|those|if)",
        r"except\w*|unless|provided|only|save|if|when|where|not|no|none|nor|without|apart|"
        r"other than|exclu\w*|subset|limited|restricted|but|though|although|unlike|whereas|"
        r"while|depend\w*|require\w*|lack\w*|free|non-?\w+",
    ),
    _limit(
        rf"(?:a |in (?:a |the )?)?(?:small )?(?:subset|minority|subgroup) of|in some {_WHOM}|"
        rf"in some (?:cases|tumou?rs|trials|studies)|^some {_WHOM}|"
        rf"(?:a (?:small |certain )?proportion|a few|certain|selected) (?:of )?(?:the )?{_WHOM}",
        _PART,
        about=False,
    ),
    _limit(
        r"in combination with|combined with|when added to|added to|as (?:an )?add-on to|"
        r"as (?:an )?adjunct to|together with|on top of|(?<!-)plus(?!-)",
        r"combin\w+|plus|add(?:ed|ing|ition|-on)|adjunct\w*|together|with|and|on top of|regimens?|"
        r"background|alongside",
    ),
    _limit(r"up to", r"up to|at most|maxim\w+|no (?:more|longer) than|within|as \w+ as|≤|<|below|"
           r"under|between|to|or less|until|peak\w*|nearly|almost|about", about=False),
)  # fmt: skip
_POPULATION: Final = re.compile(
    rf"\b(?:in|among|for|of) (?:[\w-]+ ){{0,3}}?{_WHOM} (?P<who>(?:with|who (?:had|have|were|are)|"
    r"aged|undergoing|receiving|over|older than|under|younger than|carrying|harbou?ring) "
    r"[^,.;()]{3,90})|"
    r"\b(?:in|among) (?P<group>(?:pregnant |postmenopausal |older |elderly |young |male |female |"
    r"p(?:a)?ediatric |adult |black |hospitali[sz]ed )?(?:women|men|children|adolescents|infants|"
    r"neonates|adults|older people|elderly people|elderly patients|p(?:a)?ediatric patients|"
    r"critically ill patients|hospitali[sz]ed patients|[a-z-]+-(?:positive|negative|mutant|mutated)"
    r" (?:patients|tumou?rs)))\b",
    re.IGNORECASE,
)
_ANY_POPULATION: Final = re.compile(
    rf"\b(?:{_WHOM}|patient|adult|child|infant|woman|man|elderly|older|pregnan\w+|p(?:a)?ediatric|"
    r"volunteers?|humans?|mice|rats|animals?|mutant|mutated|positive|negative|wild-type|"
    r"outpatients?|inpatients?|neonat\w+|newborns?|survivors|smokers|aged|years|carriers|users|"
    r"babies|boys|girls|disease|syndrome|cancer|carcinoma|\w+itis|\w+(?:o|e)ma|\w+aemia|\w+emia|"
    r"\w+osis|infections?|disorders?|failure|diabet\w+|hypertens\w+|models?)\b",
    re.IGNORECASE,
)
_ANYBODY: Final = frozenset({"patients", "patient", "participants", "people", "subjects", "those"})
_LEAST_SHARED: Final = 2
_SHARE: Final = 0.4
_ABOUT: Final = 5  # content words behind a limit that tell what it is


def lost_limit(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The limit of the quote's sentence that the claim has no words for; None where the claim has
    any, where it speaks of what the limit names, or another sentence says it without a limit.
    """
    claim = claim[:LONGEST]
    wanted = _keys(claim)
    best, found = 0, None
    for at, quote in enumerate(quotes):
        for sentence in _sentences(quote[:LONGEST]):
            shared = len(wanted & _keys(sentence))
            limit = _lost(claim, wanted, sentence)
            if shared > best or (shared == best and not limit):
                best, found = shared, Shift("", limit, at) if limit else None
    enough = max(min(_LEAST_SHARED, len(wanted)), _SHARE * len(wanted))
    return found if found and best >= enough else widened_limit(claim, quotes)


def _lost(claim: str, wanted: frozenset[str], sentence: str) -> str:
    for limit in _LIMITS:
        for stated in limit.stated.finditer(sentence):
            about = _about(sentence[stated.end() :])
            spoken_of = about & (wanted | _people(claim))
            if limit.kept.search(claim) or (limit.about and 2 * len(spoken_of) > len(about)):
                continue
            if stated[0].casefold() == "up to" and not _has_number(claim, sentence[stated.end() :]):
                continue
            return _shown(sentence, stated)
    return _lost_population(claim, wanted, sentence)


def _has_number(claim: str, behind: str) -> bool:
    """Whether the claim states the number that the limit is put to."""
    number = re.match(r"\W*(\d[\d.,]*\d|\d)", behind)
    return number is not None and bool(re.search(rf"(?<![\d.]){re.escape(number[1])}\b", claim))


def _lost_population(claim: str, wanted: frozenset[str], sentence: str) -> str:
    """The people whom the sentence speaks of, where the claim names none at all."""
    if _ANY_POPULATION.search(claim):
        return ""
    for stated in _POPULATION.finditer(sentence):
        if not _roots(stated["who"] or stated["group"]) & wanted:
            return stated[0].strip()
    return ""


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[^\W\d_A-Z][.!?])\s+(?=[A-Z])", text)


def _roots(text: str) -> frozenset[str]:
    return frozenset().union(*(clause.roots for clause in read_clauses(text)))


def _keys(text: str) -> frozenset[str]:
    return frozenset().union(*(part.keys for part in parts_of(text)))


def _people(claim: str) -> set[str]:
    tokens = (token for clause in read_clauses(claim) for token in clause.tokens)
    return {token.folded for token in tokens if token.sort is Sort.PEOPLE}


def _about(text: str) -> frozenset[str]:
    """What a limit names: the words behind it up to a comma or a verb."""
    words: list[str] = []
    for clause in read_clauses(text[:200])[:1]:
        for token in clause.tokens:
            is_verb = token.folded in AUXILIARIES or token.kind in CHANGES
            if token.sort is Sort.MARK or is_verb or len(words) == _ABOUT:
                break
            if token.sort in (Sort.CONTENT, Sort.NUMBER):
                words.append(token.kind)
            elif token.sort is Sort.PEOPLE and token.folded not in _ANYBODY:
                words.append(token.folded)
    return frozenset(words)


def _shown(sentence: str, stated: re.Match[str]) -> str:
    """The limit with the words behind it, to its next stop."""
    behind = re.match(r"(?:\s+[\w%.-]+){0,5}", sentence[stated.end() :])
    return (stated[0] + (behind[0] if behind else "")).strip(" .")
