"""The value of a field or an `@string`: its delimiters, macros and `#`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


def in_braces(levels: int, *, but: str = "") -> str:
    """The pattern of a value in braces that holds so many levels of braces, and none of `but`."""
    text = rf"[^{{}}\\{but}]*+"
    escaped = rf"\\[^{but}]" if but else r"\\."
    inner = rf"|{in_braces(levels - 1, but=but)}" if levels else ""
    return rf"\{{{text}(?:(?:{escaped}{inner}){text})*+\}}"


_SIMPLE: Final = re.compile(rf'{in_braces(4)}|"[^"{{}}]*"', re.DOTALL)
_MARK: Final = re.compile(r'\\.|[{}"]', re.DOTALL)
_WORD: Final = re.compile(r'[^\s#{}"]+')
_WORDS: Final = re.compile(r'[^\s#{}"=]+(?:\s+[^\s#{}"=]+)+')
_BLANK: Final = re.compile(r"\s*")
# Macros of macros can double their length in each line; no journal's name is longer than this.
LONGEST_EXPANSION: Final = 10_000
# BibTeX, and biber after it: a macro begins with no digit and holds none of these.
_MACRO_NAME: Final = re.compile(r"[^\W\d][^\s\"#%'(),={}]*|_[^\s\"#%'(),={}]*")

# What the standard styles define.
MONTHS: Final[Mapping[str, str]] = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value read.

    `raw` is what stands between the delimiters, macros and `#` resolved, and `begins` where it
    begins in what was written. `undefined` are the macros that nothing defines, `unquoted` the
    words that lack delimiters, each with its offset. `rest` is the offset from which on it is no
    value any more, None when all of it is. `is_cut`: its macros expand to more than
    `LONGEST_EXPANSION` characters and are left out from there on.
    """

    raw: str
    begins: int
    undefined: tuple[tuple[str, int], ...] = ()
    unquoted: tuple[tuple[str, int], ...] = ()
    rest: int | None = None
    is_cut: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to report."""
        return not (self.undefined or self.unquoted or self.is_cut) and self.rest is None


def read_simple(written: str) -> str | None:
    """The content of a value that is one piece between delimiters, or a number; None for others."""
    if _SIMPLE.fullmatch(written):
        return written[1:-1]
    return written if written.isdecimal() else None


def read_value(written: str, macros: Mapping[str, str]) -> Value:
    """The value that `written` spells; `macros` are those defined so far, by lower-case name."""
    content = read_simple(written)
    if content is not None:
        return Value(content, (len(written) - len(content)) // 2)
    if _WORDS.fullmatch(written):
        return Value(written, 0, unquoted=((written, 0),))
    return _read_pieces(written, macros)


def find_content(written: str) -> tuple[int, int] | None:
    """Where the content of `written` begins and ends, when it is one piece between delimiters."""
    start, end, after = _piece(written, 0)
    is_one = written.startswith(("{", '"')) and after == len(written) and end == after - 1
    return (start, end) if is_one else None


def _read_pieces(written: str, macros: Mapping[str, str]) -> Value:
    raw: list[str] = []
    undefined: list[tuple[str, int]] = []
    unquoted: list[tuple[str, int]] = []
    begins, at, is_wanted, room = 0, 0, True, LONGEST_EXPANSION
    while is_wanted:
        start, end, after = _piece(written, at)
        if after == at:  # the end, or a delimiter that closes nothing
            break
        piece = written[start:end]
        begins = begins if raw else start
        if start > at or piece.isdecimal():
            raw.append(piece)
        elif piece.lower() in macros:
            expansion = macros[piece.lower()]
            room -= len(expansion)
            raw.append(expansion if room >= 0 else "")
        elif _MACRO_NAME.fullmatch(piece):  # BibTeX prints nothing in its place
            undefined.append((piece, start))
            raw.append("")
        else:
            unquoted.append((piece, start))
            raw.append(piece)
        at = _skip_blanks(written, after)
        is_wanted = written.startswith("#", at)
        at = _skip_blanks(written, at + 1) if is_wanted else at
    is_whole = not is_wanted and at >= len(written)
    rest = None if is_whole else at
    return Value("".join(raw), begins, tuple(undefined), tuple(unquoted), rest, room < 0)


def _piece(written: str, at: int) -> tuple[int, int, int]:
    """Where the content of the piece at `at` begins and ends, and where the piece itself ends."""
    if written.startswith(("{", '"'), at):
        end = _closing(written, at)
        return at + 1, end, min(end + 1, len(written))
    word = _WORD.match(written, at)
    return (at, word.end(), word.end()) if word else (at, at, at)


def _closing(written: str, at: int) -> int:
    """The offset of the brace that closes the one at `at`, or of the quote outside braces.

    Where the braces between quotes do not balance, it is the last quote.
    """
    is_quoted = written[at] == '"'
    depth = 0 if is_quoted else 1
    for mark in _MARK.finditer(written, at + 1):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if depth == 0 and mark[0] == ('"' if is_quoted else "}"):
            return mark.start()
    last = written.rfind('"', at + 1) if is_quoted else -1
    return last if last > at else len(written)


def _skip_blanks(written: str, at: int) -> int:
    blank = _BLANK.match(written, at)
    return blank.end() if blank else at
