"""Whether an entry and a record cannot be the same publication, all evidence taken together."""

from typing import assert_never

from evidence.matching.entry_types import is_chapter, is_no_publication
from evidence.matching.titles import TitleKind, TitleMatch
from evidence.model.reference import Reference
from evidence.model.work import Work


def is_other_work(
    reference: Reference,
    work: Work,
    match: TitleMatch | None,
    *,
    against: int,
    authors_differ: bool,
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
            is_reprinted = is_chapter(work) and reference.type == "article" and against >= 2
            return (authors_differ and against >= 3) or is_reprinted
        case TitleKind.OTHER_PART | TitleKind.DERIVED | TitleKind.UNRELATED:
            return against >= 1
        case TitleKind.DIFFERENT:
            return authors_differ and against >= 2
        case _:
            assert_never(match.kind)
