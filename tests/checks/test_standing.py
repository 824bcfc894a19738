from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from evidence.checks.grounds import circles, in_order, ways_down
from evidence.checks.standing import stand
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.model.anchor import Anchor, AnchorState
from evidence.model.claim import Claim, Claims, EvidenceLine, RestsOn, Role
from evidence.model.doi import Doi
from evidence.model.judgement import Defect, Judgement, JudgementState, Stance
from evidence.model.place import Place
from evidence.model.reference import Reference
from evidence.model.report import ClaimResult, Level, ReferenceResult, Status
from evidence.model.work import Origin, Update, Via, Work

HERE = Place("claims.yaml", 1)


def claim(
    name: str, *keys: str, rests_on: tuple[str, ...] = (), role: Role = Role.EVIDENCE
) -> Claim:
    lines = tuple(EvidenceLine(key, HERE, role=role) for key in keys)
    return Claim(
        name, "A claim.", HERE, evidence=lines, rests_on=tuple(RestsOn(r, HERE) for r in rests_on)
    )


def reference(key: str, status: Status, *, retracted: bool = False) -> ReferenceResult:
    updates = (Update("retraction"),) if retracted else ()
    work = Work(
        Doi("10.1234/x"), "journal-article", ("A work",), Origin("Crossref", Via.NETWORK, None),
        updates=updates,
    )  # fmt: skip
    return ReferenceResult(Reference(key, "article", (), HERE), status, work=work)


REFERENCES = (
    reference("good", Status.VERIFIED),
    reference("better", Status.VERIFIED),
    reference("retracted", Status.VERIFIED, retracted=True),
    *(reference(status.value, status) for status in Status if status is not Status.VERIFIED),
)


def ids(circles: Iterable[tuple[Claim, ...]]) -> list[tuple[str, ...]]:
    return [tuple(each.id for each in circle) for circle in circles]


def results(*claims: Claim) -> dict[str, ClaimResult]:
    return {r.claim.id: r for r in stand(Claims(claims), REFERENCES)}


@pytest.mark.parametrize(
    ("keys", "level", "at_risk", "broken"),
    [
        ((), Level.UNCITED, False, False),
        (("good",), Level.VERIFIED, False, False),
        (("good", "better"), Level.VERIFIED, False, False),
        (("good", "malformed"), Level.LINKED, True, False),
        (("malformed",), Level.LINKED, True, True),
        (("differs",), Level.LINKED, True, True),
        (("another-work",), Level.LINKED, True, True),
        (("unregistered",), Level.LINKED, True, True),
        (("unchecked",), Level.LINKED, True, False),
        (("other-agency",), Level.LINKED, True, False),
        (("no-doi",), Level.LINKED, True, False),
        (("retracted",), Level.VERIFIED, True, True),
        (("nobody",), Level.UNCITED, True, True),
        (("good", "nobody"), Level.UNCITED, True, False),
    ],
)
def test_a_claim_stands_as_firm_as_its_lines(
    keys: tuple[str, ...], level: Level, *, at_risk: bool, broken: bool
) -> None:
    result = results(claim("c", *keys))["c"]
    assert (result.level, result.at_risk, result.broken) == (level, at_risk, broken)


def test_the_retraction_of_another_work_under_the_doi_is_not_the_reference_s() -> None:
    other = (reference("wrong", Status.ANOTHER_WORK, retracted=True),)
    (result,) = stand(Claims((claim("c", "wrong"),)), other)
    assert not result.lines[0].is_withdrawn
    assert result.broken


def test_lines_that_do_not_support_put_nothing_at_risk() -> None:
    supported = claim("c", "good")
    background = EvidenceLine("malformed", HERE, role=Role.BACKGROUND)
    both = replace(supported, evidence=(*supported.evidence, background))
    result = results(both)["c"]
    assert (result.level, result.at_risk, result.broken) == (Level.LINKED, False, False)


@pytest.mark.parametrize("role", [Role.BACKGROUND, Role.CONTRARY, Role.METHOD, Role.DEFINITION])
def test_a_claim_without_support_is_at_risk_and_never_verified(role: Role) -> None:
    found = results(claim("c", "good", role=role), claim("above", rests_on=("c",)))
    assert [(r.level, r.at_risk) for r in found.values()] == [(Level.LINKED, True)] * 2


def judged(stance: Stance, defect: Defect | None = None, **told: Any) -> ClaimResult:
    """A claim whose one line was found in the text and judged so."""
    state = JudgementState.STALE if told.get("changed") else JudgementState.CURRENT
    about = claim("c", "good", role=told.pop("role", Role.EVIDENCE))
    support = LineSupport(
        about.evidence[0],
        anchor=Anchor(state=AnchorState.FOUND),
        judgement=Judgement(stance, state, defect, **told),
    )
    (result,) = stand(Claims((about,)), REFERENCES, (SupportedClaim(about, (support,)),))
    return result


@pytest.mark.parametrize(
    ("stance", "defect", "level", "at_risk"),
    [
        (Stance.SUPPORTS, None, Level.JUDGED, False),
        (Stance.PARTLY, Defect.OVERSIMPLIFIED, Level.JUDGED, False),
        (Stance.DISPUTES, None, Level.ANCHORED, True),
        (Stance.NEUTRAL, None, Level.ANCHORED, True),
        (Stance.PARTLY, Defect.IRRELEVANT, Level.ANCHORED, True),
    ],
)
def test_an_adverse_judgement_lifts_no_claim_and_puts_it_at_risk(
    stance: Stance, defect: Defect | None, level: Level, *, at_risk: bool
) -> None:
    result = judged(stance, defect)
    assert (result.level, result.at_risk, result.broken) == (level, at_risk, False)


