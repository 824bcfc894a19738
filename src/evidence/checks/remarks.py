"""What there is to know of a claim as a whole, without anything being wrong."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from evidence.checks.support import SupportedClaim
from evidence.matching.studies.in_words import systems_in_words
from evidence.model.claim import Claim
from evidence.model.report import ClaimResult

if TYPE_CHECKING:
    from evidence.checks.holding import HeldDocument, Holding
    from evidence.model.place import Place


def with_remarks(
    results: Sequence[ClaimResult],
    supported: Sequence[SupportedClaim],
    held: "Sequence[HeldDocument]",
) -> tuple[ClaimResult, ...]:
    """The results with their remarks: in what the evidence was found, and whether the statement of
    the document cites anything of its own.
    """
    places = _places(held)
    read = {id(each.claim): each for each in supported}
    return tuple(
        replace(
            result,
            remarks=(
                *_systems(read.get(id(result.claim))),
                *_uncited(result.claim, places.get(result.claim.place, ())),
            ),
        )
        for result in results
    )


def _places(held: "Sequence[HeldDocument]") -> "Mapping[Place, Sequence[Holding]]":
    """Where each claim stands, by the claim's own place."""
    places: defaultdict[Place, list[Holding]] = defaultdict(list)
    for document in held:
        for holding in document.places:
            places[holding.claim.place].append(holding)
    return places


def _systems(claim: SupportedClaim | None) -> Iterator[str]:
    """That all evidence is preclinical, where it is known of every supporting line."""
    if claim is not None:
        quoted = " ".join((claim.claim.text, *(each.line.quote for each in claim.quotes)))
        told = systems_in_words([each.study for each in claim.supporting], quoted)
        if told:
            yield f"all evidence is from {told}"


def _uncited(claim: Claim, places: "Sequence[Holding]") -> Iterator[str]:
    """That no statement of the claim cites anything, though the claim names works."""
    statements = [holding.statement for holding in places if holding.wording]
    if not statements or any(statement.citations for statement in statements):
        return
    supporting = [line.reference for line in claim.evidence if line.role.supports]
    where = f"the statement at {statements[0].place} cites nothing of its own"
    if supporting:
        named = ", ".join(f"`{key}`" for key in dict.fromkeys(supporting))
        yield f"{where}: {named} {'was' if len(supporting) == 1 else 'were'} added by a person"
    else:
        yield where
