"""SUP, strength: what a claim says more, or otherwise, than the words that it rests on."""

from collections.abc import Iterator

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.shifts import shift_problems
from evidence.checks.support import SupportedClaim
from evidence.matching.studies.strength import (
    causal_claim,
    differing_direction,
    differing_negation,
    lost_hedge,
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
    yield from shift_problems(
        supported,
        lost_hedge,
        lambda shift: (
            f"states as a fact what the quote hedges (`{shift.theirs}`): hedge it as well"
        ),
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
    yield from shift_problems(
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
    yield from shift_problems(
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
    yield from shift_problems(
        supported,
        differing_direction,
        lambda shift: (
            f"says `{shift.ours}`, and the quote `{shift.theirs}`: put right which way it went"
        ),
    )
