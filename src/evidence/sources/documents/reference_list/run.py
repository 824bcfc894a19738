"""A reference list without a heading: the last run of numbered items that look like references."""

from collections.abc import Sequence
from typing import Final

from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.list_markers import Marker
from evidence.sources.documents.reference_list.items import ReferenceItem, items_of
from evidence.sources.documents.reference_list.signs import completes, looks_like_reference

_FEWEST_ALIKE: Final = 0.8  # of the items: one may be `Data on file`


def numbered_run(blocks: Sequence[Block]) -> tuple[int, int, list[ReferenceItem]]:
    """The first block of the list, the one behind its last, and its items; an empty run if none."""
    best: tuple[int, int, list[ReferenceItem]] = (len(blocks), len(blocks), [])
    start, end, items = 0, 0, list[ReferenceItem]()
    for at, block in enumerate(blocks):
        found = items_of(block, items[-1:] if end == at else ())
        if found and all(item.number for item in found):
            if end != at or not _follows(found[0], items):
                best = _better(best, (start, end, items))
                start, items = at, []
            items += found
            end = at + 1
        elif end == at and items and _is_rest(block, items[-1]):
            items[-1] = items[-1].with_rest(block.text)
            end = at + 1
    return _better(best, (start, end, items))


def _follows(item: ReferenceItem, items: Sequence[ReferenceItem]) -> bool:
    return not items or Marker("", item.number, 0).follows(Marker("", items[-1].number, 0))


def _is_rest(block: Block, last: ReferenceItem) -> bool:
    return block.kind is BlockKind.PARAGRAPH and completes(last.text, block.text)


def _better(
    best: tuple[int, int, list[ReferenceItem]], run: tuple[int, int, list[ReferenceItem]]
) -> tuple[int, int, list[ReferenceItem]]:
    """The later of the two that is a reference list."""
    alike = sum(looks_like_reference(item.text) for item in run[2])
    return run if alike and alike >= _FEWEST_ALIKE * len(run[2]) else best
