"""Entries of the .bib files that a document names."""

from pathlib import Path

import pytest

from evidence.audit.named_bibliographies import NamedEntries, read_named_entries
from evidence.model.document import Document

TARGET = Path("ledger/references.bib")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ledger").mkdir()
    (tmp_path / "texts").mkdir()
    monkeypatch.chdir(tmp_path)


def read(*names: str, wanted: tuple[str, ...] = ("a",)) -> NamedEntries:
    document = Document("texts/page.md", "", bibliographies=names)
    return read_named_entries(document, TARGET, wanted, ())


def test_the_first_file_that_has_a_key_counts() -> None:
    Path("texts/one.bib").write_text("@misc{a, title = {One}}", "utf-8")
    Path("texts/two.bib").write_text("@misc{a, title = {Two}}\n@misc{b, title = {B}}", "utf-8")
    found = read("one.bib", "two.bib", wanted=("b", "a"))
    assert list(found.entries) == ["b", "a"]
    assert found.entries["a"].entry.fields == (("title", "One"),)
    assert found.entries["a"].comments == ("a in texts/page.md: taken over from texts/one.bib:1.",)


def test_files_of_the_ledger_are_within_reach_and_those_beside_it_are_not() -> None:
    Path("ledger/all.bib").write_text("@misc{a, title = {A}}", "utf-8")
    Path("all.bib").write_text("@misc{a, title = {A}}", "utf-8")
    assert list(read("../ledger/all.bib").entries) == ["a"]
    found = read("../all.bib")
    assert (found.entries, len(found.told)) == ({}, 1)
    assert "lies outside its folder and was not read" in found.told[0]


def test_a_link_to_a_file_outside_is_not_followed() -> None:
    Path("all.bib").write_text("@misc{a, title = {A}}", "utf-8")
    Path("texts/linked.bib").symlink_to(Path("all.bib").resolve())
    assert "lies outside" in read("linked.bib").told[0]


def test_inherited_fields_stand_in_the_entry_and_the_parent_is_not_named() -> None:
    Path("texts/one.bib").write_text(
        "@inproceedings{a, title = {A}, crossref = {p}}\n"
        "@proceedings{p, booktitle = {Burns}, year = {2001}}",
        "utf-8",
    )
    fields = dict(read("one.bib").entries["a"].entry.fields)
    assert "crossref" not in fields
    assert fields["year"] == "2001"


def test_no_file_is_read_when_nothing_is_wanted() -> None:
    assert read("none.bib", wanted=()) == NamedEntries()
