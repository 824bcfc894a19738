"""What a user sees who types wrong things, breaks files or has no network."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import evidence
from evidence.cli import commands
from evidence.cli.door import guarded
from standin import Hang, OtherBody, Refusal, StandIn

ENTRY = """@article{chen2018,
  author = {Chen, Y. and Chi, P.},
  title = {Basket trial of TRK inhibitors demonstrates efficacy in TRK fusion-positive cancers},
  year = {2018},
  doi = {10.1186/s13045-018-0622-4},
}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  - id: trk
    text: TRK inhibitors work.
    evidence: [chen2018]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder with nobody to ask."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("EVIDENCE_CROSSREF_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("EVIDENCE_DOI_URL", "http://127.0.0.1:9")
    return tmp_path


def run(*args: str) -> int:
    return guarded(commands, args)


def test_an_empty_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 2
    err = capsys.readouterr().err
    assert err.startswith("evidence: ")
    assert "BIB006" in err
    assert "`references.bib`" in err
    assert "--references" in err
    assert not (folder / "cache").exists()


def test_no_claims_means_references_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run("check", "--offline") == 3
    assert "1 reference" in capsys.readouterr().out


def test_unchecked_can_be_allowed(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run("check", "--offline", "--allow-unchecked") == 0


@pytest.mark.parametrize("content", ["", "\n\n", "nothing yet\n", "@string{a = {b}}\n"])
def test_a_bibliography_without_entries_is_told(
    content: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(content)
    assert run("check") == 1
    out = capsys.readouterr().out
    assert "references.bib:1:1: error BIB001 unparsable-block: no entry was found" in out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x00\x01\x02\xff" * 100, "is not text"),
        ("@misc{a, title = {Größe}}".encode("latin-1"), "references.bib:1:21: BIB006"),
    ],
    ids=["binary", "latin-1"],
)
def test_a_bibliography_that_is_no_text(
    content: bytes, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_bytes(content)
    assert run("check") == 2
    assert told in capsys.readouterr().err


def test_a_bibliography_that_is_too_large(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "references.bib").open("wb") as stream:
        stream.truncate(51 * 1024 * 1024)
    assert run("check") == 2
    assert "50 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("claims", "places"),
    [
        (
            "schema: evidence/claims/1\nclaims:\n  - id: a\n    txt: A claim.\n    id: b\n"
            "    values: 7\n",
            ["claims.yaml:4:5", "claims.yaml:5:5", "claims.yaml:6:13"],
        ),
        ("claims: [", ["claims.yaml:"]),
        ("", ["claims.yaml:1:1"]),
        ("schema: evidence/claims/9\nclaims: []\n", ["claims.yaml:1:9"]),
        ("a: &a [*a, *a]\n", ["claims.yaml:1:"]),
        ("\x00\x01", ["claims.yaml:1:1"]),
    ],
    ids=["keys", "syntax", "empty", "schema", "alias", "binary"],
)
def test_unusable_claims_leave_the_references_checked(
    claims: str, places: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "claims.yaml").write_text(claims)
    assert run("check", "--offline", "--format", "json") == 2
    report = json.loads(capsys.readouterr().out)
    assert [r["key"] for r in report["references"]] == ["chen2018"]
    found = [f["place"] for f in report["findings"] if f["code"] == "CLM010"]
    shown = [f"{p['file']}:{p['line']}:{p['column']}" for p in found]
    for place in places:
        assert any(s.startswith(place) for s in shown), (place, shown)


