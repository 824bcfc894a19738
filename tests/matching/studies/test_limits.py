"""Limits of a quote that its claim leaves out, and those that it keeps in other words."""

import pytest

from evidence.matching.studies.left_out import left_out
from evidence.matching.studies.limits import lost_limit


@pytest.mark.parametrize(
    ("claim", "quote", "limit"),
    [
        ("In adults, zinc shortened colds by 2 days and may be worth its price.",
         "In adults, zinc shortened colds by 2 days and may be worth its price, except in smokers.",
         "except in smokers"),
        ("Zinc shortened colds by 2 days.",
         "Zinc in combination with rutin shortened colds by 2 days.",
         "in combination with rutin shortened colds by"),
        ("Zinc helped 24% of goats.", "Zinc helped up to 24% of goats.", "up to 24"),
        ("Zinc at 3 mg did not slow growth.",
         "Zinc at 3 mg did not slow growth at concentrations up to 10 µM.",
         "at concentrations up to 10 µM"),
        ("Colds were shortened within 3 days.", "Colds were shortened mostly within 3 days.",
         "mostly within 3 days"),
        ("In patients, the half-life of zinc was 9 hours.",
         "In patients with an eGFR below 30, the half-life of zinc was 9 hours.",
         "In patients with an eGFR below 30"),
        ("Zinc shortened colds by 2 days.",
         "Zinc shortened colds by 2 days, but the difference was not significant.",
         "but the difference was not significant"),
        ("Zinc did not shorten colds of goats.", "Zinc alone did not shorten colds of goats.",
         "alone"),
        ("Zinc may delay healing.", "Zinc may delay healing when taken for more than 3 days.",
         "when taken for more than 3 days"),
        ("Zinc shortened colds by 2 days.",
         "Zinc shortened colds by 2 days, although not in goats.", "although not in goats"),
        ("Zinc doubled binding in CD4 cells.", "Zinc doubled binding only in CD4 cells.",
         "only in CD4 cells"),
        ("Zinc may heal ulcers.", "Zinc may heal ulcers in a subset of small defects.",
         "in a subset of small defects"),
        ("Zinc helped, although 30% of colds stayed at day 5.",
         "Zinc helped, although up to 30% of colds stayed at day 5.", "up to 30"),
        ("In healthy adults, zinc shortened colds by 2 days.",
         "In healthy adults, zinc shortened colds by 2 days, except possibly in women.",
         "except possibly in women"),
        ("Zinc raised body weight of goats by 7%.",
         "Zinc raised body weight of goats, by 7%, in males only.", "in males only"),
        ("Values were normal on day 40 in all adults.",
         "Values were normal on day 40 in all adults except two who had kept smoking.",
         "except two who had kept smoking"),
    ],
)  # fmt: skip
def test_a_limit_that_was_left_out_is_told(claim: str, quote: str, limit: str) -> None:
    shift = lost_limit(claim, (quote,))
    assert shift is not None
    assert shift.theirs == limit


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Zinc shortened colds by 2 days, smokers apart.",
         "Zinc shortened colds by 2 days, except in smokers."),
        ("In women, zinc shortened colds.", "Zinc shortened colds in women, but not in men."),
        ("Zinc shortened colds by 2 days.",
         "Zinc shortened colds by 2 days, although sleep was recorded by diary only."),
        ("Zinc shortened colds in people under 70 years.",
         "Zinc shortened colds in people under 70 years, but not in older people."),
        ("Zinc spared kinases.", "Zinc did not block kinases at up to 1 µM."),
        ("Zinc shortened colds, except in those with asthma.",
         "Zinc shortened colds, except in the subgroup with asthma."),
        ("Zinc by itself did not shorten colds.", "Zinc alone did not shorten colds."),
        ("Goats got better with zinc, but not with rutin.",
         "Goats got better with zinc alone but not with rutin."),
        ("Zinc helps people with asthma.", "Zinc helped only in people with asthma."),
        ("Values were normal on day 40 in adults.",
         "Values were normal on day 40 in all adults except two who had kept smoking."),
        ("Zinc with rutin shortened colds.",
         "Zinc in combination with rutin shortened colds."),
    ],
)  # fmt: skip
def test_what_keeps_a_limit_is_quiet(claim: str, quote: str) -> None:
    assert lost_limit(claim, (quote,)) is None


@pytest.mark.parametrize(
    ("claim", "quote", "granted"),
    [
        ("Zinc shortened colds by 2 days.",
         "Zinc shortened colds by 2 days, but the gain was smaller in goats.",
         "but the gain was smaller in goats"),
        ("Zinc shortened colds by 2 days.",
         "Zinc shortened colds by 2 days, although heart tissue was read in a subset only.",
         "although heart tissue was read in a subset only"),
        ("Zinc shortened colds of goats by 2 days.",
         "Zinc shortened colds of goats by 2 days in villages without schools.",
         "in villages without schools"),
        ("Zinc shortened colds of goats by 2 days.",
         "Zinc shortened colds of goats by 2 days when chopped into warm Alpine milk.",
         "when chopped into warm Alpine milk"),
        ("In women zinc shortened colds by 2 days.",
         "Zinc shortened colds in women by 2 days, but no change was seen in men (p = 0.7).",
         "but no change was seen in men (p = 0.7)"),
    ],
)  # fmt: skip
def test_what_a_quote_grants_is_no_limit_but_told_apart(
    claim: str, quote: str, granted: str
) -> None:
    assert lost_limit(claim, (quote,)) is None
    shift = left_out(claim, (quote,))
    assert shift is not None
    assert shift.theirs == granted


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Zinc shortened colds by 2 days, with a smaller gain in goats.",
         "Zinc shortened colds by 2 days, but the gain was smaller in goats."),
        ("Zinc shortened colds by 2 days, yet trials were few.",
         "Zinc shortened colds by 2 days, but the gain was smaller in goats."),
        ("Goats sneezed.", "Zinc shortened colds by 2 days, but the gain was smaller in goats."),
        ("Zinc shortened colds by 2 days.", "Zinc shortened colds by 2 days, but only in women."),
        ("Zinc shortened colds by 2 days.", "Zinc shortened colds by 2 days, but not in goats."),
        ("Zinc shortened colds by 2 days.",
         "Zinc shortened colds by 2 days, but the difference was not significant."),
        ("Zinc shortened colds by 2 days.", "Zinc shortened colds by 2 days, but Mars is red."),
        ("Zinc shortened colds of goats by 2 days.",
         "Zinc shortened colds of goats by 2 days (in seven Alpine villages)."),
        ("Zinc shortened colds of goats by 2 days.",
         "In goats, cold duration was 2 days less with zinc."),
        ("Goats sneezed.", "Zinc shortened colds of goats by 2 days in villages without schools."),
    ],
)  # fmt: skip
def test_nothing_granted_is_left_out(claim: str, quote: str) -> None:
    assert left_out(claim, (quote,)) is None
