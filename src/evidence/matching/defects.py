"""What registries are known to get wrong, each defect by its name and where it was seen."""

from evidence.matching.entry_types import is_book
from evidence.matching.numerals import number
from evidence.matching.text import letters
from evidence.model.work import Work

# Publishers gave the first author only, into the first years of Crossref: of 2,079 articles of the
# American Medical Association up to 1996, 2,078 have one author, of its 442 since 1999, 173. The
# American Physical Society deposited whole lists from the start (of 235 records of 2000 to 2004,
# 201 have more than one author).
_LISTS_COMPLETE_SINCE = 2003
_ALWAYS_COMPLETE = frozenset({"10.1103"})
_DROPPED_FIRST = frozenset({"10.1097"})
_HAND_MADE_LIST = 3

# Journals that Crossref numbers through all series, though each series began with 1.
_SERIES_JOURNALS = frozenset({"annalenderphysik", "annphys", "annphysik", "annphysleipzig"})
_SERIES_OFFSETS = frozenset({305, 392})  # of the fourth and the fifth series


def authors_were_dropped(work: Work, *, kept: int) -> bool:
    """Whether a record with the first `kept` authors says nothing of the others.

    Publishers deposited only the first author for years; a hand-made record keeps the first three.
    """
    if work.origin.hand_made and kept <= _HAND_MADE_LIST:
        return True
    year = work.year
    is_old = year is not None and year < _LISTS_COMPLETE_SINCE
    is_known = is_book(work) or work.doi.prefix in _ALWAYS_COMPLETE
    return kept == 1 and is_old and not is_known


def first_author_was_dropped(work: Work) -> bool:
    """Whether the publisher's records may lack the first author.

    10.1097/00008469-199710000-00007 begins with the second one, van Liere.
    """
    return work.doi.prefix in _DROPPED_FIRST


def counts_all_series(work: Work, volume: str) -> bool:
    """Whether the record's volume is the entry's, counted through all series of the journal.

    Annalen der Physik: volume 17 of the fourth series is Crossref's 322, volume 9 of the fifth 401.
    """
    ours, theirs = number(volume), number(work.volume)
    if ours is None or theirs is None or letters(work.venue) not in _SERIES_JOURNALS:
        return False
    return theirs - ours in _SERIES_OFFSETS
