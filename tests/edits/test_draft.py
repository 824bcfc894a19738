import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.edits.change import Change
from evidence.edits.draft import Draft, draft
from evidence.errors import InputError
from evidence.model.reference import Bibliography
from evidence.sources.bibtex import parse_bibliography

CHANGED = "`x.bib` has changed since it was read: nothing is written; run the command again"


def edit(text: str, *changes: Change, data: bytes | None = None) -> Draft:
    data = text.encode() if data is None else data
    return draft(text, data, parse_bibliography(text, "x.bib"), changes)


def doi(content: str = "10.1234/x", key: str = "k", **options: bool) -> Change:
    return Change(key, "doi", content, "DOI001", "high: so", **options)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{k, DOI = { doi:10.1234/x },}", "@misc{k, DOI = {10.1234/x},}"),
        ('@misc(k, doi="https://doi.org/10.1234/x")', '@misc(k, doi="10.1234/x")'),
        ("@misc{k, doi = {{10.1234/X}}, a = {b}}", "@misc{k, doi = {10.1234/x}, a = {b}}"),
        ("@misc{k, % why\n doi\n =\n {y} }", "@misc{k, % why\n doi\n =\n {10.1234/x} }"),
        ("@misc{k, doi = 1}", "@misc{k, doi = {10.1234/x}}"),
        ("@misc{k, a = {\\\\}, doi = {y}}", "@misc{k, a = {\\\\}, doi = {10.1234/x}}"),
    ],
)
def test_only_the_content_of_the_value_changes(before: str, after: str) -> None:
    assert edit(before, doi()).text == after


def test_an_edit_says_where_what_and_why() -> None:
    drafted = edit("@misc{k,\n  doi = {doi:10.1234/x},\n}", doi())
    assert [str(one) for one in drafted.edits] == ["x.bib:2:10: doi: 10.1234/x (DOI001, high: so)"]
    assert drafted.edits[0].before == "doi:10.1234/x"
    long = edit("@misc{k,\n  doi = {y},\n}", doi("10.1234/" + "x" * 200))
    assert len(str(long.edits[0])) < 160


def test_edits_are_made_and_listed_in_the_order_of_the_file() -> None:
    text = "@misc{b, title = {B}}\n% between\n@misc{a, doi = {1}, title = {A}}\n"
    drafted = edit(text, Change("a", "title", "AA", "MET001", ""), doi(key="a"), doi(key="b"))
    assert drafted.text == (
        "@misc{b, title = {B}, doi = {10.1234/x}}\n% between\n"
        "@misc{a, doi = {10.1234/x}, title = {AA}}\n"
    )
    assert [(one.key, one.field, one.is_new) for one in drafted.edits] == [
        ("b", "doi", True),
        ("a", "doi", False),
        ("a", "title", False),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@misc{k, doi = {a}, DOI = {b}}", "`doi` stands more than once in the entry"),
        ("@string{y = {1}}@misc{k, doi = y}", "`y` holds a macro or a `#`: --unsafe replaces it"),
        ('@misc{k, doi = "10" # {x}}', '`"10" # {x}` holds a macro or a `#`'),
        ("@misc{k, a = {b} doi = {c}}", "it cannot be told where the value begins and ends"),
        ("@misc{k, doi = {c} d = {b}}", "it cannot be told where the value begins and ends"),
        ("@misc{k, doi = {c} {d}}", "it cannot be told where the value begins and ends"),
        ("@misc{k}", "the entry has no field after which it could stand"),
        ("@misc{k, a = {b}}, doi = {c}}", "no field is added to an entry that is broken"),
    ],
)
def test_what_is_not_clear_is_left_with_the_reason(text: str, reason: str) -> None:
    drafted = edit(text, doi())
    assert drafted.text == text
    assert drafted.edits == ()
    [left] = drafted.left
    assert left.reason.startswith(reason)


@pytest.mark.parametrize("value", ["y", "y # {x}", '"10" # {x}', "undefined"])
def test_a_macro_is_replaced_when_that_is_allowed(value: str) -> None:
    text = f"@string{{y = {{1}}}}@misc{{k, doi = {value}, a = {{b}}}}"
    drafted = edit(text, doi(takes_macros=True))
    assert drafted.text == "@string{y = {1}}@misc{k, doi = {10.1234/x}, a = {b}}"


def test_a_number_stays_without_delimiters() -> None:
    change = Change("k", "year", "2018", "MET003", "")
    assert edit("@misc{k, year = 2017}", change).text == "@misc{k, year = 2018}"


def test_a_quote_in_a_quoted_value_is_put_in_braces() -> None:
    change = Change("k", "title", 'The "new" T', "MET001", "")
    assert edit('@misc{k, title = "T"}', change).text == '@misc{k, title = "The {"}new{"} T"}'


@pytest.mark.parametrize("content", ["a}", "}{", "a\\{", "{a\\}"])
def test_braces_that_do_not_balance_are_not_written(content: str) -> None:
    [left] = edit("@misc{k, doi = {y}}", doi(content)).left
    assert left.reason == f"the braces in `{content}` do not balance"


@pytest.mark.parametrize("content", ["a @misc{l, b = {c}}", "write to me@{home}", "@(b)"])
def test_what_would_read_as_an_entry_is_not_written(content: str) -> None:
    [left] = edit("@misc{k, doi = {y}}", doi(content)).left
    assert left.reason == f"`{content}` would read as the beginning of an entry"


def test_a_letter_that_the_encoding_lacks_is_not_written() -> None:
    text = "% Encoding: cp1252\n@misc{k, title = {é}}"
    change = Change("k", "title", "Őé", "MET001", "")
    [left] = edit(text, change, data=text.encode("cp1252")).left
    assert left.reason == "the file's encoding has no `Ő`"


