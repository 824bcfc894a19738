"""The rounds of look-ups: each question is asked once, for all references together.

1. the DOIs as written;
2. the agency of those that Crossref does not have;
3. what a malformed, unregistered or misplaced DOI may have been meant to be;
4. a search for what still has no work.

The agencies come before the guesses, because what DataCite knows needs none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from evidence.audit.proposals import best_candidate, best_match
from evidence.candidates.candidate import Candidate
from evidence.candidates.propose import propose
from evidence.checks.case import Dossier
from evidence.matching.compare import compare
from evidence.matching.description import describe
from evidence.model.doi import Doi
from evidence.model.doi_diagnosis import MalformedDoi, read_doi
from evidence.model.finding import Confidence, Suggestion
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.reference import Reference
from evidence.model.work import Work
from evidence.registries.interface import Registries, Sifted

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def look_up(
    references: Sequence[Reference], registries: Registries, progress: Progress
) -> tuple[Dossier, ...]:
    """What became of each reference, in their order."""
    dossiers = [_open(reference) for reference in references]
    outcomes = _resolve(dossiers, registries, progress)
    dossiers = [_with_outcome(dossier, outcomes) for dossier in dossiers]
    dossiers = _with_candidates(dossiers, registries, progress)
    return tuple(_with_search(dossiers, registries, progress))


def _open(reference: Reference) -> Dossier:
    field = reference.doi_field
    return Dossier(reference, read_doi(field.text) if field else None)


def _resolve(
    dossiers: Iterable[Dossier], registries: Registries, progress: Progress
) -> dict[Doi, Outcome]:
    """The outcome of every DOI as written; those that Crossref lacks with their agency."""
    asked = list(dict.fromkeys(dossier.doi for dossier in dossiers if dossier.doi))
    outcomes: dict[Doi, Outcome] = {}
    for doi, outcome in registries.works.resolve(asked):
        outcomes[doi] = outcome
        progress("looking up DOIs", len(outcomes), len(asked))
    absent = [doi for doi, outcome in outcomes.items() if isinstance(outcome, Absent)]
    located: dict[Doi, Outcome] = {}
    for doi, answer in registries.agencies.locate(absent):
        located[doi] = answer
        progress("asking for the agencies of DOIs", len(located), len(absent))
    return outcomes | located


def _with_outcome(dossier: Dossier, outcomes: dict[Doi, Outcome]) -> Dossier:
    if dossier.doi is None:
        return dossier
    outcome = outcomes[dossier.doi]
    if isinstance(outcome, Found):
        comparison = compare(dossier.reference, outcome.work)
        return replace(dossier, outcome=outcome, comparison=comparison)
    return replace(dossier, outcome=outcome)


def _needs_a_guess(dossier: Dossier) -> bool:
    """Whether the DOI as written certainly does not lead to the entry's work."""
    return (
        isinstance(dossier.reading, MalformedDoi)
        or (isinstance(dossier.outcome, Absent) and not dossier.outcome.agency)
        or (dossier.comparison is not None and dossier.comparison.is_other_work)
    )


def _with_candidates(
    dossiers: Sequence[Dossier], registries: Registries, progress: Progress
) -> list[Dossier]:
    guesses = {
        at: propose(dossier.reading.written)
        for at, dossier in enumerate(dossiers)
        if dossier.reading and _needs_a_guess(dossier)
    }
    asked = list(dict.fromkeys(guess.doi for group in guesses.values() for guess in group))
    if not asked:
        return list(dossiers)
    progress("looking up what was meant", 0, len(asked))
    sifted = registries.works.sift(asked)
    progress("looking up what was meant", len(asked), len(asked))
    return [
        replace(
            dossier,
            proposal=best_candidate(dossier.reference, guesses[at], sifted),
            guess=_guess(dossier, guesses[at], sifted),
        )
        if at in guesses
        else dossier
        for at, dossier in enumerate(dossiers)
    ]


def _guess(dossier: Dossier, candidates: Sequence[Candidate], sifted: Sifted) -> Suggestion | None:
    """The likeliest candidate of a malformed DOI as a mere guess, where nobody could be asked."""
    if not (candidates and isinstance(dossier.reading, MalformedDoi)):
        return None
    first = candidates[0]
    reason = sifted.unasked.get(first.doi)
    why = f"{first.why}; not looked up ({reason})"
    return Suggestion(Confidence.LOW, why, doi=first.doi.name) if reason else None


def _with_search(
    dossiers: Sequence[Dossier], registries: Registries, progress: Progress
) -> list[Dossier]:
    wanting = [
        at
        for at, dossier in enumerate(dossiers)
        if dossier.proposal is None and (dossier.reading is None or _needs_a_guess(dossier))
    ]
    searched = list(dossiers)
    for count, at in enumerate(wanting, start=1):
        dossier = dossiers[at]
        answer = _search(dossier.reference, registries)
        progress("searching for works", count, len(wanting))
        if isinstance(answer, Unavailable):
            searched[at] = replace(dossier, search_reason=answer.reason)
        else:
            searched[at] = replace(dossier, proposal=best_match(dossier.reference, answer))
    return searched


def _search(reference: Reference, registries: Registries) -> tuple[Work, ...] | Unavailable:
    if not reference.title:
        return Unavailable("the entry has no title to search for")
    return registries.search.search(describe(reference))
