"""Whether two entries of a bibliography are of one work, by what they say of it."""

from typing import Final

from evidence.matching.pages import PageMatch, compare_pages, same_issue, same_volume
from evidence.matching.people import is_et_al
from evidence.matching.person_names import Likeness, likeness
from evidence.matching.text import letters
from evidence.matching.titles import canonical, compare_titles
from evidence.matching.venues import same_venue
from evidence.matching.versions import ARXIV
from evidence.model.reference import Reference
from evidence.model.work import Name

# Shorter titles (`Introduction`, `Author's reply`) tell nothing without volume and pages.
_TELLING: Final = 4
_LATEST_PUBLICATION: Final = 5  # years after the preprint
_HELD: Final = frozenset({"inproceedings", "conference", "incollection", "inbook"})
_PAPERS: Final = frozenset({"article"}) | _HELD
_BOOKS: Final = frozenset({"book", "mvbook", "collection", "mvcollection", "proceedings"})
# Of what has neither volume nor pages, copies of one text differ in what stands here.
_TOLD_APART_BY: Final = ("isbn", "edition", "part", "chapter", "howpublished", "url", "version")
_ALIKE: Final = (Likeness.SAME, Likeness.MISSPELT)


def is_same_work(a: Reference, b: Reference) -> bool:
    """Whether title, first authors and year agree, and nothing that both entries say differs.

    A short title, a year that is one off or missing, and missing authors need the same volume and
    pages besides; so do entries of different types, unless they name one venue.
    """
    years = _years_between(a, b)
    if years is not None and abs(years) > 1:
        return False  # before the titles, whose comparison takes longest
    if not titles_agree(a, b) or _is_told_apart(a, b):
        return False
    authors = _authors_agree(a, b)
    if authors is False:
        return False
    if _has_same_address(a, b):
        return True
    if not authors or years != 0:
        return False
    if not is_telling(a):
        return a.type == b.type and a.type in _BOOKS
    return a.type == b.type or (_PAPERS.issuperset({a.type, b.type}) and bool(_same_venue(a, b)))


def is_published_from(article: Reference, preprint: Reference) -> bool:
    """Whether an entry that names no preprint server is of the same work as one that does."""
    if article.type not in _PAPERS or not titles_agree(article, preprint):
        return False
    years = _years_between(preprint, article)
    is_in_time = years is not None and -1 <= years <= _LATEST_PUBLICATION
    return is_in_time and is_telling(article) and bool(_authors_agree(article, preprint))


def is_telling(reference: Reference) -> bool:
    """Whether the title is long enough to tell the work from others."""
    return len(canonical(reference.title)) >= _TELLING


def titles_agree(a: Reference, b: Reference) -> bool:
    """Whether the entries' titles name one publication."""
    return compare_titles((a.title,), (b.title,), book=a.type in _BOOKS).kind.agrees


def is_held_by(part: Reference, book: Reference) -> bool:
    """Whether one entry is of something that the other entry's book holds."""
    titles = (part.text("booktitle", "maintitle"),) if part.type in _HELD else ()
    return book.type in _BOOKS and compare_titles(titles, (book.title,), book=True).kind.agrees


def _is_told_apart(a: Reference, b: Reference) -> bool:
    """Whether both entries say something that is another thing of each."""
    if {a.type, b.type} & _BOOKS and a.type != b.type:
        return True
    return (
        same_volume(a.volume, b.volume) is False
        or same_issue(a.issue, b.issue) is False
        or compare_pages(a.pages, b.pages) is PageMatch.DIFFERENT
        or _same_venue(a, b) is False
        or _differ_in_eprint(a, b)
        or (a.type not in _PAPERS and any(_differ_in(name, a, b) for name in _TOLD_APART_BY))
    )


def _differ_in(name: str, a: Reference, b: Reference) -> bool:
    ours, theirs = letters(a.text(name)), letters(b.text(name))
    return bool(ours and theirs) and ours != theirs


def _differ_in_eprint(a: Reference, b: Reference) -> bool:
    ours, theirs = ARXIV.findall(a.text("eprint")), ARXIV.findall(b.text("eprint"))
    return bool(ours and theirs) and ours[0] != theirs[0]


def _same_venue(a: Reference, b: Reference) -> bool | None:
    """Whether both entries name one venue; None where one names none."""
    if not a.venue or not b.venue:
        return None
    is_held = not _HELD.isdisjoint({a.type, b.type})
    return same_venue((a.venue,), (b.venue,), proceedings=is_held)


def _has_same_address(a: Reference, b: Reference) -> bool:
    """Whether both entries name the same volume and the same pages."""
    is_there = compare_pages(a.pages, b.pages) is PageMatch.SAME
    return is_there and same_volume(a.volume, b.volume) is True


def _years_between(a: Reference, b: Reference) -> int | None:
    """The years from `a` to `b`; None where one entry has none."""
    return b.year - a.year if a.year and b.year else None


def _authors_agree(a: Reference, b: Reference) -> bool | None:
    """Whether the first two authors (or editors) are the same persons; None where one entry names
    nobody.
    """
    ours, theirs = _people(a), _people(b)
    if not ours or not theirs:
        return None
    pairs = zip(ours[:2], theirs[:2], strict=False)
    return all(likeness(mine, other) in _ALIKE for mine, other in pairs)


def _people(reference: Reference) -> list[Name]:
    names = reference.authors or reference.editors
    return [name for name in names if not is_et_al(name)]
