"""Members of a family of targets that stand in a series without its name: `JAK1/2`, `TRKA/B/C`."""

import re
from collections.abc import Iterator
from typing import Final

# `TRKA, B and C`, `JAK1 and 2`, `VEGFR-1, -2 and -3`, `FGFR1–3`
_SERIES: Final = re.compile(
    r"\b(?P<family>[A-Za-z]{2,6})(?P<joint>[-‐‑– ]?)(?P<first>\d{1,2}|[A-D])"
    r"(?P<rest>(?:\s?(?:/|,\s?(?:and |or )?|[-‐‑–—]|and |or |&)\s?[-‐‑–]?(?:\d{1,2}|[A-D])"
    r"(?!\w|%|\.\d)){1,8})"
)
_MEMBER: Final = re.compile(r"(?P<to>[-‐‑–—]\s?)?(?P<name>\d{1,2}|[A-D])")
_LONGEST: Final = 20


def members_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each series stands, and the name of each of its members but the first."""
    for series in _SERIES.finditer(text):
        stem, before = series["family"] + series["joint"].strip(), series["first"]
        for member in _MEMBER.finditer(series["rest"]):
            name = member["name"]
            names = [name]
            if member["to"] and before.isdigit() and name.isdigit() and "," not in series["rest"]:
                between = range(int(before) + 1, min(int(name), int(before) + _LONGEST))
                names = [*map(str, between), name]
            yield from ((series.start(), series.end(), stem + each) for each in names)
            before = name