def test_an_adverse_judgement_of_other_words_puts_nothing_at_risk() -> None:
    result = judged(Stance.DISPUTES, changed=("claim",))
    assert (result.level, result.at_risk) == (Level.ANCHORED, False)


def test_an_adverse_judgement_stays_adverse_when_the_record_changes() -> None:
    assert judged(Stance.DISPUTES, changed=("record",)).at_risk


def test_what_rests_on_an_uncited_claim_is_at_risk() -> None:
    found = results(claim("above", "good", rests_on=("bare",)), claim("bare"))
    assert (found["above"].level, found["above"].at_risk) == (Level.UNCITED, True)


def test_an_inference_has_the_lowest_level_and_the_risk_of_its_grounds() -> None:
    found = results(
        claim("top", rests_on=("middle", "firm")),
        claim("middle", rests_on=("weak",)),
        claim("weak", "malformed"),
        claim("firm", "good"),
    )
    assert found["top"].level is Level.LINKED
    assert found["top"].at_risk
    assert found["top"].broken
    assert found["firm"].level is Level.VERIFIED


def test_an_inference_with_evidence_of_its_own_counts_both() -> None:
    found = results(claim("top", "unchecked", rests_on=("firm",)), claim("firm", "good"))
    assert found["top"].level is Level.LINKED
    assert found["top"].at_risk


def test_what_rests_on_a_missing_claim_or_on_a_circle_is_uncited() -> None:
    found = results(
        claim("lost", "good", rests_on=("nowhere",)),
        claim("a", "good", rests_on=("b",)),
        claim("b", "good", rests_on=("a",)),
        claim("above", "good", rests_on=("a",)),
    )
    assert {name: r.level for name, r in found.items()} == dict.fromkeys(
        ("lost", "a", "b", "above"), Level.UNCITED
    )
    assert all(r.at_risk for r in found.values())


def test_circles_are_found_once_with_their_way() -> None:
    claims = Claims(
        (
            claim("a", rests_on=("b",)),
            claim("b", rests_on=("c",)),
            claim("c", rests_on=("a",)),
            claim("self", rests_on=("self",)),
            claim("above", rests_on=("a",)),
        )
    )
    assert ids(circles(claims)) == [("a", "b", "c"), ("self",)]


def test_a_claim_that_rests_on_itself_is_a_circle_though_a_sound_one_has_its_id() -> None:
    sound, circular = claim("c", "good"), claim("c", "better", rests_on=("c",))
    for pair in ((sound, circular), (circular, sound)):
        (circle,) = circles(Claims(pair))
        assert circle == (circular,)
        assert [c.evidence for c in in_order(Claims(pair))] == [sound.evidence]


def test_a_circle_may_run_through_the_second_claim_of_an_id() -> None:
    claims = (claim("a", "good"), claim("a", rests_on=("b",)), claim("b", rests_on=("a",)))
    assert ids(circles(Claims(claims))) == [("a", "b")]
    assert [r.level for r in stand(Claims(claims), REFERENCES)] == [
        Level.VERIFIED, Level.UNCITED, Level.UNCITED,
    ]  # fmt: skip


def test_ways_down_are_the_shortest_and_pass_through_circles() -> None:
    bottom = claim("bottom", "retracted")
    near = claim("near", rests_on=("bottom",))
    far = claim("far", rests_on=("near", "nowhere"))
    short = claim("short", rests_on=("far", "near"))
    ring = (claim("x", rests_on=("y", "far")), claim("y", rests_on=("x",)))
    claims = Claims((*ring, short, far, near, bottom, claim("aside", "good")))
    leads = ways_down(claims, (bottom,))
    assert {c.id: leads[id(c)].id for c in claims.claims if id(c) in leads} == {
        "near": "bottom", "far": "near", "short": "near", "x": "far", "y": "x",
    }  # fmt: skip


def test_a_long_chain_and_a_thick_web_of_claims_are_no_trouble() -> None:
    chain = [claim(f"c{n}", rests_on=(f"c{n + 1}",)) for n in range(500)]
    web = [claim(f"w{n}", rests_on=(f"w{n + 1}", f"w{n + 2}")) for n in range(100)]
    ends = [claim(name, "good") for name in ("c500", "w100", "w101")]
    claims = Claims((*chain, *web, *ends))
    assert len(in_order(claims)) == len(claims.claims)
    assert {r.level for r in stand(claims, REFERENCES)} == {Level.VERIFIED}


def test_two_claims_with_one_id_keep_their_own_results() -> None:
    first, second = stand(Claims((claim("c", "good"), claim("c", "malformed"))), REFERENCES)
    assert (first.level, second.level) == (Level.VERIFIED, Level.LINKED)


@pytest.mark.parametrize(
    ("state", "level"),
    [(AnchorState.FOUND, Level.ANCHORED), (AnchorState.AMBIGUOUS, Level.VERIFIED)],
)
def test_words_that_stand_in_several_places_anchor_no_claim(
    state: AnchorState, level: Level
) -> None:
    about = claim("c", "good")
    support = LineSupport(about.evidence[0], anchor=Anchor(state=state))
    (result,) = stand(Claims((about,)), REFERENCES, (SupportedClaim(about, (support,)),))
    assert result.level is level
