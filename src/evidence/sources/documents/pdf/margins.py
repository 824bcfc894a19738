"""Running headers, footers and page numbers of a PDF, which are no part of its text."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from evidence.sources.documents.pdf.lines import PageLine

_NUMBER_AT_END: Final = re.compile(r"^\W*\d{1,4}\b|\b\d{1,4}\W*$")
_SENTENCE_END: Final = (".", "!", "?")
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:(?:page|seite|p\.?|s\.?)\s*)?\d{1,4}(?:\s*(?:of|/|von|sur|de)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_OUTERMOST: Final = 2  # lines at the top and at the bottom that may be running ones
_MARGIN: Final = 6  # one line in so many at either end, where more than those two are asked for
_PART_OF_PAGES: Final = 0.3  # left and right pages may have headers of their own
_FEWEST: Final = 3


def without_margins(
    pages: Sequence[Sequence[PageLine]], outermost: int = _OUTERMOST
) -> list[list[PageLine]]:
    """The pages without what repeats at their top or bottom, and without their numbers.

    So many of the `outermost` lines may be running ones. Lines that differ only in a number at
    their beginning or end are the same line. Of two pages, both must have it.
    """
    margins = [margin(page, outermost) for page in pages]
    counts = Counter(key for lines in margins for key in {_key(line) for line in lines})
    enough = max(min(_FEWEST, len(pages)), math.ceil(len(pages) * _PART_OF_PAGES), 2)
    kept = []
    for page, lines in zip(pages, margins, strict=True):
        ends = {id(line) for line in (lines[:1] + lines[-1:])}
        running = {
            id(line)
            for line in lines
            if counts[_key(line)] >= enough
            or (id(line) in ends and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text))
        }
        kept.append([line for line in page if id(line) not in running])
    return kept


def margin(page: Sequence[PageLine], outermost: int) -> list[PageLine]:
    """So many lines from the top and from the bottom of a page, two of a short one."""
    outermost = min(outermost, max(_OUTERMOST, len(page) // _MARGIN))
    by_height = sorted(page, key=lambda line: -line.y)
    if len(by_height) <= 2 * outermost:
        return by_height
    return [*by_height[:outermost], *by_height[-outermost:]]


def _key(line: PageLine) -> str:
    text = line.text.strip()
    folded = text if text.endswith(_SENTENCE_END) else _NUMBER_AT_END.sub("#", text)
    return " ".join(folded.split()).casefold()
