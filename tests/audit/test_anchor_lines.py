"""A passage put on an evidence line, found again, with its text noted in the lock."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import evidence
from evidence.audit.anchoring import LineToAnchor
from evidence.matching.anchors.proposal import Proposal
from evidence.model.anchor import AnchorState
from evidence.model.claim import EvidenceLine, TableCell
from evidence.model.source_text import Depth
from evidence.sources.lock import lock_of
from standin import StandIn

RECORD = {
    "DOI": "10.1234/moore",
    "type": "journal-article",
    "title": ["Ibuprofen for dental pain"],
    "author": [{"family": "Moore", "given": "R."}],
    "container-title": ["Pain"],
    "page": "211-212",
    "abstract": "<jats:p>Ibuprofen eased pain in adults.</jats:p>",
    "published-print": {"date-parts": [[2015]]},
}
BIB = """@article{moore2015, author = {Moore, R.}, title = {Ibuprofen for dental pain}, journal =
  {Pain}, year = {2015}, pages = {211-212}, doi = {10.1234/moore}}
@misc{vane1971, title = {Inhibition}, abstract = {Ibuprofen inhibits synthesis. So it eases pain.}}
@misc{none2000, title = {Nothing}}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  - id: pain
    text: Ibuprofen 400 mg eased pain in 54 of 100 patients.
    evidence: [moore2015]
  - id: old
    text: Ibuprofen was well tolerated.
    evidence:
      - reference: moore2015
        quote: Placebo was not
        page: 3
        prefix: and
      - reference: moore2015
        page: 212
      - vane1971
      - none2000
"""
TEXT = """Ibuprofen for dental pain

Methods

Ibuprofen 400 mg or placebo was given to 200 patients.

Results

Pain was eased in 54 of 100 patients with ibuprofen [1], and in 17 of 100 with placebo. It was
well tolerated. It was well tolerated, too, by the elderly, but not by children.\fDiscussion

It was well tolerated. Placebo was not better.

Table 1. Relief of pain

Drug       Relief (%)    Patients
ibuprofen  54            100
placebo    17            100
"""
DAY = datetime.date(2026, 1, 31)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("references.bib").write_text(BIB)
    Path("claims.yaml").write_text(CLAIMS)
    Path("sources").mkdir()
    Path("sources/moore2015.txt").write_text(TEXT)
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


def found(claim: str, key: str = "moore2015", at: int | None = None) -> LineToAnchor:
    return evidence.find_passages(evidence.load_project(), claim, key, at=at)


def anchored(subject: LineToAnchor, chosen: Proposal | str) -> EvidenceLine:
    """The line as it is read back after the passage was written."""
    project = evidence.load_project()
    anchoring = evidence.anchor(project, subject, chosen)
    before = Path("claims.yaml").read_text()
    evidence.write_anchoring(anchoring)
    assert before.count("\n") <= Path("claims.yaml").read_text().count("\n")
    line = evidence.load_project().find_claim(subject.claim.id).evidence[subject.index]
    assert replace(line, place=anchoring.line.place, places=()) == anchoring.line
    return line


def state(claim: str, index: int = 0) -> AnchorState:
    """What `check` says of the line's quote."""
    with evidence.connect(cache_dir=None, offline=True) as offline:
        report = evidence.check(evidence.load_project(), offline)
    [result] = [each for each in report.claims if each.claim.id == claim]
    told = result.lines[index].anchor
    assert told
    return told.state


def test_a_chosen_passage_is_written_with_its_place_and_its_text_noted() -> None:
    subject = found("pain")
    assert (subject.depth, subject.files) == (Depth.FULL_TEXT, (Path("sources/moore2015.txt"),))
    first = subject.proposals[0]
    line = anchored(subject, first)
    assert line.quote == (
        "Pain was eased in 54 of 100 patients with ibuprofen, and in 17 of 100 with placebo."
    )
    assert (line.page, line.section, line.prefix, line.suffix) == ("211", "Results", "", "")
    assert state("pain") is AnchorState.FOUND
    [seal] = lock_of(evidence.load_project().settings).of("pain", "moore2015")
    assert seal.word is None
    assert seal.source == (("moore2015.txt", subject.texts[0].sha256),)


