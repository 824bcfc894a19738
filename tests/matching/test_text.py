import pytest

from evidence.matching.numerals import as_digits, number, roman
from evidence.matching.text import (
    enumerated,
    letters,
    plain,
    same_but_for_lost_letters,
    shortened,
    words,
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The\n                    <i>Gaia</i>\n   -ESO survey", "The Gaia -ESO survey"),
        ("Astronomy &amp;amp; Astrophysics", "Astronomy & Astrophysics"),
        ("&amp;lt;i&amp;gt;In vitro&amp;lt;/i&amp;gt; tests", "In vitro tests"),
        ("[ITAL]Chandra[/ITAL] and [CII] lines", "Chandra and [CII] lines"),
        ("of [O <scp>iii</scp>] lines", "of [O iii] lines"),
        (
            'entangled <mml:math xmlns:mml="http://x"><mml:mi>n</mml:mi>'
            "<mml:annotation>\\n</mml:annotation></mml:math>-photon state",
            "entangled n-photon state",
        ),
        (
            "in the \\documentclass{aastex} \\usepackage{bm} \\begin{document} \\landscape"
            " $z=0.33$ \\end{document} Cluster",
            "in the $z=0.33$ Cluster",
        ),
        ("p < 0.05 and q > 3", "p < 0.05 and q > 3"),
    ],
)
def test_markup_is_no_part_of_the_text(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Entangled‐Photon", "entangled photon"),
        ("O’Dea", "O'Dea"),
        ("Straße der Łódź", "strasse der lodz"),
        ("ﬁne-structure", "fine structure"),
        ("$^{13}$CO", "<sup>13</sup>CO"),
        ("¹³CO", "13CO"),
        ("TGF-β", "TGF-beta"),
        ("µJy", "μJy"),
        ("Head & Neck", "Head and Neck"),
        ("1 M⊙", "1 M_sun"),
        ("HD{-0.5ex}~84937", "HD 84937"),
        ("\\ensuremath{\\alpha} rays", "α rays"),
        ("neuralnetwork", "neural network"),
    ],
)
def test_letters_do_not_depend_on_how_they_are_set(one: str, other: str) -> None:
    assert letters(one) == letters(other)


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("The $n$-photon state: Part_II (HD 84937)") == (
        "the", "n", "photon", "state", "part", "ii", "hd", "84937",
    )  # fmt: skip


def test_text_of_absurd_length_is_cut() -> None:
    assert len(plain("<annotation " * 100_000)) == 4_000


def test_lost_letters_match_what_stood_there() -> None:
    assert same_but_for_lost_letters("Zeitschrift für Physik", "Zeitschrift f\ufffdr Physik")


@pytest.mark.parametrize("theirs", ["Zeitschrift fr Physik", "\ufffd", "Zeitung f\ufffdr Chemie"])
def test_lost_letters_excuse_nothing_else(theirs: str) -> None:
    assert not same_but_for_lost_letters("Zeitschrift für Physik", theirs)


def test_a_long_text_is_cut_at_a_word_for_messages() -> None:
    assert shortened("one two three four", 10) == "one two …"
    assert shortened("<b>one</b> two", 10) == "one two"


def test_parts_are_enumerated_for_messages() -> None:
    listed = [enumerated(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])]
    assert listed == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("word", "value"),
    [("xviii", 18), ("XC", 90), ("iv", 4), ("LIX", 59), ("iix", None), ("", None)],
)
def test_roman_numerals_are_read(word: str, value: int | None) -> None:
    assert roman(word) == value


@pytest.mark.parametrize(
    ("word", "value"), [("012", 12), ("two", 2), ("VII", 7), ("mix", None), ("cell", None)]
)
def test_numbers_are_read_in_digits_words_and_roman_letters(word: str, value: int | None) -> None:
    assert number(word) == value


def test_other_words_stay_as_they_are() -> None:
    assert [as_digits(word) for word in ("part", "ii", "007")] == ["part", "2", "7"]
