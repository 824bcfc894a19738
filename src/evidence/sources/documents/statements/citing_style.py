"""What a document's reference list says of its markers, and in which form the document cites."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from evidence.model.document import ListedReference

_TIMES: Final = 3  # how much more often than the plainer forms an ambiguous one must be found


class Reading(Enum):
    """How sure it is from its form alone that a list of numbers is a citation."""

    CERTAIN = auto()  # [1-5], (refs 1, 2), and what the format knows
    RAISED = auto()  # a superscript
    PARENTHESIS = auto()  # (3, 6)
    FLATTENED = auto()  # barrier.3,6 In mice


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of the reference list: `largest` is 0 where it is not numbered."""

    largest: int = 0
    has_list: bool = False

    @classmethod
    def of(cls, listed: Sequence[ListedReference]) -> "Numbering":
        """The numbering of a list, most of whose items must have a number."""
        numbers = [int(each.label) for each in listed if each.label.isdecimal()]
        is_numbered = len(numbers) * 2 > len(listed)
        return cls(max(numbers, default=0) if is_numbered else 0, bool(listed))


def citing_readings(found: Iterable[Reading], numbering: Numbering) -> frozenset[Reading]:
    """The readings in which the document cites, by how often each was found.

    Numbers in parentheses and superscripts that have lost their rise are citations only where the
    list is numbered and the document hardly cites in a plainer way. Where there is a list without
    numbers, a superscript points to a footnote.
    """
    counts = Counter(found)
    plain = max(counts[Reading.CERTAIN], counts[Reading.RAISED])
    readings = {Reading.CERTAIN}
    if numbering.largest or not numbering.has_list:
        readings.add(Reading.RAISED)
    ambiguous = max((Reading.PARENTHESIS, Reading.FLATTENED), key=lambda reading: counts[reading])
    if numbering.largest and counts[ambiguous] > _TIMES * plain:
        readings.add(ambiguous)
    return frozenset(readings)
