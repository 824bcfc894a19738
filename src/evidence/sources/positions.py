"""Offsets into a text as lines and columns."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from evidence.model.place import Place

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the lines of a file begin; `\\r\\n`, `\\n` and a lone `\\r` each end one."""

    file: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, file: str) -> "Positions":
        """The lines of `text`, to be named as lines of `file`."""
        return cls(file, (0, *(end.end() for end in _LINE_END.finditer(text))))

    def line(self, offset: int) -> int:
        """The line, from 1, that holds the character at `offset`."""
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        line = bisect_right(self.starts, offset)
        return Place(self.file, line, offset - self.starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of the character at `place`, which must be one of this text."""
        return self.starts[place.line - 1] + place.column - 1
