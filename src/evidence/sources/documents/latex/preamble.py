"""What the preamble of a LaTeX document says of its text: macros, the title, the .bib files."""

import re
from dataclasses import replace
from typing import Final

from evidence.errors import InputError
from evidence.sources.documents.interface import BlockKind
from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.commands import BIBLIOGRAPHIES, DEFINITIONS
from evidence.sources.documents.latex.files import LatexFile
from evidence.sources.documents.latex.reader import LatexReader
from evidence.sources.documents.latex.structure import define, name_bibliographies

_COMMENT: Final = re.compile(r"(\\.)|%[^\n]*", re.DOTALL)
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)")


def read_preamble(reader: LatexReader) -> None:
    """Tell the reader what stands in front of `\\begin{document}`, and in files included there."""
    main = reader.files.main
    _read(reader, replace(main, start=0, end=main.start), is_main=True)


def _read(reader: LatexReader, file: LatexFile, *, is_main: bool) -> None:
    bare = _COMMENT.sub(lambda found: found[1] or " " * len(found[0]), file.text[: file.end])
    arguments = Arguments(replace(file, text=bare))
    at = 0
    while found := _COMMAND.search(bare, at):
        name, at = found[1], found.end()
        if name in DEFINITIONS:
            at = define(reader.state, arguments, at)
        elif name in BIBLIOGRAPHIES:
            at = name_bibliographies(reader.state, arguments, at)
        elif name == "title":
            at = _read_title(reader, arguments, at)
        elif name == "input" and is_main and (written := arguments.group(at)):
            at = written[1]
            try:
                included = reader.files.included(written[0], file, found.start())
            except InputError:
                continue  # a file of the TeX installation
            if included:
                _read(reader, replace(included, start=0), is_main=False)


def _read_title(reader: LatexReader, arguments: Arguments, at: int) -> int:
    _, at = arguments.options(at)
    title = arguments.group(at)
    if title is None:
        return at
    end = title[1] - 1
    part = replace(arguments.file, start=end - len(title[0]), end=end)
    reader.state.writer.open(BlockKind.HEADING)
    reader.read(part, part, part.start)
    reader.state.writer.close_heading()
    return title[1]
