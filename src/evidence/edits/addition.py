"""New entries at the end of a .bib file, in its own style, with nothing else touched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from evidence.edits.citation_keys import learn_key_style, spell_key
from evidence.edits.entry_layout import EntryLayout, lay_out, learn_layout
from evidence.edits.file_edit import FileEdit, encoded
from evidence.edits.known_entries import KnownEntries
from evidence.edits.proof import problems_of
from evidence.edits.proposed_entry import ProposedEntry, entry_of_work
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.model.work import Work
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.bibtex_blocks import BrokenBlock
from evidence.sources.bibtex_splitting import split_blocks
from evidence.sources.encoding import decode, encode, read_bytes
from evidence.sources.file_names import shown_name

_TRAILING: Final = re.compile(r"\s*\Z")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class AddedEntry:
    """An entry that gets this `key`, or, where `already` is an entry, is there as that one."""

    key: str
    already: Reference | None = None


@dataclass(frozen=True, slots=True)
class AddedWork:
    """A work that gets an entry of this `key`, or, where `already` is an entry, has that one."""

    work: Work
    key: str
    already: Reference | None = None


@dataclass(frozen=True, slots=True)
class Addition(FileEdit):
    """New entries for the .bib file at `path`, which is not written yet.

    `entries` are in the order in which they were given, and so are `works`, where works were given.
    """

    works: tuple[AddedWork, ...] = ()
    entries: tuple[AddedEntry, ...] = ()


def add_works(path: Path | str, works: Sequence[Work]) -> Addition:
    """The .bib file at `path` with an entry for each work behind all others.

    A work that is there already, by its DOI or an alias of it, or without a DOI by what the entry
    says, gets none. Raises InputError when the file cannot be read, and when what is added would
    not be read as it is meant, because the last block is not closed.
    """
    addition = add_entries(path, [entry_of_work(work) for work in works])
    added = (
        AddedWork(work, each.key, each.already)
        for work, each in zip(works, addition.entries, strict=True)
    )
    return replace(addition, works=tuple(added))


def add_entries(path: Path | str, proposed: Sequence[ProposedEntry]) -> Addition:
    """The .bib file at `path` with these entries behind all others, as `add_works` adds them.

    An entry that has a key of its own is added under it; a key that is taken is an InputError.
    """
    path = Path(path)
    name = shown_name(path)
    is_new = not path.exists()
    before = b"" if is_new else read_bytes(path, name, code="BIB006")
    text = decode(before, name, code="BIB006")
    bibliography = parse_bibliography(text, name)
    blocks = tuple(split_blocks(text))
    if proposed and blocks and isinstance(blocks[-1], BrokenBlock):
        raise _unclosed(name)
    layout = learn_layout(text, blocks)
    added = tuple(_choose(bibliography, proposed))
    pieces = [text]
    for entry, each in zip(proposed, added, strict=True):
        if each.already is None:
            pieces += [_gap(pieces[-1], layout), entry.laid_out(each.key, layout)]
    new = "".join((*pieces[1:], _LINE_END.findall(layout.gap)[0])) if len(pieces) > 1 else ""
    grown = parse_bibliography(text + new, name)
    _prove(bibliography, grown, added)
    by_key = {each.key: each for each in grown.references}
    placed = tuple(
        replace(each, already=by_key[each.key]) if each.already else each for each in added
    )
    after = before + _encoded(new, before, name)
    return Addition(path, before, after, is_new=is_new, entries=placed)


def write_addition(addition: Addition) -> None:
    """Put the text with its new entries in the place of the file, whole or not at all.

    Raises InputError when the file is not what it was when it was read, and when it cannot be
    written.
    """
    addition.write()


def _choose(bibliography: Bibliography, proposed: Sequence[ProposedEntry]) -> Iterator[AddedEntry]:
    """A key for each entry, or the entry that its work has."""
    style = learn_key_style(bibliography.references)
    known = KnownEntries(bibliography.references)
    taken = {reference.key.lower() for reference in bibliography.references}
    taken |= {problem.key.lower() for problem in bibliography.problems if problem.key}
    for each in proposed:
        if each.key and each.key.lower() in taken:
            message = f"`{each.key}` is already a key of `{bibliography.file}`"
            raise InputError(message, place=Place(bibliography.file))
        key = each.key or spell_key(
            each.names, each.title, each.year, style, taken, label=each.label
        )
        text = lay_out(each.entry, key, EntryLayout())
        [own] = parse_bibliography(text, bibliography.file).references
        already = None if each.key else known.find(each.dois, own)
        yield AddedEntry(already.key if already else key, already)
        if already is None:
            known.add(own)
            taken.add(key.lower())


def _gap(before: str, layout: EntryLayout) -> str:
    """What is missing between the end of the text and a new entry, so that the last line is ended
    and the entries stand as far apart as others do.
    """
    if not before.strip():
        return ""
    there = len(_LINE_END.findall(_TRAILING.findall(before)[0]))
    ends: list[str] = _LINE_END.findall(layout.gap)
    return ends[0] * max(len(ends) - there, 0)


def _encoded(new: str, before: bytes, name: str) -> bytes:
    """The new text in the encoding of the file, with LaTeX for letters that it lacks."""
    mark = encode("", before)
    try:
        return encode(new, before).removeprefix(mark)
    except UnicodeEncodeError:
        spelt = "".join(_spelt(letter, before) for letter in new)
    return encoded(spelt, before, name).removeprefix(mark)


def _spelt(letter: str, before: bytes) -> str:
    try:
        encode(letter, before)
    except UnicodeEncodeError:
        from pylatexenc.latexencode import UnicodeToLatexEncoder

        encoder = UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)
        spelt: str = encoder.unicode_to_latex(letter)
        return spelt if spelt.startswith("{") else f"{{{spelt}}}"
    return letter


def _prove(before: Bibliography, after: Bibliography, added: Sequence[AddedEntry]) -> None:
    """Raises InputError unless `after` has the entries of `before`, the new ones, and no more."""
    new = [each.key for each in added if each.already is None]
    kept = after.references[: len(before.references)]
    is_same = [_reading(each) for each in kept] == [_reading(each) for each in before.references]
    keys = [each.key for each in after.references[len(kept) :]]
    is_same = is_same and len(after.ignores) == len(before.ignores)
    if is_same and keys == new and not problems_of(after) - problems_of(before):
        return
    raise _unclosed(before.file)


def _unclosed(name: str) -> InputError:
    message = (
        f"nothing can be added behind the last block of `{name}`, which cannot be read: "
        "`evidence check` says why"
    )
    return InputError(message, place=Place(name))


def _reading(reference: Reference) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    fields = tuple((each.name, each.raw) for each in reference.fields)
    return reference.key, reference.type, fields
