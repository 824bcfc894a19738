"""Entries of the .bib files that a document names, for the keys that it cites."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from evidence.edits.new_entry import NewEntry
from evidence.edits.proposed_entry import ProposedEntry
from evidence.errors import InputError
from evidence.model.document import Document
from evidence.model.reference import Reference
from evidence.sources.bibtex import read_bibliography
from evidence.sources.file_names import is_file, shown_name

# What an entry inherits is among its fields already.
_PARENTS: Final = frozenset({"crossref", "xdata"})


@dataclass(frozen=True, slots=True)
class NamedEntries:
    """The entries that were found, by their keys, and sentences about what could not be read."""

    entries: Mapping[str, ProposedEntry] = field(default_factory=dict)
    told: tuple[str, ...] = ()


def read_named_entries(
    document: Document, target: Path, wanted: Sequence[str], known: Sequence[Reference]
) -> NamedEntries:
    """The entries with the `wanted` keys in the .bib files that the document names.

    Only files in the document's folder, in that of the .bib file at `target`, or below them are
    read; the first file that has a key counts. No key is taken that differs from one of the `known`
    entries of that .bib file in case alone: BibTeX takes them for the same one.
    """
    if not wanted:
        return NamedEntries()
    found: dict[str, ProposedEntry] = {}
    told: list[str] = []
    taken = {reference.key.lower(): reference.key for reference in known}
    for key in wanted:
        other = taken.setdefault(key.lower(), key)
        if other != key:
            told.append(
                f"`{key}` was not taken over: it differs from the key `{other}` in case alone"
            )
    wanted = [key for key in wanted if taken[key.lower()] == key]
    for written in document.bibliographies:
        try:
            references = dict(_read(written, document, target))
        except InputError as error:
            told.append(str(error))
            continue
        for key in wanted:
            if key in references and key not in found:
                found[key] = _taken_over(references[key], document)
    return NamedEntries({key: found[key] for key in wanted if key in found}, tuple(told))


def _read(written: str, document: Document, target: Path) -> Iterator[tuple[str, Reference]]:
    """The entries of one file; raises InputError where it may not or cannot be read."""
    folder = Path(document.file).parent
    path = folder / written
    if not is_file(path) and path.suffix.lower() != ".bib":
        path = path.with_name(f"{path.name}.bib")
    if not _is_within_reach(path, (folder, target.parent)):
        message = f"`{written}`, which `{document.file}` names, lies outside its folder"
        raise InputError(f"{message} and was not read")
    if not is_file(path):
        raise InputError(f"`{written}`, which `{document.file}` names, is not there")
    for reference in read_bibliography(path, shown_name(path)).references:
        yield reference.key, reference


def _is_within_reach(path: Path, folders: Sequence[Path]) -> bool:
    try:
        real = path.resolve()
        return any(real.is_relative_to(folder.resolve()) for folder in folders)
    except (OSError, ValueError):
        return False


def _taken_over(reference: Reference, document: Document) -> ProposedEntry:
    """The entry as it is written there, with its macros resolved."""
    fields = tuple(
        (each.name, " ".join(each.raw.split()))
        for each in reference.fields
        if each.name not in _PARENTS and each.raw.strip()
    )
    place = reference.place
    comment = f"{reference.key} in {document.file}: taken over from {place.file}:{place.line}."
    return ProposedEntry(NewEntry(reference.type, fields), key=reference.key, comments=(comment,))
