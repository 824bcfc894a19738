"""How a table states the values of a claim."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.matching.statements.alterations import Change
from evidence.matching.statements.sentence_words import Meaning, read_sentence
from evidence.matching.statements.units import fold_unit
from evidence.matching.text import letters
from evidence.model.claim import Value

_COMPARATORS: Final = {"=": "", "<=": "≤", ">=": "≥", "~": "≈"}
_SIGN: Final = re.compile(r"^\s*(<=|>=|[<>≤≥≈~=])")
_CI_WORD: Final = re.compile(r"^\s*\d\d\s?%\s?CI\b:?", re.IGNORECASE)
_DASHES: Final = str.maketrans("−–—‐‑·", "-----.")
_SIGNED: Final = re.compile(r"(?:(?<![^\s(\[,;-])-)?\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class AbsentValue(Change):
    """A value of a claim that its table does not state any more."""

    def __str__(self) -> str:
        return f"`{self.before}` is no longer in the table"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many of a claim's values a table is about, and what it states otherwise or not at all."""

    there: int
    changes: tuple[Change, ...]


class StatedValues:
    """The values of a table, found by name and target however these are spelt."""

    def __init__(self, values: Sequence[Value]) -> None:
        self._about: defaultdict[tuple[str, str], list[Value]] = defaultdict(list)
        for value in values:
            self._about[_subject(value)].append(value)

    def compare(self, claimed: Sequence[Value]) -> Comparison:
        """What became of the values in the table: each number, unit and confidence interval.

        What the table says beyond them is no change. Where several rows have the same name, each
        stands for one value of the claim.
        """
        subjects = {_subject(value) for value in claimed}
        left = {each: list(self._about.get(each, ())) for each in subjects}
        others = [value for value in claimed if not _take(value, left[_subject(value)])]
        changes: list[Change] = []
        absent = 0
        for value in others:
            about = left[_subject(value)]
            if about:
                likest = [other for other in about if _amount(other) == _amount(value)] or about
                changes.append(_change(value, likest[0]))
                about.remove(likest[0])
            else:
                absent += 1
                changes.append(AbsentValue(Meaning.NUMBER, _named(value), ""))
        return Comparison(len(claimed) - absent, tuple(changes))


def _subject(value: Value) -> tuple[str, str]:
    return letters(value.name), letters(value.target)


def _take(value: Value, about: list[Value]) -> bool:
    """Whether the value stands there unchanged; it is taken out."""
    same = [o for o in about if _amount(o) == _amount(value) and _has_interval(o, value)]
    if same:
        about.remove(same[0])
    return bool(same)


def _has_interval(stated: Value, claimed: Value) -> bool:
    return not claimed.ci or _interval(stated.ci) == _interval(claimed.ci)


def _interval(written: str) -> tuple[str, ...]:
    """The bounds of a confidence interval, however they are parted."""
    return tuple(_SIGNED.findall(_CI_WORD.sub("", written).translate(_DASHES)))


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
    if _amount(claimed) == _amount(stated):
        before, after = (f"CI {value.ci or 'none'}" for value in (claimed, stated))
        return Change(Meaning.NUMBER, before, f"{after}{about}")
    is_unit = _amount(claimed)[0] == _amount(stated)[0]
    kind = Meaning.UNIT if is_unit else Meaning.NUMBER
    return Change(kind, _written(claimed), f"{_written(stated)}{about}")


def _named(value: Value) -> str:
    about = f" ({value.target})" if value.target else ""
    return f"{value.name} {_written(value)}{about}"


def _written(value: Value) -> str:
    return f"{value.comparator}{value.value} {value.unit}".strip()
