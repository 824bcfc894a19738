"""Whether a record is of another version of the work than the one that an entry cites."""

from enum import Enum

from evidence.matching.venues import is_preprint_server
from evidence.model.reference import Reference
from evidence.model.work import Work

_POSTED = "posted-content"


class Version(Enum):
    """The other version that the record is of."""

    PREPRINT = "the preprint of a cited article"
    PUBLISHED = "the published form of a cited preprint"


def version_of(reference: Reference, work: Work) -> Version | None:
    """The other version that the record is of; None where it is of the one that is cited."""
    cites_preprint = any(map(is_preprint_server, _where(reference)))
    if work.type == _POSTED:
        is_published = bool(reference.venue) and reference.type != "misc" and not cites_preprint
        return Version.PREPRINT if is_published else None
    return Version.PUBLISHED if cites_preprint else None


def _where(reference: Reference) -> tuple[str, ...]:
    """What the entry says of where the work stands, a journal before all else."""
    if reference.venue:
        return (reference.venue,)
    named = (reference.text(name) for name in ("howpublished", "publisher", "note", "eprinttype"))
    return (*named, reference.text("archiveprefix"))
