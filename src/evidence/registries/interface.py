"""What the audit asks of a registry, drawn from the asker's side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Outcome, Unavailable
from evidence.model.work import Work


class Registry(Protocol):
    """Knows works by their DOI."""

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once, in any order, as its outcome becomes known.

        `Absent` only when the registry itself said so of this DOI.
        """
        ...

    def sift(self, guesses: Sequence[Doi]) -> Mapping[Doi, Work] | Unavailable:
        """The works of those guesses that exist; a guess that is not there means nothing."""
        ...


class Search(Protocol):
    """Knows works by what they say of themselves."""

    def search(self, description: str) -> tuple[Work, ...] | Unavailable:
        """The works that fit a free-text description best, best first; at most five."""
        ...


class Agencies(Protocol):
    """Knows who registered a DOI that Crossref does not have."""

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        """Each DOI once: `Absent` with the agency, `Absent` without (no agency knows the DOI)."""
        ...


@dataclass(frozen=True, slots=True)
class Registries:
    """All that a run may ask. `requests` counts what went over the network so far."""

    works: Registry
    search: Search
    agencies: Agencies
    requests: Callable[[], int]
