"""Markdown (CommonMark, with what Pandoc and MyST add for citations) to `Contents`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from markdown_it.token import Token

from evidence.model.place import Place
from evidence.sources.documents.cutting import cut
from evidence.sources.documents.html.document import read_html_blocks
from evidence.sources.documents.interface import (
    SAVE_AS_UTF8,
    UNREADABLE,
    Block,
    BlockKind,
    Contents,
    Progress,
    Source,
)
from evidence.sources.documents.markdown.note_texts import notes_that_cite, notes_with_references
from evidence.sources.documents.markdown.syntax import CITING_NOTES, REFERENCE_NOTES, parser
from evidence.sources.documents.markdown.text import MarkdownText
from evidence.sources.documents.table_cells import plain_cell
from evidence.sources.encoding import decode
from evidence.sources.yaml_places import read_yaml

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\n(?=\s*[\w-]+[ \t]*:)(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_BIBLIOGRAPHY: Final = re.compile(r"^bibliography[ \t]*:.*\n?(?:[ \t-].*\n?)*", re.MULTILINE)
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{(?:[#.-]|[\w-]+=)[^{}\n]*\}\s*\Z")

# Pandoc User's Guide, "Tables": `Table:`, `table:` or `:` before a caption is left out.
_CAPTION: Final = re.compile(r"(?:[Tt]able)?:[ \t]+")
_STAGE: Final = "reading"


def read_markdown(source: Source, progress: Progress) -> Contents:
    """The document's blocks, and the .bib files that its front matter names.

    Blocks of code are left out, HTML is read as a browser shows it. Raises InputError (`CIT012`)
    when the bytes are not text.
    """
    progress(_STAGE, 0, 1)
    text = _LINE_END.sub(
        "\n", decode(source.data, source.name, code=UNREADABLE, remedy=SAVE_AS_UTF8)
    )
    bibliographies: tuple[str, ...] = ()
    if front := _FRONT_MATTER.match(text):
        bibliographies = _bibliographies(front[1])
        text = "\n" * front[0].count("\n") + text[front.end() :]
    blocks = _Blocks(text, source.name).read()
    progress(_STAGE, 1, 1)
    return Contents(tuple(_with_captions(blocks)), bibliographies)


def _bibliographies(front_matter: str) -> tuple[str, ...]:
    """The files under `bibliography:`; only this key is read, whatever the others hold."""
    found = _BIBLIOGRAPHY.search(front_matter)
    data = read_yaml(found[0], "").data if found else None
    named = data["bibliography"] if isinstance(data, dict) else None
    if isinstance(named, str):
        return (named,)
    files = named if isinstance(named, list) else ()
    return tuple(each for each in files if isinstance(each, str))


class _Blocks:
    """Goes through the tokens of a document."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._references = notes_with_references(text)
        self._citing = notes_that_cite(text)
        environment = {REFERENCE_NOTES: self._references, CITING_NOTES: self._citing}
        self._tokens = parser().parse(text, environment)
        self._text = MarkdownText(text.split("\n"), name)
        self._labels = _item_labels(self._tokens)
        self._blocks: list[Block] = []
        self._table_line = 1
        self._cells: list[list[Block | None]] = []

    def read(self) -> list[Block]:
        """All blocks in their order."""
        kind, label = BlockKind.PARAGRAPH, ""
        is_at_its_mark = False  # what stands in a footnote that only cites
        for index, token in enumerate(self._tokens):
            match token.type:
                case "heading_open":
                    kind, label = BlockKind.HEADING, ""
                case "list_item_open":
                    kind, label = BlockKind.ITEM, self._labels[index]
                case "table_open":
                    kind, label = BlockKind.TABLE, ""
                    self._table_line = _line(token)
                    self._cells = []
                case "tr_open":
                    self._cells.append([])
                case "table_close":
                    self._table()
                    kind = BlockKind.PARAGRAPH
                case "note_text_open" if token.info in self._references:
                    kind, label = BlockKind.REFERENCE, token.info
                case "note_text_open":
                    is_at_its_mark = token.info in self._citing
                case "inline" if is_at_its_mark:
                    is_at_its_mark = False
                case "list_item_close" | "note_text_close":
                    kind, label = BlockKind.PARAGRAPH, ""
                case "inline" if kind is BlockKind.TABLE:
                    self._cells[-1].append(self._text.read(token)[0].block(BlockKind.PARAGRAPH))
                case "inline":
                    self._add(token, kind, label)
                    kind, label = BlockKind.PARAGRAPH, ""
                case "html_block":
                    first = _line(token)
                    self._blocks.extend(read_html_blocks(token.content, self._name, first))
        return self._blocks

    def _add(self, inline: Token, kind: BlockKind, label: str) -> None:
        builder, notes = self._text.read(inline)
        if block := builder.block(kind, label=label):
            attributes = _ATTRIBUTES.search(block.text) if kind is BlockKind.HEADING else None
            self._blocks.append(cut(block, 0, attributes.start()) if attributes else block)
        self._blocks.extend(notes)

    def _table(self) -> None:
        """The table, with the caption that Pandoc takes from a line right below it."""
        caption = None
        *_, last = self._cells
        if last and last[0] and not any(last[1:]):
            caption = _caption(last[0])
        self._blocks.append(
            Block(
                BlockKind.TABLE,
                "",
                ((0, Place(self._name, self._table_line)),),
                rows=tuple(
                    tuple(plain_cell(cell.text, cell.superscripts) if cell else "" for cell in row)
                    for row in self._cells[: -1 if caption else None]
                ),
                caption=caption,
            )
        )


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _item_labels(tokens: Sequence[Token]) -> dict[int, str]:
    """The number of each list item, by the index of its token.

    What is written where the numbers rise, else what is shown: all of a list may be written `1.`.
    """
    labels: dict[int, str] = {}
    lists: list[tuple[int, list[int]]] = []
    for index, token in enumerate(tokens):
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                lists.append((int(token.attrs.get("start", 1)), []))
            case "list_item_open":
                lists[-1][1].append(index)
            case "ordered_list_close":
                start, items = lists.pop()
                written = [int(tokens[item].info) for item in items]
                rises = all(before < after for before, after in pairwise(written))
                shown = written if rises else range(start, start + len(items))
                labels.update(zip(items, map(str, shown), strict=True))
            case "bullet_list_close":
                labels.update((item, "") for item in lists.pop()[1])
    return labels


def _with_captions(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with each of Pandoc's captions at its table: the one before it, else behind."""
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if waiting and _is_without_caption(waiting[-1]) and (caption := _caption(block)):
            block = replace(waiting.pop(), caption=caption)
        elif waiting and _is_without_caption(block) and (caption := _caption(waiting[-1])):
            waiting.pop()
            block = replace(block, caption=caption)
        yield block


def _is_without_caption(block: Block) -> bool:
    return block.kind is BlockKind.TABLE and block.caption is None


def _caption(block: Block) -> Block | None:
    """The caption that the block is, without the word that makes it one."""
    found = _CAPTION.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
    if not found or found.end() == len(block.text):
        return None
    attributes = _ATTRIBUTES.search(block.text)
    return cut(block, found.end(), attributes.start() if attributes else None)
