"""Whom and what works studied, and whether a claim names somebody else."""

import pytest

from evidence.matching.studies.populations import animals_of, populations_of, unnamed_population


def unnamed(claim: str, *texts: str) -> tuple[str, str] | None:
    return unnamed_population(claim, [populations_of(text) for text in texts])


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("In women with gout, flares were rarer.", "Female patients with gout took part."),
        ("Men and women fared alike.", "The mean age was 61 years; 38% were female."),
        ("In men with prostate cancer it works.", "Patients with prostate cancer were treated."),
        ("Children had fewer attacks.", "Boys aged 6 to 11 years. Adults were not studied."),
        ("Adults had fewer flares.", "Patients aged 18 years or older. Children were excluded."),
        ("Adults had fewer flares.", "We enrolled patients. Children were excluded."),
        ("In people over 60 it works.", "Adults aged ≥60 years were included."),
        ("In adolescents weight fell.", "Participants were 12 to 17 years old."),
        ("Older adults fell less.", "Residents of nursing homes, mean age 84 years."),
        ("Newborns had less sepsis.", "Neonates were enrolled; their mothers agreed."),
        ("Healthy volunteers bore 5 mg.", "Healthy Japanese male subjects received it."),
        ("In mice tumours shrank.", "Athymic C57BL/6 animals; patients may benefit."),
        ("In mice it was not tested in women.", "murine cells; men"),
        ("It does not extend to children.", "Adults took part."),
        ("It worked.", "Adults took part."),
        ("Children did well.", "No age is told."),
        ("Monkeys bore it.", "Rhesus macaques and rats received it."),
    ],
)
def test_who_is_told_in_another_way_was_studied(claim: str, text: str) -> None:
    assert unnamed(claim, text) is None


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        ("In 68 men pain fell.", "68 women took part. Men were not studied.", ("men", "women")),
        ("Children relapsed.", "Adults relapsed. We could not study children.",
         ("Children", "Adults")),
        ("In newborns it works.", "Trials in adults agree.", ("newborns", "adults")),
        ("In toddlers it works.", "People aged 13 years or more.", ("toddlers", "aged 13")),
        ("In infants it works.", "They were aged 10 to 17 years.", ("infants", "aged 10 to 17")),
        ("In adults it works.", "Patients younger than 18 years.", ("adults", "younger than 18")),
        ("Of the rats, 12 % died.", "Of the patients, 12% died.", ("rats", "patients")),
        ("In monkeys bone was lost.", "Women lost bone.", ("monkeys", "Women")),
        ("In mice it did.", "Fed C. elegans lived longer.", ("mice", "C. elegans")),
        ("Volunteers slept longer.", "Rats and dogs slept longer.", ("Volunteers", "Rats")),
        ("In pigs it works.", "Stained with anti-pig serum; in rabbits.", ("pigs", "rabbits")),
    ],
)  # fmt: skip
def test_who_is_not_told_of_was_not(claim: str, text: str, expected: tuple[str, str]) -> None:
    assert unnamed(claim, text) == expected


def test_one_of_several_works_is_enough() -> None:
    claim = "It works in rats and dogs."
    assert unnamed(claim, "Wistar rats received it.", "Beagles received it.") is None
    assert unnamed(claim, "Wistar rats received it.", "Patients received it.") is not None


def test_the_animals_are_told_by_their_species() -> None:
    assert animals_of(populations_of("Women; Zucker rats; nude mice")) == ("rat", "mouse")
