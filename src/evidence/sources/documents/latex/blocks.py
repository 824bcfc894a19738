"""The blocks of a LaTeX document as its reader writes them, one character run after another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from evidence.model.document import Cited
from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.citing_notes import cited_by_note
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.latex.tables import Tabular

_BLANKS: Final = re.compile(r"[ \t]+")
# Letters and signs mark a table's notes; digits do so behind a number, and not in `mg/m2`.
_NOTE_MARK: Final = re.compile(r"[a-z*†‡§¶#‖, ]+")
_STOP: Final = re.compile(r"[.?!…][)\]}”’\"']*\Z")
_LONGEST_STOP: Final = 5


@dataclass(slots=True)
class _Page:
    """What is being written: a paragraph, or something that stands within one."""

    kind: BlockKind = BlockKind.PARAGRAPH
    label: str = ""
    builder: BlockBuilder = field(default_factory=BlockBuilder)
    blank: tuple[str, Place] | None = None  # written once something follows it
    last: str = ""  # the last characters that are neither raised nor a marker
    is_at_display: bool = False  # behind a displayed formula without a stop of its own
    is_parted: bool = False  # by a displayed formula between two sentences

    def add(self, text: str, place: Place, *, is_superscript: bool = False) -> None:
        if self.is_at_display and text[:1].isupper():
            self.builder.add(".", place)
        self.is_at_display = self.is_parted = False
        self._add_blank()
        self.builder.add(text, place, is_superscript=is_superscript)
        if not is_superscript:
            self.last = (self.last + text)[-_LONGEST_STOP:]

    def is_between_sentences(self) -> bool:
        return not self.builder.length or _STOP.search(self.last) is not None

    def cite(
        self, written: str, cited: tuple[Cited, ...], place: Place, *, is_narrative: bool
    ) -> None:
        self._add_blank()
        self.builder.cite(written, cited, place, is_narrative=is_narrative)
        if is_narrative:
            self.last = written[-_LONGEST_STOP:]

    def _add_blank(self) -> None:
        if self.blank and self.builder.length:
            self.builder.add(*self.blank)
        self.blank = None

    def block(self) -> Block | None:
        return self.builder.block(self.kind, label=self.label)


class LatexWriter:
    """Holds the blocks that are finished and those that are being written, one within another."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tabulars: list[Tabular] = []
        self._pages = [_Page()]
        self._notes: list[Block] = []

    def text(self, text: str, place: Place, *, is_superscript: bool = False) -> None:
        """Add characters; runs of blanks are one, and none stands at an end of a block."""
        page = self._pages[-1]
        words = text.strip(" \t")
        if text[:1] in (" ", "\t") or not words:
            self.blank(place)
        if not words:
            return
        if "  " in words or "\t" in words:
            words = _BLANKS.sub(" ", words)
        if page.is_parted and words[0].islower() and len(self._pages) == 1:
            self.end_paragraph()  # `where E is large`: no part of the sentence in front of it
            page = self._pages[-1]
        start = Place(place.file, place.line, place.column + len(text) - len(text.lstrip(" \t")))
        page.add(words, start, is_superscript=is_superscript)
        if text[-1] in (" ", "\t"):
            end = Place(place.file, place.line, place.column + len(text.rstrip(" \t")))
            page.blank = (" ", end)

    def blank(self, place: Place, sign: str = " ") -> None:
        """Add a blank or the end of a line, unless one is there."""
        if self._pages[-1].blank is None:
            self._pages[-1].blank = (sign, place)

    def drop_blank(self) -> None:
        """Take back the blank in front of what prints nothing."""
        self._pages[-1].blank = None

    def display(self, text: str, place: Place) -> None:
        """Add a displayed formula to the sentence that it stands in; between two it is left out.

        A capital behind it begins a sentence: many a formula that ends one bears no stop.
        """
        page = self._pages[-1]
        page.is_parted = page.is_between_sentences()
        self.blank(place)
        if text and (self.is_in_cell() or not page.is_parted):
            page.is_at_display = False
            self.text(text, place)
            page.is_at_display = text[-1] not in ".,;:?!"
            self.blank(place)

    def superscript(self, text: str, place: Place) -> None:
        """Add raised characters; the marks of a table's notes are no part of its cells."""
        if self.is_in_cell():
            last = self._pages[-1].last
            if _NOTE_MARK.fullmatch(text) or last[-1:].isdigit():
                return
        self.text(text.strip(), place, is_superscript=True)

    def cite(
        self,
        command: str,
        cited: tuple[Cited, ...],
        place: Place,
        *,
        is_narrative: bool = False,
        names: str = "",
    ) -> None:
        """Add a citation: its names or keys where it is part of the sentence, else the command."""
        keys = ", ".join(each.label for each in cited)
        if self.is_in_cell():
            self.text(f"[{keys}]", place)
            return
        written = names or keys if is_narrative else " ".join(command.split())
        self._pages[-1].cite(written, cited, place, is_narrative=is_narrative)

    def is_in_cell(self) -> bool:
        """Whether a cell is being written, and nothing within it."""
        return bool(self.tabulars) and self.tabulars[-1].depth == len(self._pages)

    def begin(self, kind: BlockKind, label: str = "") -> None:
        """What is written from now on is a block of this kind, up to the paragraph's end."""
        self.end_paragraph()
        if len(self._pages) == 1:
            self._pages[-1].kind, self._pages[-1].label = kind, label

    def end_paragraph(self, place: Place | None = None) -> None:
        """End the paragraph; within a heading, a note, a caption or a cell a blank does so."""
        page = self._pages[-1]
        if len(self._pages) > 1 or (page.kind is BlockKind.REFERENCE and place):
            if place:
                self.blank(place)
            return
        self._append(page.block())
        self.blocks += self._notes
        self._notes = []
        self._pages[-1] = _Page()

    def open(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Begin something that stands within a paragraph, or between two."""
        self._pages.append(_Page(kind))

    def close(self) -> Block | None:
        """End what was opened last, and give it back."""
        return self._pages.pop().block()

    def close_heading(self) -> None:
        """End a heading."""
        self._append(self.close())

    def close_note(self) -> None:
        """End a footnote: it is read behind its paragraph, or a marker in it if it only cites."""
        note = self.close()
        if note and self._pages[-1].builder.length and (cited := cited_by_note(note)):
            self.cite(note.text, cited, note.place(0))
        elif note:
            self._notes.append(note)

    def add_behind(self, blocks: Sequence[Block]) -> None:
        """Add finished blocks behind the paragraph in whose middle they may stand."""
        if len(self._pages) == 1 and not self._pages[0].builder.length:
            self.blocks += blocks
        else:
            self._notes += blocks

    def begin_cells(self, place: Place) -> None:
        """Begin a tabular."""
        self._pages.append(_Page())
        self.tabulars.append(Tabular(place, len(self._pages)))

    def end_cell(self, *, ends_row: bool = False) -> None:
        """End a cell, and with the last one its row."""
        made = self._pages.pop().block()
        self._pages.append(_Page())
        self.tabulars[-1].add(" ".join(made.text.split()) if made else "", ends_row=ends_row)

    def end_cells(self) -> Tabular:
        """End a tabular, and give it back."""
        self.end_cell(ends_row=True)
        self._pages.pop()
        return self.tabulars.pop()

    def _append(self, block: Block | None) -> None:
        if block:
            self.blocks.append(block)
