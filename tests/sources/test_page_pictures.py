from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from evidence.sources.page_pictures import SearchedPages, page_picture
from pdf_writer import Line, Run, pdf_of, text_page, write_pdf

WORDS = "Night-time blood pressure fell by 6 mm Hg in the group that took it at bedtime"
LINES = (
    "Of the women who were asked, most took the tablets as they had been told to. Night-time blood",
    "pressure fell by 6 mm Hg in the group that took it at bedtime, and not in the other group.",
    "The “office” pressure was the same in both.",
)


def image(png: bytes | None) -> Image.Image:
    assert png
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return Image.open(BytesIO(png)).convert("RGB")


def yellow(picture: Image.Image) -> list[tuple[int, int]]:
    """The places of the highlighted ground."""
    pixels = picture.tobytes()
    return [
        (at // 3 % picture.width, at // 3 // picture.width)
        for at in range(0, len(pixels), 3)
        if pixels[at] > 240 and pixels[at + 1] > 210 and pixels[at + 2] < 150
    ]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "lind2019.pdf"
    filler = [f"Line {number} of the page says nothing." for number in range(20)]
    pages = [text_page(["First page."]), text_page([*filler, *LINES, *filler])]
    path.write_bytes(write_pdf(pages))
    return path


def test_the_region_around_the_passage_is_as_wide_as_the_page(pdf: Path) -> None:
    png = page_picture(pdf, 2, WORDS, scale=1.0)
    picture = image(png)
    assert picture.width == 595
    assert 120 < picture.height < 180  # two lines, and four above and below
    assert png
    assert len(png) < 60_000


def test_the_passage_is_highlighted_over_its_lines_and_nothing_else_is(pdf: Path) -> None:
    picture = image(page_picture(pdf, 2, WORDS, scale=1.0))
    places = yellow(picture)
    rows = sorted({y for _, y in places})
    assert 20 <= len(rows) <= 34
    first, second = ([x for x, y in places if y == row] for row in (rows[4], rows[-4]))
    assert min(first) > 400  # `Night-time blood` ends the first line
    assert min(second) < 80
    assert max(second) < 420


def test_white_space_hyphens_and_quotes_are_no_difference(pdf: Path) -> None:
    expected = page_picture(pdf, 2, WORDS)
    assert expected
    assert page_picture(pdf, 2, WORDS.replace("-", "‐").replace(" ", "\n ").upper()) == expected
    assert page_picture(pdf, 2, "the 'office' pressure")


def test_words_that_do_not_stand_on_the_page_have_no_picture(pdf: Path) -> None:
    assert page_picture(pdf, 1, WORDS) is None
    assert page_picture(pdf, 2, WORDS.replace("6 mm", "60 mm")) is None
    assert page_picture(pdf, 2, "") is None
    assert page_picture(pdf, 2, "—") is None
    assert page_picture(pdf, 0, WORDS) is None
    assert page_picture(pdf, 3, WORDS) is None


def test_the_page_of_a_passage_is_found(pdf: Path) -> None:
    searched = SearchedPages()
    assert searched.page_with(pdf, WORDS) == 2
    assert searched.page_with(pdf, "first page") == 1
    assert searched.page_with(pdf, "third page") is None
    assert searched.page_with(pdf, "") is None


def test_a_file_is_read_once_for_all_that_is_sought_in_it(pdf: Path) -> None:
    searched = SearchedPages()
    assert searched.page_with(pdf, "first page") == 1
    pdf.unlink()
    assert searched.page_with(pdf, WORDS) == 2


def test_no_more_pages_are_searched_than_are_allowed(pdf: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(pdf.read_bytes())
    searched = SearchedPages(most=3)
    assert searched.page_with(pdf, WORDS) == 2
    assert searched.page_with(other, "first page") == 1
    assert searched.page_with(other, WORDS) is None
    assert SearchedPages(most=0).page_with(pdf, "first page") is None


def test_what_is_no_readable_pdf_has_no_picture(tmp_path: Path, pdf: Path) -> None:
    locked = PdfWriter(clone_from=pdf)
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    files = {
        "empty.pdf": b"",
        "text.pdf": b"Just words.",
        "cut.pdf": pdf.read_bytes()[:200],
        "no-pages.pdf": pdf_of([b"<< /Type /Catalog >>"]),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    for name in (*files, "locked.pdf", "gone.pdf", "", "a\0.pdf"):
        assert page_picture(tmp_path / name, 1, "first page") is None, name
        assert SearchedPages().page_with(tmp_path / name, "first page") is None, name


def test_a_turned_page_is_highlighted_where_the_words_are(tmp_path: Path) -> None:
    turned = tmp_path / "turned.pdf"
    plain = write_pdf([text_page(LINES)])
    turned.write_bytes(plain.replace(b"/Type /Page /Parent", b"/Type /Page /Rotate 90 /Parent"))
    picture = image(page_picture(turned, 1, "fell by 6 mm Hg in the group", scale=1.0))
    assert picture.width == 842
    columns = {x for x, _ in yellow(picture)}
    assert 9 <= len(columns) <= 20  # one line that runs down the page


def test_a_page_of_any_size_gives_a_picture_of_ours(tmp_path: Path) -> None:
    vast = tmp_path / "vast.pdf"
    page = write_pdf([[Line([Run("Words upon a wall")], 100, 100, 400)]])
    vast.write_bytes(page.replace(b"[0 0 595 842]", b"[0 0 14400 14400]"))
    assert image(page_picture(vast, 1, "words upon a wall")).width <= 2_400
