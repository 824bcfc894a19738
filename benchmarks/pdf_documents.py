"""Pieces of text as the lines and pages of a PDF."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from pdf_writer import Run, text_page, write_pdf

__all__ = ["Run", "pdf_document"]

_WIDTH: Final = 88  # characters in a line
_LINES: Final = 48  # in a page


def pdf_document(paragraphs: Iterable[Sequence[Run]]) -> bytes:
    """The paragraphs, each given in runs, wrapped and set one below the other."""
    lines: list[str | list[Run]] = []
    for runs in paragraphs:
        lines += [*_wrapped(runs), ""]
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    return write_pdf([text_page(page) for page in pages])


def _wrapped(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs in lines; a word stays with the raised run behind it."""
    lines: list[list[Run]] = [[]]
    length = 0
    for word in _words(runs):
        size = sum(len(run.text) for run in word)
        if lines[-1] and length + size > _WIDTH:
            lines[-1][-1] = _stripped(lines[-1][-1])
            lines.append([])
            length = 0
        for run in word:
            last = lines[-1][-1] if lines[-1] else None
            if last and last.is_raised == run.is_raised:
                lines[-1][-1] = Run(last.text + run.text, run.is_raised)
            else:
                lines[-1].append(run)
        length += size
    return lines


def _words(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs in words, each with the blank behind it."""
    words: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(" ")
        for at, part in enumerate((first, *others)):
            text = part if at == len(others) else f"{part} "
            if text:
                words[-1].append(Run(text, run.is_raised))
            if at < len(others):
                words.append([])
    return [word for word in words if word]


def _stripped(run: Run) -> Run:
    return Run(run.text.rstrip(), run.is_raised)
