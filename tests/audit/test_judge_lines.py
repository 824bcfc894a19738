"""A judgement written down with what it is about, over a real HTTP server."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import evidence
from evidence.audit.judging import Judging
from evidence.audit.line_to_judge import LineToJudge
from evidence.checks.judging import judgement_of
from evidence.edits.lock import LockEdit
from evidence.errors import InputError
from evidence.model.judgement import Judged, JudgementState
from evidence.model.source_text import Depth
from evidence.sources.lock import lock_of
from standin import StandIn

RECORD = {
    "DOI": "10.1234/moore",
    "type": "journal-article",
    "title": ["Ibuprofen for dental pain"],
    "author": [{"family": "Moore", "given": "R."}],
    "container-title": ["Pain"],
    "published-print": {"date-parts": [[2015]]},
}
BIB = """@article{moore2015, author = {Moore, R.}, title = {Ibuprofen for dental pain}, journal =
  {Pain}, year = {2015}, doi = {10.1234/moore}}
@misc{vane1971, title = {Inhibition of synthesis}, abstract = {Ibuprofen inhibits synthesis.}}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  - id: pain
    text: Ibuprofen eases pain.
    evidence: [moore2015]
  - id: synthesis
    text: Ibuprofen inhibits synthesis.
    evidence:
      - reference: vane1971
        page: 3
      - reference: vane1971
        page: 7
        note: Read.
      - gone2000
  - {id: bare, text: It is cheap.}
