"""What a reference manager's field holds: the works that a marker names, described in parts."""

from dataclasses import dataclass

from evidence.model.printed import PrintedReference


@dataclass(frozen=True, slots=True)
class FieldItem:
    """A work that a field names.

    `identity` is the same wherever the document names this work. Without a title `printed` tells
    too little to stand for a reference.
    """

    identity: str
    printed: PrintedReference
    locator: str = ""


def page_locator(pages: str) -> str:
    """Pages as a locator: `p. 3`, `pp. 3-5`."""
    pages = pages.strip()
    if not pages:
        return ""
    is_range = any(mark in pages for mark in "-–,")
    return f"pp. {pages}" if is_range else f"p. {pages}"
