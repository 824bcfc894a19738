"""Claims that cannot both be right."""

import pytest

from evidence.matching.quantities.conflicting import conflicts
from evidence.model.claim import Claim, System, Value
from evidence.model.place import Place


def claim(id: str, text: str, *values: Value, system: System | None = None) -> Claim:
    return Claim(id, text, Place("claims.yaml"), values=values, system=system)


def found(*claims: Claim) -> list[tuple[str, str, str, str]]:
    return [
        (each.earlier.id, each.later.id, each.other.written, each.said.written)
        for each in conflicts(claims)
    ]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Drug X lowered HbA1c by 0.8 %.", "Drug X lowered HbA1c by 8 %.", ("0.8 %", "8 %")),
        ("The half-life was 12 hours.", "The half-life is 12 days.", ("12 hours", "12 days")),
        ("Give 5 mg/kg.", "Give 5 mg/m2.", ("5 mg/kg", "5 mg/m2")),
        (
            "Warfarin caused bleeding in 12 % (95% CI 10–14) of adults.",
            "Warfarin caused bleeding in 22 % (95% CI 20–24) of adults.",
            ("12 %", "22 %"),
        ),
        (
            "The hazard ratio of stroke with apixaban was 0.79.",
            "With apixaban, the hazard ratio of stroke was 0.97.",
            ("0.79", "0.97"),
        ),
        ("13 of 54 patients were cured.", "31 of 54 patients were cured.", ("13", "31")),
    ],
)
def test_the_same_sentence_with_another_number_conflicts(
    first: str, second: str, values: tuple[str, str]
) -> None:
    assert found(claim("a", first), claim("b", second)) == [("a", "b", *values)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fever occurred in 57.4 % of infants.", "Fever occurred in 57 % of infants."),
        ("Fever occurred in over 50 % of infants.", "Fever occurred in 57 % of infants."),
        ("Fever lasted 2 to 4 days.", "Fever lasted 3 days."),
        ("Fever occurred in 57 % of infants.", "Fever occurred in 20 % of adults."),
        ("Fever occurred in 57 % of infants.", "Headache occurred in 20 % of infants."),
        ("Fever occurred in 57 % after dose 1.", "Fever occurred in 20 % after dose 2."),
        ("At 12 weeks 57 % were well.", "At 24 weeks 80 % were well."),
        ("At 12 weeks 57 % were well.", "At 24 weeks 57 % were well."),
        ("Aspirin 75 mg cut events by 10 %.", "Aspirin 150 mg cut events by 20 %."),
        ("In 2010, 57 % smoked.", "In 2020, 20 % smoked."),
        ("In a phase 2 trial 57 % were cured.", "In a phase 3 trial 20 % were cured."),
        ("Mortality rose by 57 %.", "Mortality fell by 20 %."),
        ("Of 54 patients, 57 % were cured.", "Of 90 patients, 20 % were cured."),
        ("57 % were cured (95% CI 43–71).", "57 % were cured."),
        ("Sleep improved.", "Sleep improved."),
    ],
)
def test_another_group_time_dose_or_rounding_is_no_conflict(first: str, second: str) -> None:
    assert found(claim("a", first), claim("b", second)) == []


def test_other_systems_are_not_compared() -> None:
    text = "The half-life was {} hours."
    mice = claim("mice", text.format(2), system=System.ANIMAL)
    assert found(mice, claim("people", text.format(20), system=System.PATIENT)) == []
    assert found(mice, claim("rats", text.format(20), system=System.ANIMAL)) != []


def test_values_of_the_same_name_and_target_conflict() -> None:
    a = claim("a", "Entrectinib inhibits ROS1.", Value("IC50", "7", "nM", "ROS1"))
    b = claim("b", "Entrectinib is active against ROS1.", Value("IC50", "70", "nmol/L", "ROS1"))
    c = claim("c", "Entrectinib acts on ALK.", Value("IC50", "12", "nM", "ALK"))
    d = claim("d", "Crizotinib inhibits ROS1.", Value("IC50", "60", "nM", "ROS1"))
    same = claim("e", "Entrectinib inhibits ROS1.", Value("IC50", "0.007", "µM", "ROS1"))
    assert found(a, c, d, same) == []
    assert found(a, b) == [("a", "b", "7 nM", "70 nmol/L")]


def test_values_told_of_other_groups_do_not_conflict() -> None:
    value = Value("response", "57", "%")
    other = Value("response", "20", "%")
    first = claim("a", "Most lung cancers responded to the drug.", value)
    assert found(first, claim("b", "Few thyroid cancers responded to the drug.", other)) == []


def test_each_claim_conflicts_once_with_the_first_that_says_another() -> None:
    claims = [claim(str(at), f"The half-life was {at} hours.") for at in (2, 20, 200)]
    assert [pair[:2] for pair in found(*claims)] == [("2", "20"), ("2", "200")]


LONG = (
    "In rats with nephritis, {} mg/kg of the drug by mouth for three weeks brought pressure"
    " down from {} to {} mmHg, and the others did not fare better"
)


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ((5, 68, 47), (50, 68, 47), 1),  # a dose copied with its decimal point moved
        ((5, 68, 47), (8, 68, 47), 1),  # another dose, and two results that are the same
        ((5, 68, 47), (8, 68, 40), 0),  # another dose and another result
        ((5, 68, 47), (5, 68, 47), 0),
    ],
)
def test_a_copy_with_another_dose_conflicts_when_the_results_are_the_same(
    first: tuple[int, ...], second: tuple[int, ...], count: int
) -> None:
    assert len(found(claim("a", LONG.format(*first)), claim("b", LONG.format(*second)))) == count
