"""Whether a claim leaves out a limit of the words that it rests on, so that it says more."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.clauses import AUXILIARIES, LONGEST, Sort, Token, read_clauses
from evidence.matching.studies.concessions import without_concessions
from evidence.matching.studies.cues import Keys, keys_of, shared
from evidence.matching.studies.effects import CHANGES
from evidence.matching.studies.exceptions import (
    BOUND_WORDS,
    KEPT,
    SCOPE_END,
    lost_exception,
    without_exceptions,
)
from evidence.matching.studies.lost_people import WHOM, lost_people
from evidence.matching.studies.shift import Shift
from evidence.matching.studies.text_keys import keys_in, skips_none
from evidence.matching.studies.widened import widened_limit

_LEAST_SHARED: Final = 2
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
_UP_TO_DOSE: Final = re.compile(
    r"\bup to (?P<number>\d[\d.,]*\d|\d) ?(?:[mkµμnp]?M|(?:[mkµμn]?g|IU|mol|mmol)(?:/\w+)?|"
    r"(?:hour|day|week|month|year)s?)"
    r"(?![\w%])"
)
_DENIED: Final = re.compile(r"\b(?:not|no|neither|nor|never|without)\b", re.IGNORECASE)
_BOUND: Final = re.compile(
    r"up to|at most|maxim\w*|no (?:more|longer|higher|greater) than|within|as \w+ as|≤|<|below|"
    r"under|until|peak\w*|nearly|almost|between|to (?:about |some )?$",
    re.IGNORECASE,
)
_OR_LESS: Final = re.compile(
    r"\W*(?:\w+ )?(?:or (?:less|fewer|lower)|at (?:the )?most)", re.IGNORECASE
)
_OF_SOME: Final = re.compile(
    rf"\b(?:(?:a|in (?:a|the|one)) (?:small )?(?:subset|subgroup|minority)|in part|partly|"
    rf"partially|part of|in some {WHOM}|in some (?:cases|tumou?rs|trials|studies)|some {WHOM}|"
    rf"(?:a (?:small |certain )?proportion|a few|certain|selected) (?:of )?(?:the )?{WHOM})\b",
    re.IGNORECASE,
)
_DEFINED: Final = re.compile(r"\s(?:with|who|whose|aged)\b[^,;:.()]*", re.IGNORECASE)
_SOME: Final = re.compile(
    r"\b(?:some|subsets?|subgroups?|minorit\w+|proportion|fraction|certain|selected|several|few|part|"
    r"partly|partial\w*|can|may|might|sometimes|occasional\w*|rarely|individual|most|many|not all|"
    r"half|third|quarter|\d+(?:\.\d+)? ?%|\d+ (?:of|out of)|one|two|three|four|five|six|cases?|"
    r"responders|contribut\w*)(?!\w)",
    re.IGNORECASE,
)
_MOSTLY: Final = re.compile(r"\b(?:mostly|mainly|largely|predominantly|chiefly)\b", re.IGNORECASE)
_MOSTLY_SO: Final = re.compile(
    r"\b(?:most(?:ly)?|main(?:ly)?|large(?:ly)?|predominant\w*|chief\w*|major\w*|part\w*|often|"
    r"usual\w*|primar\w+|bulk|typical\w*|general\w*|nearly|almost)\b",
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
    r"\b(?<!not )(?<!the )only (?!to |those |in comb|\d|one|two|three|four|five|a few|mild|minor|"
    rf"modest|slight|(?:in|for|among) (?:[\w-]+ ){{0,3}}{WHOM})",
    re.IGNORECASE,
)
_ONLY_IN: Final = re.compile(
    r"\b(?:(?<!not )only (?:in|when|if|for|with|after|among|at|by|under|within|where|on|during|"
    r"above|below|once|until|from)|(?:limited|restricted|confined) to)\b"
    rf"(?! (?:a (?:subset|subgroup)|combination|(?:[\w-]+ ){{0,3}}{WHOM})\b)",
    re.IGNORECASE,
)
_NOT: Final = r"(?:not|never|no|neither|nor|cannot|failed|fails)"
_DENIED_ALONE: Final = re.compile(
    rf"\balone (?!but)(?:\w+ ){{0,2}}?{_NOT}\b|\b{_NOT}\b[^,;.]{{0,80}}?\balone\b", re.IGNORECASE
)
_ON_ITS_OWN: Final = re.compile(
    r"\b(?:alone|monotherapy|single|itself|own|without|only|sole\w*|isolat\w*|add\w*|combin\w+|plus|"
    r"together|both)\b",
    re.IGNORECASE,
)
_SHARE: Final = 0.4  # of the claim, in the sentence whose limits count for it
_RESTATED: Final = 0.6  # of a sentence, in a claim that takes it up beside another one
_RESTATED_KEYS: Final = 3
_WORDS: Final = 4  # words behind a limit that may be what is combined
_NEAR: Final = 25  # characters before a number in which its bound stands


def lost_limit(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The limit of a sentence of the quotes that the claim restates without it; None where the
    claim speaks of what the limit names, or has as many words that limit as the sentence.

    Where another sentence restates as much of the claim and has no such limit, nothing is said.
    """
    claim = claim[:LONGEST]
    wanted = keys_in(claim)
    enough = max(min(_LEAST_SHARED, len(wanted)), _SHARE * len(wanted))
    told = [
        (len(shared(wanted, keys_in(sentence))), at, sentence)
        for at, quote in enumerate(quotes)
        for sentence in _sentences(quote[:LONGEST])
    ]
    most = max((both for both, _, _ in told), default=0)
    lost = {
        at: _lost(claim, wanted, sentence)
        for at, (both, _, sentence) in enumerate(told)
        if (both == most and both >= enough) or _is_restated(sentence, wanted)
    }
    if not all(lost[at] for at, (both, _, _) in enumerate(told) if both == most and at in lost):
        lost = {at: limit for at, limit in lost.items() if told[at][0] < most}
    for at, limit in lost.items():
        if limit:
            return Shift("", limit, told[at][1])
    return widened_limit(claim, quotes)


