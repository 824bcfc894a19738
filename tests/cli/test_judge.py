"""`evidence judge` from end to end."""

import os
import pty
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded

BIB = """@article{moore2015, title = {Ibuprofen for dental pain}, doi = {10.1234/moore}}
@misc{vane1971, title = {}, abstract = {Ibuprofen inhibits synthesis.}}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  # On pain.
  - id: pain
    text: Ibuprofen eases pain.
    evidence: [moore2015]   # one
  - id: synthesis
    text: Ibuprofen inhibits synthesis.
    evidence:
      - {reference: vane1971, quote: It inhibits, page: 3, section: Results, note: N}
      - {reference: vane1971, table: {label: Table 1, row: COX-2}}
"""
SHOWN = """\
claim   pain: Ibuprofen eases pain.
work    moore2015: Ibuprofen for dental pain
text    none is at hand
quote   none
"""
UNNOTED = "no registry's record of moore2015 was at hand: none is noted\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EVIDENCE_REVIEWER", raising=False)
    Path("references.bib").write_text(BIB)
    Path("claims.yaml").write_text(CLAIMS)
    return tmp_path


def run(*arguments: str) -> int:
    return guarded(commands, ["judge", *arguments, "--offline", "--cache-dir", "cache"])


def told(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


WORD = ("--stance", "supports", "--by", "A. Reader", "--on", "2026-01-31")
WRITTEN = CLAIMS.replace(
    "evidence: [moore2015]   # one",
    "evidence:   # one\n      - reference: moore2015\n        stance: supports\n"
    '        judged: {by: A. Reader, on: "2026-01-31"}',
)


def test_a_judgement_is_written_and_its_place_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", *WORD) == 0
    judged = "judged moore2015 for pain: supports, by A. Reader, 2026-01-31\n"
    assert told(capsys) == ("claims.yaml:8:17\n", SHOWN + judged + UNNOTED)
    assert Path("claims.yaml").read_text() == WRITTEN
    assert '"judgement": {"stance": "supports", "by": "A. Reader", "on": "2026-01-31"}' in (
        Path("evidence.lock").read_text()
    )


def test_what_there_is_to_judge_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("synthesis", "vane1971", "--at", "1", *WORD, "--defect", "indirect") == 0
    assert told(capsys)[1].startswith(
        "claim   synthesis: Ibuprofen inhibits synthesis.\nwork    vane1971: no title\n"
        "text    only the abstract is at hand, from the entry\n"
        "quote   It inhibits\npage    3\nsection Results\nnote    N\n"
        "judged vane1971 for synthesis: supports (indirect)"
    )
    Path("sources").mkdir()
    Path("sources/vane1971.txt").write_text("It inhibits synthesis.")
    assert run("synthesis", "vane1971", "--at", "1", *WORD) == 0
    shown = told(capsys)[1]
    assert "\ntext    sources/vane1971.txt\nquote" in shown
    assert "\nbefore  supports (indirect), by A. Reader on 2026-01-31\n" in shown
    assert run("synthesis", "vane1971", "--at", "2", *WORD) == 0
    assert "quote   none\ntable   Table 1, COX-2\n" in told(capsys)[1]


def test_a_text_that_cannot_be_read_is_not_shown_as_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("sources").mkdir()
    Path("sources/moore2015.txt").write_text("")
    Path("sources/vane1971.pdf").write_bytes(b"%PDF-1.4 broken")
    assert run("pain", *WORD) == 0
    shown = told(capsys)[1]
    assert "\ntext    none is at hand\nunread  sources/moore2015.txt:" in shown
    assert run("synthesis", "--at", "1", *WORD) == 0
    shown = told(capsys)[1]
    assert "\ntext    only the abstract is at hand, from the entry\nunread  sources/vane" in shown


def test_abstracts_may_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "--europe-pmc", *WORD) == 0
    assert "not all abstracts could be asked for" in told(capsys)[1]


def test_quiet_leaves_the_place_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "-q", *WORD) == 0
    assert told(capsys) == ("claims.yaml:8:17\n", "")


def test_a_dry_run_shows_both_edits_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain", "-q", "--dry-run", *WORD) == 0
    out, _ = told(capsys)
    assert "\n-    evidence: [moore2015]   # one\n+    evidence:   # one\n" in out
    assert "--- /dev/null\n+++ b/evidence.lock\n" in out
    assert Path("claims.yaml").read_text() == CLAIMS
    assert not Path("evidence.lock").exists()


def test_the_reviewer_may_be_named_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_REVIEWER", "B. Reader")
    assert run("pain", "--stance", "neutral") == 0
    assert re.search(
        r'judged: \{by: B\. Reader, on: "\d{4}-\d\d-\d\d"\}', Path("claims.yaml").read_text()
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("pain", "--stance", "supports"), "nobody is named who judges: give --by, or set EVIDE"),
        (("pain", "--by", "B"), "--stance is missing, expected one of supports, partly, dispute"),
        (("pain", *WORD, "--stance", "yes"), "'yes' is not one of 'supports', 'partly'"),
        (("pain", *WORD, "--on", "today"), "'today' does not match the format '%Y-%m-%d'"),
        (("pain", *WORD, "--at", "0"), "0 is not in the range x>=1"),
        (("pain", "vane1971", *WORD), "`pain` has no line for `vane1971`, expected one of `moore"),
        (("synthesis", *WORD), "`synthesis` has 2 lines for `vane1971`: name one by its number"),
        (("no", *WORD), "there is no claim `no`"),
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


def test_a_damaged_lock_is_told_and_nothing_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evidence.lock").write_text('{\n  "schema": "evidence/lock/1",\n<<<<<<< HEAD\n')
    assert run("pain", *WORD) == 2
    assert "evidence: evidence.lock:3:1: LCK001 a merge was not finished here" in told(capsys)[1]
    assert Path("claims.yaml").read_text() == CLAIMS


@contextmanager
def typed(answers: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal on which this is typed, as standard input."""
    terminal, end = pty.openpty()
    os.write(terminal, answers.encode())
    with os.fdopen(terminal, "wb"), os.fdopen(end) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield


def test_on_a_terminal_it_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with typed("maybe\npartly\nindirect\n", monkeypatch):
        assert run("pain", "-q", "--by", "B") == 0
    out, err = told(capsys)
    assert out == "claims.yaml:8:17\n"
    assert err.startswith(f"{SHOWN}What does the work say to the claim? (supports, partly, dispu")
    assert "Error: 'maybe' is not one of" in err
    assert "What is wrong with the citation? (none, not-substantiated" in err
    assert "stance: partly\n        defect: indirect\n" in Path("claims.yaml").read_text()


def test_who_supports_is_not_asked_for_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    with typed("supports\n", monkeypatch):
        assert run("pain", "--by", "B") == 0
    with typed("disputes\n\n", monkeypatch):
        assert run("pain", "--by", "B") == 0
    assert "stance: disputes\n        judged:" in Path("claims.yaml").read_text()


def test_a_person_who_breaks_off_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with typed("\x04", monkeypatch):
        assert run("pain", "--by", "B") == 130
    assert Path("claims.yaml").read_text() == CLAIMS
