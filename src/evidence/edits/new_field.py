"""A new field at the end of an entry, in the entry's own style."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.edits.entry_text import EntryText, FieldText
from evidence.edits.splice import Splice

_SEPARATOR: Final = re.compile(r"\s*,\s*\Z")
_COMMENT_AFTER: Final = re.compile(r"[ \t]*,[ \t]*%[^\r\n]*(?=(\r\n|\r|\n))")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_LAST_INDENT: Final = re.compile(r"[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a field is set: blanks before the name, the name's length, blanks around the `=`.

    `indent` is None where the field does not begin its line.
    """

    indent: str | None
    name: int
    before: str
    after: str

    @property
    def sign(self) -> int:
        """Where the `=` stands, counted from the name."""
        return self.name + len(self.before)

    @property
    def value(self) -> int:
        """Where the value stands, counted from the name."""
        return self.sign + 1 + len(self.after)


def new_field(text: str, entry: EntryText, name: str, content: str) -> Splice:
    """The field as a change of the text; the entry has at least one.

    Separator and indent are those of the last field, which keeps the comment on its line; the `=`
    or the values stay aligned where most of them are; the delimiters and the case of the name are
    those of most.
    """
    last = entry.fields[-1]
    separator = _separator(text, entry, last)
    layout = _fitted(name, [_layout(text, entry.at, field) for field in entry.fields])
    if layout.indent is not None and _LINE_END.search(separator):
        separator = _LAST_INDENT.sub("", separator) + layout.indent
    written = f"{_cased(name, entry.fields)}{layout.before}={layout.after}"
    written += _delimited(content, entry.fields)
    comment = _COMMENT_AFTER.match(text, last.end, entry.end - 1)
    if comment:
        blanks = separator.replace(",", "", 1)
        if not _LINE_END.search(blanks):
            blanks = f"{comment[1]} "
        return Splice(comment.end(), comment.end(), f"{blanks}{written},")
    return Splice(last.end, last.end, separator + written)


def _separator(text: str, entry: EntryText, last: FieldText) -> str:
    """The comma and the blanks before the last field's name."""
    found = _SEPARATOR.search(text[entry.at : last.name_at])
    if found:
        return found[0]
    line_end = _LINE_END.search(text, entry.at)  # a comment stands before the name
    return f",{line_end[0] if line_end else ''} "


def _layout(text: str, start: int, field: FieldText) -> _Layout:
    lead = _LINE_END.split(text[start : field.name_at])[-1]
    between = text[field.name_at + len(field.name) : field.value_at]
    before, _, after = between.partition("=")
    return _Layout(None if lead.strip(" \t") else lead, len(field.name), before, after)


def _fitted(name: str, layouts: Sequence[_Layout]) -> _Layout:
    """The layout of a field of this name among the others."""
    last, length = layouts[-1], len(name)
    before, after = (blank if blank.isspace() else "" for blank in (last.before, last.after))
    before, after = (" " if _LINE_END.search(blank) else blank for blank in (before, after))
    lines = [line for line in layouts if line.indent is not None]
    if not any("\t" in line.before + line.after for line in lines):
        if (sign := _shared([(line.name, line.sign) for line in lines])) is not None:
            before = " " * (sign - length)
        elif (value := _shared([(line.name, line.value) for line in lines])) is not None:
            after = " " * (value - length - len(before) - 1)
        elif (right := _shared([(line.name, _right(line)) for line in lines])) is not None:
            return _Layout(" " * (right - length - len(before)), length, before, after)
    return _Layout(last.indent, length, before, after)


def _right(line: _Layout) -> int:
    """Where the `=` stands in its line: ADS sets the names flush right."""
    return len(line.indent or "") + line.sign


def _shared(columns: Sequence[tuple[int, int]]) -> int | None:
    """The column that most share although their names differ in length; None where none is."""
    if not columns:
        return None
    (column, count), *_ = Counter(column for _, column in columns).most_common(1)
    lengths = {length for length, own in columns if own == column}
    return column if len(lengths) > 1 and 2 * count > len(columns) else None


def _cased(name: str, fields: Sequence[FieldText]) -> str:
    names = [field.name for field in fields]
    if 2 * sum(each.isupper() for each in names) > len(names):
        return name.upper()
    return name.capitalize() if 2 * sum(each[:1].isupper() for each in names) > len(names) else name


def _delimited(content: str, fields: Sequence[FieldText]) -> str:
    quoted = sum(field.value.startswith('"') for field in fields)
    braced = sum(field.value.startswith("{") for field in fields)
    return f'"{content}"' if quoted > braced and '"' not in content else f"{{{content}}}"
