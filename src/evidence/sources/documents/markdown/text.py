"""The text of a Markdown block, with the place of every piece of it."""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.interface import Block, BlockKind

_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_NUMBERS: Final = re.compile(r"\d{1,4}(?:\s*[,;–—-]\s*\d{1,4})*")
_WITHIN_MARKER: Final = re.compile(r"[\[(][\d,;\s–—\]-]*\Z")
_LONGEST_MARKER: Final = 60


class _Lines:
    """Where each line of a block's content stands in the source."""

    def __init__(self, content: str, first: int, source: Sequence[str], name: str) -> None:
        self._name = name
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        offset = 0
        for number, line in enumerate(content.split("\n"), first):
            text = line.strip()
            at = source[number].rfind(text) if number < len(source) else -1
            self._starts.append(offset)
            self._places.append((number + 1, at - len(line) + len(line.lstrip()) if at > 0 else 0))
            offset += len(line) + 1
        self._now = 0

    def place(self, offset: int) -> Place:
        """The place of the content's character at `offset`, which never goes back."""
        while self._now + 1 < len(self._starts) and self._starts[self._now + 1] <= offset:
            self._now += 1
        line, before = self._places[self._now]
        return Place(self._name, line, max(before + offset - self._starts[self._now], 0) + 1)


class MarkdownText:
    """Reads the inline tokens of one block; `notes` are the texts of Pandoc's `^[notes]` in it."""

    def __init__(self, source: Sequence[str], name: str) -> None:
        self._source = source
        self._name = name

    def read(self, inline: Token) -> tuple[BlockBuilder, tuple[Block, ...]]:
        """The text of the block's inline token, and the notes that stand in it."""
        first = inline.map[0] if inline.map else 0
        self._content = inline.content
        self._lines = _Lines(inline.content, first, self._source, self._name)
        self._at = 0
        self._raised = 0
        self._tail = ""
        self._notes: list[Block] = []
        self._builders = [BlockBuilder()]
        children = inline.children or []
        if len(children) == 1 and children[0].type == "image":
            self._at = len("![")
            children = children[0].children or []
            base = self._at
        else:
            base = 0
        self._walk(children, base)
        return self._builders[0], tuple(self._notes)

    def _walk(self, tokens: Sequence[Token], base: int) -> None:
        closing = ""
        for index, token in enumerate(tokens):
            match token.type:
                case "link_open":
                    closing = self._open_link(tokens[index : index + 3])
                case "link_close":
                    self._add(closing)
                    closing = ""
                case _:
                    self._token(token)
            if "end" in token.meta:
                self._at = base + token.meta["end"]

    def _token(self, token: Token) -> None:
        match token.type:
            case "text":
                self._add(token.content)
                self._at += len(token.content)
            case "text_special" | "code_inline":
                self._at += len(token.markup) if token.type == "code_inline" else 0
                self._add(token.content)
            case "softbreak" | "hardbreak":
                self._add("\n")
            case "em_open" | "em_close" | "strong_open" | "strong_close":
                self._at += len(token.markup)
            case "raised_open":
                self._raised += 1
            case "raised_close":
                self._raised -= 1
            case "note_open":
                self._builders.append(BlockBuilder())
            case "note_close":
                if note := self._builders.pop().block(BlockKind.PARAGRAPH):
                    self._notes.append(note)
            case "citation":
                written = " ".join(token.content.split())
                self._tail = ""
                self._builders[-1].cite(
                    written,
                    token.meta["cited"],
                    self._lines.place(self._at),
                    is_narrative=token.meta["is_narrative"],
                )
            case "verbatim":
                self._at = token.meta["start"]
                self._add(" ".join(token.content.split()), is_raised=token.meta["is_raised"])
            case "html_inline":
                self._tag(token.content)

    def _open_link(self, tokens: Sequence[Token]) -> str:
        """Give a bare number that is a link to a list's item its brackets; the closing one.

        `[3](#ref3)`, and `[3]` where a definition `[3]: …` makes a link of it.
        """
        self._at += 1
        if len(tokens) < 3 or self._raised or _WITHIN_MARKER.search(self._tail):
            return ""
        _, text, close = tokens
        if close.type != "link_close" or not _NUMBERS.fullmatch(text.content):
            return ""
        href = str(tokens[0].attrs.get("href", ""))
        end = close.meta.get("end", 0)
        if not href.startswith("#") and self._content[end - 1 : end] != "]":
            return ""
        self._add("[")
        return "]"

    def _tag(self, written: str) -> None:
        tag = _TAG.match(written)
        match tag and (tag[2].lower(), tag[1]):
            case ("sup", ""):
                self._raised += 1
            case ("sup", "/"):
                self._raised = max(0, self._raised - 1)
            case ("br", _):
                self._add("\n")

    def _add(self, text: str, *, is_raised: bool = False) -> None:
        place = self._lines.place(self._at)
        is_superscript = (is_raised or self._raised > 0) and text != "\n"
        self._builders[-1].add(text, place, is_superscript=is_superscript)
        self._tail = (self._tail + text)[-_LONGEST_MARKER:]
