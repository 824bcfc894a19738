"""What a claim is about by name, and which of these names a work has."""

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """What a named subject is to the claim."""

    DRUG = "drug"
    TARGET = "target"
    COMPARATOR = "comparator"
    CLASS = "class"  # of drugs
    SUBSTANCE = "substance"  # a salt, an electrolyte, a vitamin
    HORMONE = "hormone"
    ORGANISM = "organism"  # that causes a disease
    RECEPTOR = "receptor"
    MEMBER = "member"  # of a numbered family: BRD9
    STRAIN = "strain"  # of a germ, by a letter or number: serogroup B
    VACCINE = "vaccine"  # by how it is made
    NAME = "name"  # any other: of an operation, a compound, a cell


@dataclass(frozen=True, slots=True)
class Subject:
    """A drug, target or comparator that a claim names, as it is written there."""

    written: str
    kind: SubjectKind


class Looked(StrEnum):
    """How much of a work was looked through for names: all up to there."""

    NOTHING = "nothing"
    TITLE = "title"
    ABSTRACT = "abstract"
    FULL_TEXT = "full text"


@dataclass(frozen=True, slots=True)
class Exchanged:
    """That a quote names `instead` where the claim names a subject that the quote does not have."""

    quote: str
    subject: Subject
    instead: str


@dataclass(frozen=True, slots=True)
class Naming:
    """Which subjects of a claim a work names, in how much of it they were looked for.

    `exchanged` tells of the quotes that the claim takes from the work. `in_passing` are those of
    the named ones that it names only where it tells of other works, and no quote of the claim does.
    """

    named: tuple[Subject, ...] = ()
    unnamed: tuple[Subject, ...] = ()
    looked: Looked = Looked.NOTHING
    exchanged: tuple[Exchanged, ...] = ()
    in_passing: tuple[Subject, ...] = ()
