"""Species of claims and of quotes."""

import pytest

from evidence.matching.studies.claimed_species import (
    differing_species,
    exchanged_animal,
    is_inferred,
    may_be_of_tissue,
)


@pytest.mark.parametrize(
    ("claim", "quote", "expected"),
    [
        ("Mice slept.", "Rats slept.", ("Mice", "Rats")),
        ("Mice and rats slept.", "Rats slept.", None),
        ("Mice slept.", "Patients slept.", ("Mice", "Patients")),
        ("Patients slept.", "Rats slept.", ("Patients", "Rats")),
        ("Patients may sleep.", "Rats slept.", None),
        ("Patients slept, which may be an effect of the class.", "Rats slept.",
         ("Patients", "Rats")),
        ("Myelin grew in human brain slices.", "Slices from mice grew myelin.",
         ("human brain", "mice")),
        ("It binds the mouse transporter.", "It binds the human transporter.",
         ("mouse", "human")),
        ("It killed rat macrophages, as in adults.", "It killed human macrophages, as in adults.",
         ("rat", "human")),
        ("In human muscle it lasted.", "It lasted in rabbit muscle.", ("human", "rabbit")),
        ("It killed rat macrophages.", "It killed human and rat macrophages.", None),
        ("It binds the human receptor in mice.", "It binds in mice.", None),
        ("They slept.", "Rats slept.", None),
        ("In preterm lambs the duct closed.", "It closed in infants.", ("lambs", "infants")),
        ("The duct closed in lambs.", "The duct of ewes closed.", None),
        ("In patients it fell and may spare kidneys.", "It fell in rats.", ("patients", "rats")),
        ("It fell and may spare patients.", "It fell in rats.", None),
    ],
)  # fmt: skip
def test_differing_species(claim: str, quote: str, expected: tuple[str, str] | None) -> None:
    assert differing_species(claim, quote) == expected


def test_a_hedge_in_another_clause_does_not_make_an_inference() -> None:
    assert is_inferred("The drug could help patients, and mice got better.")
    assert not is_inferred("Patients got better, suggesting an effect.")


def test_one_animal_of_several_is_exchanged() -> None:
    quotes = ("Human, rat and dog enzymes were inhibited.", "")
    assert exchanged_animal("It inhibits the mouse and dog enzymes.", quotes) == ("mouse", "rat")
    assert exchanged_animal("It inhibits the rat enzyme.", quotes) is None
    assert exchanged_animal("It inhibits the mouse enzyme.", quotes) is None


def test_a_quote_that_names_nobody_may_be_of_human_tissue() -> None:
    quotes = ("The channel opened at 2 µM.", "Plasma of dogs held a metabolite.")
    assert may_be_of_tissue("It opens human potassium channels.", quotes)
    assert not may_be_of_tissue("It opens human potassium channels.", quotes[1:])
    assert not may_be_of_tissue("It opens potassium channels in patients.", quotes)
    assert not may_be_of_tissue("It opens potassium channels.", quotes)
