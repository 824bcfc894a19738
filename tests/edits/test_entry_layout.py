from textwrap import dedent

import pytest

from evidence.edits.entry_layout import EntryLayout, lay_out, learn_layout
from evidence.edits.new_entry import NewEntry
from evidence.sources.bibtex_splitting import split_blocks

NEW = NewEntry("article", (("author", "Roe, R"), ("title", "On {X}"), ("year", "2017")))


def laid_out(text: str, entry: NewEntry = NEW) -> str:
    """The new entry in the layout of `text`."""
    return lay_out(entry, "roe2017", learn_layout(text, split_blocks(text)))


def test_an_empty_file_gets_the_usual_layout() -> None:
    assert learn_layout("", ()) == EntryLayout()
    assert laid_out("") == (
        "@article{roe2017,\n  author = {Roe, R},\n  title = {On {X}},\n  year = {2017},\n}"
    )


LAYOUTS = {
    "aligned signs": """\
        @article{roe2017,
          author = {Roe, R},
          title  = {On {X}},
          year   = {2017}
        }""",
    "aligned values": """\
        @article{roe2017,
          author= {Roe, R},
          title=  {On {X}},
          year=   {2017},
        }""",
    "names flush right": """\
        @ARTICLE{roe2017,
               author = {Roe, R},
                title = {On {X}},
                 year = {2017}
        }""",
    "no blanks, a tab": """\
        @Article{roe2017,
        \tauthor={Roe, R},
        \ttitle={On {X}},
        \tyear={2017}}""",
    "quotes, bare years": """\
        @article{roe2017,
            author = "Roe, R",
            title = "On {X}",
            year = 2017,
            }""",
    "capitals": """\
        @ARTICLE{roe2017,
          AUTHOR = {Roe, R},
          TITLE = {On {X}},
          YEAR = {2017},
        }""",
    "capitalised": """\
        @Article{roe2017,
          Author = {Roe, R},
          Title = {On {X}},
          Year = {2017},
        }""",
    "commas first": """\
        @article{roe2017
          , author = {Roe, R}
          , title = {On {X}}
          , year = {2017}
        }""",
    "one line": "@article{roe2017, author = {Roe, R}, title = {On {X}}, year = {2017}}",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_new_entry_is_laid_out_as_the_others(layout: str, line_end: str) -> None:
    text = dedent(layout).replace("\n", line_end)
    other = text.replace("roe2017", "doe2016").replace("Roe, R", "Doe, Jane Anne")
    assert laid_out(f"{other}{line_end}{line_end}{other}") == text


def test_most_entries_decide() -> None:
    plain, aligned = dedent(LAYOUTS["capitals"]), dedent(LAYOUTS["aligned signs"])
    assert laid_out(f"{aligned}\n\n{plain}\n\n{aligned}") == aligned


def test_a_name_longer_than_the_column_keeps_a_blank() -> None:
    entry = NewEntry("techreport", (("author", "Roe"), ("institution", "Nowhere")))
    assert laid_out(dedent(LAYOUTS["aligned signs"]), entry) == (
        "@techreport{roe2017,\n  author = {Roe},\n  institution = {Nowhere}\n}"
    )
    flush = laid_out(dedent(LAYOUTS["names flush right"]), entry)
    assert "\n  institution = {Nowhere}" in flush


def test_a_value_with_a_quote_is_set_in_braces() -> None:
    entry = NewEntry("misc", (("title", 'The "X"'), ("year", "2017")))
    assert 'title = {The "X"}' in laid_out(dedent(LAYOUTS["quotes, bare years"]), entry)


def test_comments_strings_and_broken_entries_are_no_models() -> None:
    text = (
        '@string{jf = "J Foo"}\n@comment{x}\n'
        "@article{a, % why\n  author = {X},\n  % a note\n  journal = jf,\n  year = 2016,\n}\n\n"
        "@article{b,\n  author = {X},\n  year = 2016,\n}\n\n@article{open, title = {"
    )
    assert laid_out(text) == (
        "@article{roe2017,\n  author = {Roe, R},\n  title = {On {X}},\n  year = 2017,\n}"
    )


def test_parentheses_become_braces() -> None:
    text = "@article(doe2016,\n  author = {Doe},\n  year = {2016}\n)\n"
    assert laid_out(text).endswith("\n}")
