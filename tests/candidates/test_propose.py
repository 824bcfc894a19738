import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.candidates.propose import MOST_CANDIDATES, propose

PAGE = "https://doi.org/410.1093/annonc/mdy1424.1017"


# Written, meant, and why.
MORE = [
    ("10.1101/2020.01.02.123v1.full.pdf", "10.1101/2020.01.02.123",
     "without `v1.full.pdf` at the end"),
    ("10.48550/arXiv.2602.12172v1", "10.48550/arxiv.2602.12172", "without `v1` at the end"),
    ("10.48550/2602.12172", "10.48550/arxiv.2602.12172", "in the form that arXiv registers"),
    ("10.1000/18210.1000/183", "10.1000/182", "without the second DOI `10.1000/183`"),
    ("10.1093/jnci/djv1/5150123", "10.1093/jnci/djv1", "without `/5150123` at the end"),
    ("10.1371/journal.pone.0059723published", "10.1371/journal.pone.0059723",
     "without `published` at the end"),
    ("10.1073/pnas.0902356,106", "10.1073/pnas.0902356.106", "with `.` for `,`"),
    ("10.1093_annonc_mdy424", "10.1093/annonc/mdy424",
     "with `/` for `_` and with `/` for `_`"),
    ("10.1016//j.jpag.2014.11.005", "10.1016/j.jpag.2014.11.005", "with one `/` for two"),
    ("10.1037/0033-2909.126.6.910", "10.1037//0033-2909.126.6.910",
     "with the second `/` of its publisher's older DOIs"),
    ("10.2987/09&ndash;5935.1", "10.2987/09-5935.1", "with `-` for `&ndash;`"),
    ("10.1007/978-3-319-38987\\-5", "10.1007/978-3-319-38987-5", "without the backslash"),
    ("10.1000/ﬁn12", "10.1000/fin12", "with plain characters for typographic ones"),
    ("10.1063/l.4916977", "10.1063/1.4916977", "with `1` for the letter `I`"),
    ("10.1007/s10456-018-9655-9650", "10.1007/s10456-018-9655-0", "with `0` for `9650`"),
    ("10.5694/j.1326-5377.1943.tb44329", "10.5694/j.1326-5377.1943.tb44329.x",
     "with the final `.x` that is missing"),
    ("10.1111/j.1752-0606.2011.00285x", "10.1111/j.1752-0606.2011.00285.x",
     "with the final `.x` that is missing"),
    ("10.1093/oso/9780198814122.001.0001/oso-9780198814122-chapter-5",
     "10.1093/oso/9780198814122.003.0005", "in the form that Oxford registers for chapters"),
    ("10.1093/odnb/29929", "10.1093/ref:odnb/29929", "in the form that Oxford's biographies have"),
    ("10.1093/9780198614128.013.108196", "10.1093/odnb/9780198614128.013.108196",
     "in the form that Oxford's biographies have"),
    ("10.1093/gao/9781884446054.001.0001/oao-9781884446054-e-7000082129",
     "10.1093/gao/9781884446054.article.t082129", "in the form that Oxford's Grove has"),
    ("10.1016/S01406736(20)30211-7", "10.1016/s0140-6736(20)30211-7",
     "with the hyphens and brackets of Elsevier's item identifiers"),
    ("10.1016/jjce.2007.09.001", "10.1016/j.jce.2007.09.001",
     "with the `j.` of Elsevier's journals"),
    ("10.1111/j.13652435.2009.01530.x", "10.1111/j.1365-2435.2009.01530.x",
     "with the hyphen of the ISSN `1365-2435`"),
    ("10.1037/0033295X.87.6.532", "10.1037/0033-295x.87.6.532",
     "with the hyphen of the ISSN `0033-295x`"),
    ("10.1007/s40993-021-002513", "10.1007/s40993-021-00251-3",
     "with the hyphens of Springer's identifiers"),
    ("10.1002/(sici)1096-9861(19960101)364:192::aid-cne83.3.co;2-v",
     "10.1002/(sici)1096-9861(19960101)364:1<92::aid-cne8>3.3.co;2-v",
     "with the `<` and `>` of SICI identifiers"),
    ("10.1002/(sici)1096-8644(2000)112:2lt;191::aid-ajpa6>3.0.co;2-3",
     "10.1002/(sici)1096-8644(2000)112:2<191::aid-ajpa6>3.0.co;2-3",
     "with the HTML entities mended"),
]  # fmt: skip


def names(written: str) -> list[str]:
    return [candidate.doi.name for candidate in propose(written)]


def test_the_first_documents_doi_is_repaired_from_its_string() -> None:
    [meant] = [c for c in propose(PAGE) if c.doi.name == "10.1093/annonc/mdy424.017"]
    assert meant.why == "without the stray `4` before `10.` and two stray `1`s"


