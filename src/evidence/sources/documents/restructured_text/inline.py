"""The text of paragraphs of reStructuredText, with the place of every piece of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from docutils import nodes

from evidence.model.document import CitationForm, Cited
from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.restructured_text.syntax import cited

# A piece of text is searched so far behind the one before it: markup between them is shorter.
_SEARCHED: Final = 400
_COMPARED: Final = 30
_LINES_SEARCHED: Final = 60


class RestructuredTextInline:
    """Reads the inline nodes of a document; `labels` are those of its references, by name.

    `citing` is what the footnotes that only cite cite, by name too.
    """

    def __init__(
        self,
        lines: Sequence[str],
        name: str,
        document: nodes.document,
        labels: Mapping[str, str],
        citing: Mapping[str, tuple[Cited, ...]],
    ) -> None:
        self._lines = lines
        self._name = name
        self._document = document
        self._labels = labels
        self._citing = citing
        self._line = 0
        self._column = 0
        self._is_raised = False

    def line_of(self, node: nodes.Element) -> int:
        """The line, from 1, in which the node or its first part with a line begins."""
        within = next((part.line for part in node.findall(nodes.Element) if part.line), None)
        around: nodes.Element | None = node
        while not within and around is not None:
            within, around = around.line, around.parent
        return min(max(within or 1, 1), len(self._lines))

    def block(
        self, parts: Sequence[nodes.Element], kind: BlockKind, label: str = ""
    ) -> Block | None:
        """One block of these paragraphs, each from a new line on."""
        self._builder = BlockBuilder()
        for number, node in enumerate(parts):
            if number:
                self._builder.add("\n", self._place())
            self._line, self._column = self._start(node), 0
            self._walk(node)
        return self._builder.block(kind, label=label)

    def _start(self, node: nodes.Element) -> int:
        """The index of the line with the node's first words, near to where docutils says."""
        near = self.line_of(node) - 1
        first = node.rawsource.lstrip().split("\n", 1)[0][:_COMPARED].rstrip()
        for number in self._near(near):
            if first and first in self._lines[number]:
                return number
        return near

    def _near(self, line: int) -> Iterator[int]:
        yield line
        for distance in range(1, _LINES_SEARCHED):
            if line + distance < len(self._lines):
                yield line + distance
            if distance <= 2 and line >= distance:
                yield line - distance

    def _walk(self, parent: nodes.Element) -> None:
        for node, following in zip_longest(parent.children, parent.children[1:]):
            match node:
                case nodes.Text() if isinstance(following, nodes.footnote_reference):
                    text = node.astext()
                    self._add(text.rstrip(" ") if self._is_unseen(following) else text)
                case nodes.Text():
                    self._add(node.astext())
                case cited():
                    self._cite(node.astext(), node.works, is_narrative=node.is_narrative)
                case nodes.footnote_reference():
                    self._note_mark(node)
                case nodes.citation_reference():
                    written = node.astext()
                    self._cite(f"[{written}]", (Cited(self._label(node) or written),))
                case nodes.substitution_reference():
                    self._add(self._substituted(node))
                case nodes.superscript():
                    self._is_raised = True
                    self._walk(node)
                    self._is_raised = False
                case nodes.line():
                    self._walk(node)
                    self._builder.add("\n", self._place())
                    self._line = min(self._line + 1, len(self._lines) - 1)
                    self._column = 0
                case nodes.image() | nodes.system_message():
                    pass
                case nodes.Element():
                    self._walk(node)

    def _note_mark(self, node: nodes.Element) -> None:
        """`[1]_`: a citation where that footnote is a reference or only cites, else left out."""
        number = node.astext()
        if cited := self._citing.get(_name(node)):
            self._cite(f"[{number}]", cited)
        elif label := self._label(node):
            self._cite(f"[{label}]", (Cited(label),), form=CitationForm.BRACKET)
        elif not self._is_unseen(node):
            self._add(f"[{number}]")

    def _is_unseen(self, mark: nodes.Element) -> bool:
        """Whether a mark points to a footnote with text of its own."""
        is_citing = bool(self._label(mark)) or _name(mark) in self._citing
        return not is_citing and bool(mark.get("refid") or not mark.astext())

    def _label(self, mark: nodes.Element) -> str:
        """The label of the reference that a mark points to, if it is one."""
        return self._labels.get(_name(mark), "")

    def _substituted(self, node: nodes.Element) -> str:
        """What stands for `|name|`, with no further substitution in it."""
        name = node.get("refname", "")
        definitions = self._document.substitution_defs
        full = name if name in definitions else self._document.substitution_names.get(name.lower())
        return definitions[full].astext() if full else node.astext()

    def _cite(
        self,
        written: str,
        works: tuple[Cited, ...],
        *,
        form: CitationForm = CitationForm.KEY,
        is_narrative: bool = False,
    ) -> None:
        text = " ".join(written.split())
        if is_narrative:
            text = ", ".join(each.label for each in works)
        self._find(written)
        self._builder.cite(text, works, self._place(), form=form, is_narrative=is_narrative)
        self._column += len(written)

    def _add(self, text: str) -> None:
        for number, part in enumerate(text.split("\n")):
            if number:
                self._builder.add("\n", self._place())
                self._line = min(self._line + 1, len(self._lines) - 1)
                self._column = 0
            self._find(part)
            self._builder.add(part, self._place(), is_superscript=self._is_raised)
            self._column += len(part)

    def _find(self, text: str) -> None:
        """Go on to where the text, or its beginning, stands in the line."""
        sought = text[:_COMPARED]
        line = self._lines[self._line]
        at = line.find(sought, self._column, self._column + _SEARCHED)
        self._column = at if at >= 0 else min(self._column, len(line))

    def _place(self) -> Place:
        return Place(self._name, self._line + 1, self._column + 1)


def _name(mark: nodes.Element) -> str:
    """What a mark calls the note that it points to."""
    return str(mark.get("refid") or mark.get("refname", ""))
