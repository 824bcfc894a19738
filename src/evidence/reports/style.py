"""The colours of a terminal, for status words only: the rest of a text stays calm."""

from dataclasses import dataclass
from typing import Final

from evidence.model.finding import Severity
from evidence.model.report import Level, Status

_RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN = range(31, 37)
_BOLD, _UNDERLINED = 1, 4

# What was found by a registry, what stands in the source and what a person judged are three
# different things, so they have three different colours. What nobody checked is never green.
# `Level.VERIFIED` is the same word, and so the same key, as `Status.VERIFIED`.
_COLORS: Final = {
    Status.VERIFIED: _GREEN,
    Status.DIFFERS: _YELLOW,
    Status.ANOTHER_WORK: _RED,
    Status.MALFORMED: _RED,
    Status.UNREGISTERED: _RED,
    Status.OTHER_AGENCY: _CYAN,
    Status.NO_DOI: _YELLOW,
    Status.UNCHECKED: _CYAN,
    Level.UNCITED: _YELLOW,
    Level.LINKED: _CYAN,
    Level.ANCHORED: _BLUE,
    Level.JUDGED: _MAGENTA,
    Level.APPROVED: _MAGENTA,
    Severity.ERROR: _RED,
    Severity.WARNING: _YELLOW,
    Severity.NOTE: _CYAN,
}


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; without `color` every word is left as it is."""

    color: bool

    def status(self, word: Status | Level | Severity) -> str:
        """The word itself, in its colour."""
        return self._paint(word, _COLORS[word])

    def alarm(self, text: str) -> str:
        """What a reader must not miss."""
        return self._paint(text, _RED)

    def found(self, text: str) -> str:
        """What stands in the text of a work."""
        return self._paint(text, _BLUE)

    def person(self, text: str) -> str:
        """What a person said."""
        return self._paint(text, _MAGENTA)

    def underlined(self, text: str) -> str:
        """A word that two texts have in common."""
        return self._paint(text, _UNDERLINED)

    def heading(self, text: str) -> str:
        """The name of what follows."""
        return self._paint(text, _BOLD)

    def _paint(self, text: str, code: int) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text
