"""A table with its heads, and its rows and columns by name."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.matching.statements.table_heads import is_unit, read_head, without_marks
from evidence.matching.text import letters, words
from evidence.model.document import DocumentTable

_LEADING: Final = 3  # cells of a row that may name it
_MOST_HEADS: Final = 4
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_GROUPED: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\s\d{3})+(?![\d.,])")
_TWO_VALUES: Final = re.compile(r"\d[%‰]? [<>=≤≥−–-]?\d")
_TWO_BRACKETS: Final = re.compile(r"\d[^()]*\) ?[<>=≤≥−–-]?[\d.,]* ?\([^()]*\d")


class Grid:
    """A table as rows of one width, with the heads of its columns, several lines of them as one."""

    def __init__(self, table: DocumentTable) -> None:
        self.width = max(map(len, table.rows))
        rows = [(*map(without_marks, row), *[""] * (self.width - len(row))) for row in table.rows]
        count = _head_rows(rows)
        spread = [_spread(row) for row in rows[: count - 1]] + [rows[count - 1]]
        self.parts = [
            tuple(dict.fromkeys(row[at] for row in spread if row[at])) for at in range(self.width)
        ]
        self.heads = [" ".join(part) for part in self.parts]
        self.body = rows[count:]
        self._lengths = [len(row) for row in table.rows]
        self._head_rows = count
        self._unit = read_head(table.caption.text).unit

    def is_parted(self, row: int) -> bool:
        """Whether the columns of a row could be told apart: no cell of it holds several values, and
        it has no fewer cells than the table has heads.
        """
        length = self._lengths[self._head_rows + row]
        is_short = 1 < length < self._lengths[self._head_rows - 1]
        return not is_short and not any(map(holds_several, self.body[row]))

    def is_headed(self, column: int) -> bool:
        """Whether the head of a column is its own: none without a head stands to its right."""
        behind = column + 1
        if not self.heads[column] or behind >= self.width or self.heads[behind]:
            return True
        return not any(map(str.isdigit, "".join(row[behind] for row in self.body)))

    @property
    def is_mostly_parted(self) -> bool:
        """Whether the columns of more than half of the rows with numbers could be told apart."""
        parted = [
            self.is_parted(at)
            for at, row in enumerate(self.body)
            if any(map(str.isdigit, "".join(row)))
        ]
        return not parted or sum(parted) > len(parted) / 2

    def columns_named(self, wanted: str) -> list[int]:
        """The columns of that head, the closest kind of agreement that any has."""
        names = [
            (head, *part, *(read_head(each).name for each in (head, *part)))
            for head, part in zip(self.heads, self.parts, strict=True)
        ]
        return _best(wanted, names)

    def rows_named(self, wanted: str) -> list[int]:
        """The rows of that name: their first cell, the first ones together, or one of these below
        the heading of a group of rows.
        """
        names, group = [], ""
        for row in self.body:
            leading = [cell for cell in row[:_LEADING] if cell]
            named = row[0] or (leading[0] if leading else "")
            if row[0] and not any(row[1:]):
                group = row[0]
            joined = " ".join(row[:2])
            names.append((named, read_head(named).name, joined, f"{group} {named}", *leading[1:]))
        return _best(wanted, names)

    def unit(self, row: int, column: int) -> str:
        """The unit that the head of the column or the row gives, or the caption, if any does."""
        heads = (*reversed(self.parts[column]), self.body[row][0])
        units = (read_head(each).unit or (each if is_unit(each) else "") for each in heads)
        others = (cell for at, cell in enumerate(self.body[row]) if at != column and is_unit(cell))
        return next(filter(None, (*units, *others)), self._unit)


def _head_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows are heads: the first, and those below it that begin blank without a number."""
    count = 1
    while (
        count < min(len(rows) - 1, _MOST_HEADS)
        and not rows[count][0]
        and any(rows[count])
        and not any(cell[:1].isdigit() for cell in rows[count])
    ):
        count += 1
    return count


def _spread(row: Sequence[str]) -> tuple[str, ...]:
    """A row of heads in which a cell stands for the empty ones behind it too."""
    shown, last = [], ""
    for at, cell in enumerate(row):
        last = cell or (last if at > 1 else "")
        shown.append(last)
    return tuple(shown)


def _best(wanted: str, names: Sequence[Sequence[str]]) -> list[int]:
    """Which of them are called so: to the letter, else by holding all of its words."""
    asked = letters(wanted)
    same = [at for at, those in enumerate(names) if asked and asked in map(letters, those[:1])]
    if same:
        return same
    same = [at for at, those in enumerate(names) if asked and asked in map(letters, those)]
    if same:
        return same
    told = set(words(wanted))
    return [at for at, those in enumerate(names) if told and told <= set(words(" ".join(those)))]


def holds_several(text: str) -> bool:
    """Whether a cell holds the values of several: `4 (3.3) 6 (5.1)`, but not `0.7 (0.6 to 0.9)`."""
    line = " ".join(text.split())
    bare = " ".join(_BRACKETED.sub(" ", line).split())
    return bool(_TWO_VALUES.search(_GROUPED.sub("0", bare)) or _TWO_BRACKETS.search(line))
