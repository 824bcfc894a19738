"""CLM: the claims and the evidence that they name."""

from collections.abc import Iterator

from evidence.checks.case import each_claim
from evidence.checks.rule import Problem, rule
from evidence.model.finding import Severity
from evidence.model.report import ClaimResult


@rule("CLM001", "unknown-reference", Severity.ERROR, each=each_claim)
def unknown_reference(result: ClaimResult) -> Iterator[Problem]:
    """A claim names a reference that the bibliography does not have.

    ## Why it matters

    The evidence is not there; usually a key was renamed or misspelt.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: kinase-activity
        text: Entrectinib is active against TRK, ROS1 and ALK.
        evidence: [ardini2061]
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
    for line in result.lines:
        if line.status is None:
            key = line.line.reference
            yield Problem(
                line.line.place,
                f"`{key}` is not in the bibliography",
                key=key,
                claim=result.claim.id,
                found=key,
            )


@rule("CLM002", "uncited-claim", Severity.WARNING, each=each_claim)
def uncited_claim(result: ClaimResult) -> Iterator[Problem]:
    """A claim names no evidence and no other claim that it rests on.

    ## Why it matters

    A reader cannot check it. What follows from other claims says so by `rests_on`.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: cns-tumours
        text: Entrectinib may act on primary brain tumours.
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: bbb-penetration
        text: Entrectinib crosses the blood–brain barrier in animals.
        evidence: [ardini2016]
      - id: cns-tumours
        text: Entrectinib may act on primary brain tumours.
        type: inference
        rests_on: [bbb-penetration]
    ```
    """
    if not result.claim.evidence and not result.claim.rests_on:
        yield Problem(
            result.claim.place,
            f"`{result.claim.id}` names no evidence and rests on no other claim",
            claim=result.claim.id,
        )


@rule("CLM005", "unlocated-value", Severity.NOTE, each=each_claim)
def unlocated_value(result: ClaimResult) -> Iterator[Problem]:
    """A claim states a number, and no evidence line says where in the work it stands.

    ## Why it matters

    A number is checked against the page or the table that it comes from. Without a `page`,
    `section`, `table` or `quote`, the next reviewer has to read the whole work.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: alk-ic50
        text: Entrectinib inhibits ALK with an IC50 of 12 nmol/L.
        values: [{name: IC50, target: ALK, value: 12, unit: nmol/L}]
        evidence: [ardini2016]
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: alk-ic50
        text: Entrectinib inhibits ALK with an IC50 of 12 nmol/L.
        values: [{name: IC50, target: ALK, value: 12, unit: nmol/L}]
        evidence: [{reference: ardini2016, page: 630}]
    ```
    """
    supporting = [line.line for line in result.lines if line.line.role.supports]
    if result.claim.values and supporting and not any(line.is_located for line in supporting):
        keys = ", ".join(f"`{line.reference}`" for line in supporting)
        yield Problem(
            supporting[0].place,
            f"`{result.claim.id}` states a number without saying where in {keys} it stands",
            key=supporting[0].reference,
            claim=result.claim.id,
        )


@rule("CLM006", "background-only", Severity.WARNING, each=each_claim)
def background_only(result: ClaimResult) -> Iterator[Problem]:
    """No line of a claim's evidence is there to support it.

    ## Why it matters

    Background, methods, definitions and contrary findings do not bear a claim.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: kinase-activity
        text: Entrectinib is active against TRK, ROS1 and ALK.
        evidence: [{reference: ardini2016, role: background}]
    ```

    Use instead:

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: kinase-activity
        text: Entrectinib is active against TRK, ROS1 and ALK.
        evidence: [{reference: ardini2016, role: evidence}]
    ```
    """
    lines = result.claim.evidence
    if lines and not result.claim.rests_on and not any(line.role.supports for line in lines):
        roles = ", ".join(sorted({line.role.value for line in lines}))
        yield Problem(
            result.claim.place,
            f"`{result.claim.id}` has no supporting evidence, only: {roles}",
            claim=result.claim.id,
        )
