"""Entries that are written in the plain way, as nearly all are: cut out by patterns, fast.

A line that begins with `@type{` begins a block whatever stands before it, so that such an entry
can be read alone. What the patterns do not fit is left to the parser.
"""

import re
from collections.abc import Iterator
from typing import Final

from evidence.sources.bibtex_blocks import EntryBlock, WrittenField
from evidence.sources.bibtex_values import in_braces

# No `@` anywhere: at the beginning of a line it would begin another block.
_BRACED: Final = in_braces(4, but="@")
# A quote in braces (`{"}`) does not end a value in quotes.
_VALUE: Final = rf'{_BRACED}|"(?:[^"\\@]|\\[^@])*+(?<!\{{)"|\w++'
_HEAD: Final = re.compile(
    r"^[ \t]*+(@(?!comment|preamble|string)(\w++)[ \t]*+\{)\s*+([^\s,{}()=\"#%\\@]++)\s*+(?=,)",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD: Final = re.compile(rf",\s*+([\w:+.-]++)\s*+=\s*+({_VALUE})\s*+(?=[,}}])")
_END: Final = re.compile(r",?\s*+\}")


def plain_entries(text: str, painted: str) -> Iterator[EntryBlock]:
    """The plain entries of `text`; `painted` is its copy of equal length for the parser."""
    for head in _HEAD.finditer(painted):
        fields = []
        after = head.end()
        while field := _FIELD.match(painted, after):
            name_at, value_at = field.start(1), field.start(2)
            name, value = text[name_at : field.end(1)], text[value_at : field.end(2)]
            fields.append(WrittenField(name, name_at, value, value_at))
            after = field.end()
        end = _END.match(painted, after)
        if fields and end:
            key = text[head.start(3) : head.end(3)]
            yield EntryBlock(head.start(1), end.end(), head[2].lower(), key, tuple(fields))
