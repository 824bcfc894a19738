"""A reference or a work as a bibliography prints it: who, and where it appeared.

The order is Vancouver's, as medical journals print it; https://www.nlm.nih.gov/citingmedicine.
"""

import re
from collections.abc import Sequence
from typing import Final

from evidence.model.reference import Reference
from evidence.model.report import ReferenceResult, Status
from evidence.model.work import Name, Work

_MOST_NAMES: Final = 6  # Vancouver lists six authors, then `et al.`
_PARTS: Final = re.compile(r"[\s.\-‐‑]+")


def byline(names: Sequence[Name], *, is_cut: bool = False) -> str:
    """Up to six names, `et al.` after them where there are more or where the list `is_cut`.

    >>> byline((Name("van den Oord", "Aäron"), Name("Ou", "SI")), is_cut=True)
    'van den Oord A, Ou SI, et al.'
    """
    shown = [_name(name) for name in names[:_MOST_NAMES]]
    if shown and (is_cut or len(names) > _MOST_NAMES):
        shown.append("et al.")
    return ", ".join(shown)


def reference_byline(reference: Reference) -> str:
    """The authors of an entry, else its editors."""
    if reference.authors or not reference.editors:
        return byline(reference.authors, is_cut=reference.et_al)
    return f"{byline(reference.editors)} (ed.)"


def reference_source(reference: Reference) -> str:
    """Where an entry says that it appeared: `J Med Chem 2016;59(7):3392-3408`."""
    return _source(
        reference.venue, reference.year, reference.volume, reference.issue, reference.pages
    )


def work_description(work: Work) -> str:
    """What a record says of the work, in one line: title, authors, source."""
    *sentences, source = (work.title or "(no title)", byline(work.authors), work_source(work))
    closed = [s if s.endswith((".", "?", "!")) else f"{s}." for s in sentences if s]
    return " ".join(filter(None, (*closed, source)))


def work_source(work: Work) -> str:
    """Where a record says that the work appeared."""
    pages = work.pages or work.article_number
    return _source(work.venue, work.year, work.volume, work.issue, pages)


def doi_name(result: ReferenceResult) -> str:
    """The DOI that an entry names, in the letters of the entry where only their case differs."""
    if result.doi is None:
        return ""
    written = result.doi_as_written or ""
    return written if written.lower() == result.doi.name else result.doi.name


def doi_apart(result: ReferenceResult) -> str:
    """The DOI as written, where that is something else than the DOI alone: an address, an error."""
    written = result.doi_as_written or ""
    return "" if written == doi_name(result) else written


def resolves(result: ReferenceResult) -> bool:
    """Whether the DOI may be offered as a link: not one that cannot lead anywhere."""
    known_bad = (Status.MALFORMED, Status.UNREGISTERED)
    return result.doi is not None and result.status not in known_bad


def _source(venue: str, year: int | None, volume: str, issue: str, pages: str) -> str:
    head = " ".join(part for part in (venue, str(year or "")) if part)
    number = f"{volume}({issue})" if issue else volume
    # Without a volume the pages follow the year: behind a `;` they would be read as the volume.
    source = f"{head};{number}" if number and head else head or number
    return ":".join(part for part in (source, pages) if part)


def _name(name: Name) -> str:
    if name.is_group:
        return name.family
    return " ".join(part for part in (name.family, _initials(name.given), name.suffix) if part)


def _initials(given: str) -> str:
    """Initials where the script has capitals; a name in another script stays whole."""
    parts = [part for part in _PARTS.split(given) if part]
    if not all(part[0].isupper() for part in parts):
        return given
    return "".join(part if part.isupper() and len(part) <= 3 else part[0] for part in parts)
