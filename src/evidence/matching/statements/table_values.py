"""The values that a table states, and the table said as a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from evidence.matching.statements.table_heads import Head, is_unit, read_head, without_marks
from evidence.model.claim import Value
from evidence.model.document import DocumentTable, Statement

Row: TypeAlias = Sequence[str]

_FEW: Final = 8  # values that a sentence can carry
_NUMBER: Final = (
    r"[-−–+]?\d+(?:[.,·]\d+)*(?:[ \u2009\u202f]\d{3}(?!\d))*"
    r"(?:\s?[×x]\s?10\^?[-−]?[\d⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[eE][-−]?\d+)?"
)
_SPREAD: Final = rf"(?:\s*(?:±|\+/-)\s*{_NUMBER}|\s*(?:-|‐|‑|–|—|−|to)\s*{_NUMBER})?"
_CELL: Final = re.compile(
    rf"(?P<main>(?:[<>≤≥~≈]\s*)?{_NUMBER}{_SPREAD})"
    rf"(?P<of>\s*/\s*\d[\d,]*)?\s*(?P<percent>%)?"
    r"(?:\s*[(\[](?P<more>[^()\[\]]{1,60})[)\]])?(?:\s*(?P<unit>[^\d\s()\[\]][^()\[\]]{0,20}))?"
)
_LETTER: Final = re.compile(r"(?<=\d)[a-f]$")
_OUTCOMES: Final = re.compile(
    r"(?:end-?points?|outcomes?|parameters?|variables?|measures?|characteristics?|(?:adverse\s+)?"
    r"events?|properties|property|statistics?|pharmacokinetic.*)(?:\s+measures?)?",
    re.IGNORECASE,
)
_NO_MEASURE: Final = re.compile(
    r"(?:references?|refs?\.?|citations?|years?|sources?|no\.?|number|#|id|stud(?:y|ies)|trials?|"
    r"authors?|page|pmid|doi|notes?|comments?|phase|units?)",
    re.IGNORECASE,
)
_PLAIN_HEAD: Final = re.compile(r"(?:values?|results?|estimates?|findings?)?", re.IGNORECASE)
_BARE_NUMBER: Final = re.compile(_NUMBER)
_SHARE: Final = re.compile(rf"{_NUMBER}\s?%?")
_CI_WORD: Final = re.compile(r"^\d\d\s?%\s?CI:?\s?")
_LONGEST_CELL: Final = 80
_UNITS_HEAD: Final = re.compile(r"units?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with as many cells in each row; `measured` are the columns of numbers, and the
    columns before the first of them (`names`) say on what. `units` is a column of units, else -1.
    """

    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    measured: tuple[int, ...]
    units: int

    @property
    def names(self) -> tuple[int, ...]:
        return tuple(at for at in range(self.measured[0]) if at != self.units)


def table_values(table: DocumentTable) -> tuple[Value, ...]:
    """The numbers of the table, row by row: what was measured, on what, how much, in which unit.

    The columns that hold words name the target; where the rows are the outcomes and the columns the
    groups, the group is the target. Cells without a number (`NR`, `–`) are left out, as is a table
    of words as a whole.
    """
    grid = _grid(table)
    return tuple(_values(grid)) if grid else ()


def table_statement(table: DocumentTable) -> Statement:
    """The table as one sentence at the place of its caption: what it is of, and, when they are few,
    its values (`Inhibition of kinases: IC50 7 nmol/L for ROS1, 12 nmol/L for ALK.`).
    """
    return replace(table.caption, text=f"{table_topic(table)}{told_values(table_values(table))}.")


def table_topic(table: DocumentTable) -> str:
    """What the table is of, as its caption says, without the final stop."""
    return (table.caption.text or table.label).strip().rstrip(".:;, ")


def told_values(values: Sequence[Value]) -> str:
    """The values as a table's sentence has them behind its topic; empty for none, or too many."""
    if not values or len(values) > _FEW:
        return ""
    by_name: dict[str, list[str]] = {}
    for value in values:
        by_name.setdefault(value.name, []).append(_told(value))
    told = (f"{name} {', '.join(those)}".strip() for name, those in by_name.items())
    return f": {'; '.join(told)}"


def _told(value: Value) -> str:
    """`7 nmol/L for ROS1`."""
    unit = value.unit if value.unit == "%" else f" {value.unit}"
    more = f" ({value.n})" if "/" in value.n else ""
    interval = f" (95% CI {value.ci})" if value.ci else ""
    target = f" for {value.target}" if value.target else ""
    return f"{value.comparator}{value.value}{unit.rstrip()}{more}{interval}{target}"


