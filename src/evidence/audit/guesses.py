"""What a DOI that does not lead to its work may have been meant to be, and which guess is right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from evidence.audit.proposals import best_candidate
from evidence.audit.resolution import Progress, locate
from evidence.candidates.candidate import Candidate
from evidence.candidates.propose import MOST_CANDIDATES, propose
from evidence.checks.case import Dossier
from evidence.model.doi import Doi
from evidence.model.doi_diagnosis import MalformedDoi
from evidence.model.finding import Confidence, Suggestion
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.registries.interface import Registries, Sifted


def short_doi(dossier: Dossier) -> str:
    """The short DOI (`10/gf4gqc`) that the entry names in place of a DOI; else empty."""
    return dossier.reading.short_doi if isinstance(dossier.reading, MalformedDoi) else ""


def needs_a_guess(dossier: Dossier) -> bool:
    """Whether the DOI as written certainly does not lead to the entry's work."""
    return (
        isinstance(dossier.reading, MalformedDoi)
        or (isinstance(dossier.outcome, Absent) and not dossier.outcome.agency)
        or (dossier.comparison is not None and dossier.comparison.is_other_work)
    )


def with_candidates(
    dossiers: Sequence[Dossier],
    expanded: Mapping[str, Doi],
    outcomes: Mapping[Doi, Outcome],
    registries: Registries,
    progress: Progress,
) -> list[Dossier]:
    """The dossiers, with what is proposed for those whose DOI does not lead to their work.

    `expanded` are the DOIs that short DOIs stand for, `outcomes` what is known already.
    """
    groups = {
        at: _candidates(dossier, expanded)
        for at, dossier in enumerate(dossiers)
        if dossier.reading and needs_a_guess(dossier)
    }
    proposed = list(dossiers)
    for asked in _rounds(groups):
        wanting = {at: asked[at] for at in asked if proposed[at].proposal is None}
        sifted = sift(wanting.values(), outcomes, registries, progress)
        for at, candidates in wanting.items():
            proposed[at] = _with_answers(proposed[at], candidates, sifted)
    return proposed


_Groups: TypeAlias = Mapping[int, Sequence[Candidate]]


def _rounds(groups: _Groups) -> tuple[_Groups, ...]:
    """What to ask for one after the other: everything at once where one list holds it, else the
    blind guesses only after those for which something speaks.
    """
    if sum(map(len, groups.values())) <= MOST_CANDIDATES:
        return (groups,)
    return tuple(
        {at: [c for c in group if c.is_blind is blind] for at, group in groups.items()}
        for blind in (False, True)
    )


def _with_answers(dossier: Dossier, candidates: Sequence[Candidate], sifted: Sifted) -> Dossier:
    return replace(
        dossier,
        proposal=best_candidate(dossier.reference, candidates, sifted),
        guess=dossier.guess or _guess(dossier, candidates, sifted),
    )


def _candidates(dossier: Dossier, expanded: Mapping[str, Doi]) -> tuple[Candidate, ...]:
    short = short_doi(dossier)
    if short in expanded:
        return (Candidate(expanded[short], ("the DOI that the short DOI stands for",)),)
    return propose(dossier.reading.written) if dossier.reading else ()


def sift(
    guesses: Iterable[Sequence[Candidate]],
    outcomes: Mapping[Doi, Outcome],
    registries: Registries,
    progress: Progress,
) -> Sifted:
    """Which of the guesses exist: in Crossref; where it has none of those for one DOI, the first is
    asked of the other registries, unless it is blind.
    """
    groups = [group for group in guesses if group]
    known = {doi: outcome.work for doi, outcome in outcomes.items() if isinstance(outcome, Found)}
    asked = list(dict.fromkeys(g.doi for group in groups for g in group if g.doi not in outcomes))
    if asked:
        progress("looking up what was meant", 0, len(asked))
        sifted = registries.works.sift(asked)
        progress("looking up what was meant", len(asked), len(asked))
    else:
        sifted = Sifted()
    known |= sifted.works
    unknown = [
        doi
        for doi in dict.fromkeys(_likeliest(groups, known))
        if doi not in sifted.unasked and doi not in outcomes
    ]
    elsewhere = locate(unknown, registries) if registries.others else {}
    known |= {doi: outcome.work for doi, outcome in elsewhere.items() if isinstance(outcome, Found)}
    unanswered = {
        doi: outcome.reason for doi, outcome in outcomes.items() if isinstance(outcome, Unavailable)
    }
    return Sifted(known, {**unanswered, **sifted.unasked})


def _likeliest(groups: Iterable[Sequence[Candidate]], known: Mapping[Doi, object]) -> Iterator[Doi]:
    """The first guess of each group of which none is known, unless it is blind."""
    for first, *others in groups:
        if not first.is_blind and not any(guess.doi in known for guess in (first, *others)):
            yield first.doi


def _guess(dossier: Dossier, candidates: Sequence[Candidate], sifted: Sifted) -> Suggestion | None:
    """The likeliest candidate as a mere guess, where nobody could be asked.

    For a blind one at least the string must be malformed.
    """
    if not candidates:
        return None
    first = candidates[0]
    if first.is_blind and not isinstance(dossier.reading, MalformedDoi):
        return None
    reason = sifted.unasked.get(first.doi)
    why = f"{first.why}; not looked up ({reason})"
    return Suggestion(Confidence.LOW, why, doi=first.doi.name) if reason else None
