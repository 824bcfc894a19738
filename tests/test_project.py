from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.project import Project, load_project

BIB = "@misc{a, title = {A}}\n@misc{b, title = {B}}\n"
CLAIMS = "schema: evidence/claims/1\nclaims: [{id: c, text: t, evidence: [a]}]\n"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(project: Project) -> list[str]:
    return [f"{problem.place} {problem.message}" for problem in project.claims.problems]


def test_a_folder_with_both_files_is_a_project() -> None:
    write("references.bib", BIB)
    write("claims.yaml", CLAIMS)
    project = load_project()
    assert project.has_claims
    assert not problems(project)
    b, c = project.reference("b"), project.claim("c")
    assert b
    assert str(b.place) == "references.bib:2:1"
    assert c
    assert str(c.place) == "claims.yaml:2:15"
    assert project.reference("nobody") is None
    assert project.claim("nothing") is None


def test_without_claims_there_are_references_only() -> None:
    write("references.bib", BIB)
    project = load_project()
    assert not project.has_claims
    assert not project.claims.claims
    assert not problems(project)
    assert len(project.bibliography.references) == 2


def test_a_missing_bibliography_is_refused_with_advice() -> None:
    with pytest.raises(InputError) as caught:
        load_project()
    assert str(caught.value) == (
        "references.bib:1:1: BIB006 `references.bib` was not found in `.`; "
        "name another file with --references"
    )
    with pytest.raises(InputError, match=r"BIB006 `no\.bib` was not found in `sub`"):
        load_project(references="sub/no.bib")


def test_a_project_elsewhere_is_read_and_named_from_here() -> None:
    write("sub/references.bib", BIB)
    write("sub/claims.yaml", CLAIMS)
    project = load_project("sub")
    assert project.bibliography.file == "sub/references.bib"
    assert project.claims.claims[0].place.file == "sub/claims.yaml"


def test_a_file_outside_the_current_folder_is_named_in_full() -> None:
    path = write("../else where/r.bib", BIB).resolve()
    project = load_project(references=path)
    assert project.bibliography.file == path.as_posix()
    assert load_project(references="../else where/r.bib").bibliography.file == path.as_posix()


def test_arguments_replace_the_settings() -> None:
    write("evidence.toml", 'references = "no.bib"\nclaims = "no.yaml"\nmailto = "me"')
    bib = write("r.bib", BIB)
    write("c.yaml", CLAIMS)
    project = load_project(references="r.bib", claims="c.yaml")
    assert not problems(project)
    assert project.settings.references == bib
    assert project.settings.claims == (Path("c.yaml"),)
    assert project.settings.mailto == "me"


def test_a_named_settings_file_is_used() -> None:
    write("conf/e.toml", 'references = "r.bib"')
    write("conf/r.bib", BIB)
    assert load_project(config="conf/e.toml").bibliography.file == "conf/r.bib"


def test_several_claims_files_are_read() -> None:
    write("references.bib", BIB)
    write("c.yaml", CLAIMS)
    write("d.yaml", CLAIMS.replace("id: c", "id: d"))
    project = load_project(claims=("c.yaml", Path("d.yaml")))
    assert [claim.id for claim in project.claims.claims] == ["c", "d"]


def test_no_claims_named_means_the_usual_file() -> None:
    write("references.bib", BIB)
    write("claims.yaml", CLAIMS)
    assert load_project(claims=()).has_claims


def test_claims_that_were_named_must_exist() -> None:
    write("references.bib", BIB)
    project = load_project(claims="no.yaml")
    assert project.has_claims
    assert problems(project) == ["no.yaml:1:1 `no.yaml` was not found"]
    write("evidence.toml", 'claims = "claims.yaml"')
    assert problems(load_project()) == ["claims.yaml:1:1 `claims.yaml` was not found"]


def test_claims_that_are_no_yaml_leave_the_references() -> None:
    write("references.bib", BIB)
    write("claims.yaml", "a: [")
    project = load_project()
    assert project.has_claims
    assert len(problems(project)) == 1
    assert len(project.bibliography.references) == 2


def test_a_bibliography_that_is_no_text_is_refused() -> None:
    Path("references.bib").write_bytes(b"@misc{a, title = {\xff}}")
    with pytest.raises(InputError, match=r"references\.bib:1:19: BIB006"):
        load_project()


def test_paths_that_no_system_takes_are_refused_in_words() -> None:
    write("references.bib", BIB)
    long = "x" * 5000
    write("claims.yaml", f"{CLAIMS}documents: [{long}]")
    (problem,) = problems(load_project())
    assert problem.startswith("claims.yaml:3:13 the document `xxx")
    with pytest.raises(InputError, match="cannot be read: file name too long"):
        load_project(references=long)
    with pytest.raises(InputError, match="cannot be read: file name too long"):
        load_project(long)


def test_an_empty_list_of_claims_files_in_the_settings_means_none() -> None:
    write("references.bib", BIB)
    write("claims.yaml", CLAIMS)
    write("evidence.toml", "claims = []")
    assert not load_project().has_claims


def test_documents_of_the_settings_and_of_the_claims_add_up() -> None:
    write("references.bib", BIB)
    write("claims.yaml", f"{CLAIMS}documents: [one.md]")
    write("evidence.toml", '# ours\ndocuments = ["two.md", "one.md", "three.md"]')
    write("one.md", "")
    write("two.md", "")
    project = load_project()
    assert project.claims.documents == ("one.md", "two.md", "three.md")
    assert problems(project) == ["evidence.toml:2:1 the document `three.md` was not found"]


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("cox2", "there is no claim `cox2`, did you mean `cox-2`?"),
        ("PAIN", "there is no claim `PAIN`, did you mean `pain` or `pain-relief`?"),
        ("qq", "there is no claim `qq`, expected one of the 3 ids"),
        ("", "there is no claim ``, expected one of the 3 ids"),
    ],
)
def test_an_unknown_claim_is_told_with_the_nearest_ids(id: str, told: str) -> None:
    write("references.bib", BIB)
    ids = ("pain", "pain-relief", "cox-2")
    write("claims.yaml", CLAIMS.split("[")[0] + "".join(f"\n- {{id: {i}, text: T}}" for i in ids))
    project = load_project()
    assert project.find_claim("cox-2") == project.claim("cox-2")
    with pytest.raises(InputError) as caught:
        project.find_claim(id)
    assert str(caught.value) == told


def test_a_claim_is_not_called_unknown_where_none_can_be_known() -> None:
    write("references.bib", BIB)
    with pytest.raises(InputError, match=r"^there is no `claims\.yaml`: `evidence init` makes one"):
        load_project().find_claim("c")
    write("claims.yaml", "schema: evidence/claims/1\nclaims: []\n")
    with pytest.raises(InputError, match=r"^there is no claim `c`: there are none yet$"):
        load_project().find_claim("c")
    write("claims.yaml", CLAIMS.replace("text: t", "texts: t"))
    with pytest.raises(InputError) as caught:
        load_project().find_claim("c")
    assert str(caught.value).startswith(
        "claims.yaml:2:10: CLM010 the claim `c` cannot be read before this is mended: `text` is"
    )
    write("evidence.toml", "claims = []")
    with pytest.raises(InputError, match=r"^the settings name no claims file: expected `claims`"):
        load_project().find_claim("c")
