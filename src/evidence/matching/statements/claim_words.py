"""Words of a statement that decide of what type its claim is, and in what system it was found.

Where no word decides, or two contradict each other, nothing is said.
"""

import re
from typing import Final

from evidence.model.claim import ClaimType, System

_SYSTEM_WORDS: Final[dict[System, re.Pattern[str]]] = {
    System.IN_SILICO: re.compile(
        r"\b(?:in[ -]silico|molecular (?:docking|dynamics)|docking (?:stud(?:y|ies)|simulations?)|"
        r"computational model(?:s|ling|ing)?)\b",
        re.IGNORECASE,
    ),
    System.BIOCHEMICAL: re.compile(
        r"\b(?:(?:kinase|enzyme|enzymatic|biochemical|binding|radioligand) assays?|cell-free|"
        r"recombinant (?:\w+ ){0,2}?(?:kinases?|enzymes?|proteins?)|purified (?:\w+ ){0,2}?"
        r"(?:kinases?|enzymes?|proteins?)|(?:(?:kinase|enzyme|enzymatic) (?:activity|inhibition)|"
        r"inhibition of (?:\w+ )?(?:kinases?|enzymes?))\b[^.;]{0,80}?\b(?:IC50|Ki)\b|"
        r"(?:IC50|Ki)\b[^.;]{0,80}?\b(?:kinase|enzyme|enzymatic) "
        r"(?:activity|inhibition))\b",
        re.IGNORECASE,
    ),
    System.CELL: re.compile(
        r"\b(?:in[ -]vitro|cell[ -]lines?|cell cultures?|cultured (?:\w+ ){0,2}?(?:cells|"
        r"hepatocytes|neurons|fibroblasts|myocytes))\b",
        re.IGNORECASE,
    ),
    System.EX_VIVO: re.compile(
        r"\b(?:ex[ -]vivo|organ baths?|isolated (?:perfused )?(?:hearts?|lungs?|kidneys?|livers?|"
        r"arter(?:y|ies)|tissues?)|tissue slices?|extracted (?:\w+ )?teeth|cadavers?)\b",
        re.IGNORECASE,
    ),
    System.ANIMAL: re.compile(
        r"\b(?:mice|mouse|murine|rats?|rodents?|hamsters?|guinea[ -]pigs?|rabbits?|dogs?|beagles?|"
        r"monkeys?|macaques?|non-?human primates?|minipigs?|zebrafish|xenografts?|"
        r"animal (?:models?|stud(?:y|ies)|species)|(?:laboratory|in|to) animals|"
        r"animals (?:treated|given))\b",
        re.IGNORECASE,
    ),
    System.HEALTHY_VOLUNTEER: re.compile(
        r"\bhealthy (?:\w+ ){0,2}?(?:volunteers?|subjects?|participants?|adults?|men|women)\b",
        re.IGNORECASE,
    ),
    System.PATIENT: re.compile(
        r"\b(?:patients?|participants?|clinical trials?|randomi[sz]ed (?:\w+[ -]){0,3}?trials?|"
        r"phase (?:[1-4]|I{1,3}V?|IV)[ab]?(?:/(?:[1-4]|I{1,3}))? (?:\w+ )?"
        r"(?:trials?|stud(?:y|ies))|outpatients?|inpatients?)\b",
        re.IGNORECASE,
    ),
}
_PRECLINICAL: Final = re.compile(
    r"\b(?:pre-?clinical (?:stud(?:y|ies)|models?|data|work|experiments?|species|evidence|"
    r"research|investigations?|in[ -]vivo)|(?:in[ -]vivo|tumou?r) pre-?clinical|preclinically)\b",
    re.IGNORECASE,
)
_CELLS: Final = re.compile(
    r"\b(?:cells?(?! (?:lung|carcinoma|disease|an[a]?emia|lymphoma))|cultured|neurons?|\w+cytes?|"
    r"\w+blasts?)\b",
    re.IGNORECASE,
)
# What names the origin of a model, and not in what something was found.
_ORIGIN: Final = re.compile(
    r"\b(?:patient|cell(?:[ -]line)?)[ -]derived\b|\bhuman (?:tumou?r )?(?=xenograft)|"
    r"\b(?:anti-?)?(?:mouse|rat|rabbit) (?:anti|monoclonal|polyclonal|antibod)\w*",
    re.IGNORECASE,
)
_NOT_STUDIED: Final = re.compile(
    r"\b(?:(?:not|never|neither)(?: yet)? (?:been )?(?:\w+ly )?(?:studied|tested|evaluated|"
    r"investigated|established|examined|assessed|confirmed|shown)|"
    r"(?:un(?:known|clear|tested|studied)|no (?:\w+ )?(?:data|evidence|studies|trials)|"
    r"lack(?:ing)? (?:of )?(?:\w+ )?(?:data|evidence)|whether|unlike|in contrast to))\b",
    re.IGNORECASE,
)

