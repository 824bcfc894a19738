"""The parts of a sentence that state a number with its unit, to be told again by the number."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.matching.statements.sentence_words import LONGEST

_PART_END: Final = re.compile(
    r"[;:.!?](?=\s|$)|,\s(?=(?:but|and|whereas|while|although|though|yet|or|which)\b)"
    r"|\s(?=(?:but|whereas|while)\s)"
)
_NUMBER: Final = re.compile(
    r"(?<![\w.,·/-])(?P<value>\d+(?:[.·]\d+)?)\s?(?P<unit>%|[nµμmpk]?(?:mol|M|g|l|L)(?:/\w+)?\b)?"
)


def numbered_clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each part stands that states a number which tells it apart, and the number.

    A number tells apart with a unit or with a decimal point.
    """
    for start, end in _parts(text[:LONGEST]):
        for found in _NUMBER.finditer(text, start, end):
            value, unit = found["value"].replace("·", "."), found["unit"] or ""
            if unit or "." in value:
                yield start, end, value + unit.replace("μ", "µ").casefold()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in _PART_END.finditer(text):
        yield at, found.start()
        at = found.end()
    yield at, len(text)
