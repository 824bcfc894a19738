"""SUP: what a claim says and none of its works does, and works that only stand in a row."""

from collections.abc import Iterator

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import SupportedClaim
from evidence.checks.unnamed import bearing, unnamed_anywhere
from evidence.matching.text import enumerated
from evidence.model.finding import Severity


@rule("SUP016", "broader-claim", Severity.WARNING, each=each_supported)
def broader_claim(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim names a target, a germ, a hormone, a substance or a class of drugs that none of its
    works names.

    It takes the full text of every work that supports the claim. Targets are genes, proteins and
    receptors by their symbols; a family stands for its members (`TRK` for `TRKA`), and names that
    mean the same are built in for a few. All others come from `synonyms.yaml`. A class is named by
    its members as well (`statins` by atorvastatin), a germ by its adjective; a word that ends as
    substances do (`tropicamide`) by any word that begins like it. Of numbered proteins
    whose family is not known, only those are told where the work names another member. Any other
    word that is rare in English (by the counts of pyspellchecker's list, fewer than 300 in so much
    text as has `the` 76 million times), and any symbol, is told where it stands in none of the
    works and a quote has a name, or a word of which its work tells time and again, that the claim
    has not.

    ## Why it matters

    The claim says more than was found: a list has grown, or a name was exchanged.

    ## Example

    ```text ardini2016
    Entrectinib inhibited ALK and ROS1 at low concentrations.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - {id: activity, text: "Entrectinib inhibits ALK, ROS1 and EGFR.", evidence: [ardini2016]}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - {id: activity, text: Entrectinib inhibits ALK and ROS1., evidence: [ardini2016]}
    ```
    """
    targets = [f"`{each.written}`" for each in unnamed_anywhere(supported)]
    if targets:
        keys = enumerated([f"`{each.line.reference}`" for each in bearing(supported)])
        yield Problem(
            supported.claim.place,
            f"`{supported.claim.id}` names {enumerated(targets)}, and the full text of {keys} does"
            " not: cite a work that does, or take it out",
            claim=supported.claim.id,
            found=", ".join(target.strip("`") for target in targets),
        )


@rule("SUP031", "unanchored-member", Severity.NOTE, each=each_supported)
def unanchored_member(supported: SupportedClaim) -> Iterator[Problem]:
    """One of several works behind a claim has no quote, page, section or table of its own.

    It is told where another of the works has a quote or a table cell.

    ## Why it matters

    In a row such as `[3, 6, 7]` each work is taken to say the whole. What is shown for one of them
    is shown for that one only.

    ## Example

    ```bib given
    @misc{ardini2016, author = {Ardini, Elena}, title = {A work}, year = {2016}}
    @misc{cocco2018, author = {Cocco, Emiliano}, title = {Another work}, year = {2018}}
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: growth
        text: Tumours stopped growing.
        evidence: [{reference: ardini2016, quote: tumours stopped growing}, cocco2018]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: growth
        text: Tumours stopped growing.
        evidence:
          - {reference: ardini2016, quote: tumours stopped growing}
          - {reference: cocco2018, page: 733}
    ```
    """
    lines = [each.line for each in supported.supporting]
    shown = [line.reference for line in lines if line.quote or line.table]
    for line in lines if shown else ():
        if not line.is_located and line.reference not in shown:
            yield Problem(
                line.place,
                f"nothing says where `{line.reference}` bears `{supported.claim.id}`, as the line"
                f" of `{shown[0]}` does: add a quote, a page, a section or a table",
                key=line.reference,
                claim=supported.claim.id,
            )
