"""What a claim is made of, as it is looked for in the sentences of a work."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from evidence.matching.names.claim_subjects import claim_subjects
from evidence.matching.names.folded_names import name_words
from evidence.matching.names.sought import Sought
from evidence.matching.names.text_names import TextNames
from evidence.matching.quantities.claim_quantities import quantities_of
from evidence.matching.quantities.compared import is_stated
from evidence.matching.quantities.quantity import Quantity
from evidence.matching.quantities.read_quantities import read_quantities
from evidence.matching.quantities.stated_pool import StatedPool
from evidence.matching.statements.sentence_words import Meaning, Word, read_sentence
from evidence.matching.studies.roots import class_of, root
from evidence.model.claim import Claim
from evidence.model.synonyms import Synonyms


class PartKind(StrEnum):
    """What a part of a claim is."""

    NUMBER = "number"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Part:
    """A part as the claim writes it."""

    written: str
    kind: PartKind


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a passage has each part of a claim, and how many words it has in all."""

    parts: tuple[int, ...]
    length: int

    def __add__(self, other: "Counts") -> "Counts":
        parts = (a + b for a, b in zip(self.parts, other.parts, strict=True))
        return Counts(tuple(parts), self.length + other.length)


class ClaimParts:
    """The numbers of a claim with their units, the names in it by whatever synonym, and all other
    words by what their family has in common; words that every sentence has are left out.
    """

    def __init__(self, claim: Claim, synonyms: Synonyms) -> None:
        self._quantities = quantities_of(claim)
        self._names = tuple(each.sought for each in claim_subjects(claim, synonyms))
        self._words = _words(claim, self._names)
        self.parts = (
            *(Part(each.written, PartKind.NUMBER) for each in self._quantities),
            *(Part(each.subject.written, PartKind.NAME) for each in self._names),
            *(Part(written, PartKind.WORD) for written in self._words.values()),
        )

    def counts(self, text: str, quantities: Iterable[Quantity] | None = None) -> Counts:
        """How much of the claim a text has; `quantities` are what it states, where more is known of
        them than its words say.
        """
        words = read_sentence(text)
        there = [key for word in words if (key := _key(word))]
        return Counts(
            (
                *self._numbers(text, quantities),
                *self._named(text),
                *(there.count(key) for key in self._words),
            ),
            len(there),
        )

    def _numbers(self, text: str, quantities: Iterable[Quantity] | None) -> Iterator[int]:
        if not self._quantities:
            return
        pool = StatedPool(read_quantities(text) if quantities is None else quantities)
        for each in self._quantities:
            yield int(bool(pool.quantities) and is_stated(each, pool))

    def _named(self, text: str) -> Iterator[int]:
        if self._names:
            names = TextNames([text])
            yield from (int(names.has(each)) for each in self._names)


def _words(claim: Claim, names: Sequence[Sought]) -> dict[str, str]:
    """The words of the claim that are no part of a name, by their keys, each as first written."""
    in_names = {word for each in names for word in name_words(each.subject.written)}
    found: dict[str, str] = {}
    for text in (claim.text, *(value.name for value in claim.values)):
        for word in read_sentence(text):
            if in_names.isdisjoint(name_words(word.written)) and (key := _key(word)):
                found.setdefault(key, word.written)
    return found


def _key(word: Word) -> str:
    """The one form of a word and its relatives; empty for those that say nothing by themselves."""
    match word.meaning:
        case Meaning.NUMBER | Meaning.UNIT | Meaning.BOUND | Meaning.STOP:
            return ""
        case Meaning.NEGATION | Meaning.HEDGE | Meaning.SYSTEM:
            return word.folded
        case Meaning.CONTRAST:
            return class_of(root(word.folded))
        case Meaning.NAME | Meaning.WORD:
            return class_of(root(word.folded)) if word.about else ""
        case unknown:
            assert_never(unknown)
