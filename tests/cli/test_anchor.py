"""`evidence anchor` from end to end."""

import json
import os
import pty
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from evidence.cli import commands
from evidence.cli.door import guarded
from standin import StandIn

BIB = """@article{moore2015, title = {Ibuprofen for dental pain}, pages = {211-212}}
@misc{vane1971, title = {}, abstract = {Ibuprofen inhibits synthesis, but not in rats.}}
@misc{none2000, title = {Nothing}}
@misc{lozenge2019, title = {Lozenges}, doi = {10.1234/jim.2019.0001}}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  # On pain.
  - id: pain
    text: Ibuprofen 400 mg eased pain in 54% of patients.
    evidence: [moore2015]   # one
  - id: synthesis
    text: Ibuprofen inhibits synthesis.
    evidence:
      - {reference: vane1971, quote: Ibuprofen inhibits synthesis}
      - none2000
      - lozenge2019
  - {id: relief, text: 54% had relief with ibuprofen., evidence: [moore2015]}
  - {id: other, text: Zebras graze., evidence: [vane1971]}
"""
TEXT = """Ibuprofen for dental pain

Results

Pain was eased in 54 of 100 patients with ibuprofen, and in 17 of 100 with placebo, though this
was not tested. It was well tolerated. It was well tolerated, too, by the elderly.\fTable 1. Relief

Drug       Relief (%)    Patients
ibuprofen  54            100
placebo    17            100
"""
INTRODUCED = """\
claim   pain: Ibuprofen 400 mg eased pain in 54% of patients.
work    moore2015: Ibuprofen for dental pain
text    sources/moore2015.txt

"""
SHOWN = """\
1  █████░░░░░ p. 211 · 1 of the file, section Results
   “Pain was eased in 54 of 100 patients with ibuprofen, and in 17 of 100 with
   placebo, though this was not tested.”
   lacks: 400 mg
"""
WRITTEN = CLAIMS.replace(
    "evidence: [moore2015]   # one",
    """evidence:   # one
      - reference: moore2015
        page: 211
        section: Results
        quote: >-
          Pain was eased in 54 of 100 patients with ibuprofen, and in 17 of 100 with placebo, though
          this was not tested.""",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("references.bib").write_text(BIB)
    Path("claims.yaml").write_text(CLAIMS)
    Path("sources").mkdir()
    Path("sources/moore2015.txt").write_text(TEXT)
    return tmp_path


def run(*arguments: str) -> int:
    return guarded(commands, ["anchor", *arguments, "--offline", "--cache-dir", "cache"])


def told(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_passages_are_shown_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "--limit", "1") == 0
    assert told(capsys) == (SHOWN, INTRODUCED)
    assert Path("claims.yaml").read_text() == CLAIMS
    assert not Path("evidence.lock").exists()


def test_cells_are_shown_with_their_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("relief", "-q", "--limit", "1") == 0
    out, err = told(capsys)
    assert err == ""
    assert out == (
        "1  ██████████ Table 1, ibuprofen, Relief (%), p. 212 · 2 of the file, section\n"
        "   Results\n   “54”\n   Relief\n"
    )


def test_the_chosen_passage_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "--choose", "1") == 0
    assert told(capsys) == (
        "claims.yaml:10:16\n",
        "anchored moore2015 for pain: p. 211 · 1 of the file, section Results\n",
    )
    assert Path("claims.yaml").read_text() == WRITTEN
    assert '"source": {"moore2015.txt": "' in Path("evidence.lock").read_text()


def test_a_chosen_cell_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("relief", "--choose", "1") == 0
    assert told(capsys)[1] == "anchored moore2015 for relief: Table 1, ibuprofen, Relief (%)\n"
    cell = "table: {label: Table 1, row: ibuprofen, column: Relief (%), cell: 54}"
    assert cell in Path("claims.yaml").read_text()


def test_given_words_are_written_where_they_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "--quote", "54 of 100 patients with ibuprofen") == 0
    out, err = told(capsys)
    assert out == "claims.yaml:10:16\n"
    assert "\nthe quote leaves out “though this was not tested”\n" in err.replace(
        ", though", "though"
    )
    assert "quote: 54 of 100 patients with ibuprofen\n" in Path("claims.yaml").read_text()


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (
            "was eased in 53 of 100 patients with ibuprofen, and in 17 of 100",
            "quote altered: `53` for `54`\n"
            "    nearest, p. 211 · 1 of the file, section Results: “was eased in 54 of 100\n",
        ),
        ("Zebras graze in the evening.", "quote not found\n"),
        ("It was well tolerated", "quote ambiguous: it stands there 2 times (p. 211"),
    ],
)
def test_other_words_are_shown_with_what_is_like_them(
    quote: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("pain", "--quote", quote) == 1
    out, err = told(capsys)
    assert out.startswith(expected)
    assert err == ""
    assert Path("claims.yaml").read_text() == CLAIMS


def test_a_dry_run_shows_both_edits_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "--dry-run", "--choose", "1") == 0
    out, err = told(capsys)
    assert "\n-    evidence: [moore2015]   # one\n+    evidence:   # one\n" in out
    assert "--- /dev/null\n+++ b/evidence.lock\n" in out
    assert err.startswith("would anchor moore2015 for pain: p. 211")
    assert Path("claims.yaml").read_text() == CLAIMS
    assert not Path("evidence.lock").exists()


