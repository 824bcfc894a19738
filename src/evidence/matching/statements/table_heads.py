"""What the head of a table's column or row says: what is measured, and in which unit."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.matching.statements.units import fold_unit

_COUNTED: Final = re.compile(
    r"(?:(?:[×x]\s?)?10(?:\^?\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|cells|copies|CFU|particles)\s?/\s?"
)
_UNMISTAKABLE: Final = frozenset(
    ("pmol/l", "nmol/l", "umol/l", "mmol/l", "ng/ml", "ug/ml", "mg/l", "mg/kg", "mmHg")
)
_SAMPLE: Final = re.compile(r"[(\[,;]?\s*\bn\s*=\s*(\d[\d,]*)\s*[)\]]?", re.IGNORECASE)
_INTERVAL: Final = re.compile(
    r"[(\[,;]\s*(?:\d\d\s*%\s*-?\s*(?:CI|confidence\s+intervals?)|CI)\s*[)\]]?|"
    r"\b\d\d\s*%\s*CI\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r",?\s*\(?\bn(?:/N)?\s*[(,]\s*%\s*\)?|,?\s*\bn/N\b\s*$|,\s*n\s*$")
_IN_BRACKETS: Final = re.compile(r"[(\[]\s*([^()\[\]]{1,40})\s*[)\]]")
_LONGEST: Final = 400  # characters of a cell
_EDGES: Final = " \t,;:/–-"
_MARKS: Final = re.compile(r"[*†‡§¶‖#ᵃᵇᶜᵈᵉᶠ]+$")


@dataclass(frozen=True, slots=True)
class Head:
    """`Median PFS (95% CI), months`: its `name`, its `unit`, and what else its cells hold.

    `n` is the size of the group that a head names (`Placebo (n = 52)`); `has_share` says that the
    cells are counts with their percentage (`n/N (%)`), `has_interval` that a confidence interval
    stands behind each number.
    """

    name: str
    unit: str = ""
    n: str = ""
    has_interval: bool = False
    has_share: bool = False


def read_head(text: str) -> Head:
    """What a head says; one without any of these is all name."""
    text = without_marks(text)
    sample = _SAMPLE.search(text)
    if sample:
        text = text[: sample.start()] + " " + text[sample.end() :]
    has_interval = bool(_INTERVAL.search(text))
    text = _INTERVAL.sub(" ", text)
    has_share = bool(_COUNT.search(text)) and "%" in text
    unit = "%" if has_share else ""
    if has_share:
        text = _COUNT.sub(" ", text)
    else:
        text, unit = _split_unit(text)
    name = " ".join(text.split()).strip(_EDGES)
    return Head(name, unit, sample[1] if sample else "", has_interval, has_share)


def is_unit(text: str) -> bool:
    """Whether the whole text is a unit: `nmol/L`, `ng·h/mL`, `%`, `months`, `10⁹/L`."""
    return bool(fold_unit(_COUNTED.sub("", text.strip(), count=1)))


def without_marks(text: str) -> str:
    """The text of a cell on one line, without footnote marks at its end."""
    return _MARKS.sub("", " ".join(text[:_LONGEST].split()))


def _split_unit(text: str) -> tuple[str, str]:
    """The head without its unit, which stands in brackets, or behind a comma or slash."""
    for found in _IN_BRACKETS.finditer(text):
        if is_unit(found[1]):
            return f"{text[: found.start()]} {text[found.end() :]}", found[1].strip()
    name, comma, unit = text.strip().rpartition(",")
    if comma and is_unit(unit):
        return name, unit.strip()
    name, _, unit = text.strip().rpartition(" ")
    if name and len(unit) > 1 and fold_unit(unit) in _UNMISTAKABLE:
        return name, unit
    return text, ""
