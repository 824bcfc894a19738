"""The titles that an entry and a record offer for comparison, and what to say when they differ."""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from evidence.matching.comparison import Aspect, Disagreement
from evidence.matching.entry_types import is_book, is_contribution
from evidence.matching.text import letters, plain, shortened
from evidence.matching.titles import TitleKind, TitleMatch, compare_titles
from evidence.model.reference import Reference
from evidence.model.work import Work


def match_titles(reference: Reference, work: Work) -> TitleMatch | None:
    """The best match of the entry's titles with the record's; None where one side has none."""
    ours, theirs = tuple(_of_entry(reference)), tuple(titles_of(work))
    if not ours or not theirs:
        return None
    match = compare_titles(ours, theirs, book=is_book(work))
    if match.kind.agrees and _has_other_subtitle(ours[0], work):
        return TitleMatch(TitleKind.DIFFERENT, match.similarity)
    return match


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


def has_its_title_in_chapter(reference: Reference) -> bool:
    """Whether the entry names the chapter in `chapter`, and in `title` perhaps the book."""
    is_held = reference.type in ("inbook", "incollection")
    return is_held and len(reference.text("chapter").split()) > 1


def _has_other_subtitle(ours: str, work: Work) -> bool:
    """Whether the entry's title is the record's main title with words of its subtitle changed.

    Without this the main title alone would agree: `Gaia Early Data Release 3. Summary of …`. A
    subtitle of the record with which the entry has nothing in common is left alone: it may be the
    name of a section, or in another language.
    """
    for subtitle in filter(None, work.subtitles):
        whole = f"{work.title}: {subtitle}"
        match = compare_titles((ours,), (whole,), book=True)
        if match.kind.agrees:
            return False
        alone = ratio(letters(ours), letters(work.title))
        if match.kind is not TitleKind.UNRELATED and match.similarity > alone:
            return True
    return False


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
    if has_its_title_in_chapter(reference):
        yield reference.text("chapter")
    title = reference.text("title")
    if title:
        additions = (reference.text("subtitle"), reference.text("titleaddon"))
        yield from (f"{title}: {addition}" for addition in additions if addition)
        yield title
