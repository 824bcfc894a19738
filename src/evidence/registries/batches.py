"""Which DOIs can be asked for together, and how many at a time."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from evidence.model.doi import Doi

# A comma ends a clause of Crossref's filter, and for SICI DOIs (`<…>3.0.CO;2-#`) a filter finds
# nothing even where they are registered. 1.3 % of 179,105 registered DOIs hold more than this.
_PLAIN: Final = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[-._()/a-z0-9]+")

# Request lines of 4,096 bytes are still taken; some room is left for what a proxy may add.
LONGEST_LINE: Final = 4000
_FIRST: Final = 50
_LARGEST: Final = 100

_CLAUSE: Final = "doi%3A"
_COMMA: Final = "%2C"


def clauses(dois: Sequence[Doi]) -> str:
    """The value of a filter for these DOIs, percent-encoded as it is sent."""
    return _COMMA.join(_CLAUSE + doi.path for doi in dois)


def is_plain(doi: Doi) -> bool:
    """Whether the DOI may stand in a filter among others; else it must be asked for alone."""
    return _PLAIN.fullmatch(doi.name) is not None and len(doi.path) < LONGEST_LINE // 3


def batches(dois: Sequence[Doi], *, room: int) -> list[Sequence[Doi]]:
    """Plain DOIs in their order, in the fewest lists that can each be asked for with one request.

    `room` is the number of bytes that a request line has for the clauses. The first list holds 50
    DOIs at most where that makes no more requests: its answer comes soonest, and tells early that
    a service is not well. The others grow up to 100, all about as long as one another.
    """
    sizes = [len(_CLAUSE) + len(doi.path) + len(_COMMA) for doi in dois]
    fewest = len(_ends(sizes, first=_LARGEST, room=room))
    first = _FIRST if len(_ends(sizes, first=_FIRST, room=room)) == fewest else _LARGEST
    evenly = bisect_left(
        range(room), -fewest, key=lambda enough: -len(_ends(sizes, first=first, room=enough))
    )
    ends = _ends(sizes, first=first, room=evenly)
    return [dois[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _ends(sizes: Sequence[int], *, first: int, room: int) -> list[int]:
    """Where each list ends when as much as possible is put into each, of the `first` one so many
    at most.
    """
    ends: list[int] = []
    begun = length = 0
    for at, size in enumerate(sizes):
        is_full = at - begun == (_LARGEST if ends else first)
        if at > begun and (is_full or length + size > room):
            ends.append(at)
            begun, length = at, 0
        length += size
    return [*ends, len(sizes)] if sizes else ends
