"""The blocks of a .bib file as bibtexparser finds them, with the offset of each of their parts.

bibtexparser 2.1 gives raw text and lines counted from 0; the offsets follow from these.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import Block as ParsedBlock
from bibtexparser.model import Entry, ImplicitComment, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from evidence.sources.bibtex_blocks import (
    Block,
    BrokenBlock,
    EntryBlock,
    SilentBlock,
    StringBlock,
    WrittenField,
)


def parse_blocks(text: str, painted: str) -> Iterator[Block]:
    """The blocks that the parser finds in `painted`, cut out of `text`."""
    line_starts = [0, *(end.end() for end in re.finditer("\n", painted))]
    cursor = 0
    with _silence():
        library = Splitter(painted).split()
    for parsed in library.blocks:
        if isinstance(parsed, ImplicitComment):
            continue
        block = _sound_block(parsed)
        raw = block.raw or ""
        at = painted.index(raw, max(cursor, line_starts[block.start_line or 0]))
        end = at + len(raw)
        # The text of a broken block may hold the beginning of the next one.
        cursor = at + 1 if isinstance(block, ParsingFailedBlock) else end
        yield _located(text, painted, block, at, end)


def _sound_block(parsed: ParsedBlock) -> ParsedBlock:
    """The block itself where the parser only objects to a doubled key; we look for these."""
    while isinstance(parsed, ParsingFailedBlock) and parsed.ignore_error_block:
        parsed = parsed.ignore_error_block
    return parsed


def _located(text: str, painted: str, block: ParsedBlock, at: int, end: int) -> Block:
    match block:
        case Entry():
            opening = at + 1 + len(block.entry_type)
            key_at = painted.index(block.key, _after_delimiter(painted, opening))
            key_end = key_at + len(block.key)
            fields = tuple(_fields(text, painted, block, key_end))
            return EntryBlock(at, end, block.entry_type.lower(), text[key_at:key_end], fields)
        case String():
            name_at = painted.index(block.key, _after_delimiter(painted, at))
            name_end = name_at + len(block.key)
            value_at = painted.index(block.value, painted.index("=", name_end) + 1)
            value = text[value_at : value_at + len(block.value)]
            return StringBlock(at, end, text[name_at:name_end], value, value_at)
        case ParsingFailedBlock(error=BlockAbortedException() as error):
            return BrokenBlock(at, end, text[at:end], error.abort_reason)
        case _:
            return SilentBlock(at, end)


def _after_delimiter(painted: str, at: int) -> int:
    """The offset behind the first opening delimiter from `at` on."""
    while painted[at] not in "{(":
        at += 1
    return at + 1


def _fields(text: str, painted: str, entry: Entry, at: int) -> Iterator[WrittenField]:
    """The fields with their offsets, `at` being where the key ends.

    The parser strips names and values of blanks and of nothing else, so that each is the first
    thing that stands after the `,` or `=` before it.
    """
    for field in entry.fields:
        name_at = painted.index(field.key, painted.index(",", at) + 1)
        name_end = name_at + len(field.key)
        value_at = painted.index(field.value, painted.index("=", name_end) + 1)
        at = value_at + len(field.value)
        yield WrittenField(text[name_at:name_end], name_at, text[value_at:at], value_at)


@contextmanager
def _silence() -> Iterator[None]:
    """The parser logs each broken block; they are reported in our own words."""
    logger = logging.getLogger("bibtexparser.splitter")
    was_disabled = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = was_disabled
