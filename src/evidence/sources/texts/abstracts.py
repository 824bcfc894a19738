"""An abstract, which comes as plain text, as a text with sentences and sections."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.model.source_text import Depth, SourceText
from evidence.sources.documents.interface import Block, BlockKind, Contents
from evidence.sources.documents.statements.assembly import assemble
from evidence.sources.positions import Positions

# The headings of structured abstracts: CONSORT for abstracts, PRISMA for abstracts, and the labels
# that MEDLINE maps to its five categories, as far as they are frequent.
_NAMES: Final = (
    r"(?:aims?|backgrounds?|case (?:description|presentation|report)|conclusions?|context"
    r"|contribution|data (?:analysis|collection|extraction|sources?|synthesis)|design|discussion"
    r"|eligibility criteria|evidence (?:acquisition|review|synthesis)|experimental design"
    r"|exposures?|findings?|funding|goals?|hypothes[ie]s|implications?|importance|interpretation"
    r"|interventions?|introduction|limitations?|main outcomes?(?: measures?)?|main results?"
    r"|materials?|measurements?|methodology|methods?|objectives?|observations?|outcomes?"
    r"|outcome measures?|participants?|patients?|primary outcomes?|purpose|rationale|relevance"
    r"|registration|results?|search (?:methods?|strategy)|selection criteria|settings?"
    r"|significance|study (?:design|population|selection)|subjects?|summary"
    r"|trial registration(?: number)?)"
)
_LABEL: Final = rf"{_NAMES}(?:(?:,| and|, and| &| ?/) ?{_NAMES}){{0,3}}"
_ALONE: Final = re.compile(rf"\s*({_LABEL})\s*[:.]?\s*", re.IGNORECASE)
# In running text only the colon and the capital tell a heading from a word.
_HEADING: Final = re.compile(
    rf"(?:\A|(?<=[.!?)\]]\s)|(?<=\n))(?=[A-Z])((?i:{_LABEL}))\s?:(?:\s+|\Z)"
)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*(?=\n)")


def abstract_text(
    key: str,
    text: str,
    registry: str,
    *,
    hand_made: bool = False,
    publication_types: tuple[str, ...] = (),
) -> SourceText:
    """The abstract `text` of the work that the entry `key` is about, as `registry` gave it.

    Paragraphs end at blank lines; a heading such as `Results:` is the section of what follows, on a
    line of its own or not. Places count the lines of the abstract itself, in a file without a name.
    """
    document = assemble(Contents(tuple(_blocks(text))), "")
    return SourceText(
        key,
        Depth.ABSTRACT,
        document,
        registry=registry,
        hand_made=hand_made,
        publication_types=publication_types,
    )


def _blocks(text: str) -> Iterator[Block]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    positions = Positions.of(text, "")
    start = 0
    for blank in (*_BLANK_LINE.finditer(text), None):
        end = blank.start() if blank else len(text)
        for kind, first, last in _parts(text, start, end):
            first, last = _stripped(text, first, last)
            if first < last:
                yield Block(kind, text[first:last], ((0, positions.place(first)),))
        start = end


def _parts(text: str, start: int, end: int) -> Iterator[tuple[BlockKind, int, int]]:
    """The headings of a paragraph and what stands between them."""
    start, end = _stripped(text, start, end)
    paragraph = text[start:end]
    if _ALONE.fullmatch(paragraph):
        yield BlockKind.HEADING, start, end
        return
    done = 0
    for heading in _HEADING.finditer(paragraph):
        yield BlockKind.PARAGRAPH, start + done, start + heading.start()
        yield BlockKind.HEADING, start + heading.start(1), start + heading.end(1)
        done = heading.end()
    yield BlockKind.PARAGRAPH, start + done, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Where what is between `start` and `end` begins and ends without the blanks around it."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return first, max(first, start + len(piece.rstrip()))
