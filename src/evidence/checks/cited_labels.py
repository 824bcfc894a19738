"""The labels that the markers of a document cite, and the numbers of its list."""

from typing import Final

from evidence.model.document import Citation, Document

_LONGEST: Final = 10  # digits: Python refuses to read thousands of them


def first_citations(document: Document) -> dict[str, Citation]:
    """Each cited label with the first marker of the document that cites it."""
    first: dict[str, Citation] = {}
    for citation in sorted(document.citations, key=lambda each: each.start):
        for label in citation.labels:
            first.setdefault(label, citation)
    return first


def is_number(label: str) -> bool:
    """Whether a label is a number of the list, not a key."""
    return label.isdecimal() and len(label) < _LONGEST


def numbers_of(document: Document) -> list[int]:
    """The numbers of the reference list, in rising order; empty for a list without numbers."""
    labels = [item.label for item in document.listed]
    return sorted(int(label) for label in labels) if labels and all(map(is_number, labels)) else []
