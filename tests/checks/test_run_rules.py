from dataclasses import replace

import pytest

from dossiers import HAND_MADE, case, cocco, dossier, record, said
from evidence.checks import run
from evidence.checks.case import Case
from evidence.checks.status import judge
from evidence.model.ignore import Ignore
from evidence.model.outcome import Unavailable
from evidence.model.place import Place
from evidence.model.reference import Reference
from evidence.model.report import ReferenceResult, Status

BUSY = "api.crossref.org answered 503"


def cited(key: str, at: int = 1) -> Reference:
    return replace(cocco(), key=key, place=Place("references.bib", at))


def unchecked(key: str, reason: str = BUSY, at: int = 1) -> ReferenceResult:
    return ReferenceResult(cited(key, at), Status.UNCHECKED, reason)


def results(*references: ReferenceResult) -> Case:
    return replace(case(), references=references)


class TestNotChecked:
    def test_one_reference_is_named_and_carries_its_key(self) -> None:
        (found,) = run.not_checked.run(results(unchecked("chen2018", at=7)))
        assert str(found) == (
            f"references.bib:7:1: RUN001 1 reference was not checked ({BUSY}): `chen2018`"
        )
        assert found.key == "chen2018"

    def test_there_is_one_finding_for_each_reason(self) -> None:
        several = results(
            unchecked("a", at=1), unchecked("b", "offline", at=9), unchecked("c", at=17)
        )
        found = list(run.not_checked.run(several))
        assert [str(f) for f in found] == [
            f"references.bib:1:1: RUN001 2 references were not checked ({BUSY}): `a`, `c`",
            "references.bib:9:1: RUN001 1 reference was not checked (offline): `b`",
        ]
        assert [f.key for f in found] == [None, "b"]

    @pytest.mark.parametrize(
        ("count", "end"),
        [(5, "`k3`, `k4`"), (6, "`k3`, `k4` and 1 more"), (8, "`k3`, `k4` and 3 more")],
    )
    def test_five_are_named_and_the_rest_counted(self, count: int, end: str) -> None:
        (found,) = run.not_checked.run(results(*(unchecked(f"k{n}") for n in range(count))))
        assert found.message == (
            f"{count} references were not checked ({BUSY}): `k0`, `k1`, `k2`, {end}"
        )

    def test_a_record_made_by_hand_is_a_reason_and_why_it_answered_another(self) -> None:
        # The repository's own snapshot was typed by hand; it answers when Crossref does not.
        alone = judge(dossier(cited("alone"), record(origin=HAND_MADE)))
        instead = record(origin=replace(HAND_MADE, instead_of=BUSY))
        found = said(run.not_checked, results(alone, judge(dossier(cited("stead"), instead))))
        assert [text.partition("RUN001 ")[2] for text in found] == [
            "1 reference was not checked (hand-made record): `alone`",
            f"1 reference was not checked (hand-made record; Crossref: {BUSY}): `stead`",
        ]

    @pytest.mark.parametrize("status", [s for s in Status if s is not Status.UNCHECKED])
    def test_any_other_status_was_checked(self, status: Status) -> None:
        assert said(run.not_checked, results(ReferenceResult(cited("a"), status, BUSY))) == []

    def test_a_reference_that_nobody_could_be_asked_about_is_unchecked(self) -> None:
        asked = judge(dossier(cited("a"), Unavailable("offline")))
        assert len(said(run.not_checked, results(asked))) == 1


class TestUnusedIgnore:
    def test_it_is_reported_where_it_stands(self) -> None:
        # A comment above the entry, as the ignores of a .bib file are.
        ignore = Ignore("MET003", "reissued", Place("references.bib", 4, 3), key="chen2018")
        (found,) = run.unused_ignore.run(replace(case(), unused_ignores=(ignore,)))
        assert str(found) == (
            "references.bib:4:3: RUN002 `MET003` is ignored here, and there is nothing to ignore"
        )
        assert (found.key, found.claim) == ("chen2018", None)

    def test_an_ignore_of_a_claim_carries_the_claim(self) -> None:
        ignore = Ignore("CLM002", "common knowledge", Place("claims.yaml", 8, 7), claim="a")
        (found,) = run.unused_ignore.run(replace(case(), unused_ignores=(ignore,)))
        assert (str(found.place), found.key, found.claim) == ("claims.yaml:8:7", None, "a")

    def test_an_ignore_that_had_something_to_do_is_passed_over(self) -> None:
        ignore = Ignore("MET003", "reissued", Place("references.bib"))
        assert said(run.unused_ignore, replace(case(), ignores=(ignore,))) == []


class TestIgnoreWithoutReason:
    def test_it_is_reported_where_it_stands(self) -> None:
        ignore = Ignore("BIB005", "", Place("claims.yaml", 12, 13), claim="a")
        (found,) = run.ignore_without_reason.run(replace(case(), ignores=(ignore,)))
        assert str(found) == (
            "claims.yaml:12:13: RUN003 `BIB005` is ignored without a reason: give one, or it counts"
            " for nothing"
        )
        assert (found.key, found.claim) == (None, "a")

    def test_each_of_two_for_one_entry_is_judged_alone(self) -> None:
        # A code that is ignored twice for one entry, once with a reason.
        place = Place("references.bib", 1, 3)
        ignores = (
            Ignore("BIB005", "no author", place, key="a"),
            Ignore("BIB005", "", Place("references.bib", 2, 3), key="a"),
        )
        (found,) = run.ignore_without_reason.run(replace(case(), ignores=ignores))
        assert (found.place.line, found.key) == (2, "a")
