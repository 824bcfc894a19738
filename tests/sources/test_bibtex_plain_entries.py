"""The entries that patterns cut out are those that the parser would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.sources.bibtex_blocks import Block, EntryBlock
from evidence.sources.bibtex_parsed_blocks import parse_blocks
from evidence.sources.bibtex_plain_entries import plain_entries
from evidence.sources.bibtex_splitting import paint, split_blocks

TEXT = r"""% a note
@string{j = {Journal}}
@article{a1,
  author = {Do\"e, J. and {The {A} Group}}, title="A {B} c", year = 2001, journal = j,
}
@Book{b:2, title = {x \{ y}, note = {}}

@misc{c, url = {http://a/?b=c,d#e}, doi = "10.1/\"x",}
@comment{ @misc{d, e = {f}} }
@inproceedings(g, title = {h})
@misc{i, title = {j {k {l {m} n} o} p} # j}
"""
PIECES = ["@", "{", "}", '"', "\\", "\\\\", "\n@misc{x,", "%", "\n%", "@comment{", "\n", "=", ",",
          "#", "@string{a={b}}", "(", ")", "\r", "\n@misc(a,", '{"}', " ", "\t", "é"]  # fmt: skip


def parsed(text: str) -> list[Block]:
    return list(parse_blocks(text, paint(text)))


def plain(text: str) -> list[EntryBlock]:
    return list(plain_entries(text, paint(text)))


def test_most_entries_are_plain() -> None:
    assert [entry.key for entry in plain(TEXT)] == ["a1", "b:2", "c"]


def test_blocks_are_those_of_the_parser() -> None:
    assert list(split_blocks(TEXT)) == parsed(TEXT)
    assert len(parsed(TEXT)) == 7


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title = {b}",
        "@misc{a, title = {b\n@misc{c, d = {e}}",
        "@misc{a, title = b c}",
        "@misc{a, title = {b} note = {c}}",
        "@misc{a title = {b}}",
        "@misc{a}",
        "@comment{a, title = {b}}",
        "@preambles{a, title = {b}}",
        "@misc{a, % b\n title = {c}}",
        "@misc{a, title = {b@c.org}}",
        '@misc{a, title = "{"}"}',
        "x @misc{a, title = {b}}",
        "@misc{a, title = {{{{{{{b}}}}}}}}",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert plain(text) == [] or text.startswith("@misc{a, title = {b\n")
    assert list(split_blocks(text)) == parsed(text)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Part of a bibliography with pieces put in and cut out."""
    text = TEXT[draw(st.integers(0, len(TEXT))) :] * draw(st.integers(1, 2))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 9)) :]
    return text


@given(spoilt())
@settings(max_examples=300, derandomize=True, deadline=None)
def test_no_damage_tells_the_patterns_from_the_parser(text: str) -> None:
    assert list(split_blocks(text)) == parsed(text)
