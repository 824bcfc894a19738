"""Which of the works that were found is the one that an entry means."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from evidence.candidates.candidate import Candidate
from evidence.checks.case import Proposal
from evidence.matching.compare import compare
from evidence.matching.comparison import Comparison
from evidence.matching.support import is_meant
from evidence.matching.text import enumerated
from evidence.matching.versions import Version, version_of
from evidence.model.finding import Confidence
from evidence.model.reference import Reference
from evidence.model.work import Work
from evidence.registries.interface import Sifted


class _Fit(NamedTuple):
    """A work that the entry may mean, and how it was come by."""

    work: Work
    comparison: Comparison
    lead: str

    @property
    def errors(self) -> int:
        return sum(not d.is_note for d in self.comparison.disagreements)

    @property
    def rank(self) -> tuple[int, int]:
        """The fewest errors first, then the fewest notes."""
        return self.errors, len(self.comparison.disagreements)


def best_candidate(
    reference: Reference, candidates: Sequence[Candidate], sifted: Sifted
) -> Proposal | None:
    """The registered candidate whose title, authors and year speak for the entry."""
    works = sifted.works
    leads = [(works[each.doi], each.why) for each in candidates if each.doi in works]
    is_certain = not any(each.doi in sifted.unasked for each in candidates)
    return _best(reference, leads, _identified, all_were_asked=is_certain)


def best_match(reference: Reference, works: Iterable[Work]) -> Proposal | None:
    """The work of a search that the entry means: the one with the fewest differences, of several
    with as few the one that the registry ranks highest.
    """
    leads = [(work, "found by a search for the title") for work in works]
    return _best(reference, leads, _meant, all_were_asked=True)


def namesake(reference: Reference, works: Iterable[Work]) -> Work | None:
    """The first work of a search that has the entry's title: another version, or another's work."""
    return next((work for work in works if compare(reference, work).title_agrees), None)


def _identified(_reference: Reference, _work: Work, comparison: Comparison) -> bool:
    return comparison.identifies and not comparison.is_other_work


def _meant(reference: Reference, work: Work, comparison: Comparison) -> bool:
    """Whether the entry means the work and not another version of it.

    A preprint and the article differ rightly in authors and title, so that nothing can be said
    against an entry that cites the one from the record of the other.
    """
    if not is_meant(reference, work, comparison):
        return False
    match version_of(reference, work):
        case Version.PREPRINT:
            return False
        case Version.PUBLISHED:
            return not comparison.differs
        case None:
            return True


def _best(
    reference: Reference,
    leads: Sequence[tuple[Work, str]],
    is_fit: Callable[[Reference, Work, Comparison], bool],
    *,
    all_were_asked: bool,
) -> Proposal | None:
    compared = [_Fit(work, compare(reference, work), lead) for work, lead in leads]
    fits = [fit for fit in compared if is_fit(reference, fit.work, fit.comparison)]
    if not fits:
        return None
    best = min(fits, key=lambda fit: fit.rank)
    is_alone = len({fit.work.doi for fit in fits if fit.errors == best.errors}) == 1
    doubts = [
        (best.work.is_withdrawn, "the work was retracted or withdrawn"),
        (best.comparison.differs, "another field differs"),
        (version_of(reference, best.work) is not None, "it is another version of what is cited"),
        (not all_were_asked, "not every alternative could be looked up"),
        (all_were_asked and not is_alone, "another work fits as well"),
    ]
    agreement = f"{_agreement(best.comparison)} agree with {_whose(best.work)}"
    why = "; ".join([best.lead, agreement, *(words for is_so, words in doubts if is_so)])
    is_sure = all_were_asked and is_alone and version_of(reference, best.work) is None
    confidence = _confidence(best.work, best.comparison, is_sure=is_sure)
    return Proposal(best.work, best.comparison, confidence, why)


def _confidence(work: Work, comparison: Comparison, *, is_sure: bool) -> Confidence:
    """High only where title, authors and year agree with a registry's record, nothing else in it
    differs, and no other work fits as well.
    """
    told = (comparison.title_agrees, comparison.authors_agree, comparison.year_agrees)
    is_full = all(told) and not comparison.differs
    if is_full and is_sure and not work.origin.hand_made:
        return Confidence.HIGH
    return Confidence.MEDIUM


def _agreement(comparison: Comparison) -> str:
    """What agrees, as a list in words."""
    told = {
        "title": comparison.title_agrees,
        "authors": comparison.authors_agree,
        "year": comparison.year_agrees,
    }
    parts = [name for name, agrees in told.items() if agrees]
    if not parts:
        return "venue, volume and first page"
    return enumerated(parts)


def _whose(work: Work) -> str:
    if work.origin.hand_made:
        return "a record made by hand, not looked up in a registry"
    return f"{work.origin.registry}'s record"