def test_the_record_tells_the_pages_and_the_abstract(registries: evidence.Registries) -> None:
    Path("sources/moore2015.txt").unlink()
    project = evidence.load_project()
    subject = evidence.find_passages(project, "pain", registries=registries)
    assert subject.work is not None
    assert subject.depth is Depth.ABSTRACT
    assert [each.quote for each in subject.proposals] == ["Ibuprofen eased pain in adults."]
    anchoring = evidence.anchor(project, subject, subject.proposals[0])
    assert (anchoring.line.page, anchoring.line.section) == ("", "Abstract")
    evidence.write_anchoring(anchoring)
    [seal] = lock_of(project.settings).of("pain", "moore2015")
    assert (seal.source, bool(seal.fingerprints.record)) == ((), True)


def test_the_entrys_own_abstract_and_nothing_at_all() -> None:
    subject = found("old", "vane1971")
    assert (subject.depth, subject.texts[0].registry) == (Depth.ABSTRACT, "the entry")
    nothing = found("old", "none2000")
    assert (nothing.depth, nothing.proposals, nothing.texts) == (Depth.NONE, (), ())


def test_a_file_that_cannot_be_read_is_told() -> None:
    Path("sources/none2000.pdf").write_text("no PDF")
    subject = found("old", "none2000")
    assert subject.depth is Depth.NONE
    assert [each.place.file for each in subject.unreadable] == ["sources/none2000.pdf"]


def test_words_that_stand_three_times_are_told_by_page_and_words_around_them() -> None:
    subject = found("old", at=1)
    [*_, last] = [each for each in subject.proposals if each.quote == "It was well tolerated."]
    text = subject.texts[0].document.text
    first, third = (
        replace(last, passage=replace(last.passage, start=start))
        for start in (text.index("It was\nwell"), text.rindex("It was well tolerated."))
    )
    line = anchored(subject, third)
    assert (line.page, line.section, line.prefix, line.suffix) == ("212", "Discussion", "", "")
    assert state("old") is AnchorState.FOUND
    line = anchored(found("old", at=1), first)
    assert (line.page, line.section) == ("211", "Results")
    assert line.prefix == "17 of 100 with placebo."
    assert line.suffix == ""
    assert state("old") is AnchorState.FOUND


def test_given_words_are_told_by_the_page_that_the_line_has() -> None:
    subject = found("old", at=2)
    assert subject.look_for("it was well tolerated").state is AnchorState.FOUND
    line = anchored(subject, " it was  well tolerated")
    assert (line.quote, line.page, line.section) == ("it was well tolerated", "212", "Discussion")
    assert state("old", 1) is AnchorState.FOUND


def test_given_words_that_stand_once_need_no_page_of_the_lines_own() -> None:
    line = anchored(found("old", at=1), "Pain was eased … with placebo")
    assert (line.page, line.prefix) == ("211", "")
    assert state("old") is AnchorState.FOUND


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("It was badly tolerated", "the words do not stand in the text of `moore2015`"),
        ("It was well tolerated", "the words stand 3 times in the text of `moore2015`"),
    ],
)
def test_other_words_are_not_written(quote: str, told: str) -> None:
    with pytest.raises(evidence.InputError, match=told):
        evidence.anchor(evidence.load_project(), found("pain"), quote)
    assert Path("claims.yaml").read_text() == CLAIMS


def test_a_proposal_that_is_of_another_text_is_not_written() -> None:
    subject = found("pain")
    first = subject.proposals[0]
    for other in (
        replace(first, passage=replace(first.passage, start=1)),
        replace(first, file="sources/other.txt"),
        replace(first, quote="Nobody said so."),
    ):
        with pytest.raises(evidence.InputError, match="cannot be found again in the text"):
            evidence.anchor(evidence.load_project(), subject, other)
    cell = replace(first, table=TableCell("Table 1", "ibuprofen", "Relief (%)", "45"))
    with pytest.raises(evidence.InputError, match="the cell cannot be found again in Table 1"):
        evidence.anchor(evidence.load_project(), subject, cell)


