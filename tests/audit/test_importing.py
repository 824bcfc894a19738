"""A document into a project, as values first and then as files."""

from dataclasses import replace
from pathlib import Path

import pytest

import evidence
from evidence.audit.importing import Import, import_document, write_import
from evidence.errors import InputError
from evidence.sources.settings import Settings, find_settings
from sample_page import CLAIMS, PAGE
from shared_data import shared_file

SEED = Path("../seed/000_c61195280d4d6286.txt")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, "utf-8")
    return tmp_path


def imported(path: str = "page.txt", settings: Settings | None = None) -> Import:
    with evidence.connect(cache_dir=Path("cache"), offline=True) as registries:
        return import_document(path, settings or find_settings(), registries)


def test_nothing_is_written_before_it_is_asked_for() -> None:
    found = imported()
    assert sorted(path.name for path in Path().glob("*.*")) == ["page.txt"]
    assert found.claims.after.decode() == CLAIMS
    assert [each.claim.id for each in found.new][:2] == [
        "hiccup-receptors-hcr1-hcr2",
        "cross-blood-brain-barrier",
    ]
    assert not found.is_empty
    write_import(found)
    assert Path("claims.yaml").read_text("utf-8") == CLAIMS
    again = imported()
    assert again.is_empty
    assert again.diff == ""


@pytest.mark.parametrize("name", ["references.bib", "claims.yaml"])
def test_a_file_that_changed_meanwhile_is_not_written_nor_the_other(name: str) -> None:
    found = imported()
    Path(name).write_text("% mine\n")
    with pytest.raises(InputError, match=name):
        write_import(found)
    assert sorted(path.name for path in Path().glob("*.*")) == sorted(["page.txt", name])
    assert Path(name).read_text() == "% mine\n"


def test_a_file_that_changed_since_it_was_read_is_not_written() -> None:
    write_import(imported())
    Path("page.txt").write_text(PAGE.replace("[1-3]", "[1-4]"), "utf-8")
    found = imported()
    with Path("claims.yaml").open("a") as stream:
        stream.write("# more\n")
    before = Path("claims.yaml").read_bytes()
    with pytest.raises(InputError, match=r"claims\.yaml"):
        write_import(found)
    assert Path("claims.yaml").read_bytes() == before


def test_when_the_second_file_cannot_be_written_it_says_that_the_first_is() -> None:
    found = imported()
    Path("claims.yaml").mkdir()
    with pytest.raises(InputError, match=r"`references.bib` has its new entries; import again"):
        write_import(found)
    assert Path("references.bib").exists()
    Path("claims.yaml").rmdir()
    write_import(imported())
    assert Path("claims.yaml").read_text("utf-8") == CLAIMS


def test_what_only_the_claims_file_needs_fails_as_it_is() -> None:
    write_import(imported())
    Path("page.txt").write_text(PAGE.replace("Last update", "Sneezing is rare [4]."), "utf-8")
    Path("claims.yaml").unlink()
    found = imported()
    Path("claims.yaml").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        write_import(found)


def test_no_file_is_made_where_there_is_no_folder() -> None:
    found = imported(settings=replace(find_settings(), claims=(Path("none/claims.yaml"),)))
    with pytest.raises(InputError, match="there is no folder"):
        write_import(found)
    assert not Path("references.bib").exists()


def test_settings_without_a_claims_file_are_told() -> None:
    with pytest.raises(InputError, match="name no claims file"):
        imported(settings=replace(find_settings(), claims=()))


def test_entries_that_are_there_are_used_under_their_keys() -> None:
    Path("references.bib").write_text(
        "@article{Snail,\n  author = {Ember, F. G.},\n  title = {Slow waves in sleeping snails},\n"
        "  journal = {Journal of Imaginary Medicine},\n  year = {1998},\n  volume = {17},\n"
        "  pages = {321--330},\n}\n"
    )
    found = imported()
    assert found.new[1].claim.lines[0].reference == "Snail"
    assert found.references.addition.after.count(b"@article") == 4


