"""Whether a claim says itself what its quote leaves out."""

import re
from collections.abc import Iterable
from typing import Final

from evidence.matching.statements.meaning_words import STOP_WORDS
from evidence.matching.statements.sentence_words import Meaning, Word, read_sentence

_ENOUGH: Final = 0.5  # of the words of a qualifier
_LOOKED_AT: Final = 8  # of its words: what follows is told in passing
_IN_PASSING: Final = frozenset({"whether", "hypothesis", "evidence", "suggestion", "possibility",
                           "possible", "hypothesised", "hypothesized", "proposed", "predicted",
                           "would", "claimed", "if", "we", "our", "authors",
                           "findings", "results", "data", "study", "studies"})  # fmt: skip
_OF_VALUE: Final = re.compile(r"\W{0,3}p\s?[=>]", re.IGNORECASE)
_NOT_MORE: Final = re.compile(
    r"\b(?:not\s(?:\w+\s)?(?:superior|significant\w*|differ\w*)|no\s(?:\w+\s){0,2}difference"
    r"|non-?significant\w*)",
    re.IGNORECASE,
)
_EXPLORING: Final = re.compile(r"\b(?:exploratory|preliminary|post[- ]hoc|pilot)\b", re.IGNORECASE)
_SETTING: Final = (Meaning.NEGATION, Meaning.HEDGE, Meaning.SYSTEM)


def states_cut(cut: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has the words of a qualifier, or at least the half that matter.

    A qualifier that is nothing but a denial or a doubt (`There is no evidence that`, `may`) is
    stated by any denial, or any doubt; `in an exploratory analysis` by any doubt.
    """
    asked = read_sentence(cut)
    if _EXPLORING.search(cut):
        texts = list(texts)
        if any(Meaning.HEDGE in {word.meaning for word in read_sentence(each)} for each in texts):
            return True
    if _OF_VALUE.match(cut):
        texts = list(texts)
        if any(_NOT_MORE.search(text) for text in texts):
            return True
    telling = {word.about for word in asked if tells(word)}
    telling = set(list(dict.fromkeys(w.about for w in asked if w.about in telling))[:_LOOKED_AT])
    kinds = {word.meaning for word in asked if word.meaning in _SETTING}
    for text in texts:
        said = read_sentence(text)
        about = {word.about for word in said if word.about}
        has_kinds = kinds & {word.meaning for word in said}
        if telling:
            shared = len(telling & about) / len(telling)
            if shared > _ENOUGH or (shared == _ENOUGH and has_kinds):
                return True
        elif kinds and has_kinds == kinds:
            return True
    return False


def tells(word: Word) -> bool:
    """Whether a word says of what the qualifier speaks."""
    return bool(word.about) and word.folded not in _IN_PASSING and word.folded not in STOP_WORDS
