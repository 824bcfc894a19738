"""The numbers that a field of a word processor displays, read as any marker by number is."""

import pytest

from evidence.sources.documents.docx.labels import displayed_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[3]", ("3",)),
        ("(3, 6 and 8)", ("3", "6", "8")),
        ("[1,3–5]", ("1", "3", "4", "5")),
        ("³˒⁶⁻⁸", ("3", "6", "7", "8")),
        ("[1], [2]", ("1", "2")),
        ("[1]–[3]", ("1", "2", "3")),
        ("[1][2]", ("1", "2")),
        ("3 6", ("3", "6")),
        ("3.", ("3",)),
        ("(3, p. 7)", ("3",)),
        ("[3,\u200b6]", ("3", "6")),
    ],
)
def test_reads_the_numbers_that_a_marker_displays(text: str, numbers: tuple[str, ...]) -> None:
    assert displayed_numbers(text) == numbers


@pytest.mark.parametrize("text", ["", "(Ito, 2017)", "Ito [3]", "⁰", "[3-1]", "[1-150]", "[.]"])
def test_what_displays_anything_else_displays_no_numbers(text: str) -> None:
    assert displayed_numbers(text) == ()
