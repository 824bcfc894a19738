"""The blocks of a .bib file, with the offset of each of their parts."""

from dataclasses import dataclass
from typing import TypeAlias


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
