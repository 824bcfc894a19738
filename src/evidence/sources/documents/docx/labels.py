"""By which labels the works in fields are cited: the numbers displayed, or names and years."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.model.printed import PrintedReference
from evidence.sources.documents.docx.field_items import FieldItem
from evidence.sources.documents.number_lists import read_numbers
from evidence.sources.documents.reference_list.author_year_labels import (
    author_year_label,
    unique_labels,
)

_BETWEEN: Final = re.compile(r"[\])]\s*[\[(]|(?<=\d)\s+(?=\d)")
_BRACKETS: Final = re.compile(r"[\[\]()]")
_EDGES: Final = " ,;.&\u00a0\u200b\u2060\n\r\t"
_ROUNDS: Final = 20
_SHORTEST_TITLE: Final = 12  # letters; a shorter one stands in other references by chance


@dataclass(frozen=True, slots=True)
class DisplayedCitation:
    """The works of a field, and what it displays."""

    items: tuple[FieldItem, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """An entry of the bibliography as the document prints it; `label` is its number, if any."""

    label: str
    text: str
    line: int


def label_items(
    citations: Sequence[DisplayedCitation], entries: Sequence[PrintedEntry]
) -> dict[str, str]:
    """The label of each work by its identity, in the order of their first citation.

    A number is a work's label if the bibliography prints its title with that number, if it stands
    alone in a marker, or if all citations together leave no other; where several markers would
    leave it open, the numbers go to the works in the field's order. Numbers that cannot be told
    apart are no labels: then, as for markers with authors and years, `familyYEAR` is, with a letter
    where two works share it. No two works share a label.
    """
    numbers = _numbers(citations, entries)
    items: dict[str, FieldItem] = {}
    for citation in citations:
        for item in citation.items:
            if not items.setdefault(item.identity, item).printed.year:
                items[item.identity] = item
    owners: dict[str, str] = {}
    for identity in items:
        if identity in numbers:
            owners.setdefault(numbers[identity], identity)
    labels = {identity: number for number, identity in owners.items()}
    named = [identity for identity in items if identity not in labels]
    unique = unique_labels([family_year(items[identity].printed) for identity in named])
    labels |= dict(zip(named, unique, strict=True))
    return {identity: labels[identity] for identity in items}


def displayed_numbers(text: str) -> tuple[str, ...]:
    """The numbers of a marker that displays nothing else but places in the works; else nothing."""
    bare = _BRACKETS.sub("", _BETWEEN.sub(",", text)).strip(_EDGES)
    numbers = read_numbers(bare)
    return tuple(each.label for each in numbers.cited) if numbers else ()


def family_year(printed: PrintedReference) -> str:
    """`drilon2017`: by the first author, or by the first word of the title where there is none."""
    people = printed.authors or printed.editors
    name = people[0].family if people else printed.title.partition(" ")[0]
    return author_year_label(name, "".join(printed.year.split())) or "reference"


def match_entries(
    items: Iterable[FieldItem], entries: Sequence[PrintedEntry]
) -> dict[str, PrintedEntry]:
    """The one entry that prints the title of a work, by the work's identity."""
    folded = [f" {_folded(entry.text)} " for entry in entries]
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(folded):
        for word in set(text.split()):
            by_word[word].append(index)
    matched: dict[str, PrintedEntry] = {}
    for item in items:
        title = _folded(item.printed.title)
        if item.identity in matched or len(title) < _SHORTEST_TITLE:
            continue
        rarest = min(title.split(), key=lambda word: len(by_word.get(word, ())))
        found = [index for index in by_word.get(rarest, ()) if f" {title} " in folded[index]]
        if len(found) > 1:
            found = [index for index in found if item.printed.year in folded[index]]
        if len(found) == 1:
            matched[item.identity] = entries[found[0]]
    return matched


def _numbers(
    citations: Sequence[DisplayedCitation], entries: Sequence[PrintedEntry]
) -> Mapping[str, str]:
    """The numbers of works, by their identity, as far as they can be told."""
    marked: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for citation in citations:
        works = tuple(dict.fromkeys(item.identity for item in citation.items))
        numbers = displayed_numbers(citation.text)
        if len(numbers) == len(works):
            marked.append((works, numbers))
    known: dict[str, str] = {}
    if marked:
        items = (item for citation in citations for item in citation.items)
        known = {
            identity: entry.label
            for identity, entry in match_entries(items, entries).items()
            if entry.label.isdigit()
        }
    possible: dict[str, frozenset[str]] = {}
    for works, numbers in marked:
        for work in works:
            possible[work] = (possible.get(work, frozenset(numbers)) & frozenset(numbers)) or (
                possible[work]
            )
    for _ in range(_ROUNDS):
        if not _narrow(marked, possible, known):
            break
    for works, numbers in marked:
        open_works = [work for work in works if work not in known]
        given = {known[work] for work in works if work in known}
        for work, number in zip(
            open_works, [each for each in numbers if each not in given], strict=False
        ):
            known[work] = number
    return known


def _narrow(
    marked: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
    possible: dict[str, frozenset[str]],
    known: dict[str, str],
) -> bool:
    """Find the works that only one number is left for; whether there were any."""
    before = len(known)
    for works, _ in marked:
        given = frozenset(known[work] for work in works if work in known)
        for work in works:
            if work in known:
                continue
            possible[work] = (possible[work] - given) or possible[work]
            if len(possible[work]) == 1:
                (known[work],) = possible[work]
    return len(known) > before


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    spaced = ("" if unicodedata.combining(c) else c if c.isalnum() else " " for c in bare)
    return " ".join("".join(spaced).split())
