"""The blocks of a .bib file, split by bibtexparser, with the offset of each of their parts.

bibtexparser 2.1 gives raw text and lines counted from 0; the offsets follow from these. It reads a
copy of equal length in which what it would stumble over is painted out; all that is kept is cut
out of the text itself.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeAlias

from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import Block as ParsedBlock
from bibtexparser.model import Entry, ImplicitComment, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

_LONE_RETURN: Final = re.compile(r"\r(?!\n)")
_COMMENTED: Final = re.compile(r"^[ \t]*%[^\n]*@[^\n]*", re.MULTILINE)
_COMMENT_BLOCK: Final = re.compile(r"^[ \t]*@comment[ \t]*\{", re.MULTILINE | re.IGNORECASE)
_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenField:
    """A field as written: its name, its value with delimiters, and the offsets of both."""

    name: str
    at: int
    value: str
    value_at: int


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """An entry; like every block it reaches from the offset `at`, its `@`, up to `end`."""

    at: int
    end: int
    type: str
    key: str
    fields: tuple[WrittenField, ...]


@dataclass(frozen=True, slots=True)
class StringBlock:
    """A definition of a macro; `value` is as written, with delimiters, at the offset `value_at`."""

    at: int
    end: int
    name: str
    value: str
    value_at: int


@dataclass(frozen=True, slots=True)
class BrokenBlock:
    """A block that the parser gave up at `end`; `reason` in the parser's words."""

    at: int
    end: int
    written: str
    reason: str


@dataclass(frozen=True, slots=True)
class SilentBlock:
    """A `@comment` or `@preamble`."""

    at: int
    end: int


Block: TypeAlias = EntryBlock | StringBlock | BrokenBlock | SilentBlock


def split_blocks(text: str) -> Iterator[Block]:
    """The blocks of `text` in their order.

    A line that begins with `%` starts no entry, and neither does what stands inside a closed
    `@comment{…}`: what a person commented out is not read, as in biber.
    """
    painted = _paint(text)
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


def _paint(text: str) -> str:
    """A copy of equal length for the parser: escapes no brace twice, has no commented entries."""
    # The parser counts `\n` only.
    painted = _LONE_RETURN.sub("\n", text) if "\r" in text else text
    # It takes the second backslash of a line break, `\\\\`, for the escape of a brace after it.
    painted = painted.replace("\\\\", "..")
    if "%" in painted:
        painted = _COMMENTED.sub(lambda line: line[0].replace("@", "."), painted)
    pieces, done = [], 0
    for opening in _COMMENT_BLOCK.finditer(painted):
        if opening.start() < done:
            continue
        closing = _closing_brace(painted, opening.end())
        if closing is None:
            break
        pieces += [
            painted[done : opening.end()],
            painted[opening.end() : closing].replace("@", "."),
        ]
        done = closing
    return "".join((*pieces, painted[done:]))


def _closing_brace(painted: str, at: int) -> int | None:
    depth = 1
    for brace in _BRACE.finditer(painted, at):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return None


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