_TYPE_WORDS: Final[dict[ClaimType, re.Pattern[str]]] = {
    ClaimType.MECHANISM: re.compile(
        r"\b(?:mechanisms? of action|(?:selective|potent|competitive|irreversible|reversible|"
        r"allosteric|covalent|oral) (?:\w+ ){0,2}?(?:inhibitor|agonist|antagonist|blocker) of|"
        r"acts? (?:by|through|via)|binds? to the)\b",
        re.IGNORECASE,
    ),
    ClaimType.PHARMACODYNAMIC: re.compile(
        r"\b(?:IC50|EC50|Ki|Kd|(?:[Aa]uto)?[Pp]hosphorylation|[Rr]eceptor occupancy|"
        r"[Tt]arget engagement|[Kk]inase activity|[Pp]latelet aggregation)\b",
    ),
    ClaimType.PHARMACOKINETIC: re.compile(
        r"\b(?:(?:cross(?:es|ed|ing)?|penetrat(?:e|es|ed|ing|ion)|permeat(?:e|es|ed|ing)|"
        r"pass(?:es|ed)?(?: through)?)(?: \w+){0,3}? (?:the )?(?:blood[-‐‑–— ]brain barrier|"
        r"placenta|BBB|brain|CNS|central nervous system)|blood[-‐‑–— ]brain barrier penetration|"
        r"(?:brain|CNS) penetration|half-life|bioavailab(?:ility|le)|Cmax|tmax|AUC0\S*|"
        r"(?:plasma|serum) (?:peak|trough|drug) (?:concentrations?|levels?)|"
        r"(?:peak|trough|maximum) (?:plasma |serum )(?:concentrations?|levels?)|"
        r"(?:plasma|serum) protein binding|"
        r"volume of distribution|(?:renal|hepatic|oral|total) clearance|"
        r"(?:metaboli[sz]ed|excreted|eliminated|absorbed) (?:\w+ )?(?:by|in|via|from|through)|"
        r"pharmacokinetics?|steady[ -]state)\b",
        re.IGNORECASE,
    ),
    ClaimType.EFFICACY: re.compile(
        r"\b(?:(?:overall|progression-free|disease-free|event-free|relapse-free) survival|"
        r"(?:objective|overall|complete|partial|intracranial) (?:response|remission)s?(?: rates?)?|"
        r"(?:complete|partial) (?:\w+ )?regressions?|tumou?r (?:regressions?|shrinkage|growth "
        r"inhibition)|tumou?rs? (?:\w+ )?regress(?:ed|es)|efficac(?:y|ious)|"
        r"(?:reduc|lower|decreas)\w* (?:\w+ ){0,3}?mortality|HbA1c|symptom relief|pain relief)\b",
        re.IGNORECASE,
    ),
    ClaimType.SAFETY: re.compile(
        r"\b(?:adverse (?:events?|effects?|reactions?)|side[ -]effects?|toxicit(?:y|ies)|"
        r"(?:well|poorly) tolerated|tolerability|hepatotoxic\w*|cardiotoxic\w*|nephrotoxic\w*|"
        r"QTc?(?:[ -]interval)? prolongation|prolong\w* (?:the )?QT\w*|contraindicated|"
        r"maximum tolerated dose|dose-limiting|hypersensitivity reactions?)\b",
        re.IGNORECASE,
    ),
    ClaimType.COMPARATIVE: re.compile(
        r"\b(?:compared (?:with|to)|versus|vs\.?|(?:non-?inferior|superior|inferior|equivalent) to|"
        r"than (?:with )?(?:placebo|standard|usual care|control)|relative to placebo)(?![\w])",
        re.IGNORECASE,
    ),
    ClaimType.EPIDEMIOLOGY: re.compile(
        r"\b(?:prevalence|incidence (?:rates? )?(?:of|in|per|is|was)|epidemiolog\w+|"
        r"per 100[, ]?000 (?:people|persons?|person-years|inhabitants|population|live births)|"
        r"(?:accounts? for|occurs? in) (?:about |approximately |up to )?\d[\d.]*(?:[-–]\d+)?\s?% "
        r"of (?:all )?(?:cases|cancers|deaths|patients))\b",
        re.IGNORECASE,
    ),
    ClaimType.ECONOMIC: re.compile(
        r"\b(?:cost[- ]effective(?:ness)?|QALYs?|quality-adjusted life[- ]years?|"
        r"incremental cost\S*|health-?care costs?|budget impact|cost savings?|"
        r"willingness to pay)\b",
        re.IGNORECASE,
    ),
}
_LONGEST: Final = 2_000


