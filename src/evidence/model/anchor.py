"""Where in a work's text the words stand that an evidence line quotes, or do not stand."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.model.place import Place


class AnchorState(StrEnum):
    """What became of a quote in the text. Only the first two are found, the first of them in one
    place, and nothing is found that was not looked for.
    """

    FOUND = "found"
    AMBIGUOUS = "ambiguous"  # several times, and nothing says which is meant
    SPLICED = "spliced"  # its parts stand apart, and no ellipsis says so
    ALTERED = "altered"  # a passage is nearly the same
    NOT_FOUND = "not-found"
    UNCHECKED = "unchecked"  # no text, or only an abstract that lacks it


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Characters of a source from `start` to `end` of its text, in the source's own spelling.

    `sentence` is all of the sentences that it stands in. `pages` are the names that its page may
    go by, the number in the file first, then the one printed on it; empty where there are none.
    `cites` are the labels that these sentences cite. `unmarked` is the text on one line without the
    source's own citation markers, where that has been made.
    """

    text: str
    start: int
    end: int
    place: Place
    sentence: str = ""
    pages: tuple[str, ...] = ()
    section: str = ""
    cites: tuple[str, ...] = ()
    unmarked: str = ""

    @property
    def page(self) -> str:
        """The page to show: as printed, else its number in the file."""
        return self.pages[-1] if self.pages else ""

    @property
    def quotable(self) -> str:
        """The words to quote, on one line."""
        return self.unmarked or " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class WordChange:
    """What the quote says and the source says instead; either is empty where nothing stands."""

    quoted: str
    source: str

    def __str__(self) -> str:
        if self.quoted and self.source:
            return f"`{self.quoted}` for `{self.source}`"
        return f"`{self.quoted}` added" if self.quoted else f"`{self.source}` left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What became of the quote of an evidence line in the texts of its work.

    `passages`: one where it was found, all where it is ambiguous, its parts in their order where
    it is spliced or has an ellipsis. `nearest` is the likest passage where it was not found, and
    `changes` what lies between. `cut` is a qualifier of the sentence which the quote leaves out
    (`but not in children`). `behind` is the rest of the last sentence, and the one that follows in
    the same paragraph; either is empty where there is none. `file` is the text that the passages
    stand in, empty for an abstract. `elsewhere` are the entries of other works whose text has the
    quote. `reason` says why it is unchecked, or why what stands around it settles nothing.
    """

    state: AnchorState
    passages: tuple[Passage, ...] = ()
    nearest: Passage | None = None
    changes: tuple[WordChange, ...] = ()
    cut: str = ""
    behind: tuple[str, str] = ("", "")
    file: str = ""
    elsewhere: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_found(self) -> bool:
        """Whether the words stand in the text."""
        return self.state in (AnchorState.FOUND, AnchorState.AMBIGUOUS)


class CellState(StrEnum):
    """What became of a table cell in the text."""

    FOUND = "found"
    DIFFERS = "differs"  # the cell is there, and says something else
    NO_TABLE = "no-table"
    NO_CELL = "no-cell"  # the table is there; its row or column is not, or not once
    UNCHECKED = "unchecked"  # no text, or one whose tables are not read


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAnchor:
    """What became of the table cell that an evidence line names.

    `text` is what the cell says, in the source's own spelling; `candidates` the tables, rows or
    columns that there are where the one named is not.
    """

    state: CellState
    text: str = ""
    file: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""
