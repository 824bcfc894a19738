"""How the entries of a .bib file are laid out, learned from those that are there."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeGuard, TypeVar

from evidence.edits.new_entry import NewEntry
from evidence.sources.bibtex_blocks import Block, EntryBlock, WrittenField

_BETWEEN: Final = re.compile(r"\s*,\s*")
_OPENING: Final = re.compile(r"\s*,\s*\Z")
_CLOSING: Final = re.compile(r"\s*,?\s*[})]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_LAST_LINE: Final = re.compile(r"[^\r\n]*\Z")
_Kind = TypeVar("_Kind", bound=Hashable)


@dataclass(frozen=True, slots=True)
class EntryLayout:
    """What stands between the parts of an entry, and how the parts are written.

    `opening` parts the key from the first field, `between` parts a value from the next name,
    `closing` follows the last value, `gap` parts two entries. Where they are aligned, `sign_at` is
    the column of the `=`, `value_at` that of the values, and `name_end` that where names which are
    set flush right end: the first two counted from the name, the last from the line. `type_case`
    and `name_case` are examples.
    """

    opening: str = ",\n  "
    between: str = ",\n  "
    closing: str = ",\n}"
    equals: str = " = "
    sign_at: int | None = None
    value_at: int | None = None
    name_end: int | None = None
    is_quoted: bool = False
    has_bare_numbers: bool = False
    type_case: str = "article"
    name_case: str = "author"
    gap: str = "\n\n"


def learn_layout(text: str, blocks: Iterable[Block]) -> EntryLayout:
    """The layout of most entries of `text`; what none of them shows is as in a plain file."""
    blocks = tuple(blocks)
    entries = [_Entry(text, block) for block in blocks if _is_model(block)]
    fields = [field for entry in entries for field in entry.block.fields]
    numbers = [field for field in fields if field.value.strip('{"}').isdecimal()]
    line_end = _most(_LINE_END.findall(text), "\n")
    usual = EntryLayout()
    layout = EntryLayout(
        opening=_most([e.opening for e in entries if e.opening], usual.opening),
        between=_most([s for e in entries for s in e.between()], usual.between),
        closing=_most([e.closing for e in entries if e.closing], usual.closing),
        equals=_most([sign for e in entries for _, sign in e.signs()], usual.equals),
        is_quoted=_are_most(fields, [f for f in fields if f.value.startswith('"')]),
        has_bare_numbers=_are_most(numbers, [f for f in numbers if f.value.isdecimal()]),
        type_case=_most([text[e.block.at + 1 :][:2] for e in entries], usual.type_case),
        name_case=_most([field.name[:2] for field in fields], usual.name_case),
        gap=_most(_gaps(text, blocks), usual.gap),
    )
    return _aligned(_with_line_ends(layout, line_end), entries)


def lay_out(entry: NewEntry, key: str, layout: EntryLayout) -> str:
    """The entry in this layout, from its `@` to its closing brace."""
    pieces = [f"@{_cased(entry.type, layout.type_case)}{{{key}"]
    separator = layout.opening
    for name, content in entry.fields:
        flush = " " * ((layout.name_end or 0) - len(name))
        pieces += [separator, flush, _field(name, content, layout)]
        separator = layout.between
    return "".join((*pieces, layout.closing))


def _field(name: str, content: str, layout: EntryLayout) -> str:
    before, _, after = layout.equals.partition("=")
    if layout.sign_at is not None:
        before = " " * max(layout.sign_at - len(name), 1)
    elif layout.value_at is not None:
        after = " " * max(layout.value_at - len(name) - len(before) - 1, 1)
    value = f'"{content}"' if layout.is_quoted and '"' not in content else f"{{{content}}}"
    if layout.has_bare_numbers and content.isascii() and content.isdecimal():
        value = content
    return f"{_cased(name, layout.name_case)}{before}={after}{value}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry that is there, and what stands between its parts."""

    text: str
    block: EntryBlock

    @property
    def opening(self) -> str:
        found = _OPENING.search(self.text, self.block.at, self.block.fields[0].at)
        return found[0] if found else ""

    @property
    def closing(self) -> str:
        """What follows the last value; empty where that is not blanks and a brace."""
        found = self.text[_end(self.block.fields[-1]) : self.block.end]
        return found.replace(")", "}") if _CLOSING.fullmatch(found) else ""

    def between(self) -> Iterator[str]:
        """What stands between two fields, but for comments."""
        for before, after in pairwise(self.block.fields):
            found = self.text[_end(before) : after.at]
            if _BETWEEN.fullmatch(found):
                yield found

    def signs(self) -> Iterator[tuple[WrittenField, str]]:
        """Each field, with the `=` and the blanks around it."""
        for field in self.block.fields:
            yield field, self.text[field.at + len(field.name) : field.value_at]

    def lead(self, field: WrittenField) -> int:
        """The number of characters before the field in its line."""
        line = _LAST_LINE.search(self.text, self.block.at, field.at)
        return len(line[0]) if line else 0


