"""Slips of the keyboard in a suffix: one place at a time is mended, the likeliest slip first.

Another real work is often one slip away, so nothing here means anything until the work's own title,
authors and year agree.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain, combinations, pairwise
from typing import Final

Slips = Callable[[str], Iterator[tuple[str, str]]]

_SIGNS: Final = ".-_/"
_DIGITS: Final = "0123456789"
_LONGEST_TAIL: Final = 6
_LOOK_ALIKES: Final = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "8"}


def suffix_slips(suffix: str) -> Iterator[tuple[str, str]]:
    """What `suffix` is with one slip mended, each once, with the edit in words.

    The early ones need few guesses and mend what happens often; the late ones, a lost or mistyped
    digit, need about ten guesses for each place.
    """
    seen = {suffix}
    for mended, edit in chain.from_iterable(slips(suffix) for slips in _SLIPS):
        if mended not in seen:
            seen.add(mended)
            yield mended, edit


def _stray_digit(suffix: str) -> Iterator[tuple[str, str]]:
    for at in _digit_places(suffix):
        yield _without(suffix, at), f"without a stray `{suffix[at]}`"


def _letter_for_digit(suffix: str) -> Iterator[tuple[str, str]]:
    for at, letter in enumerate(suffix):
        digit = _LOOK_ALIKES.get(letter)
        if digit:
            yield _with(_without(suffix, at), at, digit), f"with `{digit}` for `{letter}`"


def _two_equal_digits(suffix: str) -> Iterator[tuple[str, str]]:
    """The slip that repeats is the same slip."""
    for first, second in combinations(_digit_places(suffix), 2):
        if suffix[first] == suffix[second]:
            yield _without(suffix, first, second), f"without two stray `{suffix[first]}`s"


def _two_digits(suffix: str) -> Iterator[tuple[str, str]]:
    for first, second in combinations(_digit_places(suffix), 2):
        edit = f"without a stray `{suffix[first]}` and a stray `{suffix[second]}`"
        yield _without(suffix, first, second), edit


def _transposed(suffix: str) -> Iterator[tuple[str, str]]:
    for at, (left, right) in enumerate(pairwise(suffix)):
        if left.isalnum() or right.isalnum():
            edit = f"with `{right}{left}` for `{left}{right}`"
            yield f"{suffix[:at]}{right}{left}{suffix[at + 2 :]}", edit


def _wrong_sign(suffix: str) -> Iterator[tuple[str, str]]:
    """A sign that does not belong, or stands for another."""
    for at, sign in enumerate(suffix):
        if not sign.isalnum():
            yield _without(suffix, at), f"without a stray `{sign}`"
            for other in _SIGNS:
                yield f"{suffix[:at]}{other}{suffix[at + 1 :]}", f"with `{other}` for `{sign}`"


def _lost_sign(suffix: str) -> Iterator[tuple[str, str]]:
    """Between a letter and a digit first, then between digits; of both signs the one that the
    suffix has more of first.
    """
    places = sorted(range(1, len(suffix)), key=lambda at: _fewest_digits(suffix[at - 1 : at + 1]))
    for sign in sorted(".-", key=suffix.count, reverse=True):
        for at in places:
            if suffix[at - 1 : at + 1].isalnum():
                yield _with(suffix, at, sign), f"with the `{sign}` that is missing"


def _fewest_digits(pair: str) -> int:
    """0 for a letter and a digit, 1 for two digits, 2 for two letters."""
    return (2, 0, 1)[sum(character.isdigit() for character in pair)]


def _lost_twin(suffix: str) -> Iterator[tuple[str, str]]:
    """One of two equal characters."""
    for at, character in enumerate(suffix):
        if character.isalnum():
            yield _with(suffix, at, character), f"with the second `{character}` that is missing"


def _long_end(suffix: str) -> Iterator[tuple[str, str]]:
    """A page or a word that is stuck to the end."""
    for length in range(1, min(_LONGEST_TAIL, len(suffix) - 2) + 1):
        if suffix[-length - 1].isalnum():
            yield suffix[:-length], f"without `{suffix[-length:]}` at the end"


def _lost_digit(suffix: str) -> Iterator[tuple[str, str]]:
    """At the end first, then beside another digit."""
    beside = (
        at for at in range(len(suffix)) if re.search("[0-9]", suffix[max(0, at - 1) : at + 1])
    )
    for at in (len(suffix), *beside):
        for digit in _DIGITS:
            yield _with(suffix, at, digit), f"with a `{digit}` that is missing"


def _wrong_digit(suffix: str) -> Iterator[tuple[str, str]]:
    for at, character in enumerate(suffix):
        for digit in _DIGITS if character.isdigit() else "":
            yield _with(_without(suffix, at), at, digit), f"with `{digit}` for `{character}`"


_SLIPS: Final[tuple[Slips, ...]] = (
    _stray_digit,
    _letter_for_digit,
    _two_equal_digits,
    _transposed,
    _wrong_sign,
    _lost_twin,
    _long_end,
    _lost_sign,
    _two_digits,
    _lost_digit,
    _wrong_digit,
)


def _digit_places(suffix: str) -> list[int]:
    """Where a digit may be left out: of a run of equal ones, the first two stand for all."""
    return [
        at
        for at, character in enumerate(suffix)
        if character.isdigit() and suffix[max(0, at - 2) : at] != character * 2
    ]


def _without(suffix: str, *places: int) -> str:
    return "".join(character for at, character in enumerate(suffix) if at not in places)


def _with(suffix: str, at: int, character: str) -> str:
    return f"{suffix[:at]}{character}{suffix[at:]}"
