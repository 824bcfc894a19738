"""`evidence add` from end to end, against the stand-in for Crossref."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded
from standin import Refusal, StandIn

ROOT = Path(__file__).parents[2]
WORKS = (ROOT / "data/entrectinib-snapshot.jsonl", ROOT / "tests/data/works.jsonl")
COCCO_DOI, CHEN_DOI = "10.1038/s41571-018-0113-0", "10.1186/s13045-018-0622-4"
COCCO = (
    "Cocco E, Scaltriti M, Drilon A. NTRK fusion-positive cancers and TRK inhibitor therapy."
    " Nat Rev Clin Oncol. 2018;15:731-47."
)
CHEN = """@article{Chen:2018,
\ttitle = "Basket trial of TRK inhibitors demonstrates efficacy in TRK fusion-positive cancers",
\tauthor = "Chen, Y. and Chi, P.",
\tyear = 2018
}
"""
ADDED = """
@article{Cocco:2018,
\tauthor = "Cocco, E and Scaltriti, M and Drilon, A",
\ttitle = "{NTRK} fusion–positive cancers and {TRK} inhibitor therapy",
\tjournal = "Nature Reviews Clinical Oncology",
\tyear = 2018,
\tvolume = 15,
\tnumber = 12,
\tpages = "731--747",
\tdoi = "10.1038/s41571-018-0113-0"
}
"""
BIB = Path("references.bib")


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
        BIB.write_text(CHEN, "utf-8")
        yield server


def run(*options: str) -> int:
    return guarded(commands, ["add", *options])


def text() -> str:
    return BIB.read_bytes().decode()


@pytest.mark.parametrize("what", [COCCO_DOI, f"https://doi.org/{COCCO_DOI}", COCCO])
def test_a_work_is_added_in_the_style_of_the_file(
    what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(what) == 0
    assert text() == CHEN + ADDED
    captured = capsys.readouterr()
    assert captured.out == "Cocco:2018\n"
    assert captured.err.startswith("added Cocco:2018: NTRK fusion–positive cancers and TRK ")


@pytest.mark.parametrize("what", [CHEN_DOI, CHEN_DOI.upper()])
def test_a_work_that_is_there_already_is_refused_with_its_key(
    what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    BIB.write_text(CHEN.replace("= 2018", f'= 2018, doi = "{CHEN_DOI}"'), "utf-8")
    before = text()
    assert run(what) == 1
    assert text() == before
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "not added: `Chen:2018` (references.bib:1:1) is this work already: " in captured.err


def test_a_work_that_is_there_without_its_doi_is_refused_too() -> None:
    assert run(CHEN_DOI) == 1
    assert text() == CHEN


def test_all_that_can_be_added_is_added_in_one_go(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(COCCO, "10.4321/dataset.7", CHEN_DOI, COCCO_DOI, "10.1038/none")
    assert code == 1
    captured = capsys.readouterr()
    assert captured.out == "Cocco:2018\nQuill:2019\n"
    assert captured.err.count("not added: ") == 3
    assert "(references.bib:1:1) is this work already" in captured.err
    assert "`10.1038/none` leads nowhere" in captured.err
    assert text().count("@article") == 2
    assert text().count("@misc") == 1


def test_a_malformed_doi_is_explained_with_what_was_meant_and_not_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(f"https://doi.org/4{COCCO_DOI}") == 1
    assert text() == CHEN
    err = capsys.readouterr().err
    assert "is not a DOI: stray `4` before `10.`" in err
    assert "  perhaps NTRK fusion–positive cancers" in err
    assert COCCO_DOI in err


def test_a_reference_that_leaves_a_doubt_is_shown_and_not_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(COCCO.replace("2018", "2019")) == 1
    assert text() == CHEN
    err = capsys.readouterr().err
    assert "  found, medium confidence: " in err
    assert "year nearly (the record has `2018`)" in err


def test_a_retracted_work_is_added_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("10.1234/jim.2016.0012") == 0
    err = capsys.readouterr().err
    assert err.startswith("added Pryce:2016: RETRACTED OR WITHDRAWN: ")


def test_an_alias_adds_the_work_under_the_doi_that_its_registry_prefers() -> None:
    assert run("10.4321/old.2015.77") == 0
    assert '"10.1234/merged.2015.77"' in text()
    assert run("10.4321/old.2015.77") == 1


def test_what_could_not_be_looked_up_is_not_added(server: StandIn) -> None:
    server.fail(Refusal(400), times=9)
    assert run(COCCO_DOI) == 3
    assert run(COCCO_DOI, "--offline") == 3
    assert text() == CHEN


def test_a_record_made_by_hand_is_not_added(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Path("evidence.toml")
    settings.write_text(f"snapshot = '{WORKS[0]}'\n" + settings.read_text())
    assert run(COCCO_DOI, "--offline") == 3
    assert text() == CHEN
    err = capsys.readouterr().err
    assert "  not checked: a record made by hand is no registry's\n" in err
    assert "[hand-made record]" in err


def test_a_record_without_a_title_is_not_added(server: StandIn) -> None:
    server.collection.add({"DOI": "10.1234/untitled", "type": "journal-article"})
    assert run("10.1234/untitled") == 1
    assert text() == CHEN


def test_a_file_that_is_not_there_is_made_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(COCCO_DOI, "--references", "new.bib") == 0
    assert Path("new.bib").read_text("utf-8").startswith("@article{cocco2018,\n  author = {Cocco")
    assert capsys.readouterr().err.startswith("created new.bib\nadded cocco2018: ")
    assert run("10.1038/none", "--references", "none.bib") == 1
    assert not Path("none.bib").exists()


def test_the_settings_say_which_file(tmp_path: Path) -> None:
    config = tmp_path / "evidence.toml"
    config.write_text("references = 'mine.bib'\n" + config.read_text())
    assert run(COCCO_DOI, "--config", "evidence.toml", "-q") == 0
    assert (tmp_path / "mine.bib").exists()


def test_quiet_talks_of_what_was_not_added_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(COCCO_DOI, CHEN_DOI, "--quiet") == 1
    captured = capsys.readouterr()
    assert captured.out == "Cocco:2018\n"
    assert captured.err.startswith("not added: `Chen:2018`")


@pytest.mark.parametrize("options", [(), ("--references", "a.bib", "--references", "b.bib", "x")])
def test_wrong_use_is_explained(options: tuple[str, ...]) -> None:
    assert run(*options) == 2


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert "Examples:\n    evidence add" in capsys.readouterr().out
