"""Whether a statement's own figures tell a difference from none: its p values and intervals."""

import re
from functools import lru_cache
from typing import Final

_LEAST: Final = 0.05
_P_VALUE: Final = re.compile(
    r"\bp(?:[- ]value)?(?: for (?:[\w-]+ ){0,3}[\w-]+)?\s{0,2}(?P<sign>[=<>≤≥]|of|was)\s{0,2}"
    r"(?P<value>0?[.·]\d+|1\.0+)",
    re.IGNORECASE,
)
_NUMBER: Final = r"[-−–+]?\s?\d+(?:[.·]\d+)?"
_INTERVAL: Final = re.compile(
    rf"\b(?:CI|confidence interval|CrI|credible interval)[\s(:,=\[]{{0,4}}(?:was |of |from )?\[?"
    rf"(?P<low>{_NUMBER})\s?%?(?:\s?to\s|\s?,\s?|\s?[-–−]\s?)(?P<high>{_NUMBER})",
    re.IGNORECASE,
)
_RATIO: Final = re.compile(r"ratio|\b[aio]?[HORI]RR?\b|relative risk|fold", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def significance_of(text: str) -> bool | None:
    """Whether all p values and confidence intervals of a statement tell a difference (True), or
    none does (False); None where there are none, or they disagree.

    A p value of 0.05 or more tells none, and so does an interval that holds 0, or of a ratio 1.
    """
    told = {_tells(found) for found in _P_VALUE.finditer(text)}
    for found in _INTERVAL.finditer(text):
        low, high = _value(found["low"]), _value(found["high"])
        null = 1.0 if _is_ratio(text, found, low) else 0.0
        if low <= high:
            told.add(not low <= null <= high)
    return told.pop() if len(told) == 1 else None


def _tells(found: re.Match[str]) -> bool:
    value = _value(found["value"])
    return value < _LEAST if found["sign"] not in (">", "≥") else False


def _is_ratio(text: str, found: re.Match[str], low: float) -> bool:
    """Whether the interval is one of a ratio: one that is named before it, or bare numbers above 0
    that stand in a bracket with nothing that names a difference.
    """
    before = text[max(0, found.start() - 60) : found.start()]
    if low < 0 or re.search(r"difference|[%‰]|mean|percentage", before[-40:], re.IGNORECASE):
        return bool(_RATIO.search(before[-30:])) and low >= 0
    return bool(_RATIO.search(before)) or low > 0


def _value(written: str) -> float:
    number = written.replace("·", ".").replace("−", "-").replace("–", "-")
    return float("".join(number.split()))
