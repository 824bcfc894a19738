"""Whether a claim calls something superior, or not inferior, and its quotes the opposite."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from evidence.matching.studies.keys import Pair, Part

_NEGATING: Final = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|can ?not|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|"
    r"nothing|nobody|little)\b",
    re.IGNORECASE,
)
_INFERIOR: Final = re.compile(r"(?<!non )\binferior(?:ity)?(?= (?:to|in|for|by|with)\b)", re.I)
_BEFORE: Final = 25  # characters before `inferior` in which it is denied
_REACH: Final = 4  # words before and behind `superior` in which it is denied
_STEMS: Final = (re.compile(r"\bnon ?inferior\w*", re.I), re.compile(r"\bsuperior\w*", re.I))


def other_standing(pair: Pair) -> bool:
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


def _is_negative(text: str) -> bool:
    return len(_NEGATING.findall(text)) % 2 == 1