def test_a_quote_that_is_there_is_told_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("synthesis", "vane1971") == 0
    out, err = told(capsys)
    assert out.startswith("1  █")
    assert err == (
        "claim   synthesis: Ibuprofen inhibits synthesis.\nwork    vane1971: no title\n"
        "text    only the abstract is at hand, from the entry\n"
        "quote   Ibuprofen inhibits synthesis\n"
        "        it stays: --choose NUMBER or --quote TEXT puts another in its place\n\n"
    )
    assert run("synthesis", "vane1971", "--choose", "1") == 0
    assert told(capsys)[1] == (
        "anchored vane1971 for synthesis: section Abstract\n"
        "only the abstract was at hand: the text of the work may say more\n"
    )
    expected = """      - reference: vane1971
        section: Abstract
        quote: Ibuprofen inhibits synthesis, but not in rats.
"""
    assert expected in Path("claims.yaml").read_text()


def test_a_judged_line_is_to_be_judged_again(capsys: pytest.CaptureFixture[str]) -> None:
    word = ["--stance", "supports", "--by", "B", "--offline", "--cache-dir", "cache", "-q"]
    assert guarded(commands, ["judge", "pain", *word]) == 0
    told(capsys)
    assert run("pain", "--choose", "1") == 0
    again = "the line was judged before it named this: judge it again\n"
    assert told(capsys)[1].endswith(again)
    assert run("pain", "--choose", "1") == 0
    assert not told(capsys)[1].endswith(again)


