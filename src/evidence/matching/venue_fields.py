"""The venues that an entry and a record name, and what to say when they differ."""

from evidence.matching.acronyms import is_acronym_in
from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.entry_types import is_book, is_in_proceedings
from evidence.matching.text import plain, shortened, words
from evidence.matching.title_fields import has_its_title_in_chapter
from evidence.matching.titles import compare_titles
from evidence.matching.venues import is_preprint_server, is_series, same_venue
from evidence.model.reference import Field, Reference
from evidence.model.work import Work

_FIELDS = ("journal", "journaltitle", "shortjournal", "fjournal", "booktitle", "maintitle",
           "eventtitle", "series")  # fmt: skip
_JOURNALS = ("journal", "journaltitle")
_WHOLE_WORKS = frozenset(
    {"book", "phdthesis", "mastersthesis", "thesis", "techreport", "report"}
)  # whose series or school is no container of the registry


def venue_disagreement(reference: Reference, work: Work) -> Disagreement | None:
    """What differs between the venues; a preprint cited where the record is published is a note."""
    fields = _venue_fields(reference)
    theirs = tuple(filter(None, work.venues))
    if not fields or not theirs or (is_book(work) and reference.type != "article"):
        return None
    in_proceedings = is_in_proceedings(reference, work)
    ours = tuple(field.text for field in fields)
    if same_venue(ours, theirs, proceedings=in_proceedings):
        return None
    if in_proceedings and _names_the_volume(ours, theirs, work):
        return None
    first = fields[0]
    if first.name == "series" or (in_proceedings and all(map(is_series, theirs))):
        return None
    message = (
        f"the {first.name} is `{shortened(first.text)}`, the record has `{shortened(work.venue)}`"
    )
    is_preprint = is_preprint_server(first.text)
    if is_preprint:
        message = f"the entry cites the preprint, the record is of `{shortened(work.venue)}`"
    found, expected = plain(first.text), plain(work.venue)
    return Disagreement(Aspect.VENUE, first.name, found, expected, message, is_preprint)


def _names_the_volume(ours: tuple[str, ...], theirs: tuple[str, ...], work: Work) -> bool:
    """`WMT` for 10.18653/v1/2025.wmt-1.4; the book's title without its subtitle or edition."""
    if any(is_acronym_in(venue, work.doi.name) for venue in ours):
        return True
    return compare_titles(ours, theirs, book=True).kind.agrees


def venues_agree(reference: Reference, work: Work, *, in_proceedings: bool) -> bool | None:
    """Whether entry and record name one venue; None where one of them names none."""
    ours = tuple(field.text for field in _venue_fields(reference))
    theirs = tuple(filter(None, work.venues))
    return same_venue(ours, theirs, proceedings=in_proceedings) if ours and theirs else None


def _venue_fields(reference: Reference) -> tuple[Field, ...]:
    if reference.type in _WHOLE_WORKS:
        return ()
    named = [field for field in (reference.field(name) for name in _FIELDS) if field]
    if not named and has_its_title_in_chapter(reference):
        named = [field for field in (reference.field("title"),) if field]
    if named and named[0].name in _JOURNALS and len(words(named[0].text)) > 1:
        return (named[0],)  # what is printed; `fjournal` may only explain an acronym
    return tuple(named)
