"""`evidence init` from end to end."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from evidence.cli import commands
from evidence.cli.door import guarded
from evidence.edits.claims.editing import edit_claims, write_claims_edit
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.edits.new_project import plan_project, write_project
from evidence.errors import InputError
from evidence.sources.claims_json_schema import claims_json_schema

MADE = "references.bib", "claims.yaml", ".evidence/claims-1.schema.json"
ENTRY = "@article{moore2015, title = {Ibuprofen}, year = 2015}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVIDENCE_CACHE_DIR", str(tmp_path / ".cache"))
    return tmp_path


def run(*arguments: str) -> int:
    return guarded(commands, list(arguments))


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_an_empty_folder_becomes_a_project_that_is_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("init") == 0
    assert capsys.readouterr() == (
        "references.bib\nclaims.yaml\n.evidence/claims-1.schema.json\n",
        "created references.bib (the works, none yet)\n"
        "created claims.yaml (no claims yet, 0 documents)\n"
        "created .evidence/claims-1.schema.json (the shape of claims, for editors)\n"
        "next:\n  evidence add DOI\n  evidence check\n",
    )
    assert set(files(folder)) == set(MADE)
    assert run("check") == 0
    assert "0 references and 0 claims" in capsys.readouterr().out.replace("\n", " ")


def test_quiet_leaves_the_names_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "-q") == 0
    assert capsys.readouterr() == ("".join(f"{name}\n" for name in MADE), "")
    assert run("init", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_a_second_time_nothing_changes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init") == 0
    before = files(folder)
    capsys.readouterr()
    assert run("init") == 0
    assert capsys.readouterr() == ("", "nothing to do: the project is there\n")
    assert files(folder) == before


def test_the_claims_file_is_commented_and_names_the_documents(folder: Path) -> None:
    Path("page one.md").touch()
    Path("b.docx").touch()
    assert run("init") == 0
    assert Path("claims.yaml").read_text("utf-8") == (
        """\
# yaml-language-server: $schema=.evidence/claims-1.schema.json
#
# The claims of this project: what its texts state, and the works that this rests on.
# `evidence import DOCUMENT` writes them from a text, `evidence link CLAIM KEY` adds a work to one,
# `evidence check` says whether they hold.

schema: evidence/claims/1
documents: [b.docx, page one.md]

# A claim looks like this. `evidence` names entries of references.bib; a key alone is enough.
#
#   - id: ibuprofen-dental-pain
#     text: Ibuprofen 400 mg eases pain after tooth extraction better than placebo.
#     type: efficacy
#     system: patient
#     evidence:
#       - reference: moore2015
#         page: 12

