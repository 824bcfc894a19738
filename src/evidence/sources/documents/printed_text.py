"""A reference in parts as the line that a reference list would print."""

import re
from collections.abc import Sequence
from typing import Final

from evidence.model.printed import PrintedReference
from evidence.model.work import Name

_INITIAL: Final = re.compile(r"[^\W\d_]+")


def printed_text(printed: PrintedReference) -> str:
    """The reference in the order of Vancouver lists (ICMJE), with what it has; empty if nothing.

    `Ardini E, Menichincheri M. Title. Mol Cancer Ther 2016;15(3):628-39. doi:10.1158/…`
    """
    issue = f"({printed.issue})" if printed.issue else ""
    pages = f":{printed.pages}" if printed.pages else ""
    where = f"{printed.volume}{issue}{pages}"
    dated = f"{printed.year};{where}" if printed.year and where else printed.year or where
    parts = (
        _names(printed.authors) or _names(printed.editors, ", editors"),
        printed.title,
        " ".join(part for part in (printed.venue, printed.publisher, dated) if part),
        f"doi:{printed.doi}" if printed.doi else printed.url,
    )
    return " ".join(_stopped(part) for part in parts[:3] if part) + (
        f" {parts[3]}" if parts[3] else ""
    )


def _names(names: Sequence[Name], role: str = "") -> str:
    written = ", ".join(" ".join(part for part in _parts(name) if part) for name in names)
    return f"{written}{role}" if written else ""


def _parts(name: Name) -> tuple[str, ...]:
    initials = "".join(found[0][0] for found in _INITIAL.finditer(name.given))
    return name.family, initials, name.suffix


def _stopped(part: str) -> str:
    return part if part.endswith((".", "?", "!")) else f"{part}."
