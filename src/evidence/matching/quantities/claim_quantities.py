"""The quantities of a claim: those of its sentence and those of its values."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from evidence.matching.quantities.quantity import Quantity, Sort
from evidence.matching.quantities.read_quantities import read_quantities
from evidence.model.claim import Claim, Value

_CACHE: Final = 4_096
_FEW: Final = 10


def quantities_of(claim: Claim) -> tuple[Quantity, ...]:
    """Every quantity that the claim states, each once.

    A small bare number that counts neither people, animals nor events (`two trials`, `three
    kinases`) only says how many things the sentence lists, and is left out.
    """
    told = list(_read(claim.text))
    for value in claim.values:
        told += (each for each in value_quantities(value) if not _is_told(each, told))
    once: dict[Quantity, Quantity] = {}
    for each in told:
        once.setdefault(_sense(each), each)
    return tuple(each for each in once.values() if not _only_counts(each))


def value_quantities(value: Value) -> tuple[Quantity, ...]:
    """The quantities of a structured value: its number, its sample, its confidence interval."""
    return tuple(quantity for text in _as_text(value) for quantity in _read(text))


def _as_text(value: Value) -> Iterator[str]:
    name = f"{value.name} " if value.name.isalpha() else ""
    yield f"{name}{value.comparator}{value.value} {value.unit}".strip()
    if value.n:
        yield value.n if "/" in value.n else f"n = {value.n.removeprefix('n =').strip()}"
    if value.ci:
        yield f"95% CI {value.ci.removeprefix('95% CI').strip()} {value.unit}".strip()


@lru_cache(maxsize=_CACHE)
def _read(text: str) -> tuple[Quantity, ...]:
    return read_quantities(text)


def _sense(quantity: Quantity) -> Quantity:
    """The quantity without the way in which it is written."""
    return replace(quantity, written="", sort=Sort.PLAIN, scale=Decimal(1))


def _is_told(quantity: Quantity, told: list[Quantity]) -> bool:
    """Whether the sentence says the same, perhaps with the unit that the value lacks."""
    low, high = quantity.low / quantity.scale, quantity.high / quantity.scale
    return not quantity.dimension and any(
        (each.low / each.scale, each.high / each.scale) == (low, high) for each in told
    )


def _only_counts(quantity: Quantity) -> bool:
    is_bare = not quantity.dimension and quantity.sort is Sort.PLAIN and quantity.step == 1
    return is_bare and not quantity.bound and quantity.high <= _FEW