def _is_restated(sentence: str, wanted: Keys) -> bool:
    """Whether the claim says most of a sentence, its limits aside, though another is nearer."""
    keys = keys_in(without_exceptions(sentence))
    return len(shared(keys, wanted)) >= max(_RESTATED_KEYS, _RESTATED * len(keys))


def _lost(claim: str, wanted: Keys, sentence: str) -> str:
    """The first limit of the sentence that the claim has lost, with the words behind it."""
    said = without_concessions(sentence)
    return (
        lost_exception(claim, wanted, sentence)
        or _lost_companion(claim, wanted, said)
        or _lost_bound(claim, sentence)
        or _lost_part(claim, said)
        or _lost_only(claim, wanted, said)
        or _lost_alone(claim, said)
        or lost_people(claim, wanted, said)
    )


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
        if token.sort is not Sort.STOP and not token.folded.endswith("ly"):
            tokens.append(token)
    return keys_of(tokens, skips_none)


def _lost_bound(claim: str, sentence: str) -> str:
    """`up to 24%`, where the claim has the number without a bound; and the dose or concentration up
    to which nothing was seen, where the claim has none.
    """
    has_number = any(map(str.isdigit, claim))
    if has_number and _DENIED.search(sentence) and not BOUND_WORDS.search(claim):
        for found in _UP_TO_DOSE.finditer(sentence):
            if not re.search(rf"(?<![\d.,]){re.escape(found['number'])}\b", claim):
                return found[0]
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
    most = _MOSTLY.search(sentence)
    if most and not _MOSTLY_SO.search(claim):
        return _with_words(sentence, most)
    for found in _OF_SOME.finditer(sentence):
        named = _DEFINED.match(sentence, found.end())
        keys = keys_in(named[0]) if named else frozenset[str]()
        if keys and keys <= shared(keys, keys_in(claim)):
            continue  # `in the subgroup with asthma`, and `in those with asthma`
        kept = _IN_PART if "part" in found[0].casefold() else _SOME
        if not _has_more(claim, kept, _without(sentence, found)):
            return _with_words(sentence, found)
    return ""


def _lost_only(claim: str, wanted: Keys, sentence: str) -> str:
    """`only in CD4 cells`, where the claim speaks of CD4 cells and of nothing but."""
    for found in (*_LONE_ONLY.finditer(sentence), *_ONLY_IN.finditer(sentence)):
        behind = SCOPE_END.match(sentence, found.end())
        named = keys_in(behind[0]) if behind else frozenset[str]()
        is_told = len(shared(named, wanted)) >= KEPT * max(1, len(named))
        if is_told and not _has_more(claim, _ALONE, _without(sentence, found)):
            return _with_words(sentence, found)
    return ""


def _has_more(claim: str, words: re.Pattern[str], rest: str) -> bool:
    """Whether the claim has a word that limits it which the rest of the sentence has not."""
    theirs = {each.casefold() for each in words.findall(rest)}
    return any(each.casefold() not in theirs for each in words.findall(claim))


def _without(sentence: str, limit: re.Match[str]) -> str:
    return f"{sentence[: limit.start()]} {sentence[limit.end() :]}"


def _lost_alone(claim: str, sentence: str) -> str:
    """`the drug alone did not`, where the claim says so of the drug in general."""
    found = _DENIED_ALONE.search(sentence)
    return "alone" if found and not _ON_ITS_OWN.search(claim) else ""


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[^\W\d_A-Z][.!?])\s+(?=[A-Z])", text)


def _with_words(sentence: str, stated: re.Match[str]) -> str:
    """The limit with the words behind it, to its next stop."""
    limit = stated[0].rstrip()
    behind = re.match(r"(?:\s+[\w%.-]+){0,5}", sentence[stated.start() + len(limit) :].rstrip())
    return (limit + (behind[0] if behind else "")).strip(" .")
