"""What is said of an evidence line before something is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence.model.source_text import Depth
from evidence.reports.characters import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    import evidence


def heading(subject: evidence.LineToJudge) -> Iterator[str]:
    """The claim, the work, which texts of it could be read, and which could not."""
    claim, texts = subject.claim, subject.texts
    yield f"claim   {claim.id}: {one_line(claim.text)}"
    yield f"work    {subject.line.reference}: {one_line(subject.title) or 'no title'}"
    match subject.depth:
        case Depth.FULL_TEXT:
            yield f"text    {', '.join(text.file for text in texts)}"
        case Depth.ABSTRACT:
            yield f"text    only the abstract is at hand, from {texts[0].registry or texts[0].file}"
        case Depth.NONE:
            yield "text    none is at hand"
    for each in subject.unreadable:
        yield f"unread  {each.place}: {one_line(each.message)}"
