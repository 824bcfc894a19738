"""What a claim names beside drugs and targets: classes of drugs, salts, hormones, germs, and
words that end as the names of substances do.

Of these a work need not use the claim's own word. They count as missing only where nothing in the
work tells of them and, for a receptor or a numbered protein, where it names another one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final

from evidence.matching.names.drug_names import is_drug_name
from evidence.matching.names.folded_names import name_key
from evidence.matching.names.general_words import is_substance_like
from evidence.matching.names.sought import Sought, sought
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.names.synonyms import names_by_key
from evidence.matching.names.target_names import is_target_symbol
from evidence.matching.names.term_lexicon import (
    CLASSES,
    HORMONES,
    ORGANISMS,
    SUBSTANCES,
    VACCINES,
)
from evidence.matching.names.text_names import TextNames
from evidence.matching.names.text_subjects import Mention
from evidence.matching.statements.sentence_words import CACHE, LONGEST
from evidence.model.synonyms import Synonyms

_WORD: Final = re.compile(r"[^\W_]+")
_JOINT: Final = re.compile(r"[-./ ‐‑]{1,2}")
_DENIED: Final = re.compile(r"\bnon[- ]$", re.IGNORECASE)
_NO_SUBSTANCE: Final = re.compile(
    r"[- ](?:(?:ion )?channels?|(?:co)?transport\w*|pumps?|exchang\w*|currents?|binding|signal\w*"
    r"|sens\w+|entry|influx|lowering)\b"
)
_BEFORE_VACCINE: Final = re.compile(r"[- ](?:[\w-]+ ){0,3}vaccin", re.IGNORECASE)
_MOST_WORDS: Final = 5
_RECEPTOR: Final = re.compile(r"\b(?P<name>[A-Za-z][a-z]{4,})[- ]receptors?\b")
_ANY_RECEPTOR: Final = re.compile(r"[a-z]{5,}receptors?")
_OF_MANY: Final = frozenset({
    "nuclear", "coupled", "surface", "membrane", "specific", "selective", "hormone", "factor",
    "peptide", "protein", "soluble", "other", "these", "those", "their", "which", "between",
    "several", "human", "mouse", "murine", "cardiac", "renal", "brain", "target", "steroid",
    "ligand", "antigen", "scavenger", "death", "pattern", "chimeric", "sensory", "stretch",
    "chemokine", "cytokine", "virus", "viral", "tumour", "tumor", "entry", "peripheral", "central",
    "postsynaptic", "presynaptic", "kinase", "tyrosine", "activated", "triple", "double", "single",
    "adrenergic", "cholinergic", "purinergic", "glutamate", "incretin", "dopaminergic",
    "positive", "negative", "through", "against", "of", "different", "orphan",
})  # fmt: skip
_MEMBER: Final = re.compile(
    r"(?<![\w-])(?P<family>[A-Z][A-Za-z]{1,5})-?(?P<number>\d{1,2}[A-Z]?)(?!\w|\.\d)"
)
# What is measured, a scale, a time, a place in a genome: another number is no other protein.
_NO_FAMILIES: Final = re.compile(
    r"AUC|IC|EC|ED|LD|GI|TD|CC|CO|SO|NO|PM|Ki|Kd|pH|VO|PO|PCO|SaO|EtCO|MIC|EQ|SF|PHQ|GAD|HAM|HAMD|MADRS|ACR|PASI|EASI|ASAS|DAS|CDAI|QLQ|FEV|FVC|DLCO|PFS|OS|CT"
    r"|PCV|MEN|MenB|COVID|SARS|NCT|Day|Week|Month|Table|Fig|Figure|Phase|Grade|Stage|Type|Vol|Age"
    r"|Top|Ref|Version|SPF|UVB|UVA|LDL|HDL|HOMA|UPDRS|EDSS|WHO|ICD|DSM|CRP|BMI|QTc|SpO|PaO|FiO|PaCO"
    r"|Cohort|Part|Arm|Group|Step|Level|Score|Dose|Box|Suppl|KDIGO|CKD|NYHA|Exon|Chr|Gen|MDR|XDR",
    re.IGNORECASE,
)


_ROMAN_MEMBER: Final = re.compile(
    r"\b(?P<family>[Ff]actor|[Cc]omplex) (?P<number>(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}))a?\b"
)
# Where a sentence names what was given: at its beginning, or behind one of these words.
_SUBSTANCE: Final = re.compile(
    r"(?:(?:\A|(?<=[.;:] ))(?=[A-Z])|\b(?:with|of|on|versus|vs\.?|than|to|by|for|given|giving"
    r"|receiving|received|taking|took|adding|added|and|or|oral|intravenous|topical|subcutaneous|inhaled|daily|weekly"
    r"|against|from|plus|after|under|while|whereas|that|which|low-dose|high-dose|ferric"
    r"|ferrous) (?=[a-z]))"
    r"(?P<name>[A-Za-z][a-z]{5,})\b(?!-)"
)
_BEGINNING: Final = 5  # letters that words of one family have in common


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a claim as it is looked for, and the pattern of others of its kind in a text."""

    sought: Sought
    others: re.Pattern[str] | None = None

    @property
    def subject(self) -> Subject:
        """The term as the claim writes it."""
        return self.sought.subject

    @property
    def mention(self) -> Mention:
        """The term without its place."""
        return Mention(self.sought, 0, 0)

    def is_missing(self, names: TextNames) -> bool:
        """Whether a work does not have it, though it names others of the kind where that is asked
        for.
        """
        if names.has(self.sought):
            return False
        if self.others is None:
            return True
        others = names.matching(self.others)
        return any(key.removesuffix("s").removesuffix("receptor") not in _OF_MANY for key in others)


