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
    with the full container title; `is_notice` says that it is itself the notice of a retraction or
    withdrawal of another work. `pages` and `article_number` stay as the registry writes them.
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
    aliases: tuple[Doi, ...] = ()
    is_notice: bool = False

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
            not self.is_notice and bool(WITHDRAWAL_LABEL.search(self.title))
        )

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
