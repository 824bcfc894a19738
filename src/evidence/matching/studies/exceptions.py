"""Exceptions and conditions of a sentence, where a claim leaves them out."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from evidence.matching.studies.concessions import TAKEN_BACK, without_concessions
from evidence.matching.studies.cues import Keys, shared
from evidence.matching.studies.stretch import Stretch, blanked, shown
from evidence.matching.studies.text_keys import keys_in

# Words that open an exception or a condition.
_OPENING: Final = re.compile(
    r"\b(?:except(?:ing)?|unless|provided|other than|apart from|as long as|"
    r"(?:but|(?:al)?though) not (?=in|for|with|at|when|where|after|once|those|if|before|among|by|"
    r"on|during|under|until|children|adults|women|men|patients|people|infants)|"
    r"(?:limited|restricted|confined) to|(?<!not )only (?:in|when|if|for|with|after|among|at|by|"
    r"under|within|where|on|during|above|below|once|until|those|the|from)|"
    r"at (?:concentrations?|doses?|levels?)(?= (?:of )?up to)|"
    r"at least (?:in|at|for|when|with|within|among|under|on|during|as long|until|where))\b"
    r"(?! (?:\d|one|two|three|four|five)\b)",
    re.IGNORECASE,
)
_ALONE_BEHIND: Final = re.compile(
    r"\b(?:in|for|with|after|at|among) (?P<named>(?:[\w-]+ ){1,4})only\b(?=\W*(?:[,;.]|$))",
    re.IGNORECASE,
)
# All but some, where a claim says all.
_ALL_BUT: Final = re.compile(
    r"\b(?:all|every|each)\b[^,;.]{0,60}?\b(?P<but>(?:except|but|save|other than)(?: for)? "
    r"(?:one|two|three|four|five|\d+)\b(?P<named>[^,;.]*))",
    re.IGNORECASE,
)
# A condition with a number: `when treatment began after 12 hours`.
_WHEN: Final = re.compile(
    r"\b(?:when|if)\b(?P<named>(?=[^,;.()]*\d)(?:[^,;.()]|\.(?=\d))*)", re.IGNORECASE
)
_TAKEN_BACK: Final = re.compile(rf"\b(?:but|although|though)(?P<named>{TAKEN_BACK})", re.IGNORECASE)
_ALL: Final = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
# Words by which a claim may limit what it says.
_LIMITING: Final = re.compile(
    r"\b(?:except\w*|exclu\w*|unless|provided|only|sole\w*|save|if|when|where|not|no|none|nor|never|"
    r"without|apart|other than|limited|restricted|confined|subset\w*|subgroup\w*|cannot|fail\w*|"
    r"lack\w*|un(?:known|tested|studied|clear|certain|changed|affected|altered|proven|proved)|"
    r"untried|lost|little|few|alone|just|mere\w*|barring|aside|non-?\w{5,}|condition\w*|need\w*|"
    r"requir\w*|depend\w*|at least(?! \d)|unlikely|as long as|part\w*|some|absen\w*|spar\w*|"
    r"neither|limit\w*|minority|small|short|but|although|though|albeit|however|yet|while|whereas)\b",
    re.IGNORECASE,
)
_WEAK: Final = frozenset({
    "small", "short", "few", "some", "but", "although", "though", "albeit", "however", "yet",
    "while", "whereas",
})  # fmt: skip
# The plainest of them: one that the quote has not stands for another that it has.
_CONDITION: Final = re.compile(
    r"\b(?:except|unless|provided|only|solely|save|limited|restricted|confined|as long as|barring|"
    r"apart|excluded|exclusion)\b",
    re.IGNORECASE,
)
_SEXES: Final = re.compile(r"\b(?:women|men|boys|girls|males|females)\b", re.IGNORECASE)
_AGES: Final = re.compile(r"\b(?:children|adults|adolescents|infants|neonates)\b", re.IGNORECASE)
_OF_OTHER_AGE: Final = re.compile(
    r"\W*(?:in|for|among) (?:the )?(?:older|younger)\b", re.IGNORECASE
)
_AGED: Final = re.compile(
    r"\b(?:under|over|above|below|aged|older than|younger than|at least) \d", re.IGNORECASE
)
_OPPOSED: Final = re.compile(
    r"\b(?P<to>among|in|for|when|at|with) (?P<group>[^,;]{3,60}) but not (?P=to)\b", re.IGNORECASE
)
SCOPE_END: Final = re.compile(r"[^,;:()]*")
"""What a limit names: all up to a stop."""
KEPT: Final = 0.5
"""How much of what a limit names a claim has that keeps it."""
BOUND_WORDS: Final = re.compile(r"\bup to\b|\bat most\b|≤", re.IGNORECASE)
"""Words that bound a number from above."""
_LEAST_SHARED: Final = 2
_LONGEST_GROUP: Final = 80


def lost_exception(claim: str, wanted: Keys, sentence: str) -> str:
    """An exception or a condition that the claim does not speak of."""
    spare = _spare(claim, sentence)
    own = frozenset[str]().union(*(keys_in(each.named) for each in _exceptions(claim)))
    ours, theirs = (
        {each.casefold() for each in _CONDITION.findall(text)} for text in (claim, sentence)
    )
    if ours - theirs and len(ours) >= len(theirs):
        return ""
    said = without_concessions(sentence)
    for limit in (*_exceptions(said), *_all_but(claim, said)):
        rest = keys_in(f"{sentence[: limit.start]} {sentence[limit.end :]}")
        is_of_number = not _LIMITING.search(sentence, limit.start, limit.end)
        if spare >= is_of_number or (is_of_number and BOUND_WORDS.search(claim)):
            continue
        named = keys_in(limit.named)
        named = named - shared(named, rest) or named
        if not named or len(shared(wanted, rest)) < _LEAST_SHARED:
            continue
        numbers = {each for each in named if each[0].isdigit()}
        is_kept = len(shared(named, wanted)) >= KEPT * len(named) or (
            (numbers and numbers <= wanted) or shared(named, own)
        )
        if not is_kept and not _is_of_others(limit, sentence, claim):
            return shown(sentence, limit)
    return ""


def _spare(claim: str, sentence: str) -> int:
    """How many more words limit the claim than the sentence. Weak ones, as `but`, only count where
    the sentence has them, too.
    """
    ours, theirs = (
        [each.casefold() for each in _LIMITING.findall(text)] for text in (claim, sentence)
    )
    weak, their_weak = (sum(each in _WEAK for each in words) for words in (ours, theirs))
    return len(ours) - len(theirs) - max(0, weak - their_weak)


def _exceptions(sentence: str) -> Iterator[Stretch]:
    """The exceptions and conditions of a sentence, each up to its comma."""
    taken: list[Stretch] = []
    for found in _OPENING.finditer(sentence):
        behind = SCOPE_END.match(sentence, found.end())
        end = behind.end() if behind else found.end()
        if not any(each.holds(found.start()) for each in taken):
            taken.append(Stretch(found.start(), end, sentence[found.end() : end]))
    others = (_ALONE_BEHIND, _TAKEN_BACK, _WHEN)
    for found in chain.from_iterable(each.finditer(sentence) for each in others):
        if not any(each.holds(found.start()) for each in taken):
            taken.append(Stretch(found.start(), found.end(), found["named"]))
    yield from taken


def without_exceptions(sentence: str) -> str:
    """The sentence without what it excepts and grants."""
    said = without_concessions(sentence)
    return blanked(said, _exceptions(said))


def _all_but(claim: str, sentence: str) -> Iterator[Stretch]:
    """Those whom a sentence excepts from all, by their number."""
    if _ALL.search(claim):
        for found in _ALL_BUT.finditer(sentence):
            yield Stretch(found.start("but"), found.end(), found["named"])


def _is_of_others(limit: Stretch, sentence: str, claim: str) -> bool:
    """Whether the limit only says that something does not hold for others: `but not in men`, where
    the claim speaks of women; `among those on oxygen but not among the rest`.
    """
    before = sentence[: limit.start]
    for words in (_SEXES, _AGES):
        excepted, of, claimed = (
            {each.casefold() for each in words.findall(text)}
            for text in (limit.named, before, claim)
        )
        if excepted and not excepted & of and of & claimed:
            return True
    if _OF_OTHER_AGE.match(limit.named) and _AGED.search(claim):
        return True
    opposed = _OPPOSED.search(sentence, max(0, limit.start - _LONGEST_GROUP), limit.end)
    return opposed is not None and bool(shared(keys_in(opposed["group"]), keys_in(claim)))
