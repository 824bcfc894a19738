"""The documents of a project are read where a rule asks for them, and only there."""

from pathlib import Path

import pytest

import evidence
from evidence.audit.held_documents import held_documents
from recorded_registries import RecordedWorks

BIB = "@misc{ardini2016, author = {Ardini, E.}, title = {A work}, year = {2016}}\n"
CLAIMS = """schema: evidence/claims/1
documents: [a.md, empty.md, missing.md]
claims:
  - id: growth
    text: Entrectinib slowed tumours in mice.
    evidence: [ardini2016]
    ignore: {CIT008: the second work is on the way}
"""
TEXT = "Entrectinib slowed tumours in rats [@ardini2016]. Dogs were not affected [@ardini2016].\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "references.bib").write_text(BIB)
    (tmp_path / "claims.yaml").write_text(CLAIMS)
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "empty.md").write_text("\n")
    return tmp_path


def check(select: str) -> evidence.Report:
    registries = RecordedWorks([]).registries()
    return evidence.check(evidence.load_project(), registries, select=select)


@pytest.mark.usefixtures("project")
def test_one_unreadable_document_leaves_the_others_checked() -> None:
    report = check("CIT")
    assert [(f.place.file, f.code) for f in report.findings] == [
        ("a.md", "CIT005"),
        ("claims.yaml", "CLM010"),
        ("empty.md", "CIT012"),
    ]
    assert report.unusable


@pytest.mark.usefixtures("project")
def test_without_a_rule_on_documents_none_is_read() -> None:
    stages: list[str] = []
    evidence.check(
        evidence.load_project(),
        RecordedWorks([]).registries(),
        select=evidence.UPDATE_RULES,
        progress=lambda stage, _, __: stages.append(stage),
    )
    assert "reading documents" not in stages


@pytest.mark.usefixtures("project")
def test_progress_is_told_document_by_document() -> None:
    told: list[tuple[str, int, int]] = []
    held, unreadable = held_documents(evidence.load_project(), lambda *each: told.append(each))
    assert told == [("reading documents", done, 2) for done in range(3)]
    assert [each.document.file for each in held] == ["a.md"]
    assert [each.place.file for each in unreadable] == ["empty.md"]


def test_a_finding_that_a_person_accepted_is_silent(project: Path) -> None:
    accepted = CLAIMS.replace("[a.md, empty.md, missing.md]", "[a.md]").replace(
        "CIT008: the second work is on the way", "CIT005: rats are meant"
    )
    (project / "claims.yaml").write_text(accepted)
    assert "CIT005" not in {finding.code for finding in check("CIT").findings}
    everywhere = CLAIMS.replace("[a.md, empty.md, missing.md]", "[a.md]").replace(
        "claims:\n", "ignore: {CIT005: a draft}\nclaims:\n"
    )
    (project / "claims.yaml").write_text(everywhere)
    assert "CIT005" not in {finding.code for finding in check("CIT").findings}