def _is_model(block: Block) -> TypeGuard[EntryBlock]:
    """Whether it is an entry with fields, and no comments before them."""
    return (
        isinstance(block, EntryBlock)
        and bool(block.fields)
        and not any("%" in field.name for field in block.fields)
    )


def _end(field: WrittenField) -> int:
    return field.value_at + len(field.value)


def _aligned(layout: EntryLayout, entries: Sequence[_Entry]) -> EntryLayout:
    """The layout with the column at which most entries align their fields."""
    signs = [[(len(f.name), len(f.name) + s.find("=")) for f, s in e.signs()] for e in entries]
    if (column := _column(signs)) is not None:
        return replace(layout, sign_at=column)
    values = [[(len(f.name), len(f.name) + len(s)) for f, s in e.signs()] for e in entries]
    if (column := _column(values)) is not None:
        return replace(layout, value_at=column)
    ends = [[(len(f.name), e.lead(f) + len(f.name)) for f, _ in e.signs()] for e in entries]
    if (column := _column(ends)) is None or not _LINE_END.search(layout.between):
        return layout
    opening, between = (_LAST_LINE.sub("", s) for s in (layout.opening, layout.between))
    return replace(layout, opening=opening, between=between, name_end=column)


def _column(entries: Sequence[Sequence[tuple[int, int]]]) -> int | None:
    """The column that most entries share whose names differ in length; None where none do.

    Each field is the length of its name and the column.
    """
    telling = [fields for fields in entries if len({length for length, _ in fields}) > 1]
    columns = [{column for _, column in fields} for fields in telling]
    shared = [next(iter(each)) for each in columns if len(each) == 1]
    return _most(shared, None) if _are_most(telling, shared) else None


def _gaps(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The line ends that part neighbouring entries, where nothing else does."""
    for before, after in pairwise(blocks):
        gap = text[before.end : after.at]
        ends = _LINE_END.findall(gap)
        if isinstance(after, EntryBlock) and gap.isspace() and ends:
            yield "".join(ends)


def _with_line_ends(layout: EntryLayout, line_end: str) -> EntryLayout:
    parts = (layout.opening, layout.between, layout.closing, layout.gap)
    opening, between, closing, gap = (_LINE_END.sub(lambda _: line_end, part) for part in parts)
    return replace(layout, opening=opening, between=between, closing=closing, gap=gap)


def _cased(word: str, example: str) -> str:
    """`word` in the case of the example: `ARTICLE`, `Article`, `article`."""
    if len(example) > 1 and example.isupper():
        return word.upper()
    return word.capitalize() if example[:1].isupper() else word


def _most(found: Iterable[_Kind], otherwise: _Kind) -> _Kind:
    """What is there most often; of equals the first."""
    ranked = Counter(found).most_common(1)
    return ranked[0][0] if ranked else otherwise


def _are_most(everything: Sequence[object], some: Sequence[object]) -> bool:
    return 2 * len(some) > len(everything)
