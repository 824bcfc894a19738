"""The default run runs every rule: an error planted for each is found; a clean project is clean."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import evidence
from evidence.cli import commands
from evidence.cli.door import guarded
from standin import StandIn

ROOT = Path(__file__).parents[2]
WORKS = (ROOT / "data/entrectinib-snapshot.jsonl", ROOT / "tests/data/rules.jsonl")
_BAD = re.compile(r"```(bib|yaml) bad\n(.*?)```", re.DOTALL)
_GIVEN = re.compile(r"```(bib|yaml) given\n(.*?)```", re.DOTALL)
_TEXT = re.compile(r"```text (\w+)(?: bad)?\n(.*?)```", re.DOTALL)
_LOCK = re.compile(r"```json evidence\.lock\n(.*?)```", re.DOTALL)
_KEY = re.compile(r"\b([a-z]+(?:19|20)\d\d)\b")
_DOCUMENT = re.compile(r"```markdown bad\n(.*?)```", re.DOTALL)
CLEAN = """@article{chen2018,
  author = {Chen, Y. and Chi, P.},
  title = {Basket trial of TRK inhibitors demonstrates efficacy in TRK fusion-positive cancers},
  journal = {J Hematol Oncol}, year = {2018}, volume = {11}, pages = {78},
  doi = {10.1186/s13045-018-0622-4},
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    agencies = {"10.5281": "DataCite", "10.1430": "Crossref", "10.3280": "mEDRA"}
    monkeypatch.chdir(tmp_path)
    with StandIn(WORKS, as_crossref=True, agencies=agencies) as server:
        (tmp_path / "evidence.toml").write_text(
            f"crossref_url = '{server.crossref_url}'\ndoi_url = '{server.doi_url}'\n"
            f"datacite_url = '{server.datacite_url}'\n"
            "mailto = 'test@example.org'\n"
        )
        monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
        yield tmp_path


def planted() -> tuple[str, str]:
    """A bibliography and claims with the bad example of every rule's page.

    Later entries of a key get the rule's code behind it: claims mean the first one.
    """
    entries, claims = [], ["schema: evidence/claims/1\nclaims:"]
    seen: set[str] = set()
    for rule in evidence.RULES:
        if rule.family == "SUP":
            continue
        for kind, text in _BAD.findall(rule.page()):
            if kind == "bib":
                keys = set(re.findall(r"@\w+\{(\w+),", text))
                keyed = (
                    re.sub(r"(@\w+\{\w+)(?=,)", rf"\1{rule.code}", text) if keys & seen else text
                )
                seen |= keys
                # Registered with Crossref, says doi.org; Crossref has no record: nothing is known.
                entries.append(keyed.replace("10.1234/unavailable", "10.1430/unavailable"))
            else:
                claims.append(text.partition("claims:\n")[2])
    entries.append("@misc{ardini2016, author = {Ardini, E.}, title = {A work}, year = {2016}}")
    return "\n".join(entries), "\n".join(claims)


def planted_documents(folder: Path) -> list[str]:
    """The bad documents of the rules' pages, written one a rule, with the claims and the entries
    that their pages give, beside an entry and a claim that no document has; the documents' names.
    """
    entries, names = ["@misc{left2001, author = {Left, O.}, title = {Over}, year = {2001}}"], []
    claims = ["  - {id: gone, text: Statins prevent strokes in old age., evidence: [ardini2016]}\n"]
    for rule in evidence.RULES:
        for text in _DOCUMENT.findall(rule.page()):
            names.append(f"{rule.code}.md")
            (folder / names[-1]).write_text(text, "utf-8")
            given = dict(_GIVEN.findall(rule.page()))
            entries.append(given.get("bib", ""))
            listed = given.get("yaml", "").partition("claims:\n")[2]
            claims.append(re.sub(r"- id: ([\w-]+)", rf"- id: \1-{rule.code}", listed))
    (folder / "references.bib").write_text("\n".join(entries), "utf-8")
    (folder / "claims.yaml").write_text(
        f"schema: evidence/claims/1\ndocuments: [{', '.join(names)}]\nclaims:\n{''.join(claims)}"
    )
    return names


def planted_sources(folder: Path) -> None:
    """The bad claims of the pages on sources, with the entries, the texts and the locks that these
    give; every page has keys and ids of its own.
    """
    (folder / "sources").mkdir()
    entries: list[str] = []
    claims: list[str] = []
    seals: list[object] = []
    for rule in evidence.RULES:
        if rule.family != "SUP":
            continue
        page = _KEY.sub(rf"\1{rule.code}", rule.page())
        page = re.sub(r'(\bid: |"claim": "|rests_on: \[)([\w-]+)', rf"\1\2-{rule.code}", page)
        given = dict(_GIVEN.findall(page))
        entries.append(given.get("bib") or f"@misc{{ardini2016{rule.code}, title = {{A work}}}}")
        listed = _BAD.findall(page) or [("yaml", given["yaml"])]
        claims += (text.partition("claims:")[2].strip(" ").strip("\n") for _, text in listed)
        for key, text in _TEXT.findall(page):
            (folder / f"sources/{key}.txt").write_text(text.replace("\u240c", "\f"), "utf-8")
        seals += (each for text in _LOCK.findall(page) for each in json.loads(text)["lines"])
    (folder / "references.bib").write_text("\n".join(entries), "utf-8")
    (folder / "claims.yaml").write_text(
        "schema: evidence/claims/1\nclaims:\n" + "\n".join(map(_as_block, claims)) + "\n", "utf-8"
    )
    lock = {"schema": "evidence/lock/1", "lines": seals}
    (folder / "evidence.lock").write_text(json.dumps(lock), "utf-8")


def _as_block(claims: str) -> str:
    """Claims of a flow list (`[{…}]`) as an item of a block list."""
    return f"  - {claims.strip()[1:-1]}" if claims.startswith("[") else claims


def test_an_error_planted_for_every_rule_is_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    references, claims = planted()
    (folder / "references.bib").write_text(references, "utf-8")
    (folder / "claims.yaml").write_text(claims, "utf-8")
    (folder / "sources").mkdir()
    (folder / "sources/Ardini2016.txt").write_text("Tumours regressed.", "utf-8")
    assert guarded(commands, ["check", "--format", "json"]) == 2  # a claim cannot be read
    report = json.loads(capsys.readouterr().out)
    elsewhere = ("CIT", "SUP")
    assert {f["code"] for f in report["findings"] if f["code"][:3] not in elsewhere} == {
        rule.code for rule in evidence.RULES if rule.family not in elsewhere
    }


def test_an_error_planted_for_every_rule_on_documents_is_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = planted_documents(folder)
    assert guarded(commands, ["check", "--format", "json"]) == 2  # a document cannot be read
    found = json.loads(capsys.readouterr().out)["findings"]
    on_documents = {rule.code for rule in evidence.RULES if rule.family == "CIT"}
    # While a document cannot be read, nothing is known to be missing from all of them.
    assert on_documents - {f["code"] for f in found} == {"CIT002", "CIT007"}
    unreadable = next(f["place"]["file"] for f in found if f["code"] == "CIT012")
    text = (folder / "claims.yaml").read_text("utf-8")
    (folder / "claims.yaml").write_text(text.replace(f"{unreadable}, ", ""))
    assert unreadable in names
    assert guarded(commands, ["check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert on_documents - {f["code"] for f in found} == {"CIT012"}


def test_an_error_planted_for_every_rule_on_sources_is_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planted_sources(folder)
    assert guarded(commands, ["check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    on_sources = {rule.code for rule in evidence.RULES if rule.family == "SUP"}
    assert on_sources - {f["code"] for f in found} == set()


def test_a_clean_project_exits_with_0_and_says_what_was_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(CLEAN, "utf-8")
    (folder / "claims.yaml").write_text(
        "schema: evidence/claims/1\nclaims: [{id: trk, text: It works., evidence: [chen2018]}]\n"
    )
    assert guarded(commands, ["check"]) == 0
    assert " ".join(capsys.readouterr().out.split()) == (
        f"Nothing found in 1 reference (1 verified) and 1 claim (1 verified) with"
        f" {len(evidence.RULES)} rules; 0 not checked; works from Crossref (1 request)."
    )


def test_the_library_asks_whom_the_settings_name(folder: Path) -> None:
    (folder / "references.bib").write_text(CLEAN, "utf-8")
    result = evidence.check(evidence.load_project(folder))
    assert [each.status for each in result.references] == [evidence.Status.VERIFIED]


def test_what_is_talked_goes_to_standard_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(CLEAN, "utf-8")
    guarded(commands, ["check", "--format", "json", "--verbose"])
    captured = capsys.readouterr()
    json.loads(captured.out)
    assert captured.err == f"records are kept in {folder / 'cache'}\nrequests sent: 1\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "MET003"), 0),
        (("--ignore", "differing-year"), 0),
        (("--select", "BIB"), 0),
        (("--select", "BIB,MET"), 1),
    ],
)
def test_the_exit_code_is_that_of_the_worst_finding(
    options: tuple[str, ...], code: int, folder: Path
) -> None:
    (folder / "references.bib").write_text(CLEAN.replace("2018}, volume", "2012}, volume"))
    assert guarded(commands, ["check", *options]) == code


def test_warnings_count_when_they_are_asked_to(folder: Path) -> None:
    (folder / "references.bib").write_text(CLEAN.replace("pages = {78}", "number = {3}"))
    assert guarded(commands, ["check"]) == 0
    (folder / "references.bib").write_text(CLEAN.replace("volume = {11}", "year = {2018}"))
    assert guarded(commands, ["check"]) == 0
    assert guarded(commands, ["check", "--fail-on", "warning"]) == 1


def test_an_accepted_finding_is_silent_and_its_status_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = CLEAN.replace("2018}, volume", "2012}, volume")
    (folder / "references.bib").write_text(
        f"% evidence: ignore MET003 -- the page gives this year\n{wrong}"
    )
    assert guarded(commands, ["check", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["findings"] == []
    assert report["references"][0]["status"] == "differs"


def test_what_another_agency_has_was_not_checked(folder: Path) -> None:
    (folder / "references.bib").write_text(CLEAN.replace("10.1186/s13045-018-0622-4", "10.5281/1"))
    assert guarded(commands, ["check"]) == 3


def test_a_doi_that_is_not_registered_has_one_suggestion_only(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = CLEAN.replace("{10.1186/s13045-018", "{https://doi.org/10.1186/s13045-018-")
    (folder / "references.bib").write_text(wrong)
    guarded(commands, ["check", "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [f["code"] for f in findings] == ["DOI002"]


def test_what_rests_on_a_claim_that_cannot_be_read_is_not_called_unknown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(CLEAN)
    (folder / "claims.yaml").write_text(
        "schema: evidence/claims/1\nclaims:\n"
        "  - {id: broken, text: A., colour: red}\n  - {id: above, text: B., rests_on: [broken]}\n"
    )
    assert guarded(commands, ["check", "--format", "json"]) == 2
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [f["code"] for f in findings] == ["CLM010"]
