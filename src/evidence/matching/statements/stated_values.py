"""Whether a table states the values of a claim."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.statements.alterations import Change
from evidence.matching.statements.restatement import Restatement, RestatementKind
from evidence.matching.statements.sentence_words import Meaning, read_sentence
from evidence.matching.statements.units import fold_unit
from evidence.matching.text import letters
from evidence.model.claim import Value

_COMPARATORS: Final = {"=": "", "<=": "≤", ">=": "≥", "~": "≈"}
_SIGN: Final = re.compile(r"^\s*(<=|>=|[<>≤≥≈~=])")


def state_values(claimed: Sequence[Value], stated: Sequence[Value]) -> Restatement | None:
    """How a table states the values of a claim; None where it is not about them.

    SAME: each value stands there, with the same name, target, number and unit. ALTERED: each target
    is there, and some numbers or units are others.
    """
    if not claimed:
        return None
    changes: list[Change] = []
    for value in claimed:
        about = [other for other in stated if _is_of_same(value, other)]
        if not about:
            return None
        if not any(_amount(value) == _amount(other) for other in about):
            changes.append(_change(value, about[0]))
    if not changes:
        return Restatement(RestatementKind.SAME)
    return Restatement(RestatementKind.ALTERED, tuple(changes))


def _is_of_same(one: Value, other: Value) -> bool:
    return letters(one.name) == letters(other.name) and letters(one.target) == letters(other.target)


def _amount(value: Value) -> tuple[tuple[str, ...], str]:
    """The number with its bound, and its unit, each in one form."""
    written = value.value
    sign = _SIGN.match(written)
    bound = value.comparator or (sign[1] if sign else "")
    number = tuple(
        word.folded
        for word in read_sentence(written[sign.end() :] if sign else written)
        if word.meaning is not Meaning.STOP
    )
    unit = fold_unit(value.unit) or letters(value.unit)
    return (_COMPARATORS.get(bound, bound), *number), unit


def _change(claimed: Value, stated: Value) -> Change:
    about = f" ({claimed.target})" if claimed.target else ""
    is_unit = _amount(claimed)[0] == _amount(stated)[0]
    kind = Meaning.UNIT if is_unit else Meaning.NUMBER
    return Change(kind, _written(claimed), f"{_written(stated)}{about}")


def _written(value: Value) -> str:
    return f"{value.comparator}{value.value} {value.unit}".strip()
