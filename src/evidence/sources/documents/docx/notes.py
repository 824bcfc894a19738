"""Footnotes and endnotes of a .docx: which of them are references, and which cite."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evidence.sources.documents.docx.names import value, w, whole
from evidence.sources.documents.docx.numbering import shown_number
from evidence.sources.documents.docx.story import Draft, Note
from evidence.sources.documents.reference_list.signs import looks_like_reference


@dataclass(slots=True)
class NoteMarks:
    """Counts the marks of notes as Word does, and keeps them in their order.

    Word numbers endnotes `i, ii, iii` unless the document says otherwise.
    """

    styles: Mapping[str, str]
    starts: Mapping[str, int]
    marks: dict[tuple[str, str], Note] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def mark(self, kind: str, element: Any) -> Note:
        """The mark that a reference to a note shows; none where the author typed one of his own."""
        key = kind, element.get(w("id"), "")
        if key not in self.marks:
            if element.get(w("customMarkFollows")) in ("1", "true", "on"):
                self.marks[key] = Note(kind, key[1], "")
            else:
                number = self._counts.get(kind, self.starts.get(kind, 1) - 1) + 1
                self._counts[kind] = number
                self.marks[key] = Note(kind, key[1], shown_number(number, self.styles[kind]))
        return self.marks[key]


def note_marks(settings: Any, body: Any) -> NoteMarks:
    """The counter for a document with these settings, of its own or of its first section."""
    styles = {"footnote": "decimal", "endnote": "lowerRoman"}
    starts: dict[str, int] = {}
    section = body.find(f".//{w('sectPr')}")
    for element in (settings, section):
        for kind in styles if element is not None else ():
            found = element.find(w(f"{kind}Pr"))
            styles[kind] = value(found, "numFmt") or styles[kind]
            starts[kind] = whole(value(found, "numStart"), starts.get(kind, 1))
    return NoteMarks(styles, starts)


def reference_notes(
    notes: Mapping[Note, Sequence[Draft]], *, has_other_list: bool
) -> frozenset[Note]:
    """The notes that are references.

    All endnotes are when at least half of them read as references; of footnotes those that do, when
    they are at least half and the document has no other list.
    """
    found: set[Note] = set()
    for kind in ("endnote", "footnote"):
        those = {note: _text(drafts) for note, drafts in notes.items() if note.kind == kind}
        like = {note for note, text in those.items() if looks_like_reference(text)}
        if 2 * len(like) < len(those) or (kind == "footnote" and (has_other_list or found)):
            continue
        found |= like if kind == "footnote" else {note for note, text in those.items() if text}
    return frozenset(found)


def _text(drafts: Sequence[Draft]) -> str:
    return " ".join(draft.text for draft in drafts).strip()
