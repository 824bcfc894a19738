"""The pictures of pages that a report shows beside its quotes: not more than can be sent."""

import base64
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evidence.model.anchor import Anchor, AnchorState, Passage
from evidence.model.report import LineResult
from evidence.sources.page_pictures import SearchedPages, page_picture

MOST: Final = 60
"""How many pictures a report holds: about a megabyte, and a few seconds to draw."""

_TRIES: Final = 4
"""How many passages are looked for in PDFs for each picture that there may be."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG as an address that holds it, and its size in pixels; `page` is the work's own number
    of the page where it has one. `is_nearest` says that the quote itself does not stand there.
    """

    address: str
    width: int
    height: int
    page: str
    is_nearest: bool


class Pictures:
    """The pictures of one report, drawn one after the other; `left_out` counts those that might
    have been drawn after the last.
    """

    def __init__(self, most: int = MOST) -> None:
        self.left_out = 0
        self._left = most
        self._tries = most * _TRIES
        self._searched = SearchedPages()

    def picture_of(self, result: LineResult) -> Picture | None:
        """The passage that the line quotes, on its page; None where there is no PDF that has it."""
        passage = _passage(result.anchor) if result.anchor else None
        path = _pdf(result.anchor.file) if result.anchor and passage else None
        if passage is None or path is None:
            return None
        if not (self._left and self._tries):
            self.left_out += 1
            return None
        self._tries -= 1
        png = self._drawn(path, passage)
        if png is None:
            return None
        self._left -= 1
        width, height = struct.unpack(">II", png[16:24])  # of the header, by RFC 2083
        address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
        is_nearest = result.anchor is not None and not result.anchor.is_found
        return Picture(address, width, height, passage.page, is_nearest)

    def _drawn(self, path: Path, passage: Passage) -> bytes | None:
        number = passage.pages[0] if passage.pages else ""
        if number.isascii() and number.isdecimal() and len(number) < 6:
            png = page_picture(path, int(number), passage.text)
            if png:
                return png
        page = self._searched.page_with(path, passage.text)
        return page_picture(path, page, passage.text) if page else None


def _passage(anchor: Anchor) -> Passage | None:
    """The passage to show: where nothing says which of several is meant, none."""
    if anchor.state is AnchorState.FOUND:
        return next(iter(anchor.passages), None)
    return anchor.nearest if anchor.state is AnchorState.ALTERED else None


def _pdf(file: str) -> Path | None:
    """The PDF that the text was read from, or that lies beside it under the same name."""
    try:
        path = Path(file).with_suffix(".pdf") if file else None
        return path if path and path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None
