"""What a comparison says: agreement and disagreement as values."""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """What two descriptions of a work can disagree on; each has a rule of its own."""

    TITLE = "title"
    AUTHORS = "authors"
    YEAR = "year"
    YEAR_NEAR = "year-near"  # off by a harmless, named reason: a note
    VENUE = "venue"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"
    TYPE = "type"
    REGISTRY_DEFECT = "registry-defect"  # the record is visibly at fault: a note


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing on which the entry and the record disagree.

    `field` is the entry's field (`journal`), `found` what the entry says, `expected` what the
    record says, `message` a clause that tells a reader what differs. `is_note` marks what is
    worth knowing and does not make the entry wrong.
    """

    aspect: Aspect
    field: str
    found: str
    expected: str
    message: str
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an entry and a record compare.

    `title_agrees`, `authors_agree` (of those listed, the first at least) and `year_agrees` are
    None where one side says nothing. `is_other_work`: taken together, the two cannot be the same
    publication.
    """

    disagreements: tuple[Disagreement, ...] = ()
    title_agrees: bool | None = None
    authors_agree: bool | None = None
    year_agrees: bool | None = None
    is_other_work: bool = False

    @property
    def differs(self) -> bool:
        """Whether any field is wrong (notes aside)."""
        return any(not d.is_note for d in self.disagreements)

    @property
    def is_telling(self) -> bool:
        """Whether enough was there to compare: the title, or authors and year."""
        return self.title_agrees is not None or (
            self.authors_agree is not None and self.year_agrees is not None
        )

    @property
    def identifies(self) -> bool:
        """Whether title, authors and year speak for the same work: the title must, nothing may
        speak against it, and authors or year must speak too.
        """
        return (
            self.title_agrees is True
            and self.authors_agree is not False
            and self.year_agrees is not False
            and (self.authors_agree is True or self.year_agrees is True)
        )
