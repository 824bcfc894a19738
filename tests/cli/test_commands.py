import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence import __version__
from evidence.cli import commands
from evidence.cli.door import guarded
from standin import StandIn

PAGE_DOI = "https://doi.org/410.1093/annonc/mdy1424.1017"
SNAPSHOT = Path(__file__).parents[2] / "data/entrectinib-snapshot.jsonl"
DATACITE = Path(__file__).parents[1] / "data/datacite.jsonl"
RETRACTIONS = Path(__file__).parents[1] / "data/rules.jsonl"


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def run(*args: str) -> int:
    return guarded(commands, args)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"evidence {__version__}\n"


@pytest.mark.parametrize("command", ["check", "report", "doi", "rules"])
def test_help_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert f"Examples:\n    evidence {command}" in capsys.readouterr().out


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    out = capsys.readouterr().out
    for command in ("cache", "check", "doi", "report", "rules"):
        assert re.search(rf"^  {command}  ", out, re.MULTILINE)


def test_rules_lists_every_rule_and_shows_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == 0
    table = capsys.readouterr().out
    assert "DOI001  error    malformed-doi " in table
    assert run("rules", "DOI001") == 0
    assert capsys.readouterr().out.startswith("# malformed-doi (DOI001)\n")
    assert run("rules", "malformed-doi") == 0
    assert capsys.readouterr().out.startswith("# malformed-doi (DOI001)\n")


def test_doi_offline_explains_and_offers_what_nobody_looked_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("doi", PAGE_DOI, "--offline") == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{PAGE_DOI}\n  malformed: stray `4` before `10.`\n")
    unasked = r"^  (\d+) candidates; \1 not looked up \(offline, and not in the cache\):$"
    assert re.search(unasked, out, re.MULTILINE)
    assert out.count("; not looked up\n") == 5


