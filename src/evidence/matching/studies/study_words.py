"""Words of a work that say in what it was made: of its title, of its abstract, of its methods."""

import re
from typing import Final

from evidence.matching.statements.claim_words import is_preclinical, named_systems
from evidence.model.claim import System

_PEOPLE: Final = (
    r"(?:patients|participants|adults|children|infants|adolescents|women|men|people|individuals|"
    r"outpatients|inpatients|pregnancies|births)"
)
_TRIAL: Final = (
    r"randomi[sz]ed (?:[\w-]+ ){0,4}?(?:trial|study)|placebo-controlled|double-blind(?:ed)?|"
    r"phase (?:[1-4]|I{1,3}V?|IV)[ab]?(?:/(?:[1-4]|I{1,3})[ab]?)?\b|open-label|dose-escalation|"
    r"(?:prospective|retrospective|population-based|birth|nationwide) (?:\w+ )?(?:cohort|study)|"
    r"cohort study|case[- ]control|case (?:report|series)|cross-sectional|real-world|"
    r"clinical trials?|post-?marketing|NCT\d{8}|ISRCTN\d{4,}|EudraCT|ClinicalTrials\.gov"
)
_TITLE_PATIENTS: Final = re.compile(
    rf"\b(?:{_TRIAL}|randomi[sz]ed|pooled (?:\w+ )?analysis of [\w-]*\d|efficacy and safety|"
    r"safety and efficacy|registry|survey|nationwide|patients?|"
    r"(?:adults|children|infants|adolescents|women|men|people|individuals) (?:with|aged|who|at|"
    r"undergoing|receiving|treated)|(?:in|among|for) (?:adults|children|infants|women|men|people|"
    r"humans))\b",
    re.IGNORECASE,
)
_STUDIED_PATIENTS: Final = re.compile(
    rf"\b(?:{_TRIAL}|(?:\d[\d,]*|consecutive|eligible|enrolled) (?:[\w-]+ ){{0,4}}?{_PEOPLE}\b|"
    rf"{_PEOPLE} (?:were|received|had|who|aged|treated)\b|"
    rf"(?:in|among|of) (?:[\w-]+ ){{0,3}}?{_PEOPLE} (?:with|receiving|given|treated|who|aged)\b|"
    r"(?:we )?(?:enrolled|recruited)\b|(?:outcomes?|survival|efficacy|safety) in patients)",
    re.IGNORECASE,
)
_ANIMALS: Final = r"(?:mice|rats|rabbits|dogs|pigs|monkeys|macaques|hamsters|animals)"
_METHODS: Final[dict[System, re.Pattern[str]]] = {
    System.IN_SILICO: re.compile(
        r"\b(?:docking was|molecular dynamics simulations?|simulations were (?:run|performed))\b",
        re.IGNORECASE,
    ),
    System.BIOCHEMICAL: re.compile(
        r"\b(?:(?:kinase|enzyme|binding|radioligand) assays? (?:was|were)|"
        r"recombinant (?:\w+ ){0,3}?(?:kinases?|enzymes?|proteins?) (?:was|were))\b",
        re.IGNORECASE,
    ),
    System.CELL: re.compile(
        r"\b(?:cells|cell lines|hepatocytes|fibroblasts|neurons) were (?:\w+ )?(?:cultured|seeded|"
        r"plated|grown|treated|incubated|maintained|transfected|exposed|obtained)\b",
        re.IGNORECASE,
    ),
    System.EX_VIVO: re.compile(
        r"\b(?:slices|rings|strips|isolated (?:\w+ )?(?:hearts|arteries|tissues)) were\b",
        re.IGNORECASE,
    ),
    System.ANIMAL: re.compile(
        rf"\b(?:{_ANIMALS} (?:\w+ ){{0,3}}?(?:were|was|received|housed|bearing)|"
        r"animal care and use|IACUC|animal experiments? (?:was|were))\b",
        re.IGNORECASE,
    ),
    System.PATIENT: re.compile(
        r"\b(?:NCT\d{8}|ISRCTN\d{4,}|(?:written|gave|provided) informed consent|"
        rf"{_PEOPLE} (?:were|was) (?:\w+ )?(?:enrolled|recruited|randomi[sz]ed|assigned|eligible|"
        r"treated|followed|excluded|included)|we enrolled)\b",
        re.IGNORECASE,
    ),
    System.HEALTHY_VOLUNTEER: re.compile(
        r"\bhealthy (?:\w+ ){0,2}?(?:volunteers|subjects|participants) (?:were|received|took)\b",
        re.IGNORECASE,
    ),
}
# Words of which one must be there, found sooner than the patterns are.
_NEEDED: Final = {
    System.IN_SILICO: ("docking was", "simulations"),
    System.BIOCHEMICAL: ("assay", "recombinant"),
    System.CELL: ("cells were", "lines were", "cytes were", "blasts were", "neurons were"),
    System.EX_VIVO: ("slices were", "rings were", "strips were", "isolated"),
    System.ANIMAL: ("mice", "rats", "rabbits", "dogs", "pigs", "monkeys", "macaques", "hamsters",
                    "animal", "iacuc"),
    System.HEALTHY_VOLUNTEER: ("healthy",),
}  # fmt: skip
_RANDOMISED: Final = re.compile(
    r"\b(?:randomi[sz]ed|random(?:ly)? (?:assigned|allocated|allocation|assignment)|"
    r"placebo-controlled|double-blind)",
    re.IGNORECASE,
)
_OF_RANDOMISED: Final = ("random", "placebo-controlled", "double-blind")
_LONGEST: Final = 1_000_000


def systems_of_title(title: str) -> dict[System, str]:
    """The systems that a title names, each with its first word."""
    found = named_systems(title)
    if System.PATIENT not in found and (told := _TITLE_PATIENTS.search(title)):
        found[System.PATIENT] = told[0]
    if not found and is_preclinical(title):
        found[System.ANIMAL] = "preclinical"
    return found


def systems_of_abstract(abstract: str) -> dict[System, str]:
    """The systems that an abstract says were studied, each with its first word.

    Patients count only where they were studied: `a treatment for patients with` says nothing.
    """
    abstract = abstract[:_LONGEST]
    found = named_systems(abstract)
    found.pop(System.PATIENT, None)
    if told := _STUDIED_PATIENTS.search(abstract):
        found[System.PATIENT] = told[0]
    return found


def systems_of_methods(text: str) -> dict[System, str]:
    """The systems that words of a methods section tell of, each with its first words."""
    text = text[:_LONGEST]
    small = text.lower()
    told = (
        (system, words.search(text))
        for system, words in _METHODS.items()
        if any(word in small for word in _NEEDED.get(system, ("",)))
    )
    return {system: found[0] for system, found in told if found}


def tells_randomisation(text: str) -> bool:
    """Whether the text tells of a random allocation."""
    small = text[:_LONGEST].lower()
    return any(word in small for word in _OF_RANDOMISED) and bool(_RANDOMISED.search(small))
