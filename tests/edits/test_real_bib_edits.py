"""Edits of real .bib files of many programs; skipped where the shared collection is absent."""

from pathlib import Path

import pytest

from evidence.edits.change import Change, Refused
from evidence.edits.diff import unified_diff
from evidence.edits.doi_values import doi_content
from evidence.edits.draft import Draft, draft
from evidence.model.doi import read_legal
from evidence.model.reference import Bibliography
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.encoding import decode, encode
from shared_data import shared_file

UNDECLARED = "sciunto-org__python-bibtexparser__gbk_test.bib"


@pytest.fixture(scope="module")
def files() -> list[tuple[str, bytes]]:
    paths = sorted(shared_file(Path("bib")).iterdir())
    found = [(path.name, path.read_bytes()) for path in paths if path.name != UNDECLARED]
    assert len(found) > 30
    return found


def plain_forms(bibliography: Bibliography) -> list[Change]:
    """The plain form of every DOI that is written with more around it."""
    changes = []
    for reference in bibliography.references:
        field = next((field for field in reference.fields if field.name == "doi"), None)
        legal = read_legal(field.text) if field else None
        if field and legal and legal.form:
            content = doi_content(legal.doi, "doi", field.raw)
            if isinstance(content, Refused):
                assert "\\r0" in field.raw  # a part of the DOI, and a line end of old
                continue
            changes.append(Change(reference.key, "doi", content, "DOI003", ""))
    return changes


def clutter(bibliography: Bibliography) -> list[Change]:
    """An address in the place of every DOI that is written plainly."""
    return [
        Change(each.key, "doi", f"https://doi.org/{field.raw}", "", "")
        for each in bibliography.references
        for field in each.fields
        if field.name == "doi"
        and (legal := read_legal(field.raw))
        and not legal.form
        and not set(field.raw) & set("%\\")
    ]


def new_dois(bibliography: Bibliography) -> list[Change]:
    """A DOI in every entry, in the place of what is there."""
    return [
        Change(each.key, "doi", f"10.1234/{number}", "DOI001", "", takes_macros=True)
        for number, each in enumerate(bibliography.references)
    ]


def edited(bibliography: Bibliography, data: bytes, text: str, changes: list[Change]) -> Draft:
    """The draft, of which it is sure that the bytes outside the edits are those of the file."""
    made = draft(text, data, bibliography, changes)
    cuts = [0, *(at for splice in made.splices for at in (splice.start, splice.end)), len(text)]
    outside = [text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    inside = [splice.text for splice in made.splices]
    woven = [piece for pair in zip(outside, [*inside, ""], strict=True) for piece in pair]
    mark = encode("", data)
    new = mark + b"".join(encode(piece, data).removeprefix(mark) for piece in woven)
    assert decode(new, "", code="") == made.text
    return made


def test_the_plain_form_changes_only_the_bytes_of_dois(files: list[tuple[str, bytes]]) -> None:
    count = 0
    for name, data in files:
        text = decode(data, name, code="")
        assert encode(text, data) == data
        bibliography = parse_bibliography(text, name)
        made = edited(bibliography, data, text, plain_forms(bibliography))
        count += len(made.edits)
        assert made.left == ()
        for splice, edit in zip(made.splices, made.edits, strict=True):
            assert text[splice.start : splice.end] == edit.before
        assert plain_forms(made.bibliography) == []
        assert len(made.text) < len(text) or not made.edits
    assert count > 10


def test_clutter_around_every_doi_goes_without_a_trace(files: list[tuple[str, bytes]]) -> None:
    count = 0
    for name, data in files:
        text = decode(data, name, code="")
        bibliography = parse_bibliography(text, name)
        cluttered = draft(text, data, bibliography, clutter(bibliography))
        changes = plain_forms(cluttered.bibliography)
        made = edited(cluttered.bibliography, data, cluttered.text, changes)
        done = {edit.key for edit in cluttered.edits}
        plain = {change.key for change in changes}
        assert done <= plain
        if done == plain:
            count += len(done)
            assert encode(made.text, data) == data
    assert count > 1000


def test_every_entry_takes_a_new_doi(files: list[tuple[str, bytes]]) -> None:
    count, left = 0, []
    for name, data in files:
        text = decode(data, name, code="")
        bibliography = parse_bibliography(text, name)
        changes = new_dois(bibliography)
        made = edited(bibliography, data, text, changes)
        count += len(made.edits)
        left += [f"{each.key}: {each.reason}" for each in made.left]
        again = draft(made.text, data, made.bibliography, changes)
        assert again.text == made.text
        assert unified_diff(name, made.text, again.splices) == ""
    assert count > 5000
    assert left == ["empty_entry: the entry has no field after which it could stand"]
