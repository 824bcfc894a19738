"""A registry's record of a publication, in our terms."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evidence.model.doi import Doi


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a group when `is_group`: then `family` holds the whole name.

    Particles stand with the family name (`van den Oord`), suffixes (`Jr.`) apart.
    """

    family: str
    given: str = ""
    suffix: str = ""
    is_group: bool = False

    def __str__(self) -> str:
        return ", ".join(part for part in (self.family, self.suffix, self.given) if part)


class DateKind(StrEnum):
    """Which of a work's dates: a citation may rightly give the year of any of them."""

    PRINT = "print"
    ONLINE = "online"
    ISSUED = "issued"
    ISSUE = "issue"  # the journal issue's own
    EVENT = "event"
    POSTED = "posted"
    CREATED = "created"  # when the DOI was registered: no date of publication, but a bound for one


@dataclass(frozen=True, slots=True)
class WorkDate:
    """A date that may stop at the year or the month."""

    kind: DateKind
    year: int
    month: int | None = None
    day: int | None = None


_WITHDRAWAL_TYPES: Final = frozenset({"retraction", "withdrawal", "removal"})
# `RETRACTED: …`, `WITHDRAWN ARTICLE: …`, `Retraction—…`, `… (Retracted)`, as publishers mark it; a
# title that is about retraction as a subject ("Retraction: a review of …") is none.
WITHDRAWAL_LABEL: Final = re.compile(
    r"^\W*(?:(?:RETRACTED|WITHDRAWN|REMOVED|Retracted|Withdrawn|Removed|TEMPORARY REMOVAL)"
    r"(?:[ _](?:ARTICLE|Article|PAPER|Paper|CHAPTER|Chapter))?\W*?\s*[]:\u2014\u2013]"
    r"|R(?:etraction|ETRACTION)\s*\u2014)\s*"
    r"|\s*[\[(](?:RETRACTED|Retracted|WITHDRAWN|Withdrawn)(?: (?:ARTICLE|Article))?[\])]\s*$"
)
# The IEEE retracts on the paper's own record: 10.1109/icsme.2017.12 is "Notice of Retraction: Does
# Refactoring …". Of other publishers such a title is the notice's own.
_LABELLED_IN_PLACE: Final = ("10.1109", "notice of retraction")


@dataclass(frozen=True, slots=True)
class Update:
    """What became of a work, as its registry tells it: a retraction, a correction, a version.

    `type` is folded to lower case with hyphens (`expression-of-concern`); `doi` is the notice's;
    `source` says who reported it (`publisher`, `retraction-watch`).
    """

    type: str
    doi: Doi | None = None
    date: datetime.date | None = None
    source: str = ""

    @property
    def withdraws(self) -> bool:
        """Whether the work no longer stands: retracted, withdrawn or removed as a whole."""
        return self.type in _WITHDRAWAL_TYPES


@dataclass(frozen=True, slots=True)
class Relation:
    """How one work is related to another, in the registry's words.

    `type` is Crossref's (`is-preprint-of`, `has-preprint`, `is-version-of`, `has-version`).
    """

    type: str
    doi: Doi


class Via(StrEnum):
    """How a record reached this run."""

    NETWORK = "network"
    CACHE = "cache"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who vouches for a record, since when, and how it came here.

    A `hand_made` record was typed by a person: it can be shown and compared, and verifies nothing.
    `instead_of` says why the first registry could not answer, where another did.
    """

    registry: str
    via: Via
    retrieved: datetime.datetime | None
    hand_made: bool = False
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A registry's record of a publication.

    `type` is Crossref's word (`journal-article`); `titles` begins with the main title, `venues`
    with the full container title; `takes_back` names the other works of which it is itself the
    notice of retraction or withdrawal. `pages` and `article_number` stay as the registry writes
    them. `abstract` is plain text, its paragraphs parted by a blank line.
    `is_partial` says that the record came in a list which leaves things out (the issue's own date,
    aliases): what it lacks may be there all the same.
    """

    doi: Doi
    type: str
    titles: tuple[str, ...]
    origin: Origin
    subtitles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    dates: tuple[WorkDate, ...] = ()
    venues: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    publisher: str = ""
    updates: tuple[Update, ...] = ()
    relations: tuple[Relation, ...] = ()
    aliases: tuple[Doi, ...] = ()
    takes_back: tuple[Doi, ...] = ()
    is_partial: bool = False
    abstract: str = ""

    @property
    def title(self) -> str:
        """The main title, empty where the registry has none."""
        return self.titles[0] if self.titles else ""

    @property
    def is_withdrawn(self) -> bool:
        """Whether the work was retracted, withdrawn or removed.

        Old records say so only by a label on the title (`RETRACTED:`).
        """
        return any(update.withdraws for update in self.updates) or (
            not self.takes_back and self._is_labelled_withdrawn
        )

    @property
    def _is_labelled_withdrawn(self) -> bool:
        prefix, label = _LABELLED_IN_PLACE
        is_in_place = self.doi.prefix == prefix and self.title.casefold().startswith(label)
        return is_in_place or bool(WITHDRAWAL_LABEL.search(self.title))

    def related(self, *types: str) -> tuple[Doi, ...]:
        """The works that stand to this one in any of these relations, in the registry's order."""
        return tuple(relation.doi for relation in self.relations if relation.type in types)

    @property
    def venue(self) -> str:
        """The full container title, empty where the registry has none."""
        return self.venues[0] if self.venues else ""

    @property
    def year(self) -> int | None:
        """The year to show: of the issue's date first, else the earliest."""
        for kind in (DateKind.PRINT, DateKind.ISSUE, DateKind.ISSUED):
            for known in self.dates:
                if known.kind is kind:
                    return known.year
        published = (known.year for known in self.dates if known.kind is not DateKind.CREATED)
        return min(published, default=None)
