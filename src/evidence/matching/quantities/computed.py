"""Numbers of a claim that are computed from two that a text states side by side."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from evidence.matching.quantities.quantity import P_VALUE, Bound, Quantity, Sort
from evidence.matching.quantities.stated_pool import StatedPool

_ABOUT: Final = 0.1  # how far off, relative, a word or an approximate number is
_ROUNDED: Final = 0.05  # how far off `200 times` is, which nobody states to the last digit
_EQUAL: Final = 1e-9


def is_computed(claimed: Quantity, pool: StatedPool) -> bool:
    """Whether two numbers that stand side by side, of the same dimension, are as far apart as the
    quantity says: as many times each other (`doubled`, of 20 % and 41 %), or in quotes by so much
    (`by 21 mm`, of 68 and 47 mm) or by such a part (`by 31 %`).
    """
    if claimed.is_range or claimed.sort is Sort.RATIO or claimed.dimension == P_VALUE:
        return False
    value, is_soft = float(claimed.low), claimed.sort is Sort.IN_WORDS
    is_about = is_soft or claimed.bound is Bound.ABOUT
    if value and (is_soft or (claimed.dimension == "fold" and not pool.is_whole_text)):
        times = value if claimed.dimension == "fold" else 100 / value
        near = times * (_ABOUT if is_about else _ROUNDED)
        return any(abs(ratio - times) <= near for ratio in pool.ratios())
    if not claimed.dimension or pool.is_whole_text:
        return False
    half = value * _ABOUT if is_about else float(claimed.step) / 2
    return any(
        abs(apart - value) <= half + value * _EQUAL
        for one, other, dimension in _pairs(pool)
        for apart in _differences(one, other, claimed.dimension, dimension)
    )


def _pairs(pool: StatedPool) -> Iterator[tuple[float, float, str]]:
    """Two numbers that stand side by side, or are the ends of one range, and their dimension; in
    quotes the people in between do not count (`45 minutes in the 98 children and 80 in the 101`).
    """
    for each in pool.quantities:
        if each.is_range:
            yield float(each.low), float(each.high), each.dimension
    measured = (
        each for each in pool.quantities if pool.is_whole_text or each.sort is not Sort.COUNT
    )
    for one, other in pairwise(measured):
        if one.dimension == other.dimension and not (one.is_range or other.is_range):
            yield float(one.low), float(other.low), one.dimension


def _differences(one: float, other: float, claimed: str, dimension: str) -> Iterator[float]:
    """How far apart the two are in the claimed dimension: as they are, or in percent of each."""
    if one == other or dimension == P_VALUE:
        return
    if dimension == claimed:
        yield abs(one - other)
    elif claimed == "%":
        yield from (100 * abs(one - other) / each for each in (one, other) if each)
