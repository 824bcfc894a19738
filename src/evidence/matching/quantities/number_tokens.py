"""The numbers of a sentence where they stand, in digits and in words, each with its own unit."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evidence.matching.statements.sentence_words import unit_at
from evidence.matching.statements.spelling import written_out
from evidence.matching.statements.units import raised

_ONES: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {word: at for at, word in enumerate(_ONES, 1)} | {
    word: 10 * at for at, word in enumerate(_TENS, 2)
}
_TIMES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}
_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6,
                 "eighth": 8, "tenth": 10}  # fmt: skip
_MULTIPLE_WORDS: Final = (
    dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice"), 2)
    | dict.fromkeys(("triple", "tripled", "triples", "tripling", "thrice"), 3)
    | dict.fromkeys(("quadrupled", "quadruples", "quadrupling"), 4)
)
_ONE_TO_TEN: Final = "|".join(_ONES[:10])
_SOFT: Final = (
    r"(?:doubl(?:e(?= the\b)|ed|es|ing)|tripl(?:e(?= the\b)|ed|es|ing)|quadrupl(?:ed|es|ing)|"
    r"(?:twice|thrice)(?= (?:as|the|that|more|higher)\b)|halv(?:e(?= the\b)|ed|es|ing)|"
    r"(?:(?:two|three|four)[ -](?:third|quarter|fifth|sixth|eighth|tenth)s|"
    r"(?:a|one)[ -](?:third|quarter|fifth|sixth|eighth|tenth)"
    r"(?= of\b|\W*$| the\b| as\b| had\b| were\b|[,;.)])|(?:(?:one|a)[ -])?half)(?![ -]?"
    r"(?:li[fv]e|max|hour|dose|year|month|way|brother|sister|time|log|marathon)))"
)
_NUMBER: Final = re.compile(
    r"(?<!\w)(?<!\d\.)(?<!\^)(?:"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:[.·]\d{1,12})?|[.·]\d{1,12})"
    r"(?:\s?[×x*·]\s?10\^?(?P<power>[-+]?\d{1,2})(?!\d)|[eE](?P<e>[-+]?\d{1,2})(?!\w)"
    r"|\^(?P<up>[-+]?\d{1,2})(?!\d))?(?!\d)(?!\.\d+\.)|"
    rf"(?P<fold>{_ONE_TO_TEN})fold\b|(?P<soft>{_SOFT})\b|"
    rf"(?P<word>(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[:9])}))?|{'|'.join(_ONES[::-1])})\b)"
    r"(?:\s(?P<times>hundred|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_DECIMAL_COMMA: Final = re.compile(
    r"(?<![\w.,])(\d+),(\d{1,2})(?=\s?(?:%|[µμnmkp]?[gMlL]\b|[µμnmp]?mol|[µμnm]g/))|"
    r"(?<![\w.,])0,(\d+)(?![\w,])"
)
_TIMES_AS: Final = re.compile(
    r"\s?-?times\b(?!\s(?:a|per|daily|weekly|monthly|each|every|in|the upper)\b)|\s?-?fold\b"
)
_HOW_OFTEN: Final = re.compile(r"\s?-?times\b")
_DEGREES: Final = re.compile(r"\s?(°\s?[CF]|‰)")
_SURFACE: Final = re.compile(r"\s?(?:/|per )\s?1[.·]73\s?(?:m\^?2|square met(?:er|re)s?)\b")
# What a number is between with its unit behind: `8.1 (SD 3.2) days`, `12 (9 to 20) months`.
_SPREAD: Final = re.compile(
    r"\s\((?:±|(?:SD|SE|SEM|CI|IQR|range)\b[\s,:]*)?\s?[\d.]+(?:(?:\s?-\s?|\sto\s|,\s?)[\d.]+)?\)"
    r"(?=\s)"
)
_POINTS: Final = re.compile(r"(?:\s|-)points?\b")
_DIGIT: Final = re.compile(r"\d")
_RUN: Final = re.compile(r"[\w-]*$")
_PERCENTAGE: Final = re.compile(r"\bpercent(?:age)?[- ]points?\b")
_LEVEL: Final = re.compile(
    r"\b\d\d(?:[.·]\d)?\s?(?:%|percent)\s?-?\s?(?=C[Ir]?I|confidence|credible|prediction)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\b(?:https?:|www\.|doi:?\s?)\S+|\b10\.\d{4,9}/\S+", re.IGNORECASE)
_RAISED_MARK: Final = re.compile(r"(?<=[%.,;)])[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺,–]*[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_SIGNS: Final = str.maketrans(
    dict.fromkeys("‐‑‒–―−﹘﹣－", "-")
    | {"⩽": "≤", "⩾": "≥", "≦": "≤", "≧": "≥", "∼": "≈", "~": "≈"}
)
_LONG_DASH: Final = re.compile(r"\s—\s")
_LEFT: Final = 40  # characters before a number that can belong to it
_VAGUE: Final = Decimal("0.1")  # how wide a number like `a third` is, of itself


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A number from `start` to `stop` of its line, its unit included, which begins at `end`.

    `unit` is empty where none follows, and `shown` how it is written; `step` is what the last digit
    is worth. `is_soft` says that it is one of the words that are never exact (`half`, `doubled`).
    """

    start: int
    end: int
    stop: int
    value: Decimal
    step: Decimal
    unit: str = ""
    shown: str = ""
    is_soft: bool = False
    is_word: bool = False


