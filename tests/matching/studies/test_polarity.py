"""What a claim denies of its quotes, or they of it."""

import pytest

from evidence.matching.studies.polarity import differing_negation

MAY = "Zinc might shorten colds in children."
LEFT_OUT = "Patients with rickets were excluded from the trial of zinc."


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Zinc might not shorten colds in children.", MAY),
        ("Zinc might shorten colds in children.", "Zinc might not shorten colds in children."),
        ("Relief was not seen at 12 weeks in knees.", "Relief of knees was seen at 12 weeks."),
        ("The figures can be applied to infants.", "The figures cannot be applied to infants."),
        ("Relief was not reached in 64 % of knees.", "Relief was reached in 64% of knees."),
        ("Foam was significantly faster than gauze.",
         "Foam was faster than gauze, though not significantly so."),
        ("Alteplase was not noninferior.", "Alteplase was noninferior to the standard."),
    ],
)  # fmt: skip
def test_an_opposite_is_told(claim: str, quote: str) -> None:
    shift = differing_negation(claim, (quote,))
    assert shift is not None
    assert shift.quote == 0


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Zinc might not harm children.", MAY),
        ("Zinc might not shorten colds.", f"{MAY} Zinc might not shorten colds in adults."),
        ("Patients with rickets were not studied.", LEFT_OUT),
        ("Adults with colds were included in the trial.", LEFT_OUT),
        ("Relief was not reached in 36 % of knees.", "Relief was reached in 64% of knees."),
        ("Relief did not differ at 64 %.", "Relief was reached in 64% of knees."),
        ("Foam was significantly faster than gauze.", "Foam was significantly faster than gauze."),
        ("Alteplase was noninferior, not superior.", "Alteplase was noninferior, not superior."),
        ("Whether zinc helps infants is unknown.", "It is not known whether zinc helps infants."),
    ],
)
def test_what_comes_to_the_same_or_is_about_something_else_is_quiet(claim: str, quote: str) -> None:
    assert differing_negation(claim, (quote,)) is None


def test_long_clauses_are_shown_shortened() -> None:
    claim = "Children under two and their older brothers and sisters at home were included in it."
    shift = differing_negation(claim, (claim.replace("included", "not included"),))
    assert shift is not None
    assert shift.ours == "Children under two and their older …"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        # The quote denies something else, which the claim leaves out.
        ("Zinc did not shorten winter colds in Alpine goats by 2 days.",
         "Zinc shortened winter colds in Alpine goats by 2 days, although confounding cannot be "
         "ruled out."),
        ("Zinc did not shorten colds in goats, except in kids.",
         "Zinc shortened colds in goats, except in kids."),
        ("The rash did not occur in 12% of goats, although ticks could not be ruled out as its "
         "cause.",
         "The rash occurred in 12% of goats, although ticks could not be excluded as its cause."),
        ("In goats unable to graze, zinc did not shorten colds by 2 days.",
         "In goats that could not graze, zinc shortened colds by 2 days."),
        ("Zinc lost weight in goats by 2 g.", "Zinc did not lose weight in goats by 2 g."),
        ("Eight weeks of zinc changed colds of goats by 2 days.",
         "Colds of goats were not changed by 2 days after 8 weeks of zinc."),
        ("Zinc lowers the 12-month rate of colds in goats.",
         "The rate of colds at 12 months was not lowered by zinc in goats."),
        ("Harm of zinc to goats is probably not negligible.",
         "Harm of zinc to goats is probably negligible."),
        ("The rash did occur in 12% of goats, unless they were fed.",
         "The rash did not occur in 12% of goats, unless they were fed."),
    ],
)  # fmt: skip
def test_each_denial_is_answered_by_one_only(claim: str, quote: str) -> None:
    assert differing_negation(claim, (quote,)) is not None


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Zinc shortened colds in goats without acetylcholine, but not coughs.",
         "Zinc shortened colds in goats in the absence of acetylcholine, but did not shorten "
         "coughs."),
        ("The dose of zinc did not exceed 24 mg in goats.", "The dose of zinc stayed at 24 mg."),
        ("Zinc must not be given to goats.", "Goats died of zinc."),
        ("Zinc may have shortened colds (6 against 29 days).",
         "Zinc may have shortened colds, at 6 against 29 days without it."),
        ("Horned goats are suitable for zinc.", "Horns are no bar to zinc in goats."),
        ("Zinc is used for no longer than 7 days.", "Zinc is used for 7 days or less."),
        ("In goats unable to graze, zinc shortened colds by 2 days.",
         "In goats that could not graze, zinc shortened colds by 2 days."),
        ("Zinc shortened colds, except in goats.",
         "Zinc shortened colds, except in goats, in whom no shortening was seen."),
        ("Zinc blocked growth of goat cells, except in cells kept under hypoxia.",
         "Zinc blocked growth of goat cells, except in cells kept under hypoxia, where no block "
         "was found."),
    ],
)  # fmt: skip
def test_a_denial_that_is_answered_in_other_words_is_quiet(claim: str, quote: str) -> None:
    assert differing_negation(claim, (quote,)) is None


def test_a_raised_digit_is_read_as_a_number() -> None:
    claim = "Zinc did not raise titres above 10⁶ copies."
    assert differing_negation(claim, ("Zinc raised titres above 10 ⁶ copies.",)) is not None
