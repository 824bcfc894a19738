"""Whether words begin and end where words of a text do, and not inside one of them."""

import re
from typing import Final

_POINTS: Final = ".,·"
_AROUND: Final = 40  # characters before and behind: more than a compound has

_BEFORE: Final = re.compile(r"(?:[^\W\d_]+[-\ue0ad])+\Z")
_BEHIND: Final = re.compile(r"(?:[-\ue0ad][^\W\d_]+)+")
_PART: Final = re.compile(r"[^\W\d_]+")
_POWER: Final = re.compile(r"(?<!\d)(?:10|2)\Z")

# What turns the rest of a compound round, or into something else: `non-toxic`, `pre-treated`.
_TURNING: Final = frozenset({
    "non", "not", "no", "never", "former", "nicht", "anti", "contra", "counter", "un", "de", "dis",
    "mis", "mal", "in", "im", "ir", "il", "ex", "re", "pre", "post", "peri", "intra", "inter",
    "extra", "infra", "supra", "sub", "super", "hyper", "hypo", "pro", "co", "semi", "quasi",
    "pseudo", "para", "multi", "micro", "macro", "mono", "bi", "di", "tri", "poly", "neo", "off",
    "out", "over", "under", "ultra", "trans", "self", "half", "near", "low", "high",
})  # fmt: skip
# What does so from behind: `symptom-free`, `dose-independent`.
_TURNED_BY: Final = frozenset({
    "free", "negative", "less", "like", "naive", "naïve", "null", "deficient", "independent",
    "resistant", "refractory", "intolerant", "sparing", "inferior", "unrelated", "insensitive",
})  # fmt: skip


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word, number or compound of a folded text is cut in two at either end.

    The rest of a compound is no word of its own where its first part negates or changes it: `toxic`
    in `non-toxic`. Of others it is one: `dependent` in `dose-dependent`.
    """
    return _begins(text, start) and _ends(text, start, end)


def _begins(text: str, start: int) -> bool:
    first, before = text[start], text[max(0, start - _AROUND) : start]
    if not before or not (first.isalnum() or first == "-"):
        return True
    last = before[-1]
    if first.isdigit():
        is_decimal = last in _POINTS and before[-2:-1].isdigit()
        if last.isdigit() or is_decimal or last in "^-\ue0a0":
            return False  # `-`: a minus, a range, or `COVID-19`
    if first == "-":
        return not last.isalnum()
    if first.isalpha() and last in "-\ue0ad":
        parts = _BEFORE.search(before)
        return not parts or _TURNING.isdisjoint(_PART.findall(parts[0]))
    return not last.isalpha()


def _ends(text: str, start: int, end: int) -> bool:
    last, behind = text[end - 1], text[end : end + _AROUND]
    if not behind:
        return True
    if last.isdigit():
        if behind[0] in (*_POINTS, "-", "\ue0a0") and behind[1:2].isdigit():
            return False
        is_power = behind[0] == "^" and _POWER.search(text, max(start, end - 3), end)
        return not behind[0].isalnum() and not is_power
    if last.isalpha() and behind[0] in "-\ue0ad":
        parts = _BEHIND.match(behind)
        return not parts or _TURNED_BY.isdisjoint(_PART.findall(parts[0]))
    is_marked = behind[0].isdigit() and text[max(0, end - 3) : end].isalpha()  # `patients3,4`
    return not (last.isalpha() and behind[0].isalnum()) or is_marked
