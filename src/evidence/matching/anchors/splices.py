"""Quotes that are put together from words which stand apart in their source."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from evidence.matching.anchors.folding import Folded, Span
from evidence.matching.anchors.searched_text import SearchedText

_WORD: Final = re.compile(r"[^ ]+")
_LEAST_WORDS: Final = 4
_LEAST_LETTERS: Final = 16
_MOST_PARTS: Final = 6
_MOST_WORDS: Final = 400  # of a quote that is looked at
_MOST_JOINTS: Final = 2
_CLOSE: Final = 8  # words left out between two parts: then it is one passage that was altered
_JOINTS: Final = frozenset({"and", "but", "or", "while", "whereas", "also", "however", "thus",
                            "that", "which", "with", "the", "a", "in", "then", "moreover",
                            "furthermore", "therefore", "so", "it", "this", "-"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words of a quote, and where it stands in the source."""

    words: int
    span: Span


def spliced(quote: Folded, searched: SearchedText, least_words: int) -> tuple[Span, ...]:
    """The passages that a quote was put together from, in its own order; `()` where it was not.

    Each word must stand in one of them, but for a word or two that join them, and each part is long
    enough not to be there by chance. Parts that stand one behind the other with a few words between
    are one passage with words left out, no splice.
    """
    words = [(found.start(), found.end()) for found in _WORD.finditer(quote.text)]
    if len(words) > _MOST_WORDS:
        return ()
    parts: list[Part] = []
    at = joints = 0
    while at < len(words) and len(parts) <= _MOST_PARTS:
        after = parts[-1].span.end if parts else 0
        part = _longest(quote, words, at, searched, after, max(least_words, _LEAST_WORDS))
        if part:
            parts.append(part)
            at, joints = at + part.words, 0
        elif parts and joints < _MOST_JOINTS and _is_joint(quote, words[at]):
            at, joints = at + 1, joints + 1
        else:
            return ()
    if not 1 < len(parts) <= _MOST_PARTS or _is_one_passage(parts, searched):
        return ()
    return tuple(each.span for each in parts)


def _longest(
    quote: Folded,
    words: list[tuple[int, int]],
    at: int,
    searched: SearchedText,
    after: int,
    least: int,
) -> Part | None:
    """The longest run of words from `at` on that stands in the source."""
    best: Part | None = None
    low, high = least, len(words) - at
    while low <= high:
        middle = (low + high + 1) // 2
        found = _stands(quote.text[words[at][0] : words[at + middle - 1][1]], searched, after)
        if found:
            best, low = Part(middle, found), middle + 1
        else:
            high = middle - 1
    return best


def _stands(text: str, searched: SearchedText, after: int) -> Span | None:
    """Where the words stand: next behind `after`, else the first place."""
    wanted = Folded(text.strip(" .,;:'()"))
    if len(wanted.letters) < _LEAST_LETTERS:
        return None
    found = searched.folded.find(wanted)
    return next((span for span in found if span.start >= after), found[0] if found else None)


def _is_joint(quote: Folded, word: tuple[int, int]) -> bool:
    return quote.text[word[0] : word[1]].strip(",;:.") in _JOINTS


def _is_one_passage(parts: list[Part], searched: SearchedText) -> bool:
    for one, other in pairwise(parts):
        between = searched.document.text[one.span.end : other.span.start]
        if other.span.start < one.span.end or len(between.split()) > _CLOSE:
            return False
    return True
