"""Word documents (.docx): paragraphs, lists, tables, notes, and the fields that cite."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from evidence.sources.documents.docx.blocks import Story, blocks_of
from evidence.sources.documents.docx.field_items import FieldItem
from evidence.sources.documents.docx.fields import Field, items_in
from evidence.sources.documents.docx.names import w
from evidence.sources.documents.docx.notes import NoteMarks, note_marks
from evidence.sources.documents.docx.numbering import Numbering
from evidence.sources.documents.docx.package import Package, open_package, refusal
from evidence.sources.documents.docx.references import read_references
from evidence.sources.documents.docx.revisions import accept_changes
from evidence.sources.documents.docx.story import Draft, Note, Reader
from evidence.sources.documents.docx.styles import Styles
from evidence.sources.documents.docx.tables import read_table
from evidence.sources.documents.docx.word_sources import read_word_sources
from evidence.sources.documents.interface import Contents, Progress, Source

_STEP: Final = 50  # paragraphs
_MOST_PARAGRAPHS: Final = 200_000  # some 20,000 pages


def read_docx(source: Source, progress: Progress) -> Contents:
    """The blocks of a Word document, as it reads with all its tracked changes accepted.

    Places count paragraphs as lines, those in tables among them, and characters in them as columns.
    Headers, footers and comments are not read. Raises InputError when the package is damaged, made
    to harm, or holds macros.
    """
    package = open_package(source)
    body = _story(package, package.root(package.main), "body")
    count = sum(1 for _ in body.iter(w("p")))
    if count > _MOST_PARAGRAPHS:
        message = f"has {count:,} paragraphs; documents of up to {_MOST_PARAGRAPHS:,} are read"
        raise refusal(source, message)
    marks = note_marks(package.one("settings"), body)
    reader = Reader(
        Styles(package.one("styles")),
        Numbering(package.one("numbering")),
        table=read_table,
        note_mark=marks.mark,
        progress=_told(progress, count),
    )
    drafts = reader.story(body)
    notes = _read_notes(package, reader, marks)
    citations = _citations(package, reader.citations)
    references = read_references(citations, drafts, source.name)
    return Contents(blocks_of(Story(source.name, drafts, notes, citations, references)))


def _story(package: Package, root: Any, name: str) -> Any:
    found = root.find(w(name))
    if found is None:
        raise refusal(package.source, f"is not a whole Word document: its text lacks `w:{name}`")
    accept_changes(root)
    return found


def _told(progress: Progress, count: int) -> Callable[[], None]:
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if done % _STEP == 0 or done == count:
            progress("reading paragraphs", min(done, count), count)

    return tell


def _read_notes(package: Package, reader: Reader, marks: NoteMarks) -> dict[Note, Sequence[Draft]]:
    """The notes that the body marks, in the order of their marks."""
    elements: dict[tuple[str, str], Any] = {}
    for kind in ("footnote", "endnote"):
        root = package.one(f"{kind}s")
        if root is not None:
            accept_changes(root)
            for element in root.iterfind(w(kind)):
                elements.setdefault((kind, element.get(w("id"), "")), element)
    return {
        mark: drafts
        for key, mark in list(marks.marks.items())
        if key in elements and (drafts := _shown(reader.story(elements[key])))
    }


def _shown(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.text.strip()]


def _citations(package: Package, fields: Collection[Field]) -> dict[Field, tuple[FieldItem, ...]]:
    """The works that the fields cite, without those fields that cannot be made out."""
    is_words_own = any(each.code.upper().startswith("CITATION") for each in fields)
    sources = read_word_sources(package) if is_words_own else {}
    return {each: items for each in fields if (items := items_in(each, sources))}
