"""What a format gives: a document as blocks of plain text, with what the format knows of them.

A format knows where paragraphs, headings, list items and tables begin and end, which characters are
raised, and which are a citation by key. What a marker such as `[3, 6]` means, where a sentence
ends, and which blocks are the reference list is found out later, for all formats alike.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from evidence.model.document import CitationForm, Cited
from evidence.model.place import Place
from evidence.model.printed import PrintedReference

UNREADABLE: Final = "CIT012"
"""The code of a document that cannot be read."""
SAVE_AS_UTF8: Final = "save the file as UTF-8, in the program that it was written with"
"""What to do with a document whose bytes are not text in UTF-8."""

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told of a stage how many steps of how many are done."""


class BlockKind(StrEnum):
    """What a block is to its format."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list; `label` is its number, if it has one
    TABLE = "table"
    REFERENCE = "reference"  # an item of the reference list, where the format itself says so


@dataclass(frozen=True, slots=True)
class Span:
    """The characters of a block's text from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KnownCitation:
    """A marker that the format itself knows: by key (Pandoc, LaTeX, MyST), or a field.

    `start` and `end` hold the marker in the block's text, as it is written or displayed there. A
    narrative marker (`\\citet{…}`, `@drilon2017 showed`) is part of its sentence and stays in it.
    """

    start: int
    end: int
    cited: tuple[Cited, ...]
    form: CitationForm = CitationForm.KEY
    is_narrative: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document.

    `text` is plain, with single line ends where the source has them; `places` says of some offsets,
    the first of them 0, where they stand in the source; what follows one of them stands in the same
    line up to the next. `superscripts` are the raised runs, whatever they hold. A table has `rows`
    of plain cells, the heads first, without footnote marks, and its `caption` where the format
    knows it; its own text is empty. `page` is the page on which it begins, empty where there are
    no pages; `page_turns` are the offsets at which the text goes on on another.
    """

    kind: BlockKind
    text: str
    places: tuple[tuple[int, Place], ...]
    superscripts: tuple[Span, ...] = ()
    citations: tuple[KnownCitation, ...] = ()
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    caption: "Block | None" = None
    printed: PrintedReference | None = None
    page: str = ""
    page_turns: tuple[tuple[int, str], ...] = ()

    def page_at(self, offset: int) -> str:
        """The page on which the character at `offset` of the text stands."""
        behind = bisect_right(self.page_turns, offset, key=itemgetter(0))
        return self.page_turns[behind - 1][1] if behind else self.page

    def place(self, offset: int) -> Place:
        """Where the character at `offset` of the text stands in the source."""
        behind = bisect_right(self.places, offset, key=itemgetter(0))
        start, near = self.places[behind - 1]
        return Place(near.file, near.line, near.column + offset - start)


@dataclass(frozen=True, slots=True)
class Contents:
    """All blocks of a document, in its order, and the .bib files that it names, as written.

    `page_labels` are the page numbers that are printed, for those in the file; `title`, `doi` and
    `is_abstract` are as in a `Document`.
    """

    blocks: tuple[Block, ...]
    bibliographies: tuple[str, ...] = ()
    page_labels: tuple[tuple[str, str], ...] = ()
    title: str = ""
    doi: str = ""
    is_abstract: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A document's file: its path, its name in places and messages, and its bytes."""

    path: Path
    name: str
    data: bytes = field(repr=False)


class Format(Protocol):
    """Reads one format."""

    def __call__(self, source: Source, progress: Progress) -> Contents:
        """The document's blocks. Raises InputError, with a place, when it cannot be read."""
        ...
