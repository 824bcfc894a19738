"""What the audit asks of a registry, drawn from the asker's side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from evidence.model.abstract import Abstract
from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Outcome, Unavailable
from evidence.model.work import Work


@dataclass(frozen=True, slots=True)
class Sifted:
    """What became of guesses: the works of those that exist, and why the others were not asked.

    A guess in neither is not known to the registry.
    """

    works: Mapping[Doi, Work] = field(default_factory=dict)
    unasked: Mapping[Doi, str] = field(default_factory=dict)


class Resolver(Protocol):
    """Knows works by their DOI."""

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, in any order, as its outcome becomes known.

        `Absent` only when the registry itself, or doi.org, said so of this DOI.
        """
        ...


class Registry(Resolver, Protocol):
    """A resolver that can also tell many guesses apart, and fill in what a list left out."""

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, with its whole record: for works that came as `is_partial`."""
        ...

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        """Which of the guesses exist; they are asked for in as few requests as can be."""
        ...


class Search(Protocol):
    """Knows works by what they say of themselves."""

    def search(
        self, descriptions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        """For each free-text description once, in any order: the works that fit it best, best
        first, at most five.
        """
        ...


class Agencies(Protocol):
    """Knows who registered a DOI that Crossref does not have, and what a short DOI stands for."""

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        """Each DOI once: `Absent` with the agency, `Absent` without (no agency knows the DOI)."""
        ...

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Doi | Absent | Unavailable]]:
        """For each short DOI (`10/gf4gqc`) once: the DOI that it stands for."""
        ...


class Abstracts(Protocol):
    """Knows abstracts by the DOI of the work."""

    def abstracts_of(self, dois: Sequence[Doi]) -> Mapping[Doi, Abstract]:
        """The abstracts of those that have one there; never raises for what is not answered."""
        ...

    def failures(self) -> tuple[str, ...]:
        """Why some could not be asked for so far, each reason once."""
        ...


class NoAbstracts:
    """Nobody is asked for abstracts."""

    def abstracts_of(self, _: Sequence[Doi]) -> Mapping[Doi, Abstract]:
        """None."""
        return {}

    def failures(self) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Registries:
    """All that a run may ask. `others` are the registries beside Crossref whose records can be
    compared, by the name of the agency; `requests` counts what went over the network so far.
    `abstracts` knows none unless the user wants them asked for.
    """

    works: Registry
    search: Search
    agencies: Agencies
    requests: Callable[[], int]
    others: Mapping[str, Resolver] = field(default_factory=dict)
    abstracts: Abstracts = field(default_factory=NoAbstracts)
