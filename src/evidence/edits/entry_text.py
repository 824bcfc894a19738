"""Where the parts of one entry stand in the text of its file."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.sources.bibtex_blocks import EntryBlock, WrittenField
from evidence.sources.bibtex_splitting import split_blocks
from evidence.sources.bibtex_values import find_content

_LAST_WORD: Final = re.compile(r"\S+\Z")


@dataclass(frozen=True, slots=True)
class FieldText:
    """A field as written: the name and the value with its delimiters, each with its offset."""

    name: str
    name_at: int
    value: str
    value_at: int

    @property
    def end(self) -> int:
        """The offset behind the value."""
        return self.value_at + len(self.value)

    @property
    def content(self) -> tuple[int, int] | None:
        """Where the content begins and ends, None where it is not one piece in delimiters."""
        found = find_content(self.value)
        return (self.value_at + found[0], self.value_at + found[1]) if found else None


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry: from the offset `at` of its `@` up to `end`, with the fields that count."""

    at: int
    end: int
    key: str
    fields: tuple[FieldText, ...]

    def holding(self, offset: int) -> FieldText | None:
        """The field in whose value the character at `offset` stands."""
        for field in self.fields:
            if field.value_at <= offset < max(field.end, field.value_at + 1):
                return field
        return None

    def count(self, name: str) -> int:
        """How often a field of this name stands in the entry."""
        return sum(field.name.lower() == name for field in self.fields)


def locate(text: str, at: int, until: int) -> EntryText | None:
    """The entry that begins at the offset `at`; None where none does.

    The next entry that counts begins at `until`: only what stands between is read.
    """
    for block in split_blocks(text[at:until]):
        if not isinstance(block, EntryBlock) or block.at:
            break
        fields = tuple(
            _field(field, at) for field in block.fields if not _is_commented_out(field.name)
        )
        return EntryText(at, at + block.end, block.key, fields)
    return None


def _is_commented_out(name: str) -> bool:
    """Whether the line that the name ends is a comment; comments may stand before a name."""
    return name.splitlines()[-1].lstrip().startswith("%") if name else False


def _field(written: WrittenField, start: int) -> FieldText:
    name, name_at, value_at = written.name, start + written.at, start + written.value_at
    if "%" in name:  # comments stand before it
        found = _LAST_WORD.search(name)
        assert found is not None, "a name that is not commented out ends in a word"
        name, name_at = found[0], name_at + found.start()
    return FieldText(name, name_at, written.value, value_at)
