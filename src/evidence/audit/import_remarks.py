"""What an import leaves as it is, and tells a person of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.audit.document_claims import UNCITED, DocumentClaims
from evidence.checks.cited_labels import first_citations
from evidence.checks.holding import HeldDocument, Holding
from evidence.matching.statements.restatement import RestatementKind
from evidence.matching.text import enumerated
from evidence.model.claim import Claim, Claims
from evidence.model.place import Place
from evidence.sources.file_names import is_file, shown_name


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence on something that was left, and where it stands."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def remarks(
    held: HeldDocument,
    plan: DocumentClaims,
    claims: Sequence[Claim],
    keys: Mapping[str, str],
    file: str,
) -> tuple[Remark, ...]:
    """What the document cites without an entry; that its numbers have moved; claims that it words
    otherwise, that rest on works which it does not cite, or that stand in another file than `file`,
    which is not edited; and those of `claims`, which nothing else is to hold, that it does not hold
    any more.
    """
    found = [
        *_without_entry(held, keys),
        *(remark for each in held.holdings for remark in _worded_otherwise(each)),
        *(remark for each in held.repeats if each.is_altered for remark in _worded_otherwise(each)),
        *(_moved(plan) if plan.moves else _not_cited(plan, keys)),
        *_cited_now(plan),
        *_elsewhere(plan, file),
        *_gone(held, claims),
    ]
    return tuple(sorted(found, key=lambda each: each.place))


def gone_documents(
    held: HeldDocument, claims: Claims, documents: Iterable[Path | str]
) -> tuple[Remark, ...]:
    """Those of the `documents` of the project that are not there: this may be one of them, under
    another name.
    """
    gone = [path for path in dict.fromkeys(map(Path, documents)) if not is_file(path)]
    said = f"{len(held.holdings)} of {len(claims.claims)}"
    file = held.document.file
    return tuple(
        Remark(
            Place(file),
            f"the document `{shown_name(path)}` is not there any more, and `{file}` says {said}"
            " claims: if it is the same text under another name, take the old name out of"
            " `documents`",
        )
        for path in gone
        if held.holdings
    )


def _without_entry(held: HeldDocument, keys: Mapping[str, str]) -> Iterator[Remark]:
    """Where each statement is that cites such works, and each such work that nothing else names."""
    told: set[str] = set()
    for each in held.claimable:
        missing = [label for label in each.statement.labels if label not in keys]
        told.update(missing)
        if missing:
            yield Remark(each.statement.place, _has_no_entry(missing))
    for label, citation in first_citations(held.document).items():
        if label not in keys and label not in told:
            yield Remark(citation.place, _has_no_entry([label]))


def _has_no_entry(labels: Sequence[str]) -> str:
    has = "which has" if len(labels) == 1 else "which have"
    named = enumerated([f"`{label}`" for label in labels])
    return f"the document cites {named} here, {has} no entry: no line"


def _moved(plan: DocumentClaims) -> Iterator[Remark]:
    pairs = "; ".join(f"{each.before} was `{each.key}`, now {each.now}" for each in plan.moves)
    message = f"the numbers of the list have moved: {pairs}; nothing is added to claims that are"
    message += " there: correct the markers or the list first"
    yield Remark(plan.moves[0].place, message)
    for statement in plan.waiting:
        yield Remark(statement.place, "a new statement, no claim yet: its numbers may have moved")


def _worded_otherwise(holding: Holding) -> Iterator[Remark]:
    if holding.restatement.kind is not RestatementKind.SAME:
        message = f"`{holding.claim.id}` says it otherwise, and is left: {holding.restatement}"
        yield Remark(holding.statement.place, message)


def _not_cited(plan: DocumentClaims, keys: Mapping[str, str]) -> Iterator[Remark]:
    """Where the document cites something else. A line where it cites nothing is a person's."""
    first: dict[str, tuple[Place, Claim]] = {}
    cited: dict[str, set[str]] = {}
    for statement, claims in plan.known:
        for claim in claims:
            first.setdefault(claim.id, (statement.place, claim))
            cited.setdefault(claim.id, set()).update(
                keys.get(label, "") for label in statement.labels
            )
    for id, (place, claim) in first.items():
        for line in claim.evidence if cited[id] else ():
            if line.reference not in cited[id]:
                message = f"`{id}` rests on `{line.reference}`, not cited here: left"
                yield Remark(place, message)


def _cited_now(plan: DocumentClaims) -> Iterator[Remark]:
    """Where the note of an earlier import is no longer true."""
    for statement, claims in plan.known:
        for claim in claims if statement.citations else ():
            if claim.note == UNCITED:
                yield Remark(statement.place, f"`{claim.id}` has the note `{UNCITED}`: it does now")


def _elsewhere(plan: DocumentClaims, file: str) -> Iterator[Remark]:
    for each in plan.grown:
        if each.claim.place.file != file:
            keys = enumerated([f"`{line.reference}`" for line in each.lines])
            message = f"`{each.claim.id}` in `{each.claim.place.file}` lacks {keys}, cited here"
            yield Remark(each.statement.place, f"{message}: `evidence link` adds a line")


def _gone(held: HeldDocument, claims: Sequence[Claim]) -> Iterator[Remark]:
    there = {holding.claim.id for holding in held.holdings}
    for claim in claims:
        if claim.id not in there:
            message = f"no statement of `{held.document.file}` says `{claim.id}`: left"
            yield Remark(claim.place, message)
