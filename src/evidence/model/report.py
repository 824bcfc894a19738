"""The result of a check: what became of every reference and every claim."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from evidence.model.anchor import Anchor, AnchorState, CellAnchor, CellState
from evidence.model.claim import Claim, EvidenceLine, System
from evidence.model.doi import Doi
from evidence.model.finding import Finding, Severity
from evidence.model.judgement import Judgement, JudgementState
from evidence.model.reference import Reference
from evidence.model.source_text import Depth
from evidence.model.work import Work


class Status(StrEnum):
    """What a look-up says of a reference. Only `verified` is good, and nothing unasked is."""

    VERIFIED = "verified"
    DIFFERS = "differs"
    ANOTHER_WORK = "another-work"
    MALFORMED = "malformed"
    UNREGISTERED = "unregistered"
    OTHER_AGENCY = "other-agency"
    NO_DOI = "no-doi"
    UNCHECKED = "unchecked"


class Level(StrEnum):
    """How far a claim's evidence has been carried: a funnel, each level holds the ones before."""

    UNCITED = "uncited"
    LINKED = "linked"
    VERIFIED = "verified"
    ANCHORED = "anchored"
    JUDGED = "judged"
    APPROVED = "approved"

    @property
    def rank(self) -> int:
        """From 0 for `uncited`."""
        return tuple(Level).index(self)


@dataclass(frozen=True, slots=True)
class ReferenceResult:
    """What became of one reference.

    `doi_as_written` is the text of the entry, `doi` what it names (None when it names none);
    `reason` says in words why the status is what it is; `claims` are the claims that cite it.
    """

    reference: Reference
    status: Status
    reason: str = ""
    doi_as_written: str | None = None
    doi: Doi | None = None
    work: Work | None = None
    claims: tuple[str, ...] = ()

    @property
    def cited_work(self) -> Work | None:
        """The work that was found, unless the DOI belongs to another one than the entry's."""
        return None if self.status is Status.ANOTHER_WORK else self.work


@dataclass(frozen=True, slots=True)
class LineResult:
    """An evidence line and the status of its reference (None: no such reference).

    `depth` says how much of the work's text was at hand. `anchor` tells of the line's quote and
    `cell` of its table cell, None where it names none; `studied` is in what the work found
    something, by the line or else by the work's own words; `judgement` is a person's.
    `of_other_work`: a text that was read says of itself that it is another work.
    """

    line: EvidenceLine
    status: Status | None
    is_withdrawn: bool = False
    depth: Depth = Depth.NONE
    anchor: Anchor | None = None
    cell: CellAnchor | None = None
    studied: tuple[System, ...] = ()
    judgement: Judgement | None = None
    of_other_work: bool = False

    @property
    def is_sound(self) -> bool:
        """The reference is verified and its work was neither retracted nor withdrawn."""
        return self.status is Status.VERIFIED and not self.is_withdrawn

    @property
    def is_anchored(self) -> bool:
        """The line quotes words or names a cell, and each was found in one place of the text, which
        does not say that it is another work's.
        """
        has_quote = self.anchor is None or self.anchor.state is AnchorState.FOUND
        has_cell = self.cell is None or self.cell.state is CellState.FOUND
        names_words = self.anchor is not None or self.cell is not None
        return names_words and has_quote and has_cell and not self.of_other_work

    @property
    def is_judged(self) -> bool:
        """A person's word on the line is about what stands there now."""
        return self.judgement is not None and self.judgement.state is JudgementState.CURRENT

    @property
    def is_disputed(self) -> bool:
        """The line is there as support, and a person judged that its work bears nothing."""
        is_adverse = self.judgement is not None and self.judgement.is_adverse
        return is_adverse and self.line.role.supports


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """What became of one claim.

    `at_risk`: something that supports it is not sound, not known to be, or was judged not to bear
    it. `broken`: it has
    support, and none of it is or may still prove sound. `remarks` are what there is to know of the
    claim without anything being wrong; `to_read` what a reviewer has to read next, in that order.
    """

    claim: Claim
    level: Level
    at_risk: bool
    broken: bool
    lines: tuple[LineResult, ...] = ()
    remarks: tuple[str, ...] = ()
    to_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """The run in numbers; `source` says where the works came from.

    `source` is `crossref`, `cache`, `snapshot`, `none`, or several of them joined by `+`;
    `rules` counts the rules that ran, `requests` what was sent over the network.
    """

    references: int
    claims: int
    rules: int
    unchecked: int
    requests: int
    source: str
    started: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say. `unusable` is set when part of the input could not be read;
    `documents` are the texts that the claims stand in.
    """

    run: Run
    references: tuple[ReferenceResult, ...] = ()
    claims: tuple[ClaimResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    unusable: bool = False
    documents: tuple[str, ...] = ()

    def worst(self) -> Severity | None:
        """The gravest severity among the findings."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)
