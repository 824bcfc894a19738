import pytest

from dossiers import claim, claims_case, line, said
from evidence.checks import clm, clm_structure
from evidence.checks.case import Case
from evidence.model.claim import Claims, ClaimsProblem, Role, TableCell
from evidence.model.place import Place
from evidence.model.reference import Bibliography


class TestUnknownReference:
    def test_every_key_that_is_not_there_is_reported_at_its_line(self) -> None:
        lines = (line("nobody1", at=6), line("ardini2016", at=7), line("nobody2", at=8))
        found = list(clm.unknown_reference.run(claims_case(claim("kinases", *lines))))
        assert [str(f) for f in found] == [
            "claims.yaml:6:9: CLM001 `nobody1` is not in the bibliography",
            "claims.yaml:8:9: CLM001 `nobody2` is not in the bibliography",
        ]
        assert (found[0].key, found[0].claim, found[0].found) == ("nobody1", "kinases", "nobody1")

    def test_background_needs_a_reference_too(self) -> None:
        result = claims_case(claim("kinases", line("nobody", Role.BACKGROUND)))
        assert len(said(clm.unknown_reference, result)) == 1

    def test_keys_of_the_bibliography_are_passed_over(self) -> None:
        assert said(clm.unknown_reference, claims_case(claim("kinases", line("ardini2016")))) == []


class TestUncitedClaim:
    def test_a_claim_without_any_ground_is_reported(self) -> None:
        (found,) = clm.uncited_claim.run(claims_case(claim("cns-tumours", at=12)))
        assert str(found) == (
            "claims.yaml:12:5: CLM002 `cns-tumours` names no evidence and rests on no other claim"
        )
        assert (found.claim, found.key) == ("cns-tumours", None)

    def test_evidence_or_another_claim_is_enough(self) -> None:
        # `cns-tumours` of the entrectinib text follows from `bbb-penetration` alone.
        cited = claim("bbb-penetration", line("menichincheri2016"))
        inferred = claim("cns-tumours", rests_on=("bbb-penetration",))
        assert said(clm.uncited_claim, claims_case(cited, inferred)) == []

    def test_a_line_that_leads_nowhere_is_left_to_the_rule_on_references(self) -> None:
        assert said(clm.uncited_claim, claims_case(claim("kinases", line("nobody")))) == []


class TestDuplicateClaim:
    def test_every_later_claim_is_reported_with_the_place_of_the_first(self) -> None:
        claims = [claim("regression", at=at) for at in (3, 9, 15)]
        found = list(clm_structure.duplicate_claim.run(claims_case(*claims)))
        assert [str(f) for f in found] == [
            "claims.yaml:9:5: CLM003 the id `regression` stands already at claims.yaml:3:5",
            "claims.yaml:15:5: CLM003 the id `regression` stands already at claims.yaml:3:5",
        ]
        assert found[0].claim == "regression"

    def test_ids_that_differ_in_case_are_two(self) -> None:
        # `alk-ic50` and `ALK-IC50`: YAML keeps the case of what is written.
        claims = claims_case(claim("alk-ic50", at=3), claim("ALK-IC50", at=9))
        assert said(clm_structure.duplicate_claim, claims) == []


class TestCircularClaims:
    def test_a_claim_that_rests_on_itself_is_a_circle_of_one(self) -> None:
        (found,) = clm_structure.circular_claims.run(claims_case(claim("a", rests_on=("a",), at=9)))
        assert str(found) == "claims.yaml:9:5: CLM004 the claim rests on itself: `a` → `a`"
        assert found.claim == "a"

    def test_a_circle_of_three_is_one_finding_with_its_way(self) -> None:
        circle = (
            claim("a", rests_on=("b",), at=3),
            claim("b", rests_on=("c",), at=9),
            claim("c", rests_on=("a",), at=15),
            claim("above", rests_on=("a",), at=21),
        )
        assert said(clm_structure.circular_claims, claims_case(*circle)) == [
            "claims.yaml:3:5: CLM004 the claim rests on itself: `a` → `b` → `c` → `a`"
        ]

    def test_evidence_of_its_own_makes_a_circle_no_better(self) -> None:
        a = claim("a", line("ardini2016"), rests_on=("b",))
        b = claim("b", line("ardini2016"), rests_on=("a",))
        assert len(said(clm_structure.circular_claims, claims_case(a, b))) == 1

    def test_two_ways_to_one_ground_are_no_circle(self) -> None:
        # `cns-tumours` may rest on `bbb-penetration` directly and by way of another inference.
        top = claim("top", rests_on=("left", "right", "nowhere"))
        sides = (claim("left", rests_on=("base",)), claim("right", rests_on=("base",)))
        claims = claims_case(top, *sides, claim("base", line("ardini2016")))
        assert said(clm_structure.circular_claims, claims) == []


