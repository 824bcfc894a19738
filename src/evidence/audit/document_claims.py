"""What a claims file lacks of what a document states: new claims, and new lines for those there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence.audit.moved_labels import doubtful_labels
from evidence.checks.holding import HeldDocument, Holding
from evidence.checks.renumbering import Move, moved_numbers
from evidence.edits.claims.ids import claim_id, shared_words
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.matching.statements.claim_words import claim_system, claim_type
from evidence.matching.statements.claimable import Claimable
from evidence.matching.statements.finding_words import states_inference
from evidence.matching.statements.restatement import same_words
from evidence.matching.statements.table_values import table_values
from evidence.model.claim import Claim, Claims, ClaimType
from evidence.model.document import Cited, Statement

UNCITED: Final = "The document cites nothing here."

# What has a digit is looked for ahead: a pattern that tries each digit in turn takes forever.
_PAGE: Final = re.compile(
    r"(?:(?:p|pp|pages?|S)\.?\s*)?((?=\w*\d)\w[\w.:]*(?:\s*[-‐‑–—]+\s*(?=\w*\d)\w+)?)"
)
_LONGEST: Final = 80  # characters of a place in a work
_PROPOSED: Final = "proposed, for a person to decide: "


@dataclass(frozen=True, slots=True)
class ImportedClaim:
    """A claim that is new, and the statement that it says."""

    claim: NewClaim
    statement: Statement


@dataclass(frozen=True, slots=True)
class GrownClaim:
    """A claim of the file that gets `lines` for what its statement now cites."""

    claim: Claim
    statement: Statement
    lines: tuple[NewLine, ...]


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """What the claims file lacks, in the order of the document.

    `known` are the statements that are claims already, with their claims; `grown` may stand in any
    of the files. Where `moves` says that the numbers of the list have moved, nothing is grown, and
    `waiting` are the new statements that are no new claims until the numbers are right.
    """

    new: tuple[ImportedClaim, ...] = ()
    grown: tuple[GrownClaim, ...] = ()
    known: tuple[tuple[Statement, tuple[Claim, ...]], ...] = ()
    moves: tuple[Move, ...] = ()
    waiting: tuple[Statement, ...] = ()


def plan_claims(
    held: HeldDocument, claims: Claims, keys: Mapping[str, str], file: str
) -> DocumentClaims:
    """The claims that `file` lacks of the document, and the lines that its claims lack.

    `claims` are those of all claims files, `keys` the keys of the entries by the labels of the
    document. A work that the document cites without an entry gets no line. What the document does
    not cite gets no line either: for that, a comment proposes what a person may decide. A claim
    that the document states with another number, hedge or negation gets none as well.
    """
    return _Planner(held, claims, keys, file).plan()


class _Planner:
    """Goes through a document; the claim of each statement grows on the way."""

    def __init__(
        self, held: HeldDocument, claims: Claims, keys: Mapping[str, str], file: str
    ) -> None:
        self._keys = keys
        self._file = file
        self._held = held
        self._shared = shared_words([each.statement.text for each in held.claimable])
        self._taken = {claim.id for claim in claims.claims} | set(claims.left_out)
        self._moves = moved_numbers(held).moves
        self._doubtful = doubtful_labels(held, self._moves)
        self._at: dict[int, list[Holding]] = {}
        for each in held.places:
            self._at.setdefault(each.statement.start, []).append(each)
        self._new: dict[tuple[str, ...], ImportedClaim] = {}  # by the words of the claim
        self._ids: dict[int, str] = {}  # of the claim of each statement, by its start
        self._grown: list[GrownClaim] = []
        self._added: dict[str, set[str]] = {}  # keys, by the id of the claim that gets them
        self._known: list[tuple[Statement, tuple[Claim, ...]]] = []
        self._waiting: list[Statement] = []

    def plan(self) -> DocumentClaims:
        last: str | None = None
        for each in self._held.claimable:
            there = self._at.get(each.statement.start, ())
            if there:
                self._grow(each.statement, there)
                own = [one.claim.id for one in there if one.claim.place.file == self._file]
                last = own[-1] if own else last
                self._ids[each.statement.start] = there[0].claim.id
            elif self._doubtful.intersection(_labels(each)):
                self._waiting.append(each.statement)
            else:
                last = self._add(each, last)
        return DocumentClaims(
            new=tuple(self._new.values()),
            grown=tuple(self._grown),
            known=tuple(self._known),
            moves=self._moves,
            waiting=tuple(self._waiting),
        )

    def _grow(self, statement: Statement, there: Sequence[Holding]) -> None:
        """Lines for what the statement cites and none of its claims has."""
        claims = tuple(each.claim for each in there)
        self._known.append((statement, claims))
        said = [each.claim for each in there if not each.is_altered]
        if self._moves or not said:
            return
        known = {line.reference for claim in claims for line in claim.evidence}
        added = self._added.setdefault(said[0].id, set())
        lines = tuple(
            line for line in self._lines(statement) if line.reference not in known | added
        )
        if lines:
            added.update(line.reference for line in lines)
            self._grown.append(GrownClaim(said[0], statement, lines))

    def _add(self, each: Claimable, last: str | None) -> str | None:
        """The id of the claim that says the statement: a new one, or one from further up."""
        statement = each.statement
        lines = tuple(self._lines(statement))
        words = same_words(statement.text)
        same = self._new.get(words)
        if same:
            known = {line.reference for line in same.claim.lines}
            more = tuple(line for line in lines if line.reference not in known)
            claim = replace(same.claim, lines=(*same.claim.lines, *more))
            if each.is_cited:  # so nothing has to be proposed for where it is not
                claim = replace(claim, note="", comments=())
            self._new[words] = replace(same, claim=claim)
        else:
            before = None if last else self._following(statement)
            claim = replace(self._claim(each), lines=lines, after=last, before=before)
            self._taken.add(claim.id)
            self._new[words] = ImportedClaim(claim, statement)
        self._ids[statement.start] = claim.id
        return claim.id

    def _following(self, statement: Statement) -> str | None:
        """The id of the first claim of the file that the document states below the statement."""
        return next(
            (
                each.claim.id
                for each in self._held.places
                if each.statement.start > statement.start and each.claim.place.file == self._file
            ),
            None,
        )

    def _claim(self, each: Claimable) -> NewClaim:
        """The claim without its lines."""
        text = each.statement.text
        is_inference = not each.is_cited and states_inference(text)
        return NewClaim(
            id=claim_id(text, self._shared, self._taken),
            text=text,
            type=ClaimType.INFERENCE if is_inference else claim_type(text),
            system=claim_system(text),
            values=table_values(each.table) if each.table else (),
            note="" if each.is_cited else UNCITED,
            comments=tuple(self._proposal(each, is_inference=is_inference)),
        )

    def _proposal(self, each: Claimable, *, is_inference: bool) -> Iterator[str]:
        """What a person may want to add to a claim for which the document cites nothing."""
        before = each.before
        if before is None:
            return
        if is_inference and before.start in self._ids:
            yield f"{_PROPOSED}rests_on: [{self._ids[before.start]}], the sentence before"
        elif not is_inference:
            keys = [line.reference for line in self._lines(before)]
            if keys:
                yield f"{_PROPOSED}evidence: [{', '.join(keys)}], cited by the sentence before"

    def _lines(self, statement: Statement) -> Iterator[NewLine]:
        """A line for each work with an entry that the statement cites, in its order."""
        written: set[str] = set()
        for cited in statement.cited:
            key = self._keys.get(cited.label)
            if key and key not in written:
                written.add(key)
                yield _line(key, cited)


def _labels(each: Claimable) -> tuple[str, ...]:
    """What a statement cites, or the one before it from which it may inherit."""
    return each.statement.labels + (each.before.labels if each.before else ())


def _line(key: str, cited: Cited) -> NewLine:
    """The line of a work, with the page or else the other place in it that the marker names."""
    locator = " ".join(cited.locator.split())
    page = _PAGE.fullmatch(locator) if len(locator) <= _LONGEST else None
    if page:
        return NewLine(key, page=page[1])
    return NewLine(key, section=locator[:_LONGEST].rstrip())
