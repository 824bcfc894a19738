"""One entry of a .bib file as a `Reference`."""

import functools
import re
from collections.abc import Iterator
from typing import Final

from evidence.model.place import Place
from evidence.model.reference import BibProblem, Field, Reference
from evidence.model.work import Name
from evidence.sources.bibtex_blocks import EntryBlock, StringBlock, WrittenField
from evidence.sources.bibtex_name_lists import read_names
from evidence.sources.bibtex_values import LONGEST_EXPANSION, MONTHS, Value, read_simple, read_value
from evidence.sources.latex import decode
from evidence.sources.positions import Positions

# biblatex's verbatim fields, and what reference managers name like them.
_VERBATIM: Final = re.compile(r"doi|eprint|file|pdf|verb[abc]|.*url.*|.*[_-]doi")
_NEXT_FIELD: Final = re.compile(r"([\w:+-]+)\s*=\s*(?=[^\s=])")
_LOST_FIELD: Final = re.compile(r"\s*,\s*([\w:+-]+)\s*=")
_COMMENT_LINES: Final = re.compile(r"(?:[ \t]*%[^\r\n]*[\r\n]+\s*)+")
# How often a comma is taken for forgotten inside one value; past that it is something else.
_MOST_LOST_COMMAS: Final = 40
_SHOWN: Final = 40  # characters of a stray text in a message


def make_reference(key: str, type: str, fields: tuple[Field, ...], place: Place) -> Reference:
    """The entry that has these fields, with the people that they name."""
    by_name = {field.name: field for field in fields}
    authors, et_al = _names(by_name.get("author"))
    editors, has_more_editors = _names(by_name.get("editor"))
    return Reference(
        key=key,
        type=type,
        fields=fields,
        place=place,
        authors=authors,
        editors=editors,
        et_al=et_al if authors else has_more_editors,
    )


