import pytest

from evidence.edits.change import Refused
from evidence.edits.doi_values import doi_content
from evidence.model.doi import Doi


@pytest.mark.parametrize(
    ("written", "doi", "content"),
    [
        ("https://doi.org/10.1158/7163.MCT-15", "10.1158/7163.mct-15", "10.1158/7163.MCT-15"),
        (r"doi:10.1000/A\_b", "10.1000/a_b", "10.1000/A_b"),
        (r"10.1000/a\%b", "10.1000/a%b", "10.1000/a%b"),
        ("https://doi.org/10.1000/A%3Cb%3E", "10.1000/a<b>", "10.1000/A<b>"),
        ("10.1000/Abc.", "10.1000/abc", "10.1000/Abc"),
        ("https://doi.org/410.1000/Ann1", "10.1000/ann", "10.1000/Ann"),
        ("10.1000/Anm", "10.1000/ann", "10.1000/ann"),
        ("", "10.1000/abc", "10.1000/abc"),
    ],
)
def test_the_case_is_that_of_the_text_where_the_doi_is_spelt_there(
    written: str, doi: str, content: str
) -> None:
    assert doi_content(Doi(doi), "doi", written) == content


@pytest.mark.parametrize(
    ("written", "content"),
    [
        ("http://dx.doi.org/10.1000/Wrong", "http://dx.doi.org/10.1000/a%3Cb%3E"),
        ("https://www.doi.org/x", "https://www.doi.org/10.1000/a%3Cb%3E"),
    ],
)
def test_an_address_stays_at_its_resolver(written: str, content: str) -> None:
    assert doi_content(Doi("10.1000/a<b>"), "url", written) == content


@pytest.mark.parametrize(
    ("doi", "name", "written", "reason"),
    [
        ("10.1000/a{b}", "doi", "", "BibTeX cannot hold `10.1000/a{b}` as it is"),
        ("10.1000/a\\b", "doi", "", "BibTeX cannot hold `10.1000/a\\b` as it is"),
        ("10.1000/a", "note", "x", "`10.1000/a` should stand in the field `doi`, not in `note`"),
        ("10.1000/a", "url", "https://x", "`10.1000/a` should stand in the field `doi`, not in"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(
    doi: str, name: str, written: str, reason: str
) -> None:
    refused = doi_content(Doi(doi), name, written)
    assert isinstance(refused, Refused)
    assert refused.reason.startswith(reason)
