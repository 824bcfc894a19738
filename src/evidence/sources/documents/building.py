"""Building a block piece by piece, so that each piece keeps its place."""

from evidence.model.document import CitationForm, Cited
from evidence.model.place import Place
from evidence.sources.documents.interface import Block, BlockKind, KnownCitation, Span


class BlockBuilder:
    """The text of a block as it grows, with its places and what is known of its parts."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[tuple[int, Place]] = []
        self._superscripts: list[Span] = []
        self._citations: list[KnownCitation] = []
        self._page_turns: list[tuple[int, str]] = []
        self.length = 0

    def add(self, text: str, place: Place, *, is_superscript: bool = False) -> None:
        """A piece that stands in one line of the source from `place` on."""
        if not text:
            return
        start = self.length
        self._pieces.append(text)
        self._places.append((start, place))
        self.length += len(text)
        if is_superscript:
            self._raise(start)

    def cite(
        self,
        written: str,
        cited: tuple[Cited, ...],
        place: Place,
        *,
        form: CitationForm = CitationForm.KEY,
        is_narrative: bool = False,
    ) -> None:
        """A marker that the format knows."""
        start = self.length
        self.add(written, place)
        known = KnownCitation(start, self.length, cited, form, is_narrative=is_narrative)
        self._citations.append(known)

    def turn_to(self, page: str) -> None:
        """What is added from now on stands on another page."""
        self._page_turns.append((self.length, page))

    def block(self, kind: BlockKind, *, label: str = "", page: str = "") -> Block | None:
        """The block that was built; None when it holds nothing but blanks."""
        text = "".join(self._pieces)
        if not text.strip():
            return None
        return Block(
            kind,
            text,
            tuple(self._places),
            tuple(self._superscripts),
            tuple(self._citations),
            label=label,
            page=page,
            page_turns=tuple(self._page_turns),
        )

    def _raise(self, start: int) -> None:
        """Mark what was added from `start` on as raised; runs that touch are one."""
        if self._superscripts and self._superscripts[-1].end == start:
            start = self._superscripts.pop().start
        self._superscripts.append(Span(start, self.length))
