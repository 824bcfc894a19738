"""What one of two clauses denies and the other says, told by what the whole clauses are about."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from evidence.matching.studies.aligned_figures import (
    NEGATING,
    other_result,
    other_significance,
    turns_round,
)
from evidence.matching.studies.keys import Pair, Part, parts_of, phrases_of, quoted_parts
from evidence.matching.studies.prefixes import other_prefix
from evidence.matching.studies.roots import word_set
from evidence.matching.studies.shift import Shift

# Words for what a work covers, knows or shows: to deny one of them of something comes to the same
# as to deny another.
_SCOPE: Final = re.compile(
    r"\b(?:stud(?:y|ied)|test(?:ed)?|examin\w+|assess\w*|investigat\w+|evaluat\w+|measured|"
    r"cover(?:s|ed|ing)?|includ(?:e[ds]?|ing)|enrol\w*|looked (?:at|for)|appl(?:y|ies|ied|icable)|"
    r"extend(?:s|ed)?|extrapolat\w+|generali[sz]\w+|infer(?:red)?|carried over|transfer\w*|"
    r"known|judged|settled|determined|randomi[sz]\w+|approved|licen[sc]ed|"
    r"support(?:s|ed|ing)?|permits?|arguments?|justif\w+|pro(?:of|ves?|ved|ven)|established|"
    r"shown?|shows|demonstrat\w+|recommend\w*)\b",
    re.IGNORECASE,
)
_LACKING: Final = re.compile(
    r"\b(?:exclu(?:ded|sion)|kept out|left out|omitted|unknown|untested|unstudied|unexamined|"
    r"unproven|unproved|unclear|uncertain|ruled out (?:before|at|on)|await\w*|remains to be|"
    r"yet to be|(?:were|was) not admitted)\b",
    re.IGNORECASE,
)
_UNSETTLED: Final = re.compile(
    r"\b(?:can|could) ?not (?:be )?(?:exclude[ds]?|ruled? out)|"
    r"\b(?:has|have|had|needs?|must|should|remains?|ought)(?: yet)? (?:to )?be (?:tested|studied|"
    r"shown|confirmed|examined|settled|evaluated|assessed|established|investigated)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(r"\bwhether\b|\bonly (?:by )?(?:an? )?(?:trial|stud)", re.IGNORECASE)
_ANSWERED: Final = re.compile(
    r"\bwhether\b.{3,200}\b(?:is|are|was|were|been) (?:now |well |already )?"
    r"(?:known|established|settled|clear)\b",
    re.IGNORECASE,
)
_NOT_MAY: Final = re.compile(
    r"\b(?:may|might|could|would) not\b|\bnot (?:appear|seem)\b|\b(?:appear|seem)(?:s|ed)? not\b|"
    r"\bsuggest(?:s|ed|ing)? (?:no|not|that \w+ (?:(?:can|did|does|is|was|are|were) not|no))\b",
    re.IGNORECASE,
)
_NOT_LACKING: Final = re.compile(
    rf"\b(?:not|never|no longer|nor) (?:\w+ ){{0,2}}?(?:{_LACKING.pattern})", re.IGNORECASE
)
_MODAL: Final = re.compile(
    r"\b(?:may|might|could|appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed|ing)?)\b", re.IGNORECASE
)
_SHARE: Final = 0.5
_INFERIOR: Final = re.compile(r"(?<!non )\binferior(?:ity)?(?= (?:to|in|for|by|with)\b)", re.I)
_BEFORE: Final = 25  # characters before `inferior` in which it is denied
_REACH: Final = 4  # words before and behind `superior` in which it is denied
_GENERAL: Final = word_set(
    "signific result find trial stud data evidenc work present not use also popul drug detect show "
    "whether larg"
)
_STEMS: Final = (re.compile(r"\bnon ?inferior\w*", re.I), re.compile(r"\bsuperior\w*", re.I))


def opposite_denial(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The words by which a clause of the claim denies what that of a quote says on the same matter,
    or says what it denies; None where nothing is clear.

    Told are what a work covers, knows or proves (`were excluded`, `were studied`); what may be and
    may not; results of which the figures stand in both; and (non-)inferiority.
    """
    return _first(claim, quotes, (_other_scope, _other_modality, other_result, _other_standing))


def opposite_figures(claim: str, quotes: Sequence[str]) -> Shift | None:
    """The clause of the claim that says what the figures of a quote deny (`P = 0.4`), or that has a
    word of the quote with the prefix that turns it round (`irreversible`); None where nothing does.
    """
    return _first(claim, quotes, (other_significance, other_prefix))


def _first(
    claim: str, quotes: Sequence[str], tests: Sequence[Callable[[Pair], bool]]
) -> Shift | None:
    """The first pair of clauses that one of the tests tells."""
    ours, theirs = parts_of(claim), quoted_parts(quotes)
    for part in ours:
        for other in theirs:
            pair = Pair(part, other, ours, theirs)
            if any(test(pair) for test in tests):
                return Shift(_shown(part), _shown(other), other.quote)
    return None


