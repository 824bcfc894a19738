"""Whether a record is of another version of the work than the one that an entry cites."""

import re
from enum import Enum
from typing import Final

from evidence.matching.venues import is_preprint_server
from evidence.model.reference import Reference
from evidence.model.work import Work

ARXIV: Final = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}")
"""An identifier of arXiv's, new or old."""

# Not `eprints.example.edu`: there a university keeps what its people have published.
_SERVER: Final = re.compile(
    r"//(?:[\w-]+\.)*(?:(?:ar|bior|medr|chemr|techr|psyar)xiv|ssrn|preprints|researchsquare)"
    r"\.(?:org|com)\b",
    re.IGNORECASE,
)
_POSTED = "posted-content"


class Version(Enum):
    """The other version that the record is of."""

    PREPRINT = "the preprint of a cited article"
    PUBLISHED = "the published form of a cited preprint"


def version_of(reference: Reference, work: Work) -> Version | None:
    """The other version that the record is of; None where it is of the one that is cited."""
    cites_preprint = names_preprint(reference)
    if work.type == _POSTED:
        is_published = bool(reference.venue) and reference.type != "misc" and not cites_preprint
        return Version.PREPRINT if is_published else None
    return Version.PUBLISHED if cites_preprint else None


def names_preprint(reference: Reference) -> bool:
    """Whether the entry names a preprint server where others name a journal, or no journal at all
    and such a server elsewhere.
    """
    if reference.venue:
        return is_preprint_server(reference.venue)
    if ARXIV.search(reference.text("eprint")) or _SERVER.search(reference.text("url")):
        return True
    said = ("howpublished", "note", "publisher", "archiveprefix", "eprinttype")
    return any(is_preprint_server(reference.text(name)) for name in said)
