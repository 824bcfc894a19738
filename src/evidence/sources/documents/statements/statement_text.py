"""A sentence on one line without its markers, the same whatever format it comes from."""

import re
from collections.abc import Iterable
from typing import Final

from evidence.sources.documents.interface import Span
from evidence.sources.documents.statements.markers import CUT

_BLANKS: Final = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE: Final = str.maketrans(
    {**dict.fromkeys("\u00ad\u200b\u2060\ufeff"), "\u2010": "-", "\u2011": "-"}
)
# A word parted at its own hyphen; `pre-` at the end of a line may also await `and post-`.
_LINE_HYPHEN: Final = re.compile(
    r"(?<=[^\W\d_]-)\r?\n[ \t]{0,40}(?=\w)(?!(?:and|or|to|und|oder|bis|et|ou|y|o)\b)"
)
_RAISED: Final = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_EXPONENT: Final = re.compile(r"[0-9+\-−–n]+")

_POINTER: Final = re.compile(r" ?(?:\([^()]{0,100}\)|\[[^\[\]]{0,100}\])")
_POINTING_WORDS: Final = re.compile(
    rf"(?:[\s,;:.&–{CUT}-]|\b(?:see|also|e\.?g|i\.?e|cf|and|or|for|example|instance|an?|reviews?"
    r"|reviewed|in|by|refs?|references?|therein|siehe|vgl|auch|voir|among|others)\b)*+",
    re.IGNORECASE,
)
_RUN: Final = re.compile(rf"{CUT}(?: ?{CUT})*+")
_AFTER_OPENING: Final = re.compile(rf"([(\[]) ?{CUT}[ ,;:]*")
_BEFORE_CLOSING: Final = re.compile(rf"[,;:]? ?{CUT} ?(?=[)\]])")
_DOUBLED_STOP: Final = re.compile(rf"([.!?,;:]) ?{CUT} ?\1(?!\.)|[,;:] ?{CUT} ?(?=[.!?])")
_CUT: Final = re.compile(rf" ?{CUT} ?")
_CLOSES: Final = frozenset(".,;:!?)]}”’»%-‐‑–/")
_LEADING: Final = re.compile(r"(?:[\s,;:]|\.(?=\s))+")


def one_line(text: str) -> str:
    """The text on one line, without soft hyphens and other characters that are not seen."""
    return _BLANKS.sub(" ", _LINE_HYPHEN.sub("", text).translate(_INVISIBLE)).strip()


def without_markers(text: str) -> str:
    """The text on one line, where hidden markers have left neither blanks nor empty brackets."""
    line = one_line(text)
    if CUT not in line:
        return line
    line = _POINTER.sub(_without_pointer, _RUN.sub(CUT, line))
    line = _BEFORE_CLOSING.sub("", _AFTER_OPENING.sub(r"\1", line))
    line = _DOUBLED_STOP.sub(lambda doubled: doubled[1] or "", line)
    starts_with_marker = line.startswith(CUT)
    line = _CUT.sub(_gap, line)
    if starts_with_marker and (leading := _LEADING.match(line)):
        line = line[leading.end() :]
    return line.strip()


def with_exponents(text: str, raised: Iterable[Span]) -> str:
    """The text with raised numbers and charges as superscript characters: 10⁶ is not 106."""
    pieces: list[str] = []
    at = 0
    for span in raised:
        run = text[span.start : span.end]
        pieces += text[at : span.start], run.translate(_RAISED) if _EXPONENT.fullmatch(run) else run
        at = span.end
    return "".join(pieces) + text[at:]


def _without_pointer(brackets: re.Match[str]) -> str:
    """`(see …)` without what it points to is nothing."""
    inner = brackets[0].strip()[1:-1]
    return CUT if CUT in inner and _POINTING_WORDS.fullmatch(inner) else brackets[0]


def _gap(cut: re.Match[str]) -> str:
    """What stays between the words around a marker."""
    after = cut.string[cut.end() : cut.end() + 1]
    is_parted = " " in cut[0]
    return " " if is_parted and after and after not in _CLOSES else ""
