"""Exceptions and conditions of a sentence, and what it grants, where a claim leaves them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.studies.cues import Keys, shared
from evidence.matching.studies.text_keys import keys_in

# Words that open an exception or a condition.
_OPENING: Final = re.compile(
    r"\b(?:except(?:ing)?|unless|provided|other than|apart from|as long as|but not (?=in|"
    r"for|with|at|when|where|after|once|those|if|before|among|by|on|during|under|until|children|"
    r"adults|women|men|patients|people|infants)|"
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
_ALL: Final = re.compile(r"\b(?:all|every|each)\b", re.IGNORECASE)
# What was done, and how: a work's method, not what it found.
_HOW_STUDIED: Final = (
    r"[^,;.]*\b(?:tested|measured|examined|studied|assessed|recorded|sampled|typed|scored|available|"
    r"missing|monitored|followed up|standardi[sz]ed|counted|taken|made|asked|comprised|"
    r"enrolled|too few)\b"
)
# A clause that grants something, and denies, doubts or makes less of it.
_GRANTING: Final = re.compile(
    rf"\b(?:although|though|but|albeit|even if)\b(?!{_HOW_STUDIED})(?P<granted>"
    r"[^;.]*?\b(?:not|no|only|never|none|without|subset|subgroup|unknown|untested|uncertain|unclear|excluded|lost|missing|"
    r"lack\w*|neither|cannot|small(?:er)?|short(?:er)?|left out|failed|disappear\w*|absent|"
    r"minority|weaker|less|fewer|worse|lower|could|possibl[ey]|in those|"
    r"waned|faded|lasted|returned|relapsed|attenuated)\b"
    r"[^;.]*)",
    re.IGNORECASE,
)
_CONCEDING: Final = re.compile(
    rf"\b(?:although|though|albeit)\b(?!{_HOW_STUDIED})(?P<granted>[^;.]*)", re.IGNORECASE
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
_SHOWN: Final = 80
_LEAST_WORDS: Final = 3  # of what is granted
BOUND_WORDS: Final = re.compile(r"\bup to\b|\bat most\b|≤", re.IGNORECASE)
"""Words that bound a number from above."""
_LEAST_SHARED: Final = 2


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit in a sentence: where it stands, and what it names."""

    start: int
    end: int
    named: str
    grants: bool = False


def lost_exception(claim: str, wanted: Keys, sentence: str, *, is_only_quote: bool) -> str:
    """An exception or a condition that the claim does not speak of. What a sentence grants is only
    looked for where it is the only one that is quoted: of several a claim takes what it needs.
    """
    spare = _spare(claim, sentence)
    own = frozenset[str]().union(*(keys_in(each.named) for each in _exceptions(claim)))
    if {each.casefold() for each in _CONDITION.findall(claim)} - {
        each.casefold() for each in _CONDITION.findall(sentence)
    }:
        return ""
    for limit in (*_exceptions(sentence), *_all_but(claim, sentence)):
        if limit.grants and not is_only_quote:
            continue
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
            return _shown(sentence[limit.start : limit.end])
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


def _exceptions(sentence: str) -> Iterator[_Limit]:
    """The exceptions and conditions of a sentence, and what it grants: each up to its comma."""
    taken: list[_Limit] = []
    for found in _OPENING.finditer(sentence):
        behind = SCOPE_END.match(sentence, found.end())
        end = behind.end() if behind else found.end()
        if not any(each.start <= found.start() < each.end for each in taken):
            taken.append(_Limit(found.start(), end, sentence[found.end() : end]))
    for found in _ALONE_BEHIND.finditer(sentence):
        if not any(each.start <= found.start() < each.end for each in taken):
            taken.append(_Limit(found.start(), found.end(), found["named"]))
    for found in (*_GRANTING.finditer(sentence), *_CONCEDING.finditer(sentence)):
        if not any(each.start < found.end() and found.start() < each.end for each in taken):
            named = _first_part(found["granted"])
            end = found.start("granted") + len(named)
            taken.append(_Limit(found.start(), end, named, grants=True))
    yield from taken


def _all_but(claim: str, sentence: str) -> Iterator[_Limit]:
    """Those whom a sentence excepts from all, by their number."""
    if _ALL.search(claim):
        for found in _ALL_BUT.finditer(sentence):
            yield _Limit(found.start("but"), found.end(), found["named"])


def _first_part(granted: str) -> str:
    """What is granted, up to a comma behind which something else is said."""
    parts = granted.split(",")
    count = next((at for at in range(1, len(parts)) if _has_words(parts[:at])), len(parts))
    return ",".join(parts[:count])


def _has_words(parts: Sequence[str]) -> bool:
    return sum(len(each.split()) for each in parts) >= _LEAST_WORDS


def _is_of_others(limit: _Limit, sentence: str, claim: str) -> bool:
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
    opposed = _OPPOSED.search(sentence, max(0, limit.start - _SHOWN), limit.end)
    return opposed is not None and bool(shared(keys_in(opposed["group"]), keys_in(claim)))


def _shown(text: str) -> str:
    line = " ".join(text.split()).strip(" ,;:.")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
