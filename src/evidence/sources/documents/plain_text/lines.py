"""The lines of a plain text, each with its indentation and its number, and runs between blanks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind

# A form feed parts pages: it ends a paragraph as a blank line does.
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
WIDEST_WRAPPED: Final = 132
"""Characters of the widest line that a person or a printer wraps; a longer one is not wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text` begins behind its `indent`; `raw` is all but its end.

    `page` counts from 1, and is 0 where nothing parts the text into pages.
    """

    number: int
    indent: int
    text: str
    raw: str
    page: int = 0

    def place(self, name: str, at: int = 0) -> Place:
        """The place of the character at `at` of the text."""
        return Place(name, self.number, self.indent + at + 1)

    def cut(self, at: int) -> "Line":
        """The line from the character at `at` of the text on, which is no blank."""
        return Line(self.number, self.indent + at, self.text[at:], self.raw, self.page)


def chunks(text: str) -> Iterator[list[Line]]:
    """The lines of a text, in runs that blank lines part."""
    run: list[Line] = []
    page = int("\f" in text)
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        pieces = raw.split("\f")
        column = 0
        for at, piece in enumerate(pieces):
            page += bool(at)
            if at and run:
                yield run
                run = []
            stripped = piece.strip()
            if stripped:
                indent = column + len(piece) - len(piece.lstrip())
                run.append(Line(number, indent, stripped, piece.rstrip(), page))
            elif run:
                yield run
                run = []
            column += len(piece) + 1
    if run:
        yield run


def is_broken_on_purpose(before: Line, after: Line, width: int) -> bool:
    """Whether `after` is a new line because it was meant, not because the one before was full.

    `width` is that of the text around: where the first word of `after` would still have had room,
    or where lines are not wrapped at all, the break is meant.
    """
    if width > WIDEST_WRAPPED:
        return True
    first_word = len(after.text.split(maxsplit=1)[0])
    return before.indent + len(before.text) + 1 + first_word <= width


def width(lines: Sequence[Line]) -> int:
    """The widest of the lines."""
    return max(each.indent + len(each.text) for each in lines)


def block(kind: BlockKind, lines: Sequence[Line], name: str, *, label: str = "") -> Block | None:
    """The lines as a block, the line ends kept."""
    builder = BlockBuilder()
    for at, line in enumerate(lines, start=1):
        builder.add(line.text + ("\n" if at < len(lines) else ""), line.place(name))
    return builder.block(kind, label=label, page=str(lines[0].page or "") if lines else "")
