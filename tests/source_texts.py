"""Texts of cited works, made from plain text as the readers make them."""

from pathlib import Path

from evidence.model.claim import EvidenceLine
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText
from evidence.sources.documents.interface import Source
from evidence.sources.documents.plain_text.document import read_plain_text
from evidence.sources.documents.statements.assembly import assemble


def full_text(
    text: str, *, key: str = "work2020", file: str = "sources/work2020.txt"
) -> SourceText:
    """The text as that of a file; form feeds part its pages."""
    contents = read_plain_text(Source(Path(file), file, text.encode()), lambda *_: None)
    return SourceText(key, Depth.FULL_TEXT, assemble(contents, file), file, "0" * 64)


def abstract(text: str, *, key: str = "work2020") -> SourceText:
    """The text as an abstract that a registry gave."""
    document = full_text(text, key=key, file="").document
    return SourceText(key, Depth.ABSTRACT, document, registry="Crossref")


def line(quote: str = "", *, key: str = "work2020", **fields: str) -> EvidenceLine:
    """A line of evidence with this quote."""
    return EvidenceLine(
        key,
        Place("claims.yaml", 5, 9),
        quote=quote,
        page=fields.get("page", ""),
        section=fields.get("section", ""),
        prefix=fields.get("prefix", ""),
        suffix=fields.get("suffix", ""),
    )
