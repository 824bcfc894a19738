"""Which of the works that were found is the one that an entry means."""

from collections.abc import Iterable, Mapping, Sequence

from evidence.candidates.candidate import Candidate
from evidence.checks.case import Proposal
from evidence.matching.compare import compare
from evidence.matching.comparison import Comparison
from evidence.model.doi import Doi
from evidence.model.finding import Confidence
from evidence.model.reference import Reference
from evidence.model.work import Work


def best_candidate(
    reference: Reference, candidates: Sequence[Candidate], known: Mapping[Doi, Work]
) -> Proposal | None:
    """The first registered candidate whose title, authors and year speak for the entry."""
    return _best(
        reference,
        (
            (known[candidate.doi], candidate.why)
            for candidate in candidates
            if candidate.doi in known
        ),
    )


def best_match(reference: Reference, works: Iterable[Work]) -> Proposal | None:
    """The first work of a search whose title, authors and year speak for the entry."""
    return _best(reference, ((work, "found by a search for the title") for work in works))


def _best(reference: Reference, leads: Iterable[tuple[Work, str]]) -> Proposal | None:
    agreeing = []
    for work, lead in leads:
        comparison = compare(reference, work)
        if comparison.identifies and not comparison.is_other_work:
            agreeing.append((work, comparison, lead))
    if not agreeing:
        return None
    work, comparison, lead = agreeing[0]
    is_alone = len({work.doi for work, _, _ in agreeing}) == 1
    why = f"{lead}; {_agreement(comparison)} agree with {_whose(work)}"
    return Proposal(work, comparison, _confidence(work, comparison, is_alone=is_alone), why)


def _confidence(work: Work, comparison: Comparison, *, is_alone: bool) -> Confidence:
    """High only where title, authors and year all agree with a registry's record, and no other
    work fits as well.
    """
    is_full = bool(comparison.authors_agree and comparison.year_agrees)
    if is_full and is_alone and not work.origin.hand_made:
        return Confidence.HIGH
    return Confidence.MEDIUM


def _agreement(comparison: Comparison) -> str:
    """What agrees, as a list in words."""
    parts = ["title"]
    if comparison.authors_agree:
        parts.append("authors")
    if comparison.year_agrees:
        parts.append("year")
    return " and ".join([", ".join(parts[:-1]), parts[-1]])


def _whose(work: Work) -> str:
    if work.origin.hand_made:
        return "a record made by hand, not looked up in a registry"
    return f"{work.origin.registry}'s record"
