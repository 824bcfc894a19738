"""What the styles of a .docx say of a paragraph or a run."""

from dataclasses import dataclass
from typing import Any, Final

from evidence.sources.documents.docx.names import VAL, value, w, whole

# Word keeps the English names in the file whatever language it shows them in; the ids are
# translated (`berschrift1`, `Titre1`).
_HEADINGS: Final = frozenset(
    {"title", "subtitle", "toc heading", *(f"heading {n}" for n in range(1, 10))}
)
_DEEPEST: Final = 9  # outline level 9 is "body text" (ISO/IEC 29500-1, 17.3.1.20)
_MOST_ANCESTORS: Final = 30


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it takes from those it is based on.

    `number` is the list that its paragraphs belong to and their level in it.
    """

    is_heading: bool = False
    is_caption: bool = False
    is_contents: bool = False
    is_raised: bool | None = None
    number: tuple[str, int] | None = None


_PLAIN: Final = Style()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._styles: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root.iter(w("style")):
            style_id = element.get(w("styleId"), "")
            self._elements.setdefault(style_id, element)
            is_default = element.get(w("default")) in ("1", "true")
            if is_default and element.get(w("type")) == "paragraph":
                self._default = style_id

    def of_paragraph(self, properties: Any) -> Style:
        """The style that a paragraph's properties name, else the document's own for paragraphs."""
        return self.style(value(properties, "pStyle") or self._default)

    def style(self, style_id: str) -> Style:
        """The style with an id; a plain one where the document has none of that id."""
        if style_id not in self._styles:
            self._styles[style_id] = self._read(style_id)
        return self._styles[style_id]

    def _read(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        if not chain:
            return _PLAIN
        names = [value(each, "name").lower() for each in chain]
        outlines = [value(each, "pPr", "outlineLvl") for each in chain]
        outline = next((each for each in outlines if each), "")
        raised = [raised_by(each.find(w("rPr"))) for each in chain]
        return Style(
            is_heading=whole(outline, _DEEPEST) < _DEEPEST or not _HEADINGS.isdisjoint(names),
            is_caption="caption" in names,
            is_contents=any(name.startswith(("toc ", "table of figures")) for name in names)
            and "toc heading" not in names,
            is_raised=next((each for each in raised if each is not None), None),
            number=next((n for n in map(_number, chain) if n is not None), None),
        )

    def _chain(self, style_id: str) -> list[Any]:
        """The style and those it is based on, nearest first; a circle is gone round once."""
        chain: list[Any] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < _MOST_ANCESTORS:
            seen.add(style_id)
            chain.append(self._elements[style_id])
            style_id = value(self._elements[style_id], "basedOn")
        return chain


def raised_by(properties: Any) -> bool | None:
    """Whether a run's properties raise it above the line; None where they do not say."""
    if properties is None:
        return None
    vertical = properties.find(w("vertAlign"))
    if vertical is not None:
        return bool(vertical.get(VAL) == "superscript")
    position = properties.find(w("position"))
    return None if position is None else whole(position.get(VAL, ""), 0) > 0


def _number(style: Any) -> tuple[str, int] | None:
    numbering = style.find(f"{w('pPr')}/{w('numPr')}")
    if numbering is None or not value(numbering, "numId"):
        return None
    return value(numbering, "numId"), whole(value(numbering, "ilvl"), 0)
