"""The proof that edits changed nothing but what they should."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import TypeAlias

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.model.reference import Bibliography
from evidence.sources.bibtex import parse_bibliography

Contents: TypeAlias = Mapping[str, Mapping[str, str]]
"""What should be in the edited fields, by the entry's key and the field's name."""


def prove(text: str, before: Bibliography, after: Bibliography, contents: Contents) -> None:
    """Raises InputError when `after` is not `before` with these fields; `text` was edited.

    The places may differ, and problems may be gone; none may be new. What an entry inherits changes
    where its parent is edited.
    """
    is_same = (
        list(_entries(after, {})) == list(_entries(before, contents))
        and _ignores(after) == _ignores(before)
        and not problems_of(after) - problems_of(before)
    )
    if is_same:
        return
    prove_unchanged(text, before)
    raise InputError(
        "the edits would change more than the fields they are for: nothing is written; please "
        "report this, with the file",
        place=Place(before.file),
    )


def prove_unchanged(text: str, bibliography: Bibliography) -> None:
    """Raises InputError when `text` is not what the bibliography was read from."""
    if parse_bibliography(text, bibliography.file) != bibliography:
        raise changed(bibliography.file)


def changed(name: str) -> InputError:
    """The error that the file is not what it was when it was read."""
    message = f"`{name}` has changed since it was read: nothing is written; run the command again"
    return InputError(message, place=Place(name))


def _entries(
    bibliography: Bibliography, contents: Contents
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Key, type and own fields of each entry, with these contents."""
    references = bibliography.references
    for entry, following in zip_longest(references, references[1:]):
        fields = {
            field.name: field.raw
            for field in entry.fields
            if entry.place <= field.place and (not following or field.place < following.place)
        }
        yield entry.key, entry.type, {**fields, **contents.get(entry.key, {})}


def _ignores(bibliography: Bibliography) -> list[tuple[str, str | None, str]]:
    return [(ignore.code, ignore.key, ignore.reason) for ignore in bibliography.ignores]


def problems_of(bibliography: Bibliography) -> Counter[tuple[str, str | None, str | None]]:
    """How many problems of each kind each entry and field has, wherever they stand."""
    return Counter((each.kind, each.key, each.field) for each in bibliography.problems)
