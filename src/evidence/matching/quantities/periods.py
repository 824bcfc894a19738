"""Times that are told without a number: `within a year`, `once weekly`, `per patient-year`.

They are held against a text only roughly, for they are said in many ways: a period is lacking when
nothing of about that length is there, and another one is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

from evidence.matching.quantities.quantity import Quantity, Sort, Unstated

SPAN: Final = "period"
"""The dimension of how long something took, in days."""
DOSING: Final = "dosing"
"""The dimension of how far apart doses are, in days."""
PERSON_TIME: Final = "person-time"
"""The dimension of the time in which events are counted, a person's day being one."""

_DAYS: Final = {
    "minute": 1 / 1440, "hour": 1 / 24, "h": 1 / 24, "day": 1.0, "d": 1.0, "night": 1.0,
    "week": 7.0, "wk": 7.0, "month": 30.44, "mo": 30.44, "year": 365.25, "yr": 365.25,
    "y": 365.25,
}  # fmt: skip
_ADVERBS: Final = {
    "hourly": 1.0, "daily": 1.0, "nightly": 1.0, "weekly": 7.0, "fortnightly": 14.0,
    "monthly": 30.44, "quarterly": 91.3, "yearly": 365.25, "annual": 365.25, "annually": 365.25,
}  # fmt: skip
_NUMBERS: Final = {
    word: at
    for at, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve"), 1
    )
} | {"fourteen": 14, "twenty": 20, "twenty-four": 24, "thirty": 30, "fifty-two": 52, "half": 0.5,
     "half a": 0.5, "half an": 0.5}  # fmt: skip
_TIME: Final = "hour|day|week|month|year"
_PEOPLE: Final = r"(?:person|patient|subject|participant|wom[ae]n|child|infant|animal|user)s?"
_CLAIMED_SPAN: Final = (
    rf"\b(?:within|in|over|after|during|for|throughout|until|at)\s"
    rf"(?:(?:just|about|nearly|almost)\s)?an?\s({_TIME})\b(?!-|\s(?:or|and)\b)|"
    rf"\b(?:within|in|over|during|throughout)\sthe\s(?:first\s)?({_TIME})\s(?:after|before|following|"
    rf"from)\b|(?:^|[.;]\s)An?\s({_TIME})\sof\s(?!age)"
)
_OFTEN: Final = r"(?:once|twice|thrice|(?:one|two|three|four|six|\d)\stimes?)"
_CLAIMED_DOSING: Final = (
    rf"\b{_OFTEN}[\s-](?:(?:an?|per|every|each|in\sa)\s)?"
    rf"(?P<every>day|week|month|year|{'|'.join(_ADVERBS)})\b|"
    r"\b(?:[µμm]?g|kg|mL|IU|units?)\s(?:(?:an?|per|every|each)\s)?"
    rf"(?P<dose>day|week|month|{'|'.join(_ADVERBS)})\b(?!\s(?:before|after))|"
    r"\b\d[\d.]*\s(?:[\w-]+\s){0,2}?(?:an?|per|each|every)\s(?P<rate>day|week|month|year)\b"
)
_CLAIMED_PERSONS: Final = rf"\b{_PEOPLE}[\s-](year|month|week|day)s?\b"
_READ_SPAN: Final = re.compile(_CLAIMED_SPAN)
_READ_DOSING: Final = re.compile(_CLAIMED_DOSING)
_READ_PERSONS: Final = re.compile(_CLAIMED_PERSONS, re.IGNORECASE)
_ANY_SPAN: Final = re.compile(
    rf"(?:\b(\d{{1,4}}(?:[.·]\d{{1,2}})?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    rf"(?:(?:\sto\s|\s?[-–]\s?)(\d{{1,4}}))?[\s-]?)?\b({_TIME}|minute|h|d|wk|mo|yr|y)(s?)\b"
    r"(?:\s(\d{1,3})\b)?|"
    r"\b(annual|yearly|overnight|half-year)",
    re.IGNORECASE,
)
_ANY_DOSING: Final = re.compile(
    rf"\b({'|'.join(_ADVERBS)})\b|(?:\b(?:an?|per|each|every)\s|/)(day|d|night|week|wk|month|year)\b|"
    r"\b(?:every|each)\s(?:(\d{1,2})|(other|second|two|three|four|six|eight|twelve))[\s-]"
    r"(hour|h|day|week|month|year)s?\b|\bq(\d{0,2})(h|d|w|m)\b|\b(?:b\.?i\.?d|t\.?i\.?d|q\.?d|o\.?d)\b|"
    r"\b(?:morning|evening|bedtime)\b|\b(\d\d)-(day)\s(?:treatment\s)?cycles?\b",
    re.IGNORECASE,
)
_EVERY: Final = {"other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8,
                 "twelve": 12}  # fmt: skip
