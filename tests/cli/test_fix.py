"""`evidence fix` from end to end, against the stand-in for Crossref."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import evidence
from evidence.cli import commands
from evidence.cli.door import guarded
from standin import StandIn

ROOT = Path(__file__).parents[2]
WORKS = (ROOT / "data/entrectinib-snapshot.jsonl", ROOT / "tests/data/rules.jsonl")
COCCO = """  author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},
  title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},
  year    = {2018},
"""
PLAIN, BROKEN, MISSING, ALIAS, WRONG = (
    f"@article{{plain,\n{COCCO}  doi     = {{https://doi.org/10.1038/s41571-018-0113-0}},\n}}\n",
    # One DOI of the snapshot as it was once printed.
    """@article{demetri2018,
  author  = {Demetri, G. D. and Paz-Ares, L. and Farago, A. F. and others},
  title   = {Efficacy and safety of entrectinib in patients with NTRK fusion-positive
             (NTRK-fp) Tumors: Pooled analysis of STARTRK-2, STARTRK-1 and ALKA-372-001},
  year    = {2018},
  doi     = {https://doi.org/410.1093/annonc/mdy1424.1017},
}
""",
    f"% a comment\n@article{{cocco2018,\n{COCCO}}}\n",
    "@misc{old2020, author = {Example, A.}, title = {A work with two DOIs}, year = {2020},\n"
    "  doi = {10.1234/alias.old}}\n",
    f"@article{{wrong,\n{COCCO.replace('{2018}', '2014')}"
    "  journal = {Nature Reviews Clinical Oncology},\n"
    "  doi     = {10.1038/s41571-018-0113-0},\n}\n",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    with StandIn(WORKS, as_crossref=True, agencies={"10.5281": "DataCite"}) as server:
        (tmp_path / "evidence.toml").write_text(
            f"crossref_url = '{server.crossref_url}'\ndoi_url = '{server.doi_url}'\n"
            f"datacite_url = '{server.datacite_url}'\nmailto = 'test@example.org'\n"
        )
        monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
        yield tmp_path


def run(*options: str) -> int:
    return guarded(commands, ["fix", *options])


def write(*entries: str) -> Path:
    file = Path("references.bib")
    file.write_text("\n".join(entries), "utf-8")
    return file


def test_the_diff_goes_to_standard_output_and_the_reasons_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = write(PLAIN, BROKEN, MISSING)
    before = file.read_bytes()
    assert run() == 0
    out, err = capsys.readouterr()
    assert out == (
        "--- a/references.bib\n+++ b/references.bib\n"
        "@@ -2,7 +2,7 @@\n"
        "   author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},\n"
        "   title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},\n"
        "   year    = {2018},\n"
        "-  doi     = {https://doi.org/10.1038/s41571-018-0113-0},\n"
        "+  doi     = {10.1038/s41571-018-0113-0},\n"
        " }\n"
        " \n"
        " @article{demetri2018,\n"
        "@@ -10,7 +10,7 @@\n"
        "   title   = {Efficacy and safety of entrectinib in patients with NTRK fusion-positive\n"
        "              (NTRK-fp) Tumors: Pooled analysis of STARTRK-2, STARTRK-1 and"
        " ALKA-372-001},\n"
        "   year    = {2018},\n"
        "-  doi     = {https://doi.org/410.1093/annonc/mdy1424.1017},\n"
        "+  doi     = {10.1093/annonc/mdy424.017},\n"
        " }\n"
        " \n"
        " % a comment\n"
        "@@ -18,4 +18,5 @@\n"
        "   author  = {Cocco, Emiliano and Scaltriti, Maurizio and Drilon, Alexander},\n"
        "   title   = {{NTRK} fusion-positive cancers and {TRK} inhibitor therapy},\n"
        "   year    = {2018},\n"
        "+  doi     = {10.1038/s41571-018-0113-0},\n"
        " }\n"
    )
    assert err.splitlines()[0] == (
        "references.bib:5:14: doi: 10.1038/s41571-018-0113-0 (DOI003, high: the same DOI in the"
        " plain form)"
    )
    assert err.splitlines()[1].startswith(
        "references.bib:13:14: doi: 10.1093/annonc/mdy424.017 (DOI001, high: "
    )
    assert err.splitlines()[2].startswith(
        "references.bib:17:1: new field doi: 10.1038/s41571-018-0113-0 (DOI004, high: found by a"
    )
    assert err.splitlines()[-1].startswith(
        "references.bib: 3 edits shown and not written (--write writes)"
    )
    assert file.read_bytes() == before


@pytest.mark.parametrize("options", [(), ("--unsafe",)])
def test_fixing_twice_changes_nothing_more(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(PLAIN, BROKEN, MISSING, ALIAS, WRONG)
    run("--write", *options)
    once = file.read_bytes()
    os.utime(file, ns=(1, 1))
    capsys.readouterr()
    run("--write", *options)
    out, err = capsys.readouterr()
    assert out == ""
    assert "references.bib: nothing to edit" in err
    assert file.read_bytes() == once
    assert file.stat().st_mtime_ns == 1


def test_a_check_finds_no_more_what_was_fixed() -> None:
    write(PLAIN, BROKEN, MISSING, ALIAS, WRONG)
    assert codes() >= {"DOI001", "DOI003", "DOI004", "DOI007", "MET003"}
    run("--write")
    assert codes() & {"DOI001", "DOI003", "DOI004", "DOI007", "MET003"} == {"DOI007", "MET003"}
    run("--write", "--unsafe")
    assert not codes() & {"DOI001", "DOI003", "DOI004", "DOI007", "MET003"}


def codes() -> set[str]:
    return {finding.code for finding in evidence.check(evidence.load_project()).findings}


def test_what_is_unsafe_is_shown_as_left_and_done_when_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = write(ALIAS, WRONG)
    assert run("--write") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "references.bib:2:10: left as it is: doi: `10.1234/alias.new` is suggested with medium"
        " confidence (the DOI that the registry itself uses): --unsafe takes it (DOI007)\n"
        "references.bib:7:13: left as it is: year: the record of Crossref has `2018 (print)`:"
        " --unsafe takes it (MET003)\n"
        "references.bib: nothing to edit; 2 left as they are\n"
    )
    assert run("--write", "--unsafe") == 0
    assert "doi = {10.1234/alias.new}}" in file.read_text()
    assert "  year    = 2018,\n" in file.read_text()
    assert "references.bib: 2 edits written\n" in capsys.readouterr().err


def test_a_repair_that_shows_another_difference_is_followed_in_the_same_run() -> None:
    wrong = BROKEN.replace("year    = {2018}", "volume  = {99},\n  year    = {2018}")
    file = write(wrong)
    run("--write", "--unsafe")
    assert "doi     = {10.1093/annonc/mdy424.017}" in file.read_text()
    assert "volume  = {29}" in file.read_text()


def test_what_a_person_accepted_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    write("% evidence: ignore DOI003 -- the journal wants addresses\n" + PLAIN)
    assert run() == 0
    assert capsys.readouterr() == ("", "references.bib: nothing to edit\n")


@pytest.mark.parametrize(
    ("options", "edited"), [(("--select", "DOI001"), 1), (("--ignore", "DOI001,DOI004"), 1)]
)
def test_rules_can_be_chosen(
    options: tuple[str, ...], edited: int, capsys: pytest.CaptureFixture[str]
) -> None:
    write(PLAIN, BROKEN, MISSING)
    run(*options)
    assert capsys.readouterr().out.count("\n+  doi") == edited


def test_git_takes_the_diff(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    file = write(PLAIN, MISSING)
    data = b"% Encoding: cp1252\r\n% \xc4\r\n" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(data)
    run("--quiet")
    out, err = capfdbinary.readouterr()
    assert err == b""
    subprocess.run(["git", "apply"], cwd=folder, input=out, check=True)
    assert file.read_bytes() == (
        data.replace(b"https://doi.org/", b"")[:-3]
        + b"  doi     = {10.1038/s41571-018-0113-0},\r\n}\r\n"
    )


def test_a_file_in_utf_16_is_shown_for_reading(capsys: pytest.CaptureFixture[str]) -> None:
    file = write(PLAIN)
    file.write_bytes(PLAIN.encode("utf-16"))
    run()
    out, err = capsys.readouterr()
    assert "+  doi     = {10.1038/s41571-018-0113-0},\n" in out
    assert "references.bib is not in an encoding that `git apply` takes: use --write" in err
    run("--write")
    assert file.read_bytes() == PLAIN.replace("https://doi.org/", "").encode("utf-16")


def test_a_person_at_a_terminal_sees_no_control_characters(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(PLAIN)
    file.write_bytes(f"% \x1b[31m\n{PLAIN}".replace("\n", "\r\n").encode())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run()
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\r" not in out
    assert "+  doi     = {10.1038/s41571-018-0113-0},\n" in out


def test_what_was_not_checked_is_said_and_exits_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    write(PLAIN)
    assert run("--offline") == 3
    out, err = capsys.readouterr()
    assert out == ""  # it may be the wrong DOI
    assert err.endswith(
        "nothing to edit; 1 left as it is; 1 for a person, see `evidence check`;"
        " 1 reference could not be checked\n"
    )
    assert run("--offline", "--allow-unchecked", "--unsafe") == 0
    assert "+  doi     = {10.1038/s41571-018-0113-0},\n" in capsys.readouterr().out


def test_claims_that_cannot_be_read_stop_it(capsys: pytest.CaptureFixture[str]) -> None:
    file = write(PLAIN)
    Path("claims.yaml").write_text("schema: evidence/claims/1\nclaims: [{id: a, colour: red}]\n")
    assert run("--write") == 2
    assert re.fullmatch(
        r"evidence: claims.yaml:2:\d+: .*: nothing is edited, as what the claims accept is not"
        r" known\n",
        capsys.readouterr().err,
    )
    assert file.read_text() == PLAIN


def test_no_file_is_unusable(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    assert "`references.bib` was not found" in capsys.readouterr().err


def test_help_says_what_the_exit_codes_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    out = capsys.readouterr().out
    assert "Exit codes: 0 all that could be edited was shown or written" in out
    assert "Examples:\n    evidence fix" in out
