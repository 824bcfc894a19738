"""An evidence line that says of a passage where it stands, so that it is found again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from evidence.errors import InputError
from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.sections import PATH
from evidence.model.anchor import Anchor, AnchorState, CellState, Passage
from evidence.model.claim import EvidenceLine, TableCell
from evidence.model.source_text import SourceText

_CONTEXTS: Final = (5, 10, 20)  # words before and behind that may tell two places apart
_REACH: Final = 400  # characters in which these words stand


def located(
    line: EvidenceLine,
    quote: str,
    start: int,
    file: str,
    finder: AnchorFinder,
    texts: Sequence[SourceText],
) -> tuple[EvidenceLine, Anchor]:
    """The line with this quote, told by page and section to begin at `start` of the text in `file`,
    by the words around it where these do not suffice; and what it is found as.

    A page or section that the text does not have stays as the line has it. Raises InputError when
    the words cannot be found again just there.
    """
    passage = _passage(line, quote, start, file, finder)
    bare = replace(line, quote=quote, page=passage.page or line.page, prefix="", suffix="")
    text = next((each.document.text for each in texts if each.file == file), "")
    for named in _sections(passage, line):
        placed = replace(bare, section=named)
        for candidate in (placed, *_with_context(placed, passage, text)):
            found = finder.anchor(candidate)
            is_one = found.state is AnchorState.FOUND and found.file == file
            if is_one and found.passages[0].start == start:
                return candidate, found
    raise InputError("the words stand several times in the text, and nothing tells where")


def table_line(
    line: EvidenceLine, cell: TableCell, caption: Passage, finder: AnchorFinder
) -> EvidenceLine:
    """The line with a table's cell, and with the page and section of the table where it quotes
    nothing. Raises InputError when the cell cannot be found again.
    """
    if finder.cell(cell).state is not CellState.FOUND:
        raise InputError(f"the cell cannot be found again in {cell.label}")
    if line.quote:
        return replace(line, table=cell)
    section = caption.section.rpartition(PATH)[2]
    return replace(
        line, table=cell, page=caption.page or line.page, section=section or line.section
    )


def _passage(
    line: EvidenceLine, quote: str, start: int, file: str, finder: AnchorFinder
) -> Passage:
    """The words where they are meant to stand."""
    bare = replace(line, quote=quote, page="", section="", prefix="", suffix="")
    found = finder.anchor(bare)
    if found.is_found and found.file == file:
        for passage in found.passages:
            if passage.start == start:
                return passage
    raise InputError("the words cannot be found again in the text")


def _sections(passage: Passage, line: EvidenceLine) -> Iterator[str]:
    """What the section may be called: the nearest heading, then those above it."""
    path = passage.section.split(PATH) if passage.section else [line.section]
    yield from reversed(path)


def _with_context(line: EvidenceLine, passage: Passage, text: str) -> Iterator[EvidenceLine]:
    """The line with ever more of the words before it, behind it, and both."""
    before = text[max(0, passage.start - _REACH) : passage.start].split()
    behind = text[passage.end : passage.end + _REACH].split()
    for count in _CONTEXTS:
        prefix, suffix = " ".join(before[-count:]), " ".join(behind[:count])
        yield replace(line, prefix=prefix)
        yield replace(line, suffix=suffix)
        yield replace(line, prefix=prefix, suffix=suffix)
