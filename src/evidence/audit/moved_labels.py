"""The labels that cannot be trusted while the numbers of a reference list have moved."""

from evidence.checks.cited_labels import is_number
from evidence.checks.holding import HeldDocument
from evidence.checks.renumbering import Move


def doubtful_labels(held: HeldDocument, moves: tuple[Move, ...]) -> frozenset[str]:
    """The labels that may mean another item than the author meant; none where nothing moved.

    Where numbers changed places with each other, it is those. Else an item came or went, and it is
    each number from the first that moved on, but for those that a claim confirms.
    """
    before, now = {move.before for move in moves}, {move.now for move in moves}
    if before == now:
        return frozenset(before)
    least = min(map(int, before | now))
    labels = {item.label for item in held.document.listed}
    labels |= {label for citation in held.document.citations for label in citation.labels}
    later = {label for label in labels if is_number(label) and int(label) >= least}
    return frozenset(before | now | (later - _confirmed(held)))


def _confirmed(held: HeldDocument) -> set[str]:
    """The labels of the statements that cite just what their claims name: one work, for of several
    it is not known which is which.
    """
    return {
        label
        for holding in held.places
        for label in holding.statement.labels
        if len(holding.statement.labels) == 1
        and set(held.keys_of(holding.statement))
        == {line.reference for line in holding.claim.evidence}
    }
