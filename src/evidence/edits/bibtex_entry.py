"""A work as the text of a BibTeX entry of its own."""

from collections.abc import Iterable

from evidence.edits.citation_keys import USUAL, new_key
from evidence.edits.entry_layout import EntryLayout, lay_out
from evidence.edits.new_entry import new_entry
from evidence.model.work import Work


def as_bibtex(work: Work, key: str = "", *, taken: Iterable[str] = ()) -> str:
    """The entry that cites `work`, from its `@` to its closing brace.

    Without a `key` it gets the first author's name and the year (`drilon2017`), with a letter where
    that is one of the keys `taken`.
    """
    key = key or new_key(work, USUAL, {each.lower() for each in taken})
    return lay_out(new_entry(work), key, EntryLayout())
