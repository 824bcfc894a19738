"""Differences between an entry and its record, as the MET rules see them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from evidence.checks.case import Case, Dossier
from evidence.checks.rule import Problem
from evidence.matching.comparison import Aspect, Disagreement
from evidence.model.work import Work


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement between an entry and its record."""

    dossier: Dossier
    disagreement: Disagreement
    work: Work


def differences(aspect: Aspect, *, noted: bool) -> Callable[[Case], Iterable[Difference]]:
    """The disagreements on one aspect: those that make the entry wrong, or the notes."""

    def each(case: Case) -> Iterator[Difference]:
        for dossier in case.dossiers:
            agreement = dossier.agreement
            # Nearly all entries agree with their record, and this is asked by many rules.
            for disagreement in agreement.disagreements if agreement else ():
                if disagreement.aspect is aspect and disagreement.is_note is noted:
                    assert dossier.work, "an agreement is with a work"
                    yield Difference(dossier, disagreement, dossier.work)

    return each


def other_notes(case: Case) -> Iterator[Difference]:
    """The notes on aspects that have no rule for notes of their own."""
    own = (Aspect.YEAR_NEAR, Aspect.TYPE, Aspect.REGISTRY_DEFECT)
    for aspect in Aspect:
        if aspect not in own:
            yield from differences(aspect, noted=True)(case)


def report(difference: Difference) -> Iterator[Problem]:
    """The difference as a problem at the entry's field."""
    disagreement = difference.disagreement
    source = " (hand-made record)" if difference.work.origin.hand_made else ""
    yield Problem(
        difference.dossier.place_of(disagreement.field),
        f"{disagreement.message}{source}",
        key=difference.dossier.reference.key,
        field=disagreement.field,
        found=disagreement.found,
        expected=disagreement.expected,
    )
