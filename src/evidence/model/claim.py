"""Claims and the evidence that they name."""

from dataclasses import dataclass, field
from enum import StrEnum

from evidence.model.ignore import Ignore
from evidence.model.judgement import Defect, Judged, Stance
from evidence.model.place import Place


class ClaimType(StrEnum):
    """What kind of statement a claim makes (after SEPIO's propositions)."""

    MECHANISM = "mechanism"
    PHARMACODYNAMIC = "pharmacodynamic"
    PHARMACOKINETIC = "pharmacokinetic"
    EFFICACY = "efficacy"
    SAFETY = "safety"
    COMPARATIVE = "comparative"
    EPIDEMIOLOGY = "epidemiology"
    ECONOMIC = "economic"
    BACKGROUND = "background"
    INFERENCE = "inference"


class System(StrEnum):
    """In what a finding was made, from the test tube to the patient (after ECO)."""

    IN_SILICO = "in-silico"
    BIOCHEMICAL = "biochemical"
    CELL = "cell"
    EX_VIVO = "ex-vivo"
    ANIMAL = "animal"
    HEALTHY_VOLUNTEER = "healthy-volunteer"
    PATIENT = "patient"


class Role(StrEnum):
    """What a cited work does for the claim (after CiTO)."""

    EVIDENCE = "evidence"
    BACKGROUND = "background"
    METHOD = "method"
    DATA = "data"
    DEFINITION = "definition"
    CONTRARY = "contrary"

    @property
    def supports(self) -> bool:
        """Whether a line in this role bears the claim, so that its loss weakens it."""
        return self in (Role.EVIDENCE, Role.DATA)


@dataclass(frozen=True, slots=True)
class Value:
    """A number that a claim states, as written; `unit` in UCUM's or the text's own spelling."""

    name: str
    value: str
    unit: str = ""
    target: str = ""
    comparator: str = ""
    n: str = ""
    ci: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table in the cited work."""

    label: str
    row: str = ""
    column: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One claim resting on one reference: in which role, and where in the work.

    `quote` is the work's own words, `prefix` and `suffix` what stands before and behind them where
    they occur more than once (W3C's TextQuoteSelector); `note` is ours. `stance`, `defect` and
    `judged` are a person's word. `places` are where some of the line's keys have their values.
    """

    reference: str
    place: Place
    role: Role = Role.EVIDENCE
    system: System | None = None
    design: str = ""
    quote: str = ""
    page: str = ""
    section: str = ""
    table: TableCell | None = None
    note: str = ""
    prefix: str = ""
    suffix: str = ""
    stance: Stance | None = None
    defect: Defect | None = None
    judged: Judged | None = None
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)

    def place_of(self, key: str) -> Place:
        """Where the value of `quote`, `page`, `section`, `table`, `system` or `stance` stands, else
        where the line does.
        """
        return next((place for known, place in self.places if known == key), self.place)

    @property
    def is_located(self) -> bool:
        """Whether the line says where in the work its finding stands."""
        return bool(self.quote or self.page or self.section or self.table)


@dataclass(frozen=True, slots=True)
class RestsOn:
    """That a claim is inferred from another one."""

    claim: str
    place: Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of ours: `text` is our wording, `evidence` the lines that it rests on.

    `variants` are other wordings of it that a person has approved.
    """

    id: str
    text: str
    place: Place
    type: ClaimType | None = None
    system: System | None = None
    values: tuple[Value, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    rests_on: tuple[RestsOn, ...] = ()
    note: str = ""
    variants: tuple[str, ...] = ()

    def lines_for(self, reference: str) -> tuple[EvidenceLine, ...]:
        """The lines that name this entry, in their order."""
        return tuple(line for line in self.evidence if line.reference == reference)

    def number_of(self, line: EvidenceLine) -> int:
        """Which of the claim's lines for the same entry this one is, from 1."""
        return self.lines_for(line.reference).index(line) + 1


@dataclass(frozen=True, slots=True)
class ClaimsProblem:
    """Something in a claims file that cannot be used as it stands."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Claims:
    """All that was read from the claims files: the sound claims, and what is wrong elsewhere.

    `left_out` are the ids of claims that are there and could not be used.
    """

    claims: tuple[Claim, ...] = ()
    documents: tuple[str, ...] = ()
    problems: tuple[ClaimsProblem, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    left_out: tuple[str, ...] = ()
