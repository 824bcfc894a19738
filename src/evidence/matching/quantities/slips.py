"""Numbers of a claim that look like a slip of the pen in copying a quoted one."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.matching.quantities.compared import is_stated
from evidence.matching.quantities.quantity import P_VALUE, Bound, Quantity, Sort
from evidence.matching.quantities.stated_pool import StatedPool, digits

_TIMES: Final = frozenset({"s", "mo"})


def slip_of(
    claimed: Quantity, claim: Sequence[Quantity], quoted: Sequence[Quantity]
) -> Quantity | None:
    """The quoted quantity that the claimed one seems to be copied from with its decimal point moved
    or with another unit: `5 mg` of `0.5 mg`, `two months` of `two years`.

    None where the quotes state the claimed one as it is, or where the claim has the quoted one
    elsewhere: then it tells of both. A bare number of one digit is like too many others, unless the
    quoted one has decimals.
    """
    if claimed.dimension == P_VALUE or any(_is_same(claimed, each) for each in quoted):
        return None
    told = StatedPool(claim)
    return next((q for q in quoted if _is_alike(claimed, q) and not is_stated(q, told)), None)


def _is_same(claimed: Quantity, quoted: Quantity) -> bool:
    ends = claimed.low, claimed.high, claimed.dimension
    return ends == (quoted.low, quoted.high, quoted.dimension)


def _is_alike(claimed: Quantity, quoted: Quantity) -> bool:
    """Whether the number has the same digits as an end of the quoted one, and differs in size."""
    if claimed.is_range or Sort.IN_WORDS in (claimed.sort, quoted.sort):
        return False
    ends = (replace(quoted, low=end, high=end) for end in {quoted.low, quoted.high})
    end = next((each for each in ends if digits(each) == digits(claimed)), None)
    if not end or claimed.low in (quoted.low, quoted.high):
        return False
    sides = _side(claimed.bound), _side(quoted.bound)
    is_decimal = quoted.step < 1 and claimed.sort is not Sort.COUNT
    is_long = len(digits(claimed)) > 1 or is_decimal
    if sides[0] != sides[1] and (sides[1] or not is_long):
        return False
    if {claimed.dimension, quoted.dimension} <= _TIMES:
        return _written(claimed) == _written(end) or claimed.scale == quoted.scale
    return claimed.dimension == quoted.dimension and (bool(claimed.dimension) or is_long)


def _written(quantity: Quantity) -> Decimal:
    return quantity.low / quantity.scale


def _side(bound: Bound) -> int:
    """-1 below, 1 above, 0 without a side."""
    return bound.is_lower - bound.is_upper
