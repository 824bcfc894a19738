"""Words that are rare in English: names of substances, germs, cells, operations, instruments."""

import re
from functools import lru_cache
from typing import Final

from spellchecker import SpellChecker, WordFrequency

from evidence.matching.statements.spelling import one_spelling

# How often a word stands in the 76 million occurrences of `the` that pyspellchecker's list was
# counted with; `lengthened` does 208 times, `creatine` 124 times, `radiofrequency` never.
_RARE: Final = 300
_SELDOM: Final = 6_000  # `asbestos`, `serotonin`, but neither `patient` nor `increase`
_PREFIX: Final = re.compile(
    r"^(?:non|un|pre|post|anti|re|over|under|sub|super|inter|intra|multi|bi|mono|poly|micro|hyper|"
    r"hypo|extra|trans|co|neo|peri|per)(?=[a-z]{4})"
)
_PLACE: Final = re.compile(
    r"(?:intra|sub|peri|trans|retro|para|epi|endo|supra|infra|extra|inter)[a-z]+(?:al|ar|ic|ous|ary|ly)"
)
_ENDINGS: Final = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("ed", ""), ("ed", "e"), ("s", ""), ("ing", ""),
    ("ing", "e"), ("ally", ""), ("ly", ""), ("ity", ""), ("er", ""), ("er", "e"), ("ness", ""),
    ("able", ""), ("able", "e"), ("ation", "e"), ("ion", "e"), ("ion", ""), ("al", ""),
)  # fmt: skip
_SHORTEST: Final = 3
# Words of every work of medicine and of any other learned work that are no names, and of which
# films, from whose subtitles the list was counted, have no use. What is derived from them is none,
# either.
_OF_SCIENCE: Final = frozenset({
    "assay", "utero", "vitro", "vivo", "cohort", "placebo", "baseline", "subgroup", "subset",
    "quartile", "tertile", "quintile", "outpatient", "inpatient", "wane", "randomise", "randomize",
    "blinded", "crossover", "prespecified", "adjudicate", "titrate", "titration", "dose", "dosing",
    "regimen", "monotherapy", "comparator", "efficacy", "tolerability", "mortality", "morbidity",
    "incidence", "prevalence", "aetiology", "etiology", "comorbid", "comorbidity", "confounding",
    "confounder", "covariate", "propensity", "censored", "attrition", "adherence", "adherent",
    "refractory", "recurrent", "recurrence", "relapse", "remission", "concomitant", "adjunct",
    "adjunctive", "systemic", "topical", "oral", "intravenous", "intramuscular", "subcutaneous",
    "intrathecal", "percutaneous", "perioperative", "postoperative", "preoperative", "neonatal",
    "perinatal", "antenatal", "postnatal", "paediatric", "pediatric", "geriatric", "preclinical",
    "subclinical", "asymptomatic", "symptomatic", "discontinue", "discontinuation", "attenuate",
    "elicit", "mediate", "downstream", "upstream", "endpoint", "biomarker", "pool", "abate",
    "abrogate", "accrue", "adduce", "ameliorate", "amelioration", "analogous", "antecedent",
    "append", "ascertainment", "attainment", "attenuation", "compensatory", "concordance",
    "concordant", "consequent", "contralateral", "curtail", "deleterious", "delineate",
    "detectable", "discrepant", "durable", "durability", "durably", "elapse", "elucidate",
    "equivalence", "heterogeneous", "heterogeneity", "hypothesise", "hypothesize", "imprecise",
    "longitudinal", "negligible", "negligibly", "detectably", "undetectably", "obviate", "paucity",
    "perceptible", "plausible", "plausibly", "postulate", "potentiate", "potentiation",
    "preponderance", "prophylaxis", "proportionate", "putative", "recur", "recurred", "resumption",
    "reversible", "reversibly", "salutary", "sequelae", "stratify", "stratified", "underlain",
    "underlie", "underpin", "underpinned", "variability", "onefold", "twofold", "threefold",
    "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "hospitalise", "hospitalize",
    "hospitalisation", "hospitalization", "randomisation", "randomization",
})  # fmt: skip


@lru_cache(maxsize=32_768)
def is_rare(word: str) -> bool:
    """Whether a word in small letters is rare, with all that it is derived from, and a name."""
    return _is_name(word, _RARE)


@lru_cache(maxsize=32_768)
def is_seldom(word: str) -> bool:
    """Whether a word in small letters is not frequent, with all that it is derived from: rare ones,
    and those that many know, as `dopamine` and `saline`.
    """
    return _is_name(word, _SELDOM)


def _is_name(word: str, most: int) -> bool:
    if _PLACE.fullmatch(word) or not _forms(word).isdisjoint(_OF_SCIENCE):
        return False
    bare = _PREFIX.sub("", word)
    return _is_rarer(word, most) and (bare == word or _is_rarer(bare, most))


def _is_rarer(word: str, most: int) -> bool:
    return all(_frequencies()[each] < most for each in _forms(word))


def _forms(word: str) -> set[str]:
    """The word in both spellings, and all that it may be derived from."""
    spellings = {word, one_spelling(word)}
    stems = {
        each[: len(each) - len(ending)] + instead
        for each in spellings
        for ending, instead in _ENDINGS
        if each.endswith(ending) and len(each) - len(ending) >= _SHORTEST
    }
    return spellings | stems


@lru_cache(maxsize=1)
def _frequencies() -> WordFrequency:
    """How often words are used; the list is read when it is first asked for."""
    return SpellChecker(language="en").word_frequency
