"""The text of a table's cell, without footnote marks and with its exponents."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.sources.documents.interface import Span

_RAISED_DIGITS: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_EXPONENT: Final = re.compile(r"[+\-−]?\d{1,3}")

# `10` and the units that are given by area, volume or reciprocal: mg/m², mm³, kg⁻¹, min⁻¹
_BASE: Final = re.compile(
    r"(?:(?<![\d.,])10|\b(?:[kdcmµμn]?m|[mµμn]?g|kg|[dmµμ]?[Ll]|mol|s|min|h|d|day|week|year))\Z"
)
_LONGEST_BASE: Final = 8


def plain_cell(text: str, superscripts: Sequence[Span] = ()) -> str:
    """The cell on one line: `mg/m²` and `10⁶` keep what is raised, of `57ᵃ` only the value is left.

    A raised number after anything but `10` or a unit is taken for a footnote mark or a citation.
    """
    parts: list[str] = []
    done = 0
    for span in superscripts:
        parts.append(text[done : span.start])
        raised = text[span.start : span.end].strip()
        before = text[max(0, span.start - _LONGEST_BASE) : span.start]
        if _EXPONENT.fullmatch(raised) and _BASE.search(before):
            parts.append(raised.translate(_RAISED_DIGITS))
        done = span.end
    parts.append(text[done:])
    return " ".join("".join(parts).split())
