from dataclasses import replace
from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.model.synonyms import Synonyms
from evidence.sources.settings import find_settings
from evidence.sources.synonyms import read_synonyms, synonyms_of

HEAD = "schema: evidence/synonyms/1\n"


def read(folder: Path, text: str) -> Synonyms:
    path = folder / "s.yaml"
    path.write_text(text, "utf-8")
    return read_synonyms(path, "s.yaml")


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, text)
    return str(caught.value)


def test_the_sets_are_read_in_their_order(tmp_path: Path) -> None:
    text = HEAD + "synonyms:\n  - [entrectinib, RXDX-101, Rozlytrek]\n  - [' ALK ', CD246]\n"
    assert read(tmp_path, text) == Synonyms(
        (("entrectinib", "RXDX-101", "Rozlytrek"), ("ALK", "CD246"))
    )


def test_an_empty_list_is_allowed(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD + "synonyms: []\n") == Synonyms()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: SYN001 `s.yaml` is empty, expected `schema: evidence/synonyms/1` and a list of"
         " `synonyms`"),
        ("[a]", "1:1: SYN001 `s.yaml` is not a mapping, expected `schema: evidence/synonyms/1` and"
         " a list of `synonyms`"),
        ("synonyms: []\n", "1:1: SYN001 `schema` is missing, expected"
         " `schema: evidence/synonyms/1`"),
        ("schema: other\nsynonyms: []\n", "1:9: SYN001 `other` is not a schema of synonyms,"
         " expected `schema: evidence/synonyms/1`"),
        (HEAD + "synonym: []\n", "1:1: SYN001 `synonyms` must be a list of sets: write"
         " `synonyms: [[one name, another]]`"),
        (HEAD + "synonyms: []\nsynonim: x\n", "3:1: SYN001 `synonim` is not known here, did you"
         " mean `synonyms`?"),
        (HEAD + "synonyms: []\ndrugs: x\n", "3:1: SYN001 `drugs` is not known here, expected"
         " `schema` and `synonyms`"),
        (HEAD + "synonyms: {a: b}\n", "2:11: SYN001 `synonyms` must be a list of sets: write"
         " `synonyms: [[one name, another]]`"),
        (HEAD + "synonyms:\n  - alone\n", "3:5: SYN001 a set of synonyms must be a list of two"
         " names or more: `[one name, another]`"),
        (HEAD + "synonyms:\n  - [a]\n", "3:5: SYN001 a set of synonyms must be a list of two"
         " names or more: `[one name, another]`"),
        (HEAD + "synonyms:\n  - [a, ~]\n", "3:9: SYN001 a name must be text with a letter or a"
         " digit in it"),
        (HEAD + "synonyms:\n  - [a, [b]]\n", "3:9: SYN001 a name must be text with a letter or a"
         " digit in it"),
        (HEAD + "synonyms:\n  - [a, '-']\n", "3:9: SYN001 a name must be text with a letter or a"
         " digit in it"),
        (HEAD + "synonyms:\n  - [a, b]\n  - [c, A]\n", "4:9: SYN001 the name `A` stands in line 3"
         " already, expected it in one set"),
        (HEAD + "synonyms: [\n", "2:11: SYN001 this is not valid YAML: did not find expected node"
         " content while parsing a flow node"),
        (HEAD + "synonyms: []\nsynonyms: []\n", "3:1: SYN001 `synonyms` stands here already in"
         " line 2, expected it once"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, text) == f"s.yaml:{expected}"


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert synonyms_of(find_settings(tmp_path)) == Synonyms()


def test_the_usual_file_is_read_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yaml").write_text(HEAD + "synonyms: [[a1, b1]]\n", "utf-8")
    assert synonyms_of(find_settings(tmp_path)).sets == (("a1", "b1"),)


def test_a_file_that_the_settings_name_must_exist(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yaml").write_text(HEAD + "synonyms: []\n", "utf-8")
    settings = replace(find_settings(tmp_path), synonyms=tmp_path / "names.yaml")
    with pytest.raises(InputError, match=r"SYN001 `.*names\.yaml` was not found"):
        synonyms_of(settings)
