import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.reports.characters import visible
from evidence.reports.columns import pad, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("naïve", 5),
        ("nai\u0308ve", 5),
        ("肿瘤", 4),
        ("ｶﾞ", 2),
        ("a\u200bb", 2),
        ("\x1b[31mred\x1b[0m", 3),
    ],
)
def test_width_counts_columns(text: str, width: int) -> None:
    assert width_of(text) == width


def test_pad_fills_up_to_the_width_and_cuts_nothing() -> None:
    assert pad("肿", 4) == "肿  "
    assert pad("abcdef", 4) == "abcdef"


@pytest.mark.parametrize(
    ("text", "width", "lead", "lines"),
    [
        ("one two three", 7, "", ["one two", "three"]),
        ("one two three", 9, "- ", ["- one two", "  three"]),
        ("", 9, "- ", ["-"]),
        ("10.1000/abcdefgh x", 8, "", ["10.1000/", "abcdefgh", "x"]),
        ("a 10.1000/abcdefgh", 8, "", ["a", "10.1000/", "abcdefgh"]),
        ("中国肿瘤杂志", 5, "", ["中国", "肿瘤", "杂志"]),
        ("中国，肿瘤", 4, "", ["中", "国，", "肿瘤"]),
        ("ALK肿瘤", 5, "", ["ALK肿", "瘤"]),
        ("na\u0308i\u0308ve", 3, "", ["na\u0308i\u0308", "ve"]),
        ("12\u00a0nmol/L is", 9, "", ["12\u00a0nmol/L", "is"]),
        ("\x1b[31mone\x1b[0m two", 7, "", ["\x1b[31mone\x1b[0m two"]),
        ("ab", 3, "   ", ["   ab"]),
    ],
)
def test_wrap(text: str, width: int, lead: str, lines: list[str]) -> None:
    assert wrap(text, width, lead).split("\n") == lines


@given(st.text(), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    shown = visible(text).replace("\n", " ").replace("\t", " ")
    lines = wrap(shown, width).split("\n")
    assert max(map(width_of, lines)) <= width
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "").rstrip()
