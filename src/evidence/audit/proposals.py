"""Which of the works that were found is the one that an entry means."""

from collections.abc import Iterable, Sequence

from evidence.candidates.candidate import Candidate
from evidence.checks.case import Proposal
from evidence.matching.compare import compare
from evidence.matching.comparison import Comparison
from evidence.model.finding import Confidence
from evidence.model.reference import Reference
from evidence.model.work import Work
from evidence.registries.interface import Sifted


def best_candidate(
    reference: Reference, candidates: Sequence[Candidate], sifted: Sifted
) -> Proposal | None:
    """The first registered candidate whose title, authors and year speak for the entry."""
    works = sifted.works
    leads = [(works[each.doi], each.why) for each in candidates if each.doi in works]
    is_certain = not any(each.doi in sifted.unasked for each in candidates)
    return _best(reference, leads, all_were_asked=is_certain)


def best_match(reference: Reference, works: Iterable[Work]) -> Proposal | None:
    """The first work of a search whose title, authors and year speak for the entry."""
    leads = [(work, "found by a search for the title") for work in works]
    return _best(reference, leads, all_were_asked=True)


def _best(
    reference: Reference, leads: Sequence[tuple[Work, str]], *, all_were_asked: bool
) -> Proposal | None:
    agreeing = []
    for work, lead in leads:
        comparison = compare(reference, work)
        if comparison.identifies and not comparison.is_other_work:
            agreeing.append((work, comparison, lead))
    if not agreeing:
        return None
    work, comparison, lead = agreeing[0]
    is_alone = all_were_asked and len({work.doi for work, _, _ in agreeing}) == 1
    why = f"{lead}; {_agreement(comparison)} agree with {_whose(work)}"
    if work.is_withdrawn:
        why += "; the work was retracted or withdrawn"
    if comparison.differs:
        why += "; another field differs"
    if not all_were_asked:
        why += "; not every alternative could be looked up"
    elif not is_alone:
        why += "; another work fits as well"
    return Proposal(work, comparison, _confidence(work, comparison, is_alone=is_alone), why)


def _confidence(work: Work, comparison: Comparison, *, is_alone: bool) -> Confidence:
    """High only where title, authors and year agree with a registry's record, nothing else in it
    differs, and no other work fits as well.
    """
    is_full = bool(comparison.authors_agree and comparison.year_agrees) and not comparison.differs
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
