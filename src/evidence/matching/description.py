"""What an entry says of its work, as free text for the search of a registry."""

from evidence.matching.people import is_et_al
from evidence.matching.text import plain
from evidence.model.reference import Reference
from evidence.model.work import Name

_SURNAMES = 3


def describe(reference: Reference) -> str:
    """Title, up to three family names, venue and year, separated by blanks.

    A title alone often finds another work first; with names and the year the right one comes first
    with a wide gap.
    """
    names = reference.authors or reference.editors
    surnames = [_surname(name) for name in names if not is_et_al(name)][:_SURNAMES]
    year = reference.year
    parts = (reference.title, *surnames, reference.venue, str(year) if year else "")
    return " ".join(plain(part) for part in parts if part.strip())


def _surname(name: Name) -> str:
    """The family name; the longest word where initials stand in its place (`Rouse D. M.`)."""
    if len(name.family.strip(" .")) > 1:
        return name.family
    return max(f"{name.family} {name.given}".split(), key=len, default="")
