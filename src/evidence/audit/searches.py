"""The search for what has no work by its DOI, and what comes of the answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from evidence.audit.guesses import needs_a_guess
from evidence.audit.proposals import best_match, namesake
from evidence.audit.resolution import Progress, complete, gather
from evidence.checks.case import Dossier
from evidence.matching.comparison import Aspect, Comparison
from evidence.matching.description import describe
from evidence.model.doi import Doi
from evidence.model.outcome import Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registries

_NO_TITLE: Final = "the entry has no title to search for"
_Answers: TypeAlias = Mapping[str, tuple[Work, ...] | Unavailable]


def with_searches(
    dossiers: Sequence[Dossier], registries: Registries, progress: Progress, *, repairs: bool
) -> list[Dossier]:
    """The dossiers, those without a work with the one that a search finds.

    `repairs` searches for the works of wrong DOIs as well.
    """
    wanting = {
        at: describe(dossier.reference) if dossier.reference.title else ""
        for at, dossier in enumerate(dossiers)
        if dossier.proposal is None
        and (dossier.reading is None or (repairs and needs_a_guess(dossier)))
    }
    asked = list(dict.fromkeys(filter(None, wanting.values())))
    answers = gather(registries.search.search(asked), "searching for works", len(asked), progress)
    searched = _proposed(dossiers, wanting, answers)
    whole = _whole_records(searched.values(), registries, progress)
    if whole:
        searched = _proposed(dossiers, wanting, _filled(answers, whole))
    return [searched.get(at, dossier) for at, dossier in enumerate(dossiers)]


def turns_on_more(comparison: Comparison | None) -> bool:
    """Whether what lists leave out may settle a disagreement: the journal issue's own date."""
    return any(d.aspect is Aspect.YEAR for d in (comparison or Comparison()).disagreements)


def _proposed(
    dossiers: Sequence[Dossier], wanting: Mapping[int, str], answers: _Answers
) -> dict[int, Dossier]:
    return {at: _told(dossiers[at], answers.get(asked)) for at, asked in wanting.items()}


def _told(dossier: Dossier, answer: tuple[Work, ...] | Unavailable | None) -> Dossier:
    if not isinstance(answer, tuple):
        reason = answer.reason if isinstance(answer, Unavailable) else _NO_TITLE
        return replace(dossier, search_reason=reason)
    reference = dossier.reference
    return replace(
        dossier, proposal=best_match(reference, answer), near=namesake(reference, answer)
    )


def _whole_records(
    dossiers: Iterable[Dossier], registries: Registries, progress: Progress
) -> dict[Doi, Work]:
    """The whole records of the works that were found and that lists are too short to compare."""
    proposals = [dossier.proposal for dossier in dossiers if dossier.proposal]
    wanting = (
        found.work.doi
        for found in proposals
        if found.work.is_partial and turns_on_more(found.comparison)
    )
    told = complete(wanting, registries, progress)
    return {doi: outcome.work for doi, outcome in told.items()}


def _filled(answers: _Answers, whole: Mapping[Doi, Work]) -> _Answers:
    """The answers with whole records in place of those in the lists."""
    return {
        description: tuple(whole.get(work.doi, work) for work in answer)
        if isinstance(answer, tuple)
        else answer
        for description, answer in answers.items()
    }
