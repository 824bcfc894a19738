import pytest

from evidence.model.doi import Doi
from evidence.model.work import DateKind, Name, Origin, Update, Via, Work, WorkDate

ORIGIN = Origin("Crossref", Via.NETWORK, None)


def work(
    title: str = "", *updates: str, dates: tuple[WorkDate, ...] = (), doi: str = "10.1234/x"
) -> Work:
    return Work(
        doi=Doi(doi),
        type="journal-article",
        titles=(title,) if title else (),
        origin=ORIGIN,
        updates=tuple(Update(each) for each in updates),
        dates=dates,
    )


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Ileal-lymphoid-nodular hyperplasia",
        "RETRACTED ARTICLE: A study of mice",
        "Retracted Article: A study of mice",
        "WITHDRAWN: A study of mice",
        "WITHDRAWN ARTICLE: A study of mice",
        "[RETRACTED] A study of mice",
        "A study of mice (Retracted)",
        "A study of mice [RETRACTED ARTICLE]",
        "TEMPORARY REMOVAL: A study of mice",
        "Retraction\u2014A study of mice",
    ],
)
def test_a_label_on_the_title_says_that_a_work_was_taken_back(title: str) -> None:
    assert work(title).is_withdrawn


@pytest.mark.parametrize(
    "title",
    [
        "Retraction-induced shear in gingiva",
        "Retraction: a review of gingival displacement",
        "Withdrawn-type patients with schizophrenia",
        "Retracted glaciers and what they left",
        "Why papers are retracted: a survey",
        "Removed teeth and their replacement",
        "Withdrawal of treatment (retracted consent)",
        "",
    ],
)
def test_a_title_about_retraction_is_no_label(title: str) -> None:
    assert not work(title).is_withdrawn


def test_the_ieee_labels_the_retracted_paper_where_others_title_their_notices() -> None:
    # 10.1109/icsme.2017.12, and the notice of the Journal of Korean Medical Science for Pak et al.
    title = "Notice of Retraction: Does Refactoring of Test Smells Induce Fixing Flaky Tests?"
    assert work(title, doi="10.1109/icsme.2017.12").is_withdrawn
    notice = "Notice of Retraction: Pak CS, et al. A Phase III, Randomized, Double-Blind Trial"
    assert not work(notice, doi="10.3346/jkms.2016.31.2.330").is_withdrawn
    assert not work("On the notice of retraction", doi="10.1109/x").is_withdrawn


@pytest.mark.parametrize("kind", ["retraction", "withdrawal", "removal"])
def test_a_notice_takes_a_work_back(kind: str) -> None:
    assert work("A study", kind).is_withdrawn


@pytest.mark.parametrize("kind", ["correction", "expression-of-concern", "partial-retraction"])
def test_other_notices_do_not(kind: str) -> None:
    assert not work("A study", kind).is_withdrawn


def test_the_year_to_show_is_that_of_print() -> None:
    dates = (
        WorkDate(DateKind.ONLINE, 2015),
        WorkDate(DateKind.PRINT, 2016),
        WorkDate(DateKind.CREATED, 2014),
    )
    assert work(dates=dates).year == 2016
    assert work(dates=dates[:1]).year == 2015
    assert work(dates=dates[2:]).year is None


def test_names_are_shown_family_first() -> None:
    assert str(Name("van den Oord", "Aaron", "Jr.")) == "van den Oord, Jr., Aaron"
    assert str(Name("World Health Organization", is_group=True)) == "World Health Organization"
