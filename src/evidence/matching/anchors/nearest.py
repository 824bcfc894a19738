"""The passage of a text that is most like a quote, and the words in which the two differ."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log
from typing import Final, TypeAlias

from rapidfuzz.distance import Indel, Levenshtein, Opcodes

from evidence.matching.anchors.folding import BREAK, GROUP, Folded, Span
from evidence.matching.statements.spelling import one_spelling
from evidence.model.anchor import WordChange

_TOKEN: Final = re.compile(
    rf"(?:(?<![^\s(\[])-(?=\d))?[^\W_]+(?:[.,·'^{BREAK}{GROUP}-]+[^\W_]+)*|[^\w\s]"
)
_HYPHEN: Final = re.compile(rf"(?<=[^\W\d_])[-{BREAK}](?=[^\W\d_])|[{BREAK}{GROUP}]")
_MOST_OFTEN: Final = 60  # times that a word may stand in the text and still point to a passage
_DRIFT: Final = 12  # words by which a passage may be longer or shorter on the way
_LOOKED_AT: Final = 6
_LONGEST: Final = 400  # words of a quote that are compared
_PARAGRAPH: Final = re.compile(r"\n\n")

Block: TypeAlias = tuple[int, int, int]
"""A run of the same words: where it begins in the quote and in the passage, and how many."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, from `start` to `end` of a folded text."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word as it is compared: without its hyphens and the commas of thousands."""
        return _HYPHEN.sub("", self.text)

    @property
    def spelt(self) -> str:
        """The word as British and American writers both have it."""
        return _one_spelling(self.key)

    @property
    def is_word(self) -> bool:
        """Whether it is no sign of punctuation."""
        return self.text[-1].isalnum()


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that is like a quote: `ratio` is the part of their words that they share."""

    span: Span
    ratio: float
    changes: tuple[WordChange, ...]
    shared: int


class WordIndex:
    """The words of a text by where they stand."""

    def __init__(self, folded: Folded, text: str, shown: Callable[[int, int], str]) -> None:
        """Index the words of `text`; `shown` gives what is to be shown of it from here to there."""
        self._folded = folded
        self._shown = shown
        self._paragraphs = [found.start() for found in _PARAGRAPH.finditer(text)]
        self._tokens = tokens_of(folded.text)
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self._tokens):
            self._at[token.spelt].append(at)

    def nearest(self, quote: Folded, written: str) -> Near | None:
        """The passage most like the quote; None where hardly a word is the same.

        `written` is the quote as its writer spelt it. British and American spellings count as the
        same word, and as a change. No passage reaches into another paragraph for a word or two.
        """
        wanted = tokens_of(quote.text)[:_LONGEST]
        found = (self._compare(quote, wanted, start, written) for start in self._hits(wanted))
        return max(filter(None, found), key=lambda near: near.ratio, default=None)

    def _hits(self, wanted: Sequence[Token]) -> list[int]:
        """Where in the text the quote may begin: there its rarest words stand in their distance."""
        votes: defaultdict[int, float] = defaultdict(float)
        for position, token in enumerate(wanted):
            there = self._at.get(token.spelt, ()) if token.is_word else ()
            if len(there) <= _MOST_OFTEN:
                for at in there:
                    weight = log(1 + len(self._tokens) / len(there))
                    begin = (at - position) // _DRIFT
                    votes[begin] += weight
                    votes[begin + 1] += weight
        return [begin * _DRIFT for begin in nlargest(_LOOKED_AT, votes, key=votes.__getitem__)]

    def _compare(
        self, quote: Folded, wanted: Sequence[Token], begin: int, written: str
    ) -> Near | None:
        first = max(0, begin - 2 * _DRIFT)
        passage = self._tokens[first : begin + len(wanted) + 2 * _DRIFT]
        blocks: list[Block] = []
        # First where it stands; then, among its own words only, which of them are the same.
        for opcodes in (Levenshtein.opcodes, Indel.opcodes):
            paragraphs = [self._paragraph(each) for each in passage]
            blocks = _matching_blocks(opcodes, wanted, passage, paragraphs)
            if not blocks:
                return None
            start, end = _extent(blocks, len(wanted), paragraphs)
            passage = passage[start:end]
            blocks = [(a, b - start, size) for a, b, size in blocks]
        shared = sum(wanted[a + k].is_word for a, _, size in blocks for k in range(size))
        longest = max(_words(wanted), _words(passage))
        same = [each for block in blocks for each in _to_the_letter(block, wanted, passage)]
        changes = tuple(
            WordChange(_written(quote, wanted[ours], written), self._printed(passage[theirs]))
            for ours, theirs in _between(same, len(wanted), len(passage))
        )
        return Near(_span(self._folded, passage), shared / longest, changes, shared)

    def _printed(self, tokens: Sequence[Token]) -> str:
        """Words of the text in its own spelling, without its markers."""
        if not tokens:
            return ""
        span = _span(self._folded, tokens)
        return self._shown(span.start, span.end)

    def _paragraph(self, token: Token) -> int:
        """How many paragraphs end before the word."""
        return bisect_right(self._paragraphs, self._folded.origin(token.start, token.end).start)


