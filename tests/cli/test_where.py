"""`evidence where`: the places of a claim, in every document."""

import json
from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded

CLAIMS = """schema: evidence/claims/1
documents: [summary.md, report/full.txt]
claims:
  - id: half-life
    text: In healthy volunteers the half-life of entrectinib was 20 hours.
    variants: [The half-life of entrectinib in healthy volunteers was 20 hours.]
    evidence: [ardini2016]
  - id: growth-in-mice
    text: Entrectinib slowed the growth of tumours in mice.
    evidence: [ardini2016]
  - id: gone
    text: Statins prevent strokes in old age.
"""
SUMMARY = """# Summary

The half-life of entrectinib in healthy volunteers was 20 hours [@ardini2016]. Entrectinib clearly
slowed the growth of tumours in mice [@ardini2016].
"""
FULL = """In healthy volunteers the half-life of entrectinib was 200 hours [1].

References

1. Ardini E. A work. Mol Cancer Ther 2016; 15: 628-639.
"""


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "references.bib").write_text("@misc{ardini2016, title = {A work}}")
    (tmp_path / "claims.yaml").write_text(CLAIMS)
    (tmp_path / "summary.md").write_text(SUMMARY)
    (tmp_path / "report").mkdir()
    (tmp_path / "report/full.txt").write_text(FULL)


def where(*args: str) -> int:
    return guarded(commands, ["where", *args])


def test_every_document_says_how_it_has_the_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert where("half-life") == 0
    assert capsys.readouterr().out == (
        "summary.md:3:1: same\n"
        "    The half-life of entrectinib in healthy volunteers was 20 hours.\n"
        "report/full.txt:1:1: altered: 20 → 200\n"
        "    In healthy volunteers the half-life of entrectinib was 200 hours.\n"
    )


def test_other_words_are_no_alteration(capsys: pytest.CaptureFixture[str]) -> None:
    assert where("growth-in-mice") == 0
    assert capsys.readouterr().out.startswith("summary.md:3:80: reworded: `clearly` added\n")


def test_a_claim_that_is_only_there_altered_exits_with_1() -> None:
    Path("claims.yaml").write_text(CLAIMS.replace("summary.md, ", ""))
    assert where("half-life") == 1


def test_a_claim_that_is_nowhere_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert where("gone") == 1
    assert capsys.readouterr().out == "`gone` stands in no document\n"


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("half-live", "did you mean `half-life`?"),
        ("mice", "did you mean `growth-in-mice`?"),
        ("x", "expected one of the 3 ids"),
    ],
)
def test_an_unknown_claim_exits_with_2_and_names_the_nearest(
    id: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert where(id) == 2
    assert capsys.readouterr().err == f"evidence: there is no claim `{id}`, {hint}\n"


def test_a_claim_that_cannot_be_read_is_not_called_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("claims.yaml").write_text(CLAIMS + "    colour: red\n")
    assert where("gone") == 2
    assert "the claim `gone` cannot be read" in capsys.readouterr().err


def test_without_a_claims_file_this_is_told_as_by_link(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("claims.yaml").unlink()
    assert where("gone") == 2
    expected = "evidence: there is no `claims.yaml`: `evidence init` makes one\n"
    assert capsys.readouterr().err == expected


def test_a_document_that_cannot_be_read_is_told_beside_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("report/full.txt").write_text("\n")
    assert where("half-life") == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("summary.md:3:1: same\n")
    assert captured.err.startswith("evidence: report/full.txt:1:1: ")


def test_without_documents_there_is_nothing_to_look_into(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("claims.yaml").write_text(CLAIMS.replace("documents: [summary.md, report/full.txt]\n", ""))
    assert where("half-life") == 2
    assert "the project names no documents" in capsys.readouterr().err


def test_json_has_all_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert where("half-life", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "evidence/where/1"
    assert told["stands"] is True
    assert told["unreadable"] == []
    assert told["places"][1] == {
        "place": {"file": "report/full.txt", "line": 1, "column": 1},
        "page": "",
        "kind": "altered",
        "changes": [{"kind": "number", "before": "20", "after": "200"}],
        "statement": "In healthy volunteers the half-life of entrectinib was 200 hours.",
        "cited": ["1"],
    }
