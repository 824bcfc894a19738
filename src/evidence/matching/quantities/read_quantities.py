"""The quantities of a sentence: numbers with their units, bounds, ranges and intervals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.matching.quantities.dimensions import base_unit
from evidence.matching.quantities.number_chains import Chain, Link, number_chains
from evidence.matching.quantities.number_contexts import Surroundings
from evidence.matching.quantities.number_tokens import NumberToken, has_numbers, one_line
from evidence.matching.quantities.quantity import ANY_UNIT, P_VALUE, Quantity, Sort

_BRACKET: Final = re.compile(r"[^()\d]{0,30}[(\[,;:][^()\d]{0,40}")
_YEARS: Final = range(1900, 2101)
_FEW: Final = 20  # of so many, one is a share: `one in five`
_TIMES: Final = ("s", "mo")
LONGEST_READ: Final = 50_000
"""Characters that are read of a sentence: more than any has, and numbers alone take a second."""


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity that the text states, in its order.

    Names with digits (`IC50`, `IL-6`), labels (`phase 2`, `Table 9`, `[12]`), years and how often
    something is done (`twice daily`) are none. A unit counts for all the numbers of its list or
    range, and for the interval in brackets behind it. What is longer than a sentence can be is read
    as far as `LONGEST_READ` characters.
    """
    text = text[:LONGEST_READ]
    if not has_numbers(text):
        return ()
    line = one_line(text)
    found: list[Quantity] = []
    measured, stop = None, 0  # what an interval can belong to, and where the number before ends
    for chain in number_chains(line):
        those = tuple(_quantities(line, chain, measured, stop))
        found += those
        stop = chain.tokens[-1].stop
        named = [each for each in those if each.sort not in (Sort.COUNT, Sort.RESULT)]
        measured = named[-1] if named and named[-1].dimension != P_VALUE else measured
    return tuple(_with_later_ratios(found))


