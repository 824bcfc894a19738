import pytest

from evidence.matching.citation_string import read_citation

# One work as five styles print it.
VANCOUVER = "Drilon A, Siena S. Safety of entrectinib. Cancer Discov. 2017;7(4):400–9."
APA = "Drilon, A., & Siena, S. (2017). Safety of entrectinib. Cancer Discovery, 7(4), 400–409."
NATURE = "Drilon, A. & Siena, S. Safety of entrectinib. Cancer Discov. 7, 400–409 (2017)."
CHICAGO = "Drilon, Alexander. “Safety of Entrectinib.” Cancer Discovery 7, no. 4 (2017): 400–409."
IEEE = "A. Drilon, “Safety of entrectinib,” Cancer Discov., vol. 7, no. 4, pp. 400–409, Apr. 2017."


@pytest.mark.parametrize("text", [VANCOUVER, APA, NATURE, CHICAGO, IEEE])
def test_volume_pages_and_year_are_read_in_every_style(text: str) -> None:
    citation = read_citation(text)
    assert citation.volumes == {"7"}
    assert citation.pages == {"400"}
    assert citation.years(0, 0) == {2017}
    assert citation.doi == ""


@pytest.mark.parametrize("text", [VANCOUVER, APA, CHICAGO, IEEE])
def test_the_issue_is_read_where_it_is_printed(text: str) -> None:
    assert read_citation(text).issues == {"4"}
    assert read_citation(NATURE).issues == frozenset()


def test_a_volume_and_a_page_alone_are_read_too() -> None:
    astronomy = read_citation("Smith, J. 2010, ApJ, 715, L89")
    assert astronomy.volumes == {"715"}
    assert astronomy.pages == {"l89"}
    physics = read_citation("R. Jozsa, Phys. Rev. Lett. 98, 010505 (2007).")
    assert physics.volumes == {"98"}
    assert physics.pages == {"010505"}


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("Drilon A. 2017;7:400. doi:10.1158/2159-8290.CD-16-1237.", "10.1158/2159-8290.CD-16-1237"),
        ("A. doi: 10.1158/2159-8290.CD-16-1237, 2017", "10.1158/2159-8290.CD-16-1237"),
        ("A (https://doi.org/10.1016/S0140-6736(97)11096-0).", "10.1016/S0140-6736(97)11096-0"),
        ("A <https://dx.doi.org/10.1021/x_1>", "10.1021/x_1"),
        ("A. DOI 10.1021/x_1; PMID: 1", "10.1021/x_1"),
        ("A, 10.1021/x_1", "10.1021/x_1"),
        ("A. doi:10.1021/ acs.jmedchem.6b00064. Epub 2016.", "10.1021/acs.jmedchem.6b00064"),
        ("A. https://doi.org/410.1093/annonc/mdy1424.1017", "410.1093/annonc/mdy1424.1017"),
        ("A. 410.1093/annonc/mdy1424.1017", "410.1093/annonc/mdy1424.1017"),
        ("A. doi:10/gf4gqc", "10/gf4gqc"),
        ("A. doi: not available", ""),
        ("The dose was 10.5 mg of 10.1234 g", ""),
    ],
)
def test_the_doi_is_taken_without_the_sentence_around_it(text: str, doi: str) -> None:
    assert read_citation(text).doi == doi


@pytest.mark.parametrize("mark", ["[12] ", "12. ", "(12) ", "12) ", "• ", "- ", "  [1]"])
def test_the_number_in_the_list_is_no_part_of_the_reference(mark: str) -> None:
    assert read_citation(mark + VANCOUVER).body == VANCOUVER
    assert read_citation(mark + VANCOUVER).written == f"{mark}{VANCOUVER}".strip()


@pytest.mark.parametrize(
    "aside",
    [
        " PMID: 27003761.",
        " PMID:27003761; PMCID: PMC1234567.",
        " Accessed 12 March 2021.",
        " [cited 2021 Mar 3]",
        " Epub 2016 Mar 30.",
        " Available from: https://example.org/2031/12-13",
        " arXiv:1706.03762",
        " ISSN: 1234-5678",
    ],
)
def test_years_and_numbers_of_asides_are_not_the_works(aside: str) -> None:
    citation = read_citation(VANCOUVER + aside)
    assert citation.years(0, 0) == {2017}
    assert citation.numbers(0, 0) == read_citation(VANCOUVER).numbers(0, 0)
    assert citation.pages == {"400"}


def test_years_of_the_title_do_not_count() -> None:
    citation = read_citation("Bray F. Global cancer statistics 2018. CA. 2020;68:394-424.")
    at = citation.words.index("2018")
    assert citation.years(at, at + 1) == {2020}
    assert citation.years(0, 0) == {2018, 2020}


def test_a_doi_alone_describes_nothing() -> None:
    assert not read_citation("https://doi.org/10.1158/2159-8290.CD-16-1237").describes
    assert not read_citation("").describes
    assert not read_citation("[12]").describes
    assert read_citation(VANCOUVER).describes


def test_a_pasted_page_is_cut() -> None:
    assert len(read_citation("word " * 100_000).body) < 5_001
