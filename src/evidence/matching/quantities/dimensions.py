"""What a unit measures, and how many base units it is: `ng/ml` is a millionth of a `g/l`."""

import re
from collections import Counter
from decimal import Decimal
from functools import lru_cache
from typing import Final

_PREFIXES: Final = {
    "f": Decimal("1e-15"), "p": Decimal("1e-12"), "n": Decimal("1e-9"), "u": Decimal("1e-6"),
    "m": Decimal("1e-3"), "c": Decimal("1e-2"), "d": Decimal("1e-1"), "k": Decimal("1e3"),
    "M": Decimal("1e6"), "G": Decimal("1e9"),
}  # fmt: skip
_STEMS: Final = frozenset({"mol", "g", "l", "m", "s", "Pa", "V", "W", "Hz", "Da", "cal", "J",
                           "osm", "U", "Gy", "Sv", "Bq", "Ci", "b", "bp"})  # fmt: skip
# A month is no fixed number of days, so that months and days are two dimensions. An equivalent is
# taken for a mole, which it is of the ions that are measured so most often.
_ALIKE: Final = {"Eq": "mol", "IU": "U", "IE": "U", "Osm": "osm"}
_OTHERS: Final = {
    "min": (Decimal(60), "s"), "h": (Decimal(3600), "s"), "d": (Decimal(86_400), "s"),
    "wk": (Decimal(604_800), "s"), "mo": (Decimal(1), "mo"), "yr": (Decimal(12), "mo"),
    "‰": (Decimal("0.1"), "%"), "ppm": (Decimal("1e-4"), "%"), "ppb": (Decimal("1e-7"), "%"),
}  # fmt: skip
_COUNTED: Final = frozenset({"cell", "copy", "beat", "breath", "event", "particle", "cfu", "pfu"})
_PART: Final = re.compile(r"(^|[/·])(10\^-?\d+|[^/·^]+)(?:\^(\d+))?")
_AREA: Final = re.compile(r"([cm]?m)2")
# `600 mg/day` is said as `600 mg daily` too, where the day is not part of the unit.
_DAILY: Final = re.compile(r"(?:[num]?g|kg|[km]?U|IU)/d(?:/(?:kg|m2))?")


@lru_cache(maxsize=4_096)
def base_unit(unit: str) -> tuple[Decimal, str]:
    """How many base units a unit is, and the name of its dimension, for a unit in the spelling of
    `fold_unit`; a unit of no other name is its own base.
    """
    if _DAILY.fullmatch(unit):
        unit = unit.replace("/d", "")
    scale, above, below = Decimal(1), Counter[str](), Counter[str]()
    for sign, name, power in _PART.findall(unit):
        times = int(power or 1)
        factor, base = _base(name)
        scale *= factor ** (-times if sign == "/" else times)
        if base:  # grams of a drug and kilograms of a body are not cancelled
            (below if sign == "/" else above)[base] += times
    return scale, "/".join(("·".join(_named(above)), *_named(below)))


def _base(name: str) -> tuple[Decimal, str]:
    """The base unit of one symbol, empty for what is only counted."""
    if name in _OTHERS:
        return _OTHERS[name]
    if name.startswith("10^"):
        return Decimal(10) ** int(name[3:]), ""
    if name in _COUNTED:
        return Decimal(1), ""
    area = _AREA.fullmatch(name)
    if area:
        factor, _ = _base(area[1])
        return factor**2, "m2"
    stem = _ALIKE.get(name, name)
    if stem in _STEMS:
        return Decimal(1), stem
    rest = _ALIKE.get(name[1:], name[1:])
    if name[0] in _PREFIXES and rest in _STEMS:
        return _PREFIXES[name[0]], rest
    return Decimal(1), name


def _named(powers: Counter[str]) -> list[str]:
    return [name if power == 1 else f"{name}^{power}" for name, power in sorted(powers.items())]
