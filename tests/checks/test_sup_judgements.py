"""What is reported of judgements, and what is not."""

import datetime
from typing import Any

import pytest

from evidence.checks.rule import Problem, Rule
from evidence.checks.sup_judgements import (
    adverse_judgement,
    changed_source,
    stale_judgement,
    unsealed_judgement,
)
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.model.claim import Claim, EvidenceLine, Role
from evidence.model.judgement import Defect, Judged, Judgement, JudgementState, Stance
from evidence.model.place import Place

PLACE = Place("claims.yaml", 3)
STANCE = Place("claims.yaml", 4)
READER = Judged("A. Reader", datetime.date(2026, 1, 31))
CURRENT, STALE, UNSEALED = JudgementState
RULES = (stale_judgement, adverse_judgement, unsealed_judgement, changed_source)


def support(
    judgement: Judgement | None, role: Role = Role.EVIDENCE, noted: str = ""
) -> LineSupport:
    line = EvidenceLine("x", PLACE, role, places=(("stance", STANCE),))
    return LineSupport(line, judgement=judgement, noted=noted)


def found(rule: Rule[Any], *lines: LineSupport) -> list[Problem]:
    claim = Claim("pain", "It eases pain.", PLACE, evidence=tuple(each.line for each in lines))
    return list(rule.check(SupportedClaim(claim, lines)))


def told(*lines: LineSupport) -> list[str]:
    return [problem.message for rule in RULES for problem in found(rule, *lines)]


def test_a_current_judgement_in_favour_is_quiet() -> None:
    assert told(support(Judgement(Stance.SUPPORTS, CURRENT, None, READER)), support(None)) == []


def test_a_stale_judgement_says_what_has_changed_and_how_to_renew_it() -> None:
    stale = Judgement(Stance.PARTLY, STALE, Defect.INDIRECT, READER, ("claim", "record", "source"))
    [problem] = found(stale_judgement, support(stale, noted="sources/x.txt"))
    assert problem.message == (
        "A. Reader (2026-01-31) judged `partly` (`indirect`) of `x` for `pain`, and the claim, "
        "the record of the work and the text of the work have changed since: read it again, then "
        "`evidence judge pain x`"
    )
    assert (problem.place, problem.key, problem.claim) == (STANCE, "x", "pain")
    assert len(told(support(stale, noted="sources/x.txt"))) == 1


def test_one_of_several_lines_is_named_by_its_number() -> None:
    lines = support(None), support(Judgement(Stance.SUPPORTS, STALE, None, None, ("judgement",)))
    other = EvidenceLine("x", Place("claims.yaml", 9))
    [problem] = found(stale_judgement, LineSupport(other), lines[1])
    assert problem.message == (
        "a person judged `supports` of `x` for `pain`, and the judgement itself has "
        "changed since: read it again, then `evidence judge pain x --at 2`"
    )


@pytest.mark.parametrize(
    ("stance", "defect"),
    [
        (Stance.DISPUTES, None),
        (Stance.NEUTRAL, None),
        (Stance.PARTLY, Defect.NOT_SUBSTANTIATED),
        (Stance.SUPPORTS, Defect.MISQUOTED),
        (Stance.DISPUTES, Defect.CONTRADICTED),
        (Stance.NEUTRAL, Defect.IRRELEVANT),
    ],
)
def test_a_work_that_was_judged_against_the_claim(stance: Stance, defect: Defect | None) -> None:
    for state in (CURRENT, UNSEALED):
        [problem] = found(adverse_judgement, support(Judgement(stance, state, defect, READER)))
        what = f"`{stance}`" + (f" (`{defect}`)" if defect else "")
        assert problem.message == (
            f"`x` is there to support `pain`, and A. Reader (2026-01-31) judged {what}: mend the "
            "claim, or give the line another role"
        )


def test_a_judgement_that_leaves_some_support_is_quiet() -> None:
    for defect in (None, Defect.OVERSIMPLIFIED, Defect.INDIRECT):
        assert told(support(Judgement(Stance.PARTLY, CURRENT, defect, READER))) == []


def test_a_line_that_does_not_support_may_dispute() -> None:
    disputes = Judgement(Stance.DISPUTES, CURRENT, None, READER)
    assert told(support(disputes, Role.CONTRARY)) == []
    assert len(told(support(disputes, Role.DATA))) == 1


def test_what_was_rewritten_since_is_only_stale() -> None:
    def rules(*changed: str) -> list[bool]:
        stale = Judgement(Stance.DISPUTES, STALE, None, READER, changed)
        return [bool(found(rule, support(stale))) for rule in RULES]

    assert rules("claim") == rules("line", "record") == [True, False, False, False]
    assert rules("record") == rules("judgement") == [True, True, False, False]


def test_a_judgement_that_was_typed_by_hand() -> None:
    [message] = told(support(Judgement(Stance.SUPPORTS, UNSEALED)))
    assert message == (
        "`supports` stands here for `x`, and `evidence.lock` has no line for it: it was typed by "
        "hand; `evidence judge pain x` notes what is judged"
    )


def test_a_judgement_whose_line_in_the_lock_is_missing() -> None:
    judged = Judged("A", datetime.date(2026, 1, 31))
    [message] = told(support(Judgement(Stance.SUPPORTS, UNSEALED, judged=judged)))
    assert message == (
        "`supports` stands here for `x`, and `evidence.lock` has no line for it: was the claim "
        "renamed, the lock not committed, or this typed by hand? `evidence judge pain x` notes "
        "what is judged"
    )


def test_a_text_that_is_another_one_than_was_anchored_in() -> None:
    [problem] = found(changed_source, support(None, noted="sources/x.txt"))
    assert problem.message == (
        "`sources/x.txt` is not the text of `x` that was read when this line was anchored or "
        "judged: see whether it says the same, then `evidence judge pain x`"
    )
    assert (problem.place, problem.found) == (PLACE, "sources/x.txt")
