"""The entries of a .bib file by what they say of their works, to find the one that a work has."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.checks.alike import traits_of
from evidence.checks.same_work import is_same_work
from evidence.matching.title_index import TitleIndex
from evidence.model.doi import Doi, WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.reference import Reference

_MOST: Final = 60  # entries that begin at one place, else it tells nothing


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry, its place among the others, and its DOI; `is_legal` where that is one as written.

    A malformed one is known by the DOI that is left when its flaws are mended.
    """

    at: int
    reference: Reference
    doi: Doi | None = None
    is_legal: bool = False


class KnownEntries:
    """Entries that are there, and those that are added."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._count = 0
        self._by_doi: defaultdict[Doi, list[_Known]] = defaultdict(list)
        self._by_trait: defaultdict[Hashable, list[_Known]] = defaultdict(list)
        self._by_title: TitleIndex[_Known] = TitleIndex()
        for reference in references:
            self.add(reference)

    def add(self, reference: Reference) -> None:
        """Keep another entry."""
        known = _known(self._count, reference)
        self._count += 1
        if known.doi:
            self._by_doi[known.doi].append(known)
        for trait in traits_of(reference):
            self._by_trait[trait].append(known)
        self._by_title.add(reference.title, known)

    def find(self, dois: Sequence[Doi], own: Reference) -> Reference | None:
        """The first entry of the work with these DOIs; `own` is what its new entry would be."""
        found = {known.at: known for doi in dois for known in self._by_doi.get(doi, ())}
        for trait in traits_of(own):
            found |= {known.at: known for known in self._by_trait.get(trait, ())[:_MOST]}
        found |= {known.at: known for known in self._by_title.like(own.title)}
        ordered = (found[at] for at in sorted(found))
        return next((each.reference for each in ordered if _cites(each, dois, own)), None)


def _known(at: int, reference: Reference) -> _Known:
    written = reference.doi_field
    reading = read_doi(written.text) if written else None
    if isinstance(reading, WrittenDoi):
        return _Known(at, reference, reading.doi, is_legal=True)
    return _Known(at, reference, reading.mended if reading else None)


def _cites(known: _Known, dois: Sequence[Doi], own: Reference) -> bool:
    """Whether an entry is the work's: a DOI decides, where both sides have one."""
    if known.is_legal and dois:
        return known.doi in dois
    if known.doi and known.doi in dois[:1]:
        return True
    return is_same_work(known.reference, own)
