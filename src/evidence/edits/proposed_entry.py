"""An entry that is to stand in a .bib file: what it says, and what its key is made from."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.edits.entry_layout import EntryLayout, lay_out
from evidence.edits.new_entry import NewEntry, new_entry
from evidence.model.doi import Doi
from evidence.model.work import Name, Work

_LINE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """A new entry.

    Its key is `key`, or where that is empty made from `names`, `title` and `year`, if it can be as
    a document calls the work by its `label`. `dois` are those under which the work may stand in the
    file already, its own first. `comments` are the lines above the entry, without their `%`.
    """

    entry: NewEntry
    names: tuple[Name, ...] = ()
    title: str = ""
    year: int | None = None
    dois: tuple[Doi, ...] = ()
    key: str = ""
    label: str = ""
    comments: tuple[str, ...] = ()

    def laid_out(self, key: str, layout: EntryLayout) -> str:
        """The comments and the entry, as they stand in the file."""
        [line_end, *_] = re.findall(r"\r\n|\r|\n", layout.gap)
        lines = [f"% {_comment(each)}{line_end}" for each in self.comments]
        return "".join((*lines, lay_out(self.entry, key, layout)))


def entry_of_work(work: Work) -> ProposedEntry:
    """The entry that cites a registry's work."""
    return ProposedEntry(
        new_entry(work),
        work.authors or work.editors,
        work.title,
        work.year,
        (work.doi, *work.aliases),
    )


def _comment(text: str) -> str:
    """`text` on one line, without the sign with which BibTeX would begin an entry."""
    line = _LINE.sub(" ", text.replace("@", "(at)")).strip()
    return "".join(sign for sign in line if sign.isprintable())
