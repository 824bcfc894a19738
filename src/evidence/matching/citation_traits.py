"""The traits of a record one by one against a reference string.

Each function answers None where the string or the record is silent. `span` is where the title
stands among the words of the string, (0, 0) where it does not.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Final, TypeAlias

from rapidfuzz.fuzz import ratio

from evidence.matching.citation_string import CitationString
from evidence.matching.cited_title import CitedTitle
from evidence.matching.pages import same_article_number, same_issue, same_volume
from evidence.matching.people import group_words, is_group, person
from evidence.matching.text import words
from evidence.matching.venues import same_venue
from evidence.model.work import DateKind, Name, Work

Span: TypeAlias = tuple[int, int]

_SIMILAR_NAME: Final = 85.0
_LONG_NAME: Final = 6
_FIRST_WORDS: Final = 7  # initials, given names and particles may stand before the family name
_NAMES_ASKED: Final = 3
_LONGEST_FAMILY: Final = 4
_LONGEST_VENUE: Final = 14
_CLEAR_PAGE: Final = 10
_STEM: Final = 3  # letters that an abbreviation of a journal keeps
_SHORTEST_TITLE: Final = 4  # words beside names and venue that make a title
_ARTICLES: Final = frozenset({"the", "a", "an", "le", "la", "die", "der", "das"})


class Match(Enum):
    """How what a string says of a trait compares with the record."""

    SAME = "the same"
    NEAR = "nearly the same"
    OTHER = "something else"


def match_title(citation: CitationString, work: Work, title: CitedTitle | None) -> Match | None:
    """The title: silent where it is not found in a style that prints none."""
    if title is None:
        return Match.OTHER if work.title and says_more(citation, work, (0, 0)) else None
    if title.is_other:
        return Match.OTHER
    return Match.SAME if title.is_same else Match.NEAR


def says_more(citation: CitationString, work: Work, span: Span) -> bool:
    """Whether there are words enough for a title that neither the record's title nor the names of
    its authors and its venue account for.
    """
    start, end = span
    names = {word for name in (*work.authors, *work.editors) for word in words(str(name))}
    stems = {word[:_STEM] for venue in work.venues for word in words(venue)}
    outside = (*citation.words[:start], *citation.words[end:])
    left = [w for w in outside if len(w) > _STEM and w.isalpha() and w not in names]
    return sum(word[:_STEM] not in stems for word in left) >= _SHORTEST_TITLE


def match_author(citation: CitationString, work: Work, span: Span) -> Match | None:
    """The first author among the first names, or right behind the title."""
    names = work.authors or work.editors
    start, end = span
    listed = citation.words[:start] if start else citation.words[end:]
    if not names or not listed:
        return None
    if _is_named(names[0], listed[:_FIRST_WORDS]):
        return Match.SAME
    if names[0].is_group or is_group(names[0]):
        return Match.SAME if _is_named(names[0], citation.words) else None
    if any(_is_named(name, listed) for name in names[:_NAMES_ASKED]):
        return None  # in another place: the registry may lack the first one
    return Match.OTHER if start else None


def match_year(citation: CitationString, work: Work, span: Span) -> Match | None:
    """The year of any of the work's dates."""
    stated = citation.years(*span)
    known = {date.year for date in work.dates if date.kind is not DateKind.CREATED}
    if not stated or not known:
        return None
    if stated & known:
        return Match.SAME
    is_near = any(abs(ours - theirs) == 1 for ours in stated for theirs in known)
    return Match.NEAR if is_near else Match.OTHER


def match_volume(citation: CitationString, work: Work, span: Span) -> Match | None:
    """The volume where a volume is printed, else any number that is it."""
    if not any(map(str.isdigit, work.volume)):
        return None
    if citation.volumes:
        same = [same_volume(stated, work.volume) for stated in citation.volumes]
        if any(same):
            return Match.SAME
        return Match.OTHER if False in same and not _is_year(work) else None
    numbers = [n for n in citation.numbers(*span) if same_volume(n, work.volume)]
    return Match.SAME if len(numbers) > _is_year(work) else None


def _is_year(work: Work) -> bool:
    """Whether the journal counts its volumes by years, so that the year names the volume too."""
    return any(work.volume == str(date.year) for date in work.dates)


def match_issue(citation: CitationString, work: Work) -> Match | None:
    """The issue where an issue is printed."""
    same = [same_issue(stated, work.issue) for stated in citation.issues]
    if any(same):
        return Match.SAME
    return Match.OTHER if False in same else None


def match_pages(citation: CitationString, work: Work, span: Span) -> Match | None:
    """The first page or the article number: a low page counts only where pages are printed."""
    known = [text for text in (work.pages, work.article_number) if any(map(str.isdigit, text))]
    if not known:
        return None

    def is_ours(page: str) -> bool:
        return any(same_article_number(page, text) for text in known)

    if any(map(is_ours, citation.pages)):
        return Match.SAME
    volumes = {n for n in citation.numbers(*span) if same_volume(n, work.volume)}
    spare = [n for n in citation.numbers(*span) if n not in volumes or n in _doubled(citation, n)]
    if any(is_ours(number) for number in spare if _is_clear(number)):
        return Match.SAME
    in_title = set(citation.words[slice(*span)])
    return Match.OTHER if citation.pages - in_title else None


def _doubled(citation: CitationString, number: str) -> tuple[str, ...]:
    """The number where it stands twice: as the volume and as the page."""
    return (number,) if citation.words.count(number) > 1 else ()


def _is_clear(number: str) -> bool:
    return not number.isdecimal() or int(number) >= _CLEAR_PAGE


def match_venue(citation: CitationString, work: Work, span: Span) -> Match | None:
    """The journal or the book in full, or abbreviated; nothing tells where another one stands."""
    venues = tuple(filter(None, work.venues))
    initials = {first[0] for first in map(_first_word, venues) if first}
    start, end = span
    for part in (citation.words[end:], citation.words[:start]):
        if any(same_venue((window,), venues) for window in _windows(part, initials)):
            return Match.SAME
    return None


def _windows(part: tuple[str, ...], initials: set[str]) -> Iterator[str]:
    """Runs of words that may be the venue's name: they begin with the same letter, hold no year."""
    for at, word in enumerate(part):
        if word[0] not in initials or word.isdecimal():
            continue
        for length in range(1, min(_LONGEST_VENUE, len(part) - at) + 1):
            if part[at + length - 1].isdecimal():
                break
            yield " ".join(part[at : at + length])


def _first_word(venue: str) -> str:
    return next((word for word in words(venue) if word not in _ARTICLES), "")


def _is_named(name: Name, listed: tuple[str, ...]) -> bool:
    """Whether the family name, or the telling words of a group, stand among these words."""
    if is_group(name):
        return group_words(name) <= set(listed)
    parts = person(name)
    forms = {"".join(parts.family), "".join(parts.bare)} - {""}
    runs = {
        "".join(listed[at : at + length])
        for length in range(1, _LONGEST_FAMILY + 1)
        for at in range(len(listed) - length + 1)
    }
    if forms & runs or any(len(word) >= _LONG_NAME and word in runs for word in parts.bare):
        return True
    return any(
        ratio(form, word, score_cutoff=_SIMILAR_NAME)
        for form in forms
        if len(form) >= _LONG_NAME
        for word in listed
    )
