import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence.sources.yaml_scalar import folded, scalar


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("Ibuprofen eases pain.", "Ibuprofen eases pain.", "Ibuprofen eases pain."),
        ("one, two [3]", "one, two [3]", '"one, two [3]"'),
        ("a:b#c", "a:b#c", '"a:b#c"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("a #b", '"a #b"', '"a #b"'),
        ("- a", '"- a"', '"- a"'),
        ("@a", '"@a"', '"@a"'),
        ("...", '"..."', '"..."'),
        ('"a" b', "'\"a\" b'", "'\"a\" b'"),
        ("it's: 'so'", "\"it's: 'so'\"", "\"it's: 'so'\""),
        ("C:\\x: y's", "'C:\\x: y''s'", "'C:\\x: y''s'"),
        ("7", "7", "7"),
        ("-0.05", "-0.05", "-0.05"),
        ("1.50", '"1.50"', '"1.50"'),
        ("007", '"007"', '"007"'),
        ("1e5", '"1e5"', '"1e5"'),
        ("0x1F", '"0x1F"', '"0x1F"'),
        ("400-409", "400-409", "400-409"),
        ("12:30", '"12:30"', '"12:30"'),
        ("2020-01-02", '"2020-01-02"', '"2020-01-02"'),
        ("no", '"no"', '"no"'),
        ("N", '"N"', '"N"'),
        ("~", '"~"', '"~"'),
        ("null", '"null"', '"null"'),
        ("β-blocker 😀", "β-blocker 😀", "β-blocker 😀"),
        ('tab\tand "line"\r\n', '"tab\\tand \\"line\\"\\r\\n"', '"tab\\tand \\"line\\"\\r\\n"'),
        ("\x07\x85\u2028\ufeff", '"\\x07\\x85\\u2028\\uFEFF"', '"\\x07\\x85\\u2028\\uFEFF"'),
    ],
)  # fmt: skip
def test_a_text_stands_bare_where_every_reader_gives_it_back(
    text: str, block: str, flow: str
) -> None:
    assert scalar(text, flow=False) == block
    assert scalar(text, flow=True) == flow
    assert str(yaml.safe_load(f"a: {block}")["a"]) == text
    assert str(yaml.safe_load(f"[{flow}, b]")[0]) == text


def test_the_quotes_of_the_file_are_taken() -> None:
    assert scalar("a", flow=False, quote="'") == "'a'"
    assert scalar("it's", flow=False, quote="'") == "'it''s'"
    assert scalar("a", flow=False, quote='"') == '"a"'
    assert scalar('"a"', flow=False, quote='"') == "'\"a\"'"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.booleans())
def test_any_text_is_read_back(text: str, is_flow: bool) -> None:  # noqa: FBT001
    written = scalar(text, flow=is_flow)
    assert yaml.load(f"[{written}]" if is_flow else f"- {written}", yaml.BaseLoader) == [text]


def test_a_line_is_folded_at_single_blanks_only() -> None:
    assert folded("one two three  four\u00a0five", 8) == ["one two", "three  four\u00a0five"]
    assert folded("one", 1) == ["one"]


@pytest.mark.parametrize("text", ["", " a", "a ", "a\nb", "a\u2028b"])
def test_what_cannot_be_folded(text: str) -> None:
    assert folded(text, 80) is None


@given(st.text(st.sampled_from("ab #:-\u00a0'"), min_size=1), st.integers(1, 12))
def test_a_folded_text_is_read_back(text: str, width: int) -> None:
    lines = folded(text.strip(), width)
    if lines is not None:
        written = "- >-\n" + "".join(f"  {line}\n" for line in lines)
        assert yaml.load(written, yaml.BaseLoader) == [text.strip()]