@lru_cache(maxsize=CACHE)
def terms_in(text: str, synonyms: Synonyms) -> tuple[Term, ...]:
    """The terms of a sentence, each thing once; what the synonyms know as a target is none."""
    line = text[:LONGEST]
    found: dict[frozenset[str], Term] = {}
    parts = (
        _listed(line),
        _receptors(line),
        _members(line),
        _roman_members(line),
        _substances(line),
    )
    for each in chain.from_iterable(parts):
        if name_key(each.subject.written) not in names_by_key(synonyms):
            found.setdefault(each.sought.names, each)
    return tuple(found.values())


def _listed(text: str) -> Iterator[Term]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        taken = 1
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            row = words[at : at + count]
            start, end = row[0].start(), row[-1].end()
            known = _by_key().get(name_key(text[start:end]))
            if known and all(_JOINT.fullmatch(text, a.end(), b.start()) for a, b in pairwise(row)):
                before = words[at - 1][0] if at else ""
                if not _is_other(known, text, start, end, before):
                    written = Subject(text[start:end], known.subject.kind)
                    yield Term(replace(known, subject=written))
                taken = count
                break
        at += taken


def _is_other(known: Sought, text: str, start: int, end: int, before: str) -> bool:
    """Whether the word is a part of another thing: `sodium channel`, `sildenafil citrate`."""
    if _DENIED.search(text[max(0, start - 5) : start]):
        return True
    if known.subject.kind is SubjectKind.HORMONE:
        return text[end : end + 5].casefold() in ("-like", " like")
    if known.subject.kind is SubjectKind.VACCINE:
        return _BEFORE_VACCINE.match(text, end) is None
    if known.subject.kind is not SubjectKind.SUBSTANCE:
        return False
    return _NO_SUBSTANCE.match(text, end) is not None or is_drug_name(name_key(before))


def _receptors(text: str) -> Iterator[Term]:
    for found in _RECEPTOR.finditer(text):
        name = found["name"].casefold()
        if name not in _OF_MANY:
            subject = Subject(found[0], SubjectKind.RECEPTOR)
            yield Term(sought(subject, (found["name"],)), _ANY_RECEPTOR)


def _members(text: str) -> Iterator[Term]:
    for found in _MEMBER.finditer(text):
        family, number = found["family"], found["number"]
        if _NO_FAMILIES.fullmatch(family) or is_target_symbol(family + number):
            continue
        subject = Subject(found[0], SubjectKind.MEMBER)
        asked = sought(subject, (found[0],))
        asked = replace(asked, keys=asked.keys | {name_key(found[0]) + each for each in "abcd"})
        yield Term(asked, re.compile(rf"{name_key(family)}\d{{1,2}}[a-z]?"))


def _roman_members(text: str) -> Iterator[Term]:
    for found in _ROMAN_MEMBER.finditer(text):
        family, number = found["family"].casefold(), found["number"].casefold()
        asked = sought(Subject(found[0], SubjectKind.MEMBER), (f"{family} {number}",))
        short = {family[0] + number}
        asked = replace(asked, keys=asked.keys | short | {f"{each}a" for each in short})
        yield Term(asked, re.compile(rf"{family}[ivx]{{1,4}}a?"))


def _substances(text: str) -> Iterator[Term]:
    """The words that look like the name of a substance where a sentence has one: behind `with` or
    `than`, or as its first word. A word of the text that begins alike tells of it as well.
    """
    for found in _SUBSTANCE.finditer(text):
        key = name_key(found["name"])
        if is_substance_like(key) and not is_drug_name(key) and key not in _by_key():
            asked = sought(Subject(found["name"], SubjectKind.SUBSTANCE), (found["name"],))
            yield Term(replace(asked, shapes=(f"{key[:_BEGINNING]}*", f"*{key}")))


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Sought]:
    """What to look for, by each name of a term in the lists and by its plural."""
    kinds = {
        SubjectKind.CLASS: CLASSES,
        SubjectKind.SUBSTANCE: SUBSTANCES,
        SubjectKind.HORMONE: HORMONES,
        SubjectKind.ORGANISM: ORGANISMS,
        SubjectKind.VACCINE: VACCINES,
    }
    by_key: dict[str, Sought] = {}
    for kind, lines in kinds.items():
        for line in lines:
            called, _, shapes = line.partition(" | ")
            names = tuple(called.split(", "))
            asked = replace(sought(Subject(names[0], kind), names), shapes=tuple(shapes.split()))
            for key in map(name_key, names):
                by_key |= {key: asked, f"{key}s": asked}
    return by_key
