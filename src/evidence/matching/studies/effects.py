"""Which way things go in a clause, and whether that is for the better."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from evidence.matching.studies.clauses import Clause, Sort, Token
from evidence.matching.studies.roots import root, word_set

OPPOSITE: Final = {"up": "down", "down": "up", "good": "worse", "worse": "good"}
"""The ways that a thing can go, each with the other one."""

CHANGES: Final = frozenset({"loss", "gain", "up", "down", "slow", "good", "worse"})
"""Classes of words for a change, whatever it is that changes."""

_MOVES: Final = CHANGES - {"good", "worse"}

THAN: Final = frozenset({"than", "versus", "vs", "compared"})
"""Words behind which stands what something is compared with."""

# More of these is better, and less of those: roots of what is measured in trials.
_WELCOME: Final = frozenset(
    map(
        root,
        word_set(
            "survival response remission function quality "
            "adherence fertility density efficacy immunity "
            "recovery acuity cognition mobility"
        ),
    )
)
_UNWELCOME: Final = frozenset(
    map(
        root,
        word_set(
            "pain symptom death nausea vomiting anxiety "
            "depression fatigue inflammation toxicity relapse "
            "seizure progression exacerbation hospitalisation bleeding "
            "insomnia itching pruritus stroke "
            "infarction fracture infection event attack crisis crises ulcer rejection thrombosis "
            "embolism recurrence disability dementia damage "
            "decline loss suicide hypoglycaemia injury "
            "failure albuminuria admission haemorrhage complication fatal exacerbations"
        ),
    )
)
# What a way is measured in, and says nothing of what: `the rate of`, `levels of`.
_MEASURES: Final = word_set(
    "risk rate incidenc number level concentrat odd frequenc proport likelihood probabil amount "
    "degre extent percentag mean median value total overall likel chanc score combin sever"
)
_DEGREES: Final = frozenset({"greater", "larger", "smaller", "more", "less", "higher", "lower"})
_HINDERING: Final = frozenset({"prevent", "inhibit"})
_BEING: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_QUALITIES: Final = frozenset({"frequent", "common", "severe", "often", "rapid", "pronounced"})
_OUTCOMES: Final = frozenset({"declin", "loss"})  # changes that can be made less or more of
_STATIC: Final = re.compile(
    r"(?:lower|upper|higher) (?:limbs?|respiratory|urinary|back|abdominal|extremit\w+|airways?|"
    r"gastrointestinal|body|legs?|gi|education|lobes?|limits?|bounds?|quartiles?|tertiles?)"
)
_INTRANSITIVE: Final = word_set(
    "by from with after during to at among over on and when for as within between , . ) ("
)
_NAMED: Final = re.compile(r"lower|higher|fewer|less|more|greater|larger|smaller|longer|shorter")
_NOUNS: Final = frozenset({"increase", "decrease", "loss", "rise", "fall", "decline", "gain"})
_LINKING: Final = frozenset({"in", "of", "the", "a", "an", "by", "its", "their", "to"})
_WITHIN_PHRASE: Final = _LINKING | {"and", "or", "both", ",", "all"} - {"by"}
_MOST: Final = 6  # of one clause: every pair of two is compared
_WINDOW: Final = 7  # words behind a word that may be its object


@dataclass(frozen=True, slots=True)
class Effect:
    """Which way something goes: the word, its way, and the classes of what goes that way.

    `value` is 1 where that is for the better, -1 for the worse, 0 where nothing tells.
    """

    word: Token
    way: str
    objects: frozenset[str]
    at: int
    value: int = 0


@lru_cache(maxsize=4_096)
def effects_of(clause: Clause) -> tuple[Effect, ...]:
    """Every way that something goes in the clause, but for the change of a change of which the
    value is unknown (`attenuated the rise`).
    """
    return tuple(islice(_effects(clause.tokens), _MOST))


def _effects(tokens: Sequence[Token]) -> Iterator[Effect]:
    for at, token in enumerate(tokens):
        if token.kind == "slow" or token.kind in _HINDERING:
            objects = _objects(tokens, at)
            if objects & _UNWELCOME:  # `slowed progression`, `prevented strokes`
                yield Effect(token, token.kind, objects, at, 1)
        if token.kind not in OPPOSITE or _is_static(tokens, at) or _is_attribute(tokens, at):
            continue
        following = [each for each in _noun_phrase(tokens, at + 1) if each.kind in _MOVES]
        if token.folded in _DEGREES and (
            following or _is_adverb(tokens, at) or _is_compared(tokens, at)
        ):
            continue  # `greater reduction`, `fell more`: the reduction is the way
        is_outer = any(each.root not in _OUTCOMES for each in following)
        if not is_outer and not _is_changed(tokens, at):
            yield from _valued(token, _objects(tokens, at), at)


def _valued(token: Token, objects: frozenset[str], at: int) -> Iterator[Effect]:
    sign = 1 if token.kind in ("up", "good") else -1
    if token.kind in ("good", "worse"):
        if token.root in ("improv", "worsen", "deterior", "aggrav", "better"):
            value = sign if objects & (_WELCOME | _UNWELCOME) else 0
            yield Effect(token, token.kind, objects, at, value)
        return
    is_welcome, is_unwelcome = bool(objects & _WELCOME), bool(objects & _UNWELCOME)
    if (is_unwelcome and not objects & _OUTCOMES and is_welcome) or "weight" in objects:
        sign = 0  # `lower function and more pain`
    value = -sign if is_unwelcome else sign if is_welcome else 0
    yield Effect(token, token.kind, objects, at, value)


def _objects(tokens: Sequence[Token], at: int) -> frozenset[str]:
    if _has_object(tokens, at):
        return _heads(_noun_phrase(tokens, at + 1))
    return _subject(tokens, at)


def _is_static(tokens: Sequence[Token], at: int) -> bool:
    pair = " ".join(each.folded for each in tokens[at : at + 2])
    return bool(_STATIC.fullmatch(pair))


def _is_attribute(tokens: Sequence[Token], at: int) -> bool:
    """Whether it names a state and tells no course: `the risk of worsening heart failure`."""
    is_form = tokens[at].folded in ("worsening", "increasing", "improving", "rising", "growing")
    return (
        is_form and at > 0 and tokens[at - 1].folded in ("of", "from", "or", "with", "the", "and")
    )


def _is_adverb(tokens: Sequence[Token], at: int) -> bool:
    before = next((each for each in reversed(tokens[:at]) if not each.folded.endswith("ly")), None)
    return before is not None and before.kind in CHANGES


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether it compares a change that stands before it: `lowered it by 4 points more than`."""
    is_than = at + 1 < len(tokens) and tokens[at + 1].folded in THAN
    is_number = any(each.sort is Sort.NUMBER for each in tokens[max(0, at - 3) : at])
    return is_than and is_number and any(each.kind in _MOVES for each in tokens[:at])


