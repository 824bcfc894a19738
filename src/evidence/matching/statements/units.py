"""Units however they are written: `nM` and `nmol/L`, `µg` and `mcg`, `mL min-1` and `mL/min`."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import product
from typing import Final

_PREFIXES: Final = ("", "f", "p", "n", "u", "m", "c", "d", "k", "M", "G")
_STEMS: Final = ("mol", "g", "l", "m", "s", "Pa", "V", "W", "Hz", "Da", "cal", "J", "Eq", "osm",
                 "Osm", "IU", "U", "Gy", "Sv", "Bq", "Ci", "b", "bp")  # fmt: skip
_SIMPLE: Final = frozenset(prefix + stem for prefix, stem in product(_PREFIXES, _STEMS)) | {
    "%", "‰", "h", "min", "d", "mmHg", "cmH2O", "K", "°C", "°F", "ppm", "ppb", "IE", "AU"
}  # fmt: skip
_WORDS: Final = {
    "hour": "h", "hr": "h", "minute": "min", "min": "min", "second": "s", "sec": "s", "day": "d",
    "week": "wk", "wk": "wk", "month": "mo", "mo": "mo", "year": "yr", "yr": "yr", "percent": "%",
    "fold": "fold", "nanogram": "ng", "microgram": "ug", "mcg": "ug",
    "milligram": "mg", "gram": "g", "kilogram": "kg", "litre": "l", "liter": "l",
    "millilitre": "ml", "milliliter": "ml", "microlitre": "ul", "microliter": "ul",
    "decilitre": "dl", "deciliter": "dl", "millimetre": "mm", "millimeter": "mm",
    "centimetre": "cm", "centimeter": "cm", "metre": "m", "meter": "m",
    "nanomole": "nmol", "micromole": "umol", "millimole": "mmol", "mole": "mol", "unit": "U",
    "kda": "kDa", "iu": "IU", "mg": "mg", "ml": "ml", "kg": "kg", "mmhg": "mmHg",
    "stunde": "h", "stunden": "h", "minuten": "min", "sekunde": "s", "sekunden": "s",
    "tage": "d", "tagen": "d", "woche": "wk", "wochen": "wk", "monat": "mo", "monate": "mo",
    "monaten": "mo", "jahr": "yr", "jahre": "yr", "jahren": "yr",
    "heure": "h", "jour": "d", "semaine": "wk", "mois": "mo",
    "square metre": "m2", "square meter": "m2",
}  # fmt: skip
_QUOTIENTS: Final = (
    {"M": "mol/l", "bpm": "beat/min", "molar": "mol/l", "nanomolar": "nmol/l"}
    | {"micromolar": "umol/l", "millimolar": "mmol/l", "picomolar": "pmol/l"}
    | {f"{prefix}M": f"{prefix}mol/l" for prefix in "fpnum"}
)
_CUBES: Final = {("mm", 3): "ul", ("cm", 3): "ml", ("dm", 3): "l"}
# What is counted is a unit only where something divides it: `cells/µL`, `copies per mL`.
_COUNTED: Final = frozenset({"cell", "copy", "beat", "breath", "event", "particle", "cfu", "pfu"})
_PLURALS: Final = {"copies": "copy"}
# `mg/kg·day` goes on dividing behind these; `ng/mL·h` is a product.
_GOES_ON: Final = frozenset({"kg", "min", "d", "h", "wk", "m2"})
_SEPARATOR: Final = re.compile(r"\s*(/|[·⋅*×]|\s+per\s+|^per\s+)\s*|\s+")
_POWER: Final = re.compile(r"(10\^-?\d{1,2})|(.*?[^\W\d_].*?)\s?\^?(-?\d)?")
_BRACKETED: Final = re.compile(r"/\s*\(([^()/]*)\)$")
_RAISED: Final = re.compile(r"(?<![\d.,])10([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})")
_LONGEST: Final = 40


@lru_cache(maxsize=4_096)
def fold_unit(text: str) -> str:
    """One spelling for all ways to write a unit; empty when the text is not a unit that is known.

    Products and quotients keep the power of each part: `mg kg-1` is `mg/kg`, and `mg·kg` is not.
    Letters keep their case where it tells units apart: `mM` is a concentration, `mm` a length.
    """
    if len(text) > _LONGEST:
        return ""
    written = unicodedata.normalize("NFKC", raised(text)).strip().rstrip(".")
    written = written.replace("μ", "u").replace("−", "-").replace("mm Hg", "mmHg")
    written = written.replace("cm H2O", "cmH2O").replace("square m", "square_m")
    written = _BRACKETED.sub(lambda found: "/" + re.sub(r"[·⋅*×\s]+", "/", found[1]), written)
    parts = _parts(written)
    return _joined(parts) if parts else ""


def raised(text: str) -> str:
    """The text with powers of ten as `10^9`, which are lost when small digits become large ones."""
    return _RAISED.sub(lambda found: f"10^{unicodedata.normalize('NFKC', found[1])}", text)


def _parts(written: str) -> list[tuple[str, int]]:
    """Each part with its power; empty where one is not known, or a blank joins what nothing
    divides (`5 d s`).
    """
    parts: list[tuple[str, int]] = []
    sign, at, has_blank = 1, 0, False
    for found in (*_SEPARATOR.finditer(written), None):
        end = found.start() if found else len(written)
        if written[at:end]:
            read = _part(written[at:end], sign)
            if not read:
                return []
            parts += read
        elif at or found is None:
            return []
        if found is None:
            break
        joint = (found[1] or "").strip()
        has_blank = has_blank or not joint
        divides = joint in ("/", "per") or (joint and sign < 0 and parts[-1][0] in _GOES_ON)
        sign, at = -1 if divides else 1, found.end()
    is_quotient = any(power < 0 for _, power in parts)
    is_counted = any(name in _COUNTED or name.startswith("10^") for name, _ in parts)
    return parts if is_quotient or not (has_blank or is_counted) else []


def _part(text: str, sign: int) -> list[tuple[str, int]]:
    """One symbol or word with its power: `m2`, `kg-1`, `nM` as `nmol` and `l` to the -1."""
    whole = _name(text)
    if whole:
        return [(whole, sign)]
    if text in _QUOTIENTS or text.lower() in _QUOTIENTS:
        above, _, below = (_QUOTIENTS.get(text) or _QUOTIENTS[text.lower()]).partition("/")
        return [(above, sign), (below, -sign)]
    found = _POWER.fullmatch(text)
    if not found:
        return []
    if found[1]:
        return [(found[1], sign)]
    name, power = _name(found[2]), int(found[3] or 1)
    if not name or not power or (power > 1 and name not in ("m", "cm", "mm", "dm", "s")):
        return []
    cube = _CUBES.get((name, abs(power)))
    if cube:
        return [(cube, sign if power > 0 else -sign)]
    if abs(power) == 2 and name in ("m", "cm", "mm"):
        return [(f"{name}2", sign if power > 0 else -sign)]
    return [(name, sign * power)]


def _name(text: str) -> str:
    """The one spelling of a symbol or word without a power."""
    litres = re.sub(r"L$", "l", text)
    if litres in _SIMPLE:
        return litres
    low = text.lower().replace("_", " ")
    single = _PLURALS.get(low) or (low.removesuffix("s") if len(low) > 2 else low)
    if low.endswith("eq") and low[:-2] + "Eq" in _SIMPLE and low != "eq":
        return low[:-2] + "Eq"
    return _WORDS.get(low) or _WORDS.get(single, "") or (single if single in _COUNTED else "")


def _joined(parts: list[tuple[str, int]]) -> str:
    """The parts in one order, those that multiply before those that divide."""
    powers: Counter[str] = Counter()
    for name, power in parts:
        powers[name] += power
    above = "·".join(_raised_to(name, power) for name, power in sorted(powers.items()) if power > 0)
    below = (_raised_to(name, -power) for name, power in sorted(powers.items()) if power < 0)
    return "/".join((above, *below)) if powers else ""


def _raised_to(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"