class EntryReader:
    """Reads the entries of one file in their order, and keeps the macros defined on the way.

    `problems` grows with what is wrong in them.
    """

    def __init__(self, text: str, positions: Positions) -> None:
        self.problems: list[BibProblem] = []
        self._text = text
        self._positions = positions
        self._macros = dict(MONTHS)
        self._undefined: set[str] = set()

    def define(self, block: StringBlock) -> None:
        """Take up a macro for the entries that follow; a later one of the same name replaces it."""
        value = read_value(block.value, self._macros)
        self._macros[block.name.lower()] = value.raw
        what = f"`@string{{{block.name}}}`"
        self._check(value, block.value_at, what, key=None, field=None)
        self._check_rest(value, block.value, block.value_at, what, key=None, field=None)

    def read(self, block: EntryBlock) -> Reference | None:
        """The entry; None when it has no key or no type."""
        if not block.key or not block.type:
            missing = "type" if block.key else "key"
            named = f" `{block.key}`" if block.key else ""
            message = f"the entry{named} has no {missing}, expected as in `@article{{key, …}}`"
            self._report("unparsable", message, block.at, key=block.key or None, field=None)
            return None
        fields: dict[str, Field] = {}
        for name_at, field in self._fields(block):
            if field.name in fields:
                line = fields[field.name].place.line
                message = f"`{block.key}` has `{field.name}` already in line {line}"
                self._report("duplicate-field", message, name_at, key=block.key, field=field.name)
            else:
                fields[field.name] = field
        self._check_end(block)
        place = self._positions.place(block.at)
        return make_reference(block.key, block.type, tuple(fields.values()), place)

    def _fields(self, block: EntryBlock) -> Iterator[tuple[int, Field]]:
        """Each field with the offset of its name; fields that are commented out are left out."""
        for written in block.fields:
            if "%" in written.name:
                comments = _COMMENT_LINES.match(written.name)
                if comments:
                    name, at = written.name[comments.end() :], written.at + comments.end()
                    written = WrittenField(name, at, written.value, written.value_at)
                if written.name.startswith("%"):
                    continue
            raw = read_simple(written.value)
            if raw is None:
                yield from self._values(block.key, written)
            else:
                delimiter = (len(written.value) - len(raw)) // 2
                yield written.at, self._field(written.name, raw, written.value_at + delimiter)

    def _field(self, written_name: str, raw: str, at: int) -> Field:
        name = written_name.lower()
        return Field(name, raw, _plain_text(name, raw), self._positions.place(at))

    def _values(self, key: str, written: WrittenField) -> Iterator[tuple[int, Field]]:
        """The field, and those that follow in its value where a comma was forgotten."""
        for _ in range(_MOST_LOST_COMMAS):
            name, value_at = written.name.lower(), written.value_at
            value = read_value(written.value, self._macros)
            yield written.at, self._field(name, value.raw, value_at + value.begins)
            if value.is_sound:
                return
            self._check(value, value_at, f"`{name}`", key=key, field=name)
            following = _NEXT_FIELD.match(written.value, value.rest) if value.rest else None
            if not following:
                self._check_rest(value, written.value, value_at, f"`{name}`", key=key, field=name)
                return
            message = f"`{key}` lacks a comma after the value of `{name}`"
            at = value_at + following.start()
            self._report("unparsable", message, at, key=key, field=name)
            rest = written.value[following.end() :]
            written = WrittenField(following[1], at, rest, value_at + following.end())
        message = f"`{_shorten(written.name)}` and what follows in `{key}` cannot be read"
        self._report("unparsable", message, written.at, key=key, field=None)

    def _check(
        self, value: Value, at: int, what: str, *, key: str | None, field: str | None
    ) -> None:
        """Report what is wrong inside a value that was written at the offset `at`.

        A macro that nothing defines is reported once, where it is first used: one file of journals
        that lacks its list of abbreviations has 1,851 such uses.
        """
        for macro, offset in value.undefined:
            if macro.lower() in self._undefined:
                continue
            self._undefined.add(macro.lower())
            message = (
                f"`{macro}` in {what} is defined by no `@string` before it, expected one or "
                f"`{{{macro}}}`"
            )
            self._report("undefined-string", message, at + offset, key=key, field=field)
        for word, offset in value.unquoted:
            message = f"the value of {what} lacks its braces, expected `{{{_shorten(word)}}}`"
            self._report("unparsable", message, at + offset, key=key, field=field)
        if value.is_cut:
            message = f"the macros in {what} expand to more than {LONGEST_EXPANSION:,} characters"
            self._report("unparsable", message, at, key=key, field=field)

    def _check_rest(
        self, value: Value, written: str, at: int, what: str, *, key: str | None, field: str | None
    ) -> None:
        """Report what stands after a value, or that there is none."""
        if value.rest is None:
            return
        stray = written[value.rest :].strip()
        if stray:
            message = f"`{_shorten(stray)}` after the value of {what} cannot be read"
        elif written:
            message = f"{what} ends in `#`, expected another value after it"
        else:
            message = f"{what} has no value, expected one as in `{{text}}`"
        self._report("unparsable", message, at + value.rest, key=key, field=field)

    def _check_end(self, block: EntryBlock) -> None:
        """Report a `}` too many, which ends an entry before its last fields."""
        lost = _LOST_FIELD.match(self._text, block.end)
        if lost:
            message = (
                f"the entry `{block.key}` ends here, one closing brace too early: "
                f"`{lost[1]}` and what follows is not read"
            )
            self._report("unparsable", message, block.end - 1, key=block.key, field=None)

    def _report(
        self, kind: str, message: str, at: int, *, key: str | None, field: str | None
    ) -> None:
        self.problems.append(BibProblem(kind, message, self._positions.place(at), key, field))


@functools.lru_cache(maxsize=1024)
def _is_verbatim(name: str) -> bool:
    return bool(_VERBATIM.fullmatch(name))


def _plain_text(name: str, raw: str) -> str:
    """`raw` without LaTeX; an identifier or an address without outer blanks and braces only."""
    if not _is_verbatim(name):
        return decode(raw)
    inner = raw.strip("{} \t\r\n")
    return raw.strip() if "{" in inner or "}" in inner else inner


def _names(field: Field | None) -> tuple[tuple[Name, ...], bool]:
    return read_names(field.raw) if field else ((), False)


def _shorten(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN]}…"