def test_a_sound_claim_beside_a_broken_one_is_reported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "claims.yaml").write_text(CLAIMS + "  - id: b\n    colour: red\n")
    assert run("check", "--offline", "--format", "json") == 2
    assert [c["id"] for c in json.loads(capsys.readouterr().out)["claims"]] == ["trk"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("chek",), "there is no command `chek`. Did you mean `check`?"),
        (("check", "--format", "pdf"), "pdf"),
        (("check", "--select", "XYZ"), "`XYZ` is not the code or name of a rule"),
        (("rules", "XYZ1"), "`XYZ1` is not the code or name of a rule"),
        (("check", "--references", "none.bib"), "`none.bib`"),
        (("check", "--claims", "none.yaml"), "none.yaml"),
        (("check", "--config", "none.toml"), "none.toml"),
        (("report", "--output", "nowhere/report.html"), "nowhere"),
        (("report", "--output", "."), "folder"),
        (("doi",), "Missing argument"),
        (("check", "--references", "a.bib", "--references", "b.bib"), "only one file can be named"),
        (("add", "--references", "a.bib", "--references", "b.bib", "x"), "only one file can be na"),
        (("import", "--claims", "a.yaml", "--claims", "b.yaml", "x.md"), "only one file can be na"),
        (("init", "--references", "a.bib", "--references", "b.bib"), "only one file can be named"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    args: tuple[str, ...], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    extra = () if args[0] in ("rules", "chek", "init") else ("--offline",)
    assert run(*args, *extra) == 2
    captured = capsys.readouterr()
    assert told in captured.err + captured.out
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("command", ["check", "report"])
def test_an_output_without_a_folder_is_refused_before_anybody_is_asked(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run(command, "--verbose", "--output", "nowhere/report.json") == 2
    assert capsys.readouterr().err == (
        "evidence: `nowhere/report.json` cannot be written: there is no folder `nowhere`.\n"
    )


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("references = 7", "evidence.toml"),
        ("colour = 'red'", "`colour`"),
        ("references = [", "evidence.toml:1"),
        ("fail_on = 'sometimes'", "`sometimes`"),
    ],
)
def test_wrong_settings_are_told_with_their_place(
    toml: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "evidence.toml").write_text(toml)
    (folder / "references.bib").write_text(ENTRY)
    assert run("check", "--offline") == 2
    assert told in capsys.readouterr().err


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "taken").mkdir()
    old = folder / "taken/report.html"
    old.mkdir()
    assert run("report", "--offline", "--output", "taken/report.html") == 2
    assert "taken/report.html" in capsys.readouterr().err
    assert [p.name for p in (folder / "taken").iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    "body", ["<html>busy</html>", "[]", '{"status": "ok", "message": null}', '{"mess']
)
@pytest.mark.usefixtures("folder")
def test_an_answer_that_is_none_leaves_the_reference_unchecked(
    body: str, folder: Path, standin: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    standin.fail(OtherBody(body), times=20)
    code = run("check", "--crossref-url", standin.crossref_url, "--doi-url", standin.doi_url)
    captured = capsys.readouterr()
    assert code == 3
    assert "verified" not in captured.out
    assert captured.err == ""


def test_refused_and_tried_again(
    folder: Path, standin: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    standin.fail(Refusal(429, retry_after="0"), times=2)
    run("check", "--crossref-url", standin.crossref_url, "--doi-url", standin.doi_url)
    assert "unregistered" in capsys.readouterr().out  # asked until it answered


PROGRAM = [sys.executable, "-m", "evidence"]


def test_an_interrupt_ends_quietly(folder: Path, standin: StandIn) -> None:
    (folder / "references.bib").write_text(ENTRY)
    standin.fail(Hang(20))
    with subprocess.Popen(
        [*PROGRAM, "report", "--output", "r.html", "--crossref-url", standin.crossref_url],
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        deadline = time.monotonic() + 20
        while not standin.requests() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.strip() == "evidence: interrupted"
    assert not (folder / "r.html").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device /dev/full")
def test_a_full_disk_is_told(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "report", "--offline"], stdout=full, stderr=subprocess.PIPE, text=True,
            check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "evidence: cannot write the output: No space left on device\n"


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    entries = "".join(ENTRY.replace("chen2018", f"chen{n}") for n in range(2000))
    (folder / "references.bib").write_text(entries)
    command = f"{sys.executable} -m evidence report --offline | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stderr == ""


def test_a_broken_cache_is_told_and_can_be_cleared(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run("check", "--offline") == 3
    assert run("cache", "info") == 0
    [path] = (folder / "cache").glob("*.sqlite")
    path.write_bytes(b"this is not a database" * 100)
    capsys.readouterr()
    assert run("check", "--offline") == 2
    assert "evidence cache clear" in capsys.readouterr().err
    assert run("cache", "clear") == 0
    assert run("check", "--offline") == 3


def test_a_console_that_lacks_letters_still_gets_its_report(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    done = subprocess.run(
        [*PROGRAM, "report", "--offline"], env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "chen2018: unchecked" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        *("references.bib", "claims.yaml", "evidence.toml", "text.md", "link.bib", "snap.jsonl"),
        *("evidence.lock", "names.yaml", "sources/chen2018.txt", "sources/old/later2020.md"),
    ],
)
def test_a_file_of_the_project_is_never_replaced(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "claims.yaml").write_text(f"documents: [text.md]\n{CLAIMS}")
    (folder / "text.md").write_text("A text.")
    (folder / "snap.jsonl").write_text("")
    (folder / "evidence.toml").write_text("snapshot = 'snap.jsonl'\nsynonyms = 'names.yaml'")
    (folder / "link.bib").symlink_to("references.bib")
    (folder / "evidence.lock").write_text("")
    (folder / "names.yaml").write_text("schema: evidence/synonyms/1\nsynonyms: []\n")
    (folder / "sources/old").mkdir(parents=True)
    (folder / "sources/chen2018.txt").write_text("Iron rose.")
    (folder / "sources/old/later2020.md").write_text("Iron fell.")
    before = (folder / name).read_text()
    for command in ("report", "check"):
        assert run(command, "--offline", "--format", "text", "--output", name) == 2
        assert f"`{name}` is a file of the project itself" in capsys.readouterr().err
    assert (folder / name).read_text() == before


@pytest.mark.parametrize(
    ("command", "name"), [("report", "r.pdf"), ("report", "r.docx"), ("check", "r.html")]
)
def test_a_name_that_asks_for_another_format_is_refused(
    command: str, name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run(command, "--offline", "--output", name) == 2
    assert f"`{name}` names no format that can be written" in capsys.readouterr().err
    assert not (folder / name).exists()


def test_the_findings_are_written_in_the_form_that_the_name_says(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    run("check", "--offline", "--output", "findings.json")
    assert json.loads((folder / "findings.json").read_text())["schema"] == "evidence/report/1"


def test_a_dash_stands_for_standard_output(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run("report", "--offline", "--output", "-") == 0
    assert "chen2018" in capsys.readouterr().out
    assert not (folder / "-").exists()


@pytest.mark.parametrize(
    "options", [("--select", ""), ("--select", ","), ("--select", "DOI001", "--ignore", "DOI")]
)
def test_a_run_without_rules_is_refused(options: tuple[str, ...], folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    assert run("check", "--offline", *options) == 2


def test_a_closed_standard_output_is_no_traceback(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    command = f"{sys.executable} -m evidence check --offline >&-"
    done = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_a_terminal_would_obey_is_spelled_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder.exists()
    run("doi", "10.1093/\x1b[31mx", "--offline")
    assert "10.1093/\\x1b[31mx" in capsys.readouterr().out


def test_the_library_takes_names_as_text(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    project = evidence.load_project(str(folder))
    with evidence.connect(offline=True, cache_dir=str(folder / "c")) as registries:
        result = evidence.check(project, registries, select="BIB001", ignore="MET")
        [told] = evidence.explain_dois("10.1186/s13045-018-0622-4", registries)
    assert result.run.rules == 1
    assert told.doi is not None


def test_the_usual_file_of_synonyms_is_never_replaced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "synonyms.yaml").write_text("schema: evidence/synonyms/1\nsynonyms: []\n")
    assert run("check", "--offline", "--format", "text", "--output", "synonyms.yaml") == 2
    assert "`synonyms.yaml` is a file of the project itself" in capsys.readouterr().err


def test_a_new_report_may_go_to_the_folder_of_sources(folder: Path) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "sources").mkdir()
    assert run("report", "--offline", "--output", "sources/report.md") == 0
    assert (folder / "sources/report.md").exists()


def test_the_settings_file_that_was_named_is_never_replaced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "references.bib").write_text(ENTRY)
    (folder / "mine.toml").write_text("fail_on = 'never'")
    options = ("--offline", "--config", "mine.toml", "--format", "text", "--output", "mine.toml")
    assert run("report", *options) == 2
    assert "`mine.toml` is a file of the project itself" in capsys.readouterr().err
    assert (folder / "mine.toml").read_text() == "fail_on = 'never'"
