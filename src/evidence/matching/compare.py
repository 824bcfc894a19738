"""The comparison of an entry with a registry's record, field by field and as a whole."""

from evidence.matching.authors import compare_authors
from evidence.matching.comparison import Aspect, Comparison, Disagreement
from evidence.matching.dates import compare_year
from evidence.matching.entry_types import compare_type, is_book
from evidence.matching.numbering import compare_numbering
from evidence.matching.other_work import is_other_work
from evidence.matching.pages import is_within, same_issue, same_volume
from evidence.matching.text import letters, plain, shortened
from evidence.matching.title_fields import match_titles, title_disagreement, titles_of
from evidence.matching.titles import TitleKind, compare_titles
from evidence.matching.venue_fields import venue_disagreement
from evidence.model.reference import Reference
from evidence.model.work import Work

_HELD = frozenset({"incollection", "inbook", "inproceedings", "conference"})
_CORRECTIONS = ("erratum", "errata", "corrigend", "correction", "retraction")


def compare(reference: Reference, work: Work) -> Comparison:
    """How the entry and the record compare: what differs, what agrees, whether it is one work."""
    of_venue = venue_disagreement(reference, work)
    is_elsewhere = of_venue is not None and not of_venue.is_note
    if _is_cited_by_its_book(reference, work):
        return _with_its_book(reference, work)
    match = match_titles(reference, work)
    is_about = match is not None and match.kind is TitleKind.DERIVED
    if is_about and not of_venue and _shares_its_doi(reference, work):
        return _with_what_it_discusses(reference, work)
    authors_agree, of_authors = compare_authors(reference, work)
    is_preprint = of_venue is not None and of_venue.is_note
    of_numbers = () if is_preprint else compare_numbering(reference, work)
    numbers_differ = any(not d.is_note for d in of_numbers)
    year_agrees, of_year = compare_year(
        reference, work, is_elsewhere=is_elsewhere, is_on_other_pages=numbers_differ
    )
    # Why another year may be harmless holds of one work: under another title it is another year.
    is_unrelated = match is not None and match.kind is TitleKind.UNRELATED
    year_speaks_against = year_agrees is False or (is_unrelated and of_year is not None)
    against = [authors_agree is False, year_speaks_against, is_elsewhere, numbers_differ]
    of_title = title_disagreement(reference, work, match)
    of_type = compare_type(reference, work)
    return Comparison(
        disagreements=_given(of_title, *of_authors, of_year, of_venue, *of_numbers, of_type),
        title_agrees=match.kind.agrees if match else None,
        authors_agree=authors_agree,
        year_agrees=year_agrees,
        is_other_work=is_other_work(
            reference,
            work,
            match,
            against=sum(against),
            authors_differ=authors_agree is False,
            year_agrees=year_agrees is True,
        ),
    )


def _given(*found: Disagreement | None) -> tuple[Disagreement, ...]:
    return tuple(d for d in found if d is not None)


def _is_cited_by_its_book(reference: Reference, work: Work) -> bool:
    """A chapter cited with the DOI of the book that holds it."""
    if reference.type not in _HELD or not is_book(work):
        return False
    books = tuple(filter(None, (reference.text("booktitle"), reference.text("maintitle"))))
    return bool(books) and compare_titles(books, titles_of(work), book=True).kind.agrees


def _with_its_book(reference: Reference, work: Work) -> Comparison:
    message = f"the record is of the book `{shortened(work.title)}` that holds the cited chapter"
    found, expected = reference.type, work.type
    note = Disagreement(Aspect.TYPE, "type", found, expected, message, is_note=True)
    year_agrees, of_year = compare_year(reference, work, is_elsewhere=False)
    return Comparison(disagreements=_given(note, of_year), year_agrees=year_agrees)


def _shares_its_doi(reference: Reference, work: Work) -> bool:
    """A discussion that has one DOI with the paper (10.1214/ss/1177011926 and its pages 42-44).

    It names the paper, volume and issue are the paper's, and no pages say that the paper ends
    before.
    """
    title = reference.title
    if title.lower().startswith(_CORRECTIONS) or letters(work.title) not in letters(title):
        return False
    if same_volume(reference.volume, work.volume) is not True:
        return False
    if same_issue(reference.issue, work.issue) is False:
        return False
    return not work.pages or is_within(reference.pages, work.pages)


def _with_what_it_discusses(reference: Reference, work: Work) -> Comparison:
    message = f"the record is of `{shortened(work.title)}`, which the entry discusses"
    found, expected = plain(reference.title), plain(work.title)
    note = Disagreement(Aspect.TITLE, "title", found, expected, message, is_note=True)
    year_agrees, of_year = compare_year(reference, work, is_elsewhere=False)
    return Comparison(disagreements=_given(note, of_year), year_agrees=year_agrees)
