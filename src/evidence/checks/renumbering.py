"""Whether the numbers of a reference list have moved under the markers of the text.

The claims say in the order of their lines what the markers of their statements stood for when they
were written.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from evidence.checks.cited_labels import is_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidence.checks.holding import HeldDocument, Holding
    from evidence.model.place import Place

_LEAST_WITNESSED: Final = 2


@dataclass(frozen=True, slots=True)
class Move:
    """That an entry had the number `before` and has `now`; `place` is of a statement with it."""

    key: str
    before: str
    now: str
    place: Place


@dataclass(frozen=True, slots=True)
class MovedNumbers:
    """The moves of one document, in the order of the old numbers; usually there are none."""

    moves: tuple[Move, ...] = ()
    was: Mapping[str, str] = field(default_factory=dict)

    def explains(self, held: HeldDocument, holding: Holding) -> bool:
        """Whether the statement cites what the claim names once its old numbers are meant."""
        labels = holding.statement.labels
        if not any(move.before in labels for move in self.moves):
            return False
        meant = {self.was.get(label) or held.keys.get(label) for label in labels}
        return meant == {line.reference for line in holding.claim.evidence}


def moved_numbers(held: HeldDocument) -> MovedNumbers:
    """The numbers that stood for another item of the list.

    It takes two such numbers, or two statements that agree on one; a number for which some claim
    agrees with the list as it is has not moved. A statement that cites several works, and just
    those of its claim, does not say which is which: it agrees with any order of them.
    """
    now = {held.keys[item.label]: item.label for item in reversed(held.document.listed)
           if item.label in held.keys and is_number(item.label)}  # fmt: skip
    told: dict[str, frozenset[str]] = {}
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for holding in held.places if now else ():
        for label, keys in _stood_for(held, holding).items():
            told[label] = told.get(label, keys) & keys
            if len(keys) == 1:
                places[label].append(holding.statement.place)
    moves = tuple(
        Move(key, label, now[key], places[label][0])
        for label in sorted(places, key=int)
        for key in told[label]
        if len(told[label]) == 1 and key in now and now[key] != label
    )
    witnessed = len(moves) + sum(len(set(places[move.before])) - 1 for move in moves)
    if witnessed < _LEAST_WITNESSED:
        return MovedNumbers()
    return MovedNumbers(moves, {move.before: move.key for move in moves})


def _stood_for(held: HeldDocument, holding: Holding) -> dict[str, frozenset[str]]:
    """What each number of the statement may stand for after the claim's lines: any of them where
    the list has just these works, else the one in the same position; nothing where they cannot be
    paired.
    """
    labels = holding.statement.labels
    lines = tuple(dict.fromkeys(line.reference for line in holding.claim.evidence))
    if len(labels) != len(lines) or not all(map(is_number, labels)):
        return {}
    if {held.keys.get(label, "") for label in labels} == set(lines):
        return dict.fromkeys(labels, frozenset(lines))
    return {label: frozenset((line,)) for label, line in zip(labels, lines, strict=True)}
