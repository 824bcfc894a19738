"""Which statement of a document each claim is, and what the document's labels stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from evidence.matching.listed_entries import match_listed
from evidence.matching.statements.claimable import Claimable, claimable
from evidence.matching.statements.nearest_statements import StatementIndex
from evidence.matching.statements.restatement import Restatement, RestatementKind
from evidence.matching.statements.table_restatement import RestatedTable
from evidence.model.claim import Claim
from evidence.model.document import Document, Statement
from evidence.model.place import Place
from evidence.model.reference import Reference

_RANKS: Final = (RestatementKind.ALTERED, RestatementKind.REWORDED, RestatementKind.SAME)
_LEAST_REPEATED: Final = 0.9


@dataclass(frozen=True, slots=True)
class Holding:
    """A claim, the statement of a document that says it, and how.

    `wording` is the text or variant of the claim that the statement was compared with; it is empty
    where a table states the claim's values.
    """

    claim: Claim
    statement: Statement
    restatement: Restatement
    wording: str = ""

    @property
    def is_altered(self) -> bool:
        """Whether the document now says something else."""
        return self.restatement.kind is RestatementKind.ALTERED


@dataclass(frozen=True, slots=True)
class Nearest:
    """A claim that a document does not hold, and the statement that is most like it."""

    claim: Claim
    statement: Statement
    ratio: float


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document with the claims that it holds, each at its best statement (or table).

    `repeats` are further statements that say the same; `keys` are the entries that labels stand
    for; `claimable` is what deserves a claim; `nearest` is told of claims that are not held, where
    anything is like them at all.
    """

    document: Document
    keys: Mapping[str, str]
    holdings: tuple[Holding, ...] = ()
    claimable: tuple[Claimable, ...] = ()
    repeats: tuple[Holding, ...] = ()
    nearest: tuple[Nearest, ...] = ()

    def keys_of(self, statement: Statement) -> tuple[str, ...]:
        """The entries that a statement cites, as far as its labels have any."""
        cited = (self.keys.get(label) for label in statement.labels)
        return tuple(dict.fromkeys(key for key in cited if key))

    @property
    def places(self) -> tuple[Holding, ...]:
        """Every place where a claim stands, in the order of the document."""
        return tuple(sorted(self.holdings + self.repeats, key=lambda each: each.statement.start))


def hold(
    document: Document, claims: Sequence[Claim], references: Sequence[Reference]
) -> HeldDocument:
    """The claims where they stand in the document: by their text, by a variant, or by their values
    in a table. One statement may hold several claims.

    A statement that says another claim is not taken for an altered form of this one, and each is
    the altered form of one claim at most.
    """
    finder = _Finder(document)
    found = _own([finder.holdings(claim) for claim in claims])
    said = _said_by(found)
    altered = _altered_by(found, said)
    holdings: list[Holding] = []
    repeats: list[Holding] = []
    nearest: list[Nearest] = []
    for claim, places in zip(claims, found, strict=True):
        standing = [
            each
            for each in places
            if not each.is_altered or altered.get(each.statement.start) is each
        ]
        best = max(standing, key=_weight, default=None)
        if best is None:
            nearest += finder.nearest(claim)
            continue
        holdings.append(best)
        repeats += (
            each
            for each in standing
            if each is not best and _repeats(each, said.get(each.statement.start, set()))
        )
    return HeldDocument(
        document=document,
        keys=match_listed(document, references),
        holdings=tuple(holdings),
        claimable=claimable(document),
        repeats=tuple(repeats),
        nearest=tuple(nearest),
    )


def _weight(holding: Holding) -> tuple[int, float, int]:
    """Larger is better: what keeps the claim, and most of its words."""
    restatement = holding.restatement
    return _RANKS.index(restatement.kind), restatement.ratio, -len(restatement.alterations)


