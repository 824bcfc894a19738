"""LaTeX documents: sections, paragraphs, lists, tables, footnotes and what they cite."""

from evidence.sources.documents.interface import Contents, Progress, Source
from evidence.sources.documents.latex.files import LatexFiles
from evidence.sources.documents.latex.preamble import read_preamble
from evidence.sources.documents.latex.reader import LatexReader
from evidence.sources.documents.latex.state import LatexState


def read_latex(source: Source, progress: Progress) -> Contents:
    """The blocks of a LaTeX document and of the files that it includes.

    They are read from its own folder and from the current one, and from nowhere else.

    What stands in front of `\\begin{document}` is no text, but for the title. Raises InputError,
    with the place, for what is never closed, and for a file that cannot be included.
    """
    state = _read(source, LatexState({}, {}), progress)
    if state.misses_names and (state.numbers or state.names):
        # A table or a work is named in front of it: LaTeX itself runs twice for that.
        state = _read(source, LatexState(state.numbers, state.names), progress)
    return Contents(tuple(state.writer.blocks), tuple(state.bibliographies))


def _read(source: Source, state: LatexState, progress: Progress) -> LatexState:
    reader = LatexReader(LatexFiles(source), state, progress)
    read_preamble(reader)
    reader.read_document()
    return state
