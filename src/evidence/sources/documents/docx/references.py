"""The references of a .docx whose citations are fields, as a reference list has them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.model.place import Place
from evidence.model.printed import PrintedReference
from evidence.sources.documents.docx.field_items import FieldItem
from evidence.sources.documents.docx.fields import Field
from evidence.sources.documents.docx.labels import (
    DisplayedCitation,
    PrintedEntry,
    family_year,
    label_items,
    match_entries,
)
from evidence.sources.documents.docx.story import Draft
from evidence.sources.documents.heading_lines import is_reference_heading
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.printed_text import printed_text

_ENTRY_NUMBER: Final = re.compile(r"\s*(?:\[(\d{1,4})\]|\(?(\d{1,4})[.)\]]|(\d{1,4})(?=\t))\s*")


@dataclass(frozen=True, slots=True)
class References:
    """The references in the order of their list, and the labels of works by their identities."""

    labels: Mapping[str, str]
    blocks: tuple[Block, ...]


def read_references(
    citations: Mapping[Field, tuple[FieldItem, ...]],
    body: Sequence[Draft],
    file: str,
) -> References:
    """The works that the fields name, and the entries of the bibliography that none of them names.

    A work's text is as the bibliography prints it, else as a list would: its entry has its title,
    or else its number, or else its first author and year.
    """
    entries = tuple(_entries(body))
    displayed = [DisplayedCitation(items, "".join(each.shown)) for each, items in citations.items()]
    labels = label_items(displayed, entries)
    items: dict[str, FieldItem] = {}
    for citation in displayed:
        for item in citation.items:
            if not items.get(item.identity, _NOTHING).printed.title:
                items[item.identity] = item
    matched = match_entries(items.values(), entries)
    taken = set(matched.values())
    for identity, item in items.items():
        if identity in matched:
            continue
        entry = _entry_for(item, labels[identity], entries)
        if entry is not None and entry not in taken:
            matched[identity] = entry
            taken.add(entry)
    blocks = [
        _block(labels[identity], item, matched.get(identity), file)
        for identity, item in items.items()
    ]
    free = (entry for entry in entries if entry not in taken)
    used = set(labels.values())
    blocks += [
        _reference("" if entry.label in used else entry.label, entry.text, entry.line, file)
        for entry in free
    ]
    return References(labels, tuple(sorted(blocks, key=_order)))


_NOTHING: Final = FieldItem("", PrintedReference())


def is_list_heading(draft: Draft) -> bool:
    """Whether a paragraph of a bibliography is its heading."""
    return draft.kind is BlockKind.HEADING or is_reference_heading(draft.text)


def _entries(body: Sequence[Draft]) -> Iterator[PrintedEntry]:
    """The entries that bibliographies print; some programs part them by line ends only."""
    for draft in body:
        if not draft.is_listed or is_list_heading(draft):
            continue
        lines = [line for line in draft.text.split("\n") if line.strip()]
        numbered = [_ENTRY_NUMBER.match(line) for line in lines]
        if len(lines) < 2 or not all(numbered):
            lines = [" ".join(draft.text.split("\n"))]
        for line in lines:
            number = _ENTRY_NUMBER.match(line)
            label = draft.label or ("".join(filter(None, number.groups())) if number else "")
            text = " ".join(line[number.end() if number else 0 :].split())
            if text:
                yield PrintedEntry(label, text, draft.line)


def _entry_for(item: FieldItem, label: str, entries: Sequence[PrintedEntry]) -> PrintedEntry | None:
    """The entry with a work's number, or else the only one with its first author and its year."""
    if label.isdigit():
        return next((entry for entry in entries if entry.label == label), None)
    named = family_year(item.printed)
    family = named.removesuffix(item.printed.year)
    found = [
        entry
        for entry in entries
        if item.printed.year in entry.text and entry.text.casefold().startswith(family)
    ]
    return found[0] if len(found) == 1 and item.printed.year else None


def _block(label: str, item: FieldItem, entry: PrintedEntry | None, file: str) -> Block:
    printed = item.printed if item.printed.title else None
    text = entry.text if entry else printed_text(item.printed) or item.identity
    return _reference(label, text, entry.line if entry else 1, file, printed)


def _reference(
    label: str, text: str, line: int, file: str, printed: PrintedReference | None = None
) -> Block:
    places = ((0, Place(file, line, 1)),)
    return Block(BlockKind.REFERENCE, text, places, label=label, printed=printed)


def _order(block: Block) -> tuple[bool, int]:
    return (not block.label.isdigit(), int(block.label) if block.label.isdigit() else 0)