def test_words_that_nothing_tells_apart_are_not_written() -> None:
    Path("sources/moore2015.txt").write_text("It helps.\n\n" * 30 + "Ibuprofen eased pain.")
    subject = found("pain")
    [first] = [each for each in subject.proposals if "eased" in each.quote]
    start = subject.look_for("It helps").passages[14].start
    same = replace(first, quote="It helps.", passage=replace(first.passage, start=start))
    with pytest.raises(evidence.InputError, match="several times in the text, and nothing tells"):
        evidence.anchor(evidence.load_project(), subject, same)


CELL = TableCell("Table 1", "ibuprofen", "Relief (%)", "54")


def cell_of(subject: LineToAnchor) -> Proposal:
    first = subject.proposals[0]
    caption = TEXT.index("Table 1")
    return replace(first, table=CELL, passage=replace(first.passage, start=caption, end=caption))


def test_a_cell_is_written_with_the_place_of_its_table() -> None:
    line = anchored(found("pain"), cell_of(found("pain")))
    assert (line.table, line.quote) == (CELL, "")
    assert line.page == "211"  # of the passage that was given with it


def test_a_cell_leaves_a_quote_alone_and_a_quote_a_cell() -> None:
    line = anchored(found("old", at=1), cell_of(found("old", at=1)))
    assert (line.table, line.quote, line.page) == (CELL, "Placebo was not", "3")
    line = anchored(found("old", at=1), "Placebo was not better")
    assert (line.table, line.quote, line.page, line.prefix) == (
        CELL, "Placebo was not better", "212", "",
    )  # fmt: skip


def test_a_judgement_of_what_stood_there_is_kept_and_is_out_of_date() -> None:
    project = evidence.load_project()
    judging = evidence.judge(project, "pain", stance="supports", by="B", on=DAY)
    evidence.write_judging(judging)
    line = anchored(found("pain"), found("pain").proposals[0])
    assert line.judged is not None
    [seal] = lock_of(project.settings).of("pain", "moore2015")
    assert seal == judging.seal
    with evidence.connect(cache_dir=None, offline=True) as offline:
        report = evidence.check(evidence.load_project(), offline, select="SUP026")
    assert [each.code for each in report.findings] == ["SUP026"]


def test_anchoring_the_same_again_changes_nothing() -> None:
    anchored(found("pain"), found("pain").proposals[0])
    subject = found("pain")
    again = evidence.anchor(evidence.load_project(), subject, subject.proposals[0])
    assert again.claims.diff == again.lock.diff == ""
    evidence.write_anchoring(again)


def test_a_file_that_changed_meanwhile_leaves_both_as_they_are() -> None:
    subject = found("pain")
    anchoring = evidence.anchor(evidence.load_project(), subject, subject.proposals[0])
    Path("evidence.lock").write_text("")
    with pytest.raises(evidence.InputError, match=r"`evidence\.lock` has changed since it was"):
        evidence.write_anchoring(anchoring)
    assert Path("claims.yaml").read_text() == CLAIMS


def test_the_projects_synonyms_and_kept_texts_are_used(tmp_path: Path) -> None:
    Path("synonyms.yaml").write_text(
        "schema: evidence/synonyms/1\nsynonyms:\n  - [ibuprofen, RB-1472]\n"
    )
    Path("sources/moore2015.txt").write_text("It is old.\n\nRB-1472 eased pain.\n")
    project = evidence.load_project()
    subject = evidence.find_passages(project, "pain", cache_dir=tmp_path / "cache")
    assert "Ibuprofen" in subject.proposals[0].has
    assert len(list((tmp_path / "cache/texts").iterdir())) == 1
