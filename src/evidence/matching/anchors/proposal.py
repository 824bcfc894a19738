"""A passage of a work that may carry a claim."""

from dataclasses import dataclass

from evidence.model.anchor import Passage
from evidence.model.claim import TableCell


@dataclass(frozen=True, slots=True)
class Proposal:
    """One or two sentences of a work, or a cell of one of its tables.

    `quote` are the words to quote, on one line; for a cell they are what it says, and `table` names
    it. `score` says how much of the claim it carries, up to 1; `has` and `lacks` are the numbers,
    the names and the words of the claim that it has and that it lacks, as the claim writes them,
    numbers first. `file` is empty for an abstract.
    """

    passage: Passage
    quote: str
    score: float
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    file: str = ""
    table: TableCell | None = None
