import pytest

from evidence.sources.bibtex import parse_bibliography
from evidence.sources.bibtex_blocks import BrokenBlock
from evidence.sources.bibtex_failures import explain_failure
from evidence.sources.positions import Positions

AFTER = "@misc{after, year = 2000}"

# What is written → kind, place, key, field and message. An entry follows each, and is read.
BROKEN = {
    "@article{a,\n  title={x}\n\n": (
        "1:1", "a", "the entry `a` is not closed: `,` or `}` was expected before line 4",
    ),
    "\n  @article{a,\n  title={x,\n  year=1\n}\n ": (
        "2:3", "a", "the entry `a` is not closed: `,` or `}` was expected before line 6",
    ),
    "@article{a,\n  title={{x},\n  year=1\n}\n": (
        "1:1", "a", "the entry `a` is not closed: `,` or `}` was expected before line 5",
    ),
    '@article{a, title="x\n': (
        "1:1", "a", 'the entry `a` is not closed: `"` was expected before line 2',
    ),
    "@article(a, title={x}\n": (
        "1:1", "a", "the entry `a` is not closed: `,` or `)` was expected before line 2",
    ),
    "@article{title = {x}}\n": (
        "1:1", None,
        "the block `@article` has no key, expected one and a comma before the first field",
    ),
    "@article{a {b}, title={x}}\n": ("1:1", "a", "the entry `a` has no comma after its key"),
    "@article{a\n": ("1:1", "a", "the entry `a` has no comma after its key"),
    "@article{a,\n title}\n": (
        "1:1", "a", "the entry `a` is broken in line 2: `=` was expected after `title`",
    ),
    "@article{a,\n title={x},\n,}\n": (
        "1:1", "a",
        "the entry `a` is broken in line 3: the name of a field was expected before `,`",
    ),
    "@article{a,\n {x}}\n": (
        "1:1", "a",
        "the entry `a` is broken in line 2: the name of a field was expected before `{`",
    ),
    '@string{foo "x"}\n': (
        "1:1", None, "the block `@string` has no `=`, expected as in `@string{name = {text}}`",
    ),
    "@string{foo = {x}\n": (
        "1:1", None, "the block `@string` is not closed: `}` was expected before line 2",
    ),
    "@comment{ {\n": (
        "1:1", None, "the block `@comment` is not closed: `}` was expected before line 2",
    ),
    "@misc{, title={x}}\n": (
        "1:1", None, "the entry has no key, expected as in `@article{key, …}`",
    ),
    "@{a, title={x}}\n": (
        "1:1", "a", "the entry `a` has no type, expected as in `@article{key, …}`",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BROKEN.items())
def test_a_broken_block_is_explained_and_the_next_one_read(
    text: str, expected: tuple[str, str | None, str]
) -> None:
    bibliography = parse_bibliography(text + AFTER, "x.bib")
    assert [r.key for r in bibliography.references] == ["after"]
    (problem,) = bibliography.problems
    place = f"{problem.place.line}:{problem.place.column}"
    assert (place, problem.key, problem.message) == expected
    assert problem.kind == "unparsable"
    assert problem.field is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@misc{a, title={x}", "the entry `a` is not closed: the file ends before its `}`"),
        ("@misc(a, title={x}", "the entry `a` is not closed: the file ends before its `)`"),
        ("@misc{", "the block `@misc` is not closed: the file ends before its `}`"),
    ],
)
def test_the_end_of_the_file_inside_an_entry_is_explained(text: str, message: str) -> None:
    (problem,) = parse_bibliography(text, "x.bib").problems
    assert problem.message == message


def test_a_reason_that_is_new_to_us_is_passed_on() -> None:
    block = BrokenBlock(0, 7, "@misc{a", "Something new. ")
    message = explain_failure(block, Positions.of("@misc{a", "x.bib"))
    assert message == "the entry `a` is broken in line 1: Something new."


# A field of an otherwise sound entry → kind, place, message, and the text that is read.
FIELDS = {
    "journal = jho": (
        "undefined-string", "1:20",
        "`jho` in `journal` is defined by no `@string` before it, expected one or `{jho}`", "",
    ),
    "journal = {A } # jho # { B}": (
        "undefined-string", "1:27",
        "`jho` in `journal` is defined by no `@string` before it, expected one or `{jho}`", "A B",
    ),
    "doi = 10.1000/xyz": (
        "unparsable", "1:16", "the value of `doi` lacks its braces, expected `{10.1000/xyz}`",
        "10.1000/xyz",
    ),
    "journal = Nature Medicine": (
        "unparsable", "1:20",
        "the value of `journal` lacks its braces, expected `{Nature Medicine}`", "Nature Medicine",
    ),
    "title = {A} B": (
        "unparsable", "1:22", "`B` after the value of `title` cannot be read", "A",
    ),
    "title = {A} " + "B" * 50: (
        "unparsable", "1:22", f"`{'B' * 40}…` after the value of `title` cannot be read", "A",
    ),
    "title = {A} #": (
        "unparsable", "1:23", "`title` ends in `#`, expected another value after it", "A",
    ),
    "title =": ("unparsable", "1:17", "`title` has no value, expected one as in `{text}`", ""),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), FIELDS.items())
def test_a_broken_value_is_explained_and_the_entry_read(
    written: str, expected: tuple[str, str, str, str]
) -> None:
    bibliography = parse_bibliography(f"@misc{{a, {written}, year = 2000}}", "x.bib")
    (problem,) = bibliography.problems
    name = written.partition(" ")[0]
    (reference,) = bibliography.references
    place = f"{problem.place.line}:{problem.place.column}"
    assert (problem.kind, place, problem.message, reference.text(name)) == expected
    assert (problem.key, problem.field) == ("a", name)
    assert reference.year == 2000


