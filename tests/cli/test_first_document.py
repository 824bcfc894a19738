"""The main job: the repository's own page, its claims and its references."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded
from standin import StandIn

ROOT = Path(__file__).parents[2]
SNAPSHOT = ROOT / "data/entrectinib-snapshot.jsonl"
SOUND = [
    *("chen2018", "cocco2018", "menichincheri2016", "ardini2016", "sartorebianchi2016"),
    "drilon2017",
]
MEANT = "10.1093/annonc/mdy424.017"
WHY = "without the stray `4` before `10.` and two stray `1`s"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository's project, as the current folder, with a cache of its own."""
    for name in ("references.bib", "claims.yaml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "documents", tmp_path / "documents")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def crossref(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The stand-in with the seven works, as the Crossref and doi.org of the run."""
    with StandIn([SNAPSHOT], as_crossref=True) as server:
        monkeypatch.setenv("EVIDENCE_CROSSREF_URL", server.crossref_url)
        monkeypatch.setenv("EVIDENCE_DOI_URL", server.doi_url)
        monkeypatch.setenv("EVIDENCE_MAILTO", "test@example.org")  # three lists a second, not one
        yield server


def run(*args: str) -> int:
    return guarded(commands, args)


def run_json(capsys: pytest.CaptureFixture[str], *args: str) -> dict[str, Any]:
    run(*args, "--format", "json")
    loaded: dict[str, Any] = json.loads(capsys.readouterr().out)
    return loaded


def statuses(report: dict[str, Any]) -> dict[str, str]:
    return {reference["key"]: reference["status"] for reference in report["references"]}


_NONE_OF_THREE = "names neither `Entrectinib` nor `ALK` nor `ROS1`, and no text of it is at hand"
CAREFUL = [
    f"note SUP014 untitled-subject: the title of `chen2018` {_NONE_OF_THREE}",
    f"note SUP014 untitled-subject: the title of `cocco2018` {_NONE_OF_THREE}",
    "warning SUP018 differing-system: `bbb-penetration` says `preclinical`, and `drilon2017`",
    "warning SUP018 differing-system: `bbb-penetration` says `preclinical`, and `demetri2018`",
    "note CLM005 unlocated-value",
    "error DOI001 malformed-doi",
]


@pytest.mark.usefixtures("project")
def test_online_six_references_are_verified_and_the_seventh_is_malformed(
    crossref: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    report = run_json(capsys, "check")
    assert statuses(report) == dict.fromkeys(SOUND, "verified") | {"demetri2018": "malformed"}
    assert report["run"]["source"] == "crossref"
    assert len(crossref.requests()) <= 3


@pytest.mark.usefixtures("project", "crossref")
def test_online_the_findings_are_those_of_a_careful_reader(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("check") == 1
    out = capsys.readouterr().out
    found = [
        line.split(": ", 1)[1]
        for line in out.splitlines()
        if ": error" in line or ": note" in line or ": warning" in line
    ]
    in_patients = "was made in patients (as the line says): cite work"
    assert [line[: len(start)] for line, start in zip(found, CAREFUL, strict=True)] == CAREFUL
    assert [in_patients in line for line in found] == [False, False, True, True, False, False]
    assert (
        f"suggestion: {MEANT} (high): {WHY}; title, authors and year agree with Crossref's record"
        in out
    )


@pytest.mark.usefixtures("project")
def test_warm_nothing_is_asked(crossref: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    cold = run_json(capsys, "check")
    crossref.forget()
    warm = run_json(capsys, "check")
    assert crossref.requests() == ()
    assert warm["run"]["source"] == "cache"
    assert warm["findings"] == cold["findings"]
    assert statuses(warm) == statuses(cold)


@pytest.mark.usefixtures("project")
def test_offline_the_snapshot_is_compared_and_verifies_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = run_json(capsys, "check", "--offline")
    assert statuses(report) == dict.fromkeys(SOUND, "unchecked") | {"demetri2018": "malformed"}
    assert report["run"]["source"] == "snapshot"
    assert report["run"]["requests"] == 0
    for reference in report["references"][:6]:
        assert reference["reason"] == "hand-made record"
        assert reference["origin"]["hand_made"] is True
        assert reference["origin"]["via"] == "snapshot"
    [suggestion] = [f["suggestion"] for f in report["findings"] if f["code"] == "DOI001"]
    assert suggestion["doi"] == MEANT
    assert suggestion["confidence"] == "medium"
    assert suggestion["why"].startswith(WHY)
    codes = ["SUP014", "SUP014", "SUP018", "SUP018", "CLM005", "RUN001", "DOI001"]
    assert [f["code"] for f in report["findings"]] == codes
    assert "(hand-made record; Crossref: offline, and not in the cache)" in str(report["findings"])


@pytest.mark.usefixtures("project")
def test_with_crossref_down_the_report_is_the_offline_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = run_json(capsys, "check", "--crossref-url", "http://127.0.0.1:9")
    assert statuses(report) == dict.fromkeys(SOUND, "unchecked") | {"demetri2018": "malformed"}
    assert report["run"]["source"] == "snapshot"


@pytest.mark.usefixtures("project", "crossref")
def test_claims_have_the_level_and_the_risk_of_their_evidence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = run_json(capsys, "report")
    assert {c["id"]: (c["level"], c["at_risk"], c["broken"]) for c in report["claims"]} == {
        "kinase-activity": ("verified", False, False),
        "bbb-penetration": ("linked", True, False),
        "cns-tumours": ("linked", True, False),
        "alk-ros1-ic50": ("verified", False, False),
        "phosphorylation": ("verified", False, False),
        "tumour-regression": ("verified", False, False),
    }


@pytest.mark.usefixtures("project")
def test_the_search_is_the_second_way_to_the_malformed_reference(
    crossref: StandIn, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / "references.bib").read_text("utf-8")
    # Three digits too many are out of reach of the repair from the string.
    broken = text.replace("mdy1424.1017", "mdy13524.10187")
    (project / "references.bib").write_text(broken, "utf-8")
    report = run_json(capsys, "check")
    [suggestion] = [f["suggestion"] for f in report["findings"] if f["code"] == "DOI001"]
    assert suggestion["doi"] == MEANT
    assert suggestion["why"].startswith("found by a search for the title")
    # The works, the repairs, the agency of the likeliest repair, and the search.
    assert len(crossref.requests()) <= 4


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json"])
@pytest.mark.usefixtures("project", "crossref")
def test_the_malformed_doi_is_shown_as_the_file_has_it(
    format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--format", format) == 0
    out = capsys.readouterr().out
    assert "https://doi.org/410.1093/annonc/mdy1424.1017" in out
    assert "10.1093/annonc/mdy1424.1017" not in out.replace("410.1093/annonc/mdy1424.1017", "")


@pytest.mark.parametrize("name", ["report.html", "report.md", "report.json", "report.txt"])
@pytest.mark.usefixtures("crossref")
def test_a_report_is_written_in_the_form_that_its_name_says(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", "--output", name) == 0
    begins = {
        "report.html": "<!doctype html>",
        "report.md": "# ",
        "report.json": "{",
        "report.txt": "",
    }[name]
    assert (project / name).read_text("utf-8").lower().startswith(begins)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"wrote {name}\n"
