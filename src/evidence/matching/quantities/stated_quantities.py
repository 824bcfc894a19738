"""All the quantities of a work's text, read once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from evidence.matching.quantities.claim_quantities import quantities_of
from evidence.matching.quantities.compared import is_stated, unstated_in
from evidence.matching.quantities.dimensions import base_unit
from evidence.matching.quantities.periods import StatedPeriods, claimed_periods
from evidence.matching.quantities.quantity import ANY_UNIT, Quantity, Unstated
from evidence.matching.quantities.read_quantities import LONGEST_READ, read_quantities
from evidence.matching.quantities.stated_pool import StatedPool
from evidence.matching.statements.sentence_words import read_sentence
from evidence.matching.statements.table_heads import is_unit, read_head
from evidence.matching.statements.units import fold_unit
from evidence.model.claim import Claim
from evidence.model.document import DocumentTable
from evidence.model.source_text import Depth, SourceText

_LONGEST_CELL: Final = 200
# More than a book has: nothing is said of what is longer, or has more numbers.
_LONGEST: Final = 2_000_000  # characters
_MOST_NUMBERS: Final = 40_000
_TELLING: Final = 4  # letters of a word that tells something
_SHARED: Final = 2  # such words of a claim in a sentence about the same
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


class StatedQuantities:
    """The quantities that the texts of one work state; they are read when a claim first asks."""

    def __init__(self, texts: Sequence[SourceText]) -> None:
        self._texts = tuple(texts)
        self._sentences = tuple(each.text for text in texts for each in text.document.statements)
        self._read: dict[str, tuple[Quantity, ...]] = {}

    def unstated(self, claim: Claim) -> tuple[Unstated, ...]:
        """The quantities and periods of the claim that neither its own quotes nor the texts state
        where they speak of the same; none of them where no full text is at hand: what is not in an
        abstract may be in the rest.

        A text is read as a whole only for a number that no such sentence has in the claim's own
        digits.
        """
        claimed, periods = quantities_of(claim), claimed_periods(claim.text)
        if not (claimed or periods) or not self._is_readable:
            return ()
        quoted = [each.quantity for each in unstated_in(claimed, quoted_quantities(claim))]
        about = _subjects(claim.text) if quoted else frozenset()
        rare = [each for each in quoted if not self._is_told(each, about)]
        lost = unstated_in(rare, self._pool) if rare else ()
        nowhere = {each.quantity for each in lost}
        near = self._near(about) if len(lost) < len(rare) else None
        elsewhere = tuple(
            Unstated(each, is_elsewhere=True)
            for each in rare
            if near and each not in nowhere and not is_stated(each, near)
        )
        return lost + elsewhere + (self._periods.unstated(periods) if periods else ())

    @cached_property
    def _is_readable(self) -> bool:
        """Whether there is a full text, and none that no article is as long as."""
        return (
            any(text.depth is Depth.FULL_TEXT for text in self._texts)
            and sum(map(len, self._sentences)) <= _LONGEST
            and all(len(each) <= LONGEST_READ for each in self._sentences)
            and sum(len(_NUMBER.findall(each)) for each in self._sentences) <= _MOST_NUMBERS
        )

    def _is_told(self, claimed: Quantity, about: frozenset[str]) -> bool:
        """Whether a sentence about the same states it in its own digits."""
        number = _NUMBER.search(claimed.written)
        if not number:
            return False
        for sentence in self._sentences:
            if (
                number[0] in sentence
                and _is_about(sentence, about)
                and is_stated(claimed, StatedPool(self._of_sentence(sentence), is_whole_text=True))
            ):
                return True
        return False

    def _near(self, about: frozenset[str]) -> StatedPool:
        """The quantities of the sentences about the same, and of the tables."""
        sentences = (each for each in self._sentences if _is_about(each, about))
        told = [each for sentence in sentences for each in self._of_sentence(sentence)]
        return StatedPool((*told, *self._of_tables), is_whole_text=True)

    def _of_sentence(self, sentence: str) -> tuple[Quantity, ...]:
        if sentence not in self._read:
            self._read[sentence] = read_quantities(sentence)
        return self._read[sentence]

    @cached_property
    def _pool(self) -> StatedPool:
        told = [each for sentence in self._sentences for each in self._of_sentence(sentence)]
        return StatedPool((*told, *self._of_tables), is_whole_text=True)

    @cached_property
    def _of_tables(self) -> tuple[Quantity, ...]:
        tables = (table for text in self._texts for table in text.document.tables)
        return tuple(quantity for table in tables for quantity in _of_table(table))

    @cached_property
    def _periods(self) -> StatedPeriods:
        cells = (
            cell
            for text in self._texts
            for table in text.document.tables
            for cell in (table.caption.text, *(each for row in table.rows for each in row))
        )
        return StatedPeriods((*self._sentences, *cells))


def _subjects(text: str) -> frozenset[str]:
    """The words of the claim that tell what it is about, without their endings."""
    return frozenset(word.about for word in read_sentence(text) if len(word.about) >= _TELLING)


def _is_about(sentence: str, about: frozenset[str]) -> bool:
    """Whether the sentence shares words with the claim, or the claim has none to share."""
    small = sentence.casefold()
    return sum(word in small for word in about) >= min(_SHARED, len(about))


def quoted_quantities(claim: Claim) -> StatedPool:
    """The quantities in the quotes of the lines that support the claim."""
    quotes = (line.quote for line in claim.evidence if line.role.supports)
    return StatedPool(each for quote in quotes for each in read_quantities(quote))


def cell_quantities(cell: str, column: str, row: str) -> Iterator[Quantity]:
    """The quantities of a table's cell, in the unit that the head of its column or row has.

    A bare number may be in any unit where the column's head has none.
    """
    if not any(letter.isdecimal() for letter in cell):
        return
    head = read_head(column)
    certain, likely = fold_unit(head.unit), fold_unit(read_head(row).unit)
    for each in read_quantities(cell[:_LONGEST_CELL]):
        if each.dimension:
            yield each
            continue
        if certain or likely:
            yield _in_unit(each, certain or likely)
        if not certain or head.has_share:
            yield replace(each, dimension=ANY_UNIT)


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    """A bare number as one in that unit."""
    scale, dimension = base_unit(unit)
    return replace(
        quantity,
        written=f"{quantity.written}{unit}" if unit == "%" else f"{quantity.written} {unit}",
        low=quantity.low * scale,
        high=quantity.high * scale,
        step=quantity.step * scale,
        scale=scale,
        dimension=dimension,
    )


def _of_table(table: DocumentTable) -> Iterator[Quantity]:
    """The quantities of the caption, the heads and the cells."""
    yield from read_quantities(table.caption.text)
    if not table.rows:
        return
    heads, *rows = table.rows
    for head in heads:
        yield from read_quantities(head)
    for row in rows:
        name = row[0] if row else ""
        yield from read_quantities(name)
        unit = next((f"({cell})" for cell in row[1:] if is_unit(cell)), "")
        for at, cell in enumerate(row):
            column = heads[at] if at < len(heads) else ""
            yield from cell_quantities(cell, unit or column, name)