def _is_negative(text: str) -> bool:
    return len(NEGATING.findall(text)) % 2 == 1


def _other_scope(pair: Pair) -> bool:
    """Whether one says that something is covered, known or proved, and the other that it is not."""
    part, other, ours, theirs = pair.part, pair.other, pair.ours, pair.theirs
    mine, other_one = _scope(part.text), _scope(other.text)
    if mine is None or other_one is None or mine is other_one:
        return False
    shared = _about(part) & _about(other)
    least = min(len(_about(part)), len(_about(other)))
    if not shared or len(shared) < _SHARE * least:
        return False
    return not _is_told_elsewhere(part, other, ours, theirs, lambda each: _scope(each.text) is mine)


@lru_cache(maxsize=4_096)
def _scope(text: str) -> bool | None:
    """Whether a clause says that something is covered, known or proved; None where it says
    neither.
    """
    if _OPEN.search(text):
        return bool(_ANSWERED.search(text)) and not _is_negative(text)
    text = _UNSETTLED.sub(" unclear ", text)
    if _LACKING.search(text):
        return bool(_NOT_LACKING.search(text))
    return not _is_negative(text) if _SCOPE.search(text) else None


def _about(part: Part) -> frozenset[str]:
    """What a clause on what is known is about: all but its words for that."""
    text = _LACKING.sub(" ", _SCOPE.sub(" ", part.text))
    keys = frozenset[str]().union(*(each.keys for each in parts_of(text)))
    return keys - _GENERAL


def _other_modality(pair: Pair) -> bool:
    """Whether one says that something may be, and the other that it may not."""
    part, other, theirs = pair.part, pair.other, pair.theirs
    sign, their = _may(part.text), _may(other.text)
    if sign is None or their is None or sign is their:
        return False
    phrase = next((each for each in phrases_of(part) if _MODAL.search(each.text)), part)
    if not any(_is_near(each, other, theirs) for each in (part, phrase)) or turns_round(
        phrase, other
    ):
        return False
    return not any(_may(each.text) is sign and part.keys & each.keys for each in theirs)


@lru_cache(maxsize=4_096)
def _may(text: str) -> bool | None:
    """Whether a clause says that something may be (True), or that it may not."""
    return not _NOT_MAY.search(text) if _MODAL.search(text) else None


def _is_near(part: Part, other: Part, theirs: Sequence[Part]) -> bool:
    """Whether they speak of the same, and no other clause of the quotes is nearer."""
    shared = len(part.keys & other.keys)
    nearest = max(len(part.keys & each.keys) for each in theirs)
    least = min(len(part.keys), len(other.keys))
    return shared == nearest and shared >= max(1, 0.3 * least)


def _is_told_elsewhere(
    part: Part,
    other: Part,
    ours: Sequence[Part],
    theirs: Sequence[Part],
    agrees: Callable[[Part], bool],
) -> bool:
    """Whether another clause of the quotes says of this what the claim does, or another of the
    claim what this one of the quotes does.
    """
    shared = len(part.keys & other.keys)
    if any(agrees(each) and len(part.keys & each.keys) >= shared for each in theirs):
        return True
    return any(
        not agrees(each) and len(each.keys & other.keys) >= shared
        for each in ours
        if each is not part and NEGATING.search(each.text)
    )


def _other_standing(pair: Pair) -> bool:
    """Whether one says that something is superior, or not inferior, and the other that it is
    not.
    """
    part, other, ours, theirs = pair.part, pair.other, pair.ours, pair.theirs
    for stem in _STEMS:
        mine = {_standing(each.text, stem) for each in ours} - {None}
        their = {_standing(each.text, stem) for each in theirs} - {None}
        here = _standing(part.text, stem), _standing(other.text, stem)
        if None not in here and here[0] is not here[1] and len(mine) == len(their) == 1:
            return True
    return _is_inferior(ours) is not None and {_is_inferior(ours), _is_inferior(theirs)} == {
        True,
        False,
    }


def _is_inferior(parts: Sequence[Part]) -> bool | None:
    """Whether something is called inferior (True), or not inferior; None where both or neither."""
    text = " ".join(each.text for each in parts)
    plain = any(
        not _is_negative(text[: found.start()][-_BEFORE:]) for found in _INFERIOR.finditer(text)
    )
    return None if plain is bool(_STEMS[0].search(text)) else plain


@lru_cache(maxsize=4_096)
def _standing(text: str, stem: re.Pattern[str]) -> bool | None:
    found = stem.search(text)
    if found is None:
        return None
    before = " ".join(text[: found.start()].split()[-_REACH:])
    behind = " ".join(re.split(r"[,;(]|\bwithout\b", text[found.end() :])[0].split()[:_REACH])
    return not (_is_negative(before) or _is_negative(behind))


def _shown(part: Part) -> str:
    """The clause, as far as it fits a message."""
    words = part.text.strip(" ,;.").split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
