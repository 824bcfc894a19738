"""One registry behind another: what the first cannot tell, the second may know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.model.doi import Doi
from evidence.model.outcome import Found, Outcome, Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registry, Sifted


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
                yield doi, Found(_instead(outcome.work, unknown[doi].reason))
            else:
                yield doi, unknown[doi]

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once. Only the first leaves things out, so only the first can fill them in."""
        return self._first.complete(dois)

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        """Which of the guesses exist; the second is asked for those that the first was not."""
        first = self._first.sift(guesses)
        others = self._second.sift(tuple(first.unasked)).works
        instead = {doi: _instead(work, first.unasked[doi]) for doi, work in others.items()}
        unasked = {doi: reason for doi, reason in first.unasked.items() if doi not in others}
        return Sifted({**first.works, **instead}, unasked)


def _instead(work: Work, reason: str) -> Work:
    """The second registry's work, with the reason why the first could not answer."""
    return replace(work, origin=replace(work.origin, instead_of=reason))
