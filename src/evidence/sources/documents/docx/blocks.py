"""The paragraphs, tables and notes of a .docx as blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from evidence.model.document import CitationForm, Cited
from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.docx.field_items import FieldItem
from evidence.sources.documents.docx.fields import Field
from evidence.sources.documents.docx.notes import reference_notes
from evidence.sources.documents.docx.references import References, is_list_heading
from evidence.sources.documents.docx.story import Draft, Note, Piece
from evidence.sources.documents.heading_lines import is_title
from evidence.sources.documents.interface import Block, BlockKind

_FIGURE: Final = re.compile(r"\s*(?:fig|abb|image|chart|scheme|photo)", re.IGNORECASE)
_LABELLED: Final = re.compile(r"\s*(?:table|tab|fig|abb)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """All that was read of a document: its body, its notes, and the citations in its fields.

    A field whose citation cannot be made out is not among them: what it displays is plain text.
    """

    file: str
    body: Sequence[Draft]
    notes: Mapping[Note, Sequence[Draft]]
    citations: Mapping[Field, tuple[FieldItem, ...]]
    references: References


def blocks_of(story: Story) -> tuple[Block, ...]:
    """The document's blocks: the body, then the notes that are no references.

    The references stand where the bibliography is printed, else at the end.
    """
    maker = _Maker(story)
    captions = _captions(story.body)
    used = set(captions.values())
    listed: tuple[Block, ...] = (*story.references.blocks, *maker.note_references())
    blocks: list[Block] = []
    is_placed = False
    for index, draft in enumerate(story.body):
        if draft.is_listed and not is_list_heading(draft):
            if not is_placed:
                blocks += listed
                is_placed = True
        elif draft.kind is BlockKind.TABLE:
            caption = maker.block(story.body[captions[index]]) if index in captions else None
            place = Place(story.file, draft.line, 1)
            blocks.append(Block(draft.kind, "", ((0, place),), rows=draft.rows, caption=caption))
        elif index not in used and (block := maker.block(draft)):
            blocks.append(block)
    blocks += maker.remarks()
    return tuple(blocks if is_placed else [*blocks, *listed])


class _Maker:
    """Makes blocks, knowing what the fields and the marks of notes cite."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._labels = story.references.labels
        taken = {block.label for block in story.references.blocks}
        found = reference_notes(story.notes, has_other_list=bool(taken))
        self._note_labels = {
            note: note.shown if note.shown not in taken else f"{note.kind}-{note.shown}"
            for note in story.notes
            if note in found
        }

    def block(self, draft: Draft) -> Block | None:
        """A paragraph as a block; None when it displays nothing."""
        builder, before = BlockBuilder(), ""
        if draft.is_caption and _LABELLED.match(draft.number):
            self._add(builder, draft, Piece(f"{draft.number} "))
        for held, group in groupby(draft.pieces, key=lambda piece: piece.field):
            pieces = list(group)
            if held in self._story.citations and held is not None:
                shown = "".join(piece.text for piece in pieces)
                self._cite(builder, draft, before, shown, held)
                before += shown
                continue
            before += "".join(piece.text for piece in pieces)
            for piece in pieces:
                self._add(builder, draft, piece)
        kind = BlockKind.HEADING if self._is_bold_heading(draft) else draft.kind
        return builder.block(kind, label=draft.label if kind is BlockKind.ITEM else "")

    def note_references(self) -> Iterator[Block]:
        """The notes that are references, as items of the list."""
        for note, label in self._note_labels.items():
            drafts = self._story.notes[note]
            text = " ".join(" ".join(draft.text for draft in drafts).split())
            place = Place(self._story.file, drafts[0].line, 1)
            yield Block(BlockKind.REFERENCE, text, ((0, place),), label=label)

    def remarks(self) -> Iterator[Block]:
        """The notes that say something themselves, as paragraphs."""
        for note, drafts in self._story.notes.items():
            cited = self._cited_in(note)
            if note in self._note_labels:
                continue
            for draft in drafts:
                said = "".join(piece.text for piece in draft.pieces if piece.field is None)
                block = self.block(replace(draft, kind=BlockKind.PARAGRAPH, label=""))
                if block and not (cited and len(said.split()) < _FEWEST_WORDS):
                    yield block

    def _add(self, builder: BlockBuilder, draft: Draft, piece: Piece) -> None:
        place = Place(self._story.file, draft.line, builder.length + 1)
        if piece.note is None:
            builder.add(piece.text, place, is_superscript=piece.is_raised)
        elif label := self._note_labels.get(piece.note, ""):
            builder.cite(piece.text, (Cited(label),), place, form=CitationForm.SUPERSCRIPT)
        elif cited := self._cited_in(piece.note):
            builder.cite(piece.text, cited, place, form=CitationForm.FIELD)

    def _cite(
        self, builder: BlockBuilder, draft: Draft, before: str, shown: str, held: Field
    ) -> None:
        """The marker of a field, without the blanks at its edges; `before` is the text so far.

        `Berg et al. (2015)`, outside brackets, is part of its sentence.
        """
        start = len(shown) - len(shown.lstrip())
        is_in_brackets = before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind(
            "]"
        )
        end = len(shown.rstrip())
        self._add(builder, draft, Piece(shown[:start]))
        if start < end:
            place = Place(self._story.file, draft.line, builder.length + 1)
            written = shown[start:end]
            builder.cite(
                written,
                self._cited(held),
                place,
                form=CitationForm.FIELD,
                is_narrative=written[0].isalpha() and not is_in_brackets,
            )
            self._add(builder, draft, Piece(shown[end:]))

    def _cited(self, held: Field) -> tuple[Cited, ...]:
        cited: dict[str, Cited] = {}
        for item in self._story.citations[held]:
            label = self._labels[item.identity]
            cited.setdefault(label, Cited(label, item.locator))
        return tuple(cited.values())

    def _cited_in(self, note: Note) -> tuple[Cited, ...]:
        """What the fields in a note cite: its mark stands for them."""
        cited: dict[str, Cited] = {}
        for draft in self._story.notes.get(note, ()):
            for piece in draft.pieces:
                if piece.field in self._story.citations and piece.field is not None:
                    for each in self._cited(piece.field):
                        cited.setdefault(each.label, each)
        return tuple(cited.values())

    @staticmethod
    def _is_bold_heading(draft: Draft) -> bool:
        """Whether a paragraph is in bold and reads as a heading: many authors use no styles."""
        if draft.kind is not BlockKind.PARAGRAPH or draft.is_caption:
            return False
        seen = [piece for piece in draft.pieces if piece.text.strip()]
        is_bold = bool(seen) and all(piece.is_bold and not piece.field for piece in seen)
        return is_bold and is_title(draft.text.strip()) and not _LABELLED.match(draft.text)


_FEWEST_WORDS: Final = 4  # of a note's own, beside its citations: fewer are `See also` or `In`


def _captions(body: Sequence[Draft]) -> dict[int, int]:
    """For each table the paragraph beside it that is styled as its caption, by their indices.

    The one before counts, unless the document sets its captions below: then the one after does.
    """
    shown = [
        index for index, each in enumerate(body) if each.rows or each.text.strip()
    ]  # empty paragraphs part a table from its caption
    tables = [at for at, index in enumerate(shown) if body[index].kind is BlockKind.TABLE]
    before, after = (
        {
            shown[at]: shown[at + step]
            for at in tables
            if 0 <= at + step < len(shown) and _is_table_caption(body[shown[at + step]])
        }
        for step in (-1, 1)
    )
    is_below = bool(tables) and shown[tables[0]] not in before and shown[tables[0]] in after
    first, second = (after, before) if is_below else (before, after)
    taken = set(first.values())
    return first | {
        table: caption
        for table, caption in second.items()
        if table not in first and caption not in taken
    }


def _is_table_caption(draft: Draft) -> bool:
    return draft.is_caption and not _FIGURE.match(f"{draft.number}{draft.text}")
