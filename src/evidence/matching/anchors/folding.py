"""A text folded for finding words in it, with the way back to its own characters."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, islice, pairwise
from typing import Final

from evidence.matching.anchors.word_edges import is_whole
from evidence.matching.text import GREEK

BREAK: Final = "\ue0ad"
"""A hyphen at the end of a line, which may be the word's own or the printer's."""

GROUP: Final = "\ue0a0"
"""A comma or a narrow or fixed blank that sets off three digits of a number."""

_DASH: Final = "-‐‑‒–—―−⁃﹘﹣－"
_QUOTE: Final = "\"'‘’‚‛“”„‟«»‹›′″´`ʹʼ＂＇"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff^®™"
_AMONG_DIGITS: Final = r",(?=\d{3})|\.(?=\s)(?<=\d\.)"
_SPECIAL: Final = re.compile(rf"[^ -~]|[{re.escape(_QUOTE)}^M-]|{_AMONG_DIGITS}")
_SPECIAL_OR_RUN: Final = re.compile(rf"{_SPECIAL.pattern}| (?= )|[A-Za-z](?=[\u0300-\u036f])")
_RUN: Final = re.compile(r"  |[\u0300-\u036f]")
# The lookbehinds stand behind the first character, so that the others are not tried everywhere.
_PART: Final = re.compile(
    r"(?P<broken>[-‐‑\u00ad](?<=[^\W\d_].)[^\S\n]{0,40}\n\s{0,80}(?=[^\W\d_]))"
    rf"|(?P<wrapped>[{_DASH}](?<=\S.)[^\S\n]{{0,40}}\n\s{{0,80}}(?=\w))"
    r"|(?P<group>[,\u00a0\u2008\u2009\u202f](?<=\d.)(?=\d{3}(?!\d)))"
    r"|(?P<label>\.(?=\s))"
    r"|(?P<power>(?<=\d)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<caret>\^(?<=\d\^)(?=[-−+]?\d))"
    rf"|(?P<unseen>[{_UNSEEN}]+)"
    rf"|(?P<dash>[{_DASH}]{{1,3}})"
    rf"|(?P<quote>''|``|[{re.escape(_QUOTE)}])"
    r"|(?P<blank>\s+)"
    r"|(?P<molar>M(?:(?<=[^\w]M)|(?<=^M)|(?<=\dM)|(?<=(?<![^\W\d_])[fpnuµμm]M))"
    r"(?=(?:Bq|Hz|Pa|V|W|J|Gy)?(?![^\W_])))"
    r"|(?P<other>.[\u0300-\u036f]*)",
    re.DOTALL,
)
_FOLDED: Final = {"broken": BREAK, "wrapped": "-", "unseen": "", "dash": "-", "quote": "'",
                  "blank": " ", "molar": "M", "caret": "^", "group": GROUP,
                  "label": ""}  # fmt: skip
_IN_CONTEXT: Final = {
    "group": re.compile(r"(?:\A|[^\w.,·-]|(?:\A|[^\w])-)[1-9]\d{0,2}(?:[,\s]\d{3}){0,4}\Z"),
    "label": re.compile(r"\b(?:fig(?:ure)?|table|box|scheme|appendix)s?\.?\s\d{1,3}\Z", re.I),
}
_BEFORE: Final = 24  # characters before such a sign that tell what it is
_LETTER: Final = re.compile(rf"[^ \-{BREAK}{GROUP}]")
_NO_PARTINGS: Final = dict.fromkeys(map(ord, f" -{BREAK}{GROUP}"))
_STRETCH: Final = 512
_ONE: Final = str.maketrans(
    dict.fromkeys(_DASH, "-")
    | dict.fromkeys(_QUOTE, "'")
    | dict.fromkeys("×✕⨯", "x")
    | {"⁄": "/", "⩽": "≤", "⩾": "≥", "∼": "~", "⋅": "·", "∙": "·", "\u0020": " "}
    | {chr(0x3B1 + at): name for at, name in enumerate(GREEK) if name != "mu"}
)
_POINTS: Final = ".,·"


@dataclass(frozen=True, slots=True)
class Span:
    """The characters of a text from `start` up to `end`."""

    start: int
    end: int


class Folded:
    """A text as it is compared, in linear time: `text` is one line, and knows its origins.

    One form have: upper and lower case, composed and decomposed characters, ligatures and raised
    or lowered characters (NFKC); all dashes; all quotation marks and primes; all runs of white
    space; Greek letters and their names (but for the μ of units); `×` and `x`. Soft hyphens, other
    characters that are not seen, carets and trade marks are passed over, and so are the stop behind
    `Figure 1` and what `skipped` names. Nothing else is folded: digits, decimal points, signs and
    letters must agree. The capital M of `mM` (molar) and `MBq` (mega) stays one, since `mm` and
    `mBq` are other units; digits that are raised behind others stay apart: 10⁶ is `10^6`, not 106.
    """

    def __init__(self, text: str, skipped: Sequence[Span] = ()) -> None:
        # Runs of characters, each with where it begins here, and its span in the source.
        self._pieces: list[str] = []
        self._at: list[int] = []
        self._spans: list[tuple[int, int]] = []
        self._length = 0
        special = _SPECIAL_OR_RUN if _RUN.search(text) else _SPECIAL
        at = 0
        for span in skipped:
            if span.start >= at:
                self._fold(text, at, span.start, special)
                at = span.end
        self._fold(text, at, len(text), special)
        self.text = "".join(self._pieces)
        self._pieces.clear()

    def _fold(self, text: str, at: int, end: int, special: re.Pattern[str]) -> None:
        """Fold the characters from `at` up to `end`."""
        while found := special.search(text, at, end):
            start = found.start()
            if start > at:
                self._add(text[at:start].lower(), at, start)
            if found[0] == "\n" and not text[start + 1 : start + 2].isspace():
                self._add(" ", start, start + 1)  # by far the most frequent
                at = start + 1
                continue
            part = _PART.match(text, start, end)
            assert part, "one of its alternatives is any character"
            kind, at = str(part.lastgroup), part.end()
            self._add(_folded(kind, part[0], text[max(0, start - _BEFORE) : start]), start, at)
        if end > at:
            self._add(text[at:end].lower(), at, end)

    def _add(self, folded: str, start: int, end: int) -> None:
        """A run that stands for the source's characters; no second blank behind a first."""
        if folded[:1] == " " and self._pieces and self._pieces[-1][-1] == " ":
            folded, start = folded[1:], start + 1
        if folded:
            self._pieces.append(folded)
            self._at.append(self._length)
            self._spans.append((start, end))
            self._length += len(folded)

    @cached_property
    def letters(self) -> str:
        """The text without blanks and dashes."""
        return self.text.translate(_NO_PARTINGS)

    @property
    def has_minus(self) -> bool:
        """Whether it begins with a negative number."""
        return self.text[:1] == "-" and self.text[1:2].isdigit()

    @cached_property
    def _letters_before(self) -> list[int]:
        """How many letters stand before each stretch of the text."""
        stretches = (self.text[at : at + _STRETCH] for at in range(0, len(self.text), _STRETCH))
        lengths = (len(each.translate(_NO_PARTINGS)) for each in stretches)
        return list(accumulate(lengths, initial=0))

    def _places(self, first: int, count: int) -> list[int]:
        """Where in `text` so many letters stand, from the one at `first` of `letters` on."""
        stretch = bisect_right(self._letters_before, first) - 1
        skipped = first - self._letters_before[stretch]
        found = _LETTER.finditer(self.text, stretch * _STRETCH)
        return [each.start() for each in islice(found, skipped, skipped + count)]

    def origin(self, start: int, end: int) -> Span:
        """The characters of the source that `text[start:end]` stands for."""
        return Span(self._origin(start, is_end=False), self._origin(end - 1, is_end=True))

    def _origin(self, at: int, *, is_end: bool) -> int:
        run = bisect_right(self._at, at) - 1
        start, end = self._spans[run]
        after = self._at[run + 1] if run + 1 < len(self._at) else self._length
        if after - self._at[run] != end - start:  # no character for each: all of them together
            return end if is_end else start
        return start + at - self._at[run] + is_end

    def find(self, wanted: "Folded", most: int = 50) -> list[Span]:
        """Where the wanted words stand in the source, whole words only; the first `most` of them.

        A hyphen between letters is of no account (`non-inferior`, `noninferior`), nor is what sets
        off three digits (`6,609`), nor a blank that only sets off a number, a sign or a unit
        (`7nM`, `7 nM`; `P<0.05`, `P < 0.05`).
        """
        found: list[Span] = []
        count = len(wanted.letters)
        first = self.letters.find(wanted.letters) if count else -1
        while first >= 0 and len(found) < most:
            places = self._places(first, count)
            start, end = places[0], places[-1] + 1
            has_minus = self.text[max(0, start - 1) : start] == "-"
            if self._agrees(wanted, places) and (has_minus or not wanted.has_minus):
                start -= wanted.has_minus
                if is_whole(self.text, start, end):
                    found.append(self.origin(start, end))
            first = self.letters.find(wanted.letters, first + 1)
        return found

    def _agrees(self, wanted: "Folded", places: Sequence[int]) -> bool:
        """Whether what stands between the letters agrees too."""
        if wanted.text.strip(" -") == self.text[places[0] : places[-1] + 1]:
            return True
        there = wanted._places(0, len(places))
        return all(
            parts_alike(self.text[a + 1 : b], wanted.text[c + 1 : d], self.text[a], self.text[b])
            for (a, b), (c, d) in zip(pairwise(places), pairwise(there), strict=True)
            if b - a > 1 or d - c > 1
        )


