"""The text of a cited work, as far as it is at hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from evidence.model.document import Document
from evidence.model.place import Place


class Depth(StrEnum):
    """How much of a work could be read. Only a `full-text` can lack what a claim says of it."""

    FULL_TEXT = "full-text"
    ABSTRACT = "abstract"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text of the work that the entry `key` is about.

    A full text has the `file` that it was read from, from the current folder, and the SHA-256 of
    its bytes in hexadecimal. An abstract has a `registry`: who gave it (`Crossref`, `Europe PMC`,
    or `the entry` for the .bib file's own); `hand_made` says that a person typed it.
    `publication_types` are the registry's words for what the work is (`Review`, `Clinical Trial,
    Phase I`), where it gives any.
    """

    key: str
    depth: Depth
    document: Document
    file: str = ""
    sha256: str = ""
    registry: str = ""
    hand_made: bool = False
    publication_types: tuple[str, ...] = ()


def depth_of(texts: Iterable[SourceText]) -> Depth:
    """How much of a work these texts of it hold."""
    there = {text.depth for text in texts}
    return next((depth for depth in Depth if depth in there), Depth.NONE)


@dataclass(frozen=True, slots=True)
class UnreadableSource:
    """A file with the text of a work that could not be read: why, and where in it."""

    key: str
    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class OtherWorkText:
    """A text that says of itself that it is of another work than the entry `key` is about.

    It names a `doi` as its own, or else has a `title`, that is not the entry's.
    """

    key: str
    file: str
    doi: str = ""
    title: str = ""