def _grid(table: DocumentTable) -> _Grid | None:
    """The table as heads and rows; None for one without a column of numbers."""
    if len(table.rows) < 2:
        return None
    head, *body = [tuple(map(without_marks, row)) for row in table.rows]
    rows = [row for row in body if len(row) == len(head)]
    heads = [read_head(text) for text in head]
    if rows and _is_units(rows[0]):
        heads = [_in(each, unit) for each, unit in zip(heads, rows.pop(0), strict=True)]
    unit = read_head(table.caption.text).unit
    if len(unit) > 1 and not any(each.unit for each in heads):
        heads = [_in(each, unit) for each in heads]
    columns = range(1, len(head))
    measured = tuple(at for at in columns if _is_measured(heads[at], (row[at] for row in rows)))
    units = next((at for at in columns if _UNITS_HEAD.fullmatch(heads[at].name)), -1)
    return _Grid(tuple(heads), tuple(rows), measured, units) if measured else None


def _in(head: Head, unit: str) -> Head:
    return replace(head, unit=head.unit or unit.strip("()[] "))


def _is_units(row: Row) -> bool:
    """Whether a row holds nothing but units, as the second one does in some tables."""
    told = [cell.strip("()[] ") for cell in row[1:] if cell]
    return bool(told) and row[0].lower() in ("", "unit", "units") and all(map(is_unit, told))


def _is_measured(head: Head, cells: Iterable[str]) -> bool:
    """Whether a column holds numbers, of something that is measured."""
    if _NO_MEASURE.fullmatch(head.name):
        return False
    return any(_read_cell(cell, head) for cell in cells)


def _values(grid: _Grid) -> Iterator[Value]:
    is_by_outcome = _rows_are_outcomes(grid)
    for row in grid.rows:
        label = " / ".join(_labelled(row[at], grid.heads[at]) for at in grid.names if row[at])
        found: list[Value] = []
        for at in grid.measured if label else ():
            head, target = grid.heads[at], label
            if is_by_outcome:
                outcome = read_head(label)
                target = "" if _PLAIN_HEAD.fullmatch(head.name) else head.name
                head = replace(outcome, n=head.n, unit=outcome.unit or head.unit)
            if grid.units >= 0:
                head = replace(head, unit=row[grid.units] or head.unit)
            value = _value(row[at], head, target)
            column = grid.heads[at]
            if value and column.has_interval and not column.name and found:
                found[-1] = replace(found[-1], ci=value.value)  # a column of intervals by itself
            elif value and head.name:
                found.append(value)
        yield from found


def _rows_are_outcomes(grid: _Grid) -> bool:
    """Whether a row is what was measured, and a column the group in which it was."""
    columns = [grid.heads[at] for at in grid.measured]
    if any(head.unit for head in columns):
        return False
    if any(head.n for head in columns) or _OUTCOMES.fullmatch(grid.heads[0].name):
        return True
    labels = [read_head(row[0]) for row in grid.rows]
    return sum(bool(label.unit or label.has_interval) for label in labels) * 2 > len(labels)


def _labelled(cell: str, head: Head) -> str:
    """A row's name; a bare number takes the unit of its column (`100 mg`)."""
    return f"{cell} {head.unit}" if head.unit and _BARE_NUMBER.fullmatch(cell) else cell


def _read_cell(cell: str, head: Head) -> re.Match[str] | None:
    """The parts of a cell that holds a number and nothing else but its unit or interval."""
    if len(cell) > _LONGEST_CELL:
        return None
    found = _CELL.fullmatch(_LETTER.sub("", cell) if head.unit else cell)
    return found if found and (not found["unit"] or is_unit(found["unit"])) else None


def _value(cell: str, head: Head, target: str) -> Value | None:
    """The value in a cell, if there is one."""
    found = _read_cell(cell, head)
    if not found:
        return None
    main, more = found["main"].strip(), (found["more"] or "").strip()
    unit = "%" if found["percent"] else (found["unit"] or head.unit).strip()
    value = Value(head.name, main, unit, target, n=head.n)
    if head.has_share:
        if _SHARE.fullmatch(more):
            count = main + (found["of"] or "").replace(" ", "")
            return replace(value, value=more.rstrip("% "), unit="%", n=count)
        return replace(value, value=found[0].strip(" %"), unit="%" if found["percent"] else "")
    if found["of"]:
        return replace(value, value=f"{main}{found['of']}")
    if more and head.has_interval:
        return replace(value, ci=_CI_WORD.sub("", more))
    return replace(value, value=f"{main} ({more})") if more else value