def _folded(kind: str, written: str, before: str) -> str:
    """What a sign becomes that is none of the plain characters."""
    context = _IN_CONTEXT.get(kind)
    if context and not context.search(before):
        kind = "blank" if written.isspace() else "other"
    if kind == "power":
        return "^" + "".join(map(fold_character, written))
    return fold_character(written) if kind == "other" else _FOLDED[kind]


@lru_cache(maxsize=4_096)
def fold_character(written: str) -> str:
    """One character, with its accents, as it is compared."""
    folded = unicodedata.normalize("NFKC", written).casefold().translate(_ONE)
    return " " if folded.isspace() else folded


def parts_alike(ours: str, theirs: str, before: str, behind: str) -> bool:
    """Whether two partings (blanks, dashes, nothing) between two characters are the same."""
    if ours == theirs:
        return True
    both = before + behind
    if BREAK in (ours, theirs):
        return {ours, theirs} <= {BREAK, "", "-", "- "}
    if GROUP in (ours, theirs):
        return {ours, theirs} <= {GROUP, "", " "}
    if {ours, theirs} == {"-", ""}:
        return both.isalpha()
    if {ours, theirs} == {"-", " - "}:
        return True
    if {ours, theirs} != {"", " "}:
        return False
    if before in _POINTS and behind.isdigit():
        return False
    return not (both.isalpha() or both.isdigit())
