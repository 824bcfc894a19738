"""Where all pieces of a quote stand in a text, one behind the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from evidence.matching.anchors.folding import Folded, Span
from evidence.matching.anchors.quotation import Gap, Piece
from evidence.matching.anchors.searched_text import SearchedText
from evidence.model.anchor import Passage

_MOST: Final = 50
_REACH: Final = 2_000  # characters that an ellipsis may stand for: some three hundred words
_PARAGRAPHS: Final = 1  # ends of paragraphs that it may pass over
_INSERTED: Final = 8  # words of the source that an insertion in brackets may stand for
_CONTEXT: Final = 200  # characters beyond the length of a prefix or suffix that are looked at
_EDGE: Final = " .,;:'-"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where the pieces of a quote stand, in their order."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What a search for the pieces gave: where all of them stand in order and in reach; else where
    each stands apart from the others, or the first piece that stands nowhere.
    """

    found: tuple[Occurrence, ...] = ()
    apart: tuple[Span, ...] = ()
    missing: Piece | None = None


def search(pieces: Sequence[Piece], searched: SearchedText) -> Search:
    """Look for the pieces of a quote in a text."""
    places: list[list[Span]] = []
    for piece in pieces:
        spans = searched.find(piece.folded)
        if not spans:
            return Search(missing=piece)
        places.append(spans)
    text = searched.document.text
    chains = [chain for first in places[0] if (chain := _chain(first, pieces, places, text))]
    tightest = {chain[-1].start: chain for chain in chains}  # the last that leads there
    if tightest:
        return Search(tuple(Occurrence(chain) for chain in list(tightest.values())[:_MOST]))
    return Search(apart=tuple(spans[0] for spans in places))


def _chain(
    first: Span, pieces: Sequence[Piece], places: Sequence[Sequence[Span]], text: str
) -> tuple[Span, ...]:
    """The pieces from this place of the first one on; `()` where the next is not in reach."""
    chain = [first]
    for piece, spans in zip(pieces[1:], places[1:], strict=True):
        following = next((span for span in spans if span.start >= chain[-1].end), None)
        if following is None or not _in_reach(piece.gap, text, chain[-1].end, following.start):
            return ()
        chain.append(following)
    return tuple(chain)


def _in_reach(gap: Gap, text: str, start: int, end: int) -> bool:
    if end - start > _REACH:
        return False
    if gap is Gap.INSERTION:
        return len(text[start:end].split()) <= _INSERTED
    return text.count("\n\n", start, end) <= _PARAGRAPHS


def is_between(occurrence: Occurrence, prefix: str, suffix: str, text: str) -> bool:
    """Whether the prefix stands before an occurrence, and the suffix behind it."""
    start, end = occurrence.spans[0].start, occurrence.spans[-1].end
    before = Folded(text[max(0, start - len(prefix) - _CONTEXT) : start])
    behind = Folded(text[end : end + len(suffix) + _CONTEXT])
    return before.letters.rstrip(_EDGE).endswith(_edge(prefix)) and (
        behind.letters.lstrip(_EDGE).startswith(_edge(suffix))
    )


def _edge(context: str) -> str:
    return Folded(context).letters.strip(_EDGE)


def passages(occurrence: Occurrence, searched: SearchedText) -> tuple[Passage, ...]:
    """The pieces as passages; those that follow directly on each other as one."""
    spans = [occurrence.spans[0]]
    for one, other in pairwise(occurrence.spans):
        if not searched.document.text[one.end : other.start].strip():
            spans[-1] = Span(spans[-1].start, other.end)
        else:
            spans.append(other)
    return tuple(searched.passage(span) for span in spans)
