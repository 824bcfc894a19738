"""The cells of a work's tables that state a value of a claim for what the claim says it of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from evidence.matching.anchors.cells import find_cell
from evidence.matching.names.claim_subjects import claim_subjects
from evidence.matching.names.sought import Sought, sought
from evidence.matching.names.subjects import Subject, SubjectKind
from evidence.matching.names.text_names import TextNames
from evidence.matching.quantities.claim_quantities import quantities_of, value_quantities
from evidence.matching.quantities.compared import is_stated
from evidence.matching.quantities.quantity import Quantity
from evidence.matching.quantities.read_quantities import read_quantities
from evidence.matching.quantities.stated_pool import StatedPool
from evidence.matching.quantities.stated_quantities import cell_quantities
from evidence.matching.statements.table_heads import is_unit
from evidence.matching.text import words
from evidence.model.anchor import CellState
from evidence.model.claim import Claim, TableCell
from evidence.model.document import DocumentTable
from evidence.model.synonyms import Synonyms

_MOST: Final = 50  # cells of a table that are looked at: each is looked for in all of it


@dataclass(frozen=True, slots=True)
class StatingCell:
    """A cell by its names, its table, and the quantities that it and its heads state."""

    cell: TableCell
    table: DocumentTable
    quantities: tuple[Quantity, ...]

    @property
    def text(self) -> str:
        """All that stands with the cell: caption, row, column, and itself."""
        cell = self.cell
        return f"{self.table.caption.text}: {cell.row}, {cell.column}: {cell.cell}"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Quantities of a claim, and what each of them may be of."""

    quantities: tuple[Quantity, ...]
    targets: tuple[Sought, ...]
    target: frozenset[str] = frozenset()

    def is_of(self, heads: Sequence[str]) -> bool:
        """Whether the heads of a row or column name what the quantities are of."""
        text = " ".join(heads)
        if self.target and self.target <= set(words(text)):
            return True
        names = TextNames(heads)
        return any(names.has(each) for each in self.targets)


def stating_cells(
    claim: Claim, tables: Sequence[DocumentTable], synonyms: Synonyms
) -> Iterator[StatingCell]:
    """The cells that state a value of the claim in a row or column that names its target.

    Without values, any number of the claim for any of the drugs and targets that it names. Cells
    that cannot be told from others by label, row and column are left out.
    """
    wanted = tuple(_wanted(claim, synonyms)) if tables else ()
    for table in tables:
        if wanted and table.label and len(table.rows) > 1:
            for found in islice(_in_table(wanted, table), _MOST):
                if find_cell(found.cell, [table], "").state is CellState.FOUND:
                    yield found


def _wanted(claim: Claim, synonyms: Synonyms) -> Iterator[_Wanted]:
    targeted = [value for value in claim.values if value.target]
    for value in targeted:
        subject = Subject(value.target, SubjectKind.TARGET)
        yield _Wanted(
            value_quantities(value)[:1],
            (sought(subject, (value.target,)), *_named(claim, value.target, synonyms)),
            frozenset(words(value.target)),
        )
    if not targeted:
        subjects = tuple(each.sought for each in claim_subjects(claim, synonyms))
        quantities = quantities_of(claim)
        if subjects and quantities:
            yield _Wanted(quantities, subjects)


def _named(claim: Claim, target: str, synonyms: Synonyms) -> Iterator[Sought]:
    """The subject of the claim that the target of a value is, with all its names."""
    there = set(words(target))
    for each in claim_subjects(claim, synonyms):
        if set(words(each.subject.written)) <= there:
            yield each.sought


def _in_table(wanted: Sequence[_Wanted], table: DocumentTable) -> Iterator[StatingCell]:
    heads, *rows = table.rows
    for row in rows:
        unit = next((f"({cell})" for cell in row[1:] if is_unit(cell)), "")
        for at, text in enumerate(row[1:], 1):
            if not row[0] or not any(map(str.isdecimal, text)):
                continue
            head = heads[at] if at < len(heads) else ""
            stated = tuple(cell_quantities(text, unit or head, row[0]))
            pool = StatedPool(stated)
            named = (row[0], head, *row[1:at])
            if any(
                each.is_of(named) and any(is_stated(one, pool) for one in each.quantities)
                for each in wanted
            ):
                cell = TableCell(table.label, row[0], head, " ".join(text.split()))
                heads_say = read_quantities(f"{row[0]}; {head}; {table.caption.text}")
                yield StatingCell(cell, table, (*stated, *heads_say))
