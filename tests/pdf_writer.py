"""Small PDF files, written object by object: Helvetica, lines of runs, sizes and rises."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 595  # A4, in points
HEIGHT: Final = 842
# Widths of Helvetica in thousandths of the size, near enough to set a run behind another.
_NARROW: Final = frozenset("ijlftr.,;:'|!()[]I -")


@dataclass(frozen=True)
class Run:
    """A piece of a line in one size.

    A raised run is set in two thirds of the line's size and a third of it above: by moving the
    text, as word processors do, or by the operator for a rise, as TeX's drivers do.
    """

    text: str
    is_raised: bool = False
    by_rise: bool = False


@dataclass(frozen=True)
class Line:
    """A line of text at a place of the page, from its lower left corner, in points."""

    runs: Sequence[Run]
    x: float = 72
    y: float = 0
    size: float = 11


@dataclass(frozen=True)
class Rule:
    """A line from `left` to `right` at a height of the page, or upright from `y` up to `top`."""

    left: float
    right: float
    y: float
    top: float = 0


def text_page(
    lines: Sequence[str | Sequence[Run]],
    *,
    top: float = 770,
    left: float = 72,
    size: float = 11,
    leading: float = 14,
) -> list[Line]:
    """Lines one below the other; an empty one leaves a gap, as between paragraphs."""
    page, y = [], top
    for line in lines:
        if line:
            runs = [Run(line)] if isinstance(line, str) else line
            page.append(Line(runs, left, y, size))
            y -= leading
        else:
            y -= leading * 0.6
    return page


def write_pdf(
    pages: Sequence[Sequence[Line | Rule]], *, more: bytes = b"", catalog: bytes = b""
) -> bytes:
    """A PDF with these pages; `more` is put into its trailer, `catalog` into its catalogue."""
    objects: list[bytes] = [b"", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for page in pages:
        content = b"\n".join(_operators(line) for line in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_of(objects, more=more)


def pdf_of(objects: Sequence[bytes], *, more: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of them its catalogue, with a table of their places."""
    written = b"%PDF-1.7\n"
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s >>" % (len(objects) + 1, more)
    start = len(written)
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (
        written, len(objects) + 1, table, trailer, start
    )  # fmt: skip


def _operators(line: Line | Rule) -> bytes:
    if isinstance(line, Rule):
        ends = line.left, line.y, line.right, line.top or line.y
        return b"0.5 w %.2f %.2f m %.2f %.2f l S" % ends
    parts = [b"BT"]
    x = line.x
    for run in line.runs:
        size = line.size * 2 / 3 if run.is_raised else line.size
        rise = line.size / 3 if run.is_raised else 0
        y = line.y if run.by_rise else line.y + rise
        parts.append(b"/F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm" % (size, x, y))
        shown = run.text.encode("cp1252").replace(b"\\", rb"\\")
        shown = shown.replace(b"(", rb"\(").replace(b")", rb"\)")
        text = b"(%s) Tj" % shown
        parts.append(b"%.2f Ts %s 0 Ts" % (rise, text) if run.is_raised and run.by_rise else text)
        x += sum(0.278 if each in _NARROW else 0.556 for each in run.text) * size
    return b" ".join([*parts, b"ET"])
