"""What a check says about a place."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.model.place import Place


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Larger is worse."""
        return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(self)


class Confidence(StrEnum):
    """How sure a suggestion is; only `high` is ever applied without being asked for."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What should stand there instead: `doi` for an identifier, else `value` for a field.

    `why` says what the change is and what speaks for it; `hand_made` that nothing does but a record
    which a person typed.
    """

    confidence: Confidence
    why: str
    doi: str = ""
    value: str = ""
    hand_made: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at a place, and what to do about it.

    `key` names the reference and `claim` the claim that it is about; `found` and `expected` are
    the two values where something differs; `url` is the address of the rule's page.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    key: str | None = None
    claim: str | None = None
    field: str | None = None
    found: str | None = None
    expected: str | None = None
    suggestion: Suggestion | None = None
    url: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.message}"
