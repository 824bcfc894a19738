"""Whether a text names a subject: what counts as its name, and what is another name."""

import pytest

from evidence.matching.names.text_names import TextNames
from evidence.matching.names.text_subjects import subjects_in
from evidence.model.synonyms import Synonyms

OURS = Synonyms((("entrectinib", "RXDX-101", "Rozlytrek"),))


def names(text: str, written: str) -> bool:
    """Whether `text` names the first subject of a claim that begins with `written`."""
    mentions = subjects_in(written, OURS)
    assert mentions, f"{written} is no subject"
    return TextNames([text]).has(mentions[0].sought)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("entrectinib", "ENTRECTINIB-treated mice"),
        ("entrectinib", "entrectinib hydrochloride"),
        ("entrectinib", "the compound RXDX 101"),
        ("entrectinib", "Rozlytrek® capsules"),
        ("entrectinib", "the effect of entrec-\ntinib"),
        ("acetaminophen", "a gram of paracetamol"),
        ("salbutamol", "inhaled albuterol"),
        ("aspirin", "acetylsalicylic acid"),
        ("valproic acid", "sodium valproate"),
        ("oestradiol", "estradiol patches"),
        ("IL-17A", "interleukin-17A"),
        ("IL-17A", "interleukin 17"),
        ("IL-17A", "anti-IL17 antibodies"),
        ("IL-17 inhibitors", "IL-17A and IL-17F"),
        ("IL-1", "IL-1β"),
        ("IL-23", "antibodies to IL-12/23"),
        ("TNF-α", "tumour necrosis factor"),
        ("TNF-α", "anti-TNF treatment"),
        ("TNF", "TNFα"),
        ("TRKA", "pan-TRK"),
        ("TRKA", "Pan-Tropomyosin Receptor Kinases (Pan-TRKs)"),
        ("TRKA", "NTRK1 fusions"),
        ("TRKC", "TrkA, B and C"),
        ("IL-4Rα", "the interleukin-4 receptor"),
        ("CYP3A4", "a strong CYP3A inhibitor"),
        ("BRCA1", "germline BRCA mutations"),
        ("GLP-1 receptor", "a GLP-1 RA"),
        ("H2 receptor", "histamine type 2 receptors"),
        ("botulinum toxin A", "onabotulinumtoxinA"),
        ("low-molecular-weight heparin", "LMWH"),
        ("ROS1", "c-ros Oncogene 1 Kinase"),
        ("ALK", "anaplastic lymphoma kinase"),
        ("HER2", "ERBB2 amplification"),
        ("HER2", "human epidermal growth factor receptor type 2"),
        ("PD-L1", "programmed death-ligand 1"),
        ("PD-1", "PDCD1"),
        ("VEGFR-2", "VEGFR-1, -2 and -3"),
        ("FGFR2", "FGFR1–3"),
        ("CDK6", "CDK4/6 inhibitors"),
        ("5-HT2A", "serotonin 2A receptors"),
        ("5-HT3", "5‐HT₃ receptor antagonists"),
        ("SGLT2", "sodium–glucose co-transporter-2"),
        ("factor Xa", "FXa"),
        ("DPP-4", "dipeptidyl peptidase-4"),
        ("ACE", "angiotensin-converting-enzyme inhibitors"),
        ("PPARγ", "PPAR-gamma"),
        ("c-MET", "MET amplification"),
        ("JAK inhibitors", "JAK1 and JAK2"),
        ("WXYK phosphorylation", "the wonderful xenon yellow kinase"),
        ("WXYR2 phosphorylation", "the wonderful xenon yellow receptor 2"),
        ("placebo", "a placebo-controlled trial"),
        ("than with usual care", "a course of standard care"),
    ],
)  # fmt: skip
def test_another_spelling_or_a_known_synonym_names_it(written: str, text: str) -> None:
    assert names(text, written)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("entrectinib", "crizotinib and larotrectinib"),
        ("prednisolone", "methylprednisolone"),
        ("citalopram", "escitalopram"),
        ("ROS1", "reactive oxygen species (ROS)"),
        ("ROS1", "it crosses the barrier"),
        ("IL-1", "IL-17 and IL-12"),
        ("IL-17A", "IL-1 and IL-7"),
        ("IL-4Rα", "IL-5 receptor"),
        ("CYP3A4", "CYP3A5 and CYP2D6"),
        ("EGFR", "EGF and FGFR"),
        ("VEGFR", "VEGF"),
        ("JAK2", "a JAK inhibitor, JAK1"),
        ("TRKA", "TRKB and TRKC"),
        ("HER2", "HER3"),
        ("c-MET", "patients who met the criteria of a meta-analysis"),
        ("ACE", "an ace of hearts"),
        ("PD-1", "PD-L1"),
        ("ALK", "ALKA-372-001"),
        ("factor Xa", "factor XIa"),
        ("5-HT2A", "5-HT2C"),
        ("WXYK phosphorylation", "where xenon was yellow, a part of the kinase"),
        ("placebo", "warfarin"),
    ],
)
def test_another_name_does_not(written: str, text: str) -> None:
    assert not names(text, written)


def test_the_words_before_an_abbreviation_in_the_claim_name_it() -> None:
    (mention,) = subjects_in("It binds myeloid cell leukaemia 1 (MCL1).", OURS)
    assert TextNames(["bound to myeloid cell leukemia 1"]).has(mention.sought)
    assert not TextNames(["bound to myeloid cells in leukemia"]).has(mention.sought)
