"""What kind of work a cited work is, and in what it was made."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.model.claim import System


class PublicationKind(StrEnum):
    """What a work is as a publication, as far as it matters to what it can be evidence of."""

    UNKNOWN = "unknown"
    REPORT = "report"  # of results of its own
    REVIEW = "review"  # narrative: tells what others found
    SYSTEMATIC_REVIEW = "systematic review"
    PROTOCOL = "protocol"
    EDITORIAL = "editorial"
    GUIDELINE = "guideline"


@dataclass(frozen=True, slots=True)
class Study:
    """In what a work was made and what kind of work it is, with the words that say so.

    `systems` are in the order of `System`; `words` are the work's own that tell of each, and
    `told_by` where they stand: `line` (the claims file says so), `title`, `abstract`, `full text`.
    `populations` are whom and what its title, its abstract and its text name, as `populations_of`
    has them, each with the first word for it, and `species` the animals among them;
    `is_randomised` says that it tells of a random allocation of its own.
    """

    systems: tuple[System, ...] = ()
    words: tuple[str, ...] = ()
    told_by: str = ""
    kind: PublicationKind = PublicationKind.UNKNOWN
    kind_words: str = ""
    species: tuple[str, ...] = ()
    populations: tuple[tuple[str, str], ...] = ()
    is_randomised: bool = False
