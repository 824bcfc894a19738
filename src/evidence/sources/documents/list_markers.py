"""What an item of a list begins with: a bullet, or a number in one of its styles."""

import re
from dataclasses import dataclass
from typing import Final

# `1.`, `1)`, `(1)`, `[1]`, `[1].`; then a blank, or the first letter itself (`[1]Chen`).
_NUMBER: Final = re.compile(r"([\[(]?)(\d{1,4})([.)\]]{1,2})(?:\s+(?=\S)|(?=[^\W\d]))")
_BARE_NUMBER: Final = re.compile(r"(\d{1,3})\s+(?=[^\W\d])")
_STYLES: Final = frozenset({".", ")", "()", "[]", "().", "[]."})
_BULLET: Final = re.compile(r"([•◦▪‣●○■·*–—-])\s+(?=\S)")
_LETTER: Final = re.compile(r"\(?([a-z])\)\s+(?=\S)")

# A number or two may be missing from a list, and one may stand twice; a year or a page number that
# a wrapped line happens to begin with lies farther off.
_MOST_MISSING: Final = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """What an item begins with; `number` is empty for a bullet or a letter; `end` is where its text
    begins."""

    style: str
    number: str
    end: int

    def follows(self, before: "Marker") -> bool:
        """Whether it may be the next of the list in which `before` stands."""
        if self.style != before.style or not self.number or not before.number:
            return False
        return 0 <= int(self.number) - int(before.number) <= _MOST_MISSING


def number_marker(text: str, *, is_list: bool = False) -> Marker | None:
    """The number that `text` begins with as an item; within a list a bare one is enough."""
    found = _NUMBER.match(text)
    if found and found[1] + found[3] in _STYLES:
        return Marker(found[1] + found[3], str(int(found[2])), found.end())
    bare = _BARE_NUMBER.match(text) if is_list else None
    return Marker("", str(int(bare[1])), bare.end()) if bare else None


def list_marker(text: str) -> Marker | None:
    """The number, bullet or letter that `text` begins with as an item."""
    if number := number_marker(text):
        return number
    if bullet := _BULLET.match(text):
        return Marker(bullet[1], "", bullet.end())
    letter = _LETTER.match(text)
    return Marker("a)", "", letter.end()) if letter else None
