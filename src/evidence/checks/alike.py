"""Entries by what entries of one work have in common, so that not all are compared with all."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from evidence.checks.case import Dossier
from evidence.checks.same_work import is_telling
from evidence.matching.people import person
from evidence.matching.text import words
from evidence.matching.titles import canonical
from evidence.model.reference import Reference

# With more different works of one title than this, the rest are not compared.
_MOST: Final = 10


def traits_of(reference: Reference) -> tuple[Hashable, ...]:
    """What an entry is compared by: the title, and where the work begins (author, year, volume and
    first page together). Short titles are too many: of them a book's counts, with the year.
    """
    if not reference.title:
        return ()
    traits: list[Hashable] = []
    if is_telling(reference):
        traits.append(canonical(reference.title))
    elif reference.type == "book":
        traits.append((canonical(reference.title), reference.year))
    people = reference.authors or reference.editors
    if people and reference.year and reference.volume and reference.pages:
        family = person(people[0]).bare
        page = words(reference.pages)[:1]
        traits.append((family, reference.year, words(reference.volume), page))
    return tuple(traits)


class Alike:
    """The entries so far, by what entries of one work have in common."""

    def __init__(self) -> None:
        self._entries: defaultdict[Hashable, list[Dossier]] = defaultdict(list)

    def by(self, traits: Iterable[Hashable]) -> Iterator[Dossier]:
        """The entries that have one of these traits."""
        for trait in traits:
            yield from self._entries.get(trait, ())

    def add(self, dossier: Dossier, traits: Iterable[Hashable]) -> None:
        """Keep the entry to compare later ones with."""
        for trait in traits:
            if len(self._entries[trait]) < _MOST:
                self._entries[trait].append(dossier)
