"""reStructuredText, with Sphinx's citations, to `Contents`."""

import re
from typing import Final

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.interface import (
    SAVE_AS_UTF8,
    UNREADABLE,
    Contents,
    Progress,
    Source,
)
from evidence.sources.documents.restructured_text.blocks import RestructuredTextBlocks
from evidence.sources.documents.restructured_text.syntax import parse
from evidence.sources.encoding import decode

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


def read_restructured_text(source: Source, progress: Progress) -> Contents:
    """The document's blocks, and the .bib files of its `bibliography` directives.

    No other file is read and no raw markup taken over. Raises InputError (`CIT012`) when the bytes
    are not text, or a line, the markup in it or the depth of lists and quotes is beyond reason.
    """
    progress("reading", 0, 2)
    text = _LINE_END.sub(
        "\n", decode(source.data, source.name, code=UNREADABLE, remedy=SAVE_AS_UTF8)
    )
    try:
        document = parse(text, source.name)
        progress("reading", 1, 2)
        contents = RestructuredTextBlocks(text.split("\n"), source.name).read(document)
    except RecursionError as error:
        message = "lists, quotes or tables are nested too deeply to be read"
        raise InputError(message, place=Place(source.name), code=UNREADABLE) from error
    progress("reading", 2, 2)
    return contents
