"""The words of a page as lines, those of a left column before those of a right one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from evidence.sources.documents.interface import Span
from evidence.sources.documents.pdf.lines import HIGHER, RAISED, SMALLER, PageLine
from evidence.sources.documents.pdf.page_words import Box, Word, union

_SAME_LINE: Final = 0.5  # of the lower one's height, which both share
_GAP: Final = 0.9  # of the size: wider than between words, narrower than between columns
_NEAR: Final = 4  # lines above and below that a word may still belong to
_INITIAL: Final = 2.0  # times the size of the text: a letter as high as several lines
_FEWEST: Final = 5  # lines in each column
_MOST_ACROSS: Final = 0.4  # of all lines may run across the page where it has columns
_PROSE: Final = 18  # letters of most lines of a column; cells of tables have fewer
_MIDDLE: Final = (0.25, 0.75)  # of the width: where columns part
_BLANK: Final = 0.12  # of the size: a gap between words
_STEP: Final = 2.0  # points


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line that stand close to each other, from left to right."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words, a blank between each two that stand apart."""
        return text_of(self.words)[0]


def segments(words: Sequence[Word]) -> list[Segment]:
    """The words in runs without wide gaps, from the top down."""
    return [part for line in lines_of_words(words) for part in parted(line, _GAP)]


def parted(line: Sequence[Word], gap: float) -> list[Segment]:
    """The words of a line in runs between gaps that are wider than so many times their size."""
    runs = [[line[0]]]
    for before, word in pairwise(line):
        if word.box.left - before.box.right > gap * max(word.size, before.size):
            runs.append([])
        runs[-1].append(word)
    return [Segment(tuple(run), union([word.box for word in run])) for run in runs]


def lines_of_words(words: Sequence[Word]) -> list[list[Word]]:
    """The words that stand side by side, from left to right, whatever the gaps between them."""
    lines: list[list[Word]] = []
    tops: list[float] = []
    # Large ones first: a raised digit joins the line that it stands in, and makes none.
    for word in sorted(words, key=lambda word: (-round(word.size), word.box.top, word.box.left)):
        at = bisect_right(tops, word.box.top)
        near = [line for line in lines[max(at - _NEAR, 0) : at + _NEAR] if _joins(word, line[0])]
        if near:
            max(near, key=lambda line: _shared(line[0], word)).append(word)
        else:
            lines.insert(at, [word])
            tops.insert(at, word.box.top)
    return [sorted(line, key=lambda word: word.box.left) for line in lines]


def in_reading_order(words: Sequence[Word], height: float) -> list[PageLine]:
    """The lines of a page of this height, numbered from 1."""
    parts = segments(words)
    between = gutter(parts)
    ordered = parts if between is None else list(_by_columns(parts, between))
    joined: list[list[Word]] = []
    sides: list[int] = []
    for part in ordered:
        side = _side(part.box, between)
        if joined and sides[-1] == side and _is_beside(joined[-1][0], part.words[0]):
            joined[-1].extend(part.words)
        else:
            joined.append([*part.words])
            sides.append(side)
    return [_line(line, number, height) for number, line in enumerate(joined, 1)]


def gutter(parts: Sequence[Segment]) -> float | None:
    """Where the columns of a page part, if it has two of them with text in both."""
    if not parts:
        return None
    page = union([part.box for part in parts])
    width = page.right - page.left
    lefts = sorted(part.box.left for part in parts)
    rights = sorted(part.box.right for part in parts)
    steps = int(width * (_MIDDLE[1] - _MIDDLE[0]) / _STEP)
    tried = (page.left + width * _MIDDLE[0] + step * _STEP for step in range(steps + 1))
    across, _, middle = min(
        (bisect_left(lefts, x) - bisect_right(rights, x), abs(x - (page.left + page.right) / 2), x)
        for x in tried
    )
    left = [part for part in parts if part.box.right <= middle]
    right = [part for part in parts if part.box.left >= middle]
    if min(len(left), len(right)) < _FEWEST or across > len(parts) * _MOST_ACROSS:
        return None
    if min(_usual_length(left), _usual_length(right)) < _PROSE:
        return None
    return middle


def _usual_length(parts: Sequence[Segment]) -> float:
    return median(len(part.text) for part in parts)


def _by_columns(parts: Sequence[Segment], between: float) -> Iterator[Segment]:
    """Between two lines that run across the page all of the left column, then of the right one."""
    columns: tuple[list[Segment], list[Segment]] = ([], [])
    for part in parts:
        side = _side(part.box, between)
        if side:
            columns[side > 0].append(part)
            continue
        yield from (*columns[0], *columns[1])
        columns = ([], [])
        yield part
    yield from (*columns[0], *columns[1])


def _side(box: Box, between: float | None) -> int:
    """-1 for the left column, 1 for the right one, 0 for what runs across or has no columns."""
    if between is None:
        return 0
    return -1 if box.right <= between else int(box.left >= between)


def _line(words: Sequence[Word], number: int, height: float) -> PageLine:
    main = _main(words)
    text, spans = text_of(words)
    is_bold = all(word.is_bold for word in words)
    y = height - main.box.bottom
    return PageLine(text, number, words[0].box.left, y, main.size, is_bold, spans)


def text_of(words: Sequence[Word]) -> tuple[str, tuple[Span, ...]]:
    """The words as text, a blank between those that stand apart, and what is raised of it."""
    text, spans = "", []
    main = _main(words)
    before: Word | None = None
    for word in words:
        if before and word.box.left - before.box.right > _BLANK * max(word.size, before.size):
            text += " "
        is_small = word.size < main.size * SMALLER
        is_high = word.box.bottom < main.box.bottom - HIGHER * main.size
        if is_small and is_high and RAISED.fullmatch(word.text):
            spans.append(Span(len(text), len(text) + len(word.text)))
        text += word.text
        before = word
    return text, tuple(spans)


def _main(words: Sequence[Word]) -> Word:
    """A word in the size of the line."""
    return max(words, key=lambda word: (len(word.text), word.size))


def _joins(word: Word, first: Word) -> bool:
    """Whether a word stands in the line of a larger one, which is no initial of several lines."""
    return first.size < _INITIAL * word.size and _is_beside(first, word)


def _is_beside(one: Word, other: Word) -> bool:
    lower = min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)
    return _shared(one, other) > lower * _SAME_LINE


def _shared(one: Word, other: Word) -> float:
    """How much of their height two words share."""
    return min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
