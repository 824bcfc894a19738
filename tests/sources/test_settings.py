from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.settings import Settings, find_settings

WHOLE = """\
references = "lib/refs.bib"
claims = ["a.yaml", "sub/b.yaml"]
documents = "text.md"
snapshot = "works.jsonl"
mailto = "me@example.org"
crossref_url = "http://127.0.0.1:1"
doi_url = "http://127.0.0.1:2"
datacite_url = "http://127.0.0.1:3"
europe_pmc_url = "http://127.0.0.1:4"
europe_pmc = true
fail_on = "warning"
select = ["DOI", "MET001"]
ignore = "UPD"
"""


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def refusal(folder: str = ".", config: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        find_settings(folder, config)
    return str(caught.value)


def test_without_a_settings_file_there_are_defaults() -> None:
    assert find_settings() == Settings(
        root=Path(), references=Path("references.bib"), claims=(Path("claims.yaml"),)
    )
    assert find_settings("sub").claims == (Path("sub/claims.yaml"),)


@pytest.mark.parametrize(
    ("name", "before", "line"),
    [("evidence.toml", "", 3), ("pyproject.toml", "[project]\n[tool.evidence] # ours\n", 5)],
)
def test_a_whole_file_is_read_with_paths_from_its_folder(name: str, before: str, line: int) -> None:
    write(f"p/{name}", before + WHOLE)
    root = Path("p")
    assert find_settings(root) == Settings(
        root=root,
        references=root / "lib/refs.bib",
        claims=(root / "a.yaml", root / "sub/b.yaml"),
        documents=(root / "text.md",),
        sources=root / "sources",
        snapshot=root / "works.jsonl",
        mailto="me@example.org",
        crossref_url="http://127.0.0.1:1",
        doi_url="http://127.0.0.1:2",
        datacite_url="http://127.0.0.1:3",
        europe_pmc_url="http://127.0.0.1:4",
        europe_pmc=True,
        fail_on="warning",
        select=("DOI", "MET001"),
        ignore=("UPD",),
        claims_are_named=True,
        documents_place=Place(f"p/{name}", line, 1),
    )


def test_our_own_file_comes_first() -> None:
    write("pyproject.toml", '[tool.evidence]\nmailto = "second"')
    write("evidence.toml", 'mailto = "first"')
    assert find_settings().mailto == "first"


def test_an_empty_list_of_claims_files_means_none() -> None:
    write("evidence.toml", "claims = []")
    assert find_settings().claims == ()


def test_a_folder_that_is_a_file_is_refused() -> None:
    write("x", "")
    assert (
        refusal("x")
        == "x/evidence.toml:1:1: CFG001 `x/evidence.toml` cannot be read: not a directory"
    )


@pytest.mark.parametrize("text", ["", "[tool.other]\nx = 1", "tool = 3"])
def test_a_python_project_without_our_table_has_the_defaults(text: str) -> None:
    write("pyproject.toml", text)
    assert find_settings().references == Path("references.bib")


def test_a_table_written_otherwise_is_read() -> None:
    write("pyproject.toml", '[tool]\nevidence = {mailto = "me"}')
    assert find_settings().mailto == "me"


def test_no_other_folder_is_searched() -> None:
    write("evidence.toml", 'mailto = "above"')
    assert find_settings("sub").mailto == ""


def test_a_named_file_may_have_any_name_and_place() -> None:
    write("conf/my.toml", 'references = "r.bib"')
    settings = find_settings(".", "conf/my.toml")
    assert settings.references == Path("conf/r.bib")
    assert not settings.claims_are_named


def test_a_named_file_that_is_not_there_is_refused() -> None:
    assert refusal(config="no.toml") == "no.toml:1:1: CFG001 `no.toml` was not found"


def test_a_named_python_project_needs_our_table() -> None:
    write("pyproject.toml", "[tool.other]")
    assert refusal(config="pyproject.toml") == (
        "pyproject.toml:1:1: CFG001 `pyproject.toml` has no table `[tool.evidence]`"
    )


KNOWN = (
    "`references`, `claims`, `documents`, `sources`, `synonyms`, `snapshot`, `mailto`, "
    "`crossref_url`, `doi_url`, `datacite_url`, `europe_pmc_url`, `fail_on`, `europe_pmc`, "
    "`select`, `ignore`"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\nrefrences = 'x'", "2:1: CFG001 the setting `refrences` is not known, did you mean "
         "`references`?"),
        ("  zzz = 1", f"1:3: CFG001 the setting `zzz` is not known, expected one of {KNOWN}"),
        ("'zzz' = 1", f"1:1: CFG001 the setting `zzz` is not known, expected one of {KNOWN}"),
        ("\n[tool.evidence]\nx = 1", f"1:1: CFG001 the setting `tool` is not known, expected one "
         f"of {KNOWN}"),
        ("references = 3", '1:1: CFG001 `references` must be text, as in `references = "…"`'),
        ("mailto = ''", '1:1: CFG001 `mailto` must be text, as in `mailto = "…"`'),
        ("snapshot = []", '1:1: CFG001 `snapshot` must be text, as in `snapshot = "…"`'),
        ("europe_pmc = 'yes'", "1:1: CFG001 `europe_pmc` must be `true` or `false`"),
        ("claims = 3", "1:1: CFG001 `claims` must be text or a list of texts"),
        ("claims = [3]", "1:1: CFG001 `claims` must be text or a list of texts"),
        ("select = ['']", "1:1: CFG001 `select` must be text or a list of texts"),
        ("\n\nfail_on = 'note'", "3:1: CFG001 `note` is not known as `fail_on`, expected `error`, "
         "`warning` or `never`"),
        ("a = 1\nb = = 2", "2:5: CFG001 this is not valid TOML: Invalid value"),
        ("a = 1\nb = [", "2:1: CFG001 this is not valid TOML: Invalid value"),
        ("a = " + "[" * 5000, "1:1: CFG001 `evidence.toml` is nested too deeply"),
        ("a = '\0'", "1:6: CFG001 `evidence.toml` is not text: it holds a NUL"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(text: str, expected: str) -> None:
    write("evidence.toml", text)
    assert refusal() == f"evidence.toml:{expected}"


def test_places_in_a_python_project_are_those_of_our_table() -> None:
    write(
        "pyproject.toml",
        "[project]\nselect = 1\n[tool.black]\nselect = 1\n\n[tool.evidence]\nselect = 1\n",
    )
    assert refusal().startswith("pyproject.toml:7:1: CFG001 `select` must be")


def test_a_place_that_cannot_be_found_is_the_table() -> None:
    write("pyproject.toml", "[project]\n\n[tool.evidence.select]\nx = 1")
    assert refusal().startswith("pyproject.toml:1:1: CFG001 `select` must be")


def test_our_table_must_be_one() -> None:
    write("pyproject.toml", "[tool]\nevidence = 3")
    assert refusal() == "pyproject.toml:1:1: CFG001 `tool.evidence` must be a table"
