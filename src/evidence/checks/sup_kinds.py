"""SUP, kinds of publication: works that tell what others found."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import SupportedClaim
from evidence.matching.studies.study import PublicationKind
from evidence.model.anchor import Anchor
from evidence.model.claim import Claim, ClaimType
from evidence.model.finding import Severity

_RESULTS: Final = (
    ClaimType.EFFICACY,
    ClaimType.SAFETY,
    ClaimType.PHARMACOKINETIC,
    ClaimType.PHARMACODYNAMIC,
    ClaimType.COMPARATIVE,
    ClaimType.EPIDEMIOLOGY,
)
_IN_WORDS: Final = {
    PublicationKind.REVIEW: "a narrative review",
    PublicationKind.EDITORIAL: "an editorial or a comment",
    PublicationKind.PROTOCOL: "a protocol, without results",
}
_MEASURED: Final = re.compile(
    r"\d[\d.,]*\s?(?:%|‰|per ?cent\b|-?fold\b|[nµmp]?(?:mol|M|g)\b|(?:[mµnk]?g|mL|L)/|mm ?Hg|"
    r"(?:days?|weeks?|months?|years?|hours?|h|min)\b)"
)
_POOLING: Final = (PublicationKind.SYSTEMATIC_REVIEW, PublicationKind.GUIDELINE)
# A citation that stands beside the work's own finding, or names a method.
_BESIDE: Final = re.compile(
    r"\b(?:we (?:found|observed|show|report|used|measured|defined|assessed|calculated)|"
    r"(?:our|the present) (?:study|data|results?|findings?|patients|trial|analysis)|"
    r"(?:these|the) (?:data|results|findings) (?:do|does|did|give|gives|show|suggest|support)\b|"
    r"in (?:this|the present|our) (?:study|trial|analysis|cohort)|"
    r"(?:consistent|in line|in agreement|in keeping|in accordance) with|confirm\w*|"
    r"similar to|compar(?:able|ed) (?:to|with) (?:previous|earlier|other)|unlike|in contrast (?:to|"
    r"with)|agrees? with|extends?|as (?:previously |was )?(?:described|defined|reported)|"
    r"according to|criteri(?:a|on)|(?:were|was) (?:measured|assessed|scored|graded|defined|"
    r"calculated|determined|estimated) (?:by|with|using|as))\b",
    re.IGNORECASE,
)


@rule("SUP024", "review-as-evidence", Severity.WARNING, each=each_supported)
def review_as_evidence(supported: SupportedClaim) -> Iterator[Problem]:
    """A narrative review, an editorial or a protocol is given as the evidence for a result.

    A result is a claim of the types efficacy, safety, pharmacokinetic, pharmacodynamic, comparative
    or epidemiology, or one without a type that states a measured number. What kind a work is tell
    its title, its journal, its abstract, or the line's `design`. Systematic reviews, meta-analyses
    and guidelines are evidence; and for a mechanism or for background a review will do.

    ## Why it matters

    A review retells, and one quotation in six is wrong. The result has a source: the review cites
    it.

    ## Example

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: response
        text: Entrectinib shrank tumours in 57% of patients.
        type: efficacy
        evidence: [{reference: ardini2016, design: review}]
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: response
        text: Entrectinib shrank tumours in 57% of patients.
        type: efficacy
        evidence: [{reference: ardini2016, role: background, design: review}]
    ```
    """
    claim = supported.claim
    if not _is_result(claim):
        return
    for each in supported.supporting:
        if each.study.kind in _IN_WORDS:
            words = f" (`{each.study.kind_words}`)" if each.study.kind_words else ""
            yield Problem(
                each.line.place,
                f"`{claim.id}` states a result, and `{each.line.reference}` is "
                f"{_IN_WORDS[each.study.kind]}{words}: cite the work that found it, or give this "
                "line the role `background`",
                key=each.line.reference,
                claim=claim.id,
                found=str(each.study.kind),
            )


@rule("SUP025", "secondary-quote", Severity.WARNING, each=each_supported)
def secondary_quote(supported: SupportedClaim) -> Iterator[Problem]:
    """The sentence that is quoted cites other works for what it says.

    Only for lines that support the claim, and quotes that were found. A citation beside the work's
    own finding (`consistent with earlier trials`), one that names a method, and those of systematic
    reviews and guidelines are left alone.

    ## Why it matters

    The work retells what another one found. Whoever follows the citation finds no data.

    ## Example

    ```text ardini2016
    Results. In earlier work the drug halved the rate of relapse [4, 7].

    In our trial the rate of relapse was 12%.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: relapse
        text: The drug halved the rate of relapse.
        evidence:
          - {reference: ardini2016, quote: In earlier work the drug halved the rate of relapse}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: relapse
        text: The rate of relapse was 12%.
        evidence:
          - {reference: ardini2016, quote: In our trial the rate of relapse was 12%.}
    ```
    """
    for each in supported.supporting:
        if each.anchor is None or not each.anchor.is_found or each.study.kind in _POOLING:
            continue
        labels = _cited(each.anchor)
        if labels:
            shown = ", ".join(f"`{label}`" for label in labels)
            yield Problem(
                each.line.place,
                f"the sentence of `{each.line.reference}` that is quoted cites {shown}: look there "
                "for the finding, and cite the work that made it",
                key=each.line.reference,
                claim=supported.claim.id,
                field="quote",
                found=", ".join(labels),
            )


def _is_result(claim: Claim) -> bool:
    if claim.type is not None:
        return claim.type in _RESULTS
    return bool(claim.values) or bool(_MEASURED.search(claim.text))


def _cited(anchor: Anchor) -> tuple[str, ...]:
    """What the quoted sentences cite for what they say; nothing where one place of several does
    not, or where a citation stands beside a finding of the work's own.
    """
    if not anchor.passages or not all(passage.cites for passage in anchor.passages):
        return ()
    if any(_BESIDE.search(passage.sentence) for passage in anchor.passages):
        return ()
    return tuple(dict.fromkeys(label for each in anchor.passages for label in each.cites))