def claim_type(text: str) -> ClaimType | None:
    """The one type that words of the statement name; None where none does or two do.

    That a claim is an inference cannot be told from its words alone: others cite for `may` too.
    """
    found = [each for each, words in _TYPE_WORDS.items() if words.search(text[:_LONGEST])]
    return found[0] if len(found) == 1 else None


def claim_system(text: str) -> System | None:
    """The one system that words of the statement name; None where none does or two do.

    `preclinical` is an animal's unless another word says in what the work was done. A statement
    that something was not studied, or says what differs from it, decides nothing.
    """
    text = _ORIGIN.sub(" ", text[:_LONGEST])
    if _NOT_STUDIED.search(text):
        return None
    found = set(named_systems(text))
    if System.BIOCHEMICAL in found:  # an assay of an enzyme `in vitro` has no cells
        found -= {System.CELL} if not re.search(r"\bcell", text, re.IGNORECASE) else set()
    elif found == {System.CELL} and not _CELLS.search(text):
        return None  # `in vitro` alone: in plasma, with a protein, on bacteria
    if is_preclinical(text):
        return _of_preclinical(found)
    return found.pop() if len(found) == 1 else None


def named_systems(text: str) -> dict[System, str]:
    """Every system that words of the text name, in the order of `System`, each with the first of
    its words. What a model or a reagent comes from does not count.
    """
    text = _ORIGIN.sub(" ", text)
    healthy = _SYSTEM_WORDS[System.HEALTHY_VOLUNTEER]
    rest = healthy.sub(" ", text)  # healthy participants are no patients
    told = {
        system: words.search(text if words is healthy else rest)
        for system, words in _SYSTEM_WORDS.items()
    }
    return {system: found[0] for system, found in told.items() if found}


def is_preclinical(text: str) -> bool:
    """Whether the text speaks of preclinical work by that word."""
    return bool(_PRECLINICAL.search(text))


def _of_preclinical(found: set[System]) -> System | None:
    """The system of preclinical work, which is no person's."""
    if not found:
        return System.ANIMAL
    system = found.pop() if len(found) == 1 else None
    return None if system in (System.PATIENT, System.HEALTHY_VOLUNTEER) else system
