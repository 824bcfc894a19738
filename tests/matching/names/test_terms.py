"""Classes of drugs, salts, hormones and germs: which a claim names, and which a work lacks."""

import pytest

from evidence.matching.names.terms import terms_in
from evidence.matching.names.text_names import TextNames
from evidence.model.synonyms import Synonyms


def told(text: str) -> str:
    found = terms_in(text, Synonyms())
    return ", ".join(f"{each.subject.kind} {each.subject.written}" for each in found)


def missing(claim: str, text: str) -> list[str]:
    names = TextNames([text])
    return [t.subject.written for t in terms_in(claim, Synonyms()) if t.is_missing(names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Topical corticosteroids and antihistamines relieve itch.",
         "class corticosteroids, class antihistamines"),
        ("ACE inhibitors lower it more than thiazides.", "class ACE inhibitors, class thiazides"),
        ("Steroids, also glucocorticoids, were stopped.", "class Steroids"),
        ("Non-opioid care was given.", ""),
        ("Potassium citrate prevents stones.", "substance citrate, substance Potassium"),
        ("Sildenafil citrate was given.", ""),
        ("It blocks potassium channels and calcium entry.", ""),
        ("Leptin and insulin rose; insulin-like growth factor did not.",
         "hormone Leptin, hormone insulin"),
        ("E. coli and Klebsiella pneumoniae grew, Candida did not.",
         "organism E. coli, organism Klebsiella pneumoniae, organism Candida"),
        ("A motilin-receptor agonist empties the stomach.",
         "hormone motilin"),
        ("A relaxin-receptor agonist works.", "receptor relaxin-receptor"),
        ("These receptors and cell surface receptors differ.", ""),
        ("GluA1 and Hsp7 were found by FEV1 and PHQ-9 at IC50.", "member GluA1, member Hsp7"),
        ("Nav1.7 is a channel, and CDK4 is known.", ""),
        ("A live attenuated influenza vaccine; live births.",
         "vaccine live attenuated, organism influenza"),
    ],
)  # fmt: skip
def test_the_terms_of_a_sentence(text: str, expected: str) -> None:
    assert set(told(text).split(", ")) == set(expected.split(", "))


@pytest.mark.parametrize(
    ("claim", "text", "lacks"),
    [
        ("Corticosteroids help.", "Ibuprofen was given.", "Corticosteroids"),
        ("Corticosteroids help.", "Prednisolone was given.", ""),
        ("Beta-lactams cure it.", "Oral cefalexin was given.", ""),
        ("Fluoroquinolones cure it.", "Oral cefalexin was given.", "Fluoroquinolones"),
        ("Bicarbonate raises pH.", "Oral citrate was given.", "Bicarbonate"),
        ("Potassium rose.", "Hyperkalaemia was frequent.", ""),
        ("Leptin fell.", "Adiponectin fell.", "Leptin"),
        ("Pneumocystis was rare.", "PJP was rare.", ""),
        ("Listeria was rare.", "PJP was rare.", "Listeria"),
        # For a receptor and a numbered protein, another of the kind must be there.
        ("A relaxin receptor agonist works.", "The apelin receptor was blocked.",
         "relaxin receptor"),
        ("A relaxin receptor agonist works.", "These receptors and other receptors matter.", ""),
        ("Abc7 binds.", "Abc5 binds.", "Abc7"),
        ("Abc7 binds.", "The protein binds.", ""),
        # factors and complexes by their Roman numbers
        ("Lack of factor XII does no harm.", "Factor XI was lowered.", "factor XII"),
        ("Lack of factor XII does no harm.", "Factor XI and FXIIa were lowered.", ""),
        ("Block of complex IV kills.", "Complex I was blocked.", "complex IV"),
        ("Block of complex IV kills.", "The enzyme was blocked.", ""),
        # words that end as substances do
        ("Itch fell with crotamiton and hydroxyvastine.", "Itch fell.", "hydroxyvastine"),
        ("Peonidin turns red.", "The petals were blue.", "Peonidin"),
        ("Peonidin turns red.", "Peonidins and delphinidins were seen.", ""),
        ("It turned red with peonidin.", "Peoni-derived dye was seen.", ""),
        ("Sleep fell by a margin and again within a routine.", "Sleep was short.", ""),
        ("Patients with Hodgkin lymphoma and Franklin scores.", "Sleep was short.", ""),
        ("The uterine and bovine tissue of saline controls.", "Sleep was short.", ""),
        ("Abc7 binds.", "Abc-7a and Abc5 bind.", ""),
    ],
)  # fmt: skip
def test_what_a_work_does_not_name(claim: str, text: str, lacks: str) -> None:
    assert missing(claim, text) == ([lacks] if lacks else [])


def test_what_the_synonyms_know_is_no_term() -> None:
    ours = Synonyms((("Abc7", "XYZ"),))
    assert terms_in("Abc7 binds.", ours) == ()
