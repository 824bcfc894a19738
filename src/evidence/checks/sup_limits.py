"""SUP, limits: what the words that a claim rests on keep back, and the claim does not."""

from collections.abc import Iterator

from evidence.checks.case import each_supported
from evidence.checks.rule import Problem, rule
from evidence.checks.shifts import shift_problems
from evidence.checks.support import SupportedClaim
from evidence.matching.studies.strength import left_out, lost_limit
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
    told by SUP034.

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


@rule("SUP034", "left-out-part", Severity.NOTE, each=each_supported)
def part_left_out(supported: SupportedClaim) -> Iterator[Problem]:
    """A claim restates a sentence that it quotes, and leaves out a part that may limit it.

    Such parts are what the sentence grants: behind `although` and `though`, and behind `but` what
    denies, doubts or makes less of it (`although only one dose was tested`, `but no change was seen
    in men`); and phrases of two or three telling words none of which the claim takes up, where it
    has most of the rest (`in villages with a high prevalence`). A claim that grants something of
    its own which the quote does not has left out nothing. A condition or an exception (`but only in
    men`, `but not in men`) is a limit: SUP020.

    ## Why it matters

    Authors tell in these words how far their result goes. A claim may leave them out without being
    wrong, so this is a note: a person should have read them before.

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
        left_out,
        lambda shift: f"leaves out `{shift.theirs}` of the quote: see whether it matters",
    )