def test_doi_offline_finds_it_in_the_projects_snapshot(
    empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (empty_folder / "evidence.toml").write_text(f"snapshot = '{SNAPSHOT}'")
    assert run("doi", PAGE_DOI, "--offline") == 1
    out = capsys.readouterr().out
    assert re.search(
        r"  1 of \d+ candidates found; only the title can tell which was meant;"
        r" \d+ not looked up \(offline, and not in the cache\):",
        out,
    )
    assert "10.1093/annonc/mdy424.017  without the stray `4` before `10.` and two stray `1`s" in out
    assert "[hand-made record]" in out


@pytest.fixture
def crossref(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with StandIn(
        [SNAPSHOT],
        datacite=DATACITE,
        as_crossref=True,
        agencies={"10.5281": "DataCite"},
        short_dois={"10/abc": "10.1093/ANNONC/MDY424.017"},
    ) as server:
        monkeypatch.setenv("EVIDENCE_CROSSREF_URL", server.crossref_url)
        monkeypatch.setenv("EVIDENCE_DOI_URL", server.doi_url)
        monkeypatch.setenv("EVIDENCE_DATACITE_URL", server.datacite_url)
        monkeypatch.setenv("EVIDENCE_MAILTO", "test@example.org")  # three lists a second, not one
        yield server


@pytest.mark.usefixtures("crossref")
def test_doi_online_explains_each(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("doi", PAGE_DOI, "10.1093/annonc/mdy424.017", "10.5281/zenodo.1", "10.1093/no")
    assert code == 1
    out = capsys.readouterr().out
    assert re.search(r"  malformed: stray `4` before `10.`\n  1 of \d+ candidates found; only", out)
    assert "10.1093/annonc/mdy424.017\n  registered\n  Demetri et al., “Efficacy " in out
    assert "10.5281/zenodo.1\n  other-agency: " in out
    assert "10.1093/no\n  unregistered: " in out


@pytest.mark.usefixtures("crossref")
def test_doi_shows_what_datacite_has_and_what_a_short_doi_stands_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("doi", "10.48550/arXiv.1234.56789", "10.5281/zenodo.31") == 0
    assert capsys.readouterr().out == (
        "10.48550/arXiv.1234.56789\n"
        "  registered\n"
        "  normal form 10.48550/arxiv.1234.56789\n"
        "  Quill et al., “Attention is not all a hiccup needs”, 2017 [DataCite, via network]\n"
        "\n"
        "10.5281/zenodo.31\n"
        "  registered\n"
        "  Marrow, “hiccup-counter: count hiccups in audio files”, 2021 [DataCite, via network]\n"
    )
    assert run("doi", "10/abc") == 1
    assert capsys.readouterr().out == (
        "10/abc\n"
        "  malformed: a short DOI, which only the resolver can expand\n"
        "  stands for 10.1093/annonc/mdy424.017\n"
        "  Demetri et al., “Efficacy and safety of entrectinib in patients with NTRK"
        " fusion-positive (NTRK-fp) Tumors: Pooled analysis of STARTRK-2, STARTRK-1 and"
        " ALKA-372-001”, Annals of Oncology, 2018 [Crossref, via network]\n"
    )


def test_doi_says_that_a_work_was_retracted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with StandIn([RETRACTIONS], as_crossref=True) as server:
        monkeypatch.setenv("EVIDENCE_CROSSREF_URL", server.crossref_url)
        assert run("doi", "10.1234/retracted") == 0
        assert "\n  RETRACTED OR WITHDRAWN: Example, “A work that" in capsys.readouterr().out
        run("doi", "10.1234/retracted", "--format", "json")
    [told] = json.loads(capsys.readouterr().out)["dois"]
    assert told["retracted"] is True


@pytest.mark.usefixtures("crossref")
def test_doi_as_json_says_who_vouches_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doi", "10.48550/arXiv.1234.56789v7", "10/abc", "--format", "json") == 1
    versioned, short = json.loads(capsys.readouterr().out)["dois"]
    assert (versioned["status"], versioned["title"], versioned["registry"]) == (
        "unregistered",
        None,
        None,
    )
    first = versioned["candidates"][0]
    assert first == {
        "doi": "10.48550/arxiv.1234.56789",
        "why": first["why"],
        "looked_up": True,
        "title": "Attention is not all a hiccup needs",
        "registry": "DataCite",
        "hand_made": False,
        "retracted": False,
    }
    assert (short["doi"], short["stands_for"]) == (None, "10.1093/annonc/mdy424.017")
    assert (short["registry"], short["candidates"]) == ("Crossref", [])


def test_refresh_asks_again_for_what_is_kept(crossref: StandIn) -> None:
    run("doi", "10.48550/arXiv.1234.56789")
    crossref.forget()
    assert run("doi", "10.48550/arXiv.1234.56789") == 0
    assert crossref.requests() == ()
    assert run("doi", "10.48550/arXiv.1234.56789", "--refresh") == 0
    assert [request.route for request in crossref.requests()] == ["single", "ra", "datacite"]


def test_refresh_and_offline_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doi", "10.1093/x", "--refresh", "--offline") == 2
    assert "`refresh` asks anew and `offline` asks nobody" in capsys.readouterr().err


@pytest.mark.usefixtures("crossref")
def test_doi_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doi", PAGE_DOI, "--format", "json") == 1
    [told] = json.loads(capsys.readouterr().out)["dois"]
    assert told["written"] == PAGE_DOI
    assert told["doi"] is None
    assert told["status"] == "malformed"
    assert told["reason"] == "stray `4` before `10.`"
    [known] = [c for c in told["candidates"] if c["title"]]
    assert known["doi"] == "10.1093/annonc/mdy424.017"
    assert known["hand_made"] is False
    assert all(c["looked_up"] for c in told["candidates"])


@pytest.mark.usefixtures("crossref")
def test_doi_exit_codes() -> None:
    assert run("doi", "10.1093/annonc/mdy424.017") == 0
    assert run("doi", "10.1093/other", "--offline") == 3


@pytest.mark.usefixtures("crossref")
def test_cache_info_and_clear(capsys: pytest.CaptureFixture[str]) -> None:
    run("doi", "10.1093/annonc/mdy424.017")
    capsys.readouterr()
    assert run("cache", "info") == 0
    assert "answers  1\n" in capsys.readouterr().out
    assert run("cache", "clear") == 0
    assert run("cache", "info") == 0
    assert "answers  0\n" in capsys.readouterr().out


def test_the_shell_completes_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evidence"],
        env=os.environ
        | {"_EVIDENCE_COMPLETE": "bash_complete", "COMP_WORDS": "evidence re", "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "plain,report\n"
