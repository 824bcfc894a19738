"""The abstract of a work, from a service that was asked for nothing else."""

from dataclasses import dataclass

from evidence.model.doi import Doi


@dataclass(frozen=True, slots=True)
class Abstract:
    """An abstract as plain text, its paragraphs parted by a blank line.

    `publication_types` are the words of the service for what the work is (`Review`, `Clinical
    Trial, Phase I`).
    """

    doi: Doi
    text: str
    registry: str
    publication_types: tuple[str, ...]