def test_what_the_string_leads_to_comes_before_blind_guesses() -> None:
    found = propose(PAGE)
    assert found[0].doi.name == "10.1093/annonc/mdy1424.1017"
    assert [candidate.is_blind for candidate in found] == [False] + [True] * (len(found) - 1)
    edited = propose("10.1016/j.cell.2011.02.013/pdf")
    assert edited[0].doi.name == "10.1016/j.cell.2011.02.013"
    assert not edited[0].is_blind


def test_few_blind_guesses_come_before_many() -> None:
    found = [c.doi.name for c in propose("10.1093/annonc/mdy424.017", most=250)]
    one_less = found.index("10.1093/annonc/mdy42.017")
    transposed = found.index("10.1093/annonc/mdy244.017")
    two_less = found.index("10.1093/annonc/mdy4.017")
    one_more = found.index("10.1093/annonc/mdy424.9017")
    assert one_less < transposed < two_less < one_more


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
        (
            "10.1641/0006-3568(2006)56&#91;675:TMAGPO&#93;2.0.CO;2",
            "10.1641/0006-3568(2006)56[675:tmagpo]2.0.co;2",
            "with the HTML entities undone",
        ),
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
            "without `v2` at the end",
        ),
        *MORE,
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
def test_long_strings_have_no_more_candidates_than_others(written: str) -> None:
    assert len(propose(written)) <= MOST_CANDIDATES


def test_what_is_longer_than_any_doi_is_not_repaired() -> None:
    assert propose("10.1093/" + "1" * 300) == ()


def test_what_nobody_registers_is_only_a_station_on_the_way() -> None:
    found = propose("https://www.tandfonline.com/doi/full/10.1080/0161.2013.79?scroll=top&a=b")
    assert found[0].doi.name == "10.1080/0161.2013.79"
    assert found[0].why == (
        "without the address of another site `https://www.tandfonline.com/doi/full/` before `10.`"
        " and `?scroll=top&a=b` at the end"
    )


@pytest.mark.parametrize(
    "written",
    [
        "10.1111/j.13652436.2009.01530.x",  # the last digit is not the check on the others
        "10.1007/s10456-018-9655-0123",  # no end of a range
        "10.1007/s10456-018-9655-9655",
    ],
)
def test_what_only_looks_like_a_known_form_is_left_to_blind_guesses(written: str) -> None:
    assert all(candidate.is_blind for candidate in propose(written))


def test_a_doi_that_is_torn_apart_is_put_together() -> None:
    # From JabRef's tests.
    found = propose("https : / / doi.org / 10 .1109 /V LHCC.20 04.20")
    assert (found[0].doi.name, found[0].why) == ("10.1109/vlhcc.2004.20", "without the blanks")


@pytest.mark.parametrize(
    "written", ["10.1000/182 (accessed May 3, 2019)", "10.1000/182. PMID: 26068859"]
)
def test_other_text_is_not_put_together_with_the_doi(written: str) -> None:
    assert "without the blanks" not in [candidate.why for candidate in propose(written)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10.117.7/1354068812462933", "10.1177/1354068812462933"),
        ("10.10-16/j.jad.2010.01.076", "10.1016/j.jad.2010.01.076"),
        ("10.016/j.arabjc.2013.11.014", "10.1016/j.arabjc.2013.11.014"),
        ("10.111/cobi.172", "10.1111/cobi.172"),
        ("10.10007/s10853-015-9169-8", "10.1007/s10853-015-9169-8"),
        ("10.1003/cyto.a.10013", "10.1002/cyto.a.10013"),
        ("10.1061/j.cell.2011.02.013", "10.1016/j.cell.2011.02.013"),
        ("10.11552021/5566179", "10.1155/2021/5566179"),
    ],
)
def test_a_registrant_code_is_mended(written: str, meant: str) -> None:
    found = {candidate.doi.name: candidate for candidate in propose(written, most=12)}
    assert found[meant].is_blind


def test_a_lost_digit_of_a_small_registrants_code_comes_last() -> None:
    found = names("10.5905/a1")
    assert found.index("10.55905/a1") > found.index("10.5905/a")


def test_a_sici_identifier_keeps_its_signs_and_gets_no_blind_guesses() -> None:
    sici = "10.1002/(sici)1097-0134(20000515)39:3<216::aid-prot40>3.0.co;2-#"
    found = propose(f"{sici}/abstract")
    assert [candidate.doi.name for candidate in found][:1] == [sici]
    assert len(found) < 5


def test_no_blind_guess_keeps_a_final_full_stop() -> None:
    assert not [c for c in propose("10.1038/ng.3571.") if c.doi.name.endswith(".")]
