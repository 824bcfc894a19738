"""From DOIs to outcomes: Crossref first, then whoever registered what Crossref does not have."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.registries.interface import Registries, Resolver

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def resolve(
    dois: Iterable[Doi], registries: Registries, progress: Progress = lambda *_: None
) -> dict[Doi, Outcome]:
    """The outcome of every DOI, each asked once.

    Of those that Crossref lacks the agency is asked, and of those that belong to another registry
    whose records can be read, the record.
    """
    asked = list(dict.fromkeys(dois))
    outcomes = gather(registries.works.resolve(asked), "looking up DOIs", len(asked), progress)
    absent = [doi for doi, outcome in outcomes.items() if isinstance(outcome, Absent)]
    return outcomes | locate(absent, registries, progress)


def locate(
    absent: Sequence[Doi], registries: Registries, progress: Progress = lambda *_: None
) -> dict[Doi, Outcome]:
    """The outcome of DOIs that Crossref does not have."""
    if not absent:
        return {}
    what = "asking for the agencies of DOIs"
    located = gather(registries.agencies.locate(absent), what, len(absent), progress)
    outcomes: dict[Doi, Outcome] = dict(located)
    for agency, registry in registries.others.items():
        theirs = [d for d, a in located.items() if isinstance(a, Absent) and a.agency == agency]
        if theirs:
            outcomes |= _records(theirs, registry, agency, progress)
    return outcomes


def _records(
    dois: Sequence[Doi], registry: Resolver, agency: str, progress: Progress
) -> dict[Doi, Outcome]:
    """The records of DOIs that a registry is known to have registered.

    Where it gives none, that it has registered them is all that is known.
    """
    told = gather(registry.resolve(dois), f"asking {agency}", len(dois), progress)
    return {
        doi: outcome
        if isinstance(outcome, Found)
        else Absent(f"registered with {agency}, not compared: {outcome.reason}", agency=agency)
        for doi, outcome in told.items()
    }


def complete(dois: Iterable[Doi], registries: Registries, progress: Progress) -> dict[Doi, Found]:
    """The whole records of works of which a list told less, where they are to be had."""
    asked = list(dict.fromkeys(dois))
    if not asked:
        return {}
    what = "looking up whole records"
    told = gather(registries.works.complete(asked), what, len(asked), progress)
    return {doi: outcome for doi, outcome in told.items() if isinstance(outcome, Found)}


def expand(short_dois: Sequence[str], registries: Registries) -> dict[str, Doi]:
    """The DOIs that short DOIs stand for, where the resolver could tell."""
    if not short_dois:
        return {}
    told: Iterator[tuple[str, Doi | Absent | Unavailable]] = registries.agencies.expand(short_dois)
    return {short: doi for short, doi in told if isinstance(doi, Doi)}


def gather(
    answers: Iterable[tuple[Asked, Answer]], what: str, count: int, progress: Progress
) -> dict[Asked, Answer]:
    """All answers by what was asked, with word of the progress on the way."""
    told: dict[Asked, Answer] = {}
    for question, answer in answers:
        told[question] = answer
        progress(what, len(told), count)
    return told
