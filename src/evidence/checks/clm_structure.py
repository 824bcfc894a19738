"""CLM, part two: the claims file and how its claims hang together."""

from collections.abc import Iterator

from evidence.checks.case import Case, whole_case
from evidence.checks.grounds import circles
from evidence.checks.rule import Problem, rule
from evidence.model.claim import ClaimsProblem
from evidence.model.finding import Severity


@rule("CLM003", "duplicate-claim", Severity.ERROR, each=whole_case)
def duplicate_claim(case: Case) -> Iterator[Problem]:
    """Two claims have the same id.

    ## Why it matters

    Whatever rests on the id may mean either of them.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: regression, text: Tumours regressed in mice., evidence: [ardini2016]}
      - {id: regression, text: Tumours regressed in patients., evidence: [ardini2016]}
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: regression-mice, text: Tumours regressed in mice., evidence: [ardini2016]}
      - {id: regression-patients, text: Tumours regressed in patients., evidence: [ardini2016]}
    ```
    """
    first = {claim.id: claim.place for claim in reversed(case.claims.claims)}
    for claim in case.claims.claims:
        if claim.place != first[claim.id]:
            yield Problem(
                claim.place,
                f"the id `{claim.id}` stands already at {first[claim.id]}",
                claim=claim.id,
            )


@rule("CLM004", "circular-claims", Severity.ERROR, each=whole_case)
def circular_claims(case: Case) -> Iterator[Problem]:
    """Claims rest on each other in a circle.

    ## Why it matters

    A circle supports nothing: each claim is believed because of the others.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: a, text: It works because it is safe., rests_on: [b]}
      - {id: b, text: It is safe because it works., rests_on: [a]}
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: a, text: It works because it is safe., rests_on: [b]}
      - {id: b, text: It is safe., evidence: [ardini2016]}
    ```
    """
    for circle in circles(case.claims):
        way = " → ".join(f"`{claim.id}`" for claim in (*circle, circle[0]))
        yield Problem(
            circle[0].place,
            f"the claim rests on itself: {way}",
            claim=circle[0].id,
        )


@rule("CLM007", "unknown-claim", Severity.ERROR, each=whole_case)
def unknown_claim(case: Case) -> Iterator[Problem]:
    """A claim rests on a claim that does not exist.

    ## Why it matters

    The ground of the inference is missing; usually an id was renamed or misspelt.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: cns-tumours, text: It may act on brain tumours., rests_on: [bbb]}
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: bbb, text: It crosses the blood–brain barrier., evidence: [ardini2016]}
      - {id: cns-tumours, text: It may act on brain tumours., rests_on: [bbb]}
    ```
    """
    known = {claim.id for claim in case.claims.claims} | set(case.claims.left_out)
    for claim in case.claims.claims:
        for ground in claim.rests_on:
            if ground.claim not in known:
                yield Problem(
                    ground.place,
                    f"`{claim.id}` rests on `{ground.claim}`, which is not a claim",
                    claim=claim.id,
                    found=ground.claim,
                )


@rule("CLM010", "unusable-claims", Severity.ERROR, each=lambda case: case.claims.problems)
def unusable_claims(problem: ClaimsProblem) -> Iterator[Problem]:
    """Something in a claims file cannot be used as it stands.

    Unknown or doubled keys, values of the wrong kind and missing parts are all listed at once. The
    claim that they stand in is left out of the report; the others, and all references, are checked.
    A run with such a finding exits with 2.

    ## Why it matters

    A misspelt key would otherwise be passed over without a word, and the claim be judged without
    it.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: kinase-activity
        txt: Entrectinib is active against TRK, ROS1 and ALK.
        evidence: [ardini2016]
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: kinase-activity
        text: Entrectinib is active against TRK, ROS1 and ALK.
        evidence: [ardini2016]
    ```
    """
    yield Problem(problem.place, problem.message)
