"""Whether an entry means a work that a search found, though one of its fields may be wrong.

Crossref's own matching of references asks for at least four of title, year (one off counts half),
volume, first author, first page and container to support a journal article, three for other works:
precision 98.1 and recall 94.6 % on 2,000 real references. Here an entry also names its work when
title, authors and year agree as far as they are given.
"""

from dataclasses import dataclass

from evidence.matching.comparison import Comparison
from evidence.matching.entry_types import is_in_proceedings
from evidence.matching.numbering import starts_where, volumes_agree
from evidence.matching.text import words
from evidence.matching.title_fields import match_titles
from evidence.matching.titles import TitleKind
from evidence.matching.venue_fields import venues_agree
from evidence.model.reference import Reference
from evidence.model.work import Work

_TELLING_TITLE = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the work stands: True where entry and record agree, None where one is silent."""

    venue: bool | None
    volume: bool | None
    first_page: bool | None

    @property
    def agreeing(self) -> int:
        return (self.venue, self.volume, self.first_page).count(True)

    @property
    def against(self) -> int:
        return (self.venue, self.volume, self.first_page).count(False)


def is_meant(reference: Reference, work: Work, comparison: Comparison) -> bool:
    """Whether the entry means this work."""
    if comparison.is_other_work:
        return False
    if comparison.identifies:
        return True
    place = _Place(
        venues_agree(reference, work, in_proceedings=is_in_proceedings(reference, work)),
        volumes_agree(reference, work),
        starts_where(reference, work),
    )
    told = (comparison.title_agrees, comparison.authors_agree, comparison.year_agrees)
    nearly = 0.5 if _is_a_year_apart(reference, work, comparison) else 0.0
    if told.count(True) + place.agreeing + nearly < _needed(work, place):
        return False
    if told.count(False) > 1 and not (place.first_page and place.agreeing > 1):
        return False
    if nearly and told.count(False) == 1 and place.venue:
        return True  # the paper of a meeting, with the year of the proceedings
    return place.against < max(place.agreeing, 1) and _bears_it(reference, work, comparison, place)


def _needed(work: Work, place: _Place) -> float:
    """Of articles a field more, where there are volumes or pages to compare."""
    is_numbered = (place.volume, place.first_page) != (None, None)
    return 4.0 if work.type == "journal-article" and is_numbered else 3.0


def _is_a_year_apart(reference: Reference, work: Work, comparison: Comparison) -> bool:
    year = reference.year
    if comparison.year_agrees is not False or year is None:
        return False
    return any(abs(known.year - year) == 1 for known in work.dates)


def _bears_it(reference: Reference, work: Work, comparison: Comparison, place: _Place) -> bool:
    """Whether what agrees is enough for the one thing that does not.

    A wrong title needs the address in print, or another wording of the same title without anything
    against it; wrong authors need a title that is not `Introduction`; two papers of one title by
    the same authors have other pages.
    """
    is_at_address = bool(place.first_page and (place.venue or place.volume))
    if comparison.title_agrees is False:
        match = match_titles(reference, work)
        is_reworded = match is not None and match.kind is TitleKind.DIFFERENT
        return is_at_address or (is_reworded and not place.against)
    if comparison.authors_agree is False:
        return is_at_address or len(words(reference.title)) >= _TELLING_TITLE
    return not place.against or bool(place.first_page)
