"""SUP, limits: what the words that a claim rests on keep back, and the claim does not."""

from collections.abc import Iterator

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.shifts import shift_problems
from evidence.checks.support import SupportedClaim
from evidence.matching.studies.strength import lost_concession, lost_limit
from evidence.model.finding import Severity


@rule("SUP020", "lost-limit", Severity.WARNING, each=each_supported)
def limit_lost(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim leaves out a limit of the words that it quotes, and so says more than they do.

    `only when …`, `except in …`, `unless`, `provided that`, `at least in …`, `in males only`, `all
    except two …`; `a subset of`, `in part`, `mostly`, `in combination with`, `up to`; and the
    people in whom something was found (`in patients under 70 years`) where the claim names nobody,
    or them without their number. A claim that speaks of what the limit names, or has as many words
    that limit as the sentence, keeps it. One that says `also in`, `regardless of`, `included` of
    what a quote excepts does the opposite. What a sentence grants behind `although` or `but` is
    SUP034's.

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
    yield from shift_problems(
        supported,
        lost_limit,
        lambda shift: f"leaves out a limit of the quote (`{shift.theirs}`): say it as well",
    )


@rule("SUP034", "lost-concession", Severity.NOTE, each=each_supported)
def concession_lost(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim leaves out what the words that it quotes grant behind `although` or `but`.

    `although only one dose was tested`, `though confounding cannot be ruled out`, and behind `but`
    what denies, doubts or makes less of it (`but no change was seen in men`). A claim that speaks
    of what is granted, or grants something of its own that the quote does not, says nothing less.
    A condition or an exception (`but only in men`, `but not in men`) is a limit: SUP020.

    ## Why it matters

    Authors tell in these words what their result does not show. A claim may leave them out without
    being wrong, so this is a note: a person should have read them before.

    ## Example

    ```text ardini2016
    The drug healed ulcers within 14 days, although only one dose was tested.
    ```

    ```yaml bad
    schema: evidence/claims/1
    claims:
      - id: ulcers
        text: Ulcers healed within 14 days under the drug.
        evidence:
          - reference: ardini2016
            quote: The drug healed ulcers within 14 days, although only one dose was tested.
    ```

    ```yaml good
    schema: evidence/claims/1
    claims:
      - id: ulcers
        text: Ulcers healed within 14 days under the drug, of which a single dose was tested.
        evidence:
          - reference: ardini2016
            quote: The drug healed ulcers within 14 days, although only one dose was tested.
    ```
    """
    yield from shift_problems(
        supported,
        lost_concession,
        lambda shift: (
            f"leaves out what the quote grants (`{shift.theirs}`): see whether it matters"
        ),
    )
