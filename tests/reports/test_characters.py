import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.reports.characters import exact, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("naïve α–β “x” 肿瘤\u00a0\u200e", "naïve α–β “x” 肿瘤\u00a0\u200e"),
        ("a\x1b[2J", "a␛[2J"),
        ("a\x00\x7fb", "a␀␡b"),
        ("a\x9b31m", "a�31m"),
        ("a\u202eb\u2066c\u2069", "a�b�c�"),
        ("a\ud800\udfff\uffff", "a���"),
        ("a\r\n\tb", "a␍\n\tb"),
    ],
)
def test_what_acts_instead_of_being_read_is_replaced(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_exact_shows_every_character_on_one_line() -> None:
    assert exact(" 10.1/a\n\t b  ") == " 10.1/a␊␉ b  "
    assert exact("a\u2028b") == "a�b"


def test_prose_stands_on_one_line() -> None:
    assert (
        one_line("  one\n two\t\r\nthree\u2029 12\u00a0nmol/L ") == "one two three 12\u00a0nmol/L"
    )


@given(st.text())
def test_anything_can_be_written_on_one_line(text: str) -> None:
    for shown in (exact(text), one_line(text)):
        shown.encode("utf-8")
        assert len(shown.splitlines()) <= 1
        assert "\x1b" not in shown
