"""Which words of a sentence are its subjects: sentences of several fields of medicine."""

import pytest

from evidence.matching.names.text_subjects import subjects_in
from evidence.model.synonyms import Synonyms

OURS = Synonyms(
    (
        ("entrectinib", "RXDX-101", "Rozlytrek"),
        ("cannabis extract", "Epidiolex"),
        ("ALK", "CD246"),
    )
)


def told(text: str, synonyms: Synonyms = OURS) -> str:
    """`drug Entrectinib, target ALK`; what is background only stands in parentheses."""
    return ", ".join(
        f"({each.subject.written})"
        if each.is_beside
        else f"{each.subject.kind} {each.subject.written}"
        for each in subjects_in(text, synonyms)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # oncology
        (
            "In EGFR-mutated NSCLC, osimertinib prolonged PFS compared with gefitinib (HR 0.46).",
            "target EGFR, drug osimertinib, comparator gefitinib",
        ),
        (
            "Palbociclib, a CDK4/6 inhibitor, is given to women with HER2-negative disease.",
            "drug Palbociclib, target CDK4, target HER2, target CDK6",
        ),
        ("Pembrolizumab improved OS where the PD-L1 TPS was 50 % or more.",
         "drug Pembrolizumab, target PD-L1"),
        ("It acts on anaplastic lymphoma kinase (ALK), on c-Met and on KM12 cells.",
         "target anaplastic lymphoma kinase, target c-Met"),
        ("NRG1 fusions and the LMNA-NTRK1 fusion were found.", "target NRG1, target NTRK1"),
        ("TRKA/B/C are inhibited.", "target TRKA, target TRKB, target TRKC"),
        # cardiology
        (
            "Apixaban, a factor Xa inhibitor, was superior to warfarin in atrial fibrillation.",
            "drug Apixaban, target factor Xa, comparator warfarin",
        ),
        ("Evolocumab lowered LDL-C by 60 % by binding PCSK9.", "drug Evolocumab, target PCSK9"),
        ("ACE inhibitors reduced mortality in HFrEF.", "target ACE"),
        ("Eight MET-hours a week, or 8 METs, lowered the BMI.", ""),
        # diabetes
        (
            "Added to metformin, dapagliflozin lowered HbA1c more than placebo did.",
            "(metformin), drug dapagliflozin, comparator placebo",
        ),
        ("SGLT2 inhibitors preserve eGFR.", "target SGLT2"),
        ("Insulin resistance and cholesterol fell, except in smokers.", ""),
        # infections
        ("Amoxicillin for 3 days was non-inferior to 8 days of treatment for CAP.",
         "drug Amoxicillin"),
        ("HIV protease inhibitors and SARS-CoV-2 vaccines were used in COVID-19.", ""),
        ("Vancomycin-resistant enterococci and osimertinib-resistant cells grew.", ""),
        # immunology
        ("Ustekinumab binds IL-12/23; secukinumab IL‑17A.",
         "drug Ustekinumab, target IL-12, drug secukinumab, target IL-17A, target IL-23"),
        ("Adalimumab blocks TNF-α; in TNFα-refractory disease it fails.",
         "drug Adalimumab, target TNF-α"),
        # neurology and psychiatry
        ("Risperidone blocks the D2 receptor and 5-HT2A.",
         "drug Risperidone, target D2, target 5-HT2A"),
        ("Carbamazepine induces CYP3A4 in the CNS and across the BBB.",
         "drug Carbamazepine, target CYP3A4"),
        ("Usual care is cheap.", ""),
        ("Grade 3 and 4 events, in groups A and B.", ""),
        # names of other kinds
        ("BAY 59-7939 and AZD9291 differ from RXDX‑101.",
         "drug BAY 59-7939, drug AZD9291, drug RXDX-101"),
        ("In STARTRK-2, ALKA-372-001 and KEYNOTE-024, OS, ORR, CI and IC50 were told.", ""),
        ("Tranexamic acid was given instead of usual care.",
         "drug Tranexamic acid, comparator usual care"),
        ("Survival was longer than with usual care.", "comparator usual care"),
        ("Epidiolex and cannabis extract are one, and so are CD246 and ALK.",
         "drug Epidiolex, target CD246"),
        ("The accepted concept was that children have asthma.", ""),
    ],
)  # fmt: skip
def test_the_subjects_of_a_sentence(text: str, expected: str) -> None:
    assert told(text) == expected


def test_without_the_projects_names_a_brand_is_none() -> None:
    assert told("Epidiolex was given.", Synonyms()) == ""


def test_a_long_hostile_sentence_is_read_at_once() -> None:
    assert told("(A-" * 100_000 + "combination with " * 20_000) == ""
