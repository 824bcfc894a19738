"""The cell of a table that a line names, by label, row and column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from evidence.matching.anchors.table_grid import Grid
from evidence.matching.numerals import as_digits
from evidence.matching.statements.sentence_words import Meaning, read_sentence
from evidence.matching.statements.units import fold_unit
from evidence.matching.text import enumerated, letters
from evidence.model.anchor import CellAnchor, CellState
from evidence.model.claim import TableCell
from evidence.model.document import DocumentTable

_LABEL: Final = re.compile(
    r"(?:table|tab\.?|tabelle|tableau|tabla|tabella|tabel)s?\b\.?\s*", re.IGNORECASE
)
_HAS_DIGIT: Final = re.compile(r"\d")
_SHOWN: Final = 12

NOT_PARTED: Final = "the table's columns could not be told apart"


def find_cell(wanted: TableCell, tables: Sequence[DocumentTable], file: str) -> CellAnchor:
    """What became of the cell in the tables of a text."""
    named = [each for each in tables if _key(each.label) == _key(wanted.label)]
    if not named:
        number = _key(wanted.label)[1]
        named = [each for each in tables if number and _key(each.label)[1] == number]
    if not named:
        there = _listed(map(_table_name, tables))
        return CellAnchor(state=CellState.NO_TABLE, file=file, candidates=there)
    found = [replace(_in_table(wanted, table), file=file) for table in named]
    return best(found)


def best(found: Sequence[CellAnchor]) -> CellAnchor:
    """The one that tells most, of several tables or texts."""
    order = (
        CellState.FOUND,
        CellState.DIFFERS,
        CellState.NO_CELL,
        CellState.UNCHECKED,
        CellState.NO_TABLE,
    )
    return min(found, key=lambda each: order.index(each.state))


def _key(label: str) -> tuple[str, str]:
    """What kind of table it is (`supplementary`), and its number: `IX` and `9` are one."""
    kind, _, number = _LABEL.sub("\0", label.strip(" .:"), count=1).rpartition("\0")
    parts = re.split(r"[\s.]+", number.strip(" .:"))
    return letters(kind), ".".join(as_digits(part).casefold() for part in parts)


def _table_name(table: DocumentTable) -> str:
    return table.label or table.caption.text[:60]


def _in_table(wanted: TableCell, table: DocumentTable) -> CellAnchor:
    if not table.rows:
        return _unchecked(f"the cells of {_table_name(table)} could not be read")
    grid = Grid(table)
    rows = grid.rows_named(wanted.row) if wanted.row else list(range(len(grid.body)))
    columns = grid.columns_named(wanted.column) if wanted.column else list(range(grid.width))
    if wanted.row and len(rows) != 1 and not (rows and wanted.cell):
        there = [grid.body[at] for at in rows] or grid.body
        return _no_cell([row[0] for row in there], grid)
    if wanted.column and len(columns) != 1 and not (columns and wanted.cell):
        return _no_cell([grid.heads[at] for at in columns] or grid.heads[1:], grid)
    if wanted.column and not all(map(grid.is_headed, columns)):
        return _unchecked(NOT_PARTED)
    if wanted.cell:
        return _compared(wanted, grid, rows, columns)
    if not (wanted.row and wanted.column):
        lacking = enumerated(
            [f"`{name}`" for name in ("row", "column") if not getattr(wanted, name)]
        )
        return _unchecked(
            f"the line does not say which cell of {_table_name(table)} is meant: add {lacking}"
        )
    if not grid.is_parted(rows[0]):
        return _unchecked(NOT_PARTED)
    return CellAnchor(state=CellState.FOUND, text=grid.body[rows[0]][columns[0]])


def _compared(wanted: TableCell, grid: Grid, rows: list[int], columns: list[int]) -> CellAnchor:
    """The cell where the rows and columns meet, against what it should say.

    In a row whose columns could not be told apart, only the whole of a cell says so.
    """
    places = [(row, column) for row in rows for column in columns]
    texts = [grid.body[row][column] for row, column in places]
    for (row, column), text in zip(places, texts, strict=True):
        is_sure = grid.is_parted(row) or letters(text) == letters(wanted.cell)
        if is_sure and says(wanted.cell, text, grid.unit(row, column)):
            return CellAnchor(state=CellState.FOUND, text=text)
    if not all(map(grid.is_parted, rows)):
        return _unchecked(NOT_PARTED)
    if len(places) == 1:
        return CellAnchor(state=CellState.DIFFERS, text=texts[0])
    return _no_cell(texts, grid)


def _no_cell(names: Iterable[str], grid: Grid) -> CellAnchor:
    """What there is instead, where the table was read well enough to say so."""
    if not grid.is_mostly_parted:
        return _unchecked(NOT_PARTED)
    return CellAnchor(state=CellState.NO_CELL, candidates=_listed(names))


def _unchecked(reason: str) -> CellAnchor:
    return CellAnchor(state=CellState.UNCHECKED, reason=reason)


def says(wanted: str, text: str, unit: str = "") -> bool:
    """Whether a cell says what is wanted of it: the same words, numbers and signs in one form.

    A number may be followed by more (`57` of `57 (31/54)`); a unit that is asked for may stand in
    the cell or in its head, and must be the same where there is one.
    """
    asked, there = _values(wanted), _values(text)
    units = [value for kind, value in asked if kind is Meaning.UNIT]
    given = [value for kind, value in there if kind is Meaning.UNIT]
    given += [fold_unit(unit)] if fold_unit(unit) else []
    if units and given and not set(units) <= set(given):
        return False
    a = [value for kind, value in asked if kind is not Meaning.UNIT]
    b = [value for kind, value in there if kind is not Meaning.UNIT]
    if not a:
        return (letters(wanted) == letters(text) and bool(letters(wanted))) or wanted == text
    at = next((n for n in range(len(b) - len(a) + 1) if b[n : n + len(a)] == a), None)
    if at is None:
        return letters(wanted) == letters(text) and not _HAS_DIGIT.search(wanted)
    return not (at and b[at - 1] in ("<", ">", "≤", "≥") and a[0] not in ("<", ">", "≤", "≥"))


def _values(text: str) -> list[tuple[Meaning, str]]:
    """The words of a cell without its punctuation, numbers without noughts that say nothing."""
    values: list[tuple[Meaning, str]] = []
    for word in read_sentence(text):
        if word.meaning is Meaning.NUMBER and "." in word.folded and "×" not in word.folded:
            values.append((word.meaning, word.folded.rstrip("0").rstrip(".")))
        elif word.meaning is not Meaning.STOP:
            values.append((word.meaning, word.folded))
    return values


def _listed(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))[:_SHOWN]
