"""SUP, strength: what a claim says more, or otherwise, than the words that it rests on."""

from collections.abc import Callable, Iterator, Sequence

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.support import SupportedClaim
from evidence.matching.studies.strength import (
    Shift,
    causal_claim,
    differing_direction,
    differing_negation,
    lost_hedge,
    lost_limit,
)
from evidence.model.finding import Severity


@rule("SUP019", "lost-hedge", Severity.WARNING, each=each_supported)
def hedge_lost(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim states as a fact what the words that it quotes only suppose.

    `may`, `might`, `suggest`, `appeared to`, `probably`, `preliminary`, `uncertain`, `cannot be
    excluded` in a quote. Each of them is answered by a word of the claim that hedges the same
    (more words count there than in a quote); one without an answer is told where the claim says
    what it stands over and nothing else in the quotes says it flatly. So is a word of the claim
    that makes it certain (`proves`, `ruled out`). A recommendation (`we suggest that clinicians …`)
    is no hedge.

    ## Why it matters

    What was a possibility in the work becomes a fact in ours, and the next author quotes us.

    ## Example

    ```text ardini2016
    These data suggest that the drug may reduce the number of seizures.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: seizures
        text: The drug reduces the number of seizures.
        evidence:
          - reference: ardini2016
            quote: These data suggest that the drug may reduce the number of seizures.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: seizures
        text: The drug may lower the number of seizures.
        evidence:
          - reference: ardini2016
            quote: These data suggest that the drug may reduce the number of seizures.
    ```
    """
    yield from _problems(
        supported,
        lost_hedge,
        lambda shift: (
            f"states as a fact what the quote hedges (`{shift.theirs}`): hedge it as well"
        ),
    )


@rule("SUP020", "lost-limit", Severity.WARNING, each=each_supported)
def limit_lost(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim leaves out a limit of the words that it quotes, and so says more than they do.

    `only when …`, `except in …`, `unless`, `provided that`, `at least in …`; what a sentence grants
    behind `although`, and behind `but` where that denies or makes less of it; `a subset of`, `in
    part`, `mostly`, `in combination with`, `up to`; and the people in whom something was found (`in
    patients under 70 years`) where the claim names nobody, or them without their number. A claim
    that speaks of what the limit names, or has as many words that limit as the sentence, keeps it.
    What was granted is only asked of a claim with one quote, and how a work was done (`although
    only fasting samples were tested`) of none. One that says `also in`, `regardless of`, `included`
    of what a quote excepts does the opposite.

    ## Why it matters

    What holds for a drug on top of another one, or for one patient in ten, is promised of the drug
    alone and of everybody.

    ## Example

    ```text ardini2016
    In combination with methotrexate, the drug slowed joint damage.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: joints
        text: The drug slowed joint damage.
        evidence:
          - reference: ardini2016
            quote: In combination with methotrexate, the drug slowed joint damage.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: joints
        text: The drug slowed joint damage when given with methotrexate.
        evidence:
          - reference: ardini2016
            quote: In combination with methotrexate, the drug slowed joint damage.
    ```
    """
    yield from _problems(
        supported,
        lost_limit,
        lambda shift: f"leaves out a limit of the quote (`{shift.theirs}`): say it as well",
    )


@rule("SUP021", "causal-claim", Severity.WARNING, each=each_supported)
def association_as_cause(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim says that one thing causes another, and the words that it quotes only associate them.

    `associated with`, `correlated with`, `linked to`, `a predictor of` in the quote; `causes`,
    `reduces`, `leads to`, `protects against`, `due to` in the claim. A quote that tells of an
    effect or of a trial, and a work that allocated at random, are left alone.

    ## Why it matters

    People who drink coffee differ from others in more than coffee. An association does not say what
    would happen if they stopped.

    ## Example

    ```text ardini2016
    Coffee consumption was associated with a lower risk of type 2 diabetes.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: coffee
        text: Coffee prevents type 2 diabetes.
        evidence:
          - reference: ardini2016
            quote: Coffee consumption was associated with a lower risk of type 2 diabetes.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: coffee
        text: Type 2 diabetes is less common in people who drink coffee.
        evidence:
          - reference: ardini2016
            quote: Coffee consumption was associated with a lower risk of type 2 diabetes.
    ```
    """
    if any(each.study.is_randomised for each in supported.quotes):
        return
    yield from _problems(
        supported,
        causal_claim,
        lambda shift: (
            f"says `{shift.ours}`, and the quote only `{shift.theirs}`: an association "
            "does not say what causes what"
        ),
    )


@rule("SUP022", "differing-negation", Severity.ERROR, each=each_supported)
def differing_denial(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim says what the words that it quotes deny, or denies what they say.

    Each denial of the claim is answered by one of the quotes on the same matter, and each of the
    quotes by one of the claim, however they are worded (`except in` for `not in`, `lost`,
    `without`). One without an answer is told where the other side says what it denies, and has no
    word that may come to the same (`similar` for `no difference`, `only`, `protected`) and no
    figures that do (`P = 0.4`). (Non-)inferiority, a word with the prefix that turns it round
    (`irreversible`), and an effect that the figures of a quote deny are told as well.

    ## Why it matters

    A `not` that was lost or slipped in turns a finding into its opposite.

    ## Example

    ```text ardini2016
    The drug did not reduce mortality at 28 days.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: mortality
        text: The drug reduced mortality.
        evidence:
          - {reference: ardini2016, quote: The drug did not reduce mortality at 28 days.}
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: mortality
        text: Mortality was not lower with the drug.
        evidence:
          - {reference: ardini2016, quote: The drug did not reduce mortality at 28 days.}
    ```
    """
    yield from _problems(
        supported,
        differing_negation,
        lambda shift: (
            f"says `{shift.ours}`, and the quote `{shift.theirs}`: one of them denies "
            "what the other says"
        ),
    )


@rule("SUP023", "differing-direction", Severity.ERROR, each=each_supported)
def differing_way(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim says that something went up, and the words that it quotes that it went down.

    Increase and decrease, improved and worsened, gain and loss, sensitive and resistant, agonist
    and antagonist, of the same thing. `Reduced mortality` and `improved survival` go the same way,
    and so do `lower with A than with B` and `higher with B than with A`.

    ## Why it matters

    It is the opposite of what was found.

    ## Example

    ```text ardini2016
    Systolic blood pressure was lower with the drug than with placebo.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: pressure
        text: The drug increased systolic blood pressure.
        evidence:
          - reference: ardini2016
            quote: Systolic blood pressure was lower with the drug than with placebo.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: pressure
        text: The drug reduced systolic blood pressure.
        evidence:
          - reference: ardini2016
            quote: Systolic blood pressure was lower with the drug than with placebo.
    ```
    """
    yield from _problems(
        supported,
        differing_direction,
        lambda shift: (
            f"says `{shift.ours}`, and the quote `{shift.theirs}`: put right which way it went"
        ),
    )


def _problems(
    supported: SupportedClaim,
    compare: Callable[[str, Sequence[str]], Shift | None],
    told: Callable[[Shift], str],
) -> Iterator[Problem]:
    """The finding at the line whose quote differs; one for each claim."""
    quoted = supported.quotes
    if not quoted:
        return
    shift = compare(supported.claim.text, tuple(each.line.quote for each in quoted))
    if shift:
        line = quoted[shift.quote].line
        yield Problem(
            line.place,
            f"`{supported.claim.id}` {told(shift)} (`{line.reference}`)",
            key=line.reference,
            claim=supported.claim.id,
            field="text",
            found=shift.ours or None,
            expected=shift.theirs or None,
        )