_LETTERS: Final = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.44}
_NEAR: Final = 1.25  # how many times as long what is called a year, a month or a week may be
_OFTEN_NEAR: Final = 2.9  # doses three times a week are weekly ones to some, not daily ones


def claimed_periods(text: str) -> tuple[Quantity, ...]:
    """The times that a claim tells without their number, with the words that tell them."""
    return tuple(_claimed(text))


def _claimed(text: str) -> Iterator[Quantity]:
    for found in _READ_SPAN.finditer(text):
        yield _period(found[0].strip(" .;"), _DAYS[next(filter(None, found.groups()))], SPAN)
    for found in _READ_DOSING.finditer(text):
        word = (found["every"] or found["dose"] or found["rate"]).lower()
        yield _period(found[0], _ADVERBS.get(word) or _DAYS[word], DOSING)
    for found in _READ_PERSONS.finditer(text):
        yield _period(found[0], _DAYS[found[1].lower()], PERSON_TIME)


def _period(written: str, days: float, dimension: str) -> Quantity:
    length = Decimal(str(round(days, 4)))
    return Quantity(written, length, length, dimension, sort=Sort.PERIOD)


class StatedPeriods:
    """The times that texts tell, with or without a number; read when one is sought."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._read: dict[str, dict[float, str]] = {}

    def unstated(self, claimed: Iterable[Quantity]) -> tuple[Unstated, ...]:
        """Those of the periods that the texts lack though they tell others of the same kind, each
        with the one of them that is closest in length.
        """
        lacking = ((each, self._other(each)) for each in claimed)
        return tuple(Unstated(each, other) for each, other in lacking if other)

    def states(self, claimed: Quantity) -> bool:
        """Whether the texts tell a time of this kind and about this length."""
        return any(_is_near(float(claimed.low), days, claimed.dimension) for days in
                   self._those(claimed.dimension))  # fmt: skip

    def _other(self, claimed: Quantity) -> Quantity | None:
        those = self._those(claimed.dimension)
        if not those or self.states(claimed):
            return None
        wanted = float(claimed.low)
        days = min(those, key=lambda each: max(each / wanted, wanted / each))
        return _period(those[days], days, claimed.dimension)

    def _those(self, dimension: str) -> dict[float, str]:
        if dimension not in self._read:
            read = _READERS[dimension]
            told = (pair for text in self._texts for pair in read(text))
            self._read[dimension] = {days: word for days, word in told if days > 0}
        return self._read[dimension]


def _is_near(one: float, other: float, dimension: str) -> bool:
    if dimension == DOSING:
        one, other = max(one, 1.0), max(other, 1.0)
    near = _OFTEN_NEAR if dimension == DOSING else _NEAR
    return 1 / near <= one / other <= near


def _spans(text: str) -> Iterator[tuple[float, str]]:
    for found in _ANY_SPAN.finditer(text):
        number, upper, unit, plural, behind, word = found.groups()
        if word:
            yield _DAYS["day" if word.lower() == "overnight" else "year"], word
        elif number or (len(unit) > 2 and (behind or not plural)):  # `for years` says nothing
            for many in filter(None, (number, upper) if number else (behind or "one",)):
                yield _number(many) * _DAYS[unit.lower()], found[0]


def _number(written: str) -> float:
    return _NUMBERS.get(written.lower()) or float(written.replace("·", "."))


def _doses(text: str) -> Iterator[tuple[float, str]]:
    for found in _ANY_DOSING.finditer(text):
        adverb, unit, digits, word, every, number, letter, cycle, _ = found.groups()
        if adverb:
            days = _ADVERBS[adverb.lower()]
        elif every:
            days = (float(digits) if digits else _EVERY[word.lower()]) * _DAYS[every.lower()]
        elif letter:
            days = float(number or 1) * _LETTERS[letter.lower()]
        elif cycle:
            days = float(cycle)
        else:
            days = _DAYS[unit.lower()] if unit else 1.0
        yield days, found[0]


def _person_times(text: str) -> Iterator[tuple[float, str]]:
    for found in _READ_PERSONS.finditer(text):
        yield _DAYS[found[1].lower()], found[0]


_READERS: Final[dict[str, Callable[[str], Iterator[tuple[float, str]]]]] = {
    SPAN: _spans, DOSING: _doses, PERSON_TIME: _person_times,
}  # fmt: skip
