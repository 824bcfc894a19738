"""One registry behind another: what the first cannot tell, the second may know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from evidence.model.doi import Doi
from evidence.model.outcome import Found, Outcome, Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registry


class ChainedRegistry:
    """`first`, and where it is unavailable, `second`.

    What the first says holds; its reason stands where the second has no work either.
    """

    def __init__(self, first: Registry, second: Registry) -> None:
        self._first = first
        self._second = second

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once."""
        unknown: dict[Doi, Unavailable] = {}
        for doi, outcome in self._first.resolve(dois):
            if isinstance(outcome, Unavailable):
                unknown[doi] = outcome
            else:
                yield doi, outcome
        for doi, outcome in self._second.resolve(tuple(unknown)):
            if isinstance(outcome, Found):
                yield doi, Found(_instead(outcome.work, unknown[doi]))
            else:
                yield doi, unknown[doi]

    def sift(self, guesses: Sequence[Doi]) -> Mapping[Doi, Work] | Unavailable:
        """The works of those guesses that exist."""
        works = self._first.sift(guesses)
        if not isinstance(works, Unavailable):
            return works
        others = self._second.sift(guesses)
        if isinstance(others, Unavailable):
            return works
        return {doi: _instead(work, works) for doi, work in others.items()}


def _instead(work: Work, failure: Unavailable) -> Work:
    """The second registry's work, with the reason why the first could not answer."""
    return replace(work, origin=replace(work.origin, instead_of=failure.reason))
