"""CIT: what a document cites for a claim, and what the claim names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.checks.case import Case, each_document, whole_case
from evidence.checks.commands import link_command
from evidence.checks.renumbering import moved_numbers
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidence.checks.holding import HeldDocument, Holding
    from evidence.model.claim import Claim
    from evidence.model.place import Place


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a statement of a claim cites; no keys where it cites nothing, or not all is known.

    `is_bare` says that it has no marker; `within_reach` are the entries that its document lists or
    cites elsewhere.
    """

    place: Place
    keys: tuple[str, ...]
    is_bare: bool
    within_reach: frozenset[str]


@rule("CIT008", "differing-citation", Severity.WARNING, each=whole_case)
def differing_citation(case: Case) -> Iterator[Problem]:
    """A document cites other works for a claim than the claim names.

    A cited work needs a line in the claim, in whatever role. A line that supports the claim needs
    a marker in one of the statements that the claim stands in. Where these cite nothing at all, the
    marker may have been lost, or a person may have found evidence that the text does not cite: a
    `note` on the line or on the claim says that it is so, and nothing is reported then; neither is
    it where the document does not have the work at all. Where one statement is several claims,
    their lines count together; what a claim rests on counts with it.

    ## Why it matters

    Text and claims would be believed for different reasons, and only the claims are checked.

    ## Example

    ```bib given
    @article{ardini2016, author = {Ardini, E.}, title = {A work on kinases}, year = {2016}}
    @article{chen2018, author = {Chen, Y.}, title = {A trial of baskets}, year = {2018}}
    ```

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: growth-in-mice
        text: Entrectinib slowed the growth of tumours in mice.
        evidence: [ardini2016]
    ```

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [@ardini2016; @chen2018].
    ```

    Add the line with `evidence link`, or cite what the claim names:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [@ardini2016].
    ```
    """
    grounds = {claim.id: claim for claim in reversed(case.claims.claims)}
    cited: defaultdict[Place, list[_Cited]] = defaultdict(list)
    for held in case.held:
        moved = moved_numbers(held)
        named = _named_at(held, grounds)
        for holding in held.places:
            is_moved = moved.explains(held, holding)
            is_known = not is_moved and all(map(held.keys.get, holding.statement.labels))
            keys = held.keys_of(holding.statement) if is_known else ()
            cited[holding.claim.place].append(_cited(held, holding, keys))
            if not is_moved:
                yield from _unnamed(held, holding, named[holding.statement.start])
    for claim in case.claims.claims if case.has_all_documents else ():
        yield from _no_longer_cited(claim, cited[claim.place])
        yield from _without_marker(claim, cited[claim.place])


def _cited(held: HeldDocument, holding: Holding, keys: tuple[str, ...]) -> _Cited:
    is_in_words = bool(holding.wording)  # the caption of a table is often cited in the text
    is_bare = is_in_words and not holding.statement.citations
    return _Cited(holding.statement.place, keys, is_bare, frozenset(held.keys.values()))


def _named_at(held: HeldDocument, grounds: Mapping[str, Claim]) -> dict[int, set[str]]:
    """The entries that the claims of each statement name, and those that they rest on."""
    named: defaultdict[int, set[str]] = defaultdict(set)
    for holding in held.places:
        claim = holding.claim
        below = [grounds[ground.claim] for ground in claim.rests_on if ground.claim in grounds]
        named[holding.statement.start] |= {
            line.reference for each in (claim, *below) for line in each.evidence
        }
    return named


def _unnamed(held: HeldDocument, holding: Holding, named: set[str]) -> Iterator[Problem]:
    """What the statement cites and no claim of it names."""
    for key in held.keys_of(holding.statement):
        if key not in named:
            yield Problem(
                holding.statement.place,
                f"`{holding.claim.id}` stands here with `{key}`, for which it has no line: "
                f"`{link_command(holding.claim.id, key)}` adds one",
                key=key,
                claim=holding.claim.id,
                found=key,
            )


def _no_longer_cited(claim: Claim, cited: Sequence[_Cited]) -> Iterator[Problem]:
    """What supports the claim and none of its statements cites, though each cites something."""
    if not cited or not all(each.keys for each in cited):
        return
    keys = {key for each in cited for key in each.keys}
    for line in claim.evidence:
        if line.role.supports and line.reference not in keys:
            yield Problem(
                line.place,
                f"`{line.reference}` supports `{claim.id}`, and the statement at {cited[0].place}"
                " does not cite it",
                key=line.reference,
                claim=claim.id,
                expected=line.reference,
            )


def _without_marker(claim: Claim, cited: Sequence[_Cited]) -> Iterator[Problem]:
    """What supports the claim, though none of its statements has a marker any more."""
    if claim.note or not cited or not all(each.is_bare for each in cited):
        return
    for line in claim.evidence:
        there = [each.place for each in cited if line.reference in each.within_reach]
        if line.role.supports and not line.note and there:
            yield Problem(
                line.place,
                f"`{line.reference}` supports `{claim.id}`, and the statement at {there[0]} cites"
                " nothing: cite it there, or say in a `note` why not",
                key=line.reference,
                claim=claim.id,
                expected=line.reference,
            )


@rule("CIT009", "renumbered-list", Severity.ERROR, each=each_document)
def renumbered_list(held: HeldDocument) -> Iterator[Problem]:
    """The reference list was renumbered, and the markers in the text were not.

    The lines of the claims say what the numbers stood for; the list has these works under other
    numbers now. It takes two numbers that moved, or two statements that agree on one.

    ## Why it matters

    Every marker behind the change cites another work than the author meant.

    ## Example

    ```bib given
    @article{ardini2016, author = {Ardini, E.}, title = {A work on kinases}, year = {2016}}
    @article{chen2018, author = {Chen, Y.}, title = {A trial of baskets}, year = {2018}}
    @article{drilon2017, author = {Drilon, A.}, title = {Safety in patients}, year = {2017}}
    ```

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: growth-in-mice
        text: Entrectinib slowed the growth of tumours in mice.
        evidence: [ardini2016]
      - id: tolerance
        text: Most patients tolerated entrectinib well.
        evidence: [drilon2017]
    ```

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [1]. Most patients tolerated entrectinib well
    [2].

    ## References

    1. Chen Y. A trial of baskets. J Hematol Oncol 2018; 11: 78.
    2. Ardini E. A work on kinases. Mol Cancer Ther 2016; 15: 628-639.
    3. Drilon A. Safety in patients. Cancer Discov 2017; 7: 400-409.
    ```

    Use instead:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [2]. Most patients tolerated entrectinib well
    [3].

    ## References

    1. Chen Y. A trial of baskets. J Hematol Oncol 2018; 11: 78.
    2. Ardini E. A work on kinases. Mol Cancer Ther 2016; 15: 628-639.
    3. Drilon A. Safety in patients. Cancer Discov 2017; 7: 400-409.
    ```
    """
    moves = moved_numbers(held).moves
    if moves:
        first = held.document.item(moves[0].now)
        pairs = "; ".join(f"{each.before} was `{each.key}`, now {each.now}" for each in moves)
        yield Problem(
            first.place if first else moves[0].place,
            f"the list was renumbered and the markers were not: {pairs}",
            found=", ".join(each.before for each in moves),
            expected=", ".join(each.now for each in moves),
        )