@pytest.mark.parametrize("more", [(), ("--quote", "It is so"), ("--choose", "1")])
def test_without_a_text_it_says_what_to_do(
    more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("synthesis", "none2000", *more) == 1
    assert told(capsys) == (
        "",
        "no text of `none2000` is at hand: put the text into `sources/none2000.pdf`\n",
    )
    assert run("synthesis", "lozenge2019", *more) == 1
    asking = "`sources/lozenge2019.pdf`, or ask for the abstract with --europe-pmc\n"
    assert told(capsys)[1].endswith(asking)
    assert run("synthesis", "lozenge2019", "--europe-pmc", *more) == 1
    assert told(capsys)[1].endswith("`sources/lozenge2019.pdf`\n")


def test_a_file_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sources/none2000.pdf").write_text("no PDF")
    assert run("synthesis", "none2000") == 1
    out, err = told(capsys)
    assert out == ""
    assert err.startswith("sources/none2000.pdf:1:1: ")
    assert "\nno text of `none2000` is at hand" in err
    Path("sources/moore2015.pdf").write_text("no PDF")
    assert run("pain", "--limit", "1") == 0
    assert "\nunread  sources/moore2015.pdf:1:1: " in told(capsys)[1]


def test_a_text_without_anything_like_the_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("other") == 1
    nothing = "no passage in the abstract of `vane1971` is like the claim `other`\n"
    assert told(capsys) == ("", nothing)


def test_europe_pmc_is_asked_for_the_abstract_when_told_to(
    standin: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["anchor", "synthesis", "lozenge2019", "--cache-dir", "cache", "--europe-pmc"]
    for service in ("crossref", "doi", "datacite", "europe_pmc"):
        arguments += [f"--{service.replace('_', '-')}-url", getattr(standin, f"{service}_url")]
    guarded(commands, arguments)
    assert len(standin.requests("europe-pmc")) == 1
    told(capsys)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("pain", "vane1971"), "`evidence link pain vane1971` adds one"),
        (("no",), "there is no claim `no`"),
        (("pain", "--at", "2"), "`pain` has 1 line for `moore2015`, not 2"),
        (("pain", "--at", "0"), "0 is not in the range x>=1"),
        (("pain", "--limit", "51"), "51 is not in the range 1<=x<=50"),
        (("pain", "--choose", "40"), "passages are proposed: there is no passage 40"),
        (("pain", "--choose", "2", "--limit", "1"), "1 passage is proposed: there is no passage 2"),
        (("relief", "--choose", "1", "--quote", "x"), "--choose takes a passage that is proposed"),
        (("pain", "--quote", " – "), "--quote holds no words"),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    out, err = told(capsys)
    assert out == ""
    assert expected in err
    assert Path("claims.yaml").read_text() == CLAIMS


def test_json_tells_the_proposals(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "-q", "--limit", "1", "--format", "json") == 0
    found = json.loads(told(capsys)[0])
    [proposal] = found.pop("proposals")
    assert found == {
        "schema": "evidence/anchor/1",
        "claim": "pain",
        "text": "Ibuprofen 400 mg eased pain in 54% of patients.",
        "reference": "moore2015",
        "at": 1,
        "depth": "full-text",
        "files": ["sources/moore2015.txt"],
        "unreadable": [],
        "quote": None,
        "looked_for": None,
        "anchored": None,
    }
    assert 0 < proposal.pop("score") < 1
    text = Path("sources/moore2015.txt").read_text()
    at = proposal["passage"].pop("start")
    assert text[at : proposal["passage"].pop("end")] == proposal["passage"]["text"]
    assert proposal == {
        "number": 1,
        "quote": "Pain was eased in 54 of 100 patients with ibuprofen, and in 17 of 100 with "
        "placebo, though this was not tested.",
        "file": "sources/moore2015.txt",
        "passage": {
            "text": "Pain was eased in 54 of 100 patients with ibuprofen, and in 17 of 100 with "
            "placebo, though this\nwas not tested",
            "page": "211",
            "pages": ["1", "211"],
            "section": "Results",
            "place": {"file": "sources/moore2015.txt", "line": 5, "column": 1},
        },
        "table": None,
        "has": ["54%", "Ibuprofen", "eased", "pain", "patients"],
        "lacks": ["400 mg"],
    }


def test_json_tells_what_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("relief", "-q", "--choose", "1", "--format", "json", "--dry-run") == 0
    found = json.loads(told(capsys)[0])
    anchored = found["anchored"]
    assert anchored.pop("diff").startswith("--- a/claims.yaml\n")
    assert anchored == {
        "place": {"file": "claims.yaml", "line": 13, "column": 126},
        "quote": None,
        "page": "212",
        "section": "Results",
        "prefix": None,
        "suffix": None,
        "table": {"label": "Table 1", "row": "ibuprofen", "column": "Relief (%)", "cell": "54"},
        "written": False,
    }
    assert found["proposals"][0]["table"] == anchored["table"]
    assert run("pain", "-q", "--quote", "It was well", "--format", "json") == 1
    ambiguous = json.loads(told(capsys)[0])["looked_for"]
    assert (ambiguous["state"], len(ambiguous["passages"])) == ("ambiguous", 2)
    assert run("pain", "-q", "--quote", "was eased in 53 of 100 patients", "--format", "json")
    altered = json.loads(told(capsys)[0])["looked_for"]
    assert altered["changes"] == [{"quoted": "53", "source": "54"}]
    assert altered["nearest"]["text"].startswith("was eased in 54")
    assert run("synthesis", "none2000", "--format", "json") == 1
    assert json.loads(told(capsys)[0])["proposals"] == []
    assert run("pain", "--quote", "Pain was eased", "--format", "json") == 0
    written = json.loads(told(capsys)[0])
    assert written["looked_for"]["state"] == "found"
    assert written["anchored"]["written"] is True


def test_the_help_page_tells_the_exit_codes_and_the_options() -> None:
    page = CliRunner().invoke(commands, ["anchor", "--help"]).output
    assert "Exit codes: 0 the passage is written, or passages are shown; 1 there is no" in page
    assert "--europe-pmc" in page


@contextmanager
def terminal(answers: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A terminal on which this is typed, as standard input; another one for standard output, whose
    text is in the list at the end.
    """
    (typed, into), (screen, onto) = pty.openpty(), pty.openpty()
    os.write(typed, answers.encode())
    shown: list[str] = []
    with os.fdopen(into) as stdin, os.fdopen(onto, "w") as stdout:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(sys, "stdout", stdout)
        yield shown
        stdout.flush()
        read = b""
        while select.select([screen], [], [], 0.1)[0]:
            read += os.read(screen, 65_536)
        shown.append(read.decode().replace("\r\n", "\n"))
    for end in (typed, screen):
        os.close(end)


def test_on_a_terminal_it_asks_which(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with terminal("seven\n9\n1\n", monkeypatch) as shown:
        assert run("pain", "--limit", "2") == 0
    assert Path("claims.yaml").read_text() == WRITTEN
    [screen] = shown
    assert "“\x1b[4mPain\x1b[0m was \x1b[4meased\x1b[0m in" in screen
    assert screen.endswith("claims.yaml:10:16\n")
    err = told(capsys)[1]
    assert err.count("Which of them does the line rest on? (1 to 2, or nothing): ") == 3
    assert err.count("expected a number from 1 to 2, or nothing\n") == 2


def test_nothing_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with terminal("\n", monkeypatch) as shown:
        assert run("pain") == 0
    assert "\x1b" not in shown[0]
    assert Path("claims.yaml").read_text() == CLAIMS


def test_who_breaks_off_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal("\x04", monkeypatch):
        assert run("pain") == 130
    assert Path("claims.yaml").read_text() == CLAIMS


def test_where_a_quote_is_there_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal("1\n", monkeypatch) as shown:
        assert run("synthesis", "vane1971") == 0
    assert shown[0].startswith("1  █")
    assert Path("claims.yaml").read_text() == CLAIMS


def test_a_diff_on_a_terminal_holds_nothing_that_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sources/moore2015.txt").write_text("Ibuprofen eased \u202epain.\n")
    with terminal("", monkeypatch) as shown:
        assert run("pain", "-q", "--choose", "1", "--dry-run") == 0
        assert run("pain", "-q", "--quote", "eased no pain") == 1
    assert "\u202e" not in shown[0]
