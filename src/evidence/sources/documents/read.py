"""A document's file as a `Document`, whatever its format."""

from pathlib import Path

from evidence.errors import InputError
from evidence.model.document import Document
from evidence.model.place import Place
from evidence.sources.documents.formats import Kind, kind_of, load
from evidence.sources.documents.interface import UNREADABLE, Progress, Source
from evidence.sources.documents.narrative_citations import settle_narratives
from evidence.sources.encoding import read_bytes
from evidence.sources.file_names import shown_name


def read_document(
    path: Path | str, name: str = "", *, progress: Progress = lambda *_: None
) -> Document:
    """What the document at `path` says, with its citations, tables and reference list.

    `name` is the file in places and messages. What the bytes clearly are counts more than the
    suffix: a PDF named `.txt` is read as a PDF, a page of HTML named `.docx` as HTML. Raises
    InputError (`CIT012`) when the file cannot be read, is of a format that is not read, or holds no
    text.
    """
    from evidence.sources.documents.statements.assembly import assemble

    path = Path(path)
    name = name or shown_name(path)
    source = Source(path, name, read_bytes(path, name, code=UNREADABLE))
    kind = kind_of(source)
    document = assemble(settle_narratives(load(kind)(source, progress)), name)
    if not (document.text.strip() or document.tables or document.listed):
        raise InputError(_without_text(name, kind), place=Place(name), code=UNREADABLE)
    return document


def _without_text(name: str, kind: Kind) -> str:
    if kind is Kind.PDF:
        return f"`{name}` holds no text: it seems to be scanned; run a text recognition first"
    return f"`{name}` holds no text, expected at least one sentence"
