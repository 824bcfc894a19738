"""A part of a .docx as it reads when all its tracked changes are accepted."""

from typing import Any, Final

from evidence.sources.documents.docx.names import mc, w

# What is gone once a change is accepted; `w:del` inside `w:rPr` or `w:trPr` only marks a paragraph
# or a row. Comments stand in a part of their own, and their marks hold no text.
_GONE: Final = (w("del"), w("moveFrom"))
_PROPERTIES: Final = (w("rPr"), w("trPr"))
_DEEPEST: Final = 50  # fields in fields; Word itself stops at 20


def accept_changes(root: Any) -> None:
    """Take out of `root` what was deleted or moved away, and the second of alternative contents.

    Fields that never end, or end without having begun, lose the marks that are there.
    """
    for element in list(root.iter(*_GONE)):
        parent = element.getparent()
        if parent is not None and parent.tag not in _PROPERTIES:
            parent.remove(element)
    for row in list(root.iter(w("tr"))):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            row.getparent().remove(row)
    for choice in list(root.iter(mc("AlternateContent"))):
        for other in choice.findall("*")[1:]:
            choice.remove(other)
    _drop_unmatched_marks(root)


def _drop_unmatched_marks(root: Any) -> None:
    """A field that never ends would take all that follows for its code."""
    begun: list[Any] = []
    dropped: list[Any] = []
    for mark in root.iter(w("fldChar")):
        match mark.get(w("fldCharType")):
            case "begin":
                begun.append(mark)
            case "end" if begun:
                begin = begun.pop()
                if len(begun) >= _DEEPEST:
                    dropped += (begin, mark)
            case "end":
                dropped.append(mark)
            case _:
                pass
    for mark in (*begun, *dropped):
        mark.getparent().remove(mark)
