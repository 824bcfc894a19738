"""Paragraphs with known citations, for the benchmark of markers.

In `marker_cases/*.txt` a paragraph has a sentence a line, so that it is known to which sentence a
marker belongs. `{3,6-8}` stands for a marker, where it would be printed: before the full stop or
behind it. All else that looks like a marker (years, figures, amounts, residues, intervals)
is none. The statements and the references are made up. The held-out paragraphs are read once the
work is done, and never tuned on.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

Paragraph: TypeAlias = tuple[str, ...]
_FOLDER: Final = Path(__file__).parent / "marker_cases"


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of the reference list, with its authors' names and initials."""

    names: tuple[tuple[str, str], ...]
    title: str
    journal: str
    year: int
    volume: int
    pages: str

    @property
    def family(self) -> str:
        """The first author's family name."""
        return self.names[0][0]

    @property
    def key(self) -> str:
        """`okafor2015`."""
        return f"{''.join(filter(str.isalpha, self.family.lower()))}{self.year}"


def _paragraphs(name: str) -> tuple[Paragraph, ...]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(tuple(each.splitlines()) for each in text.strip().split("\n\n"))


def _listed(line: str) -> Listed:
    people, title, journal, year, volume, pages = line.split(" | ")
    names = tuple((name, initials) for name, initials in map(str.split, people.split("; ")))
    return Listed(names, title, journal, int(year), int(volume), pages)


_LINES: Final = (_FOLDER / "references.txt").read_text(encoding="utf-8").splitlines()
REFERENCES: Final = tuple(map(_listed, _LINES))
TUNED: Final = _paragraphs("tuned")
HELD_OUT: Final = _paragraphs("held_out")
