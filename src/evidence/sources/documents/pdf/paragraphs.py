"""Lines of a PDF's pages as paragraphs, headings and numbered items."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from evidence.model.place import Place
from evidence.sources.documents.building import BlockBuilder
from evidence.sources.documents.heading_lines import is_reference_heading, is_title
from evidence.sources.documents.interface import Block, BlockKind
from evidence.sources.documents.list_markers import Marker, list_marker
from evidence.sources.documents.pdf.lines import PageLine, usual_size

_ENDS_SENTENCE: Final = re.compile(r"[.!?:]['\"”’)\]\d,–-]*\s*\Z")
_CONTINUES: Final = re.compile(r"[a-z(\[,;)\d–-]")
_HYPHEN: Final = re.compile(r"([^\W_][\w'’-]*)[-\u2010\u00ad]\Z")
_FIRST_WORD: Final = re.compile(r"[^\W_][\w'’]*")
_COMPOUND: Final = re.compile(r"\b[^\W\d_]\w*(?:[-\u2010\u2011][^\W\d_]\w*)+")
_BETWEEN: Final = frozenset(("and", "or", "to", "und", "oder", "et", "ou"))
_WIDER: Final = 1.3  # times the usual distance of lines: a gap between paragraphs
_OFTEN: Final = 0.2  # of all distances of lines: the least that is so frequent is the usual one
_OTHER_SIZE: Final = 1.07
_BULLETS: Final = frozenset("•◦▪‣●○■")
_SHORT: Final = 0.8  # of the usual length of a line
_LOOK_AHEAD: Final = 15  # lines within which a list's second number must come
_LONG: Final = 50  # characters of a paragraph below a heading


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, and the page on which each of them stands."""

    marker: Marker | None = None
    lines: list[PageLine] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


class _Layout:
    """What is usual in the document: the size, the length and the distance of its lines."""

    def __init__(self, pages: Sequence[Sequence[PageLine]]) -> None:
        lines = [line for page in pages for line in page]
        gaps = [
            round((before.y - line.y) / line.size, 1)
            for page in pages
            for before, line in pairwise(page)
            if before.y > line.y and line.size == before.size > 0
        ]
        self.size = usual_size(lines)
        often = (gap for gap, times in Counter(gaps).items() if times >= len(gaps) * _OFTEN)
        self.gap = min(often, default=0.0)
        long = [len(line.text) for line in lines if len(line.text) > 20]
        self.length = statistics.median(long) if long else 0
        words = " ".join(line.text for line in lines)
        self.compounds = {found.casefold() for found in _COMPOUND.findall(words)}

    def is_parted(self, above: _Paragraph, line: PageLine) -> bool:
        """Whether a line of the same page begins another paragraph."""
        last = above.lines[-1]
        larger, smaller = max(line.size, last.size), min(line.size, last.size)
        if larger > smaller * _OTHER_SIZE or line.is_bold != last.is_bold:
            return True
        if is_reference_heading(last.text) or is_reference_heading(line.text):
            return True
        gap = last.y - line.y
        if gap < 0 or line.number > last.number + 1:  # the next column; behind a table
            return not self.continues(last.text, line.text)
        if self.gap and gap > self.gap * line.size * _WIDER:
            return True
        if not _ENDS_SENTENCE.search(last.text):
            return False
        is_indented = line.x > last.x + line.size * 0.6 and len(above.lines) > 1
        return is_indented or (len(last.text) < self.length * _SHORT and line.text[:1].isupper())

    @staticmethod
    def continues(before: str, after: str) -> bool:
        """Whether text goes on across the end of a column or page."""
        if not _ENDS_SENTENCE.search(before):
            return not is_title(before) or bool(_CONTINUES.match(after))
        return bool(re.match(r"[a-z]", after))


def paragraphs(pages: Sequence[Sequence[PageLine]], name: str) -> tuple[Block, ...]:
    """The blocks that the lines of these pages make, in their order.

    A word parted at the end of a line is joined; it keeps its hyphen where the document writes it
    with one elsewhere. A numbered item begins with each next number of its list.
    """
    layout = _Layout(pages)
    found = list(_paragraphs(pages, layout))
    blocks = []
    for index, paragraph in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if block := _block(paragraph, after, layout, name):
            blocks.append(block)
    return tuple(blocks)