def _own(found: Sequence[Sequence[Holding]]) -> list[list[Holding]]:
    """The places of each claim, without the statements that are word for word another claim, unless
    they only say more than this one.
    """
    verbatim: defaultdict[int, set[Place]] = defaultdict(set)
    for each in chain.from_iterable(found):
        if _is_verbatim(each):
            verbatim[each.statement.start].add(each.claim.place)
    return [
        [
            each
            for each in places
            if not verbatim.get(each.statement.start, set()) - {each.claim.place}
            or not any(change.before for change in each.restatement.changes)
        ]
        for places in found
    ]


def _said_by(found: Iterable[Sequence[Holding]]) -> dict[int, set[Place]]:
    """The claims that each statement (by its start) says unaltered: those whose very words stand
    there, and those that stand nowhere better.
    """
    said: defaultdict[int, set[Place]] = defaultdict(set)
    for places in found:
        best = max(places, key=_weight, default=None)
        for each in places:
            if _is_verbatim(each) or (each is best and not each.is_altered):
                said[each.statement.start].add(each.claim.place)
    return said


def _altered_by(
    found: Iterable[Sequence[Holding]], said: Mapping[int, set[Place]]
) -> dict[int, Holding]:
    """Of each statement that says no claim unaltered, the claim that it is an altered form of.

    Claims that stand nowhere else come first, the likest of them. Of the others, which would only
    be repeated there, there must be no more than one: several are forms of one sentence, of which
    this is another.
    """
    lost: defaultdict[int, list[Holding]] = defaultdict(list)
    repeated: defaultdict[int, list[Holding]] = defaultdict(list)
    for places in found:
        stands = any(not each.is_altered for each in places)
        for each in places:
            if each.is_altered and each.statement.start not in said:
                (repeated if stands else lost)[each.statement.start].append(each)
    winners = {start: each[0] for start, each in repeated.items() if len(each) == 1}
    return winners | {start: max(each, key=_weight) for start, each in lost.items()}


def _repeats(holding: Holding, said: set[Place]) -> bool:
    """Whether a further place of a claim counts: close to its words, and no other claim's."""
    is_close = holding.restatement.ratio >= _LEAST_REPEATED
    return _is_verbatim(holding) or (is_close and not said - {holding.claim.place})


def _is_verbatim(holding: Holding) -> bool:
    return holding.restatement.kind is RestatementKind.SAME


class _Finder:
    """Finds the statements and tables of one document that say what a claim says."""

    def __init__(self, document: Document) -> None:
        self._tables = [RestatedTable(table) for table in document.tables]
        self._statements = (*document.statements, *(table.statement for table in self._tables))
        self._tables_from = len(document.statements)

    @cached_property
    def _index(self) -> StatementIndex:
        """Made when the first claim is looked for: a first import has none."""
        return StatementIndex([statement.text for statement in self._statements])

    def holdings(self, claim: Claim) -> list[Holding]:
        """Every statement and table that may be the claim's, each in its best wording."""
        best: dict[int, Holding] = {}
        for holding in self._wordings(claim):
            known = best.get(holding.statement.start)
            if known is None or _weight(holding) > _weight(known):
                best[holding.statement.start] = holding
        return list(best.values())

    def _wordings(self, claim: Claim) -> Iterator[Holding]:
        by_values: set[int] = set()
        for at, table in enumerate(self._tables if claim.values else (), self._tables_from):
            said, restatement = table.restate(claim)
            if restatement:
                by_values.add(at)
                yield Holding(claim, table.statement, restatement, said)
        for wording in (claim.text, *claim.variants):
            for near in self._index.restatements(wording):
                if near.position not in by_values:
                    yield Holding(claim, self._statements[near.position], near.restatement, wording)

    def nearest(self, claim: Claim) -> Iterator[Nearest]:
        """The statement that is most like the claim, if any is."""
        near = self._index.nearest(claim.text)
        if near:
            yield Nearest(claim, self._statements[near[0]], near[1])