class TestUnlocatedValue:
    def test_the_first_supporting_line_is_reported_and_all_are_named(self) -> None:
        lines = (
            line("rolfo2015", Role.BACKGROUND, at=6),
            line("ardini2016", at=7),
            line("menichincheri2016", Role.DATA, at=8),
        )
        (found,) = clm.unlocated_value.run(claims_case(claim("alk-ic50", *lines, values=("12",))))
        assert str(found) == (
            "claims.yaml:7:9: CLM005 `alk-ic50` states a number without saying where in"
            " `ardini2016`, `menichincheri2016` it stands"
        )
        assert (found.key, found.claim) == ("ardini2016", "alk-ic50")

    def test_one_supporting_line_that_is_located_is_enough(self) -> None:
        # `alk-ros1-ic50` of the entrectinib text: table 9, row ROS-1.
        table = TableCell("Table 9", row="ROS-1", column="IC50")
        lines = (line("menichincheri2016"), line("ardini2016", table=table))
        result = claims_case(claim("alk-ros1-ic50", *lines, values=("7", "12")))
        assert said(clm.unlocated_value, result) == []

    def test_a_page_of_a_background_line_locates_nothing(self) -> None:
        lines = (line("ardini2016"), line("rolfo2015", Role.BACKGROUND, page="12"))
        assert len(said(clm.unlocated_value, claims_case(claim("c", *lines, values=("1",))))) == 1

    def test_no_number_and_no_supporting_line_need_no_place(self) -> None:
        claims = (
            claim("wordy", line("ardini2016")),
            claim("contrary", line("ardini2016", Role.CONTRARY), values=("1",)),
            claim("inferred", rests_on=("wordy",), values=("1",)),
        )
        assert said(clm.unlocated_value, claims_case(*claims)) == []


class TestBackgroundOnly:
    def test_the_roles_are_named_once_each(self) -> None:
        lines = (
            line("one", Role.METHOD),
            line("two", Role.BACKGROUND),
            line("three", Role.METHOD),
        )
        (found,) = clm.background_only.run(claims_case(claim("kinases", *lines)))
        assert str(found) == (
            "claims.yaml:3:5: CLM006 `kinases` has no supporting evidence, only: background, method"
        )
        assert (found.claim, found.key) == ("kinases", None)

    @pytest.mark.parametrize("role", [Role.EVIDENCE, Role.DATA])
    def test_one_line_that_supports_is_enough(self, role: Role) -> None:
        # `bbb-penetration` has a background line beside its evidence.
        lines = (line("menichincheri2016", role), line("drilon2017", Role.BACKGROUND))
        assert said(clm.background_only, claims_case(claim("bbb-penetration", *lines))) == []

    def test_what_rests_on_another_claim_may_cite_background_alone(self) -> None:
        inferred = claim("c", line("drilon2017", Role.BACKGROUND), rests_on=("other",))
        assert said(clm.background_only, claims_case(inferred)) == []

    def test_a_claim_without_lines_is_left_to_the_rule_on_uncited_claims(self) -> None:
        assert said(clm.background_only, claims_case(claim("c"))) == []


class TestUnknownClaim:
    def test_it_is_reported_where_the_ground_is_named(self) -> None:
        inferred = claim("cns-tumours", rests_on=("bbb", "known"), at=10)
        (found,) = clm_structure.unknown_claim.run(claims_case(inferred, claim("known", at=3)))
        assert str(found) == (
            "claims.yaml:14:18: CLM007 `cns-tumours` rests on `bbb`, which is not a claim"
        )
        assert (found.claim, found.found) == ("cns-tumours", "bbb")

    def test_a_claim_further_down_is_known(self) -> None:
        claims = claims_case(claim("top", rests_on=("base",)), claim("base", at=9))
        assert said(clm_structure.unknown_claim, claims) == []

    def test_a_claim_that_could_not_be_used_is_known(self) -> None:
        # A slip in one claim of the file must not be told again of all that rest on it.
        claims = Claims((claim("top", rests_on=("base",)),), left_out=("base",))
        case = Case(Bibliography("references.bib"), claims)
        assert said(clm_structure.unknown_claim, case) == []

    def test_the_key_of_a_reference_is_not_a_claim(self) -> None:
        # `rests_on: [menichincheri2016]` for `evidence: [menichincheri2016]`.
        cited = claim("a", line("menichincheri2016"), rests_on=("menichincheri2016",))
        assert len(said(clm_structure.unknown_claim, claims_case(cited))) == 1


class TestUnusableClaims:
    def test_every_problem_of_the_file_is_a_finding(self) -> None:
        # `txt` for `text` is two: a key that nobody knows, and one that is missing.
        place = Place("claims.yaml", 4, 5)
        problems = (ClaimsProblem("`txt` is not a key", place), ClaimsProblem("no `text`", place))
        case = Case(Bibliography("references.bib"), Claims(problems=problems))
        assert said(clm_structure.unusable_claims, case) == [
            "claims.yaml:4:5: CLM010 `txt` is not a key",
            "claims.yaml:4:5: CLM010 no `text`",
        ]

    def test_a_sound_file_has_none(self) -> None:
        assert said(clm_structure.unusable_claims, claims_case(claim("a"))) == []