"""
DAY = datetime.date(2026, 1, 31)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("references.bib").write_text(BIB)
    Path("claims.yaml").write_text(CLAIMS)
    return tmp_path


@pytest.fixture
def registries(tmp_path: Path) -> Iterator[evidence.Registries]:
    works = tmp_path / "works.jsonl"
    works.write_text(json.dumps(RECORD))
    with (
        StandIn([works], as_crossref=True) as server,
        evidence.connect(
            mailto="test@example.org",
            crossref_url=server.crossref_url,
            doi_url=server.doi_url,
            datacite_url=server.datacite_url,
            cache_dir=None,
        ) as opened,
    ):
        yield opened


def line(claim: str, key: str = "", at: int | None = None) -> LineToJudge:
    return evidence.line_to_judge(evidence.load_project(), claim, key, at=at)


def judged(claim: str, key: str = "", at: int | None = None, **more: Any) -> Judging:
    project = evidence.load_project()
    words: dict[str, Any] = {"stance": "supports", "by": "A. Reader", "on": DAY} | more
    return evidence.judge(project, claim, key, at=at, **words)


def test_a_judgement_and_what_it_is_about_are_written(registries: evidence.Registries) -> None:
    Path("sources").mkdir()
    Path("sources/moore2015.txt").write_text("Ibuprofen eases pain.")
    project = evidence.load_project()
    judging = evidence.judge(
        project,
        "pain",
        stance="partly",
        by=" A.\n Reader ",
        on=DAY,
        defect="oversimplified",
        note="In adults.",
        registries=registries,
    )
    assert Path("claims.yaml").read_text() == CLAIMS
    assert not Path("evidence.lock").exists()
    assert str(judging.place) == "claims.yaml:8:17"
    evidence.write_judging(judging)
    assert Path("claims.yaml").read_text() == CLAIMS.replace(
        "evidence: [moore2015]\n",
        "evidence:\n      - reference: moore2015\n        note: In adults.\n"
        "        stance: partly\n        defect: oversimplified\n"
        '        judged: {by: A. Reader, on: "2026-01-31"}\n',
    )
    again = evidence.load_project()
    [seal] = lock_of(again.settings).of("pain", "moore2015")
    assert seal == judging.seal
    assert [name for name, _ in seal.source] == ["moore2015.txt"]
    result = evidence.check(again, registries, select="CLM").references[0]
    claim = again.find_claim("pain")
    files = (("sources/moore2015.txt", seal.source[0][1]),)
    found = judgement_of(
        claim, claim.evidence[0], result.cited_work, files, lock_of(again.settings)
    )
    assert found is not None
    assert found.state is JudgementState.CURRENT
    assert seal.fingerprints.record


def test_a_later_retraction_makes_it_stale(registries: evidence.Registries) -> None:
    project = evidence.load_project()
    judging = evidence.judge(
        project, "pain", stance="supports", by="B", on=DAY, registries=registries
    )
    evidence.write_judging(judging)
    [retracted] = [RECORD | {"updated-by": [{"type": "retraction", "DOI": "10.1234/r"}]}]
    Path("works.jsonl").write_text(json.dumps(retracted))
    with (
        StandIn([Path("works.jsonl")], as_crossref=True) as server,
        evidence.connect(
            crossref_url=server.crossref_url, doi_url=server.doi_url, cache_dir=None
        ) as later,
    ):
        subject = evidence.line_to_judge(evidence.load_project(), "pain", registries=later)
    found = judgement_of(subject.claim, subject.line, subject.work, (), lock_of(project.settings))
    assert found is not None
    assert found.changed == ("record",)


def test_how_much_of_the_work_is_at_hand(registries: evidence.Registries) -> None:
    project = evidence.load_project()
    assert line("pain").depth is Depth.NONE
    assert line("pain").title == "Ibuprofen for dental pain"
    assert line("synthesis", "vane1971", 1).depth is Depth.ABSTRACT
    Path("sources").mkdir()
    path = Path("sources/moore2015.txt")
    path.write_text("Ibuprofen eases pain.")
    found = evidence.line_to_judge(project, "pain", registries=registries)
    assert (found.depth, found.files) == (Depth.FULL_TEXT, (path,))
    assert found.work is not None
    path.write_text("")
    found = evidence.line_to_judge(project, "pain", registries=registries)
    assert (found.depth, found.files) == (Depth.NONE, (path,))
    assert [each.place.file for each in found.unreadable] == ["sources/moore2015.txt"]


def test_judging_again_renews_the_word_and_keeps_the_note() -> None:
    evidence.write_judging(judged("synthesis", "vane1971", 2, defect="indirect", note="Checked."))
    evidence.write_judging(judged("synthesis", "vane1971", 2, note="Checked.", by="B"))
    assert Path("claims.yaml").read_text() == CLAIMS.replace(
        "note: Read.\n",
        "note: Read. / Checked.\n        stance: supports\n"
        '        judged: {by: B, on: "2026-01-31"}\n',
    )
    [seal] = lock_of(evidence.load_project().settings).of("synthesis", "vane1971")
    assert seal.at == 2
    assert seal.fingerprints.record == ""
    assert seal.word
    assert seal.word.judged.by == "B"
    same = judged("synthesis", "vane1971", 2, by="B")
    assert same.claims.diff == same.lock.diff == ""
    evidence.write_judging(same)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (
            {"defect": "contradicted"},
            "a work that is judged `contradicted` does not support the claim: give the stance "
            "`partly`, `disputes` or `neutral`, or another defect",
        ),
        (
            {"on": datetime.date(2999, 1, 1)},
            "`2999-01-01` is a day to come, expected one up to today",
        ),
    ],
)
def test_a_word_that_cannot_be_meant_is_refused(word: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as refused:
        judged("pain", "moore2015", 1, **word)
    assert refused.value.message == told
    assert Path("claims.yaml").read_text() == CLAIMS


def test_a_defect_that_leaves_support_and_a_day_that_has_begun_somewhere_are_taken() -> None:
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=14))).date()
    made = judged("pain", "moore2015", 1, defect="oversimplified", on=today)
    assert made.seal.word
    assert made.seal.word.judged.on == today


def test_a_day_that_another_tool_put_under_true_is_read_and_written_under_on() -> None:
    text = CLAIMS.replace(
        "page: 3\n",
        "page: 3\n        stance: supports\n        judged: {by: A, true: 2026-01-30}\n",
    )
    Path("claims.yaml").write_text(text)
    [line, *_] = evidence.load_project().find_claim("synthesis").evidence
    assert line.judged == Judged("A", datetime.date(2026, 1, 30))
    evidence.write_judging(judged("synthesis", "vane1971", 1, by="B"))
    assert Path("claims.yaml").read_text() == text.replace(
        "judged: {by: A, true: 2026-01-30}", 'judged: {by: B, on: "2026-01-31"}'
    )


@pytest.mark.parametrize(
    ("claim", "key", "at", "told"),
    [
        ("pian", "", None, "there is no claim `pian`, did you mean `pain`?"),
        (
            "bare",
            "",
            None,
            "claims.yaml:15:10: `bare` names no evidence: `evidence link bare KEY` adds",
        ),
        ("synthesis", "", None, "`synthesis` has 3 lines: name one of `vane1971`, `gone2000`"),
        ("pain", "moor", None, "`pain` has no line for `moor`, did you mean `moore2015`?"),
        (
            "pain",
            "qqq",
            None,
            "`pain` has no line for `qqq`, expected one of `moore2015` (`evidence link pain qqq` "
            "adds one)",
        ),
        (
            "synthesis",
            "vane1971",
            None,
            "`synthesis` has 2 lines for `vane1971`: name one by its number, from 1 to 2 "
            "(claims.yaml:9:20, claims.yaml:11:20)",
        ),
        ("synthesis", "vane1971", 3, "`synthesis` has 2 lines for `vane1971`, not 3"),
        ("pain", "", 2, "`pain` has 1 line for `moore2015`, not 2"),
        ("synthesis", "gone2000", None, "there is no entry `gone2000` in `references.bib`"),
    ],
)
def test_a_line_that_is_not_there(claim: str, key: str, at: int | None, told: str) -> None:
    with pytest.raises(evidence.InputError) as caught:
        line(claim, key, at)
    assert told in str(caught.value)


def test_somebody_must_judge() -> None:
    with pytest.raises(evidence.InputError, match="nobody is named who judges: expected a name"):
        judged("pain", by=" \n")


def test_a_file_that_changed_meanwhile_leaves_both_as_they_are() -> None:
    judging = judged("pain")
    Path("evidence.lock").write_text("")
    with pytest.raises(evidence.InputError, match=r"`evidence\.lock` has changed since it was"):
        evidence.write_judging(judging)
    assert Path("claims.yaml").read_text() == CLAIMS


class Meddling(LockEdit):
    """A lock that cannot be written, and meanwhile somebody else writes the claims."""

    def write(self) -> None:
        Path("claims.yaml").write_text(CLAIMS)
        raise evidence.InputError("the disk is full")


def test_where_the_lock_cannot_be_written_the_claims_are_put_back(folder: Path) -> None:
    judging = judged("pain")
    nowhere = LockEdit(folder / "nowhere" / "evidence.lock", b"", b"{}", "", is_new=True)
    with pytest.raises(evidence.InputError) as caught:
        evidence.write_judging(replace(judging, lock=nowhere))
    assert str(caught.value).endswith("(`claims.yaml` is as it was)")
    assert Path("claims.yaml").read_text() == CLAIMS


def test_where_this_fails_too_it_is_told() -> None:
    judging = judged("pain")
    meddling = Meddling(Path("evidence.lock"), b"", b"{}", "", is_new=True)
    with pytest.raises(evidence.InputError) as caught:
        evidence.write_judging(replace(judging, lock=meddling))
    assert str(caught.value) == (
        "the disk is full (`claims.yaml` may have the judgement all the same; judge again to note "
        "what it is about)"
    )


def test_offline_without_a_kept_record_none_is_noted() -> None:
    with evidence.connect(cache_dir=None, offline=True) as registries:
        found = evidence.line_to_judge(evidence.load_project(), "pain", registries=registries)
    assert found.work is None
