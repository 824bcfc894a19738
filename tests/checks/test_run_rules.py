from dataclasses import replace

import pytest

from dossiers import HAND_MADE, case, cocco, dossier, record, said
from evidence.checks import run
from evidence.checks.case import Case
from evidence.checks.status import judge
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.model.anchor import Anchor, AnchorState, CellAnchor, CellState
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.ignore import Ignore
from evidence.model.outcome import Unavailable
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.model.report import ReferenceResult, Status
from evidence.model.source_text import Depth

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


def evidence_line(at: int, key: str = "chen2018") -> EvidenceLine:
    return EvidenceLine(key, Place("claims.yaml", at, 9))


def quote(at: int, reason: str = "", *, state: AnchorState = AnchorState.UNCHECKED) -> LineSupport:
    return LineSupport(evidence_line(at), anchor=Anchor(state=state, reason=reason))


def cell(
    at: int, reason: str = "", *, state: CellState = CellState.UNCHECKED, key: str = "chen2018"
) -> LineSupport:
    return LineSupport(evidence_line(at, key), cell=CellAnchor(state=state, reason=reason))


def supported(*lines: LineSupport) -> Case:
    """A case with a claim for each of these lines."""
    place = Place("claims.yaml", 1)
    return replace(
        case(),
        supported=tuple(SupportedClaim(Claim("c", "A claim.", place), (each,)) for each in lines),
    )


class TestAnchorNotChecked:
    PUT = "put its full text, as `chen2018.pdf`, into the folder of sources"

    def test_a_quote_that_could_not_be_looked_for_is_told_with_the_reason(self) -> None:
        (found,) = run.anchor_not_checked.run(supported(quote(7, "no text is at hand")))
        assert str(found) == (
            "claims.yaml:7:9: RUN004 1 quote or table cell of `chen2018` could not be looked for "
            f"(no text is at hand): {self.PUT}"
        )
        assert found.key == "chen2018"

    def test_so_is_a_table_cell_also_beside_a_quote_that_was_found(self) -> None:
        (found,) = run.anchor_not_checked.run(supported(cell(7, "no tables here")))
        assert "1 quote or table cell of `chen2018` could not be looked for (no tables here)" in (
            found.message
        )
        both = replace(
            quote(8, state=AnchorState.FOUND),
            cell=CellAnchor(state=CellState.UNCHECKED, reason="no tables here"),
        )
        (found,) = run.anchor_not_checked.run(supported(both))
        assert "(no tables here)" in found.message

    def test_there_is_one_finding_for_each_work(self) -> None:
        lines = (quote(7), cell(9), cell(11, key="conf/x:1"))
        assert said(run.anchor_not_checked, supported(*lines)) == [
            "claims.yaml:7:9: RUN004 2 quotes or table cells of `chen2018` could not be looked for:"
            f" {self.PUT}",
            "claims.yaml:11:9: RUN004 1 quote or table cell of `conf/x:1` could not be looked for: "
            "put its full text, as `conf_x_1.pdf`, into the folder of sources",
        ]

    def test_a_full_text_that_is_there_is_not_asked_for(self) -> None:
        there = replace(cell(7, "no table could be read"), depth=Depth.FULL_TEXT)
        (found,) = run.anchor_not_checked.run(supported(there))
        assert found.message.endswith("could not be looked for (no table could be read)")

    @pytest.mark.parametrize("state", [s for s in AnchorState if s is not AnchorState.UNCHECKED])
    def test_any_other_quote_was_looked_for(self, state: AnchorState) -> None:
        assert said(run.anchor_not_checked, supported(quote(7, state=state))) == []

    @pytest.mark.parametrize("state", [s for s in CellState if s is not CellState.UNCHECKED])
    def test_any_other_cell_was_looked_for(self, state: CellState) -> None:
        assert said(run.anchor_not_checked, supported(cell(7, state=state))) == []

    def test_a_line_without_both_has_nothing_to_look_for(self) -> None:
        assert said(run.anchor_not_checked, supported(LineSupport(evidence_line(7)))) == []


def ignoring(ignore: Ignore) -> Case:
    return replace(case(), unused_ignores=(ignore,), rule_codes=frozenset({"MET003", "CLM002"}))


def unused(*files: str) -> list[str]:
    entries = tuple(cited(key) for key in ("chen2018", "chen2018b", "müller2020"))
    about = replace(case(), bibliography=Bibliography("references.bib", entries))
    return said(run.unused_source, replace(about, unused_sources=files))


class TestUnusedSource:
    def test_without_such_files_nothing_is_said(self) -> None:
        assert unused() == []

    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("CHEN2018.PDF", "chen2018"),
            ("chen2018 (1).pdf", "chen2018"),
            ("chen2018-supplement.pdf", "chen2018"),
            ("chen2018.suppl.pdf", "chen2018"),
            ("chen2018", "chen2018"),
            ("chen2018.epub", "chen2018"),
            ("chen2018b_v2.pdf", "chen2018b"),
            ("Muller2020.pdf", "müller2020"),
        ],
    )
    def test_the_key_that_was_probably_meant_is_named(self, name: str, key: str) -> None:
        assert unused(f"sources/{name}") == [
            f"sources/{name}:1:1: RUN005 1 file belongs to no entry, expected the name of a file to"
            f" be a key with the suffix of a format that is read: `{name}` (meant for `{key}`?)"
        ]

    @pytest.mark.parametrize("name", ["chen20181.pdf", "chen2018c.pdf", "notes.txt"])
    def test_another_name_is_meant_for_none(self, name: str) -> None:
        (told,) = unused(f"sources/{name}")
        assert told.endswith(f"is read: `{name}`")

    def test_five_are_named_and_the_rest_counted(self) -> None:
        (told,) = unused(*(f"sources/{n}.txt" for n in range(7)))
        assert "7 files belong to no entry" in told
        assert told.endswith("`3.txt`, `4.txt` and 2 more")


class TestUnusedIgnore:
    def test_a_code_that_no_rule_has_is_said_to_be_none(self) -> None:
        ignore = Ignore("MET999", "reissued", Place("references.bib", 4, 3))
        (found,) = run.unused_ignore.run(ignoring(ignore))
        assert found.message == "`MET999` is ignored here, and no rule has this code"

    def test_it_is_reported_where_it_stands(self) -> None:
        # A comment above the entry, as the ignores of a .bib file are.
        ignore = Ignore("MET003", "reissued", Place("references.bib", 4, 3), key="chen2018")
        (found,) = run.unused_ignore.run(ignoring(ignore))
        assert str(found) == (
            "references.bib:4:3: RUN002 `MET003` is ignored here, and there is nothing to ignore"
        )
        assert (found.key, found.claim) == ("chen2018", None)

    def test_an_ignore_of_a_claim_carries_the_claim(self) -> None:
        ignore = Ignore("CLM002", "common knowledge", Place("claims.yaml", 8, 7), claim="a")
        (found,) = run.unused_ignore.run(ignoring(ignore))
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
