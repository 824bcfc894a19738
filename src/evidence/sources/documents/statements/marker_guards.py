"""What numbers in brackets and in parentheses are when they are no citation."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.sources.documents.number_lists import NumberList

_BEFORE: Final = 100  # characters that are looked at on each side of a marker
_AFTER: Final = 30
_NEAR: Final = 30

_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 2100
LARGEST: Final = 999  # the largest number of a list that is not there to be counted

_GLUED_TOKEN: Final = re.compile(r"[\w-]+\Z")
_GLUED_WORD: Final = re.compile(r"(?:.*[^\W\d_]{3}|[A-Z][A-Za-z]*-?\d{1,3}|(?:19|20)\d\d)\Z")
_CHEMICAL_NAME: Final = re.compile(r"[-‐‑]?[^\W\d_]{2,}|[-‐‑]\d|[\w{^]|\((?:https?:|#|\.|/)")
_INTERVAL_WORD: Final = re.compile(
    r"\b(?:ranges?|interval|IQR|interquartile|median|mean|average|scales?|CI|CrI|quartiles?"
    r"|percentiles?|limits?)\b",
    re.IGNORECASE,
)
_INTERVAL_HEAD: Final = re.compile(
    r"(?:\b(?:(?:range|interval|IQR|scale|CI|CrI|limits)(?:\s+of)?|between)[\s,:=]{0,3}|[∈=≤≥<>±~]\s?)\Z",
    re.IGNORECASE,
)
_LAST_NUMBER: Final = re.compile(r"(\d{1,6}(?:[.·]\d{1,4})?)\s?(?:%|°C|[^\W\d_]{1,7})?\s?\Z")
_POINTS: Final = re.compile(
    r"\b(?:fig(?:ure)?s?|tab(?:le)?s?|eqs?|equations?|formulas?|formulae|sections?|sects?|schemes?"
    r"|chapters?|steps?|compounds?|box|appendix|panels?|examples?|lines?|rows?|columns?|theorem|lemma"
    r"|questions?|items?|versions?|gleichung|abbildung|abb|tabelle|tableau|figura|tabla|serines?|ser"
    r"|threonines?|thr|tyrosines?|tyr|residues?|positions?|exons?|grades?|stages?|phases?|types?|nos?"
    r"|(?<!\d\s)n)"
    # not the `M` of `nM`, nor the `t` of `not`
    r"(?:\.?\s?[A-Z]?\d{1,4}[A-Z]?|\.?\s(?-i:[A-Z])|\.?)\s?\Z",
    re.IGNORECASE,
)
_ENUMERATES: Final = re.compile(
    r"(?:\A|[:;,—]|\b(?:and|or|either|both|namely|then|und|oder|et|ou|y|o))\s*\Z"
)
_MEASURED: Final = re.compile(
    r"\s?(?:days?|weeks?|months?|years?|hours?|h|min|minutes?|patients?|mice|rats|animals?|cases?"
    r"|participants?|women|men|children|subjects?|[mµμ]?g|kg|mL|ml|[nµμm]?mol|points?|times|cycles?"
    r"|of\s\d+)\b|\s?[%°=<>≤≥×±]"
)
_CALLED: Final = re.compile(
    r"(?:[^\w]|\A)(?:sin|cos|tan|log|ln|exp|max|min|iron|copper|[\w.]{0,20}\d)\Z"
    r"|(?:(?<!\d)[^\w/·°]|\A)\w{1,2}\Z"  # `f(3)`, but `5 nM(3)`
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands directly before and behind a possible marker."""

    before: str
    after: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Surroundings":
        """What stands around this part of the text."""
        return cls(text[max(0, start - _BEFORE) : start], text[end : end + _AFTER])

    @property
    def is_glued(self) -> bool:
        """Whether a letter, digit or the like touches the marker from before."""
        return self.before[-1:].isalnum() or self.before[-1:] in {"_", "$"}


def is_bracket_citation(numbers: NumberList, around: Surroundings, largest: int) -> bool:
    """Whether numbers in brackets cite: a number above the list's largest may, a year does not."""
    if any(
        number > max(largest, LARGEST) or _is_year(number, largest) for number in numbers.numbers
    ):
        return False
    if _is_chemical_name(around) or _is_interval(numbers, around):
        return False
    if around.is_glued:
        token = _GLUED_TOKEN.search(around.before)
        return token is not None and "_" not in token[0] and bool(_GLUED_WORD.match(token[0]))
    return True


def is_parenthesis_citation(numbers: NumberList, around: Surroundings, largest: int) -> bool:
    """Whether numbers in parentheses can cite an item of a list up to `largest`."""
    if numbers.largest > largest or _is_interval(numbers, around):
        return False
    if numbers.is_named:
        return True
    if around.after[:1].isalnum() or around.after[:1] in {"(", "[", "-", "‐", "‑"}:
        return False
    if _MEASURED.match(around.after) or _POINTS.search(around.before[-_NEAR:]):
        return False
    return not (around.is_glued and _CALLED.search(around.before[-_NEAR:]))


def enumerates(around: Surroundings) -> bool:
    """Whether a single number stands where one of `(1) survival; (2) growth` does."""
    is_followed = around.after[:1].isspace() and around.after.strip() != ""
    return is_followed and _ENUMERATES.search(around.before[-_NEAR:]) is not None


def begins_sentence(around: Surroundings) -> bool:
    """Whether a number stands between a full stop and a capital, a blank on each side."""
    before = around.before.rstrip()
    is_apart = before != around.before and around.after[:1].isspace()
    return is_apart and before[-1:] in {".", "!", "?"} and around.after.lstrip()[:1].isupper()


def _is_year(number: int, largest: int) -> bool:
    return number > largest and _FIRST_YEAR <= number <= _LAST_YEAR


def _is_chemical_name(around: Surroundings) -> bool:
    """`[1,2,4]triazolo`, `[2]rotaxane`, `benzo[1,2-b]`; but `barrier.[3]In mice` cites."""
    if not _CHEMICAL_NAME.match(around.after):
        return False
    begins_sentence = around.before[-1:] in {".", "!", "?"} and around.after[:1].isupper()
    is_compound = around.after[:1] in "-‐‑" and around.before[-1:].isalpha()
    return not (begins_sentence or is_compound)


def _is_interval(numbers: NumberList, around: Surroundings) -> bool:
    """Whether two numbers are the bounds of an interval, as in `median 54 [43–65]`."""
    if len(numbers.numbers) != 2 or numbers.is_named:
        return False
    if _INTERVAL_HEAD.search(around.before):
        return True
    last = _LAST_NUMBER.search(around.before)
    low, high = numbers.numbers
    return (
        last is not None
        and low <= float(last[1].replace("·", ".")) <= high
        and _INTERVAL_WORD.search(around.before) is not None
    )
