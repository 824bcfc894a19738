"""What an entry takes over from those that its `crossref` and `xdata` fields name.

After biber's defaults (biblatex manual, appendix B), which agree with BibTeX where that knows the
fields: what an entry has itself is kept, and the title of a book is the `booktitle` of its parts.
Two things differ. What identifies the parent, or counts its pages, is not its part's. And a `@book`
lends its title to an `@incollection` as a `@collection` does: BibTeX has no other type for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from evidence.model.reference import BibProblem, Field, Reference
from evidence.sources.bibtex_entries import make_reference

_LENT_WHOLE: Final = "xdata"
_LENT: Final = "crossref"

_BOOKS: Final = frozenset({"book", "collection", "proceedings", "reference"})
_PARTS: Final = frozenset({
    "bookinbook", "conference", "inbook", "incollection", "inproceedings", "inreference",
    "suppbook", "suppcollection",
})  # fmt: skip
_OWN: Final = frozenset({
    # the entry's own, by biber
    "crossref", "entryset", "entrysubtype", "execute", "ids", "label", "options", "presort",
    "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro",
    "sortkey", "xdata", "xref",
    # the parent's
    "archiveprefix", "doi", "eprint", "eprintclass", "eprinttype", "pages", "pagetotal", "pmcid",
    "pmid", "primaryclass", "url", "urldate",
})  # fmt: skip
# Two names of one thing: an entry with a `date` takes no `year` from its parent.
_SAME: Final = {"year": "date", "date": "year", "journal": "journaltitle",
                "journaltitle": "journal"}  # fmt: skip
# Chains of parents could pile up fields without end.
_MOST_FIELDS: Final = 100


def inherit(entries: Mapping[str, Reference]) -> tuple[dict[str, Reference], list[BibProblem]]:
    """The entries by their keys, with the fields that they inherit, and the parents not found.

    An inherited field has the place where it is written, in the parent. Entries that inherit from
    each other in a circle take what those have themselves. A parent that is not there is a problem
    of the first entry that names it.
    """
    complete: dict[str, Reference] = {}
    missing: dict[str, BibProblem] = {}
    opened: dict[str, list[tuple[str, Field]]] = {}
    for key in entries:
        waiting = [key]
        while waiting:
            at = waiting[-1]
            if at in complete:
                waiting.pop()
            elif at in opened:
                complete[at] = _with_parents(
                    entries[at],
                    [
                        (complete.get(name, entries[name]), field.name == _LENT_WHOLE)
                        for name, field in opened[at]
                        if name in entries
                    ],
                )
            else:
                opened[at] = list(_parents(entries[at]))
                for name, field in opened[at]:
                    if name not in entries:
                        missing.setdefault(name, _missing(entries[at], name, field))
                    elif name not in opened:
                        waiting.append(name)
    return {key: complete[key] for key in entries}, list(missing.values())


def _parents(entry: Reference) -> Iterator[tuple[str, Field]]:
    """The keys that the entry names, each with the field that names it; `xdata` may name several
    and comes first.
    """
    lenders = [field for field in entry.fields if field.name in (_LENT_WHOLE, _LENT)]
    for field in sorted(lenders, key=lambda field: field.name != _LENT_WHOLE):
        names = field.text.split(",") if field.name == _LENT_WHOLE else [field.text]
        yield from ((name.strip(), field) for name in names if name.strip())


def _missing(entry: Reference, name: str, field: Field) -> BibProblem:
    message = (
        f"`{entry.key}` takes fields over from `{name}`, which is not there: expected an entry "
        "with this key"
    )
    return BibProblem("undefined-parent", message, field.place, entry.key, field.name)


def _with_parents(entry: Reference, parents: list[tuple[Reference, bool]]) -> Reference:
    """The entry with what it lacks, from the first parent that has it."""
    fields = {field.name: field for field in entry.fields}
    for parent, is_whole in parents:
        has = frozenset(fields)
        for field in parent.fields if is_whole else _lent(parent, entry.type):
            if _SAME.get(field.name) not in has and len(fields) < _MOST_FIELDS:
                fields.setdefault(field.name, field)
    if len(fields) == len(entry.fields):
        return entry
    return make_reference(entry.key, entry.type, tuple(fields.values()), entry.place)


def _lent(parent: Reference, to_type: str) -> Iterator[Field]:
    """The parent's fields with the names that they have in an entry of type `to_type`."""
    prefix = _title_prefix(parent.type, to_type)
    titles = []
    for field in parent.fields:
        if prefix and field.name in ("title", "subtitle"):
            titles.append(replace(field, name=prefix + field.name))
        elif field.name not in _OWN:
            yield field
    yield from titles  # where the parent has a `booktitle` as well, that is the one


def _title_prefix(parent_type: str, to_type: str) -> str:
    """What comes before `title` when a part takes it over: `book`, `main`, `journal` or nothing."""
    if parent_type.startswith("mv") and to_type in _BOOKS | _PARTS:
        return "main"
    if parent_type in _BOOKS and to_type in _PARTS:
        return "book"
    return "journal" if parent_type == "periodical" and to_type == "article" else ""
