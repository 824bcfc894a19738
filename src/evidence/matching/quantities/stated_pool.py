"""The quantities that a text states, sorted so that those near a number are found at once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations, pairwise
from typing import Final

from evidence.matching.quantities.quantity import Quantity

_SAME: Final = 1e-9  # relative: what a change of unit may cost
_MOST_DIGITS: Final = 18
_FEW: Final = 4  # numbers of one dimension, of which any two may be held against each other


class StatedPool:
    """Quantities by dimension and number; a range stands under both its ends, a part of a whole
    under its share too. In a whole text two numbers side by side need have nothing to do with each
    other.
    """

    def __init__(self, stated: Iterable[Quantity], *, is_whole_text: bool = False) -> None:
        self.quantities = tuple(stated)
        self.is_whole_text = is_whole_text
        by_dimension: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
        for at, each in enumerate(self.quantities):
            for end in {each.low, each.high}:
                by_dimension[each.dimension].append((float(end), at))
            if each.share is not None:
                by_dimension["%"].append((float(each.share), at))
        self._sorted = {name: sorted(entries) for name, entries in by_dimension.items()}

    def within(self, dimension: str, low: float, high: float) -> Iterator[tuple[float, Quantity]]:
        """The numbers of that dimension from one to the other, with their quantities."""
        yield from self._between(self._sorted.get(dimension, []), low, high)

    def written_within(self, low: float, high: float) -> Iterator[tuple[float, Quantity]]:
        """The same by the numbers as written, whatever their unit."""
        yield from self._between(self._written, low, high)

    def ratios(self) -> Iterator[float]:
        """How many times each number is the one beside it, of the same dimension, and one end of a
        range the other; in quotes with few numbers, any the other.
        """
        for one, other in self._side_by_side():
            if one and other:
                yield float(max(one, other) / min(one, other))

    def _side_by_side(self) -> Iterator[tuple[Decimal, Decimal]]:
        for each in self.quantities:
            if each.is_range:
                yield each.low, each.high
        for one, other in pairwise(self.quantities):
            if one.dimension == other.dimension:
                yield one.low, other.low
        singles: defaultdict[str, list[Decimal]] = defaultdict(list)
        for each in () if self.is_whole_text else self.quantities:
            if not each.is_range:
                singles[each.dimension].append(each.low)
        for those in singles.values():
            if len(those) <= _FEW:
                yield from combinations(those, 2)

    def nearest(self, claimed: Quantity) -> Quantity | None:
        """The likest quantity: the same number in another unit, the same digits, the same unit."""
        number = float(claimed.low / claimed.scale)
        same = [each for _, each in self._between(self._written, number, number)]
        alike = [each for each in same if each.dimension == claimed.dimension] or same
        alike = alike or self._by_digits.get((claimed.dimension, digits(claimed)), [])
        return alike[0] if alike else self._closest(claimed)

    def _closest(self, claimed: Quantity) -> Quantity | None:
        """The one of the same dimension whose number is the closest."""
        entries = self._sorted.get(claimed.dimension, [])
        value = float(claimed.low)
        at = bisect_left(entries, (value, -1))
        near = entries[max(at - 1, 0) : at + 1]
        best = min(near, key=lambda entry: abs(entry[0] - value), default=None)
        return self.quantities[best[1]] if best else None

    @cached_property
    def _by_digits(self) -> dict[tuple[str, str], list[Quantity]]:
        """The quantities by dimension and digits, wherever their decimal point is."""
        found: defaultdict[tuple[str, str], list[Quantity]] = defaultdict(list)
        for each in self.quantities:
            found[each.dimension, digits(each)].append(each)
        return found

    @cached_property
    def _written(self) -> list[tuple[float, int]]:
        return sorted(
            (float(end / each.scale), at)
            for at, each in enumerate(self.quantities)
            for end in {each.low, each.high}
        )

    def _between(
        self, entries: list[tuple[float, int]], low: float, high: float
    ) -> Iterator[tuple[float, Quantity]]:
        first = bisect_left(entries, (low * (1 - _SAME), -1))
        last = bisect_right(entries, (high * (1 + _SAME), len(self.quantities)))
        for value, at in entries[first:last]:
            yield value, self.quantities[at]


def digits(quantity: Quantity) -> str:
    """The digits of the number as written, wherever its decimal point is, without zeros around."""
    digits = "".join(map(str, (quantity.low / quantity.scale).as_tuple().digits))
    return digits[:_MOST_DIGITS].strip("0")
