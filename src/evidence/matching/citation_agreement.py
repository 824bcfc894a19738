"""Whether a reference string describes a record's work: which traits agree, and which do not.

The rule is the one with which Crossref validates what its search finds: of title, year (one off
counts half), volume, first author, first page and container at least four must support an article,
three anything else. Added to it: something must tell the work from its neighbours in the same
issue, and what the string says otherwise counts against.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evidence.matching.citation_string import CitationString
from evidence.matching.citation_traits import (
    Match,
    match_author,
    match_issue,
    match_pages,
    match_title,
    match_venue,
    match_volume,
    match_year,
    says_more,
)
from evidence.matching.cited_title import find_title
from evidence.model.work import Work

_FOR_ARTICLES, _FOR_OTHERS = 4.0, 3.0
_WITHOUT_TITLE: Final = 4.5


class Trait(StrEnum):
    """What a reference string and a record can agree on."""

    TITLE = "title"
    AUTHOR = "first author"
    YEAR = "year"
    VENUE = "venue"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"


_DECISIVE: Final = frozenset({Trait.TITLE, Trait.AUTHOR})


@dataclass(frozen=True, slots=True)
class Agreement:
    """What agrees, what nearly does (a year one off, a title but for some words), what does not.

    A trait that is in none of them is not in the string, or not in the record. `has_title` and
    `is_telling` say whether the record's title is in the string, and whether it is one that tells
    the work from others; `is_article` whether the record is of an article in a journal; `says_more`
    whether the string holds words that the record does not account for.
    """

    agreeing: tuple[Trait, ...] = ()
    near: tuple[Trait, ...] = ()
    differing: tuple[Trait, ...] = ()
    has_title: bool = False
    is_telling: bool = False
    is_article: bool = False
    says_more: bool = False

    @property
    def support(self) -> float:
        """How much speaks for the work: one for each trait, a half for a near year, none for the
        issue, which only tells neighbours apart.
        """
        exact = sum(trait is not Trait.ISSUE for trait in self.agreeing)
        return exact + sum(0.5 if trait is Trait.YEAR else 1.0 for trait in self.near)

    @property
    def is_complete(self) -> bool:
        """Whether all that can tell a work agrees exactly, so that it can be no other.

        Without its title it can: some journals begin each issue, others each paper with page 1.
        """
        is_exact = not self.near and not self.differing
        wanted = {Trait.TITLE, Trait.AUTHOR, Trait.YEAR}
        return (
            is_exact
            and self.is_telling
            and wanted.issubset(self.agreeing)
            and self.support >= _FOR_ARTICLES
        )

    @property
    def identifies(self) -> bool:
        """Whether the string describes this work and no other."""
        if self.differing and (len(self.differing) > 1 or self.differing[0] in _DECISIVE):
            return False
        if not self.has_title:
            return self.support >= _WITHOUT_TITLE and not self.differing
        if not self.is_telling and Trait.PAGES not in self.agreeing:
            return False
        needed = _FOR_ARTICLES if self.is_article else _FOR_OTHERS
        return self.support >= needed or self._says_no_more

    @property
    def contradicts(self) -> bool:
        """Whether a string that names the work's DOI describes another work."""
        if self._is_located:
            return False
        if self.has_title and self.is_telling:
            return False
        return (
            not self.support or len(self.differing) > 1 or not _DECISIVE.isdisjoint(self.differing)
        )

    @property
    def _is_located(self) -> bool:
        return Trait.VOLUME in self.agreeing and Trait.PAGES in self.agreeing

    @property
    def _says_no_more(self) -> bool:
        """Author, title and year alone, all of which agree, the year at least nearly."""
        has_year = Trait.YEAR in (*self.agreeing, *self.near) and not self.says_more
        return has_year and {Trait.TITLE, Trait.AUTHOR}.issubset(self.agreeing)


def agree(citation: CitationString, work: Work) -> Agreement:
    """How the string and the record agree."""
    title = find_title(citation, work)
    span = (title.start, title.end) if title else (0, 0)
    matches = {
        Trait.TITLE: match_title(citation, work, title),
        Trait.AUTHOR: match_author(citation, work, span),
        Trait.YEAR: match_year(citation, work, span),
        Trait.VENUE: match_venue(citation, work, span),
        Trait.VOLUME: match_volume(citation, work, span),
        Trait.ISSUE: match_issue(citation, work),
        Trait.PAGES: match_pages(citation, work, span),
    }
    agreeing, near, differing = (
        tuple(trait for trait, match in matches.items() if match is wanted)
        for wanted in (Match.SAME, Match.NEAR, Match.OTHER)
    )
    return Agreement(
        agreeing,
        near,
        differing,
        has_title=title is not None and not title.is_other,
        is_telling=title is not None and title.is_telling,
        is_article=work.type == "journal-article",
        says_more=says_more(citation, work, span),
    )
