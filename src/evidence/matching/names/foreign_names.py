"""Names that a claim has and none of its works: another drug, germ or operation than theirs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

from evidence.matching.names.folded_names import name_key
from evidence.matching.names.rare_names import (
    WordFamilies,
    compounds_in,
    is_spelt_out,
    rare_names,
    words_for_names,
)
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.names.text_names import TextNames

_TOPIC: Final = 3  # times that a work has the word that it is about


class WorkWords:
    """The words of a work, as names are compared; those of its title apart."""

    def __init__(self, titles: Sequence[str], names: TextNames) -> None:
        self._titles = titles
        self._names = names

    def has(self, written: str) -> bool:
        """Whether the work has the name, or a word of its family; written apart or as one."""
        key = name_key(written)
        return self._words.has(key) or key in self._line or self._compounds.has(key)

    def is_about(self, word: str) -> bool:
        """Whether the work is about this: by its title, or as it names it time and again."""
        return word in self._of_titles or self._counts[word] >= _TOPIC

    @cached_property
    def _of_titles(self) -> frozenset[str]:
        return frozenset(word for title in self._titles for word in words_for_names(title))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain(*self._names.words, *map(compounds_in, self._names.texts)))

    @cached_property
    def _words(self) -> WordFamilies:
        return WordFamilies(chain(*self._names.words))

    @cached_property
    def _compounds(self) -> WordFamilies:
        return WordFamilies(chain(*map(compounds_in, self._names.texts)))

    @cached_property
    def _line(self) -> str:
        return "".join(chain(*self._names.words))


def foreign_names(claim: str, quotes: Sequence[str], work: WorkWords) -> Iterator[Subject]:
    """The names in a claim that a work does not have, where the quotes name something that the
    claim does not: a word of which the work tells time and again (of a symbol: another symbol), or
    a name among the same words.
    """
    foreign = [each for each in rare_names(claim) if not work.has(each.written)]
    if not foreign:
        return
    in_claim = WordFamilies(words_for_names(claim))
    lost = (word for quote in quotes for word in words_for_names(quote) if not in_claim.has(word))
    topics = [word for word in lost if work.is_about(word)]
    theirs = [
        each
        for quote in quotes
        for each in rare_names(quote)
        if not in_claim.has(name_key(each.written))
    ]
    symbols = {name_key(each.written) for each in theirs if each.is_symbol}
    for mine in foreign:
        is_short = mine.is_symbol and any(is_spelt_out(mine.written, quote) for quote in quotes)
        if is_short or any(map(mine.may_be, theirs)):
            continue
        is_in_place = any(mine.near & each.near for each in theirs)
        if is_in_place or (not symbols.isdisjoint(topics) if mine.is_symbol else topics):
            yield Subject(mine.written, SubjectKind.NAME)
