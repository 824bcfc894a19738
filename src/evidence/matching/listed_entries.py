"""Which entry of a bibliography each item of a document's reference list is.

Nothing is looked up: the item and the entry name the same DOI, or their titles, first authors and
years agree. The item may be abbreviated, and the entry corrected since it was made.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from evidence.matching.pages import PageMatch, compare_pages, same_volume
from evidence.matching.people import is_et_al, person
from evidence.matching.person_names import Likeness, likeness
from evidence.matching.text import letters, words
from evidence.matching.title_index import TitleIndex
from evidence.matching.titles import TitleKind, canonical, compare_titles
from evidence.model.document import Document, ListedReference
from evidence.model.doi import Doi, WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.printed import PrintedReference
from evidence.model.reference import Reference
from evidence.model.work import Name
from evidence.sources.printed_references import read_printed

_TELLING: Final = 4  # words of a title
_OTHERS: Final = frozenset({TitleKind.OTHER_PART, TitleKind.DERIVED})
_ALIKE: Final = (Likeness.SAME, Likeness.MISSPELT)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of the list, with what of it is compared."""

    printed: PrintedReference
    text: str
    doi: Doi | None

    @property
    def year(self) -> int | None:
        return int(self.printed.year[:4]) if self.printed.year[:4].isdecimal() else None

    @property
    def people(self) -> tuple[Name, ...]:
        return self.printed.authors or self.printed.editors


def match_listed(document: Document, references: Sequence[Reference]) -> dict[str, str]:
    """The key of the entry that each label of the document stands for.

    A label that is itself a key stands for that entry, unless the list says that it is another
    work's; a label whose work has no entry is missing.
    """
    entries = _Entries(references)
    found: dict[str, str] = {}
    by_key = {reference.key: reference for reference in references}
    listed: dict[str, ListedReference] = {}
    for each in document.listed:
        listed.setdefault(each.label, each)
    for label, each in listed.items():
        entry = entries.find(_item(each), by_key.get(label))
        if entry:
            found[label] = entry.key
    cited = (label for citation in document.citations for label in citation.labels)
    return found | {label: label for label in cited if label in by_key and label not in listed}


def is_listed(listed: ListedReference, entry: Reference) -> bool:
    """Whether the item is the entry's work, as `match_listed` has it."""
    same_label = entry if entry.key == listed.label else None
    return _Entries((entry,)).find(_item(listed), same_label) is not None


def _item(listed: ListedReference) -> _Item:
    printed = listed.printed or read_printed(listed.text)
    return _Item(printed, letters(listed.text), _doi(printed.doi))


def _doi(written: str) -> Doi | None:
    """The DOI, or what is left of a malformed one when its flaws are mended."""
    if not written:
        return None
    reading = read_doi(written)
    return reading.doi if isinstance(reading, WrittenDoi) else reading.mended


class _Entries:
    """The entries of a bibliography, by what an item of a list can name them by."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._by_doi: defaultdict[Doi, list[Reference]] = defaultdict(list)
        self._by_title: TitleIndex[Reference] = TitleIndex()
        self._references = references
        for reference in references:
            field = reference.doi_field
            doi = _doi(field.text) if field else None
            if doi:
                self._by_doi[doi].append(reference)
            self._by_title.add(reference.title, reference)

    @cached_property
    def _by_place(self) -> dict[Hashable, list[Reference]]:
        """Needed for items without a title alone."""
        found: defaultdict[Hashable, list[Reference]] = defaultdict(list)
        for each in self._references:
            people = _people(each.authors or each.editors)
            place = _place(people, each.year, each.volume, each.pages)
            if place is not None:
                found[place].append(each)
        return found

    def find(self, item: _Item, same_label: Reference | None) -> Reference | None:
        """The entry of the item's work; of several the one whose key is the item's label."""
        candidates = chain([same_label] if same_label else (), self._candidates(item))
        by_title = (each for each in candidates if _is_work(item, each))
        found = next(by_title, None)
        if found is None and item.doi:
            same_doi = self._by_doi.get(item.doi, ())
            found = next((each for each in same_doi if not _is_other_work(item, each)), None)
        if found is None and same_label and not _titles_differ(item, same_label):
            found = same_label
        return found

    def _candidates(self, item: _Item) -> Iterator[Reference]:
        """The entries that are worth comparing, the likeliest first."""
        if item.doi:
            yield from self._by_doi.get(item.doi, ())
        yield from self._by_title.like(item.printed.title)
        if item.printed.title:
            return
        people = _people(item.people)
        place = _place(people, item.year, item.printed.volume, item.printed.pages)
        if place is not None:
            yield from self._by_place.get(place, ())


def _is_work(item: _Item, entry: Reference) -> bool:
    """Whether title, first author and year agree, or author, year, volume and page without one."""
    if _years_differ(item, entry) or _authors_agree(item, entry) is False:
        return False
    title = item.printed.title
    same_volume_and_page = _is_same_place(item.printed, entry)
    if not title or not entry.title:
        return same_volume_and_page is True
    if _titles_differ(item, entry):
        return False
    if len(canonical(entry.title)) < _TELLING:
        return same_volume_and_page is not False and _authors_agree(item, entry) is True
    return same_volume_and_page is not False


def _is_other_work(item: _Item, entry: Reference) -> bool:
    """Whether the entry's DOI was put to the item by mistake: neither title nor author agrees."""
    return _titles_differ(item, entry) and _authors_agree(item, entry) is False


def _titles_differ(item: _Item, entry: Reference) -> bool:
    """Whether the item has another title than the entry."""
    if not item.printed.title or not entry.title:
        return False
    kind = compare_titles((item.printed.title,), (entry.title,)).kind
    if kind.agrees:
        return False
    is_held = letters(entry.title) in item.text and len(canonical(entry.title)) >= _TELLING
    return kind in _OTHERS or not is_held


def _years_differ(item: _Item, entry: Reference) -> bool:
    return bool(item.year and entry.year and abs(item.year - entry.year) > 1)


def _authors_agree(item: _Item, entry: Reference) -> bool | None:
    """Whether the first author is the same; None where one side names nobody."""
    ours, theirs = _people(item.people), _people(entry.authors or entry.editors)
    if not ours or not theirs:
        return None
    return likeness(ours[0], theirs[0]) in _ALIKE


def _is_same_place(printed: PrintedReference, entry: Reference) -> bool | None:
    """Whether volume and pages are the same; False only where neither is; None where they leave it
    open.
    """
    volume = same_volume(printed.volume, entry.volume) if printed.volume and entry.volume else None
    pages = compare_pages(printed.pages, entry.pages) if printed.pages and entry.pages else None
    if volume is False and pages is PageMatch.DIFFERENT:
        return False
    return True if volume and pages is PageMatch.SAME else None


def _people(names: Iterable[Name]) -> list[Name]:
    return [name for name in names if not is_et_al(name)]


def _place(people: Sequence[Name], year: int | None, volume: str, pages: str) -> Hashable | None:
    """First author, year, volume and first page; None unless all are known."""
    page = words(pages)[:1]
    if not (people and year and volume and page):
        return None
    return person(people[0]).bare, year, words(volume), page