def has_numbers(text: str) -> bool:
    """Whether there may be a number in the text."""
    return bool(_DIGIT.search(text) or _NUMBER.search(text))


def one_line(text: str) -> str:
    """The text as its numbers are read from it: with one kind of dash, of bound, of exponent, and
    without what only looks like numbers (addresses, the level of an interval).
    """
    line = _LONG_DASH.sub(" ; ", _RAISED_MARK.sub("", text)).replace("—", "-").translate(_SIGNS)
    line = unicodedata.normalize("NFKC", raised(line)).translate(_SIGNS)
    line = line.replace("<=", "≤").replace(">=", "≥").replace("+/-", "±").replace("′", "'")
    line = _DECIMAL_COMMA.sub(lambda m: f"{m[1] or 0}.{m[2] or m[3]}", " ".join(line.split()))
    line = _PERCENTAGE.sub("percent", written_out(line))
    if "10." in line or "http" in line or "www" in line or "doi" in line.lower():
        line = _ADDRESS.sub("", line)
    return _LEVEL.sub("", line) if "%" in line or "percent" in line else line


def number_tokens(line: str) -> Iterator[NumberToken]:
    """The numbers of a line that `one_line` gave, but for those that are part of a name."""
    last = -1  # where the token before ended
    for found in _NUMBER.finditer(line):
        if found.start() < last or _is_in_name(line, found.start(), last):
            continue
        token = _token(line, found)
        if token:
            last = token.stop
            yield token


def _is_in_name(line: str, start: int, last: int) -> bool:
    """Whether a hyphen ties it to a name before it: `IL-6`, but not the ten of `5 mg-10 mg`."""
    if start < 2 or line[start - 1] != "-" or last == start - 1:
        return False
    run = _RUN.search(line, max(start - _LEFT, 0), start)
    before = run[0] if run else ""
    return any(letter.isalpha() for letter in before) and not before.startswith("-")


def _token(line: str, found: re.Match[str]) -> NumberToken | None:
    """The number with its unit; None for one that begins a name (`5-HT`, `3D`, `1st`)."""
    if found["soft"]:
        return _soft(found)
    end, word = found.end(), found["word"] or found["fold"]
    value, step = _value(found, word)
    if found["fold"]:
        return NumberToken(found.start(), end - 4, end, value, step, "fold")
    digits = found["digits"] or ""
    if len(digits) > 1 and digits[0] == "0" and digits.isdecimal():
        return None  # the number of a trial or a code
    unit, stop = _unit(line, end)
    if unit is None:
        return None
    if word and word.lower() == "one" and not (unit or found["times"]):
        following = line[end : end + 8].lower()
        if not following.startswith((" in ", " of ")) or following.startswith(" of the"):
            return None
    shown = line[end:stop]
    return NumberToken(found.start(), end, stop, value, step, unit, shown, is_word=bool(word))


def _unit(line: str, end: int) -> tuple[str | None, int]:
    """The unit behind a number, empty for none, and where it ends; None where the number belongs to
    a word behind it.
    """
    if line[end : end + 1] in (")", ";", ",", "") or line[end : end + 2] == " ±":
        return "", end  # as most numbers without a unit
    if line[end : end + 2] == " (":
        spread = _SPREAD.match(line, end)
        behind = unit_at(line, spread.end())[0] if spread else None
        return (behind.folded if behind else ""), end
    degrees = _DEGREES.match(line, end)
    if degrees:
        return degrees[1].replace(" ", ""), degrees.end()
    times = _TIMES_AS.match(line, end)
    if times:
        return "fold", times.end()
    if _HOW_OFTEN.match(line, end):
        return None, end
    word, stop = unit_at(line, end)
    if word and not (line[stop : stop + 1] == "." and line[stop + 1 : stop + 2].isupper()):
        unit = word.folded
        surface = _SURFACE.match(line, stop)
        if surface:
            return f"{unit}/m2", surface.end()
        points = _POINTS.match(line, stop) if unit == "%" else None
        return unit, points.end() if points else stop
    following = line[end : end + 2]
    is_joined = following[:1] == "-" and following[1:].isalpha()
    is_name = following[:1].isalpha() or (is_joined and not line.startswith("-point", end))
    return (None if is_name or following[:1] == "'" else ""), end


def _value(found: re.Match[str], word: str | None) -> tuple[Decimal, Decimal]:
    """The number, and what its last digit is worth."""
    if word:
        value = Decimal(sum(_WORDS[part] for part in re.split(r"[ -]", word.lower())))
    else:
        value = Decimal(found["digits"].replace(",", "").replace("·", "."))
    step = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    power = int(found["power"] or found["e"] or 0)
    factor = Decimal(_TIMES.get((found["times"] or "").lower(), 1)).scaleb(power)
    if found["up"] and value == 10:
        return Decimal(1).scaleb(int(found["up"])), Decimal(0)
    return value * factor, step * factor


def _soft(found: re.Match[str]) -> NumberToken:
    """A part in percent, a multiple as a number of times."""
    words = re.split(r"[ -]", found["soft"].lower())
    multiple = _MULTIPLE_WORDS.get(words[0])
    if multiple:
        value, unit = Decimal(multiple), "fold"
    else:
        below = _PARTS.get(words[-1]) or _PARTS.get(words[-1].removesuffix("s"), 2)
        value, unit = Decimal(100 * _WORDS.get(words[0], 1)) / below, "%"
    start, end = found.span()
    return NumberToken(start, end, end, value, value * _VAGUE, unit, is_soft=True)
