from dataclasses import replace
from pathlib import Path

import pytest

from evidence.edits.addition import add_entries, write_addition
from evidence.edits.entry_layout import EntryLayout, lay_out
from evidence.edits.new_entry import NewEntry
from evidence.edits.printed_entry import printed_entry
from evidence.edits.proposed_entry import ProposedEntry
from evidence.errors import InputError
from evidence.model.printed import PrintedReference
from evidence.model.work import Name
from evidence.sources.bibtex import parse_bibliography

PRINTED = PrintedReference(
    "article",
    (Name("van den Berg", "A"), Name("Skin & Co Group", is_group=True)),
    et_al=True,
    title="Cost of 5% NaCl in US patients",
    venue="Burns & Trauma",
    year="2004",
    volume="12",
    issue="suppl_8",
    pages="101-9",
    doi="https://doi.org/410.1111/a_b%20",
)


def test_every_part_is_escaped_but_the_doi_which_stays_as_written() -> None:
    assert lay_out(printed_entry(PRINTED), "k", EntryLayout()) == (
        "@article{k,\n"
        "  author = {van den Berg, A and {Skin \\& Co Group} and others},\n"
        "  title = {Cost of 5\\% {NaCl} in {US} patients},\n"
        "  journal = {Burns \\& Trauma},\n"
        "  year = {2004},\n"
        "  volume = {12},\n"
        "  number = {suppl\\_8},\n"
        "  pages = {101--9},\n"
        "  doi = {https://doi.org/410.1111/a_b%20},\n"
        "}"
    )


def test_what_could_not_be_taken_apart_is_kept_as_a_note() -> None:
    entry = printed_entry(PrintedReference(), "ibid., {p. 3")
    assert entry == NewEntry("misc", (("note", r"ibid., \textbraceleft{}p. 3"),))


def test_signs_that_would_end_a_value_are_encoded_in_a_doi() -> None:
    entry = printed_entry(PrintedReference(title="T", doi="10.1/a}b{"))
    assert dict(entry.fields)["doi"] == "10.1/a%7Db%7B"


@pytest.mark.parametrize(
    ("kind", "container"),
    [("incollection", "booktitle"), ("inproceedings", "booktitle"), ("misc", "howpublished")],
)
def test_the_container_has_the_name_of_its_type(kind: str, container: str) -> None:
    entry = printed_entry(PrintedReference(kind, title="T", venue="V"))
    assert entry.fields == (("title", "T"), (container, "V"))


def test_entries_stand_in_the_files_style_below_their_comments(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_bytes(
        b'@Book{Kim:2001,\r\n\tauthor="Kim, H.",\r\n\ttitle="B",\r\n\tyear=2001\r\n}\r\n'
    )
    entry = ProposedEntry(
        NewEntry("book", (("title", "Burns"), ("year", "2004"))),
        (Name("Rossi", "A"),), "Burns", 2004, comments=("1 in a\nb.txt:3: me@home.",),
    )  # fmt: skip
    addition = add_entries(path, [entry, replace(entry, entry=NewEntry("book", ()), title="C")])
    write_addition(addition)
    assert path.read_bytes().endswith(
        b'\r\n}\r\n\r\n% 1 in a b.txt:3: me(at)home.\r\n@Book{Rossi:2004,\r\n\ttitle="Burns",'
        b"\r\n\tyear=2004\r\n}\r\n\r\n% 1 in a b.txt:3: me(at)home.\r\n@Book{Rossi:2004a\r\n}\r\n"
    )
    assert [each.key for each in addition.entries] == ["Rossi:2004", "Rossi:2004a"]


def test_a_key_that_is_taken_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text("@misc{a, title = {T}}\n", "utf-8")
    with pytest.raises(InputError, match="`A` is already a key of"):
        add_entries(path, [ProposedEntry(NewEntry("misc", ()), key="A")])


def test_hostile_text_is_read_back_as_one_entry() -> None:
    hostile = replace(PRINTED, title="a} @article{b, title={x}} \\ % # $ ~ ^ _ & {", venue='"}')
    text = lay_out(printed_entry(hostile, hostile.title), "k", EntryLayout())
    bibliography = parse_bibliography(text, "x.bib")
    assert ([each.key for each in bibliography.references], bibliography.problems) == (["k"], ())
