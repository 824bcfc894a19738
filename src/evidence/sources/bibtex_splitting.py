"""A .bib file split into its blocks: plain entries by patterns, the others by bibtexparser.

The parser reads a copy of equal length in which what it would stumble over is painted out.
"""

import heapq
import re
from collections.abc import Iterable, Iterator
from typing import Final

from evidence.sources.bibtex_blocks import Block, EntryBlock
from evidence.sources.bibtex_plain_entries import plain_entries

_LONE_RETURN: Final = re.compile(r"\r(?!\n)")
_COMMENTED: Final = re.compile(r"^[ \t]*%[^\n]*@[^\n]*", re.MULTILINE)
_COMMENT_BLOCK: Final = re.compile(r"^[ \t]*@comment[ \t]*\{", re.MULTILINE | re.IGNORECASE)
_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)


def split_blocks(text: str) -> Iterator[Block]:
    """The blocks of `text` in their order.

    A line that begins with `%` starts no entry, and neither does what stands inside a closed
    `@comment{…}`: what a person commented out is not read, as in biber.
    """
    painted = paint(text)
    plain = {entry.at: entry for entry in plain_entries(text, painted)}
    if painted.count("@") == len(plain):
        return iter(plain.values())
    # Loading the parser takes longer than reading a small file.
    from evidence.sources.bibtex_parsed_blocks import parse_blocks

    parsed = parse_blocks(text, _without_fields(painted, plain.values()))
    return heapq.merge(
        plain.values(),
        (block for block in parsed if block.at not in plain),
        key=lambda block: block.at,
    )


def _without_fields(painted: str, entries: Iterable[EntryBlock]) -> str:
    """A copy of equal length in which these entries have no fields: where each of them begins, the
    parser still sees that something before it was not closed.
    """
    pieces: list[str] = []
    done = 0
    for entry in entries:
        key_end = painted.index(",", entry.at)
        pieces += painted[done:key_end], "}".rjust(entry.end - key_end)
        done = entry.end
    return "".join((*pieces, painted[done:]))


def paint(text: str) -> str:
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
