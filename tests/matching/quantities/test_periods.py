"""Times that are told without a number."""

import pytest

from evidence.matching.quantities.periods import StatedPeriods, claimed_periods


def lacking(claim: str, text: str) -> list[str]:
    found = StatedPeriods([text]).unstated(claimed_periods(claim))
    return [each.quantity.written for each in found]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Readmission within a year fell.", "readmission at 52 weeks, and at 30 days"),
        ("Readmission within a month fell.", "30-day readmission; at one year"),
        ("Relief came within an hour.", "relief at 60 minutes, and at 6 h"),
        ("It lasted for a month.", "it lasted 3-4 weeks, never for years"),
        ("Bone was lost in the year after surgery.", "in the first year; at month 3"),
        ("A year of treatment was enough.", "an annual course; 3 months"),
        ("In a day it was gone.", "it was gone overnight; 2 weeks"),
        ("Relief came within an hour.", "no time is told here"),
        ("Injected once weekly.", "an injection every 7 days; a daily diary"),
        ("Taken twice daily.", "q12h; monthly visits"),
        ("Taken once a day.", "each morning; weekly visits"),
        ("Infused once a month.", "in 28-day cycles; daily tablets"),
        ("They took 5 mg daily.", "5 mg t.i.d. for a week"),
        ("They smoked 20 cigarettes a day.", "20 per day; 140 weekly"),
        ("It was 3 per 100 person-years.", "3 per 100 patient-years; 90 catheter days"),
        ("They had it for a month or two.", "three years"),
    ],
)
def test_a_period_told_in_another_way_is_stated(claim: str, text: str) -> None:
    assert lacking(claim, text) == []


@pytest.mark.parametrize(
    ("claim", "text", "written"),
    [
        ("Readmission within a month fell.", "within 12 months; at three months", "within a month"),
        ("It was lost in the week after.", "in the twelve months after", "in the week after"),
        ("Injected once weekly.", "once-daily injections", "once weekly"),
        ("They took 5 mg monthly.", "5 mg every other day", "mg monthly"),
        ("It was 3 per 100 person-months.", "3 per 100 person-years", "person-months"),
        ("It occurred 3 times per patient-week.", "per patient-year", "patient-week"),
    ],
)
def test_another_period_is_not(claim: str, text: str, written: str) -> None:
    assert lacking(claim, text) == [written]


def test_the_closest_other_period_is_named() -> None:
    (found,) = StatedPeriods(["after 12 weeks, 3 weeks"]).unstated(claimed_periods("in a day"))
    assert [each.written for each in (found.nearest,) if each] == ["3 weeks"]