def _paragraphs(pages: Sequence[Sequence[PageLine]], layout: _Layout) -> Iterator[_Paragraph]:
    lines = [(page, line) for page, those in enumerate(pages, 1) for line in those]
    markers = [list_marker(line.text) for _, line in lines]
    counted = _counted(markers)
    current: _Paragraph | None = None
    page_before = 0
    for index, (page, line) in enumerate(lines):
        is_first_of_page = page != page_before
        page_before = page
        marker = markers[index]
        if current is None or index in counted or (marker and marker.style in _BULLETS):
            is_new = True
        elif is_first_of_page:
            is_new = not layout.continues(current.lines[-1].text, line.text)
        else:
            is_new = layout.is_parted(current, line)
        if is_new:
            if current is not None:
                yield current
            is_item = index in counted or (marker is not None and not marker.number)
            current = _Paragraph(marker if is_item else None)
        if current is not None:
            current.lines.append(line)
            current.pages.append(page)
    if current is not None:
        yield current


def _counted(markers: Sequence[Marker | None]) -> frozenset[int]:
    """The lines whose numbers count a list up from 1, one by one and in one style.

    A number that a wrapped line happens to begin with does not come next in its list.
    """
    numbered = [(at, marker) for at, marker in enumerate(markers) if marker and marker.number]
    found: set[int] = set()
    last: Marker | None = None
    for position, (at, marker) in enumerate(numbered):
        number = int(marker.number)
        if last and marker.style == last.style and number == int(last.number) + 1:
            found.add(at)
            last = marker
        elif number == 1:
            following = (
                other
                for near, other in numbered[position + 1 : position + 1 + _LOOK_AHEAD]
                if near - at <= _LOOK_AHEAD
            )
            if any(other.number == "2" and other.style == marker.style for other in following):
                found.add(at)
                last = marker
    return frozenset(found)


def _block(
    paragraph: _Paragraph, after: _Paragraph | None, layout: _Layout, name: str
) -> Block | None:
    builder = BlockBuilder()
    marker = paragraph.marker
    for index, line in enumerate(paragraph.lines):
        if index and paragraph.pages[index] != paragraph.pages[index - 1]:
            builder.turn_to(str(paragraph.pages[index]))
        begin = marker.end if marker and not index else 0
        following = paragraph.lines[index + 1].text if index + 1 < len(paragraph.lines) else ""
        text, joint = _joined(line.text, following, layout.compounds)
        at = begin
        for span in line.superscripts:
            if span.start >= begin:
                builder.add(text[at : span.start], Place(name, line.number, at + 1))
                raised = text[span.start : span.end]
                place = Place(name, line.number, span.start + 1)
                builder.add(raised, place, is_superscript=True)
                at = span.end
        builder.add(text[at:] + joint, Place(name, line.number, at + 1))
    kind, label = BlockKind.PARAGRAPH, ""
    if marker:
        kind, label = BlockKind.ITEM, marker.number
    elif _is_heading(paragraph, after, layout):
        kind = BlockKind.HEADING
    return builder.block(kind, label=label, page=str(paragraph.pages[0]))


def _joined(text: str, following: str, compounds: set[str]) -> tuple[str, str]:
    """A line's text and what joins it to the following line: nothing where a word was parted."""
    if not following:
        return text, ""
    parted, first = _HYPHEN.search(text), _FIRST_WORD.match(following)
    if parted is None or first is None or first[0].casefold() in _BETWEEN:
        return text, "\n"
    before = parted[1]
    is_compound = (
        f"{before}-{first[0]}".casefold() in compounds
        or not first[0][0].islower()
        or len(before) == 1
        or not before[-1].isalpha()
        or any(each.isupper() for each in before[1:])
    )
    return (text, "") if is_compound and text[-1] != "\u00ad" else (text[:-1], "")


def _is_heading(paragraph: _Paragraph, after: _Paragraph | None, layout: _Layout) -> bool:
    """Whether a paragraph is a short line that heads another: larger, bold, or simply a title."""
    text = " ".join(line.text for line in paragraph.lines)
    if is_reference_heading(text):
        return True
    first = paragraph.lines[0]
    if not is_title(text):
        return False
    if first.size > layout.size * _OTHER_SIZE or first.is_bold:
        return True
    below = "" if after is None or after.marker else " ".join(line.text for line in after.lines)
    return len(paragraph.lines) == 1 and len(below) >= _LONG
