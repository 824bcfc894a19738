"""The titles that an entry and a record offer for comparison, and what to say when they differ."""

from collections.abc import Iterator

from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.entry_types import is_book, is_contribution
from evidence.matching.text import plain, shortened
from evidence.matching.titles import TitleKind, TitleMatch, compare_titles
from evidence.model.reference import Reference
from evidence.model.work import Work


def match_titles(reference: Reference, work: Work) -> TitleMatch | None:
    """The best match of the entry's titles with the record's; None where one side has none."""
    ours, theirs = tuple(_of_entry(reference)), tuple(titles_of(work))
    if not ours or not theirs:
        return None
    return compare_titles(ours, theirs, book=is_book(work))


def title_disagreement(
    reference: Reference, work: Work, match: TitleMatch | None
) -> Disagreement | None:
    """What differs between the titles; a letter is a note."""
    if match is None or match.kind is TitleKind.SAME:
        return None
    ours, theirs = next(_of_entry(reference)), next(titles_of(work))
    message = f"the title is `{shortened(ours)}`, the record has `{shortened(theirs)}`"
    is_note = match.kind.agrees
    return Disagreement(Aspect.TITLE, "title", plain(ours), plain(theirs), message, is_note)


def titles_of(work: Work) -> Iterator[str]:
    """Each title of the record with its subtitles, alone, and with the volume that holds it
    (exports write `Quarks and Strings on a Lattice, in New Phenomena in Subnuclear Physics`).
    """
    for title in filter(None, work.titles):
        yield from (f"{title}: {subtitle}" for subtitle in work.subtitles if subtitle)
        yield title
        if is_contribution(work):
            yield from (f"{title}, in {venue}" for venue in work.venues)


def _of_entry(reference: Reference) -> Iterator[str]:
    """The entry's title with and without its additions.

    Springer's `@inbook` has the paper's title in `chapter` and the book's in `title`.
    """
    chapter = reference.text("chapter")
    if reference.type in ("inbook", "incollection") and len(chapter.split()) > 1:
        yield chapter
    title = reference.text("title")
    if title:
        additions = (reference.text("subtitle"), reference.text("titleaddon"))
        yield from (f"{title}: {addition}" for addition in additions if addition)
        yield title
