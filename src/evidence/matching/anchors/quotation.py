"""A quote as the quoter wrote it, in pieces where he left something out or put something in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from evidence.matching.anchors.folding import Folded

_DOTS: Final = r"(?:…|\.{3}|\.\s\.\s\.)"
_ELLIPSIS: Final = re.compile(rf"\[\s?{_DOTS}\s?\]|\(\s?{_DOTS}\s?\)|{_DOTS}\.?")
_INSERTED: Final = re.compile(r"\[(?P<words>[^\[\]]{0,80})\]")
_INITIAL: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_SIC: Final = re.compile(r"\s?\[\s?sic\s?[.!]?\s?\]", re.IGNORECASE)
_MOST_PIECES: Final = 30
_OUTER: Final = " \t\r\n\"'“”„‟‘’‚‛«»‹›"


class Gap(Enum):
    """What stands in a quote before a piece of it."""

    NONE = "nothing"
    ELLIPSIS = "an ellipsis"
    INSERTION = "words of the quoter, in brackets"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must stand in the source as they are."""

    written: str
    folded: Folded
    gap: Gap = Gap.NONE


@lru_cache(maxsize=1_024)
def read_quote(quote: str) -> tuple[tuple[Piece, ...], ...]:
    """The ways to read a quote, each as its pieces, the most literal first.

    Brackets and dots may be the source's own (`[14C]`), the quoter's (`[entrectinib]`, `[T]umours`,
    `[sic]`) or, the dots, an ellipsis. The quotation marks and stops around it do not count. Empty
    when there are no words in it; more than thirty pieces are no way to read it.
    """
    bare = _SIC.sub("", quote)
    ways = (
        ((quote, Gap.NONE),),
        tuple(_parted(bare, _ELLIPSIS, Gap.ELLIPSIS)),
        tuple(_with_insertions(_INITIAL.sub(r"\1", bare))),
    )
    read = (_pieces(way) for way in dict.fromkeys(ways))
    return tuple(each for each in read if 0 < len(each) <= _MOST_PIECES)


def trimmed(text: str) -> str:
    """A quote without the quotation marks and stops around it."""
    return text.lstrip(_OUTER + ",;:").rstrip(_OUTER + ".,;:")


def _with_insertions(quote: str) -> Iterator[tuple[str, Gap]]:
    for text, gap in _parted(quote, _ELLIPSIS, Gap.ELLIPSIS):
        for at, (part, inner) in enumerate(_parted(text, _INSERTED, Gap.INSERTION)):
            yield part, inner if at else gap


def _parted(text: str, mark: re.Pattern[str], gap: Gap) -> Iterator[tuple[str, Gap]]:
    at = 0
    for found in mark.finditer(text):
        yield text[at : found.start()], gap if at else Gap.NONE
        at = found.end()
    yield text[at:], gap if at else Gap.NONE


def _pieces(way: tuple[tuple[str, Gap], ...]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    gap = Gap.NONE
    for written, before in way:
        gap = before if gap is not Gap.ELLIPSIS else gap
        bare = trimmed(written)
        folded = Folded(bare)
        if folded.letters and any(map(str.isalnum, folded.letters)):
            pieces.append(Piece(bare, folded, gap if pieces else Gap.NONE))
            gap = Gap.NONE
    return tuple(pieces)
