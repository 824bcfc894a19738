import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.model.work import Name
from evidence.sources.bibtex_name_lists import read_names

WHO = Name("World Health Organization", is_group=True)

ONE = {
    # BibTeX's forms
    "Donald E. Knuth": Name("Knuth", "Donald E."),
    "Knuth, Donald E.": Name("Knuth", "Donald E."),
    "Ludwig van Beethoven": Name("van Beethoven", "Ludwig"),
    r"van den Oord, A{\"a}ron": Name("van den Oord", "Aäron"),
    r"Charles Louis de la Vall{\'e}e Poussin": Name("de la Vallée Poussin", "Charles Louis"),
    "King, Jr., Martin Luther": Name("King", "Martin Luther", "Jr."),
    "jean d'alembert": Name("jean d'alembert"),
    "{\\'e}tienne {de} Bruijn": Name("étienne de Bruijn"),
    "Nicolaas {de} Bruijn": Name("Bruijn", "Nicolaas de"),
    "Jean {\\'e}douard Vuillard": Name("édouard Vuillard", "Jean"),
    "Per~Brinch\n  {Brinch Hansen}": Name("Brinch Hansen", "Per Brinch"),
    "Plato": Name("Plato"),
    "Knuth,": Name("Knuth"),
    ", Donald": Name("Donald"),
    # suffixes in other places
    "King, Martin Luther, Jr.": Name("King", "Martin Luther", "Jr."),
    "Martin Luther King Jr.": Name("King", "Martin Luther", "Jr."),
    "King III, Martin": Name("King", "Martin", "III"),
    "Smith, John, MD": Name("Smith", "John", "MD"),
    "Smith J.": Name("Smith", "J."),
    "J. Smith": Name("Smith", "J."),
    # groups and braces
    "{World Health Organization}": WHO,
    "{Barnes and Noble, Inc.}": Name("Barnes and Noble, Inc.", is_group=True),
    "{Ministry of Agriculture, Fisheries and Food, London}": Name(
        "Ministry of Agriculture, Fisheries and Food, London", is_group=True
    ),
    "{Google, Inc.}": Name("Google, Inc.", is_group=True),
    "{Smith et al.}": Name("Smith et al.", is_group=True),
    "{Holmberg}, Erik": Name("Holmberg", "Erik"),
    "{{Holmberg}, Erik}": Name("Holmberg", "Erik"),
    "{Smith, J. A.}": Name("Smith", "J. A."),
    "{Smith, John": Name("Smith, John"),
    "{Smith\\}": Name("Smith}"),
    "Johnson & Johnson": Name("Johnson", "Johnson &"),
    # biblatex
    "family=Simpson, given=Homer, prefix=von, suffix=Jr, useprefix=true": Name(
        "von Simpson", "Homer", "Jr"
    ),
    'given="Ann {B}.", family={van, Berg}': Name("van, Berg", "Ann B."),
}


@pytest.mark.parametrize(("written", "name"), ONE.items())
def test_one_name_is_read(written: str, name: Name) -> None:
    assert read_names(written) == ((name,), False)


SMITH, DOE, ROE = Name("Smith", "J."), Name("Doe", "A. B."), Name("Roe", "R.")

LISTS = {
    "Smith, J. and Doe, A. B. and Roe, R.": (SMITH, DOE, ROE),
    "Smith, J.\n\tAND\n A. B. Doe": (SMITH, DOE),
    "J. Smith and {World Health Organization}": (SMITH, WHO),
    "Smith, J., and Doe, A. B.,": (SMITH, DOE),
    "and Smith, J. and and Roe, R. and": (SMITH, ROE),
    # mistakes with one meaning
    "Smith, J.; Doe, A. B.; and Roe, R.": (SMITH, DOE, ROE),
    "J. Smith; A. B. Doe": (SMITH, DOE),
    "Smith, J., Doe, A. B., Roe, R.": (SMITH, DOE, ROE),
    "Smith, J., Doe, A. B. & Roe, R.": (SMITH, DOE, ROE),
    r"Smith, J. \& Roe, R.": (SMITH, ROE),
    "J. Smith, A. B. Doe, R. Roe": (SMITH, DOE, ROE),
    "Smith JA, Doe B": (Name("Smith", "JA"), Name("Doe", "B")),
    "{Smith, J. and Doe, A. B.}": (SMITH, DOE),
    "{Smith, Jane and Roe, Richard}": (Name("Smith", "Jane"), Name("Roe", "Richard")),
    # mistakes that could mean anything are read as BibTeX does
    "Garcia Marquez, Gabriel Jose": (Name("Garcia Marquez", "Gabriel Jose"),),
    "Smith, John, Doe": (Name("Smith", "Doe", "John"),),
    "Smith, John, Doe, Jane": (Name("Smith", "Doe Jane", "John"),),
    "Tom &amp; Co; Doe": (Name("&amp; Co; Doe", "Tom"),),
    "{Smith, J. and Food}": (Name("Smith, J. and Food", is_group=True),),
    "{Tools, Jigs and Co, All the best ones}": (
        Name("Tools, Jigs and Co, All the best ones", is_group=True),
    ),
    # nothing
    "": (),
    " and ": (),
    "{}": (),
    "{\\relax}": (Name("relax", is_group=True),),
    ", ,": (),
    "~": (),
    "family=, given=": (),
}


@pytest.mark.parametrize(("written", "names"), LISTS.items())
def test_lists_are_read_as_meant(written: str, names: tuple[Name, ...]) -> None:
    assert read_names(written) == (names, False)


@pytest.mark.parametrize(
    "written",
    [
        "Smith, J. and others",
        "Smith, J. and {others}",
        "Smith, J. and OTHERS",
        "Smith, J. et al.",
        "Smith, J., et al",
        "Smith, J. and et~al.",
        r"Smith, J. and {\it et al.}",
        r"Smith, J. \emph{et al.}",
        "Smith, J.; et al.",
    ],
)
def test_an_abridged_list_is_known_as_one(written: str) -> None:
    assert read_names(written) == ((SMITH,), True)


def test_nobody_but_others() -> None:
    assert read_names("others") == read_names("et al.") == ((), True)


def test_a_name_that_ends_like_et_al_is_a_name() -> None:
    assert read_names("Banet Al") == ((Name("Al", "Banet"),), False)


@given(
    st.lists(st.sampled_from(["and", " ", ",", ";", "&", "{", "}", "\\", "A", "b", "et al.", "="]))
)
def test_any_list_is_read(pieces: list[str]) -> None:
    names, _ = read_names("".join(pieces))
    assert all(name.family or name.given for name in names)


def test_one_name_with_a_generation_is_no_list_of_two() -> None:
    names, _ = read_names("Denny, Paul and Smith IV, David H and Fowler, Max")
    assert [str(name) for name in names] == ["Denny, Paul", "Smith, IV, David H", "Fowler, Max"]
    names, _ = read_names("Smith MD, Doe B")
    assert [str(name) for name in names] == ["Smith, MD", "Doe, B"]
