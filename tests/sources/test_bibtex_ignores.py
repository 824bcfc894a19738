import pytest

from evidence.model.ignore import Ignore
from evidence.model.place import Place
from evidence.model.reference import Bibliography
from evidence.sources.bibtex import parse_bibliography


def parse(text: str) -> Bibliography:
    return parse_bibliography(text, "x.bib")


def test_an_ignore_speaks_of_the_next_entry() -> None:
    text = (
        "@misc{a, year = 1}\n"
        "  % evidence: ignore MET001, DOI003 -- checked by hand\n"
        "% another comment\n\n@string{x = {y}}\n"
        "@misc{b, year = 2}\n@misc{c, year = 3}\n"
    )
    bibliography = parse(text)
    assert bibliography.ignores == (
        Ignore("MET001", "checked by hand", Place("x.bib", 2, 3), key="b"),
        Ignore("DOI003", "checked by hand", Place("x.bib", 2, 3), key="b"),
    )
    assert not bibliography.problems


def test_ignores_add_up() -> None:
    text = "% evidence: ignore MET001 -- x\n% evidence: ignore MET002 -- y\n@misc{b, year = 2}"
    assert [(i.code, i.reason, i.key) for i in parse(text).ignores] == [
        ("MET001", "x", "b"),
        ("MET002", "y", "b"),
    ]


def test_ignore_file_speaks_of_all_entries() -> None:
    text = "@misc{b, year = 2}\r\n%% evidence:ignore-file MET001 DOI002 – a reason\r\n"
    assert parse(text).ignores == (
        Ignore("MET001", "a reason", Place("x.bib", 2, 1)),
        Ignore("DOI002", "a reason", Place("x.bib", 2, 1)),
    )


@pytest.mark.parametrize("end", ["", " --", " -- "])
def test_without_a_reason_it_is_empty(end: str) -> None:
    (ignore,) = parse(f"% evidence: ignore MET001{end}\n@misc{{b, year = 2}}").ignores
    assert ignore.reason == ""


def test_an_ignore_above_a_broken_entry_names_it() -> None:
    bibliography = parse("% evidence: ignore MET001 -- x\n@misc{b, year = {2\n@misc{c, year = 2}")
    assert [i.key for i in bibliography.ignores] == ["b"]


def test_an_ignore_above_an_entry_without_a_key_is_left_out() -> None:
    bibliography = parse("% evidence: ignore MET001 -- x\n@misc{, year = 2}\n@misc{c, year = 2}")
    assert not bibliography.ignores
    assert len(bibliography.problems) == 1


@pytest.mark.parametrize(
    "words",
    ["ignroe MET001 -- x", "ignore", "ignore met1 -- x", "ignore MET001 x", "", "x" * 200],
)
def test_what_is_not_understood_is_a_problem(words: str) -> None:
    bibliography = parse(f"\n% evidence: {words}\n@misc{{b, year = 2}}")
    (problem,) = bibliography.problems
    assert str(problem.place) == "x.bib:2:1"
    assert problem.message == (
        f"`evidence: {words[:60]}` is not understood, expected `% evidence: ignore CODE -- reason` "
        "or `% evidence: ignore-file CODE -- reason`"
    )
    assert not bibliography.ignores


def test_an_ignore_without_an_entry_after_it_is_a_problem() -> None:
    bibliography = parse("@misc{b, year = 2}\n% evidence: ignore MET001 -- x\n")
    (problem,) = bibliography.problems
    assert (
        problem.message == "no entry follows this `evidence: ignore`, expected it before an entry"
    )
    assert not bibliography.ignores


def test_inside_a_block_it_is_part_of_the_block() -> None:
    text = "@misc{b, note = {\n% evidence: ignore MET001 -- x\n}}\n@misc{c, year = 2}"
    bibliography = parse(text)
    assert not bibliography.ignores
    assert not bibliography.problems