def test_a_string_defined_too_late_is_undefined() -> None:
    bibliography = parse_bibliography("@misc{a, journal = j}\n@string{j = {J}}", "x.bib")
    assert [p.kind for p in bibliography.problems] == ["undefined-string"]


def test_a_broken_value_of_a_string_is_explained() -> None:
    (problem,) = parse_bibliography("@string{j = {A} # k}", "x.bib").problems
    assert str(problem.place) == "x.bib:1:19"
    assert problem.message == (
        "`k` in `@string{j}` is defined by no `@string` before it, expected one or `{k}`"
    )
    assert (problem.key, problem.field) == (None, None)


def test_strings_that_double_each_other_are_cut() -> None:
    doubling = [f"@string{{s{i + 1} = s{i} # s{i}}}\n" for i in range(40)]
    text = "@string{s0 = {0123456789}}\n" + "".join(doubling) + "@misc{a, title = s40 # {end}}"
    bibliography = parse_bibliography(text, "x.bib")
    assert bibliography.problems[0].message == (
        "the macros in `@string{s10}` expand to more than 10,000 characters"
    )
    assert len(bibliography.references[0].title) <= 10_003


def test_a_forgotten_comma_is_reported_and_the_next_fields_read() -> None:
    text = "@misc{a,\n  title = {A}\n  Year = 2000\n  note = {N} # { M},\n  pages = 7\n}"
    bibliography = parse_bibliography(text, "x.bib")
    assert [(str(p.place), p.message, p.field) for p in bibliography.problems] == [
        ("x.bib:3:3", "`a` lacks a comma after the value of `title`", "title"),
        ("x.bib:4:3", "`a` lacks a comma after the value of `year`", "year"),
    ]
    (reference,) = bibliography.references
    assert [(f.name, f.text, str(f.place)) for f in reference.fields] == [
        ("title", "A", "x.bib:2:12"),
        ("year", "2000", "x.bib:3:10"),
        ("note", "N M", "x.bib:4:11"),
        ("pages", "7", "x.bib:5:11"),
    ]


def test_a_macro_before_a_forgotten_comma_is_reported_too() -> None:
    bibliography = parse_bibliography("@misc{a, journal = jho\n year = 2000}", "x.bib")
    assert [p.kind for p in bibliography.problems] == ["undefined-string", "unparsable"]
    assert bibliography.references[0].year == 2000


def test_forgotten_commas_without_end_are_given_up_with_a_word() -> None:
    fields = "".join(f"f{i} = {{x}} " for i in range(60))
    bibliography = parse_bibliography(f"@misc{{a, {fields}}}", "x.bib")
    assert len(bibliography.references[0].fields) == 40
    assert bibliography.problems[-1].message == "`f40` and what follows in `a` cannot be read"


def test_a_brace_too_many_is_reported() -> None:
    text = "@misc{a,\n  title = {A}},\n  year = 2000\n}\n" + AFTER
    bibliography = parse_bibliography(text, "x.bib")
    (problem,) = bibliography.problems
    assert str(problem.place) == "x.bib:2:14"
    assert problem.message == (
        "the entry `a` ends here, one closing brace too early: `year` and what follows is not read"
    )
    assert [r.key for r in bibliography.references] == ["a", "after"]


def test_a_brace_after_the_last_field_hurts_nobody() -> None:
    assert not parse_bibliography("@misc{a, title = {A}}}\n" + AFTER, "x.bib").problems


def test_of_two_entries_with_one_key_the_first_counts() -> None:
    text = "@misc{a, title = {One}}\n@book{a, title = {Two}, title = x}\n" + AFTER
    bibliography = parse_bibliography(text, "x.bib")
    assert [r.title for r in bibliography.references] == ["One", ""]
    (problem,) = bibliography.problems
    assert (problem.kind, str(problem.place), problem.key, problem.message) == (
        "duplicate-key", "x.bib:2:1", "a", "`a` is already the key of the entry in line 1",
    )  # fmt: skip


def test_of_two_fields_with_one_name_the_first_counts() -> None:
    text = "@misc{a,\n year = 2001,\n  YEAR = {2002}}\n@misc{a, year = 1, year = 2}"
    bibliography = parse_bibliography(text, "x.bib")
    assert [r.year for r in bibliography.references] == [2001]
    doubled, second = bibliography.problems
    assert second.kind == "duplicate-key"
    assert (doubled.kind, str(doubled.place), doubled.key, doubled.field, doubled.message) == (
        "duplicate-field", "x.bib:3:3", "a", "year", "`a` has `year` already in line 2",
    )  # fmt: skip


def test_a_file_that_is_no_bibtex_is_reported() -> None:
    (problem,) = parse_bibliography("TY  - JOUR\nTI  - A title\n", "x.ris").problems
    assert str(problem.place) == "x.ris:1:1"
    assert (
        problem.message == "no entry was found in `x.ris`, expected BibTeX as in `@article{key, …}`"
    )


def test_problems_come_in_the_order_of_the_file() -> None:
    text = "% evidence: what\n@misc{a, x = y}\n@misc{a,}\n@misc{b\n@misc{c, x = z}"
    places = [p.place.line for p in parse_bibliography(text, "x.bib").problems]
    assert places == [1, 2, 3, 4, 5]


def test_an_undefined_macro_is_reported_where_it_is_first_used() -> None:
    text = "@misc{a, x = apj}\n@misc{b, x = APJ}\n@misc{c, x = mnras}"
    problems = parse_bibliography(text, "x.bib").problems
    assert [(p.kind, p.place.line) for p in problems] == [
        ("undefined-string", 1),
        ("undefined-string", 3),
    ]
