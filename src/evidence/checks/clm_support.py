"""CLM, part three: claims whose support was taken back or doubted, directly or further down."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evidence.checks.case import Case, whole_case
from evidence.checks.grounds import ways_down
from evidence.checks.rule import Problem, rule
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.finding import Severity
from evidence.model.work import Update, Work

_IN_WORDS = {
    "retraction": "retracted",
    "withdrawal": "withdrawn",
    "removal": "removed",
    "partial-retraction": "retracted in part",
    "expression-of-concern": "with an expression of concern",
}
_DOUBTS = ("partial-retraction", "expression-of-concern")
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Loss:
    """A line that supports a claim, and in words what became of its work."""

    line: EvidenceLine
    fate: str


Losses: TypeAlias = Mapping[int, Sequence[Loss]]
"""The losses of the claims that have any, by the `id()` of the claim."""


@rule("CLM008", "retracted-evidence", Severity.ERROR, each=whole_case)
def retracted_evidence(case: Case) -> Iterator[Problem]:
    """A claim is supported by a work that was retracted, withdrawn or removed.

    What rests on such a claim is reported too, with the way down to the work. Lines that do not
    support the claim (background, methods, definitions, contrary findings) do not count.

    ## Why it matters

    The claim has lost its ground, and so has all that was inferred from it.

    ## Example

    Where `retracted2015` was retracted:

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: regression-mice, text: Tumours regressed in mice., evidence: [retracted2015]}
      - {id: regression, text: It may act in patients., rests_on: [regression-mice]}
    ```

    Look for other evidence, or take the claim back:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: regression-mice, text: Tumours regressed in mice., evidence: [ardini2016]}
      - {id: regression, text: It may act in patients., rests_on: [regression-mice]}
    ```
    """
    losses = _losses(case, _withdrawal)
    leads = ways_down(case.claims, _bottom(case, losses))
    for claim in case.claims.claims:
        yield from _problem(claim, losses, leads)


@rule("CLM009", "doubtful-evidence", Severity.WARNING, each=whole_case)
def doubtful_evidence(case: Case) -> Iterator[Problem]:
    """A claim is supported by a work with an expression of concern, or one retracted in part.

    What rests on such a claim is reported too. Claims that rest on a work which was retracted as a
    whole have a finding of their own (CLM008) instead.

    ## Why it matters

    The claim may rest on the very part that is in doubt. Only the notice can tell.

    ## Example

    Where `concern2013` has an expression of concern:

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: regression-mice, text: Tumours regressed in mice., evidence: [concern2013]}
    ```

    Once the notice has been read, say what it means for the claim:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: regression-mice
        text: Tumours regressed in mice.
        evidence: [concern2013]
        ignore: {CLM009: the concern is about figure 3, which we do not use}
    ```
    """
    fallen = _losses(case, _withdrawal)
    worse = fallen.keys() | ways_down(case.claims, _bottom(case, fallen)).keys()
    losses = _losses(case, _doubt)
    leads = ways_down(case.claims, _bottom(case, losses))
    for claim in case.claims.claims:
        if id(claim) not in worse:
            yield from _problem(claim, losses, leads)


def _problem(claim: Claim, losses: Losses, leads: Mapping[int, Claim]) -> Iterator[Problem]:
    """The finding of a claim that lost a line of its own, or else a ground further down."""
    way = [claim]
    while id(way[-1]) in leads:
        way.append(leads[id(way[-1])])
    lost = losses.get(id(way[-1]), ())
    if not lost:
        return
    works = ", and on ".join(f"`{loss.line.reference}`, {loss.fate}" for loss in lost)
    first, *steps = [f"`{each.id}`" for each in way]
    if len(steps) > _MOST_STEPS:
        steps[1:-1] = ["…"]
    place = lost[0].line.place
    if len(way) > 1:
        place = next(ground.place for ground in claim.rests_on if ground.claim == way[1].id)
    yield Problem(
        place,
        f"{first} rests on {', which rests on '.join([*steps, works])}",
        key=lost[0].line.reference,
        claim=claim.id,
    )


def _losses(case: Case, fate: Callable[[Work], str]) -> dict[int, list[Loss]]:
    """The supporting lines of each claim whose works have met that fate."""
    fates: dict[str, str] = {}
    for result in case.references:
        if result.reference.key not in fates:
            fates[result.reference.key] = fate(result.cited_work) if result.cited_work else ""
    found: dict[int, list[Loss]] = {}
    for claim in case.claims.claims:
        for line in claim.evidence:
            if line.role.supports and fates.get(line.reference):
                found.setdefault(id(claim), []).append(Loss(line, fates[line.reference]))
    return found


def _bottom(case: Case, losses: Losses) -> Iterator[Claim]:
    return (claim for claim in case.claims.claims if id(claim) in losses)


def _withdrawal(work: Work) -> str:
    """That and when the work was taken back, in words; empty for one that stands."""
    if not work.is_withdrawn:
        return ""
    told = [_in_words(update) for update in work.updates if update.withdraws]
    return told[0] if told else "which its publisher took back"


def _doubt(work: Work) -> str:
    """What speaks against part of the work, in words; empty where nothing does."""
    told = [_in_words(update) for update in work.updates if update.type in _DOUBTS]
    return told[0] if told and not work.is_withdrawn else ""


def _in_words(update: Update) -> str:
    when = f" on {update.date:%Y-%m-%d}" if update.date else ""
    notice = f" (see `{update.doi}`)" if update.doi else ""
    return f"{_IN_WORDS[update.type]}{when}{notice}"
