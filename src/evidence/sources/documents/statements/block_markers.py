"""The markers of every block of a document, read in the document's own style."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.model.document import ListedReference
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.statements.author_year_index import AuthorYearIndex
from evidence.sources.documents.statements.author_year_markers import (
    AuthorYearGroup,
    Fit,
    author_year_groups,
)
from evidence.sources.documents.statements.citing_style import Numbering, Reading, citing_readings
from evidence.sources.documents.statements.markers import Marker, hide, without_private_use
from evidence.sources.documents.statements.numeric_markers import Candidate, numeric_candidates

_AUTHOR: Final = re.compile(r"(?:[A-Z][\w.'’-]*\s?){2,5}(?:,?\s?(?:MD|PhD|MSc|MPH|FRCP|Dr)\.?)*")


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be a marker in a block, and what surely is one."""

    known: tuple[Marker, ...]
    author_years: tuple[AuthorYearGroup, ...] = ()
    numeric: tuple[Candidate, ...] = ()


def find_markers(
    blocks: Sequence[Block], listed: Sequence[ListedReference]
) -> tuple[tuple[Marker, ...], ...]:
    """For each block its markers, in its order, none over another.

    What the format knows is kept as it is. What else may be a marker is looked at in the whole
    document first: in which form it cites, and what its reference list can be cited by.
    """
    numbering = Numbering.of(listed)
    index = AuthorYearIndex.of(listed)
    found = [_look(block, numbering, index) for block in blocks]
    known = sum(len(each.known) for each in found)
    counted = [each.reading for block in found for each in block.numeric]
    readings = citing_readings([*counted, *[Reading.CERTAIN] * known], numbering)
    weakest = _weakest([each for block in found for each in block.author_years], counted, numbering)
    return tuple(_chosen(each, readings, weakest) for each in found)


def _look(block: Block, numbering: Numbering, index: AuthorYearIndex) -> _Found:
    known = tuple(
        Marker(each.start, each.end, each.form, each.cited, is_narrative=each.is_narrative)
        for each in sorted(block.citations, key=lambda each: (each.start, each.end))
    )
    if block.kind in (BlockKind.TABLE, BlockKind.REFERENCE):
        return _Found(known)
    text = hide(without_private_use(block.text), known)
    author_years = tuple(author_year_groups(text, index))
    text = hide(text, [each for group in author_years for each in group.markers(Fit.LISTED)])
    numeric = numeric_candidates(text, block.superscripts, numbering)
    if block.kind is BlockKind.HEADING:
        numeric = [each for each in numeric if each.reading in (Reading.CERTAIN, Reading.RAISED)]
    if _is_author_line(text, numeric):
        numeric = [each for each in numeric if each.reading is Reading.CERTAIN]
    return _Found(known, author_years, tuple(numeric))


def _weakest(
    groups: Sequence[AuthorYearGroup], counted: Sequence[Reading], numbering: Numbering
) -> Fit:
    """What a name and a year must be at least to be taken for a citation in this document."""
    fits = [part.fit for group in groups for part in group.parts]
    sure = sum(fit is Fit.LISTED for fit in fits)
    if numbering.largest or counted.count(Reading.CERTAIN) > len(fits):
        return Fit.LISTED
    return Fit.WEAK if sure and sure * 2 >= fits.count(Fit.WEAK) else Fit.CLEAR


def _chosen(found: _Found, readings: frozenset[Reading], weakest: Fit) -> tuple[Marker, ...]:
    markers = [
        *found.known,
        *(each for group in found.author_years for each in group.markers(weakest)),
        *(each.marker for each in found.numeric if each.reading in readings),
    ]
    return tuple(sorted(markers, key=lambda each: (each.start, each.end)))


def _is_author_line(text: str, numeric: Sequence[Candidate]) -> bool:
    """Whether the raised numbers of the block stand behind its authors' names."""
    if not numeric or len(text) > 3000 or any(each.reading is Reading.CERTAIN for each in numeric):
        return False
    bare = hide(text, [each.marker for each in numeric])
    parts = [each.strip(" \n*†‡§.,") for each in re.split(r"[\ue000*†‡§,;]+|\band\b|&", bare)]
    return all(_AUTHOR.fullmatch(each) for each in parts if each)