def _to_the_letter(block: Block, ours: Sequence[Token], theirs: Sequence[Token]) -> Iterator[Block]:
    """The parts of a run of the same words that are spelt the same."""
    a, b, size = block
    at = 0
    for n in range(size + 1):
        if n == size or ours[a + n].key != theirs[b + n].key:
            if n > at:
                yield a + at, b + at, n - at
            at = n + 1


def _between(blocks: Sequence[Block], ours: int, theirs: int) -> Iterator[tuple[slice, slice]]:
    """What lies before, between and behind the shared runs, in the quote and in the passage."""
    i = j = 0
    for a, b, size in (*blocks, (ours, theirs, 0)):
        if a > i or b > j:
            yield slice(i, a), slice(j, b)
        i, j = a + size, b + size


@lru_cache(maxsize=32_768)
def _one_spelling(word: str) -> str:
    return one_spelling(word)


def tokens_of(folded: str) -> list[Token]:
    """The words and signs of a folded text."""
    return [Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(folded)]


def _extent(blocks: Sequence[Block], ours: int, paragraphs: Sequence[int]) -> tuple[int, int]:
    """Where the passage begins and ends: words of the quote before its first shared one, and
    behind its last, stand for as many of the source in the same paragraph.
    """
    first, last = blocks[0], blocks[-1]
    end_of_last = last[1] + last[2]
    start = max(0, first[1] - first[0], bisect_left(paragraphs, paragraphs[first[1]]))
    end = min(
        end_of_last + ours - (last[0] + last[2]),
        bisect_right(paragraphs, paragraphs[end_of_last - 1]),
    )
    return start, end


def _matching_blocks(
    opcodes: Callable[[list[str], list[str]], Opcodes],
    wanted: Sequence[Token],
    passage: Sequence[Token],
    paragraphs: Sequence[int],
) -> list[Block]:
    """The runs that both have, in order, those at the edges drawn to their neighbours."""
    ours, theirs = [each.spelt for each in wanted], [each.spelt for each in passage]
    codes = opcodes(ours, theirs).as_matching_blocks()
    blocks = [(block.a, block.b, block.size) for block in codes if block.size]
    while len(blocks) > 1 and _is_stray(blocks[0], blocks[1], paragraphs):
        del blocks[0]
    while len(blocks) > 1 and _is_stray(blocks[-1], blocks[-2], paragraphs):
        del blocks[-1]
    if blocks:
        a, b, size = blocks[0]
        more = next(
            (n for n in range(min(a, b)) if ours[a - n - 1] != theirs[b - n - 1]), min(a, b)
        )
        blocks[0] = a - more, b - more, size + more
        a, b, size = blocks[-1]
        room = min(len(ours) - a, len(theirs) - b)
        size = next((n for n in range(size, room) if ours[a + n] != theirs[b + n]), room)
        blocks[-1] = a, b, size
    return blocks


def _is_stray(edge: Block, inner: Block, paragraphs: Sequence[int]) -> bool:
    """Whether a short run at the edge stands far off in the source, and not so in the quote, or in
    another paragraph.
    """
    first, second = sorted((edge, inner))
    end_of_first = first[1] + first[2]
    apart_ours = second[0] - first[0] - first[2]
    apart_theirs = second[1] - end_of_first
    is_across = paragraphs[end_of_first - 1] != paragraphs[second[1]]
    return edge[2] <= 2 and (is_across or apart_theirs - apart_ours > 2 + edge[2])


def _words(tokens: Sequence[Token]) -> int:
    return max(1, sum(each.is_word for each in tokens))


def _span(folded: Folded, tokens: Sequence[Token]) -> Span:
    return folded.origin(tokens[0].start, tokens[-1].end)


def _written(quote: Folded, tokens: Sequence[Token], written: str) -> str:
    """Words of the quote in its own spelling, on one line."""
    if not tokens:
        return ""
    span = _span(quote, tokens)
    return " ".join(written[span.start : span.end].split())
