"""`evidence import` from end to end: offline, and against the stand-in for Crossref."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.cli import commands
from evidence.cli.door import guarded
from sample_page import CLAIMS, PAGE
from standin import StandIn

ROOT = Path(__file__).parents[2]
PAGE_FILE, BIB, YAML = Path("page.txt"), Path("references.bib"), Path("claims.yaml")


@pytest.fixture(autouse=True)
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / "cache"))
    with StandIn([ROOT / "tests/data/works.jsonl"], as_crossref=True) as server:
        monkeypatch.setenv("EVIDENCE_CROSSREF_URL", server.crossref_url)
        monkeypatch.setenv("EVIDENCE_DOI_URL", server.doi_url)
        monkeypatch.setenv("EVIDENCE_DATACITE_URL", server.datacite_url)
        monkeypatch.setenv("EVIDENCE_MAILTO", "test@example.org")
        PAGE_FILE.write_text(PAGE, "utf-8")
        yield server


def run(*options: str) -> int:
    return guarded(commands, ["import", *options])


def check(*options: str) -> int:
    return guarded(commands, ["check", *options])


def test_a_page_becomes_a_project_without_a_network(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt", "--offline") == 0
    assert YAML.read_text("utf-8") == CLAIMS
    bib = BIB.read_text("utf-8")
    assert re.findall(r"@\w+\{(\w+),", bib) == ["quill2019", "ember1998", "ness2015", "umber2020"]
    assert "https://doi.org/410.1234/merged.2015.77" in bib
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "page.txt:5:1: claim hiccup-receptors-hcr1-hcr2: 3 lines: quill2019, ember1998, ness2015",
        "page.txt:5:70: claim cross-blood-brain-barrier: 2 lines: ember1998, umber2020",
        "page.txt:6:52: claim calm-hiccup-centre-brainstem: cites nothing",
        "page.txt:11:10: claim affinity-hiccup-hcr1-hcr2: 2 values, 1 line: ember1998",
        "page.txt:17:1: claim duration-hiccups-patients: 1 line: quill2019",
        "page.txt:17:81: claim reduced-relapses: cites nothing",
        "page.txt:22:6: entry quill2019: as printed",
        "page.txt:24:6: entry ember1998: as printed",
        "page.txt:25:6: entry ness2015: as printed",
        "page.txt:27:6: entry umber2020: as printed",
    ]
    assert "claims.yaml: 6 claims added, 2 of them cite nothing\n" in captured.err
    assert captured.err == (
        "references.bib: 4 entries added (4 as printed)\n"
        "4 entries could not be looked up: offline, and not in the cache\n"
        "claims.yaml: 6 claims added, 2 of them cite nothing\n"
        "next: `evidence check` compares document, claims and references\n"
    )


def test_the_works_are_found_where_somebody_can_be_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("page.txt") == 0
    bib = BIB.read_text("utf-8")
    assert "10.1234/jim.2019.0001" in bib
    assert "10.1234/jim.2020.0005" in bib
    assert "https://doi.org/410.1234/merged.2015.77" in bib
    assert YAML.read_text("utf-8").count("  - id: ") == 6
    captured = capsys.readouterr()
    assert "page.txt:22:6: entry quill2019: from Crossref's records\n" in captured.out
    assert "references.bib: 4 entries added (4 from Crossref's records)\n" in captured.err


def test_the_result_is_checked_without_edits(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt") == 0
    capsys.readouterr()
    assert check() == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if ": error " in line]
    assert [re.findall(r"error (\w+)", line)[0] for line in lines] == ["DOI001"]


def test_a_second_import_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt", "--offline") == 0
    before = BIB.read_bytes(), YAML.read_bytes()
    capsys.readouterr()
    assert run("page.txt", "--offline") == 0
    assert (BIB.read_bytes(), YAML.read_bytes()) == before
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nothing to write\n" in captured.err


def test_what_a_person_wrote_stays_and_what_is_new_is_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("page.txt", "--offline") == 0
    mine = (
        YAML.read_text("utf-8")
        .replace("id: reduced-relapses", "id: mine  # a better id")
        .replace("Hiccalin is active against the", "Hiccalin is active against both")
        .replace("    evidence: [ember1998, umber2020]", "    evidence:\n      - umber2020 # first")
    )
    YAML.write_text(mine, "utf-8")
    new = "after meals). Hiccalin prevents sneezing [4]."
    PAGE_FILE.write_text(PAGE.replace("after meals).", new).replace("31\n", "13\n"), "utf-8")
    capsys.readouterr()
    assert run("page.txt", "--offline") == 0
    expected = mine.replace("- umber2020 # first", "- umber2020 # first\n      - ember1998") + (
        "\n  - id: prevents-sneezing\n    text: Hiccalin prevents sneezing.\n"
        "    evidence: [umber2020]\n"
    )
    assert YAML.read_text("utf-8") == expected
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "page.txt:5:1: `hiccup-receptors-hcr1-hcr2` says it otherwise, and is left: reworded:"
        " both → the",
        "page.txt:5:70: claim cross-blood-brain-barrier: 1 line more: ember1998",
        "page.txt:11:10: `affinity-hiccup-hcr1-hcr2` says it otherwise, and is left: altered:"
        " 31 nmol/L → 13 nmol/L (HCR-2)",
        "page.txt:18:48: claim prevents-sneezing: 1 line: umber2020",
    ]
    assert "claims.yaml: 1 claim added\n" in captured.err
    assert "claims.yaml: 1 line added to 1 claim of before\n" in captured.err


def test_what_the_document_lost_is_told_and_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt", "--offline") == 0
    before = YAML.read_bytes()
    text = PAGE.replace("barrier [2, 4]", "barrier [4]")
    text = text.replace(" It also reduced\nrelapses by 40% (including those after meals).", "")
    PAGE_FILE.write_text(text, "utf-8")
    capsys.readouterr()
    assert run("page.txt", "--offline") == 0
    assert YAML.read_bytes() == before
    left = capsys.readouterr().out.splitlines()
    assert left == [
        "claims.yaml:34:9: no statement of `page.txt` says `reduced-relapses`: left",
        "page.txt:5:70: `cross-blood-brain-barrier` rests on `ember1998`, not cited here: left",
    ]
    assert run("page.txt", "--offline", "--dry-run") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [*left, "nothing to write"]


def test_a_dry_run_shows_diffs_that_git_applies(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt", "--offline", "--dry-run") == 0
    assert not BIB.exists()
    assert not YAML.exists()
    diff = capsys.readouterr().out
    assert diff.count("--- /dev/null") == 2
    subprocess.run(["git", "apply", "-"], input=diff.encode(), check=True)
    assert YAML.read_text("utf-8") == CLAIMS
    PAGE_FILE.write_text(PAGE.replace("patients [1]", "patients [1, 4]"), "utf-8")
    assert run("page.txt", "--offline", "--dry-run") == 0
    diff = capsys.readouterr().out
    assert "+    evidence: [quill2019, umber2020]\n" in diff
    assert diff.count("--- ") == 1


def test_a_label_without_an_entry_gets_no_line_and_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text, _, _ = PAGE.partition("References")
    PAGE_FILE.write_text(text, "utf-8")
    assert run("page.txt", "--offline") == 0
    captured = capsys.readouterr()
    assert "none of what it cites has an entry" in captured.out
    assert "page.txt:5:1: the document cites `1`, `2` and `3` here, which have no entry" in (
        captured.out
    )
    assert BIB.read_bytes() == b""
    capsys.readouterr()
    assert check("--offline") == 1
    assert "CIT003" in capsys.readouterr().out


def test_a_page_that_cites_nothing_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    PAGE_FILE.write_text("The drug reduced pain by 40%.\n", "utf-8")
    assert run("page.txt") == 0
    assert not BIB.exists()
    assert not YAML.exists()
    assert "nothing to write" in capsys.readouterr().err


def test_files_in_other_folders_are_named_from_the_claims_file(tmp_path: Path) -> None:
    for folder in ("ledger", "texts"):
        (tmp_path / folder).mkdir()
    PAGE_FILE.rename("texts/page.txt")
    options = ("--claims", "ledger/claims.yaml", "--references", "ledger/refs.bib", "--offline")
    assert run("texts/page.txt", *options) == 0
    assert "documents: [../texts/page.txt]\n" in Path("ledger/claims.yaml").read_text("utf-8")
    assert Path("ledger/refs.bib").exists()
    assert run("texts/page.txt", *options, "-q") == 0
    assert Path("ledger/claims.yaml").read_text("utf-8").count("page.txt") == 1


def test_the_settings_say_which_files_and_documents(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evidence.toml").write_text(
        "references = 'mine.bib'\nclaims = ['mine.yaml']\ndocuments = ['page.txt']\n", "utf-8"
    )
    assert run("page.txt", "--offline", "-q") == 0
    assert Path("mine.yaml").read_text("utf-8") == CLAIMS.replace("documents: [page.txt]\n", "")
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.count("claim ") == 6


def test_a_claims_file_that_cannot_be_read_whole_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "schema: evidence/claims/1\nclaims:\n  - {id: a, text: B., colour: red}\n"
    YAML.write_text(text, "utf-8")
    assert run("page.txt", "--offline") == 2
    assert YAML.read_text("utf-8") == text
    assert not BIB.exists()
    assert "claims.yaml:3:23: CLM010 the claim `a` cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("absent.txt",),
        ("page.txt", "--config", "absent.toml"),
        ("page.txt", "--claims", "a.yaml", "--claims", "b.yaml"),
        ("page.txt", "--claims", "absent/claims.yaml", "--offline"),
        ("empty.txt",),
        (".",),
    ],
)
def test_wrong_use_is_explained_and_nothing_is_half_written(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.txt").touch()
    assert run(*options) == 2
    assert not YAML.exists()
    assert not BIB.exists()
    assert capsys.readouterr().err


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert "Examples:\n    evidence import page.txt" in capsys.readouterr().out


# --- what would do harm ------------------------------------------------------------------------


def test_a_renumbered_list_adds_nothing_and_keeps_the_alarm(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("page.txt", "--offline") == 0
    before = YAML.read_bytes(), BIB.read_bytes()
    quill, umber = (PAGE[PAGE.index(name) :].split("\n\n")[0] for name in ("Quill A", "Umber V"))
    quill = quill.split("\n  2.")[0]
    text = PAGE.replace(umber, "@").replace(quill, umber).replace("@", quill)
    text = text.replace("[2]. ", "[2, 3]. ").replace("after meals).", "after meals) [4].")
    text = text.replace("Hiccalin is active", "Yawning is contagious [4]. Hiccalin is active")
    PAGE_FILE.write_text(text, "utf-8")
    capsys.readouterr()
    check("--offline")
    assert "CIT009" in capsys.readouterr().out
    assert run("page.txt", "--offline") == 0
    captured = capsys.readouterr()
    assert (YAML.read_bytes(), BIB.read_bytes()) == before
    assert "the numbers of the list have moved: 1 was `quill2019`, now 4; 4 was" in captured.out
    assert "page.txt:5:1: a new statement, no claim yet" in captured.out
    check("--offline")
    assert "CIT009" in capsys.readouterr().out


def test_an_entry_with_the_doi_of_another_work_is_told_by_import_and_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    BIB.write_text(
        "@article{foo2001,\n  author = {Foo, B.},\n  title = {Vitamin D and bones in rats},\n"
        "  year = {2001},\n  doi = {10.1234/merged.2015.77},\n}\n",
        "utf-8",
    )
    PAGE_FILE.write_text(PAGE.replace("410.1234", "10.1234"), "utf-8")
    for _ in range(2):
        assert run("page.txt", "--offline", "-q") == 0
        assert "`3` of the list gets no entry" in capsys.readouterr().err
        assert "foo2001" not in YAML.read_text("utf-8")
    check("--offline")
    assert "CIT001 unknown-citation: `3` of the reference list has no" in capsys.readouterr().out


def test_new_statements_at_the_top_become_the_first_claims() -> None:
    assert run("page.txt", "--offline") == 0
    old = YAML.read_text("utf-8")
    new = "Sneezing was rare in patients [4]. Yawning was common [3].\n\nHiccalin is active"
    PAGE_FILE.write_text(PAGE.replace("Hiccalin is active", new), "utf-8")
    assert run("page.txt", "--offline") == 0
    text = YAML.read_text("utf-8")
    ids = re.findall(r"- id: (.*)", text)
    assert ids == ["rare-patients", "yawning", *re.findall(r"- id: (.*)", old)]


def test_quiet_hides_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    PAGE_FILE.write_text("---\nbibliography: none.bib\n---\nIt eases pain [@roe2001].\n", "utf-8")
    PAGE_FILE.rename("page.md")
    assert run("page.md", "--dry-run", "--offline", "-q") == 0
    assert capsys.readouterr().err.splitlines() == [
        "page.md:4:1: the document cites `roe2001` here, which has no entry: no line",
        "`none.bib`, which `page.md` names, is not there",
    ]
    assert run("page.md", "--offline", "-q") == 0
    captured = capsys.readouterr()
    assert captured.err == "`none.bib`, which `page.md` names, is not there\n"
    assert captured.out.count("roe2001") == 1


def test_what_could_not_be_looked_up_is_told_and_is_the_exit_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CROSSREF", "DOI", "DATACITE"):
        monkeypatch.setenv(f"EVIDENCE_{name}_URL", "http://127.0.0.1:9")
    assert run("page.txt", "-q") == 3
    assert "4 entries could not be looked up: " in capsys.readouterr().err
    assert YAML.read_text("utf-8") == CLAIMS


def test_a_document_under_a_new_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("page.txt", "--offline") == 0
    PAGE_FILE.rename("letter.txt")
    capsys.readouterr()
    assert run("letter.txt", "--offline") == 0
    assert capsys.readouterr().out.splitlines() == [
        "letter.txt:1:1: the document `page.txt` is not there any more, and `letter.txt` says 6 of"
        " 6 claims: if it is the same text under another name, take the old name out of `documents`"
    ]
    Path("yawns.txt").write_text("Yawning is contagious [1].\n", "utf-8")
    assert run("yawns.txt", "--offline") == 0
    assert "not there any more" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("claims.yaml", "`claims.yaml` is a file of the project itself, expected a document"),
        ("./references.bib", "`references.bib` is a file of the project itself"),
        ("other.bib", "`other.bib` is not a document, expected a text such as"),
        ("x.YML", "`x.YML` is not a document"),
        ("x.json", "`x.json` is not a document"),
        (
            "https://example.org/a/page.html",
            "`https://example.org/a/page.html` is an address, which is not read: save the page as",
        ),
    ],
)
def test_what_is_no_document_is_refused(
    document: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("page.txt", "--offline") == 0
    before = YAML.read_bytes(), BIB.read_bytes()
    for name in ("other.bib", "x.YML", "x.json"):
        Path(name).write_text("It eases pain [1].\n", "utf-8")
    capsys.readouterr()
    assert run(document, "--offline") == 2
    assert told in capsys.readouterr().err
    assert (YAML.read_bytes(), BIB.read_bytes()) == before
