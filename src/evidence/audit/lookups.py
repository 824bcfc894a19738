"""The rounds of look-ups: each question is asked once, for all references together.

1. the DOIs as written, and those that short DOIs stand for; the agencies of what Crossref lacks;
2. the whole records of works where what a list leaves out would decide something;
3. what a malformed, unregistered or misplaced DOI may have been meant to be;
4. a search for what still has no work.

The agencies come before the guesses, because what DataCite knows needs none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from evidence.audit.guesses import short_doi, with_candidates
from evidence.audit.resolution import Progress, complete, expand, resolve
from evidence.audit.searches import turns_on_more, with_searches
from evidence.checks.case import Dossier
from evidence.matching.compare import compare
from evidence.model.doi import Doi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.outcome import Found, Outcome
from evidence.model.reference import Reference
from evidence.registries.interface import Registries


def look_up(
    references: Sequence[Reference],
    registries: Registries,
    progress: Progress,
    *,
    repairs: bool = True,
) -> tuple[Dossier, ...]:
    """What became of each reference, in their order.

    Without `repairs` nobody is asked what a wrong DOI may have been meant to be.
    """
    dossiers = [_open(reference) for reference in references]
    expanded = expand(_short_dois(dossiers) if repairs else [], registries)
    asked = [dossier.doi for dossier in dossiers if dossier.doi]
    outcomes = resolve((*asked, *expanded.values()), registries, progress)
    dossiers = [_with_outcome(dossier, outcomes) for dossier in dossiers]
    dossiers = _with_whole_records(dossiers, registries, progress)
    if repairs:
        dossiers = with_candidates(dossiers, expanded, outcomes, registries, progress)
    return tuple(with_searches(dossiers, registries, progress, repairs=repairs))


def _open(reference: Reference) -> Dossier:
    field = reference.doi_field
    return Dossier(reference, read_doi(field.text) if field else None)


def _short_dois(dossiers: Iterable[Dossier]) -> list[str]:
    """The short DOIs, each once."""
    return list(dict.fromkeys(filter(None, map(short_doi, dossiers))))


def _with_outcome(dossier: Dossier, outcomes: Mapping[Doi, Outcome]) -> Dossier:
    """The dossier with the outcome of its DOI; as it was when there is none."""
    outcome = outcomes.get(dossier.doi) if dossier.doi else None
    if isinstance(outcome, Found):
        comparison = compare(dossier.reference, outcome.work)
        return replace(dossier, outcome=outcome, comparison=comparison)
    return replace(dossier, outcome=outcome) if outcome else dossier


def _with_whole_records(
    dossiers: list[Dossier], registries: Registries, progress: Progress
) -> list[Dossier]:
    """The dossiers, those compared anew whose record in the list was too short to decide."""
    wanting = (
        dossier.doi
        for dossier in dossiers
        if dossier.doi
        and dossier.found
        and dossier.found.is_partial
        and turns_on_more(dossier.comparison)
    )
    whole = complete(wanting, registries, progress)
    return [_with_outcome(dossier, whole) for dossier in dossiers] if whole else dossiers
