"""Whether the quantities of a claim are among those that a text states.

A quantity is stated when one of the text's is the same after conversion of its unit, or is the same
rounded to the claim's last digit; a bound is, when what is stated lies on its side and not far off;
a range, when both its ends are. A share may be told as `31 of 54`, a reduction of the risk as its
hazard ratio, weeks as months.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence.matching.quantities.computed import is_computed
from evidence.matching.quantities.quantity import ANY_UNIT, P_VALUE, Bound, Quantity, Sort, Unstated
from evidence.matching.quantities.stated_pool import StatedPool

_ABOUT: Final = 0.1  # how far off, relative, a number is that `about` allows
_FAR: Final = 4.0  # how many times a number that bears a bound may be the bound
_EQUAL: Final = 1e-9
_SMALL_COUNT: Final = 10
_DAYS_OF_MONTH: Final = (28.0, 31.0)
_DAY: Final = 86_400.0
_WEEKS: Final = 28 * _DAY  # below which time is not told in months
_SPANS: Final = (1, 12, 604_800)  # a month, a year, a week, in the base units of time
_MASS, _MOLAR = "g/l", "mol/l"
# Grams in a mole of what laboratories give in both: glucose, cholesterol, triglycerides,
# creatinine, bilirubin, urea, uric acid, calcium.
_MOLE: Final = (180.16, 386.65, 885.7, 113.12, 584.66, 60.06, 168.11, 40.08)
_MOLE_ROUNDING: Final = 0.02
_FLIPPED: Final = {
    Bound.BELOW: Bound.ABOVE, Bound.ABOVE: Bound.BELOW,
    Bound.AT_MOST: Bound.AT_LEAST, Bound.AT_LEAST: Bound.AT_MOST,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One number to be found: `half` is how far off it may be by rounding."""

    value: float
    half: float
    bound: Bound = Bound.NONE
    is_exact: bool = True  # False for `a third`
    is_p: bool = False

    @property
    def window(self) -> tuple[float, float]:
        """Between which numbers what bears it lies."""
        if self.bound.is_upper:
            return (0.0 if self.is_p else self.value / _FAR), self.value
        if self.bound.is_lower:
            return self.value, 1.0 if self.is_p else self.value * _FAR
        return self.value - self.half, self.value + self.half


def unstated_in(
    claimed: Sequence[Quantity], stated: Sequence[Quantity] | StatedPool
) -> tuple[Unstated, ...]:
    """The claimed quantities that are not among the stated ones, each with the likest of them."""
    pool = stated if isinstance(stated, StatedPool) else StatedPool(stated)
    return tuple(
        Unstated(each, pool.nearest(each)) for each in claimed if not is_stated(each, pool)
    )


def is_stated(claimed: Quantity, pool: StatedPool) -> bool:
    """Whether the quantity is among those of the pool, as it is or told in another way."""
    is_soft, is_p = claimed.sort is Sort.IN_WORDS, claimed.dimension == P_VALUE
    half = 0.0 if _is_small_count(claimed) else float(claimed.step) / 2
    for end in {claimed.low, claimed.high}:
        about = float(end) * _ABOUT if claimed.bound is Bound.ABOUT else 0.0
        wanted = _Wanted(float(end), max(half, about), claimed.bound, not is_soft, is_p)
        ways = _ways(claimed, wanted, pool)
        if not any(_bears(value, each, way) for way, near in ways for value, each in near):
            return _has_share(claimed, pool) or is_computed(claimed, pool)
    return True


def _is_small_count(claimed: Quantity) -> bool:
    is_whole = claimed.step == 1 and claimed.scale == 1
    return not claimed.dimension and is_whole and claimed.high <= _SMALL_COUNT


_Way = tuple[_Wanted, Iterator[tuple[float, Quantity]]]


def _ways(claimed: Quantity, wanted: _Wanted, pool: StatedPool) -> Iterator[_Way]:
    """The ways in which the number may be told, each with the stated numbers near it."""
    dimension = claimed.dimension
    yield wanted, pool.within(dimension, *wanted.window)
    scale = float(claimed.scale)
    written = replace(wanted, value=wanted.value / scale, half=wanted.half / scale)
    yield written, pool.within(ANY_UNIT, *written.window)
    if dimension in ("", ANY_UNIT):
        yield written, pool.written_within(*written.window)
    elif dimension in ("s", "mo"):
        other, low, high = _other_time(wanted, dimension)
        yield wanted, ((wanted.value, each) for _, each in pool.within(other, low, high))
    elif dimension == "%":
        yield from _as_ratio(wanted, pool)
        yield written, _but_for_time(claimed, written, pool)
    elif dimension == "fold":
        yield from _as_share(wanted, pool)
    elif dimension in (_MASS, _MOLAR):
        yield wanted, ((wanted.value, each) for each in _converted(wanted, dimension, pool))
    else:
        yield written, _but_for_time(claimed, written, pool)


