"""The reference list of a document as entries of a .bib file, looked up where that can be done.

Each new entry says in a comment above it where it comes from: what a registry's record says, or
what the document prints. Nothing is claimed that was not looked up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from evidence.audit.identification import Identification, find_works
from evidence.audit.named_bibliographies import read_named_entries
from evidence.audit.provenance import entry_as_printed, entry_from_record, is_usable
from evidence.audit.resolution import Progress
from evidence.edits.addition import Addition, add_entries
from evidence.edits.proposed_entry import ProposedEntry
from evidence.matching.listed_entries import is_listed, match_listed
from evidence.model.document import CitationForm, Document, ListedReference
from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.model.reference import Reference
from evidence.registries.interface import Registries
from evidence.sources.bibtex import read_bibliography
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.printed_references import read_printed

_KEYED = frozenset({CitationForm.KEY, CitationForm.FIELD})


class Basis(StrEnum):
    """What the entry of a label rests on."""

    KEPT = "an entry that was there"
    RECORD = "a registry's record"
    PRINTED = "the document's own list"
    TAKEN_OVER = "another .bib file"


@dataclass(frozen=True, slots=True)
class ImportedReference:
    """What became of one label: its entry, and the comment that says where that comes from."""

    label: str
    key: str
    basis: Basis
    place: Place
    comment: str = ""
    identification: Identification | None = None


@dataclass(frozen=True, slots=True)
class ImportedReferences:
    """New entries for the .bib file, and the key of each label of the document, old and new.

    Nothing is written yet: `write_addition(imported.addition)` does. `outcomes` are in the order of
    the list, labels cited by key behind them; `told` are sentences about what could not be done;
    `references` are the entries that were there.
    """

    addition: Addition
    keys: Mapping[str, str]
    outcomes: tuple[ImportedReference, ...] = ()
    told: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


def import_references(
    document: Document,
    path: Path,
    registries: Registries,
    *,
    progress: Progress = lambda *_: None,
) -> ImportedReferences:
    """The works that the document lists or cites by key, as entries of the .bib file at `path`.

    What has an entry keeps it. An item that has no entry, and for which none may be added because
    there is one with its DOI or its parts, is told and has no key. Raises InputError when the .bib
    file is there and cannot be read, or cannot be added to.
    """
    references = _references(path)
    keys = match_listed(document, references)
    listed: dict[str, ListedReference] = {}
    for item in document.listed:
        listed.setdefault(item.label, item)
    new = [item for label, item in listed.items() if label not in keys]
    imported = _look_up(new, document.file, registries, progress)
    cited = {label: place for label, place in _cited_by_key(document) if label not in listed}
    wanted = [label for label in cited if label not in keys]
    named = read_named_entries(document, path, wanted, references)
    addition = add_entries(path, [*named.entries.values(), *(each.entry for each in imported)])
    keys |= {label: label for label in named.entries}
    told = list(named.told)
    added = addition.entries[len(named.entries) :]
    for item, each, looked_up in zip(new, added, imported, strict=True):
        if each.already is None or is_listed(item, each.already):
            keys[item.label] = each.key
        else:
            told.append(_unlike(item, looked_up.entry, each.already))
    by_label = dict(zip((item.label for item in new), imported, strict=True))
    outcomes = tuple(
        _outcome(label, place, keys[label], by_label.get(label), named.entries.get(label))
        for label, place in ({item.label: item.place for item in listed.values()} | cited).items()
        if label in keys
    )
    return ImportedReferences(addition, keys, outcomes, tuple(told), references)


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """The entry of an item that has none yet."""

    basis: Basis
    entry: ProposedEntry
    identification: Identification


def _look_up(
    items: Sequence[ListedReference], file: str, registries: Registries, progress: Progress
) -> list[_LookedUp]:
    """The entry of each of the items, from the record of its work or as printed."""
    if not items:
        return []
    printed = [item.printed or read_printed(item.text) for item in items]
    texts = [_findable(item, parts) for item, parts in zip(items, printed, strict=True)]
    found = find_works(texts, registries, whole=True, progress=progress)
    return [_propose(*each, file) for each in zip(items, printed, found, strict=True)]


def _references(path: Path) -> tuple[Reference, ...]:
    return read_bibliography(path, shown_name(path)).references if is_file(path) else ()


def _findable(item: ListedReference, printed: PrintedReference) -> str:
    """The item in a form in which a work is looked for; a DOI that only its fields hold added."""
    if item.printed is None:
        return item.text
    names = ", ".join(f"{name.family} {name.given}".strip() for name in printed.authors)
    number = f"{printed.volume}({printed.issue})" if printed.issue else printed.volume
    where = f"{printed.year};{number}:{printed.pages}".strip(";:")
    parts = (names, printed.title, printed.venue, where, printed.doi)
    return ". ".join(part for part in parts if part)


def _propose(
    item: ListedReference, printed: PrintedReference, found: Identification, file: str
) -> _LookedUp:
    if found.work and is_usable(found):
        basis, entry = Basis.RECORD, entry_from_record(found.work, printed)
    else:
        basis, entry = Basis.PRINTED, entry_as_printed(printed, item.text, found)
    [comment] = entry.comments
    stated = f"{item.label} in {file}:{item.place.line}: {comment}"
    return _LookedUp(basis, replace(entry, comments=(stated,), label=item.label), found)


def _cited_by_key(document: Document) -> Sequence[tuple[str, Place]]:
    """The labels that markers give as keys, each with the place of its first marker."""
    found: dict[str, Place] = {}
    for citation in document.citations:
        if citation.form in _KEYED:
            for label in citation.labels:
                found.setdefault(label, citation.place)
    return tuple(found.items())


def _outcome(
    label: str,
    place: Place,
    key: str,
    looked_up: _LookedUp | None,
    taken_over: ProposedEntry | None,
) -> ImportedReference:
    if looked_up:
        [comment] = looked_up.entry.comments
        found = looked_up.identification
        return ImportedReference(label, key, looked_up.basis, place, comment, found)
    if taken_over:
        [comment] = taken_over.comments
        return ImportedReference(label, key, Basis.TAKEN_OVER, place, comment)
    return ImportedReference(label, key, Basis.KEPT, place)


def _unlike(item: ListedReference, proposed: ProposedEntry, entry: Reference) -> str:
    """Why an item neither has the entry nor gets one."""
    has = "the item's DOI" if proposed.dois and entry.doi_field else "much of the item"
    return (
        f"{item.place}: `{item.label}` of the list gets no entry and no line: `{entry.key}` "
        f"({entry.place}) has {has}, but another title, author or year; correct one of the two"
    )
