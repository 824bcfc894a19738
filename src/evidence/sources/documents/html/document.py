"""HTML pages to `Contents`."""

import re
from typing import Final

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.html.blocks import HtmlBlocks
from evidence.sources.documents.html.head import is_wall, read_head
from evidence.sources.documents.html.tokens import tokens
from evidence.sources.documents.interface import UNREADABLE, Block, Contents, Progress, Source
from evidence.sources.encoding import decode
from evidence.sources.positions import Positions

_LINE_END: Final = re.compile(r"\r\n|\r")
_FIRST_BYTES: Final = 4096
_CHARSET: Final = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset | \?xml\b[^>]{0,500}?\bencoding)
         \s*=\s*["']?\s*([\w:.-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
# WHATWG Encoding Standard, 4.2: what these names mean on the web.
_MEANT: Final = {
    **dict.fromkeys(
        ("latin1", "latin-1", "iso-8859-1", "iso8859-1", "us-ascii", "ascii"), "cp1252"
    ),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
}
_REMEDY: Final = "save the page as UTF-8, or declare its encoding with `<meta charset=…>`"
_NOT_THE_WORK: Final = (
    "holds no text but a page that a site shows before it, to see who asks: open the address in a "
    "browser, and save the page again once the text is shown"
)
_STEP: Final = 1_000_000  # characters


def read_html(source: Source, progress: Progress) -> Contents:
    """The page's blocks, without what is not shown and what belongs to the page and not the text.

    The encoding is that of the byte-order mark, else what the page declares, else UTF-8. Raises
    InputError (`CIT012`) when the bytes are not text in it, and for a page that a site shows
    before the one that was asked for.
    """
    declared = ""
    if found := _CHARSET.search(source.data[:_FIRST_BYTES]):
        declared = found[1].decode("ascii").lower()
    declared = _MEANT.get(declared, declared)
    text = _LINE_END.sub(
        "\n", decode(source.data, source.name, code=UNREADABLE, declared=declared, remedy=_REMEDY)
    )
    blocks, head = read_html_blocks(text, source.name, progress=progress), read_head(text)
    if is_wall(head, blocks):
        raise InputError(
            f"`{source.name}` {_NOT_THE_WORK}", place=Place(source.name), code=UNREADABLE
        )
    return Contents(blocks, title=head.title, doi=head.doi)


def read_html_blocks(
    text: str, name: str, first_line: int = 1, *, progress: Progress = lambda *_: None
) -> tuple[Block, ...]:
    """The blocks of HTML that begins in this line of the file `name`; its lines end with `\\n`."""
    reader = HtmlBlocks(Positions.of(text, name), first_line)
    told = 0
    for token in tokens(text):
        if token.offset >= told:
            progress("reading", token.offset, len(text))
            told = token.offset + _STEP
        reader.take(token)
    reader.close()
    progress("reading", len(text), len(text))
    return tuple(reader.blocks)
