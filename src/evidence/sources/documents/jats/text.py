"""The running text of a block: blanks run together, raised parts, formulas, and what it cites."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from evidence.sources.documents.html.text import HtmlText
from evidence.sources.documents.interface import Block, BlockKind, KnownCitation
from evidence.sources.documents.jats.citations import Mention
from evidence.sources.documents.jats.tree import Element, Text
from evidence.sources.latex import decode


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


# Not shown, or shown elsewhere.
_LEFT_OUT: Final = _names(
    "graphic inline-graphic media inline-media supplementary-material object-id annotation "
    "annotation-xml index-term private-char alt-text long-desc processing-meta"
)
# What they point to stands elsewhere on the page: a mark that is glued to a word would change it.
_MARKS: Final = frozenset({"fn", "table-fn", "aff", "corresp", "author-notes", "contrib"})
_RAISED_BY: Final = {"msup": 1, "msubsup": 2, "mover": 1}
_FORMULAS: Final = ("math", "tex-math", "textual-form")
_LATEX: Final = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_DELIMITERS: Final = re.compile(r"\A\s*(?:\$\$?|\\\[|\\\()|(?:\$\$?|\\\]|\\\))\s*\Z")


class JatsText:
    """Grows with each element that is part of the line; `notes` are footnotes that stand in it.

    `labels_of` says what the reference list calls the items with these identifiers.
    """

    def __init__(self, labels_of: Callable[[str], tuple[str, ...]]) -> None:
        self._text = HtmlText()
        self._labels_of = labels_of
        self._raised = 0
        self._mentions: list[Mention] = []
        self.notes: list[Element] = []

    def add(self, text: Text) -> None:
        """Characters as they stand there."""
        self._text.add(text.text, text.place, is_raised=self._raised > 0)

    def blank(self, element: Element) -> None:
        """A blank before what follows, which stands in this element."""
        self._text.add(" ", element.place, is_raised=False)

    def add_all(self, element: Element, *, leaving_out: Sequence[str] = ()) -> None:
        """All that an element holds."""
        for child in element.children:
            if isinstance(child, Text):
                self.add(child)
            elif child.tag not in leaving_out:
                self.take(child)

    def take(self, element: Element) -> None:
        """An element of the line."""
        tag = element.tag
        if tag in _LEFT_OUT or (tag == "xref" and element.attributes.get("ref-type") in _MARKS):
            return
        match tag:
            case "fn":
                self.notes.append(element)
            case "xref":
                self._refer(element)
            case "sup":
                self._raise(element)
            case "break":
                self._text.end_line(element.place)
            case "alternatives":
                self._choose(element)
            case "citation-alternatives":  # the same work, several times over
                for form in list(element.elements())[:1]:
                    self.add_all(form)
            case "tex-math":
                self._add_latex(element)
            case "msup" | "msubsup" | "mover" | "mfrac":
                self._add_formula(element)
            case "inline-formula" | "disp-formula" | "chem-struct":
                self.add_all(element, leaving_out=("label",))
            case _:
                self.add_all(element)

    def block(
        self, kind: BlockKind, label: str, cite: Callable[..., tuple[KnownCitation, ...]]
    ) -> Block | None:
        """The block that was built, if any, and a new one begins."""
        block = self._text.block(kind, label)
        mentions, self._mentions = self._mentions, []
        return block and replace(block, citations=cite(block.text, mentions))

    def _raise(self, element: Element) -> None:
        self._raised += 1
        self.add_all(element)
        self._raised -= 1

    def _refer(self, element: Element) -> None:
        start = self._text.next_offset
        self.add_all(element)
        labels = self._labels_of(element.attributes.get("rid", ""))
        if labels and element.attributes.get("ref-type", "bibr") == "bibr":
            is_raised = self._raised > 0 or element.first("sup") is not None
            end = self._text.next_offset
            self._mentions.append(Mention(start, end, labels, is_raised=is_raised))

    def _choose(self, element: Element) -> None:
        """One of several forms of the same: the one that can be read as text."""
        for tag in _FORMULAS:
            if (form := element.first(tag)) is not None:
                self.take(form)
                return
        self.add_all(element)

    def _add_latex(self, element: Element) -> None:
        written = "".join(element.texts())
        found = _LATEX.search(written)
        formula = _DELIMITERS.sub("", (found[1] if found else written).strip())
        self._text.add_words(decode(f"${formula.strip('$')}$"), element.place, is_raised=False)

    def _add_formula(self, element: Element) -> None:
        """A base with what is raised, or a fraction."""
        for index, part in enumerate(element.elements()):
            if element.tag == "mfrac" and index:
                self._text.add_words("/", part.place, is_raised=False)
            if _RAISED_BY.get(element.tag) == index:
                self._raised += 1
                self.take(part)
                self._raised -= 1
            else:
                self.take(part)
