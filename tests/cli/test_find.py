"""`evidence find` from end to end, against the stand-in for Crossref."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded
from evidence.sources.bibtex import parse_bibliography
from standin import Refusal, StandIn

ROOT = Path(__file__).parents[2]
WORKS = (ROOT / "data/entrectinib-snapshot.jsonl", ROOT / "tests/data/works.jsonl")
DRILON = (
    "Drilon A, Siena S, Ou SI, et al. Safety and antitumor activity of the multitargeted pan-TRK,"
    " ROS1, and ALK inhibitor entrectinib: combined results from two phase I trials (ALKA-372-001"
    " and STARTRK-1). Cancer Discov. 2017;7(4):400–409."
)
COCCO = (
    "Cocco E, Scaltriti M, Drilon A. NTRK fusion-positive cancers and TRK inhibitor therapy."
    " Nat Rev Clin Oncol. 2018;15:731-47."
)
NOBODY = "Smith J. A paper that nobody wrote about spleens. J Foo. 2011;3:4-5."


@pytest.fixture(autouse=True)
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    datacite = ROOT / "tests/data/datacite.jsonl"
    with StandIn(WORKS, datacite=datacite, as_crossref=True) as server:
        (tmp_path / "evidence.toml").write_text(
            f"crossref_url = '{server.crossref_url}'\ndoi_url = '{server.doi_url}'\n"
            f"datacite_url = '{server.datacite_url}'\nmailto = 'test@example.org'\n"
        )
        yield server


def run(*options: str) -> int:
    return guarded(commands, ["find", *options])


def test_a_printed_reference_leads_to_its_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(COCCO) == 0
    assert capsys.readouterr().out == (
        "Cocco E, Scaltriti M, Drilon A. NTRK fusion-positive cancers and TRK inhibitor therapy."
        " Nat Rev …\n"
        "  found, high confidence: title, first author, year, venue, volume and pages agree\n"
        "  NTRK fusion–positive cancers and TRK inhibitor therapy. Cocco E, Scaltriti M, Drilon A."
        " Nature Reviews Clinical Oncology 2018;15(12):731-747 10.1038/s41571-018-0113-0"
        " [Crossref, via network]\n"
    )


def test_a_reference_list_is_read_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("list.txt").write_text(f"1. {DRILON}\n\n2. {COCCO}\n\r\n[3] {NOBODY}\n", "utf-8")
    assert run("--file", "list.txt", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)["references"]
    assert [each["status"] for each in told] == ["found", "found", "not-found"]
    assert told[1]["written"] == f"2. {COCCO}"


def test_a_list_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = io.TextIOWrapper(io.BytesIO(f"{COCCO}\n".encode()))
    monkeypatch.setattr(sys, "stdin", text)
    assert run("--file", "-") == 0
    assert capsys.readouterr().out.count("found, high") == 1


def test_bibtex_alone_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(DRILON, NOBODY, COCCO, "--bibtex") == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    bibliography = parse_bibliography(captured.out, "found.bib")
    assert bibliography.problems == ()
    assert [each.key for each in bibliography.references] == ["drilon2017", "cocco2018"]
    assert f"% not found: {NOBODY}\n" in captured.out


def test_the_doi_of_a_reference_is_repaired_where_the_rest_agrees(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(f"{COCCO} https://doi.org/410.1038/s41571-018-0113-0") == 0
    out = capsys.readouterr().out
    assert "  found, high confidence: its DOI; title, " in out
    assert "  note: `410.1038/s41571-018-0113-0` is not a DOI: stray `4` before `10.`; read" in out


def test_a_doi_of_another_work_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(f"{COCCO} doi:10.1186/s13045-018-0622-4") == 0
    out = capsys.readouterr().out
    assert "10.1038/s41571-018-0113-0 [Crossref" in out
    assert "  note: `10.1186/s13045-018-0622-4` is the DOI of another work, `Basket trial" in out


def test_a_retracted_work_is_found_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Pryce Q, Rook S. Moonlight cures baldness in mice. J Imaginary Med. 2016;9(1):12-19."
    assert run(text) == 0
    assert "  RETRACTED OR WITHDRAWN: " in capsys.readouterr().out


def test_dois_alone_are_found_in_either_registry(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("10.1038/s41571-018-0113-0", "https://doi.org/10.4321/dataset.7") == 0
    out = capsys.readouterr().out
    assert "[Crossref, via network]" in out
    assert "[DataCite, via network]" in out


def test_a_search_that_fails_is_not_checked_and_never_not_found(
    server: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    server.fail(Refusal(400), route="search", times=9)
    assert run(COCCO) == 3
    assert "  not checked: " in capsys.readouterr().out
    assert run(COCCO, "--offline") == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "expected a reference, or --file with a list of them"),
        (("  ",), "expected a reference"),
        (("--file", "none.txt"), "`none.txt` was not found"),
        ((COCCO, "--bibtex", "--format", "json"), "--bibtex is a form of its own"),
    ],
)
def test_wrong_use_is_explained(
    options: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*options) == 2
    assert said in capsys.readouterr().err


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert "Examples:\n    evidence find" in capsys.readouterr().out