def _bears(value: float, stated: Quantity, wanted: _Wanted) -> bool:
    """Whether a stated number near the wanted one is on the same side of the truth."""
    is_equal = abs(value - wanted.value) <= _EQUAL * wanted.value
    bound = stated.bound
    if wanted.bound.is_upper:
        return not bound.is_lower and not (
            is_equal and wanted.bound is Bound.BELOW and bound in (Bound.NONE, Bound.ABOUT)
        )
    if wanted.bound.is_lower:
        is_at_it = is_equal and wanted.bound is Bound.ABOVE and bound in (Bound.NONE, Bound.ABOUT)
        # `More than 24 hours` is as good as `beyond` or `after 24 hours`.
        return not bound.is_upper and (not is_at_it or stated.sort is Sort.SETTING)
    if wanted.bound is Bound.ABOUT or not wanted.is_exact or bound in (Bound.NONE, Bound.ABOUT):
        return True
    # What a claim tells as a limit in its own words (`passed 0.9`) is no more than that number; a
    # share, a multiple or a probability is a result, which the bound belongs to.
    is_result = wanted.is_p or stated.dimension in ("%", "fold") or stated.sort is Sort.RATIO
    return is_equal and (not is_result or bound in (Bound.AT_MOST, Bound.AT_LEAST))


def _as_ratio(wanted: _Wanted, pool: StatedPool) -> Iterator[_Way]:
    """A percentage as a ratio: 28 % less is 0.72 times, 28 % more 1.28 times; 50 % is 0.5, and
    twofold less.
    """
    part = replace(wanted, value=wanted.value / 100, half=wanted.half / 100)
    yield part, _proportions(pool, part)
    more = replace(part, value=1 + part.value)
    yield more, _of_sort(pool.within("", *more.window), Sort.RATIO)
    yield more, pool.within("fold", *more.window)
    if part.value < 1:
        bound = _FLIPPED.get(wanted.bound, wanted.bound)
        less = replace(part, value=1 - part.value, bound=bound)
        yield less, _of_sort(pool.within("", *less.window), Sort.RATIO)
        times = replace(less, value=1 / less.value, half=less.half / less.value**2)
        yield replace(times, bound=wanted.bound), pool.within("fold", *times.window)


def _as_share(wanted: _Wanted, pool: StatedPool) -> Iterator[_Way]:
    """A multiple as a percentage or a ratio: doubled is 100 % more, or a ratio of 2."""
    more = replace(wanted, value=(wanted.value - 1) * 100, half=wanted.half * 100)
    if more.value > 0:
        yield more, pool.within("%", *more.window)
    yield wanted, _of_sort(pool.within("", *wanted.window), Sort.RATIO)


def _but_for_time(
    claimed: Quantity, written: _Wanted, pool: StatedPool
) -> Iterator[tuple[float, Quantity]]:
    """The same number with the time that doses are given in, or without: `50 mg/kg weekly`."""
    for value, each in pool.written_within(*written.window):
        one, other = sorted((claimed, each), key=lambda quantity: len(quantity.dimension))
        times = round(one.scale / other.scale, 6)
        if other.dimension in (f"{one.dimension}/s", f"{one.dimension}/mo") and times in _SPANS:
            yield value, each


def _proportions(pool: StatedPool, wanted: _Wanted) -> Iterator[tuple[float, Quantity]]:
    """The bare decimals below one that lie near."""
    for value, each in pool.within("", *wanted.window):
        if each.step < 1 and value < 1 and each.sort is not Sort.RATIO:
            yield value, each


def _of_sort(
    entries: Iterator[tuple[float, Quantity]], sort: Sort
) -> Iterator[tuple[float, Quantity]]:
    return ((value, each) for value, each in entries if each.sort is sort)


def _other_time(wanted: _Wanted, dimension: str) -> tuple[str, float, float]:
    """The months that so many seconds may be called, from four weeks on, and the other way round:
    as dimension, least and most.
    """
    shortest, longest = (_DAY * days for days in _DAYS_OF_MONTH)
    if dimension == "mo":
        return "s", wanted.value * shortest, wanted.value * longest
    if wanted.value < _WEEKS:
        return "mo", 1.0, 0.0
    return "mo", wanted.value / longest, wanted.value / shortest


def _converted(wanted: _Wanted, dimension: str, pool: StatedPool) -> Iterator[Quantity]:
    """The mass concentrations of a molar one, and the other way round, of what is given in both."""
    for mole in _MOLE:
        value = wanted.value * mole if dimension == _MOLAR else wanted.value / mole
        near = max(value * _MOLE_ROUNDING, wanted.half * value / wanted.value)
        other = _MASS if dimension == _MOLAR else _MOLAR
        for _, each in pool.within(other, value - near, value + near):
            yield each


def _has_share(claimed: Quantity, pool: StatedPool) -> bool:
    """Whether the part of a whole is told as the whole and the percentage."""
    share = claimed.share
    if share is None or claimed.whole is None:
        return False
    whole = float(claimed.whole)
    return any(each.high == claimed.whole for _, each in pool.within("", whole, whole)) and any(
        abs(each.low - share) <= each.step / 2
        for _, each in pool.within("%", float(share) - 1, float(share) + 1)
    )
