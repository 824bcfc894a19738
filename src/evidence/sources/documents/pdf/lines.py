"""A page of a PDF as lines of text, with the digits that stand above the line."""

import math
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from evidence.sources.documents.interface import Span

_LIGATURES: Final = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "ft", "\ufb06": "st",
}  # fmt: skip
_UNSEEN: Final = {chr(code): " " for code in range(32) if chr(code) != "\n"}
_SHOWN: Final = str.maketrans(_LIGATURES | _UNSEEN)
RAISED: Final = re.compile(r"\s*[\d*†‡][\d\s,;.*†‡–—−-]*")
"""What is a citation or the mark of a note where it stands above the line."""
SMALLER: Final = 0.88  # of the line's size: TeX sets 0.7, Word 0.65, journals up to 0.8
HIGHER: Final = 0.12  # of the line's size above its baseline
_SHOWING: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: its number in the document from 1, its place and its size in points.

    `leap` is where the line goes on behind a gap as wide as that between columns, 0 if nowhere.
    """

    text: str
    number: int
    x: float = 0
    y: float = 0
    size: float = 0
    is_bold: bool = False
    superscripts: tuple[Span, ...] = ()
    leap: float = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Text in one size at one height."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool
    has_rise: bool


class LineReader:
    """Gathers the lines of a page from what pypdf tells while it extracts the page's text.

    So many lines stand `before` it on other pages.
    """

    def __init__(self, before: int = 0) -> None:
        self._before = before
        self._runs: list[_Run] = []
        self._rise = 0.0
        self._is_raised = False
        self.lines: list[PageLine] = []

    def operation(self, operator: Any, operands: Any, _cm: Any, _tm: Any) -> None:
        """Told of each operator before it counts: only rises are looked at."""
        if operator == b"Ts":
            rise = operands[0] if operands else 0
            self._rise = float(rise) if isinstance(rise, int | float) else 0.0
        elif operator in _SHOWING and self._rise > 0:
            self._is_raised = True

    def text(self, text: Any, cm: Any, tm: Any, font: Any, size: Any) -> None:
        """Told of text that was shown: with its matrices (ISO 32000-1, 9.4.4) and its font."""
        shown = str(text)
        if not shown:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        name = str(font.get("/BaseFont", "")) if font else ""
        parts = shown.encode("utf-8", "replace").decode("utf-8").split("\n")
        for index, part in enumerate(parts):
            if index:
                self.end_line()
            if part:
                run = _Run(part, x, y, abs(float(size) * scale), is_bold(name), self._is_raised)
                self._runs.append(run)
        self._is_raised = False

    def end_line(self) -> None:
        """What was shown up to here is a line."""
        runs, self._runs = self._runs, []
        if not any(run.text.strip() for run in runs):
            return
        main = max(runs, key=lambda run: (len(run.text.strip()), run.size))
        text, spans = "", []
        for run in runs:
            shown = run.text.translate(_SHOWN)
            shown = shown if text else shown.lstrip()
            if _is_raised(run, main) and RAISED.fullmatch(shown):
                begin = len(shown) - len(shown.lstrip())
                spans.append(Span(len(text) + begin, len(text) + len(shown.rstrip())))
            text += shown
        number = self._before + len(self.lines) + 1
        are_bold = all(run.is_bold for run in runs if run.text.strip())
        self.lines.append(
            PageLine(
                text.rstrip(),
                number,
                runs[0].x,
                main.y,
                main.size,
                are_bold,
                tuple(spans),
                _leap(runs),
            )
        )


def is_bold(font: str) -> bool:
    """Whether a font is a bold one, by its name."""
    return "bold" in font.lower() or "black" in font.lower()


def _is_raised(run: _Run, main: _Run) -> bool:
    is_smaller = run.size < main.size * SMALLER
    return is_smaller and (run.has_rise or run.y > main.y + main.size * HIGHER)


def _leap(runs: Sequence[_Run]) -> float:
    """Where a long run stands clearly behind the end of another; widths are those of most text."""
    for before, run in pairwise(runs):
        letters = len(before.text.strip())
        end = before.x + letters * before.size * _WIDTH
        if letters >= _LONG_RUN <= len(run.text.strip()) and end + run.size < run.x < math.inf:
            return run.x
    return 0.0


_WIDTH: Final = 0.5  # of the size: the mean of a letter, in Times and Helvetica alike
_LONG_RUN: Final = 15


def usual_size(lines: Sequence[PageLine]) -> float:
    """The size of most of the text."""
    weighted = [line.size for line in lines for _ in range(1 + len(line.text) // 20)]
    return statistics.median_low(weighted) if weighted else 0.0
