"""Names of a claim that its works have not, told by what English hardly ever says."""

import pytest

from evidence.matching.names.foreign_names import WorkWords, foreign_names
from evidence.matching.names.rare_names import is_spelt_out, rare_names
from evidence.matching.names.rare_words import is_rare
from evidence.matching.names.replaced_names import replaced_names
from evidence.matching.names.text_names import TextNames

TEXT = (
    "Gadobutrol in dense breasts. Women with dense breasts were given gadobutrol. With gadobutrol, "
    "MRI had a sensitivity of 95%. The gadobutrol was bought. Venous thromboembolism was rare."
)
QUOTE = "With gadobutrol, MRI had a sensitivity of 95%."


def foreign(claim: str, quote: str = QUOTE, text: str = TEXT) -> list[str]:
    title = "Gadobutrol in dense breasts"
    work = WorkWords([title], TextNames([title, text]))
    return [each.written for each in foreign_names(claim, [quote], work)]


def test_another_substance_than_that_of_the_work_is_told() -> None:
    assert foreign("With gadoterate, MRI had a sensitivity of 95%.") == ["gadoterate"]


@pytest.mark.parametrize(
    "claim",
    [
        "With gadobutrol, MRI had a sensitivity of 95%.",
        "Gadobutrol lengthened the scan, and its sensitivity was unimpaired.",  # words of English
        "With gadobutrol, randomised assays had a sensitivity of 95%.",  # and of every study
        "VTE was seldom seen.",  # which the text spells out
        "The sensitivity was 95% at 3 mg/kg.",
    ],
)
def test_words_that_are_no_names_or_that_the_work_has_are_none(claim: str) -> None:
    quote = "Venous thromboembolism was rare with gadobutrol."
    assert foreign(claim, quote) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("gadobutrol", True), ("Gadobutrols", True), ("gado-butrol", True),
        ("radiochemotherapies", True), ("anti-PD-1", True), ("PD1", True), ("gadoterate", False),
    ],
)  # fmt: skip
def test_a_work_has_a_name_in_any_form_of_its_word(written: str, *, expected: bool) -> None:
    text = "Gadobutrol was given before radio-chemotherapy and anti-PD-1 antibodies."
    assert WorkWords([], TextNames([text])).has(written) is expected


def test_nothing_is_told_where_the_quotes_name_nothing_else() -> None:
    claim = "With gadobutrol, MRI had a sensitivity of 95%, as with gadoterate."
    assert foreign(claim) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("gadoterate", True), ("radiofrequency", True), ("creatine", True),
        ("haemorrhages", False), ("lengthened", False), ("practicable", False),
        ("intravitreal", False), ("placebo", False), ("unrelieved", False),
        ("underlie", False), ("potentiates", False), ("randomization", False),
        ("hospitalisations", False), ("ameliorating", False), ("titrating", False),
    ],
)  # fmt: skip
def test_a_word_is_rare_with_all_that_it_comes_from(word: str, *, expected: bool) -> None:
    assert is_rare(word) is expected


def test_the_names_of_a_sentence_are_rare_words_and_symbols() -> None:
    text = "ROS1-driven tumours took up 5 mg/kg of RU1968 (IC50 4 µM) after pneumonectomy on day 3."
    assert [each.written for each in rare_names(text)] == ["ROS1", "RU1968", "pneumonectomy"]


@pytest.mark.parametrize(
    ("acronym", "text", "expected"),
    [
        ("VTE", "recurrent venous thromboembolism", True),
        ("CSF", "levels in cerebrospinal fluid", True),
        ("NMDA", "the N-methyl-D-aspartate receptor", True),
        ("FLT", "a negative FDG PET scan", False),
    ],
)
def test_an_acronym_is_known_by_the_words_that_it_stands_for(
    acronym: str, text: str, *, expected: bool
) -> None:
    assert is_spelt_out(acronym, text) is expected


@pytest.mark.parametrize(
    ("claim", "quote", "expected"),
    [
        ("In adults with falciparum malaria, one dose cured.",
         "In adults with vivax malaria, a single dose cured.", ("falciparum", "vivax")),
        ("It blocks interleukin-13 release.", "It blocks the release of interleukin-33.",
         ("interleukin-13", "interleukin-33")),
        ("Aminopeptidase N was inhibited.", "It inhibited aminopeptidase A.",
         ("Aminopeptidase N", "aminopeptidase A")),
        ("It lowered accumbal dopamine above all.", "It reduced accumbal serotonin above all.",
         ("dopamine", "serotonin")),
        ("It limits tumour growth in rats.", "It restricts tumour growth in rats.", None),
        ("In malnourished children it helped.", "In children with malnutrition it helped.", None),
        ("Type 3 paralysis was rare.", "Paralysis of type 2 was rare.", ("Type 3", "type 2")),
        ("A CA 125 above 37 U/mL foretold it.", "A CA 19-9 above 37 U/mL foretold it.",
         ("CA 125", "CA 19-9")),
        ("Type 2 paralysis fell.", "Type 1 and 2 paralysis fell.", None),
        ("Serum KL-6 below 7 ng/mL was rare.", "Serum CC16 below 7 ng/mL was rare.",
         ("KL-6", "CC16")),
        ("The CC50 was above 7 µM.", "The IC50 was above 7 µM.", None),
        ("On day 3 a dose of 20 mg was given.", "On day 5 a dose of 40 mg was given.", None),
        ("In adults with vivax malaria, one dose cured.",
         "In adults with vivax malaria, a single dose cured.", None),
    ],
)  # fmt: skip
def test_a_name_in_the_place_of_another(
    claim: str, quote: str, expected: tuple[str, str] | None
) -> None:
    assert list(replaced_names(claim, quote, [quote])) == ([expected] if expected else [])


def test_a_name_that_another_quote_has_replaces_nothing() -> None:
    quotes = ["It blocks the release of interleukin-33.", "Interleukin-13 was lower."]
    assert list(replaced_names("It blocks interleukin-13 release.", quotes[0], quotes)) == []
