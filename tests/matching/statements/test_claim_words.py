"""The words that decide of what type a claim is, and in what system it was found."""

import pytest

from evidence.matching.statements.claim_words import claim_system, claim_type


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("Preclinical studies have shown that it crosses the blood–brain barrier.", "animal"),
        ("In mice the tumours shrank.", "animal"),
        ("Given to animals, it lowered blood pressure.", "animal"),
        ("Rats given the compound gained weight.", "animal"),
        ("Growth of patient-derived xenografts was inhibited.", "animal"),
        ("Cell line-derived xenografts regressed.", "animal"),
        ("Preclinical in vivo work found no toxicity in dogs.", "animal"),
        ("It killed hepatoma cells in vitro.", "cell"),
        ("Cultured neurons took it up in vitro.", "cell"),
        ("Proliferation of three melanoma cell lines was reduced.", "cell"),
        ("Preclinical studies in cell lines found a synergy.", "cell"),
        ("In a kinase assay, JAK2 was inhibited.", "biochemical"),
        ("Inhibition of kinase activity: IC50 3 nmol/L for ABL.", "biochemical"),
        ("Inhibition of tyrosine kinases by the drug: Ki 3 nM for ABL.", "biochemical"),
        ("The recombinant human enzyme was inhibited in vitro.", "biochemical"),
        ("Docking studies predict binding to the hinge.", "in-silico"),
        ("Isolated perfused hearts beat faster.", "ex-vivo"),
        ("In healthy male volunteers the half-life was 4 hours.", "healthy-volunteer"),
        ("Clearance was lower in healthy elderly participants.", "healthy-volunteer"),
        ("Pain was relieved in 40 patients.", "patient"),
        ("A randomised controlled trial found no benefit.", "patient"),
        ("A phase II study met its endpoint.", "patient"),
    ],
)
def test_words_decide_the_system(text: str, system: str) -> None:
    assert claim_system(text) == system


@pytest.mark.parametrize(
    "text",
    [
        "The drug inhibits ALK and ROS1.",
        "It was active in mice and in patients.",
        "It was active in vitro and in rats.",
        "It has not been studied in patients.",
        "Whether mice are a good model is unclear.",
        "Unlike rats, humans lack this enzyme.",
        "Complete inhibition was found in vivo.",
        "Plasma protein binding in vitro was 96%.",
        "In vitro it killed isolates from non-small cell carcinoma units.",
        "Preclinical work in vitro found no toxicity of the drug.",
        "Preclinical studies led to trials in patients.",
        "It binds the mouse monoclonal antibody.",
        "The preclinical phase of the disease lasts for years.",
        "No data exist for patients with renal failure.",
    ],
)
def test_nothing_is_said_where_no_word_or_two_words_decide(text: str) -> None:
    assert claim_system(text) is None


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("It is a selective inhibitor of JAK2.", "mechanism"),
        ("The IC50 for ABL was 3 nM.", "pharmacodynamic"),
        ("Phosphorylation of STAT5 was blocked.", "pharmacodynamic"),
        ("The compound can cross the blood-brain barrier.", "pharmacokinetic"),
        ("It passes through the blood–brain barrier.", "pharmacokinetic"),
        ("It penetrates poorly into the CNS.", "pharmacokinetic"),
        ("Oral bioavailability is 60%.", "pharmacokinetic"),
        ("Peak plasma concentrations were reached within an hour.", "pharmacokinetic"),
        ("Plasma protein binding was 96%.", "pharmacokinetic"),
        ("It is mainly excreted in urine.", "pharmacokinetic"),
        ("Overall survival was 14 months.", "efficacy"),
        ("Complete tumour regression was seen.", "efficacy"),
        ("The commonest adverse events were nausea and rash.", "safety"),
        ("It was well tolerated.", "safety"),
        ("Pain scores were lower than with placebo.", "comparative"),
        ("The prevalence of gout is rising.", "epidemiology"),
        ("Screening was cost-effective.", "economic"),
    ],
)
def test_words_decide_the_type(text: str, type: str) -> None:
    assert claim_type(text) == type


@pytest.mark.parametrize(
    "text",
    [
        "The drug inhibits ALK and ROS1.",
        "Overall survival was longer than with placebo.",  # efficacy or comparative
        "The incidence of adverse events was 3%.",  # epidemiology or safety
        "Serum levels of urate fell in gout.",
        "It may act on brain tumours.",  # an inference or a cited hedge
    ],
)
def test_no_type_is_said_where_none_or_two_are_named(text: str) -> None:
    assert claim_type(text) is None
