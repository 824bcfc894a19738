"""The names in a text, read once so that many can be looked up."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from evidence.matching.names.folded_names import name_key, name_words, phrase_of
from evidence.matching.names.series import members_of
from evidence.matching.names.sought import Sought
from evidence.matching.statements.meaning_words import STOP_WORDS

_CAPITALIZED: Final = re.compile(r"\b[A-Z]\w+")
_NOUN: Final = re.compile(
    r"(?:\w+ase|receptor|factor|ligand|protein|cotransporter|transporter|channel|antigen|peptide"
    r"|enzyme|oncogene|molecule|hormone)s?"
)
_MOST_INITIALS: Final = 6
_SHORT: Final = 5  # letters: longer words are no part of a symbol that falls into three


class TextNames:
    """The words of some texts, as names are looked for in them.

    `texts` and `words` have each text in turn, as it is and as `name_words` splits it.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        self.words = tuple(name_words(text) for text in self.texts)
        self._joined = set[str]().union(*map(_joined, self.words))
        self._joined |= {name_key(name) for text in self.texts for _, _, name in members_of(text)}
        self._shaped: dict[tuple[str, ...], bool] = {}
        self._line = "|".join(map(phrase_of, self.words))

    def has(self, sought: Sought) -> bool:
        """Whether the texts name the subject."""
        return (
            not sought.keys.isdisjoint(self._joined)
            or any(map(self._has_phrase, sought.phrases))
            or (bool(sought.capitals) and not sought.capitals.isdisjoint(self._capitals))
            or (bool(sought.initials) and not sought.initials.isdisjoint(self._initials))
            or (bool(sought.shapes) and self._has_shape(sought.shapes))
        )

    def matching(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """The words, and two words as one, that are all of this pattern, as they are compared."""
        return (key for key in self._joined if pattern.fullmatch(key))

    def _has_shape(self, shapes: tuple[str, ...]) -> bool:
        if shapes not in self._shaped:
            pattern = _pattern_of(shapes)
            self._shaped[shapes] = any(map(pattern.fullmatch, self._vocabulary))
        return self._shaped[shapes]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for words in self.words for word in words)

    def _has_phrase(self, phrase: str) -> bool:
        return self._joined.issuperset(phrase.split()) and phrase in self._line

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words with more than one capital."""
        written = {word for text in self.texts for word in _CAPITALIZED.findall(text)}
        return frozenset(name_key(word) for word in written if sum(map(str.isupper, word)) > 1)

    @cached_property
    def _initials(self) -> frozenset[str]:
        """What the words up to a noun for a protein begin with: `alk` where an anaplastic lymphoma
        kinase is.
        """
        return frozenset(each for words in self.words for each in _initials(words))


@lru_cache(maxsize=256)
def _pattern_of(shapes: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, `*` for any letters."""
    return re.compile("|".join(re.escape(each).replace(r"\*", r"\w*") for each in shapes))


def _joined(words: list[str]) -> set[str]:
    """Every word, two words as one, and three where they are short."""
    short = [word if len(word) <= _SHORT else "" for word in words]
    three = zip(short, short[1:], short[2:], strict=False)
    joined = {one + two + last for one, two, last in three if one and two and last}
    return joined.union(words, map(str.__add__, words, words[1:]))


def _initials(words: list[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if not _NOUN.fullmatch(word):
            continue
        number = words[at + 1] if at + 1 < len(words) and words[at + 1][0].isdigit() else ""
        spelt = word[0]
        for before in reversed(words[max(0, at - _MOST_INITIALS) : at]):
            if before in STOP_WORDS:
                break
            spelt = (before if before.isdigit() else before[0]) + spelt
            yield spelt
            if number:
                yield spelt + number
