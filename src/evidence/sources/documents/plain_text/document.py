"""Plain text: paragraphs parted by blank lines; headings, lists, tables told by how they look."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from evidence.sources.documents.interface import (
    SAVE_AS_UTF8,
    UNREADABLE,
    Block,
    BlockKind,
    Contents,
    Progress,
    Source,
)
from evidence.sources.documents.plain_text.lines import Line, block, chunks
from evidence.sources.documents.plain_text.parts import parts
from evidence.sources.documents.plain_text.tables import (
    TextTable,
    captioned_table,
    table,
)
from evidence.sources.documents.printed_pages import printed_pages
from evidence.sources.documents.table_labels import is_caption
from evidence.sources.encoding import decode

_TOLD_EVERY: Final = 500  # runs of lines
_OUTERMOST: Final = 2  # lines at the top and at the bottom of a page that may hold its number


def read_plain_text(source: Source, progress: Progress) -> Contents:
    """The blocks of a plain text in any encoding that a mark or a declaration names, else UTF-8.

    Raises InputError with the place of the first byte that is not text.
    """
    runs = list(chunks(decode(source.data, source.name, code=UNREADABLE, remedy=SAVE_AS_UTF8)))
    reader = _Reader(source.name)
    for at, run in enumerate(runs):
        if at % _TOLD_EVERY == 0:
            progress("reading", at, len(runs))
        reader.read(run, runs[at - 1] if at else (), runs[at + 1] if at + 1 < len(runs) else ())
    progress("reading", len(runs), len(runs))
    return Contents(tuple(reader.blocks), page_labels=printed_pages(_margins(runs)))


def _margins(runs: Sequence[Sequence[Line]]) -> list[list[str]]:
    """The first and the last lines of each page; none where there are no pages."""
    by_page: defaultdict[int, list[str]] = defaultdict(list)
    for run in runs:
        for line in run:
            by_page[line.page].append(line.text)
    last = max(by_page, default=0)
    pages = (by_page[page] for page in range(1, last + 1))
    return [[*lines[:_OUTERMOST], *lines[-_OUTERMOST:]] for lines in pages]


class _Reader:
    """The blocks so far; the last of them may be a caption whose table is the next run."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._caption: Block | None = None
        self.blocks: list[Block] = []

    def read(self, run: Sequence[Line], before: Sequence[Line], after: Sequence[Line]) -> None:
        """Add what a run of lines holds."""
        found = self._table(run)
        if found:
            self._add_table(found, run[0])
            run = run[found.length :]
        self._caption = None
        for part in parts(run, before, after):
            made = block(part.kind, part.lines, self._name, label=part.label)
            if made:
                self.blocks.append(made)
        if not found and is_caption(run[0].text):
            self._caption = self.blocks[-1]

    def _table(self, run: Sequence[Line]) -> TextTable | None:
        if is_caption(run[0].text):
            return captioned_table(run)
        return table(run, is_captioned=self._caption is not None)

    def _add_table(self, found: TextTable, first: Line) -> None:
        caption = self._caption
        if found.caption:
            caption = block(BlockKind.PARAGRAPH, found.caption, self._name)
        elif caption:
            self.blocks.pop()
        place = caption.place(0) if caption else first.place(self._name)
        self.blocks.append(
            Block(BlockKind.TABLE, "", ((0, place),), rows=found.rows, caption=caption)
        )
