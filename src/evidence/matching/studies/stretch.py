"""Words of a sentence that limit it or grant something, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Stretch:
    """A limit in a sentence, or what it grants: where it stands, and what it names."""

    start: int
    end: int
    named: str

    def holds(self, at: int) -> bool:
        """Whether the place lies within."""
        return self.start <= at < self.end


def blanked(text: str, stretches: Iterable[Stretch]) -> str:
    """The text with blanks for these stretches, so that all other words stay in their places."""
    for each in stretches:
        text = f"{text[: each.start]}{' ' * (each.end - each.start)}{text[each.end :]}"
    return text


def shown(text: str, stretch: Stretch) -> str:
    """Its words on one line, the end left off where they are many."""
    line = " ".join(text[stretch.start : stretch.end].split()).strip(" ,;:.")
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
