"""Whether an entry's type fits the registry's type of the work."""

from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.venues import is_preprint_server
from evidence.model.reference import Reference
from evidence.model.work import Work

_CHAPTERS = frozenset(
    {"book-chapter", "book-section", "book-part", "book-track", "reference-entry"}
)
_BOOKS = frozenset(
    {"book", "monograph", "edited-book", "reference-book", "book-set", "book-series", "proceedings"}
)
_FITTING = {
    "article": frozenset({"journal-article"}),
    "inproceedings": frozenset({"proceedings-article"}) | _CHAPTERS,
    "conference": frozenset({"proceedings-article"}) | _CHAPTERS,
    "incollection": _CHAPTERS | {"proceedings-article"},
    "inbook": _CHAPTERS | _BOOKS,
    "inreference": _CHAPTERS,
    "book": _BOOKS,
    "mvbook": _BOOKS,
    "collection": _BOOKS,
    "proceedings": _BOOKS | {"proceedings-series"},
    "phdthesis": frozenset({"dissertation"}),
    "mastersthesis": frozenset({"dissertation"}),
    "thesis": frozenset({"dissertation"}),
    "techreport": frozenset({"report", "report-component", "report-series"}),
    "report": frozenset({"report", "report-component", "report-series"}),
}
_NO_PUBLICATIONS = frozenset(
    {"peer-review", "component", "journal", "journal-issue", "journal-volume", "grant"}
)


def is_book(work: Work) -> bool:
    """Whether the record is of a whole book."""
    return work.type in _BOOKS


def is_chapter(work: Work) -> bool:
    """Whether the record is of a part of a book."""
    return work.type in _CHAPTERS


def is_contribution(work: Work) -> bool:
    """Whether the record is of something that a book or proceedings hold."""
    return work.type == "proceedings-article" or is_chapter(work)


def is_no_publication(reference: Reference, work: Work) -> bool:
    """Whether the record is of a review of, a supplement to or the holder of what is cited."""
    return work.type in _NO_PUBLICATIONS and reference.type in _FITTING


def is_in_proceedings(reference: Reference, work: Work) -> bool:
    """Whether either side is a contribution to proceedings or a book."""
    held = ("inproceedings", "conference", "incollection", "inbook")
    return is_contribution(work) or reference.type in held


def compare_type(reference: Reference, work: Work) -> Disagreement | None:
    """A note where the types do not fit; any type fits `misc` and types that BibTeX lacks."""
    fitting = _FITTING.get(reference.type)
    if not fitting or not work.type or work.type in fitting or work.type == "other":
        return None
    if work.type == "posted-content" and is_preprint_server(reference.venue):
        return None
    if work.type == "posted-content" and reference.type == "article" and reference.venue:
        message = f"the record is a preprint, the entry names the journal `{reference.venue}`"
    else:
        message = f"the entry is `@{reference.type}`, the record is of type `{work.type}`"
    return Disagreement(Aspect.TYPE, "type", reference.type, work.type, message, is_note=True)
