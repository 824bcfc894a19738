"""New entries at the end of a .bib file, in its own style, with nothing else touched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from evidence.checks.same_work import is_same_work
from evidence.edits.bibtex_entry import as_bibtex
from evidence.edits.citation_keys import learn_key_style, new_key
from evidence.edits.entry_layout import EntryLayout, lay_out, learn_layout
from evidence.edits.new_entry import new_entry
from evidence.edits.proof import changed, problems_of
from evidence.errors import InputError
from evidence.model.doi import WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.place import Place
from evidence.model.reference import Bibliography, Reference
from evidence.model.work import Work
from evidence.sources.bibtex import parse_bibliography
from evidence.sources.bibtex_blocks import BrokenBlock
from evidence.sources.bibtex_splitting import split_blocks
from evidence.sources.encoding import decode, encode, read_bytes
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.writing import write_bytes

_TRAILING: Final = re.compile(r"\s*\Z")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class AddedWork:
    """A work that gets an entry of this `key`, or, where `already` is an entry, has that one."""

    work: Work
    key: str
    already: Reference | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """New entries for the .bib file at `path`, which is not written yet.

    `before` and `after` are its bytes; `is_new` says that there is no such file. `works` are in the
    order in which they were given.
    """

    path: Path
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    works: tuple[AddedWork, ...]
    is_new: bool = False


def add_works(path: Path | str, works: Sequence[Work]) -> Addition:
    """The .bib file at `path` with an entry for each work behind all others.

    A work that is there already, by its DOI or an alias of it, or without a DOI by what the entry
    says, gets none. Raises InputError when the file cannot be read, and when what is added would
    not be read as it is meant, because the last block is not closed.
    """
    path = Path(path)
    name = shown_name(path)
    is_new = not path.exists()
    before = b"" if is_new else read_bytes(path, name, code="BIB006")
    text = decode(before, name, code="BIB006")
    bibliography = parse_bibliography(text, name)
    blocks = tuple(split_blocks(text))
    if works and blocks and isinstance(blocks[-1], BrokenBlock):
        raise _unclosed(name)
    layout = learn_layout(text, blocks)
    added = tuple(_choose(bibliography, works))
    pieces = [text]
    for each in added:
        if each.already is None:
            pieces += [_gap(pieces[-1], layout), lay_out(new_entry(each.work), each.key, layout)]
    new = "".join((*pieces[1:], _LINE_END.findall(layout.gap)[0])) if len(pieces) > 1 else ""
    grown = parse_bibliography(text + new, name)
    _prove(bibliography, grown, added)
    added = tuple(_placed(each, grown) for each in added)
    return Addition(path, before, before + _encoded(new, before, name), added, is_new)


def write_addition(addition: Addition) -> None:
    """Put the text with its new entries in the place of the file, whole or not at all.

    Raises InputError when the file is not what it was when it was read, and when it cannot be
    written.
    """
    path, name = addition.path, shown_name(addition.path)
    if is_file(path) is addition.is_new or (
        not addition.is_new and read_bytes(path, name, code="") != addition.before
    ):
        raise changed(name)
    if addition.after != addition.before:
        write_bytes(path, addition.after)


def _choose(bibliography: Bibliography, works: Sequence[Work]) -> Iterator[AddedWork]:
    """A key for each work, or the entry that it has."""
    style = learn_key_style(bibliography.references)
    known = list(bibliography.references)
    taken = {reference.key.lower() for reference in known}
    taken |= {problem.key.lower() for problem in bibliography.problems if problem.key}
    for work in works:
        key = new_key(work, style, taken)
        [own] = parse_bibliography(as_bibtex(work, key), bibliography.file).references
        already = next((each for each in known if _cites(each, work, own)), None)
        yield AddedWork(work, already.key if already else key, already)
        if already is None:
            known.append(own)
            taken.add(key.lower())


def _placed(added: AddedWork, grown: Bibliography) -> AddedWork:
    """The same, with the entry where it stands in the grown file: it may be a new one itself."""
    if added.already is None:
        return added
    entry = next(each for each in grown.references if each.key == added.key)
    return replace(added, already=entry)


def _cites(reference: Reference, work: Work, own: Reference) -> bool:
    """Whether an entry is the work's; `own` is what its new entry would be."""
    doi_field = reference.doi_field
    reading = read_doi(doi_field.text) if doi_field else None
    if isinstance(reading, WrittenDoi):
        return reading.doi in (work.doi, *work.aliases)
    if reading and reading.mended == work.doi:
        return True
    return is_same_work(reference, own)


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
    try:
        return encode(spelt, before).removeprefix(mark)
    except UnicodeEncodeError as error:
        letter, encoding = spelt[error.start], error.encoding
        message = f"`{name}` is in {encoding}, which lacks `{letter}`: save it as UTF-8 first"
        raise InputError(message, place=Place(name)) from error


def _spelt(letter: str, before: bytes) -> str:
    try:
        encode(letter, before)
    except UnicodeEncodeError:
        from pylatexenc.latexencode import UnicodeToLatexEncoder

        encoder = UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)
        spelt: str = encoder.unicode_to_latex(letter)
        return spelt if spelt.startswith("{") else f"{{{spelt}}}"
    return letter


def _prove(before: Bibliography, after: Bibliography, added: Sequence[AddedWork]) -> None:
    """Raises InputError unless `after` has the entries of `before`, the new ones, and no more."""
    new = [each.key for each in added if each.already is None]
    kept = after.references[: len(before.references)]
    is_same = [_reading(each) for each in kept] == [_reading(each) for each in before.references]
    keys = [each.key for each in after.references[len(kept) :]]
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