def _is_changed(tokens: Sequence[Token], at: int) -> bool:
    """Whether this is itself the object of a change: `attenuated the increase in`."""
    before = [each for each in tokens[max(0, at - 4) : at] if each.folded not in _LINKING]
    return any(
        each.kind in CHANGES | _HINDERING
        and each.folded not in _DEGREES
        and not each.folded.endswith(("er", "ers", "or", "ors", "ive"))
        for each in before[-2:]
    )


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word acts on what follows it, and not on what stands before it."""
    token = tokens[at]
    rest = (each for each in tokens[at + 1 :] if not each.folded.endswith("ly"))
    following = next(rest, None)
    if following is None or following.folded in THAN | _QUALITIES | _DEGREES:
        return False
    if _NAMED.fullmatch(token.folded):
        return following.sort is Sort.CONTENT
    before = next((each for each in reversed(tokens[:at]) if not each.folded.endswith("ly")), None)
    if before is not None and before.folded in _BEING and token.folded.endswith("ed"):
        return False
    if following.folded in ("in", "of"):  # `a reduction in pain`, but: `pain declined in both`
        return token.folded in _NOUNS or token.folded.endswith(("ion", "ment", "ing"))
    return following.sort is not Sort.NUMBER and following.folded not in _INTRANSITIVE


def _noun_phrase(tokens: Sequence[Token], start: int) -> list[Token]:
    """The words of what follows, up to the next preposition but `of`, or `in` behind a measure."""
    found: list[Token] = []
    for at, token in enumerate(tokens[start : start + _WINDOW], start):
        following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if token.folded in ("and", ",") and following in OPPOSITE:
            break  # `increased density and reduced fractures`
        if token.sort is Sort.CONTENT or token.kind in OPPOSITE:
            found.append(token)
            continue
        ends = token.folded not in _WITHIN_PHRASE or token.sort is Sort.PEOPLE
        if ends or (token.folded == "in" and found and not _are_measures(found)):
            break
    return found


def _are_measures(tokens: Sequence[Token]) -> bool:
    return all(each.root in _MEASURES or each.kind in OPPOSITE for each in tokens)


def _heads(tokens: Sequence[Token]) -> frozenset[str]:
    kept = [
        each
        for each in tokens
        if each.root in _OUTCOMES or (each.root not in _MEASURES and each.kind not in OPPOSITE)
    ]
    return frozenset(
        name
        for each in kept
        for name in (each.kind, each.root)
        if len(name) > 1 and name not in OPPOSITE
    )


def _subject(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """What stands before the verb, back to a comma."""
    found: list[Token] = []
    for token in reversed(tokens[:at]):
        if token.folded in THAN:
            return frozenset()
        if token.folded == ",":
            break
        if token.sort is Sort.CONTENT and not token.folded.endswith("ly"):
            found.append(token)
    return _heads(found)
