import logging
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Field, Reference
from evidence.model.work import Name
from evidence.sources.bibtex import parse_bibliography, read_bibliography


def parse(text: str) -> Bibliography:
    return parse_bibliography(text, "x.bib")


def only(text: str) -> Reference:
    bibliography = parse(text)
    assert not bibliography.problems
    (reference,) = bibliography.references
    return reference


def field(text: str, name: str) -> Field:
    return next(found for found in only(text).fields if found.name == name)


def at(text: str, place: Place) -> str:
    """What stands in `text` at `place`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[place.line - 1][place.column - 1 :]


def test_an_entry_is_read_whole() -> None:
    text = (
        "@Article{Ardini2016,\n"
        "  Author = {Ardini, Elena and others},\n"
        '  Title  = "Entrectinib, a {Pan-TRK} Inhibitor",\n'
        "  year   = 2016\n"
        "}\n"
    )
    assert only(text) == Reference(
        key="Ardini2016",
        type="article",
        place=Place("x.bib", 1, 1),
        fields=(
            Field(
                "author",
                "Ardini, Elena and others",
                "Ardini, Elena and others",
                Place("x.bib", 2, 13),
            ),
            Field(
                "title",
                "Entrectinib, a {Pan-TRK} Inhibitor",
                "Entrectinib, a Pan-TRK Inhibitor",
                Place("x.bib", 3, 13),
            ),
            Field("year", "2016", "2016", Place("x.bib", 4, 12)),
        ),
        authors=(Name("Ardini", "Elena"),),
        et_al=True,
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_hold_with_every_line_end(line_end: str) -> None:
    text = line_end.join([
        "% é comment", "", "@article{a,", "  é = {x},", "\ttitle =", "    {A", "  é {b}},",
        "  number={7}, pages = {1},", '  note = "n {"} m" }', "  @misc(b, year = 2000)", "@misc{c}",
    ])  # fmt: skip
    bibliography = parse(text)
    assert not bibliography.problems
    first, second, third = bibliography.references
    assert [at(text, r.place)[:7] for r in (first, second, third)] == [
        "@articl", "@misc(b", "@misc{c",
    ]  # fmt: skip
    assert [(f.name, str(f.place)) for f in first.fields] == [
        ("é", "x.bib:4:8"),
        ("title", "x.bib:6:6"),
        ("number", "x.bib:8:11"),
        ("pages", "x.bib:8:24"),
        ("note", "x.bib:9:11"),
    ]
    assert first.title == "A é b"
    assert first.text("note") == 'n " m'
    assert str(second.fields[0].place) == "x.bib:10:19"


def test_raw_keeps_what_is_written_and_text_folds_blanks() -> None:
    found = field("@misc{a, title = { A\r\n  {B}\t C }}", "title")
    assert found.raw == " A\r\n  {B}\t C "
    assert found.text == "A B C"


def test_strings_months_and_concatenation_are_resolved() -> None:
    text = (
        '@STRING(jho = "J Hematol")\n@string{ full = JHO # { Oncol} }\n'
        '@misc{a, journal = FULL # " (" # 2 # {)} , month = jan}'
    )
    reference = only(text)
    assert reference.venue == "J Hematol Oncol (2)"
    assert reference.text("month") == "January"
    assert [str(f.place) for f in reference.fields] == ["x.bib:3:20", "x.bib:3:52"]


def test_a_string_may_be_defined_anew() -> None:
    bibliography = parse(
        "@string{j = {One}}@misc{a, journal = j}@string{j = {Two}}@misc{b, journal = j}"
    )
    assert [r.venue for r in bibliography.references] == ["One", "Two"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"{10.1000/a\_b--c}", r"10.1000/a\_b--c"),
        ("{ 10.1000/a }", "10.1000/a"),
        ("{{10.1000/a}}", "10.1000/a"),
        ("{ {{10.1000/a} }}", "10.1000/a"),
        ("{10.1000/a{b}}", "10.1000/a{b}"),
        ("{10.1000/a\n b}", "10.1000/a\n b"),
    ],
)
def test_a_doi_stays_as_written_without_outer_braces(written: str, text: str) -> None:
    assert field(f"@misc{{a, doi = {written}}}", "doi").text == text


@pytest.mark.parametrize("name", ["url", "eprint", "file", "bdsk-url-1", "adsurl", "code_doi"])
def test_addresses_are_not_decoded(name: str) -> None:
    assert field(f"@misc{{a, {name} = {{x/~y--z\\_}}}}", name).text == "x/~y--z\\_"


def test_other_fields_are_decoded() -> None:
    assert field("@misc{a, pages = {731--747}}", "pages").text == "731–747"


def test_escaped_braces_do_not_nest() -> None:
    assert field(r"@misc{a, title = {A \{ B}}", "title").text == "A { B"


@pytest.mark.parametrize("title", ["A { B", "A } B", "A {x} { B"])
def test_braces_between_quotes_need_not_balance(title: str) -> None:
    assert field(f'@misc{{a, title = "{title}", year = 2000}}', "title").raw == title


def test_a_brace_after_a_line_break_closes() -> None:
    text = "@misc{a, title = {A \\\\}, year = 2000}"
    assert only(text).year == 2000
    assert field(text, "title").raw == "A \\\\"


def test_commented_lines_are_no_entries_and_no_fields() -> None:
    text = (
        "%@article{x,\n%  title = {X},\n%}\n"
        "@misc{a,\n  % about the title\n  title = {A},\n  % year = 1999,\n  %note = {{n}}\n}"
    )
    reference = only(text)
    assert [f.name for f in reference.fields] == ["title"]
    assert str(reference.fields[0].place) == "x.bib:6:12"


def test_a_closed_comment_hides_what_it_holds() -> None:
    text = (
        "@Comment{jabref-meta: x\\;}\n"
        "@comment{\n@article{hidden, year = 1}\n{@misc{b,}}\n@comment{x}\n}\n"
        "@preamble{ {\\newcommand{\\x}{@}} }\n@misc{a, year = 2000}"
    )
    assert only(text).key == "a"


def test_text_between_entries_is_a_comment() -> None:
    assert only('Exported "by Mendeley, {x\n@misc{a, year = 2000}\n} me@example.org').key == "a"


def test_a_bibliography_without_entries_is_a_problem() -> None:
    for text in ("", "\n \n", "nothing", "% a\nnothing\n", "@comment{x}", "@string{a = {b}}"):
        [problem] = parse(text).problems
        assert problem.kind == "unparsable"
        assert problem.message.startswith("no entry was found in `x.bib`")


def test_a_bibliography_of_comments_alone_is_meant_to_be_empty() -> None:
    for text in ("% Nothing yet.\n", "\r\n % a\r\n\r\n%", "%" * 10_000):
        assert not parse(text).problems


def test_keys_that_differ_in_case_are_two() -> None:
    bibliography = parse("@misc{Smith, year = 1}@misc{smith, year = 2}@misc{a b:?é, year = 3}")
    assert [r.key for r in bibliography.references] == ["Smith", "smith", "a b:?é"]
    assert not bibliography.problems


def test_the_parser_is_silenced_and_left_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    parse("@misc{a, title = {x\n@misc{b,}")
    assert not caplog.records
    assert not logging.getLogger("bibtexparser.splitter").disabled


def test_a_file_is_read_with_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "r.bib"
    path.write_bytes("% Encoding: latin1\n@misc{a, title = {Ä}}".encode("latin-1"))
    bibliography = read_bibliography(path, "sub/r.bib")
    assert bibliography.references[0].title == "Ä"
    assert bibliography.references[0].place == Place("sub/r.bib", 2, 1)


def test_a_missing_file_raises(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"BIB006 `r\.bib` was not found"):
        read_bibliography(tmp_path / "r.bib", "r.bib")


PIECES = [
    "@", "@article", "{", "}", "(", ")", '"', ",", "=", "#", "\\", "\\\\", "\n", "\r", "\r\n",
    " ", "  ", "a", "key", "title", "author", "doi", "%", "@string", "@comment", "@preamble",
    "% evidence: ignore MET001 -- x", "% evidence:", " and ", ";", "&", "é", "1", "\\'", "~", "$",
    "\x1c", "\u2028",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text())
def test_any_text_is_read_with_places_inside_it(text: str) -> None:
    bibliography = parse(text)
    for reference in bibliography.references:
        assert at(text, reference.place).startswith("@")
        for found in reference.fields:
            at(text, found.place)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in bibliography.problems:
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


N = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, title={" + "{" * 200_000 + "}" * 200_000 + "}}",
        "@misc{k, author={" + "{" * N + "}" * N + "}}",
        "@misc{k, title={x\n" * N,
        "@comment{\n" * N,
        "@misc{k, " + "x={y} " * N + "}",
        "@misc{k, author={" + "A B and " * N + "}}",
        "@misc{k, author={" + "A, " * N + "}}",
        "@misc{k, author={" + "&a" * N + ";}}",
        "@misc{k, x = " + "{a} # " * N + "{b}}",
        "@misc{k, " + "% c\n" * N + "t={x}}",
        "% evidence: ignore MET001" + " " * N + "x\n% evidence: ignore " + "MET001 " * N + "!\n",
        "@misc{k, title = {" + " " * N + "}}",
    ],
    ids=lambda text: text[:20],
)
def test_time_grows_with_length_only(text: str) -> None:
    started = time.process_time()
    parse(text)
    assert time.process_time() - started < 5


def test_editors_may_end_in_others_too() -> None:
    assert only("@book{a, editor = {Bauer, Dale M. and others}}").et_al
    assert not only("@book{a, author = {X, Y}, editor = {Bauer, Dale M. and others}}").et_al
