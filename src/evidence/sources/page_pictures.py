"""A picture of the place in a PDF where a passage stands, the passage highlighted."""

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

SCALE: Final = 1.5
"""Pixels a point: 108 to the inch, which is easily read and small enough to send."""

PAGES_SEARCHED: Final = 2_000
"""How many pages are searched for a report: about twenty seconds."""

_MOST_PIXELS: Final = 2_400  # of the longer side, whatever size a page says that it has
_CONTEXT: Final = 54  # points above and below the passage: about four lines
_MARK: Final = (255, 233, 110)
_SHADES: Final = 20  # of grey and yellow: as many as text and its mark need
_SHORTEST: Final = 3  # letters: fewer stand on every page
_MOST_OF_ONE: Final = 200  # pages

_Box: TypeAlias = tuple[int, int, int, int]


def page_picture(path: Path, page: int, words: str, *, scale: float = SCALE) -> bytes | None:
    """The region of a page, counted from 1 in the file, that `words` stand in, as a PNG.

    It is as wide as the page, with some lines around the passage. White space, hyphens and
    punctuation are no difference. None where the words do not stand on that page, and for a file
    that is missing, encrypted, damaged or no PDF.
    """
    import pypdfium2 as pdfium

    try:
        if not path.is_file():
            return None
        with closing(pdfium.PdfDocument(path)) as document:
            return _picture(document, page, words, scale)
    except (pdfium.PdfiumError, OSError, ValueError):
        return None


class SearchedPages:
    """Finds words on the pages of PDFs: each PDF is read once, and at most `most` pages of all."""

    def __init__(self, most: int = PAGES_SEARCHED) -> None:
        self._left = most
        self._read: dict[Path, tuple[str, ...]] = {}

    def page_with(self, path: Path, words: str) -> int | None:
        """The first page, counted from 1 in the file, that `words` stand on.

        None where no page that was read has them, and for files as `page_picture`.
        """
        wanted = _folded(words)
        if len(wanted) < _SHORTEST:
            return None
        if path not in self._read:
            self._read[path] = _folded_pages(path, min(self._left, _MOST_OF_ONE))
            self._left -= len(self._read[path])
        pages = enumerate(self._read[path], 1)
        return next((number for number, page in pages if wanted in page), None)


def _folded_pages(path: Path, most: int) -> tuple[str, ...]:
    """The letters of the first pages, none of a file that cannot be read."""
    import pypdfium2 as pdfium

    found: list[str] = []
    try:
        if path.is_file():
            with closing(pdfium.PdfDocument(path)) as document:
                for number in range(min(len(document), most)):
                    with closing(document[number]) as page, closing(page.get_textpage()) as text:
                        found.append(_folded(text.get_text_range()))
    except (pdfium.PdfiumError, OSError, ValueError):
        pass  # a page is damaged: those before it are as good as they were
    return tuple(found)


def _picture(document: "PdfDocument", number: int, words: str, scale: float) -> bytes | None:
    if not 1 <= number <= len(document):
        return None
    with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
        found = _characters(text, _folded(words))
        longest = max(page.get_size())
        if not found or longest <= 0:
            return None
        scale = min(scale, _MOST_PIXELS / longest)
        image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        first, last = found
        rectangles = range(text.count_rects(first, last - first + 1))
        boxes = [_box(page, text.get_rect(each), image) for each in rectangles]
    return _png(image, boxes, round(_CONTEXT * scale)) if boxes else None


def _characters(text: "PdfTextPage", wanted: str) -> tuple[int, int] | None:
    """The numbers of the page's first and last character of the wanted letters."""
    if len(wanted) < _SHORTEST:
        return None
    letters: list[str] = []
    numbers: list[int] = []
    for number, character in enumerate(_page_characters(text)):
        for letter in _folded(character):
            letters.append(letter)
            numbers.append(number)
    at = "".join(letters).find(wanted)
    return None if at < 0 else (numbers[at], numbers[at + len(wanted) - 1])


def _page_characters(text: "PdfTextPage") -> Iterator[str]:
    """The characters by their numbers: the library's own text leaves some of them out."""
    from pypdfium2.raw import FPDFText_GetUnicode

    for number in range(text.count_chars()):
        yield chr(min(FPDFText_GetUnicode(text.raw, number), 0x10FFFF))


def _folded(text: str) -> str:
    """The letters and digits alone: line ends, hyphens and quotes differ from reader to reader."""
    kept = unicodedata.normalize("NFKC", text) if not text.isascii() else text
    return "".join(letter for letter in kept.casefold() if letter.isalnum())


def _box(page: "PdfPage", rectangle: tuple[float, ...], image: "Image") -> _Box:
    """A rectangle of the page in pixels, however the page is turned or cut."""
    left, bottom, right, top = rectangle
    corners = [_pixel(page, image, x, y) for x, y in ((left, top), (right, bottom))]
    (a, b), (c, d) = corners
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _pixel(page: "PdfPage", image: "Image", x: float, y: float) -> tuple[int, int]:
    from ctypes import byref, c_int

    from pypdfium2.raw import FPDF_PageToDevice

    across, down = c_int(), c_int()
    FPDF_PageToDevice(
        page.raw, 0, 0, image.width, image.height, 0, x, y, byref(across), byref(down)
    )
    return across.value, down.value


def _png(image: "Image", boxes: list[_Box], context: int) -> bytes:
    """The part of the image around the boxes, these laid over with the mark's colour."""
    from PIL import Image, ImageChops, ImageDraw

    above = max(0, min(box[1] for box in boxes) - context)
    below = min(image.height, max(box[3] for box in boxes) + context)
    region = image.crop((0, above, image.width, max(below, above + 1)))
    cover = Image.new("RGB", region.size, "white")
    draw = ImageDraw.Draw(cover)
    for left, top, right, bottom in boxes:
        draw.rectangle((left - 1, top - above - 1, right + 1, bottom - above + 1), fill=_MARK)
    marked = ImageChops.multiply(region, cover)
    written = BytesIO()
    marked.quantize(_SHADES, Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()
