"""Whether a claim leaves out a limit of the words that it rests on, so that it says more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.studies.clauses import AUXILIARIES, LONGEST, Sort, Token, read_clauses
from evidence.matching.studies.cues import Keys, keys_of, shared
from evidence.matching.studies.effects import CHANGES
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.widened import widened_limit

_WHOM: Final = (
    r"(?:patients|participants|adults|children|adolescents|infants|women|men|people|individuals|"
    r"persons|those|subjects)"
)
# Words that open an exception or a condition.
_OPENING: Final = re.compile(
    r"\b(?:except(?:ing)?|unless|provided|other than|apart from|as long as|but not (?=in|"
    r"for|with|at|when|where|after|once|those|if|before|among|by|on|during|under|until|children|adults|women|men|"
    r"patients|people|infants)|"
    r"(?:limited|restricted|confined) to|(?<!not )only (?:in|when|if|for|with|after|among|at|by|"
    r"under|within|where|on|during|above|below|once|until|those|the|from)|"
    r"at least (?:in|at|for|when|with|within|among|under|on|during|as long|until|where))\b"
    r"(?! (?:\d|one|two|three|four|five)\b)",
    re.IGNORECASE,
)
# A clause that grants something, and denies or doubts in it.
_GRANTING: Final = re.compile(
    r"\b(?:although|though|but|albeit|even if|while|whereas)\b(?P<granted>[^;.]*?\b(?:not|no|only|"
    r"never|none|without|subset|subgroup|unknown|untested|uncertain|unclear|excluded|lost|missing|"
    r"lack\w*|neither|cannot|small|short|left out|failed|disappear\w*|absent|minority)\b"
    r"[^;.]*)",
    re.IGNORECASE,
)
# Words by which a claim may limit what it says.
_LIMITING: Final = re.compile(
    r"\b(?:except\w*|exclu\w*|unless|provided|only|sole\w*|save|if|when|where|not|no|none|nor|never|"
    r"without|apart|other than|limited|restricted|confined|subset\w*|subgroup\w*|cannot|fail\w*|"
    r"lack\w*|un(?:known|tested|studied|clear|certain|changed|affected|altered|proven|proved)|"
    r"untried|lost|little|few|alone|just|mere\w*|barring|aside|non-?\w{5,}|condition\w*|need\w*|"
    r"requir\w*|depend\w*|at least|as long as|part\w*|some|absen\w*|spar\w*|neither|limit\w*|"
    r"minority|small|short|but|although|though|albeit|however|yet|while|whereas)\b",
    re.IGNORECASE,
)
# The plainest of them: one that the quote has not stands for another that it has.
_CONDITION: Final = re.compile(
    r"\b(?:except|unless|provided|only|solely|save|limited|restricted|confined|as long as|barring|"
    r"apart|excluded|exclusion)\b",
    re.IGNORECASE,
)
_COMBINED: Final = re.compile(
    r"\b(?:in combination with|combined with|(?:when )?added to|(?:as )?(?:an )?add-on to|"
    r"adjunct to|together with|on top of)\b",
    re.IGNORECASE,
)
_COMBINING: Final = re.compile(
    r"\b(?:combin\w+|plus|add(?:ed|ing|ition|s|-on)|adjunct\w*|together|alongside|on top|regimens?|"
    r"both)\b",
    re.IGNORECASE,
)
_UP_TO: Final = re.compile(
    r"\b(?:up to|at most|as (?:much|many|long) as|no more than)\W+(?:about |a )?"
    r"(?P<number>\d[\d.,]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve)",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"up to|at most|maxim\w*|no (?:more|longer) than|within|as \w+ as|≤|<|below|under|until|"
    r"peak\w*|nearly|almost|between|to\b.{0,6}$",
    re.IGNORECASE,
)
_OR_LESS: Final = re.compile(
    r"\W*(?:\w+ )?(?:or (?:less|fewer|lower)|at (?:the )?most)", re.IGNORECASE
)
_OF_SOME: Final = re.compile(
    rf"\b(?:(?:a|in (?:a|the|one)) (?:small )?(?:subset|subgroup|minority)|in part|partly|"
    rf"partially|part of|in some {_WHOM}|in some (?:cases|tumou?rs|trials|studies)|some {_WHOM}|"
    rf"(?:a (?:small |certain )?proportion|a few|certain|selected) (?:of )?(?:the )?{_WHOM})\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:some|subsets?|subgroups?|minorit\w+|proportion|fraction|certain|selected|several|few|part|"
    r"partly|partial\w*|can|may|might|sometimes|occasional\w*|rarely|individual|most|many|not all|"
    r"half|third|quarter|\d+(?:\.\d+)? ?%|\d+ (?:of|out of)|one|two|three|four|five|six|cases?|"
    r"responders|contribut\w*)(?!\w)",
    re.IGNORECASE,
)
_IN_PART: Final = re.compile(
    r"\b(?:some|part|partly|partial\w*|contribut\w*|half|fraction|share|mostly|largely|"
    r"not all|not the whole)\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    r"\b(?:only|mere(?:ly)?|just|sole(?:ly)?|exclusive\w*|limited|restricted|confined|alone|unless|"
    r"unique\w*|specific\w*|except|provided|if|once|save|not|no|nothing|without|selective\w*|require\w*|"
    r"depend\w*|as long as)\b",
    re.IGNORECASE,
)
_LONE_ONLY: Final = re.compile(
    r"\b(?<!not )(?<!the )only (?!to |\d|one|two|three|four|five|a few|mild|minor|modest|slight|"
    rf"(?:in|for|among) (?:[\w-]+ ){{0,3}}{_WHOM})",
    re.IGNORECASE,
)
_SEX_OR_AGE: Final = re.compile(
    r"\b(?:women|men|boys|girls|children|adults|adolescents|infants|neonates|males|females)\b", re.I
)
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
_OPPOSED: Final = re.compile(
    r"\b(?P<to>among|in|for|when|at|with) (?P<group>[^,;]{3,60}) but not (?P=to)\b", re.IGNORECASE
)
_SCOPE_END: Final = re.compile(r"[^,;:()]*")
_SHARE: Final = 0.4  # of the claim, in the sentence whose limits count for it
_KEPT: Final = 0.5  # of what a limit names, in the claim
_LEAST_SHARED: Final = 2
_WORDS: Final = 4  # words behind a limit that may be what is combined
_NEAR: Final = 25  # characters before a number in which its bound stands
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit in a sentence: where it stands, and what it names."""

    start: int
    end: int
    named: str
    grants: bool = False