def _with_later_ratios(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, in which a bare decimal with an interval around it, behind a ratio, is one as
    well: `a hazard ratio of 0.91 (0.86 to 0.97) for one cup and 0.77 (0.70 to 0.85) for four`.
    """
    has_ratio, is_interval = False, False
    for at, each in enumerate(found):
        behind = found[at + 1] if at + 1 < len(found) else None
        has_ratio |= each.sort is Sort.RATIO
        is_later = has_ratio and _is_bare_decimal(each) and not each.is_range
        is_estimate = is_later and behind is not None and _is_interval_of(behind, each)
        if is_estimate or (is_interval and each.is_range):
            yield replace(each, sort=Sort.RATIO)
        else:
            yield each
        is_interval = is_estimate


def _is_bare_decimal(quantity: Quantity) -> bool:
    return not quantity.dimension and quantity.step < 1 and quantity.sort is Sort.PLAIN


def _is_interval_of(interval: Quantity, estimate: Quantity) -> bool:
    return (
        interval.is_range
        and _is_bare_decimal(interval)
        and interval.low <= estimate.low <= interval.high
    )


def _quantities(line: str, chain: Chain, before: Quantity | None, stop: int) -> Iterator[Quantity]:
    """The quantities of numbers that are tied to each other, behind the measured one `before`; the
    last number before them ends at `stop`.
    """
    around, is_bare = chain.around, chain.is_bare
    is_named = is_bare and (around.is_label or _is_cited(line, chain, before))
    if is_named or (around.time_before and chain.tokens[0].value <= 1):
        return
    is_p, is_ratio = is_bare and around.is_p_value, is_bare and around.is_ratio
    inherits = around.opens_interval or _BRACKET.fullmatch(line[stop : chain.tokens[0].start])
    out_of: Decimal | None = None
    for first, other, whole in chain.parts():
        here = around if first is chain.tokens[0] else Surroundings(line, first, first.start)
        if not first.unit and not here.is_count and _is_year(first):
            continue
        quantity = _quantity(line, first, other, here)
        if quantity.sort is Sort.COUNT and Link.VERSUS in chain.links:
            quantity = replace(quantity, sort=Sort.RESULT)
        if whole is not None:
            is_share = Link.SHARE in chain.links
            if is_share:  # the last of its chain, or one of several
                last = chain.tokens[chain.tokens.index(first) + 1]
                quantity = replace(quantity, written=line[first.start : last.stop])
            quantity = _part(quantity, whole, is_share=is_share)
        elif is_p:
            quantity = replace(quantity, dimension=P_VALUE)
        elif is_ratio:
            quantity = replace(quantity, sort=Sort.RATIO)
        elif before and inherits and is_bare and (other or around.is_spread):
            is_its = around.opens_interval or around.is_spread or _is_around(quantity, before)
            quantity = (
                _in_unit_of(before, quantity) if is_its else replace(quantity, dimension=ANY_UNIT)
            )
        elif first.value == out_of and is_bare:
            quantity = replace(quantity, sort=Sort.COUNT)
        out_of = whole
        yield quantity


def _is_cited(line: str, chain: Chain, before: Quantity | None) -> bool:
    """Whether the numbers are labels of references in brackets, and no interval of the number that
    they stand behind.
    """
    if not chain.around.is_cited or line[chain.tokens[-1].stop :][:1] != "]":
        return False
    if any(token.step != 1 for token in chain.tokens):
        return False
    low, high = (chain.tokens[at].value for at in (0, -1))
    is_next = chain.around.before.strip() == "["
    is_around = before and low < high and low <= before.low / before.scale <= high
    return not (is_next and is_around)


def _is_year(token: NumberToken) -> bool:
    return token.step == 1 and token.end - token.start == 4 and token.value in _YEARS


def _quantity(
    line: str, first: NumberToken, other: NumberToken | None, around: Surroundings
) -> Quantity:
    """A number or a range as a quantity."""
    last = other or first
    scale, dimension = base_unit(first.unit) if first.unit else (Decimal(1), "")
    other_scale = base_unit(last.unit)[0] if last.unit else scale
    ends = sorted((first.value * scale, last.value * other_scale))
    return Quantity(
        written=_written(line, first, last),
        low=ends[0],
        high=ends[1],
        dimension=dimension,
        bound=around.bound,
        step=max(first.step * scale, last.step * other_scale),
        scale=scale,
        sort=_sort(first, dimension, around),
    )


def _sort(token: NumberToken, dimension: str, around: Surroundings) -> Sort:
    if token.is_soft:
        return Sort.IN_WORDS
    if not dimension and around.is_result:
        return Sort.RESULT
    if not dimension and around.is_count:
        return Sort.COUNT
    if dimension in _TIMES and (around.is_setting or around.time_before):
        return Sort.SETTING
    return Sort.PLAIN


def _written(line: str, first: NumberToken, last: NumberToken) -> str:
    """The number as it stands there, with the unit that it shares with others."""
    return line[first.start : last.stop] + (last.shown if last.stop == last.end else "")


def _part(quantity: Quantity, whole: Decimal, *, is_share: bool) -> Quantity:
    """A number that is told with what it is out of; `one in five` is only a share."""
    if is_share or (quantity.low == 1 and whole <= _FEW):
        share = 100 * quantity.low / whole
        return replace(quantity, low=share, high=share, dimension="%", step=share / 10,
                       sort=Sort.IN_WORDS)  # fmt: skip
    return replace(quantity, whole=whole, sort=Sort.COUNT)


def _is_around(interval: Quantity, before: Quantity) -> bool:
    """Whether the number lies in what stands in brackets behind it: `from 8.2 to 4.1` does not
    hold the 40 % that it explains.
    """
    low, high = before.low / before.scale, before.high / before.scale
    return interval.low <= high and low <= interval.high


def _in_unit_of(before: Quantity, interval: Quantity) -> Quantity:
    """An interval without a unit, in that of the number that it belongs to."""
    if before.dimension in ("", P_VALUE):
        return replace(interval, sort=before.sort if before.sort is Sort.RATIO else interval.sort)
    return replace(
        interval,
        low=interval.low * before.scale,
        high=interval.high * before.scale,
        step=interval.step * before.scale,
        scale=before.scale,
        dimension=before.dimension,
    )
