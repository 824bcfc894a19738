"""Which paragraph is the caption of which table."""

from collections.abc import Sequence

from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.table_labels import is_caption


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
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and is_caption(block.text)
