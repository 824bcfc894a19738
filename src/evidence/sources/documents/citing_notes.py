"""Footnotes that only cite, as `See also Drilon 2017.`: markers of the statement they stand at."""

import re
from typing import Final

from evidence.model.document import Cited
from evidence.sources.documents.interface import Block

_POINTING: Final = re.compile(
    r"(?:[\s,;:.()\[\]{}&–—-]|\b(?:see|also|cf|compare|e\.?g|i\.?e|and|or|for|example|instance"
    r"|an?|the|more|further|details?|discussion|overview|reviews?|reviewed|in|by|refs?"
    r"|references?|therein|among|others|siehe|vgl|auch|und|voir|aussi|et)\b)*+",
    re.IGNORECASE,
)


def only_points(text: str) -> bool:
    """Whether a note's text without its citations says no more than `see also`."""
    return _POINTING.fullmatch(text) is not None


def cited_by_note(note: Block) -> tuple[Cited, ...]:
    """What a note that only cites cites, each label once; nothing for one with text of its own."""
    pieces: list[str] = []
    by_label: dict[str, Cited] = {}
    at = 0
    for citation in note.citations:
        pieces.append(note.text[at : citation.start])
        at = citation.end
        for each in citation.cited:
            by_label.setdefault(each.label, each)
    pieces.append(note.text[at:])
    return tuple(by_label.values()) if only_points(" ".join(pieces)) else ()
