"""All that the rules may look at: what was read, and what became of every look-up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.matching.comparison import Comparison
from evidence.model.claim import Claims
from evidence.model.doi import Doi, WrittenDoi
from evidence.model.doi_diagnosis import MalformedDoi
from evidence.model.finding import Confidence, Suggestion
from evidence.model.ignore import Ignore
from evidence.model.outcome import Found, Outcome
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Field, Reference
from evidence.model.report import ClaimResult, ReferenceResult
from evidence.model.work import Work

if TYPE_CHECKING:  # what only a project with documents needs
    from evidence.checks.holding import HeldDocument
    from evidence.checks.support import SupportedClaim
    from evidence.model.source_text import OtherWorkText, UnreadableSource


@dataclass(frozen=True, slots=True)
class Proposal:
    """A work that an entry means though it does not say so, and what speaks for it."""

    work: Work
    comparison: Comparison
    confidence: Confidence
    why: str

    @property
    def suggestion(self) -> Suggestion:
        """The work's DOI as a suggestion."""
        return Suggestion(
            self.confidence,
            self.why,
            doi=self.work.doi.name,
            hand_made=self.work.origin.hand_made,
        )


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that was learnt about one reference.

    `reading` is None when the entry names no DOI; `outcome` is that of the DOI as written, None
    when there was none to look up; `comparison` is with its work; `proposal` is a work found in
    another way, `guess` a DOI that nobody could look up; `near` is the first work of the entry's
    title that a search found, whether it is meant or not; `search_reason` says why no search could
    be made, where it could not.
    """

    reference: Reference
    reading: WrittenDoi | MalformedDoi | None = None
    outcome: Outcome | None = None
    comparison: Comparison | None = None
    proposal: Proposal | None = None
    guess: Suggestion | None = None
    near: Work | None = None
    search_reason: str = ""

    @property
    def doi(self) -> Doi | None:
        """The DOI that the entry names, if it is one."""
        return self.reading.doi if isinstance(self.reading, WrittenDoi) else None

    @property
    def doi_field(self) -> Field:
        """The field with the DOI; only for a dossier that has a `reading`."""
        field = self.reference.doi_field
        assert field is not None, "a reading comes from a field"
        return field

    @property
    def doi_place(self) -> Place:
        """Where the entry names its DOI, else where it begins."""
        field = self.reference.doi_field
        return field.place if field else self.reference.place

    @property
    def suggestion(self) -> Suggestion | None:
        """The DOI that should stand here, where a work was found that the entry means."""
        return self.proposal.suggestion if self.proposal else self.guess

    @property
    def found(self) -> Work | None:
        """The work that the DOI as written leads to."""
        return self.outcome.work if isinstance(self.outcome, Found) else None

    @property
    def work(self) -> Work | None:
        """The work that the entry is about, by its DOI or, without one, by search."""
        found = self.found
        if found and not (self.comparison and self.comparison.is_other_work):
            return found
        return self.proposal.work if self.proposal and self.reading is None else None

    @property
    def agreement(self) -> Comparison | None:
        """The comparison of the entry with `work`."""
        work = self.work
        if work is None:
            return None
        return self.comparison if work is self.found else _comparison(self.proposal)

    def place_of(self, *fields: str) -> Place:
        """Where the first of these fields stands, else where the entry begins."""
        field = self.reference.field(*fields)
        return field.place if field else self.reference.place


@dataclass(frozen=True, slots=True)
class UnreadableDocument:
    """A document that could not be read: why, and where in it."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Case:
    """The whole case: every rule takes its subjects from here.

    `held` are the documents that were read, with the claims that they hold; `supported` are the
    claims with what their works' texts say of them, in the order of the file, each once;
    `unused_sources` are the files with texts that belong to no entry. `rule_codes` are those of all
    rules that there are.
    """

    bibliography: Bibliography
    claims: Claims
    dossiers: tuple[Dossier, ...] = ()
    references: tuple[ReferenceResult, ...] = ()
    claim_results: tuple[ClaimResult, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    unused_ignores: tuple[Ignore, ...] = ()
    held: "tuple[HeldDocument, ...]" = ()
    unreadable: tuple[UnreadableDocument, ...] = ()
    supported: "tuple[SupportedClaim, ...]" = ()
    unreadable_sources: "tuple[UnreadableSource, ...]" = ()
    other_work_texts: "tuple[OtherWorkText, ...]" = ()
    unused_sources: tuple[str, ...] = ()
    rule_codes: frozenset[str] = frozenset()

    @property
    def has_all_documents(self) -> bool:
        """Whether there are documents, and none of them is missing or unreadable."""
        return bool(self.held) and len(self.held) == len(set(self.claims.documents))

    @property
    def has_all_claims(self) -> bool:
        """Whether nothing in the claims files was left out."""
        return not self.claims.problems


def whole_case(case: Case) -> Iterator[Case]:
    """For rules that need to see everything at once."""
    yield case


def each_dossier(case: Case) -> Iterator[Dossier]:
    """For rules that look at one reference at a time."""
    yield from case.dossiers


def each_claim(case: Case) -> Iterator[ClaimResult]:
    """For rules that look at one claim at a time."""
    yield from case.claim_results


def each_document(case: Case) -> "Iterator[HeldDocument]":
    """For rules that look at one document at a time."""
    yield from case.held


def each_supported(case: Case) -> "Iterator[SupportedClaim]":
    """For rules that look at one claim at a time, with the texts that it rests on."""
    yield from case.supported


def _comparison(proposal: Proposal | None) -> Comparison | None:
    return proposal.comparison if proposal else None