def test_a_bib_file_is_shown_as_it_grows() -> None:
    Path("references.bib").write_text("@book{mine,\n  title = {T},\n}\n")
    diff = imported().diff
    assert diff.startswith("--- a/references.bib\n+++ b/references.bib\n@@ -1,3 +1,")
    assert "--- /dev/null\n+++ b/claims.yaml\n" in diff


def test_claims_in_another_file_are_known_and_not_edited() -> None:
    write_import(imported())
    Path("claims.yaml").rename("more.yaml")
    settings = replace(find_settings(), claims=(Path("claims.yaml"), Path("more.yaml")))
    Path("page.txt").write_text(PAGE.replace("patients [1]", "patients [1, 4]"), "utf-8")
    found = imported(settings=settings)
    assert (found.new, found.grown) == ((), ())
    assert [str(each) for each in found.remarks] == [
        "page.txt:17:1: `duration-hiccups-patients` in `more.yaml` lacks `umber2020`, cited here:"
        " `evidence link` adds a line"
    ]


def test_a_note_that_is_no_longer_true_is_told() -> None:
    write_import(imported())
    Path("page.txt").write_text(PAGE.replace("after meals).", "after meals) [4]."), "utf-8")
    found = imported()
    assert [each.lines[0].reference for each in found.grown] == ["umber2020"]
    assert [str(each) for each in found.remarks] == [
        "page.txt:17:81: `reduced-relapses` has the note `The document cites nothing here.`:"
        " it does now"
    ]


def test_with_a_second_document_no_claim_is_said_to_be_gone() -> None:
    write_import(imported())
    Path("letter.txt").write_text("Yawning is contagious [1].\n\n" + _references(), "utf-8")
    found = imported("letter.txt")
    assert [each.claim.id for each in found.new] == ["yawning-contagious"]
    assert found.remarks == ()
    assert b"documents: [page.txt, letter.txt]" in found.claims.after
    write_import(found)
    assert imported().remarks == ()


def _references() -> str:
    return "References\n" + PAGE.partition("References\n")[2]


@pytest.mark.parametrize("written", ["page.txt", "./page.txt"])
def test_a_document_is_named_once_however_its_path_is_written(written: str) -> None:
    write_import(imported())
    found = imported(written)
    assert found.is_empty
    found = imported(str(Path(written).absolute()))
    assert found.is_empty


def test_the_first_page_that_was_ever_imported(folder: Path) -> None:
    page = shared_file(SEED)
    (folder / "moa.txt").write_bytes(page.read_bytes())
    found = imported("moa.txt")
    by_label = {str(at): key for at, key in enumerate(
        ("chen2018", "cocco2018", "menichincheri2016", "ardini2016", "sartorebianchi2016",
         "drilon2017", "demetri2018"), 1,
    )}  # fmt: skip
    assert found.references.keys == by_label
    claims = [each.claim for each in found.new]
    cited = [[line.reference for line in claim.lines] for claim in claims]
    assert cited == [
        [by_label[label] for label in labels]
        for labels in (("1", "2", "3", "4", "5"), ("3", "6", "7"), (), ("4",), ("4",), ())
    ]
    assert [[(v.name, v.target, v.value, v.unit) for v in claim.values] for claim in claims] == [
        [], [], [], [("IC50", "ROS-1", "7", "nmol/L"), ("IC50", "ALK", "12", "nmol/L")], [], []
    ]  # fmt: skip
    assert [str(claim.type) for claim in claims if claim.type] == [
        "pharmacokinetic", "inference", "pharmacodynamic", "pharmacodynamic", "efficacy"
    ]  # fmt: skip
    assert [claim.comments for claim in claims if not claim.lines] == [
        (f"proposed, for a person to decide: rests_on: [{claims[1].id}], the sentence before",),
        ("proposed, for a person to decide: evidence: [ardini2016], cited by the sentence before",),
    ]
