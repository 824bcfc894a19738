"""Where in the text of an entry a change goes."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.edits.change import Change, Refused
from evidence.edits.entry_text import EntryText, FieldText
from evidence.edits.new_field import new_field
from evidence.edits.splice import Splice
from evidence.sources.bibtex_values import read_value
from evidence.sources.encoding import encode

_BLOCK_START: Final = re.compile(r"@\w*\s*[{(]")
_BRACE: Final = re.compile(r"[{}]")
_UNESCAPED_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Placed:
    """A change of the text, and the field's content as it should read afterwards."""

    splice: Splice
    raw: str


def place_new_field(text: str, data: bytes, entry: EntryText, change: Change) -> Placed | Refused:
    """The change as a new field of the entry; `data` are the bytes that the text was read from."""
    if not entry.fields:
        return Refused("the entry has no field after which it could stand")
    refusal = _unwritable(change.content, data)
    return refusal or Placed(new_field(text, entry, change.field, change.content), change.content)


def place_value(data: bytes, entry: EntryText, change: Change, at: int) -> Placed | Refused:
    """The change of the field whose value begins at the offset `at`."""
    if entry.count(change.field) > 1:
        return Refused(f"`{change.field}` stands more than once in the entry")
    field = entry.holding(at)
    if field is None or field.name.lower() != change.field:
        return Refused("it cannot be told where the value begins and ends")
    return _unwritable(change.content, data) or _replacement(field, change)


def _replacement(field: FieldText, change: Change) -> Placed | Refused:
    content = change.content
    if field.content:
        if field.value.startswith('"'):
            content = content.replace('"', '{"}')
        return Placed(Splice(*field.content, content), content)
    if field.value.isdecimal() and content.isdecimal():
        return Placed(Splice(field.value_at, field.end, content), content)
    value = read_value(field.value, {})
    if value.rest is not None or value.unquoted:
        return Refused("it cannot be told where the value begins and ends")
    if not (change.takes_macros or field.value.isdecimal()):
        return Refused(f"`{field.value}` holds a macro or a `#`: --unsafe replaces it whole")
    return Placed(Splice(field.value_at, field.end, f"{{{content}}}"), content)


def _unwritable(content: str, data: bytes) -> Refused | None:
    if not (_is_balanced(content, _BRACE) and _is_balanced(content, _UNESCAPED_BRACE)):
        return Refused(f"the braces in `{content}` do not balance")
    if _BLOCK_START.search(content):
        return Refused(f"`{content}` would read as the beginning of an entry")
    try:
        encode(content, data)
    except UnicodeEncodeError as error:
        return Refused(f"the file's encoding has no `{content[error.start : error.end]}`")
    return None


def _is_balanced(content: str, brace: re.Pattern[str]) -> bool:
    """Whether every brace has its partner: BibTeX counts escaped ones, other programs do not."""
    depth = 0
    for found in brace.finditer(content):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth < 0:
            return False
    return depth == 0