claims: []
"""
    )
    assert files(folder)["references.bib"].startswith("% The works that the claims rest on.")


def test_the_example_is_a_claim_and_the_schema_that_of_this_version() -> None:
    assert run("init") == 0
    schema = json.loads(Path(".evidence/claims-1.schema.json").read_text("utf-8"))
    assert schema == claims_json_schema()
    text = Path("claims.yaml").read_text("utf-8").replace("claims: []", "")
    head, example = text.split("#   - id", 1)
    shown = "\n".join(line.removeprefix("#") for line in f"#   - id{example}".splitlines())
    data = yaml.safe_load(f"{head}\nclaims:\n{shown}")
    assert data["claims"][0]["evidence"] == [{"reference": "moore2015", "page": 12}]
    assert not list(Draft202012Validator(schema).iter_errors(data))


def test_the_first_claim_goes_into_the_new_file() -> None:
    assert run("init") == 0
    before = Path("claims.yaml").read_text("utf-8")
    claim = NewClaim("a", "A.", lines=(NewLine("moore2015"),))
    write_claims_edit(edit_claims("claims.yaml", claims=[claim], documents=["a.md"]))
    head = "schema: evidence/claims/1\n"
    expected = before.replace(head, f"{head}documents: [a.md]\n").replace(
        "claims: []\n", "claims:\n  - id: a\n    text: A.\n    evidence: [moore2015]\n"
    )
    assert Path("claims.yaml").read_text("utf-8") == expected


def test_another_folder_is_made_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "new/review") == 0
    out, err = capsys.readouterr()
    assert out.startswith("new/review/references.bib\n")
    assert err.startswith("created new/review/references.bib (")
    assert err.endswith("next, in new/review:\n  evidence add DOI\n  evidence check\n")
    assert set(files(folder / "new/review")) == set(MADE)


def test_the_first_document_is_to_be_imported(capsys: pytest.CaptureFixture[str]) -> None:
    Path("my page.md").touch()
    assert run("init") == 0
    _, err = capsys.readouterr()
    assert "created claims.yaml (no claims yet, 1 document)" in err
    assert err.endswith('next:\n  evidence import "my page.md"\n  evidence check\n')


def test_a_dry_run_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", "--dry-run") == 0
    out, err = capsys.readouterr()
    assert out.startswith("references.bib\nclaims.yaml\n")
    assert err.startswith("would create references.bib (the works, none yet)\nwould create claims")
    assert "next:" not in err
    assert files(folder) == {}


def test_the_only_bibliography_is_taken_and_named_in_the_settings(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("refs").mkdir()
    Path("refs/my library.bib").write_text(ENTRY)
    assert run("init") == 0
    assert "created evidence.toml (the settings)" in capsys.readouterr().err
    assert Path("evidence.toml").read_text() == 'references = "refs/my library.bib"\n'
    assert "entries of refs/my library.bib; a" in Path("claims.yaml").read_text("utf-8")
    assert set(files(folder)) == {"evidence.toml", "refs/my library.bib", *MADE[1:]}
    assert run("check", "--offline", "--allow-unchecked") == 0
    assert "1 reference" in capsys.readouterr().out
    assert run("init") == 0
    assert capsys.readouterr().err == "nothing to do: the project is there\n"


def test_the_usual_bibliography_is_taken_before_others(folder: Path) -> None:
    Path("references.bib").write_text(ENTRY)
    Path("other.bib").write_text(ENTRY)
    assert run("init") == 0
    assert set(files(folder)) == {"other.bib", *MADE}
    assert Path("references.bib").read_text() == ENTRY


def test_of_several_bibliographies_one_must_be_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abcdef":
        Path(f"{name}.bib").write_text(ENTRY)
    assert run("init") == 2
    assert capsys.readouterr().err == (
        "evidence: no `references.bib`, but `a.bib`, `b.bib`, `c.bib`, `d.bib`, `e.bib`, …: "
        "name the one that is meant with --references\n"
    )
    assert len(files(folder)) == 6
    assert run("init", "--references", "b.bib") == 0
    assert Path("evidence.toml").read_text() == 'references = "b.bib"\n'


@pytest.mark.parametrize("there", ["references.bib", "refs/library.bib"])
def test_a_misspelt_bibliography_is_not_made_beside_another(
    there: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(there).parent.mkdir(exist_ok=True)
    Path(there).write_text(ENTRY)
    Path("claims.yaml").write_text("schema: evidence/claims/1\nclaims: []\n")
    before = files(folder)
    assert run("init", "--references", "nosuch.bib") == 2
    assert capsys.readouterr().err == (
        f"evidence: there is no `nosuch.bib`, but `{there}`: name the one that is meant, or make "
        "an empty file of that name first\n"
    )
    assert files(folder) == before
    Path("nosuch.bib").touch()
    assert run("init", "--references", "nosuch.bib") == 0
    assert Path("evidence.toml").read_text() == 'references = "nosuch.bib"\n'


def test_the_first_bibliography_may_have_any_name(folder: Path) -> None:
    assert run("init", "--references", "library.bib") == 0
    assert "library.bib" in files(folder)


def test_settings_that_are_there_are_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = "[tool.evidence]\nreferences = 'lib.bib'\nclaims = ['text/a.yaml', 'b.yaml']\n"
    Path("pyproject.toml").write_text(settings)
    assert run("init") == 0
    made = files(folder)
    assert set(made) == {"pyproject.toml", "lib.bib", "text/a.yaml", MADE[2]}
    assert made["text/a.yaml"].startswith(
        "# yaml-language-server: $schema=../.evidence/claims-1.schema.json\n"
    )
    capsys.readouterr()
    assert run("init", "--references", "other.bib") == 2
    expected = "pyproject.toml:1:1: `pyproject.toml` names another .bib file, `lib.bib`"
    assert expected in capsys.readouterr().err


def test_settings_that_name_no_bibliography(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evidence.toml").write_text("fail_on = 'never'\n")
    Path("lib.bib").write_text(ENTRY)
    assert run("init") == 2
    assert capsys.readouterr().err == (
        "evidence: no `references.bib`, but `lib.bib`: name the one that is meant as `references` "
        "in `evidence.toml`\n"
    )


def test_a_python_project_without_our_table_gets_a_file_of_its_own(folder: Path) -> None:
    Path("pyproject.toml").write_text("[tool.black]\n")
    Path("lib.bib").write_text(ENTRY)
    assert run("init") == 0
    assert set(files(folder)) == {"pyproject.toml", "lib.bib", "evidence.toml", *MADE[1:]}


def test_a_claims_file_that_is_there_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claims.yaml").write_text("mine")
    assert run("init") == 0
    assert Path("claims.yaml").read_text() == "mine"
    assert (
        "for completion in editors, put this in the first line of the claims file:\n"
        "  # yaml-language-server: $schema=.evidence/claims-1.schema.json\n"
    ) in capsys.readouterr().err


def test_a_file_that_came_to_be_meanwhile_is_not_overwritten() -> None:
    project = plan_project()
    Path("claims.yaml").write_text("mine")
    with pytest.raises(InputError, match="is there already and is never overwritten"):
        write_project(project)
    assert Path("claims.yaml").read_text() == "mine"


def test_what_cannot_become_a_project(capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").touch()
    assert run("init", "file") == 2
    assert run("init", "file/below") == 2
    assert capsys.readouterr().err == (
        "evidence: `file` is not a folder\n"
        "evidence: file/below/evidence.toml:1:1: CFG001 `file/below/evidence.toml` cannot be read: "
        "not a directory\n"
    )
    Path("evidence.toml").write_text("claims = 'file/claims.yaml'")
    assert run("init") == 2
    expected = "evidence: the folder `file` cannot be made: file exists\n"
    assert capsys.readouterr().err == expected


def test_settings_without_a_claims_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("evidence.toml").write_text("claims = []")
    assert run("init") == 2
    assert capsys.readouterr().err.startswith("evidence: the settings name no claims file")


def test_settings_that_cannot_be_read_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text("[tool.evidence\n")
    assert run("init") == 2
    assert "pyproject.toml:1:15: CFG001 this is not valid TOML" in capsys.readouterr().err
