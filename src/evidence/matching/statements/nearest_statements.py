"""Among many statements, those that are likely to say what a claim says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import Final

from evidence.matching.statements.restatement import Restatement, likeness, restate, same_words
from evidence.matching.statements.sentence_words import read_sentence

_RARE_WORDS: Final = 8  # of a claim, the rarest of which point to statements
_MOST_POINTED: Final = 400  # statements that one word may point to
_LOOKED_AT: Final = 8  # statements that are compared word by word
_LEAST_NEAR: Final = 0.4


@dataclass(frozen=True, slots=True)
class Near:
    """A statement by its position, and how it restates what was asked for."""

    position: int
    restatement: Restatement


class StatementIndex:
    """The statements of a document, found by their rare words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            self._same[same_words(text)].append(at)
            for word in _telling(text):
                self._by_word[word].append(at)

    def restatements(self, text: str) -> tuple[Near, ...]:
        """The statements that restate the text; of those in other words the likeliest only."""
        likely = (*self._same.get(same_words(text), ()), *self._candidates(text))
        found = ((at, restate(text, self._texts[at])) for at in dict.fromkeys(likely))
        return tuple(Near(at, restatement) for at, restatement in found if restatement)

    def nearest(self, text: str) -> tuple[int, float] | None:
        """The position of the statement that is most like the text, and how much so; None where
        none has much in common with it.
        """
        words = read_sentence(text)
        rated = [
            (likeness(words, read_sentence(self._texts[at])), -at) for at in self._candidates(text)
        ]
        ratio, at = max(rated, default=(0.0, 0))
        return (-at, ratio) if ratio >= _LEAST_NEAR else None

    def _candidates(self, text: str) -> list[int]:
        """The statements with the most and rarest words of the text, those first."""
        known = [word for word in _telling(text) if word in self._by_word]
        known.sort(key=lambda word: len(self._by_word[word]))
        votes: defaultdict[int, float] = defaultdict(float)
        for word in known[:_RARE_WORDS]:
            there = self._by_word[word]
            weight = log(1 + len(self._texts) / len(there))
            for at in there[:_MOST_POINTED]:
                votes[at] += weight
        return nlargest(_LOOKED_AT, votes, key=votes.__getitem__)


def _telling(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.about for word in read_sentence(text) if word.about))
