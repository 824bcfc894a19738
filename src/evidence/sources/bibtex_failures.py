"""Why a block could not be read, in a sentence for the person who wrote it."""

import re
from typing import Final

from evidence.sources.bibtex_blocks import BrokenBlock
from evidence.sources.positions import Positions

_HEAD: Final = re.compile(r"@(\w*)\s*[{(]\s*(?:([^\s,{}()=\"]++)(?!\s*=))?")
_OPENED_BY_PARENTHESIS: Final = re.compile(r"@\w*[ \t]*\(")
_EXPECTED: Final = re.compile(r"looking for field-value closing (`.*`)")
_DANGLING: Final = re.compile(r"Expected a `=` after entry key `(.*)`, but", re.DOTALL)
_MISPLACED: Final = re.compile(r"Expected a `=` after entry key, but found `(.*?)\s*`", re.DOTALL)
_NOT_ENTRIES: Final = frozenset({"comment", "preamble", "string"})


def key_of(block: BrokenBlock) -> str:
    """The key of the broken entry as far as one can be seen, else an empty string."""
    head = _HEAD.match(block.written)
    return head[2] or "" if head and head[1].lower() not in _NOT_ENTRIES else ""


def explain_failure(block: BrokenBlock, positions: Positions) -> str:
    """What was expected, and where. The parser's reasons are those of bibtexparser 2.1."""
    what, reason = _name(block), block.reason
    if reason.startswith("Unexpectedly reached end of file"):
        closing = ")" if _OPENED_BY_PARENTHESIS.match(block.written) else "}"
        return f"{what} is not closed: the file ends before its `{closing}`"
    if reason.startswith("Unexpected block start"):
        expected = _EXPECTED.search(reason)
        line = positions.line(block.end + 1)  # the parser stops one character early
        return (
            f"{what} is not closed: {expected[1] if expected else '`}`'} was expected before line "
            f"{line}"
        )
    if reason == "Expected comma after entry key, but found =":
        return f"{what} has no key, expected one and a comma before the first field"
    if reason.startswith("Expected comma after entry key"):
        return f"{what} has no comma after its key"
    if reason.startswith("Expected equals sign"):
        return f"{what} has no `=`, expected as in `@string{{name = {{text}}}}`"
    line = positions.line(block.end)
    dangling = _DANGLING.match(reason)
    if dangling:
        return f"{what} is broken in line {line}: `=` was expected after `{dangling[1]}`"
    found = _MISPLACED.match(reason)
    if found:
        return (
            f"{what} is broken in line {line}: the name of a field was expected before `{found[1]}`"
        )
    return f"{what} is broken in line {line}: {reason.strip()}"


def _name(block: BrokenBlock) -> str:
    key = key_of(block)
    if key:
        return f"the entry `{key}`"
    head = _HEAD.match(block.written)
    return f"the block `@{head[1] if head else ''}`"