def test_the_first_of_two_entries_with_one_key_is_edited() -> None:
    text = "@misc{k, doi = {a}}\n@misc{k, doi = {b}}\n"
    assert edit(text, doi()).text == "@misc{k, doi = {10.1234/x}}\n@misc{k, doi = {b}}\n"


def test_entries_around_broken_ones_are_edited() -> None:
    text = "@misc{a, doi = {1}}\n@misc{b, doi = {2}\n@misc{k, doi = {3}}\n@misc{c doi}\n"
    assert edit(text, doi()).text == text.replace("{3}", "{10.1234/x}")


PARENT = """@inproceedings{k, title = {T}, crossref = {book}}
@proceedings{book, title = {B}, year = {2017}}
"""


def test_what_an_entry_inherits_is_left_where_it_stands() -> None:
    drafted = edit(PARENT, Change("k", "year", "2018", "MET003", ""))
    assert drafted.text == PARENT
    assert [str(left) for left in drafted.left] == [
        "x.bib:2:41: left as it is: year: the entry inherits it: it can be edited where it stands"
        " (MET003)"
    ]


def test_what_the_parent_says_changes_in_its_parts() -> None:
    drafted = edit(PARENT, Change("book", "year", "2018", "MET003", ""), doi())
    assert drafted.text == PARENT.replace("2017", "2018").replace(
        "{book}}", "{book}, doi = {10.1234/x}}"
    )
    assert [one.year for one in drafted.bibliography.references] == [2018, 2018]


READ = "@misc{a, title = {A}}\n\n@misc{k, doi = {y}}\n"


@pytest.mark.parametrize(
    "now",
    [
        "",
        READ.replace("@misc{a", "% new\n@misc{a"),
        READ.replace("{A}", "{AA}"),
        READ.replace("@misc{k", "@misc{l"),
        READ.replace("{y}", "{z}"),
        READ.replace("{y}", "y"),
        READ.replace("\n\n", "\n% evidence: ignore DOI001 -- so\n"),
        READ[:-4],
    ],
)
def test_a_file_that_has_changed_since_is_not_edited(now: str) -> None:
    with pytest.raises(InputError, match=re.escape(CHANGED)):
        draft(now, now.encode(), parse_bibliography(READ, "x.bib"), [doi()])


def test_an_edit_that_would_change_more_is_refused() -> None:
    with pytest.raises(InputError, match=r"x\.bib:1:1: the edits would change more than"):
        edit("@misc{k, doi = {y}}", doi("a\\"))


KEYS = ("alpha", "beta", "gamma")
BLANK = st.text(" \t\n", max_size=3)


@st.composite
def bibliographies(draw: st.DrawFn) -> str:
    """Entries in any layout, with what may stand between them."""
    pieces = []
    for key in KEYS:
        pieces.append(draw(st.sampled_from(["", "% a comment\n", "@comment{x}\n", "text\n"])))
        fields = draw(st.permutations(["title", "year", "doi"]))
        written = []
        for name in fields[: draw(st.integers(1, 3))]:
            cased = draw(st.sampled_from([name, name.upper(), name.capitalize()]))
            content = draw(st.text("ab{}é\\ ", max_size=6).filter(_is_one_value))
            quoted = draw(st.booleans()) and _balances_in_quotes(content)
            value = f'"{content}"' if quoted else f"{{{content}}}"
            written.append(f"{draw(BLANK)}{cased}{draw(BLANK)}={draw(BLANK)}{value}{draw(BLANK)}")
        comma = draw(st.sampled_from(["", ","]))
        pieces.append(f"@misc{{{key},{','.join(written)}{comma}{draw(BLANK)}}}\n")
    text = "".join(pieces)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


def _is_one_value(content: str) -> bool:
    depth = 0
    for brace in re.findall(r"\\.|[{}]", content, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0 and not content.endswith("\\")


def _balances_in_quotes(content: str) -> bool:
    """As BibTeX sees it: between quotes `\\{` opens a group like any other brace."""
    return _is_one_value(content.replace("\\", ""))


@given(bibliographies(), st.sets(st.sampled_from(KEYS), min_size=1))
def test_in_any_layout_the_edited_fields_change_and_nothing_else(text: str, keys: set[str]) -> None:
    before = parse_bibliography(text, "x.bib")
    changes = [doi(key=key) for key in sorted(keys)]
    drafted = edit(text, *changes)
    assert len(drafted.edits) + len(drafted.left) == len(keys)
    for reference in drafted.bibliography.references:
        is_edited = any(one.key == reference.key for one in drafted.edits)
        assert not is_edited or reference.text("doi") == "10.1234/x"
    assert outside(drafted.text, drafted) == outside_before(text, drafted)
    assert _others(before) == _others(drafted.bibliography)
    assert edit(drafted.text, *changes).text == drafted.text


def outside_before(text: str, drafted: Draft) -> list[str]:
    cuts = [0, *(at for splice in drafted.splices for at in (splice.start, splice.end)), len(text)]
    return [text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def outside(text: str, drafted: Draft) -> Sequence[str]:
    """The new text without what the edits put there."""
    pieces, at, shift = [], 0, 0
    for splice in drafted.splices:
        pieces.append(text[at : splice.start + shift])
        at = splice.start + shift + len(splice.text)
        shift = at - splice.end
    return [*pieces, text[at:]]


def _others(bibliography: Bibliography) -> list[object]:
    return [
        [(field.name, field.raw) for field in reference.fields if field.name != "doi"]
        for reference in bibliography.references
    ]
