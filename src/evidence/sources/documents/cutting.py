"""A part of a block as a block of its own."""

from bisect import bisect_right
from dataclasses import replace

from evidence.sources.documents.interface import Block, Span


def cut(block: Block, start: int, end: int | None = None) -> Block:
    """The block with no more than the characters from `start` up to `end`, each with its place.

    A marker that the cut goes through is left out.
    """
    end = len(block.text) if end is None else end
    first = bisect_right(block.places, start, key=lambda place: place[0])
    return replace(
        block,
        text=block.text[start:end],
        places=(
            (0, block.place(start)),
            *((offset - start, place) for offset, place in block.places[first:] if offset < end),
        ),
        superscripts=tuple(
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in block.superscripts
            if span.start < end and span.end > start
        ),
        citations=tuple(
            replace(citation, start=citation.start - start, end=citation.end - start)
            for citation in block.citations
            if citation.start >= start and citation.end <= end
        ),
        page=block.page_at(start),
        page_turns=tuple(
            (offset - start, page) for offset, page in block.page_turns if start < offset < end
        ),
    )
