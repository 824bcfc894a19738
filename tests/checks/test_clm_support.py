import pytest

from dossiers import CROSSREF, claim, line, said
from evidence.checks import clm_support
from evidence.checks.case import Case
from evidence.model.claim import Claim, Claims, Role
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.model.report import ReferenceResult, Status
from evidence.model.work import Work
from evidence.registries.crossref_record import work_from

HERE = Place("references.bib", 1)


def work(*events: tuple[str, str], title: str = "A work") -> Work:
    notices = [
        {
            "type": kind,
            "DOI": "10.1234/notice",
            "updated": {"date-parts": [[int(part) for part in day.split("-")]]} if day else None,
        }
        for kind, day in events
    ]
    return work_from({"DOI": "10.1234/x", "title": [title], "updated-by": notices}, CROSSREF)


WORKS = {
    "sound": work(),
    "x2015": work(("retraction", "2016-05-01")),
    "y2017": work(("withdrawal", "")),
    "labelled": work(title="RETRACTED: A study of mice"),
    "doubted": work(("expression_of_concern", "2014-03-01")),
    "partly": work(("correction", ""), ("partial_retraction", "")),
    "both": work(("expression_of_concern", "2014-03-01"), ("removal", "2015-01-01")),
}


def case(*claims: Claim, **statuses: Status) -> Case:
    results = tuple(
        ReferenceResult(
            Reference(key, "article", (), HERE), statuses.get(key, Status.VERIFIED), work=found
        )
        for key, found in WORKS.items()
    )
    return Case(Bibliography("references.bib"), Claims(claims), references=results)


class TestRetractedEvidence:
    def test_the_line_is_reported_with_the_day_and_the_notice(self) -> None:
        (found,) = clm_support.retracted_evidence.run(case(claim("bbb", line("x2015"))))
        assert str(found) == (
            "claims.yaml:6:9: CLM008 `bbb` rests on `x2015`, retracted on 2016-05-01"
            " (see `10.1234/notice`)"
        )
        assert (found.claim, found.key) == ("bbb", "x2015")

    def test_what_rests_on_the_claim_is_reported_with_the_way_down(self) -> None:
        claims = (
            claim("cns-tumours", rests_on=("firm", "bbb"), at=20),
            claim("bbb", line("x2015"), at=3),
            claim("firm", line("sound", at=12), at=9),
        )
        found = list(clm_support.retracted_evidence.run(case(*claims)))
        assert [str(each) for each in found] == [
            "claims.yaml:24:18: CLM008 `cns-tumours` rests on `bbb`, which rests on `x2015`,"
            " retracted on 2016-05-01 (see `10.1234/notice`)",
            "claims.yaml:6:9: CLM008 `bbb` rests on `x2015`, retracted on 2016-05-01"
            " (see `10.1234/notice`)",
        ]
        assert [(each.claim, each.key) for each in found] == [
            ("cns-tumours", "x2015"),
            ("bbb", "x2015"),
        ]

    def test_a_claim_has_one_finding_that_names_all_its_own_lines(self) -> None:
        lines = (line("sound", at=6), line("y2017", at=7), line("labelled", at=8))
        top = claim("top", *lines, rests_on=("bbb",))
        found = said(clm_support.retracted_evidence, case(top, claim("bbb", line("x2015"))))
        assert found[0] == (
            "claims.yaml:7:9: CLM008 `top` rests on `y2017`, withdrawn (see `10.1234/notice`),"
            " and on `labelled`, which its publisher took back"
        )
        assert len(found) == 2

    def test_a_long_way_is_cut_in_the_middle(self) -> None:
        chain = [claim(f"c{n}", rests_on=(f"c{n + 1}",)) for n in range(9)]
        found = said(clm_support.retracted_evidence, case(*chain, claim("c9", line("y2017"))))
        assert found[0].endswith(
            "`c0` rests on `c1`, which rests on …, which rests on `c9`, which rests on `y2017`,"
            " withdrawn (see `10.1234/notice`)"
        )
        assert len(found) == 10

    @pytest.mark.parametrize(
        "role", [role for role in Role if role not in (Role.EVIDENCE, Role.DATA)]
    )
    def test_a_line_that_does_not_support_the_claim_does_not_count(self, role: Role) -> None:
        claims = (claim("history", line("x2015", role)), claim("above", rests_on=("history",)))
        assert said(clm_support.retracted_evidence, case(*claims)) == []

    def test_a_circle_over_a_retracted_work_ends(self) -> None:
        ring = (claim("a", rests_on=("b",)), claim("b", line("x2015"), rests_on=("a",)))
        found = said(clm_support.retracted_evidence, case(*ring))
        assert [text.partition("CLM008 ")[2][:14] for text in found] == [
            "`a` rests on `",
            "`b` rests on `",
        ]

    def test_a_retracted_work_under_a_wrong_doi_is_not_the_one_that_is_meant(self) -> None:
        wrong = case(claim("bbb", line("x2015")), x2015=Status.ANOTHER_WORK)
        assert said(clm_support.retracted_evidence, wrong) == []

    def test_corrections_and_doubts_are_no_retraction(self) -> None:
        claims = case(claim("a", line("partly"), line("doubted")), claim("b", line("nobody")))
        assert said(clm_support.retracted_evidence, claims) == []


class TestDoubtfulEvidence:
    def test_concerns_and_partial_retractions_are_reported(self) -> None:
        lines = (line("doubted", at=6), line("partly", at=7))
        assert said(clm_support.doubtful_evidence, case(claim("bbb", *lines))) == [
            "claims.yaml:6:9: CLM009 `bbb` rests on `doubted`, with an expression of concern on"
            " 2014-03-01 (see `10.1234/notice`), and on `partly`, retracted in part"
            " (see `10.1234/notice`)"
        ]

    def test_what_rests_on_such_a_claim_is_reported_too(self) -> None:
        claims = (claim("top", rests_on=("bbb",)), claim("bbb", line("partly")))
        assert [
            text.partition("CLM009 ")[2]
            for text in said(clm_support.doubtful_evidence, case(*claims))
        ] == [
            "`top` rests on `bbb`, which rests on `partly`, retracted in part"
            " (see `10.1234/notice`)",
            "`bbb` rests on `partly`, retracted in part (see `10.1234/notice`)",
        ]

    def test_a_claim_that_rests_on_a_retracted_work_has_one_finding(self) -> None:
        claims = case(
            claim("own", line("doubted"), line("x2015")),
            claim("above", line("doubted"), rests_on=("own",)),
            claim("both", line("both")),
        )
        assert said(clm_support.doubtful_evidence, claims) == []
        assert len(said(clm_support.retracted_evidence, claims)) == 3
