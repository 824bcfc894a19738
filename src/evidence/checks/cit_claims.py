"""CIT: the statements of the documents and the claims that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence.checks.case import Case, each_document, whole_case
from evidence.checks.rule import Problem, rule
from evidence.matching.text import enumerated, shortened
from evidence.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidence.checks.holding import HeldDocument
    from evidence.matching.statements.claimable import Claimable


@rule("CIT004", "unclaimed-citation", Severity.WARNING, each=whole_case)
def unclaimed_citation(case: Case) -> Iterator[Problem]:
    """A document cites works for a statement or a table that no claim holds.

    Where there are no claims at all, each document has one finding. Sentences that only point to a
    table need no claim of their own.

    ## Why it matters

    What is no claim is not followed: nobody is told when the work that it cites is retracted.

    ## Example

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: growth-in-mice
        text: Entrectinib slowed the growth of tumours in mice.
        evidence: [ardini2016]
    ```

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [@ardini2016]. Rats showed the same effect at
    twice the dose [@ardini2016].
    ```

    Add a claim, by hand or with `evidence import`, or take the statement out:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [@ardini2016].
    ```
    """
    for held in case.held if case.has_all_claims else ():
        cited = [each for each in _unheld(held) if each.statement.citations]
        if cited and not case.claims.claims:
            file = held.document.file
            count = "a cited statement" if len(cited) == 1 else f"{len(cited)} cited statements"
            yield Problem(
                cited[0].statement.place,
                f"`{file}` has {count} and there are no claims: `evidence import {file}` writes"
                " them",
            )
            continue
        for each in cited:
            markers = enumerated([f"`{one.written}`" for one in each.statement.citations])
            kind = f"table `{each.table.label}`" if each.table else "statement"
            yield Problem(
                each.statement.place,
                f"no claim holds this {kind}, which cites {markers}: {_quoted(each)}",
                found=each.statement.text,
            )


@rule("CIT010", "uncited-finding", Severity.WARNING, each=whole_case)
def uncited_finding(case: Case) -> Iterator[Problem]:
    """A statement says what was found or concluded, cites nothing, and no claim holds it.

    ## Why it matters

    A reader cannot check it. The work that is cited one sentence earlier may be meant, but only a
    person can say so.

    ## Example

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: growth-in-mice
        text: Entrectinib slowed the growth of tumours in mice.
        evidence: [ardini2016]
    ```

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [@ardini2016]. It reduced the number of
    metastases by 40%.
    ```

    Cite the work for this statement too, and add a claim:

    ```markdown good
    Entrectinib slowed the growth of tumours in mice [@ardini2016].
    ```
    """
    for held in case.held if case.has_all_claims else ():
        for each in _unheld(held):
            if not each.statement.citations:
                cited = each.before.citations if each.before else ()
                markers = enumerated([f"`{one.written}`" for one in cited])
                before = f" (the sentence before it cites {markers})" if markers else ""
                yield Problem(
                    each.statement.place,
                    f"this statement cites nothing{before}, and no claim holds it: {_quoted(each)}",
                    found=each.statement.text,
                )


@rule("CIT005", "altered-claim", Severity.ERROR, each=each_document)
def altered_claim(held: HeldDocument) -> Iterator[Problem]:
    """The document says something else than the claim: a number, a unit, a bound, a negation, a
    hedge, a name, a word of a small set, or what was studied in has changed.

    Numbers, units, bounds, negations and hedges count when they are added, dropped or replaced.
    Names count when another stands for them: drugs (by the stems of nonproprietary names), words
    with a capital, and what a finding is compared with. So do words that have opposites or belong
    to a small set: increased and reduced, high and low, first and second, major and minor, adults
    and children, men and women, oral and intravenous, before and after, daily and weekly. Other
    words are only worded otherwise (CIT006).

    `nM` for `nmol/L`, `mL min-1` for `mL/min`, `1,000` for `1000`, `didn't` for `did not`, `tumor`
    for `tumour`, `halflife` for `half-life`, and mice for animals are no change.

    ## Why it matters

    The evidence was chosen for the claim as it was. It may not carry the new statement.

    ## Example

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: half-life
        text: In healthy volunteers the half-life of entrectinib was 20 hours.
        evidence: [ardini2016]
    ```

    ```markdown bad
    In healthy volunteers the half-life of entrectinib was 200 hours [@ardini2016].
    ```

    Mend the document, or the claim and its evidence:

    ```markdown good
    In healthy volunteers the half-life of entrectinib was 20 h [@ardini2016].
    ```
    """
    for holding in held.places:
        if holding.is_altered:
            changes = holding.restatement.alterations
            yield Problem(
                holding.statement.place,
                f"`{holding.claim.id}` says something else here: {holding.restatement.told}",
                claim=holding.claim.id,
                found=", ".join(change.after for change in changes if change.after) or None,
                expected=", ".join(change.before for change in changes if change.before) or None,
            )


@rule("CIT006", "reworded-claim", Severity.NOTE, each=each_document)
def reworded_claim(held: HeldDocument) -> Iterator[Problem]:
    """The document says what a claim says, in words that nobody has approved.

    ## Why it matters

    Small changes add up. A wording that was read and found good belongs into the claim's `variants`
    (or into its `text`).

    ## Example

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: half-life
        text: In healthy volunteers the half-life of entrectinib was 20 hours.
        evidence: [ardini2016]
        variants: [The half-life of entrectinib in healthy volunteers was 20 hours.]
    ```

    ```markdown bad
    In healthy volunteers the usual half-life of entrectinib was 20 hours [@ardini2016].
    ```

    One of the wordings that are approved:

    ```markdown good
    The half-life of entrectinib in healthy volunteers was 20 hours [@ardini2016].
    ```
    """
    for holding in held.holdings:
        if not holding.is_altered and holding.restatement.changes:
            yield Problem(
                holding.statement.place,
                f"`{holding.claim.id}` is worded otherwise here: {holding.restatement.told}",
                claim=holding.claim.id,
                found=holding.statement.text,
                expected=holding.wording,
            )


@rule("CIT007", "absent-claim", Severity.WARNING, each=whole_case)
def absent_claim(case: Case) -> Iterator[Problem]:
    """A claim stands in none of the documents: neither its text, nor a variant, nor its values.

    Nothing is said while a document could not be read.

    ## Why it matters

    The sentence was deleted, or rewritten so far that somebody must look whether it is still the
    same claim.

    ## Example

    ```yaml given
    schema: evidence/claims/1
    documents: [text.md]
    claims:
      - id: half-life
        text: In healthy volunteers the half-life of entrectinib was 20 hours.
        evidence: [ardini2016]
    ```

    ```markdown bad
    Entrectinib slowed the growth of tumours in mice [@ardini2016].
    ```

    Take the claim out, or put its sentence back:

    ```markdown good
    In healthy volunteers the half-life of entrectinib was 20 hours [@ardini2016].
    ```
    """
    if not case.has_all_documents:
        return
    standing = {holding.claim.place for held in case.held for holding in held.holdings}
    rated = sorted((n for held in case.held for n in held.nearest), key=lambda each: each.ratio)
    likest = {each.claim.place: each.statement for each in rated}
    for claim in case.claims.claims:
        if claim.place not in standing:
            near = likest.get(claim.place)
            nearest = f"; nearest is {near.place}: {shortened(near.text)}" if near else ""
            yield Problem(
                claim.place,
                f"`{claim.id}` stands in no document{nearest}",
                claim=claim.id,
                found=near.text if near else None,
                expected=claim.text,
            )


def _unheld(held: HeldDocument) -> Iterator[Claimable]:
    """What deserves a claim and has none."""
    starts = {holding.statement.start for holding in held.places}
    return (each for each in held.claimable if each.statement.start not in starts)


def _quoted(claimable: Claimable) -> str:
    return f"“{shortened(claimable.statement.text)}”"
