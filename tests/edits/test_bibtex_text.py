import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.edits.bibtex_text import bibtex_names, bibtex_pages, bibtex_text
from evidence.model.work import Name
from evidence.sources.bibtex_name_lists import read_names
from evidence.sources.latex import decode


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("TRK & ROS1: 50% of $5_a #1", r"TRK \& ROS1: 50\% of \$5\_a \#1"),
        ("R&amp;amp;D of p &lt; 0.05", r"R\&D of p < 0.05"),
        ("~ ^ \\ {x}", r"\textasciitilde{} \textasciicircum{} \textbackslash{} \{x\}"),
        ("<i>In vivo</i> H<sub>2</sub>O <b>now</b>", r"\emph{In vivo} H\textsubscript{2}O now"),
        ("<jats:italic>E. coli</jats:italic> <sup>13", r"\emph{E. coli} \textsuperscript{13}"),
        ("never opened</i>", "never opened"),
        ("Bell\x07 and \u202eturn", "Bell and turn"),
        ("β‐Catenin\n  and  naïve", "β-Catenin and naïve"),
    ],
)
def test_signs_are_escaped_and_markup_becomes_commands(text: str, written: str) -> None:
    assert bibtex_text(text) == written


@given(st.text("ab Z9&%$#_{}~^\\é肿.:;,()[]/+*=!?", max_size=30))
def test_what_is_written_reads_as_what_was_meant(text: str) -> None:
    assert decode(bibtex_text(text)) == " ".join(text.split())


def test_names_read_as_they_were() -> None:
    names = (
        Name("van den Oord", "Aäron"),
        Name("King", "Martin Luther", "Jr."),
        Name("STARTRK Investigators and Sites", is_group=True),
        Name("O'Neill", "R. & D."),
    )
    assert bibtex_names(names) == (
        r"van den Oord, Aäron and King, Jr., Martin Luther"
        r" and {STARTRK Investigators and Sites} and O'Neill, R. \& D."
    )
    assert read_names(bibtex_names(names)) == (names, False)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Plato"), "Plato"),
        (Name("Brand Nu"), "{Brand Nu}"),
        (Name("King", suffix="Jr."), "{King Jr.}"),
        (Name("Smith, PhD", "A."), "{Smith, PhD}, A."),
    ],
)
def test_a_name_that_bibtex_would_take_apart_is_in_braces(name: Name, written: str) -> None:
    assert bibtex_names([name]) == written


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        ("731-747", "731--747"),
        ("731 – 747", "731--747"),
        ("S1-S9,S12", "S1--S9, S12"),
        ("12-1-12-14", "12-1-12-14"),
        ("e0123", "e0123"),
    ],
)
def test_a_range_of_pages_has_a_double_hyphen(pages: str, written: str) -> None:
    assert bibtex_pages(pages) == written