def lost_limit(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The limit of a sentence of the quotes that the claim restates without it; None where the
    claim speaks of what the limit names, or has as many words that limit as the sentence.

    Where another sentence restates as much of the claim and has no such limit, nothing is said.
    """
    claim = claim[:LONGEST]
    wanted = _keys(claim)
    best, found = 0, None
    for at, quote in enumerate(quotes):
        for sentence in _sentences(quote[:LONGEST]):
            both = len(shared(wanted, _keys(sentence)))
            limit = _lost(claim, wanted, sentence, is_only_quote=len(quotes) == 1)
            if both > best or (both == best and not limit):
                best, found = both, Shift("", limit, at) if limit else None
    enough = max(min(_LEAST_SHARED, len(wanted)), _SHARE * len(wanted))
    return found if found and best >= enough else widened_limit(claim, quotes)


def _lost(claim: str, wanted: Keys, sentence: str, *, is_only_quote: bool) -> str:
    """The first limit of the sentence that the claim has lost, with the words behind it."""
    return (
        _lost_exception(claim, wanted, sentence, is_only_quote=is_only_quote)
        or _lost_companion(claim, wanted, sentence)
        or _lost_bound(claim, sentence)
        or _lost_part(claim, sentence)
        or _lost_only(claim, wanted, sentence)
        or _lost_population(claim, wanted, sentence)
    )


def _lost_exception(claim: str, wanted: Keys, sentence: str, *, is_only_quote: bool) -> str:
    """An exception or a condition that the claim does not speak of. What a sentence grants is only
    looked for where it is the only one that is quoted: of several a claim takes what it needs.
    """
    if len(_LIMITING.findall(claim)) >= len(_LIMITING.findall(sentence)):
        return ""
    if {each.casefold() for each in _CONDITION.findall(claim)} - {
        each.casefold() for each in _CONDITION.findall(sentence)
    }:
        return ""
    for limit in _exceptions(sentence):
        if limit.grants and not is_only_quote:
            continue
        rest = _keys(f"{sentence[: limit.start]} {sentence[limit.end :]}")
        named = _keys(limit.named) - rest or _keys(limit.named)
        if not named or len(shared(wanted, rest)) < _LEAST_SHARED:
            continue
        is_kept = len(shared(named, wanted)) >= _KEPT * len(named)
        if not is_kept and not _is_of_others(limit, sentence, claim):
            return _shown(sentence[limit.start : limit.end])
    return ""


def _exceptions(sentence: str) -> Iterator[_Limit]:
    """The exceptions and conditions of a sentence, and what it grants: each up to its comma."""
    taken: list[_Limit] = []
    for found in _OPENING.finditer(sentence):
        behind = _SCOPE_END.match(sentence, found.end())
        end = behind.end() if behind else found.end()
        if not any(each.start <= found.start() < each.end for each in taken):
            taken.append(_Limit(found.start(), end, sentence[found.end() : end]))
    for found in _GRANTING.finditer(sentence):
        if not any(each.start < found.end() and found.start() < each.end for each in taken):
            taken.append(_Limit(found.start(), found.end(), found["granted"], grants=True))
    yield from taken


def _is_of_others(limit: _Limit, sentence: str, claim: str) -> bool:
    """Whether the limit only says that something does not hold for others: `but not in men`, where
    the claim speaks of women; `among those on oxygen but not among the rest`.
    """
    before = sentence[: limit.start]
    excepted, of, claimed = (
        {each.casefold() for each in _SEX_OR_AGE.findall(text)}
        for text in (limit.named, before, claim)
    )
    if excepted and not excepted & of and of & claimed:
        return True
    opposed = _OPPOSED.search(sentence, max(0, limit.start - _SHOWN), limit.end)
    return opposed is not None and bool(shared(_keys(opposed["group"]), _keys(claim)))


def _lost_companion(claim: str, wanted: Keys, sentence: str) -> str:
    """What something was given in combination with, where the claim names no combination."""
    if _COMBINING.search(claim):
        return ""
    for found in _COMBINED.finditer(sentence):
        behind = re.split(r"[,;:().]", sentence[found.end() :])[0].split()
        named = _noun(" ".join(behind[:_WORDS]))
        if named and not shared(named, wanted):
            return f"{found[0]} {' '.join(behind[:_WORDS])}"
    return ""


def _noun(text: str) -> Keys:
    """What the words name, up to a verb."""
    tokens: list[Token] = []
    for token in (each for clause in read_clauses(text)[:1] for each in clause.tokens):
        is_verb = token.folded in AUXILIARIES or token.kind in CHANGES
        if tokens and (is_verb or token.folded.endswith("ed")):
            break
        if token.sort is not Sort.STOP:
            tokens.append(token)
    return keys_of(tokens, _is_nothing)


def _lost_bound(claim: str, sentence: str) -> str:
    """`up to 24%`, where the claim has the number without a bound."""
    for found in _UP_TO.finditer(sentence):
        number = rf"(?<![\d.,]){re.escape(found['number'])}(?![.,]?\d)\b"
        stated = list(re.finditer(number, claim, re.IGNORECASE))
        if stated and not any(
            _BOUND.search(claim[max(0, each.start() - _NEAR) : each.start()])
            or _OR_LESS.match(claim, each.end())
            for each in stated
        ):
            return found[0]
    return ""


def _lost_part(claim: str, sentence: str) -> str:
    for found in _OF_SOME.finditer(sentence):
        kept = _IN_PART if "part" in found[0].casefold() else _SOME
        if not kept.search(claim):
            return _with_words(sentence, found)
    return ""


def _lost_only(claim: str, wanted: Keys, sentence: str) -> str:
    """`only in CD4 cells`, where the claim speaks of CD4 cells and of nothing but."""
    found = _LONE_ONLY.search(sentence)
    if found is None or _ALONE.search(claim):
        return ""
    behind = _SCOPE_END.match(sentence, found.end())
    named = _keys(behind[0]) if behind else frozenset[str]()
    is_told = len(shared(named, wanted)) >= _KEPT * max(1, len(named))
    return _with_words(sentence, found) if is_told else ""


def _lost_population(claim: str, wanted: Keys, sentence: str) -> str:
    """The people whom the sentence speaks of, where the claim names none at all."""
    if _ANY_POPULATION.search(claim):
        return ""
    for stated in _POPULATION.finditer(sentence):
        if not _keys(stated["who"] or stated["group"]) & wanted:
            return stated[0].strip()
    return ""


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[^\W\d_A-Z][.!?])\s+(?=[A-Z])", text)


def _keys(text: str) -> Keys:
    return frozenset[str]().union(*(keys_of(each, _is_nothing) for each in read_clauses(text)))


def _is_nothing(token: Token) -> bool:
    """Whether a word tells nothing of what a limit names."""
    return token.folded in ("patients", "patient", "participants", "people", "subjects", "those")


def _with_words(sentence: str, stated: re.Match[str]) -> str:
    """The limit with the words behind it, to its next stop."""
    behind = re.match(r"(?:\s+[\w%.-]+){0,5}", sentence[stated.end() :].rstrip())
    return (stated[0] + (behind[0] if behind else "")).strip(" .")


def _shown(text: str) -> str:
    line = " ".join(text.split()).strip(" ,;:.")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
