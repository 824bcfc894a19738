"""Quotes that name another drug, target or comparator than the claim which they should bear."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from evidence.matching.names.numbered_clauses import numbered_clauses
from evidence.matching.names.passing_names import DRUGS, is_name
from evidence.matching.names.replaced_names import replaced_names
from evidence.matching.names.sought import sought
from evidence.matching.names.strains import strains_in
from evidence.matching.names.subjects import Exchanged, Subject, SubjectKind
from evidence.matching.names.terms import Term, terms_in
from evidence.matching.names.text_names import TextNames
from evidence.matching.names.text_subjects import Mention, subjects_in
from evidence.model.synonyms import Synonyms

# What may stand for the claim's own subject: then another name beside it says nothing.
_PRONOUN: Final = re.compile(r"\b(?:it|its|they|their)\b", re.IGNORECASE)
_FOR_A_DRUG: Final = re.compile(
    r"\b(?:drugs?|compounds?|agents?|medications?|medicines?|"
    r"(?:the|this|these|study|trial|active|combined|investigational) (?:treatments?|therap(?:y|ies)"
    r"|regimens?|interventions?|vaccines?)|treated|active group|study group|combinations?|"
    r"monotherapy|inhibitors?|antibod(?:y|ies)|antagonists?|agonists?|blockers?|antibiotics?|"
    r"anticoagulants?|statins?|molecules?)\b",
    re.IGNORECASE,
)
_FOR_A_TARGET: Final = re.compile(
    r"\b(?:receptors?|kinases?|enzymes?|proteins?|targets?|ligands?|channels?)\b",
    re.IGNORECASE,
)
_ABOUT_A_NAME: Final = r"(?:(?:\w+[ -]){0,3}(?:with|by|of|to|the|and|inhibitor|agonist|drug) )?"
_BEHIND_A_NAME: Final = (
    r"(?:[- ](?:treated|treatment|therapy|monotherapy|group|arm|inhibitors?|kinases?|receptors?"
    r"|antibody|antagonists?|agonists?))?"
)
_FAMILY: Final = re.compile(r"[A-Z]{2,}(?=-?\d)")
_NEIGHBOUR: Final = re.compile(r"\w{3,}")
_SINGLE: Final = (
    SubjectKind.CLASS,
    SubjectKind.HORMONE,
    SubjectKind.ORGANISM,
    SubjectKind.MEMBER,
    SubjectKind.VACCINE,
)


class Exchanging:
    """A claim's own subjects and those of the quotes that it takes from all of its works."""

    def __init__(
        self, claim: str, quotes: Sequence[str], subjects: Sequence[Mention], synonyms: Synonyms
    ) -> None:
        self._claim = claim
        self._subjects = [each for each in subjects if not each.is_beside]
        self._synonyms = synonyms
        self._in_claim = TextNames([claim])
        self._quotes = quotes
        self._in_quotes = TextNames(quotes)

    @property
    def are_unquoted(self) -> bool:
        """Whether no quote names a drug of the claim."""
        drugs = [each for each in self._subjects if each.subject.kind in DRUGS and is_name(each)]
        return not any(self._in_quotes.has(each.sought) for each in drugs)

    def in_quote(self, quote: str) -> Iterator[Exchanged]:
        """What the quote names instead of the claim's subjects.

        A quote that names no other of the kind, or that says `the drug`, says nothing of the name,
        unless the claim says of the one with the same number what the quote says of the other.
        """
        theirs = [each for each in subjects_in(quote, self._synonyms) if not each.is_beside]
        told: list[Mention] = []
        for exchanged in (self._by_number, self._by_place, self._by_term, self._by_words):
            for mine, other in exchanged(quote, theirs):
                if not any(mine.sought.is_same(each.sought) for each in told):
                    told.append(mine)
                    yield Exchanged(quote, mine.subject, other.subject.written)

    def _by_number(
        self, quote: str, theirs: Sequence[Mention]
    ) -> Iterator[tuple[Mention, Mention]]:
        """The one name beside a number in the claim, and the other one beside it in the quote."""
        theirs = [*theirs, *strains_in(quote)]
        ours = [*self._subjects, *self._strains]
        for start, end, number in numbered_clauses(quote):
            here = [each for each in theirs if start <= each.start < end]
            for first, last, same in self._clauses:
                if number == same:
                    mine = [each for each in ours if first <= each.start < last]
                    yield from self._one_for_other(mine, here)

    def _one_for_other(
        self, mine: Sequence[Mention], theirs: Sequence[Mention]
    ) -> Iterator[tuple[Mention, Mention]]:
        for kinds in (DRUGS, (SubjectKind.TARGET,), (SubjectKind.STRAIN,)):
            ours = [each for each in mine if each.subject.kind in kinds]
            others = [each for each in theirs if each.subject.kind in kinds]
            if len(ours) != 1 or len(others) != 1 or not _are_names(ours[0], others[0]):
                continue
            other = others[0].sought
            known = (*self._strains, *ours)
            if not self._in_claim.has(other) and not any(other.is_same(k.sought) for k in known):
                yield ours[0], others[0]

    @cached_property
    def _strains(self) -> tuple[Mention, ...]:
        return tuple(strains_in(self._claim))

    @cached_property
    def _clauses(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(numbered_clauses(self._claim))

    def _by_place(self, quote: str, theirs: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
        for kinds in (DRUGS, (SubjectKind.TARGET,)):
            ours = [each for each in self._subjects if each.subject.kind in kinds]
            missing = [each for each in ours if not self._in_quotes.has(each.sought)]
            mine = [each for each in theirs if each.subject.kind in kinds]
            others = [each for each in mine if not self._in_claim.has(each.sought)]
            pairs = [(a, b) for a in missing for b in others if _are_names(a, b)]
            in_place = [(a, b) for a, b in pairs if _is_in_place(self._claim, a, quote, b)]
            stands = _FOR_A_DRUG if kinds is DRUGS else _FOR_A_TARGET
            pairs = in_place or [(a, b) for a, b in pairs if a.subject.kind is b.subject.kind]
            alike = [(a, b) for a, b in in_place if _are_of_one_family(a, b)]
            if kinds is not DRUGS and alike:
                yield alike[0]
                continue
            if not pairs or _stands_for(quote, others, stands):
                continue
            if kinds is not DRUGS:
                yield from in_place[:1]
            else:
                yield pairs[0]

    def _by_term(self, quote: str, _: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """The only class of drugs, hormone or germ of the claim for the only one of the quotes."""
        theirs = terms_in(quote, self._synonyms)
        for kind in _SINGLE:
            ours = [each for each in self._terms if each.subject.kind is kind]
            others = [each for each in theirs if each.subject.kind is kind]
            missing = [each for each in ours if not self._in_quotes.has(each.sought)]
            new = [each for each in others if not self._in_claim.has(each.sought)]
            is_single = len(ours) == len(others) == 1 or kind is SubjectKind.VACCINE
            if is_single and len(missing) == len(new) == 1:
                yield missing[0].mention, new[0].mention
        strains = list(strains_in(quote))
        if len(strains) == len(self._strains) == 1:
            mine, other = self._strains[0], strains[0]
            if mine.subject.written.split()[0] == other.subject.written.split()[0]:
                in_quotes = (each for text in self._quotes for each in strains_in(text))
                if not any(mine.sought.is_same(each.sought) for each in in_quotes):
                    yield mine, other

    def _by_words(self, quote: str, _: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """The names that no list has to know, by the words around them or by their family."""
        for mine, other in replaced_names(self._claim, quote, self._quotes):
            yield _mention(mine), _mention(other)

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        return terms_in(self._claim, self._synonyms)


def _mention(written: str) -> Mention:
    return Mention(sought(Subject(written, SubjectKind.NAME), (written,)), 0, 0)


def _are_names(mine: Mention, other: Mention) -> bool:
    return is_name(mine) and is_name(other)


def _are_of_one_family(mine: Mention, other: Mention) -> bool:
    """Whether two symbols differ in their number only: `JAK1` and `JAK2`."""
    ours, theirs = (_FAMILY.match(each.subject.written.upper()) for each in (mine, other))
    return ours is not None and theirs is not None and ours[0] == theirs[0]


def _stands_for(quote: str, others: Sequence[Mention], words: re.Pattern[str]) -> bool:
    """Whether a word of the quote may stand for the claim's subject, apart from these names. A
    pronoun behind a name stands for that one.
    """
    if _PRONOUN.search(quote, 0, min(each.start for each in others)):
        return True
    for other in others:
        name = re.escape(other.subject.written)
        quote = re.sub(rf"{_ABOUT_A_NAME}\b{name}\b{_BEHIND_A_NAME}", " ", quote)
    return words.search(quote) is not None


def _is_in_place(claim: str, before: Mention, quote: str, after: Mention) -> bool:
    """Whether the same word stands before or behind both names: `inhibits ROS1`, `inhibits ALK`."""
    ours, theirs = _neighbours(claim, before), _neighbours(quote, after)
    return any(one and one == other for one, other in zip(ours, theirs, strict=True))


def _neighbours(text: str, name: Mention) -> tuple[str, str]:
    before = _NEIGHBOUR.findall(text[max(0, name.start - 40) : name.start])
    behind = _NEIGHBOUR.findall(text[name.end : name.end + 40])
    return (before[-1] if before else "").casefold(), (behind[0] if behind else "").casefold()
