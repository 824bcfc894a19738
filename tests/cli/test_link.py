"""`evidence link` from end to end."""

from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded

BIB = """@article{moore2015, title = {Ibuprofen}, doi = {10.1002/14651858.CD001548.PUB3}}
@article{warner1999, title = {Nonsteroid drug selectivities}, doi = {410.1073/pnas.96.13.7563}}
@article{vane1971, title = {Inhibition of prostaglandin synthesis},
  url = {https://doi.org/10.1038/newbio231232a0}}
"""
CLAIMS = """schema: evidence/claims/1
claims:
  # On pain.
  - id: pain-relief
    text: Ibuprofen eases pain.
    evidence: [moore2015]   # one

  - id: cox-2
    text: Ibuprofen inhibits COX-2.
    evidence:
      - reference: warner1999
        page: 7
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("references.bib").write_text(BIB)
    Path("claims.yaml").write_text(CLAIMS)
    return tmp_path


def run(*arguments: str) -> int:
    return guarded(commands, ["link", *arguments])


def told(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_a_line_is_added_and_its_place_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pain-relief", "vane1971", "--role", "background") == 0
    assert told(capsys) == (
        "claims.yaml:6:39\n",
        "added vane1971 to pain-relief (background)\n",
    )
    assert Path("claims.yaml").read_text() == CLAIMS.replace(
        "[moore2015] ", "[moore2015, {reference: vane1971, role: background}] "
    )


def test_all_that_a_line_can_say(capsys: pytest.CaptureFixture[str]) -> None:
    details = ("--page", "12", "--section", "Results", "--quote", "a: b", "--note", "Read.")
    assert run("cox-2", "vane1971", *details) == 0
    assert told(capsys)[0] == "claims.yaml:13:20\n"
    added = "- reference: vane1971\n        page: 12\n        section: Results\n"
    added += '        quote: "a: b"\n        note: Read.\n'
    assert Path("claims.yaml").read_text() == f"{CLAIMS}      {added}"


def test_quiet_leaves_the_place_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cox-2", "vane1971", "-q") == 0
    assert told(capsys) == ("claims.yaml:13:20\n", "")


@pytest.mark.parametrize("start", ["", "doi:", "https://doi.org/"])
def test_an_entry_may_be_named_by_its_doi(start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cox-2", f"{start}10.1038/NEWBIO231232A0") == 0
    assert told(capsys)[1] == "added vane1971 to cox-2 (evidence)\n"


def test_a_malformed_doi_names_its_entry_as_it_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("pain-relief", "410.1073/pnas.96.13.7563") == 0
    assert told(capsys)[1] == "added warner1999 to pain-relief (evidence)\n"


def test_a_dry_run_shows_a_diff_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cox-2", "vane1971", "--dry-run") == 0
    assert told(capsys) == (
        "--- a/claims.yaml\n+++ b/claims.yaml\n@@ -10,3 +10,4 @@\n     evidence:\n"
        "       - reference: warner1999\n         page: 7\n+      - reference: vane1971\n",
        "",
    )
    assert Path("claims.yaml").read_text() == CLAIMS


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("pain-relief", "moore2015"), "`pain-relief` names `moore2015` already: claims.yaml:6:16"),
        (
            ("pain-relief", "moore2015", "--page", "3", "--note", "Read."),
            "`pain-relief` names `moore2015` already: claims.yaml:6:16; write `page: 3` and "
            "`note: Read.` there",
        ),
        (("cox-2", "warner1999"), "`cox-2` names `warner1999` already: claims.yaml:11:20"),
        (
            ("cox-2", "warner1999", "--page", "7", "--quote", "x"),
            "`cox-2` names `warner1999` already: claims.yaml:11:20; write `quote: x` there",
        ),
    ],
)
def test_a_line_that_is_there_already(
    arguments: tuple[str, ...], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 1
    assert told(capsys) == ("", f"not added: {expected}\n")
    assert Path("claims.yaml").read_text() == CLAIMS


@pytest.mark.parametrize("details", [("--page", "8"), ("--role", "method")])
def test_another_place_or_role_is_another_line(details: tuple[str, ...]) -> None:
    assert run("cox-2", "warner1999", *details) == 0


@pytest.mark.parametrize(
    ("claim", "key", "expected"),
    [
        ("pain", "moore2015", "there is no claim `pain`, did you mean `pain-relief`?"),
        ("cox2", "moore2015", "there is no claim `cox2`, did you mean `cox-2`?"),
        ("qqq", "moore2015", "there is no claim `qqq`, expected one of the 2 ids"),
        (
            "cox-2",
            "more2015",
            "there is no entry `more2015` in `references.bib`, did you mean `moore",
        ),
        (
            "cox-2",
            "2015",
            "there is no entry `2015` in `references.bib`, did you mean `moore2015`?",
        ),
        (
            "cox-2",
            "10.1234/X",
            "no entry has the DOI `10.1234/x`: `evidence add 10.1234/x` adds one",
        ),
        ("cox-2", "10.1073/pnas.96.13.7563", "no entry has the DOI `10.1073/pnas.96.13.7563`"),
    ],
)
def test_what_is_not_known(
    claim: str, key: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(claim, key) == 2
    out, err = told(capsys)
    assert out == ""
    assert expected in err


def test_a_claim_in_the_second_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("more.yaml").write_text("schema: evidence/claims/1\nclaims:\n- {id: z, text: Z}\n")
    assert run("z", "moore2015", "--claims", "claims.yaml", "--claims", "more.yaml") == 0
    assert told(capsys)[0] == "more.yaml:3:31\n"
    assert Path("claims.yaml").read_text() == CLAIMS


def test_a_claims_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims.yaml").unlink()
    assert run("z", "moore2015") == 2
    assert told(capsys)[1] == "evidence: there is no `claims.yaml`: `evidence init` makes one\n"
    Path("evidence.toml").write_text("claims = []")
    assert run("z", "moore2015") == 2
    assert told(capsys)[1] == (
        "evidence: the settings name no claims file: expected `claims` to hold one\n"
    )


def test_an_unsound_claim_is_told_with_its_problem(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims.yaml").write_text(CLAIMS.replace("page: 7", "pages: 7"))
    assert run("cox-2", "vane1971") == 2
    assert told(capsys)[1] == (
        "evidence: claims.yaml:12:9: CLM010 the claim `cox-2` cannot be read before this is "
        "mended: `pages` is not known here, did you mean `page`?\n"
    )
    assert run("pain-relief", "vane1971") == 0


def test_an_unreadable_file_is_told_with_its_problem(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims.yaml").write_text("claims: [\n")
    assert run("cox-2", "vane1971") == 2
    assert "claims.yaml:1:9: CLM010 the claim `cox-2` cannot be read before this" in told(capsys)[1]


def test_a_wrong_role_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cox-2", "vane1971", "--role", "friend") == 2
    assert "'friend' is not one of" in told(capsys)[1]
