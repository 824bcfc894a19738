"""Repairs of a suffix by leaving out digits that do not belong."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

_NUMBERS: Final = {1: "a", 2: "two"}


def without_digits(suffix: str, *, most: int = 2) -> Iterator[tuple[str, str]]:
    """`suffix` with one digit left out, then two, each once, with what was left out in words.

    Two equal digits come before two different ones: the slip that repeats is the same slip.
    Another real work is often one digit away, so nothing here means anything until the work's
    own title, authors and year agree.
    """
    places = _places(suffix, most)
    seen = {suffix}
    for count in range(1, most + 1):
        for chosen in _choices(suffix, places, count):
            shorter = "".join(c for at, c in enumerate(suffix) if at not in chosen)
            if shorter not in seen:
                seen.add(shorter)
                yield shorter, _in_words([suffix[at] for at in chosen])


def _places(suffix: str, most: int) -> list[int]:
    """Where a digit may be left out: of a run of equal ones, the first few stand for all."""
    return [
        at
        for at, character in enumerate(suffix)
        if character.isdigit() and suffix[max(0, at - most) : at] != character * most
    ]


def _choices(suffix: str, places: list[int], count: int) -> Iterator[tuple[int, ...]]:
    """All ways to choose `count` places, those with equal digits first."""
    for is_equal in (True, False):
        for chosen in combinations(places, count):
            if (len({suffix[at] for at in chosen}) == 1) is is_equal:
                yield chosen


def _in_words(digits: list[str]) -> str:
    """The digits left out: "without two stray `1`s", "without a stray `1` and a stray `4`"."""
    parts = []
    for digit in dict.fromkeys(digits):
        count = digits.count(digit)
        parts.append(f"{_NUMBERS[count]} stray `{digit}`{'s' if count > 1 else ''}")
    return "without " + " and ".join(parts)
