"""Words that a prefix turns round: `reversible` and `irreversible`."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.studies.keys import Pair, Part

# Of what a thing is like, and never of who is compared: `untreated` patients are others.
_TURNED: Final = re.compile(
    r"(?:un|in|im|ir|il|non)(likely|[a-z]{3,}[ai]bl[ey]|(?:effect|act|select|respons|sensit)ive|"
    r"sufficient|significant(?:ly)?|adequate(?:ly)?|stable|safe|common|complete(?:ly)?|"
    r"consistent|necessary|related|known|certain|clear|changed|affected|altered|proven|proved)"
)
_NEGATING: Final = re.compile(r"\b(?:not|no|never|nor|neither|without|cannot|hardly|less)\b|n't\b")
_SHARE: Final = 0.5


def other_prefix(pair: Pair) -> bool:
    """Whether a clause of the claim turns a word of the quote's round by a prefix, or the quote's
    does, where they speak of the same and nothing else turns either round.
    """
    part, other, ours, theirs = pair.part, pair.other, pair.ours, pair.theirs
    if not _is_turned(part, other, ours, theirs) and not _is_turned(other, part, theirs, ours):
        return False
    if any(_NEGATING.search(each.text.casefold()) for each in (part, other)):
        return False
    shared, least = len(part.keys & other.keys), min(len(part.keys), len(other.keys))
    return shared >= max(1, _SHARE * (least - 1))


def _is_turned(
    turning: Part, plain: Part, all_turning: Sequence[Part], all_plain: Sequence[Part]
) -> bool:
    """Whether one side has a word with a prefix only, and the other the same only without."""
    return any(
        word in _words(plain)
        and not any(word in _words(each) for each in all_turning)
        and not any(word in _turned(each) for each in all_plain)
        for word in _turned(turning)
    )


def _words(part: Part) -> frozenset[str]:
    return frozenset(each.folded for each in part.clause.tokens)


def _turned(part: Part) -> frozenset[str]:
    """The words of the clause that a prefix turns round, without it."""
    found = (_TURNED.fullmatch(each.folded) for each in part.clause.tokens)
    return frozenset(each[1] for each in found if each)
