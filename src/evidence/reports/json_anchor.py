"""Places, passages and cells as JSON, in the one form that they have wherever they are told.

Text that is not there is null, never an empty string.
"""

from typing import TypeAlias

from evidence.model.anchor import Anchor, CellAnchor, Passage
from evidence.model.claim import TableCell
from evidence.model.place import Place

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"


def place_object(place: Place) -> Json:
    """A place in a file."""
    return {"file": place.file, "line": place.line, "column": place.column}


def passage_object(passage: Passage) -> Json:
    """Words of a source, and where they stand; an abstract has no place in a file."""
    return {
        "text": passage.text,
        "page": passage.page or None,
        "pages": list(passage.pages),
        "section": passage.section or None,
        "start": passage.start,
        "end": passage.end,
        "place": place_object(passage.place) if passage.place.file else None,
    }


def anchor_object(anchor: Anchor) -> Json:
    """What became of a quote."""
    return {
        "state": anchor.state,
        "file": anchor.file or None,
        "passages": [passage_object(each) for each in anchor.passages],
        "nearest": passage_object(anchor.nearest) if anchor.nearest else None,
        "changes": [
            {"quoted": each.quoted or None, "source": each.source or None}
            for each in anchor.changes
        ],
        "cut": anchor.cut or None,
        "elsewhere": list(anchor.elsewhere),
        "reason": anchor.reason or None,
    }


def cell_object(table: TableCell) -> Json:
    """A cell that an evidence line names."""
    return {
        "label": table.label,
        "row": table.row or None,
        "column": table.column or None,
        "cell": table.cell or None,
    }


def cell_anchor_object(cell: CellAnchor) -> Json:
    """What became of a cell that an evidence line names."""
    return {
        "state": cell.state,
        "text": cell.text or None,
        "file": cell.file or None,
        "candidates": list(cell.candidates),
        "reason": cell.reason or None,
    }
