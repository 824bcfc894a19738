from evidence.matching.description import describe
from matching_values import entry


def test_title_three_surnames_venue_and_year() -> None:
    reference = entry(
        title="<i>NTRK</i> fusion-positive cancers", journal="Nat. Rev. Clin. Oncol.", year="2018",
        authors="Cocco, E; van den Oord, A; Drilon, A; Siena, S",
    )  # fmt: skip
    assert describe(reference) == (
        "NTRK fusion-positive cancers Cocco van den Oord Drilon Nat. Rev. Clin. Oncol. 2018"
    )


def test_what_is_missing_is_left_out() -> None:
    assert describe(entry(title="Gravity")) == "Gravity"
    assert describe(entry()) == ""


def test_editors_stand_in_for_authors() -> None:
    assert describe(entry("book", editors="Heckbert, P. S.", title="Gems")) == "Gems Heckbert"


def test_initials_are_no_surnames() -> None:
    assert describe(entry(authors="M., Rouse D.; et al.")) == "Rouse"
