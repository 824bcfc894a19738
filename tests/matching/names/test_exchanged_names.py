"""Quotes and works that are about another drug, germ or hormone than the claim."""

import pytest

from evidence.matching.names.strains import strains_in
from named_works import claim_of, entry, line, named_in, text_of

TITLE = "Apixaban in atrial fibrillation"


def instead(claim: str, *quotes: str, text: str = "A text.", title: str = "") -> list[str]:
    lines = [line(quote=quote) for quote in quotes]
    naming = named_in(entry(title=title), text_of(text)).naming(claim_of(claim, *lines))
    return [f"{each.subject.written} / {each.instead}" for each in naming.exchanged]


@pytest.mark.parametrize(
    ("claim", "quote", "expected"),
    [
        # one name beside the same number
        ("The AXL inhibitor halved growth at 4.4 nM.",
         "It inhibited MET at 4.4 nM. AXL was spared.", "AXL / MET"),
        ("The AXL inhibitor halved growth at 4.4 nM.",
         "It inhibited AXL at 4.4 nM. MET was spared.", ""),
        ("The AXL inhibitor halved growth at 4.4 nM.", "AXL and MET were hit at 4.4 nM.", ""),
        ("Titres to serotype 3 fell by 12.5%.",
         "titres to serotypes 3 and 19A rose, but those to serotype 7 fell by 12.5%",
         "serotype 3 / serotype 7"),
        ("Titres to serotypes 3 and 7 fell by 12.5%.", "those to serotype 7 fell by 12.5%", ""),
        # another number of one family in the same place
        ("CDK4 might be the main target.", "in mice CDK6 might be the main target", "CDK4 / CDK6"),
        ("CDK4 might be the main target.", "in mice ALK might be the main target", ""),
        ("CDK4 might be the main target.", "CDK6 was spared by the main target", ""),
        # the only one of its kind on both sides
        ("Leptin fell in fasting women.", "adiponectin fell on the third day",
         "Leptin / adiponectin"),
        ("Leptin and ghrelin fell.", "adiponectin fell on the third day", ""),
        ("Carbapenems cured it.", "oral beta-lactams were as good", ""),
        ("Statins cured it.", "oral beta-lactams were as good", "Statins / beta-lactams"),
        ("A conjugate typhoid vaccine protects.", "the live typhoid vaccine protected",
         "conjugate / live"),
        ("A live conjugate vaccine protects.", "the live vaccine protected", ""),
        ("Immunity to hepatitis A lasts.", "antibodies to hepatitis B were kept",
         "hepatitis A / hepatitis B"),
        ("Influenza A was rarer.", "serogroup B was found", ""),
        # what stands for a drug, and what does not
        ("Efavirenz falls.", "the trough of dolutegravir before preventive treatment",
         "Efavirenz / dolutegravir"),
        ("Efavirenz falls.", "the drug lowered dolutegravir", ""),
        ("Efavirenz falls.", "it fell when dolutegravir was given", ""),
        ("Suvorexant binds.", "VRX-228 displaced a ligand of OX2 receptors; its Ki was 3 nM",
         "Suvorexant / VRX-228"),
        ("Suvorexant helps.", "Sleep was longer than with zolpidem.", ""),
    ],
)  # fmt: skip
def test_what_a_quote_names_instead(claim: str, quote: str, expected: str) -> None:
    assert instead(claim, quote) == ([expected] if expected else [])


def test_another_quote_may_name_it() -> None:
    claim = "Efavirenz falls."
    quotes = ("the trough of dolutegravir", "efavirenz was not measured")
    assert instead(claim, *quotes) == []
    assert instead("Immunity to hepatitis A lasts.", "to hepatitis B", "to hepatitis A") == []


def test_two_names_that_the_work_gives_to_one_drug_are_not_exchanged() -> None:
    quote = "AZD9291 slowed growth"
    text = f"Osimertinib, formerly known as AZD9291, was given. {quote}."
    assert instead("Osimertinib slows growth.", quote, text=text) == []
    assert instead("Osimertinib slows growth.", quote) == ["Osimertinib / AZD9291"]


QUOTE = "Bleeding was rarer in the first year."
PASSING = "Apixaban was given. Dabigatran was not allowed. " + QUOTE


def test_a_work_may_be_about_another_drug_than_the_claim() -> None:
    claim = "Dabigatran made bleeding rarer."
    assert instead(claim, QUOTE, text=PASSING, title=TITLE) == ["Dabigatran / Apixaban"]
    often = PASSING + " Apixaban was stopped." * 3
    assert instead(claim, QUOTE, text=often) == ["Dabigatran / Apixaban"]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Dabigatran made bleeding rarer.", PASSING),  # and no title: it is named once
        ("Apixaban made bleeding rarer than dabigatran.", PASSING),
        ("Dabigatran made bleeding rarer.", PASSING + " Dabigatran is older." * 4),
        ("Bleeding was rarer than with a placebo.", PASSING + " Apixaban was stopped." * 3),
    ],
)
def test_a_work_that_is_about_the_drug_of_the_claim_is_left_alone(claim: str, text: str) -> None:
    assert instead(claim, QUOTE, text=text) == []


def test_a_work_without_a_quote_is_not_asked_what_it_is_about() -> None:
    assert instead("Dabigatran made bleeding rarer.", text=PASSING, title=TITLE) == []


@pytest.mark.parametrize(
    ("text", "strains"),
    [
        ("against serogroups A, C, W and Y", "A C W Y"),
        ("hepatitis B virus, hepatitis C", "B C"),
        ("influenza A and B", "A B"),
        ("genotype 1 and 4.5 mg", ""),
        ("hepatitis A/B vaccines", "A B"),
        ("influenza in winter", ""),
    ],
)
def test_strains_in_a_row(text: str, strains: str) -> None:
    assert [each.subject.written.split()[-1] for each in strains_in(text)] == strains.split()
