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
    path = Path(path)
    name = name or shown_name(path)
    return document_of(Source(path, name, read_bytes(path, name, code=UNREADABLE)), progress)


def document_of(source: Source, progress: Progress, *, in_depth: bool = False) -> Document:
    """What the bytes of a document say, as `read_document`.

    `in_depth` spends more time on a PDF: its tables are read, and its pages a second time where the
    first reading of them is of no use.
    """
    from evidence.sources.documents.statements.assembly import assemble

    kind = kind_of(source)
    read = load(kind, in_depth=in_depth)
    document = assemble(settle_narratives(read(source, progress)), source.name, progress)
    if not (document.text.strip() or document.tables or document.listed):
        message = _without_text(source.name, kind)
        raise InputError(message, place=Place(source.name), code=UNREADABLE)
    return document


def _without_text(name: str, kind: Kind) -> str:
    if kind is Kind.PDF:
        return f"`{name}` holds no text: it seems to be scanned; run a text recognition first"
    return f"`{name}` holds no text, expected at least one sentence"
