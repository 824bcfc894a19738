"""What came of a look-up: never `None`, always with its reason."""

from dataclasses import dataclass
from typing import TypeAlias

from evidence.model.work import Work


@dataclass(frozen=True, slots=True)
class Found:
    """A registry has a record."""

    work: Work


@dataclass(frozen=True, slots=True)
class Absent:
    """The registry answered, and has no record; `reason` says what exactly was answered.

    `agency` names the registration agency that doi.org gives for the DOI, where it was asked and
    knows one.
    """

    reason: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Nobody could be asked, or the answer was no answer: nothing is known either way."""

    reason: str


Outcome: TypeAlias = Found | Absent | Unavailable
