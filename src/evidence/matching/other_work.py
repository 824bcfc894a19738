"""Whether an entry and a record cannot be the same publication, all evidence taken together."""

from typing import assert_never

from evidence.matching.entry_types import is_chapter, is_no_publication
from evidence.matching.titles import TitleKind, TitleMatch
from evidence.matching.venues import is_series
from evidence.model.reference import Reference
from evidence.model.work import Work


def is_other_work(
    reference: Reference,
    work: Work,
    match: TitleMatch | None,
    *,
    against: int,
    authors_differ: bool,
    year_agrees: bool,
) -> bool:
    """Whether the DOI belongs to another publication than the entry describes.

    `against` counts which of authors, year, venue and numbers (volume, issue, pages) speak against
    it. A title alone never decides: it may be a preprint's, or another language's.
    """
    if is_no_publication(reference, work):
        return True
    if match is None:
        return authors_differ and against >= 2
    match match.kind:
        case TitleKind.SAME | TitleKind.MISSPELT:
            # `Introduction` is the title of thousands; a chapter may have a paper's title.
            is_reprinted = _is_reprint(reference, work, year_agrees=year_agrees) and against >= 2
            return (authors_differ and against >= 3) or is_reprinted
        case TitleKind.OTHER_PART | TitleKind.DERIVED | TitleKind.UNRELATED:
            return against >= 1
        case TitleKind.DIFFERENT:
            return authors_differ and against >= 2
        case _:
            assert_never(match.kind)


def _is_reprint(reference: Reference, work: Work, *, year_agrees: bool) -> bool:
    """Whether an article is cited and the record is of a chapter, which may have its title.

    In the proceedings of the same year it is the paper itself, cited from a wrong journal
    (10.1007/978-3-642-04346-8_62, in Lecture Notes in Computer Science).
    """
    is_paper = year_agrees and any(map(is_series, work.venues))
    return is_chapter(work) and reference.type == "article" and not is_paper
