import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.candidates.propose import MOST_CANDIDATES, propose

PAGE = "https://doi.org/410.1093/annonc/mdy1424.1017"


def names(written: str) -> list[str]:
    return [candidate.doi.name for candidate in propose(written)]


def test_the_first_documents_doi_is_repaired_from_its_string() -> None:
    [meant] = [c for c in propose(PAGE) if c.doi.name == "10.1093/annonc/mdy424.017"]
    assert meant.why == "without the stray `4` before `10.` and two stray `1`s"


def test_fewer_edits_come_first() -> None:
    found = propose(PAGE)
    assert found[0].doi.name == "10.1093/annonc/mdy1424.1017"
    counts = [len(candidate.doi.suffix) for candidate in found]
    assert counts == sorted(counts, reverse=True)


def test_all_candidates_of_a_short_suffix_fit_one_batch() -> None:
    found = names(PAGE)
    assert len(found) == len(set(found)) == 35


@pytest.mark.parametrize(
    ("written", "meant", "why"),
    [
        ("10.1038/ng.3571.", "10.1038/ng.3571", "without the final `.`"),
        ("10.1038/ng.3571)", "10.1038/ng.3571", "without the final `)`"),
        ("10.1002/qre.1915/pdf", "10.1002/qre.1915", "without `/pdf` at the end"),
        ("10.1002/qre.1915/abstract", "10.1002/qre.1915", "without `/abstract` at the end"),
        ("10.1002/qre.1915?utm_source=x", "10.1002/qre.1915", "without `?utm_source=x` at the end"),
        ("10.1002/qre.1915(2013)", "10.1002/qre.1915", "without the year `(2013)` at the end"),
        (
            "10.2307/3282477.http://dx.doi.org/10.2307/3282477",
            "10.2307/3282477",
            "without `.http://dx.doi.org/10.2307/3282477` at the end",
        ),
        ("10.1000/182,10.1000/183", "10.1000/182", "without the second DOI `10.1000/183`"),
        ("10.1007/s00134–016", "10.1007/s00134-016", "with `-` for `–`"),
        ("10.1002/a&lt;b", "10.1002/a<b", "with the HTML entities undone"),
        ("10.1002/a%28b%29", "10.1002/a(b)", "with the percent-encoding undone"),
        (
            "10.1126/science.1255642.pmid:26068859",
            "10.1126/science.1255642",
            "without `.pmid:26068859` at the end",
        ),
        ("10.2307/844838>accessed21", "10.2307/844838", "without `>accessed21` at the end"),
        ("10.1038/nature11095[doi]", "10.1038/nature11095", "without `[doi]` at the end"),
        (
            "10.1021/ja0709167.......129,5334(2007)",
            "10.1021/ja0709167",
            "without `.......129,5334(2007)` at the end",
        ),
        (
            "10.1177/1754073911421379er.sagepub.com",
            "10.1177/1754073911421379",
            "without `er.sagepub.com` at the end",
        ),
        ("10.1007/978-3-319-06127-6__1", "10.1007/978-3-319-06127-6_1", "with one `_` for two"),
        (
            "10.1037/0022-<xml_add>e</xml_add>3514.52.3.511",
            "10.1037/0022-3514.52.3.511",
            "without the markup inside",
        ),
        (
            "10.1093/acrefore/9780190201098.001.0001/acrefore-9780190201098-e-1357",
            "10.1093/acrefore/9780190201098.013.1357",
            "in the form that Oxford registers for articles",
        ),
        ("10.1093/jnci/djv3O6", "10.1093/jnci/djv306", "with `0` for the letter `O`"),
        ("10.1093/jnci/djv3l6", "10.1093/jnci/djv316", "with `1` for the letter `I`"),
        (
            "10.1161/circ.37.4.509",
            "10.1161/01.cir.37.4.509",
            "in the form that the Heart Association registers",
        ),
        (
            "10.1111/j.1464-5491.2011.03310",
            "10.1111/j.1464-5491.2011.03310.x",
            "with the final `.x` that is missing",
        ),
        (
            "10.1101/2020.01.02.123v2",
            "10.1101/2020.01.02.123",
            "without the version `v2` at the end",
        ),
    ],
)
def test_known_additions_are_cut_first(written: str, meant: str, why: str) -> None:
    found = propose(written)
    assert meant in [candidate.doi.name for candidate in found[:2]]
    assert next(c.why for c in found if c.doi.name == meant) == why


def test_two_repairs_can_follow_each_other() -> None:
    assert "10.1002/qre.1915" in names("10.1002/qre.1915/pdf.")


def test_a_doi_is_no_candidate_for_itself() -> None:
    assert "10.1038/ng.3571" not in names("10.1038/ng.3571")


def test_what_names_no_doi_has_no_candidates() -> None:
    assert propose("not available") == ()


@given(st.text(max_size=60))
def test_there_are_never_too_many_and_never_the_same_twice(text: str) -> None:
    found = [candidate.doi for candidate in propose(f"10.1093/{text}")]
    assert len(found) == len(set(found)) <= MOST_CANDIDATES


def test_of_two_dois_in_one_field_both_are_tried() -> None:
    assert names("10.1000/182; 10.1000/183")[:2] == ["10.1000/182", "10.1000/183"]
    found = propose("10.1000/182 https://doi.org/10.1000/183")
    assert [c.why for c in found if c.doi.name == "10.1000/183"] == [
        "with the second DOI `10.1000/183` alone"
    ]


@pytest.mark.parametrize("written", ["10.1093/" + "1" * 290, "10.1093/" + "." * 290, "x" * 5000])
def test_long_strings_cost_no_time(written: str) -> None:
    assert len(propose(written)) <= MOST_CANDIDATES


def test_what_is_longer_than_any_doi_is_not_repaired() -> None:
    assert propose("10.1093/" + "1" * 300) == ()
