"""A number as a text states it: with its unit, its bound, its range."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

ANY_UNIT: Final = "?"
"""The dimension of a number whose unit is not told where it stands, as in a table's cell."""

P_VALUE: Final = "p"
"""The dimension of a P value, which no other number can be."""


class Bound(StrEnum):
    """On which side of the number the truth lies."""

    NONE = ""
    BELOW = "<"
    AT_MOST = "≤"
    ABOVE = ">"
    AT_LEAST = "≥"
    ABOUT = "≈"

    @property
    def is_upper(self) -> bool:
        """Whether the number is the most that there is."""
        return self in (Bound.BELOW, Bound.AT_MOST)

    @property
    def is_lower(self) -> bool:
        """Whether the number is the least that there is."""
        return self in (Bound.ABOVE, Bound.AT_LEAST)


class Sort(StrEnum):
    """What a number is to its sentence, as far as its own words and its neighbours' tell."""

    PLAIN = ""
    RATIO = "ratio"  # of hazards, odds, risks, rates
    COUNT = "count"  # of people, animals
    RESULT = "result"  # of those who died, of a score's points, of groups held against each other
    SETTING = "setting"  # a time point, a duration, an age: under what something was found
    IN_WORDS = "in words"  # `a third`, `doubled`: never exact
    PERIOD = "period"  # `within a year`, `weekly`, `per patient-year`: a time without its number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with all that belongs to it.

    `low` and `high` are its ends, the same for a single number, without their sign and in the base
    unit of `dimension` (`mol/l` for `7 nM`; empty for a bare number). `step` is what its last digit
    is worth there, and `scale` what its unit as written is. `whole` is the number that it is out
    of (54 in `31 of 54`).
    """

    written: str
    low: Decimal
    high: Decimal
    dimension: str = ""
    bound: Bound = Bound.NONE
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    sort: Sort = Sort.PLAIN
    whole: Decimal | None = None

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high

    @property
    def share(self) -> Decimal | None:
        """What it is of its whole, in percent; None where it has none."""
        return self.low / self.whole * 100 if self.whole else None


@dataclass(frozen=True, slots=True)
class Unstated:
    """A quantity of a claim that a text does not state, and the likest one that it does state.

    `is_elsewhere`: the text does state it, in sentences that speak of other things than the claim.
    """

    quantity: Quantity
    nearest: Quantity | None = None
    is_elsewhere: bool = False
