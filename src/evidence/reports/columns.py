"""How wide a text is on a terminal, and how it is broken into lines.

Widths are counted in columns: two for a wide East Asian character, none for a combining mark and
none for the codes that colour a word.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_COLOR_CODE: Final = re.compile(r"\x1b\[[0-9;]*m")
_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})
# What may not begin a line, the full-width forms among them: it stays with what it follows.
_CLOSING: Final = frozenset("、。，．！？：；）］｝〉》」』】〕・ー")


def width_of(text: str) -> int:
    """The columns that `text` takes.

    >>> width_of("naïve"), width_of("肿瘤")
    (5, 4)
    """
    if text.isascii() and "\x1b" not in text:
        return len(text)
    return sum(map(_character_width, _COLOR_CODE.sub("", text)))


def pad(text: str, width: int) -> str:
    """`text`, filled up with blanks to `width` columns."""
    return text + " " * (width - width_of(text))


def wrap(text: str, width: int, lead: str = "") -> str:
    """`text` in lines of at most `width` columns: `lead` before the first, as wide an indent
    before the others. A word wider than a line is broken, wide characters wherever they stand.

    >>> print(wrap("one two three", 9, "- "))
    - one two
      three
    """
    room = max(width - width_of(lead), 2)
    lines = [""]
    for gap, piece in _pieces(text, room):
        longer = f"{lines[-1]}{gap}{piece}" if lines[-1] else piece
        if lines[-1] and width_of(longer) > room:
            lines.append(piece)
        else:
            lines[-1] = longer
    indent = "\n" + " " * width_of(lead)
    return (lead + indent.join(lines)).rstrip()


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """The parts between which a line may be broken, each with the blank that leads it."""
    for word in filter(None, text.split(" ")):
        gap = " "
        for piece in _unbreakable(word, room):
            yield gap, piece
            gap = ""


def _unbreakable(word: str, room: int) -> Iterator[str]:
    if "\x1b" in word or (word.isascii() and len(word) <= room):
        yield word
        return
    piece = ""
    for character in word:
        at_wide = _is_wide(character) or (piece != "" and _is_wide(piece[-1]))
        may_break = at_wide and character not in _CLOSING
        is_full = width_of(piece + character) > room
        if piece and _character_width(character) and (may_break or is_full):
            yield piece
            piece = ""
        piece += character
    yield piece


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _character_width(character: str) -> int:
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    return 2 if _is_wide(character) else 1
