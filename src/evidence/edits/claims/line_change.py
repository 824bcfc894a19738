"""Other values for keys of an evidence line that is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

Value: TypeAlias = str | Mapping[str, str] | None

_ORDER: Final = (
    *("reference", "role", "system", "design", "page", "section", "table"),
    *("prefix", "quote", "suffix", "note", "stance", "defect", "judged"),
)


@dataclass(frozen=True, slots=True)
class LineChange:
    """The keys of an evidence line that get other values, or are removed by None.

    The line is the one with the index `at` of the claim with the id `claim`. An empty text counts
    as None, in a mapping too.
    """

    claim: str
    at: int
    values: Mapping[str, Value]


def told(value: Value) -> str | dict[str, str] | None:
    """A value as it is to be written, None where it says nothing."""
    if isinstance(value, Mapping):
        return {key: text.strip() for key, text in value.items() if text.strip()} or None
    return (value or "").strip() or None


def changed_line(line: Any, values: Mapping[str, Value]) -> dict[str, Any]:
    """The data of a line, be it a key alone, with these values, its keys in their order."""
    data: dict[str, Any] = {"reference": line} if isinstance(line, str) else dict(line)
    for key, value in values.items():
        new = told(value)
        if new is None:
            data.pop(key, None)
        elif key in data:
            data[key] = new
        else:
            data = _with(data, key, new)
    return data


def anchor_of(key: str, there: list[str]) -> str:
    """Behind which of the keys that are there a new one goes."""
    before = [each for each in there if rank(each) < rank(key)]
    return before[-1] if before else there[-1]


def _with(data: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    items = list(data.items())
    at = [each for each, _ in items].index(anchor_of(key, list(data))) + 1 if items else 0
    return dict([*items[:at], (key, value), *items[at:]])


def rank(key: str) -> int:
    """Where a key stands among those of a line."""
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)
