"""Which paragraph is the caption of which table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence.sources.documents.interface import Block, BlockKind, Span
from evidence.sources.documents.table_labels import is_caption, split_label

_LONGEST_TITLE: Final = 300  # characters; what is longer is a paragraph of the text


def with_titles(body: Sequence[Block]) -> list[Block]:
    """The body, where a label and a title above a table, a paragraph each, are its caption.

    So the tables of APA 7 are set: `Table 1`, below it `Effects of stimulation`, then the table. A
    label right below a table without a caption may be that table's.
    """
    titled: list[Block] = []
    for block in body:
        if block.kind is BlockKind.TABLE and block.caption is None and _are_titled(titled):
            title, label = titled.pop(), titled.pop()
            titled.append(replace(block, caption=_joined(label, title)))
        else:
            titled.append(block)
    return titled


def _are_titled(before: Sequence[Block]) -> bool:
    """Whether the last two blocks are a label alone and a title."""
    if len(before) < 2:
        return False
    *_, label, title = before
    if label.kind not in _CAPTIONS or title.kind is not BlockKind.PARAGRAPH:
        return False
    name, end = split_label(label.text)
    is_label = bool(name) and end == len(label.text)
    is_of_table_before = len(before) > 2 and _awaits_caption(before[-3])
    is_title = len(title.text) <= _LONGEST_TITLE and not split_label(title.text)[0]
    return is_label and is_title and not is_of_table_before


def _awaits_caption(block: Block) -> bool:
    return block.kind is BlockKind.TABLE and block.caption is None


def _joined(label: Block, title: Block) -> Block:
    """Both as one block, a line each."""
    by = len(label.text) + 1
    raised = (Span(each.start + by, each.end + by) for each in title.superscripts)
    cited = (replace(each, start=each.start + by, end=each.end + by) for each in title.citations)
    return replace(
        label,
        kind=BlockKind.PARAGRAPH,
        text=f"{label.text}\n{title.text}",
        places=(*label.places, *((offset + by, place) for offset, place in title.places)),
        superscripts=(*label.superscripts, *raised),
        citations=(*label.citations, *cited),
        page_turns=(*label.page_turns, *((offset + by, page) for offset, page in title.page_turns)),
    )


def caption_blocks(body: Sequence[Block]) -> dict[int, int]:
    """For each table without a caption of its own, the paragraph that is its caption, if any.

    Both are indices of the body. The paragraph before the table comes first, then the one after it.
    """
    captions: dict[int, int] = {}
    used: set[int] = set()
    for index, block in enumerate(body):
        if block.kind is not BlockKind.TABLE or block.caption is not None:
            continue
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(body) and beside not in used and _can_be_caption(body[beside]):
                captions[index] = beside
                used.add(beside)
                break
    return captions


def _can_be_caption(block: Block) -> bool:
    return block.kind in _CAPTIONS and is_caption(block.text)


_CAPTIONS: Final = (BlockKind.PARAGRAPH, BlockKind.HEADING)
