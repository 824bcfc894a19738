"""The text of a block of HTML: blanks run together, and every piece keeps its place."""

import re
from typing import Final

from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind

# HTML's own blanks: a no-break space is none of them.
_PIECES: Final = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")


class HtmlText:
    """Grows with each piece of text; blanks at the ends of the block are left out."""

    def __init__(self) -> None:
        self._builder = BlockBuilder()
        self._blank = ""  # one that is waiting for text behind it, if it has a place
        self._blank_place: Place | None = None

    @property
    def next_offset(self) -> int:
        """Where in the block's text the words begin that are added next."""
        return self._builder.length + bool(self._blank_place and self._builder.length)

    def add(self, text: str, place: Place, *, is_raised: bool) -> None:
        """Text as it stands in the source, from this place on."""
        line, column = place.line, place.column
        for found in _PIECES.finditer(text):
            piece = found[0]
            here = Place(place.file, line, column)
            column += len(piece)
            if piece[0] not in " \t\n\r\f":
                self.add_words(piece, here, is_raised=is_raised)
            elif "\n" in piece:
                self.end_line(here)
                line += piece.count("\n")
                column = len(piece) - piece.rindex("\n")
            else:
                self._wait(" ", here)

    def add_words(self, text: str, place: Place, *, is_raised: bool) -> None:
        """Words as they are to be read, or the character that a reference stands for."""
        if self._blank_place and self._builder.length:
            self._builder.add(self._blank, self._blank_place)
        self._blank_place = None
        self._builder.add(text, place, is_superscript=is_raised)

    def end_line(self, place: Place) -> None:
        """A line ends here, if text follows."""
        self._wait("\n", place)

    def block(self, kind: BlockKind, label: str) -> Block | None:
        """The block that was built, if any, and a new one begins."""
        block = self._builder.block(kind, label=label)
        self._builder = BlockBuilder()
        self._blank_place = None
        return block

    def _wait(self, blank: str, place: Place) -> None:
        if not self._blank_place or (blank == "\n" and self._blank == " "):
            self._blank, self._blank_place = blank, place
