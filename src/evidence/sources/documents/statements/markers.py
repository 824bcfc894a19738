"""A citation marker in a block, and the text of a block with its markers out of sight."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evidence.model.document import CitationForm, Cited

# Private-use characters stand for a marker, one for each of its characters, so that offsets hold.
# A stop or a digit inside a marker then says nothing about the sentence around it.
CUT: Final = "\ue000"
KEPT: Final = "\ue001"  # a narrative marker, which is a word of its sentence
_TAKEN: Final = str.maketrans({CUT: "\ufffd", KEPT: "\ufffd"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker from `start` to `end` of a block's text; a narrative one stays in it."""

    start: int
    end: int
    form: CitationForm
    cited: tuple[Cited, ...]
    is_narrative: bool = False


def without_private_use(text: str) -> str:
    """The text with its own characters that would be taken for a hidden marker replaced."""
    return text.translate(_TAKEN)


def hide(text: str, markers: Iterable[Marker]) -> str:
    """The text, of the same length, with private-use characters in place of the markers."""
    pieces: list[str] = []
    at = 0
    for marker in sorted(markers, key=lambda each: each.start):
        start = max(at, marker.start)
        pieces.append(text[at:start])
        at = max(start, marker.end)
        pieces.append((KEPT if marker.is_narrative else CUT) * (at - start))
    pieces.append(text[at:])
    return "".join(pieces)
