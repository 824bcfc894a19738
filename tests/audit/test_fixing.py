"""From a project to its edits, over a real HTTP server."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import evidence
from evidence.edits.fixed import Fixed
from standin import StandIn

COCCO = "author = {Cocco, E.}, year = {2018}, journal = {Nat Rev}, doi = {10.1234/cocco}"
TITLE = "Fusion-positive cancers and inhibitor therapy"
WORK = {
    "DOI": "10.1234/cocco",
    "type": "journal-article",
    "title": [TITLE],
    "author": [{"family": "Cocco", "given": "E."}],
    "container-title": ["Nat Rev"],
    "volume": "7",
    "published-print": {"date-parts": [[2018, 12]]},
}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    lines = [WORK, WORK | {"DOI": "10.1234/declared", "title": ["-*- coding: cp1252 -*- é fusion"]}]
    works = tmp_path / "works.jsonl"
    works.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with StandIn([works], as_crossref=True) as server:
        (tmp_path / "evidence.toml").write_text(
            f"crossref_url = '{server.crossref_url}'\ndoi_url = '{server.doi_url}'\n"
            f"datacite_url = '{server.datacite_url}'\nmailto = 'test@example.org'\n"
        )
        yield tmp_path


def fix(folder: Path, entry: str, **options: object) -> Fixed:
    (folder / "references.bib").write_text(entry, "utf-8")
    return evidence.fix(evidence.load_project(folder), **options)  # type: ignore[arg-type]


def test_the_result_is_a_value_and_nothing_is_written(folder: Path) -> None:
    text = f"@article{{k, title = {{{TITLE}}}, {COCCO.replace('10', 'doi:10')}}}\n"
    fixed = fix(folder, text)
    assert [(one.key, one.field, one.before, one.after) for one in fixed.edits] == [
        ("k", "doi", "doi:10.1234/cocco", "10.1234/cocco")
    ]
    assert fixed.after.decode() == text.replace("doi:", "")
    assert fixed.report.references[0].status is evidence.Status.VERIFIED
    assert (folder / "references.bib").read_text() == text
    evidence.write_fixed(fixed)
    assert (folder / "references.bib").read_bytes() == fixed.after


BROKEN = f"""@article{{k,
  title = {{{TITLE}}}, volume = {{99}},
  {COCCO.replace("10.1234", "https://doi.org/4.10.1234")}
}}
"""


def test_edits_that_bring_up_findings_are_followed_in_the_same_run(folder: Path) -> None:
    # Only the record of the repaired DOI shows that the volume is another.
    fixed = fix(folder, BROKEN, unsafe=True)
    assert [str(one).partition(" (")[0] for one in fixed.edits] == [
        f"{folder}/references.bib:2:70: volume: 7",
        f"{folder}/references.bib:3:68: doi: 10.1234/cocco",
    ]
    again = fix(folder, fixed.after.decode(), unsafe=True)
    assert again.edits == ()
    assert again.left == ()


def test_what_is_left_stands_where_it_is_in_the_file_as_it_was(folder: Path) -> None:
    missing = BROKEN.replace(", doi = {https://doi.org/4.10.1234/cocco}", "")
    assert [str(left.place) for left in fix(folder, missing).left] == [
        f"{folder}/references.bib:1:1",
        f"{folder}/references.bib:2:70",
    ]


def test_codes_choose_the_rules(folder: Path) -> None:
    text = f"@article{{k, title = {{{TITLE}}}, {COCCO.replace('10', 'doi:10')}}}\n"
    assert fix(folder, text, select="UPD").edits == ()
    assert fix(folder, text, ignore="DOI003").edits == ()
    assert len(fix(folder, text, select=["DOI"]).edits) == 1


def test_an_edit_that_looks_like_a_declaration_of_the_encoding_is_refused(folder: Path) -> None:
    text = f"@article{{k, title = {{Another fusion}}, {COCCO.replace('cocco', 'declared')}}}\n"
    with pytest.raises(evidence.InputError, match="the edits would change how the file is decoded"):
        fix(folder, text, unsafe=True)


def test_an_encoding_with_two_codes_for_a_character_is_refused(folder: Path) -> None:
    (folder / "references.bib").write_bytes(b"% Encoding: cp932\n% \x87\x90\n@misc{k, title={T}}\n")
    with pytest.raises(evidence.InputError, match="its encoding would spell other characters anew"):
        evidence.fix(evidence.load_project(folder))


def test_a_file_that_changed_during_the_check_is_refused(folder: Path) -> None:
    text = f"@article{{k, title = {{{TITLE}}}, {COCCO.replace('10', 'doi:10')}}}\n"
    file = folder / "references.bib"
    file.write_text(text)
    project = evidence.load_project(folder)
    file.write_text(f"% mine\n{text}")
    with pytest.raises(evidence.InputError, match="has changed since it was read"):
        evidence.fix(project)
    assert file.read_text() == f"% mine\n{text}"
