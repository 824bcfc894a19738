"""`evidence check --only-updates`: what became of the works, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded
from standin import Refusal, StandIn

RECORDS = Path(__file__).parents[1] / "data/rules.jsonl"
# The year is wrong, which is no update.
SOUND = """@misc{first, author = {Example, Ida}, title = {A record that kept the first author only},
  year = {1990}, doi = {10.1234/first.only}}
"""
RETRACTED = """@article{bad, author = {Example, Rita}, title = {A work that was retracted},
  year = {2015}, doi = {10.1234/retracted}}
"""
MALFORMED = "@misc{ugly, title = {Something}, doi = {410.1234/retracted}}\n"
CLAIMS = """schema: evidence/claims/1
claims:
  - {id: ground, text: It works., evidence: [bad]}
  - {id: above, text: So it will work., rests_on: [ground]}
"""


@pytest.fixture
def crossref() -> Iterator[StandIn]:
    with StandIn([RECORDS], as_crossref=True) as server:
        yield server


@pytest.fixture(autouse=True)
def folder(crossref: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("crossref", "doi", "datacite"):
        monkeypatch.setenv(f"EVIDENCE_{name.upper()}_URL", getattr(crossref, f"{name}_url"))
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def test_a_retraction_and_the_claims_that_rest_on_it_are_all_that_is_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(SOUND + RETRACTED + MALFORMED)
    (folder / "claims.yaml").write_text(CLAIMS)
    assert guarded(commands, ["check", "--only-updates", "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert sorted((f["code"], f["key"], f["claim"]) for f in findings) == [
        ("CLM008", "bad", "above"),
        ("CLM008", "bad", "ground"),
        ("UPD001", "bad", None),
    ]


def test_nothing_new_is_clean(folder: Path) -> None:
    (folder / "references.bib").write_text(SOUND)
    assert guarded(commands, ["check"]) == 1
    assert guarded(commands, ["check", "--only-updates"]) == 0


def test_a_work_to_which_no_doi_leads_was_not_cleared(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(SOUND + MALFORMED)
    assert guarded(commands, ["check", "--only-updates"]) == 3
    assert "1 not checked" in capsys.readouterr().out


def test_what_is_kept_is_asked_for_again_and_no_wrong_doi_is_repaired(
    folder: Path, crossref: StandIn
) -> None:
    (folder / "references.bib").write_text(SOUND + RETRACTED + MALFORMED)
    guarded(commands, ["check"])
    crossref.forget()
    guarded(commands, ["check", "--only-updates", "--quiet"])
    # One list, and the whole record of the work whose year turns on it.
    assert [request.route.value for request in crossref.requests()] == ["list", "single"]
    crossref.forget()
    guarded(commands, ["check", "--only-updates", "--quiet", "--offline"])
    assert crossref.requests() == ()


def test_what_could_not_be_asked_is_not_clean(folder: Path, crossref: StandIn) -> None:
    (folder / "references.bib").write_text(SOUND)
    crossref.fail(Refusal(403), times=99)
    assert guarded(commands, ["check", "--only-updates"]) == 3


def test_it_selects_the_rules_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(commands, ["check", "--only-updates", "--select", "MET"]) == 2
    assert "leave out --select" in capsys.readouterr().err
