import base64
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from PIL import Image

from evidence.model.anchor import Anchor, AnchorState, Passage
from evidence.model.place import Place
from evidence.model.report import LineResult, Report
from evidence.reports.html import HtmlFormat
from evidence.reports.html_page import page_of
from evidence.reports.pictures import Pictures
from evidence.reports.report import report
from html_tree import Tree
from pdf_writer import text_page, write_pdf
from sample_support import line, supported_report

QUOTE = "Screening halved the deaths from colorectal cancer"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "hewitson2008.pdf"
    path.write_bytes(write_pdf([text_page(["Contents"]), text_page([f"{QUOTE}."])]))
    return path


def quoting(
    file: Path | str, *pages: str, text: str = QUOTE, state: AnchorState = AnchorState.FOUND
) -> LineResult:
    passage = Passage(text=text, start=0, end=len(text), place=Place(str(file), 1), pages=pages)
    is_found = state is not AnchorState.ALTERED
    passages, nearest = ((passage,), None) if is_found else ((), passage)
    return line(
        3, Anchor(state=state, passages=passages, nearest=nearest, file=str(file)), quote=text
    )


def with_lines(*lines: LineResult) -> Report:
    sample = supported_report()
    return replace(sample, claims=(replace(sample.claims[0], lines=lines),))


def test_a_found_quote_is_shown_on_its_page(pdf: Path) -> None:
    picture = Pictures().picture_of(quoting(pdf, "2", "1541"))
    assert picture
    assert (picture.page, picture.is_nearest) == ("1541", False)
    head, _, content = picture.address.partition(",")
    assert head == "data:image/png;base64"
    assert Image.open(BytesIO(base64.b64decode(content))).size == (picture.width, picture.height)


def test_of_an_altered_quote_the_nearest_passage_is_shown(pdf: Path) -> None:
    picture = Pictures().picture_of(quoting(pdf, "2", state=AnchorState.ALTERED))
    assert picture
    assert picture.is_nearest


def test_a_pdf_beside_the_text_is_searched_for_the_page(pdf: Path) -> None:
    beside = Pictures().picture_of(quoting(pdf.with_suffix(".xml")))
    assert beside
    assert beside.page == ""
    printed = Pictures().picture_of(quoting(pdf.with_suffix(".xml"), "1541"))
    assert printed
    assert printed.address == beside.address


@pytest.mark.parametrize("state", [AnchorState.AMBIGUOUS, AnchorState.SPLICED])
def test_a_quote_of_no_one_place_has_no_picture(pdf: Path, state: AnchorState) -> None:
    assert Pictures().picture_of(quoting(pdf, "2", state=state)) is None


def test_without_a_pdf_that_has_the_words_there_is_no_picture(pdf: Path) -> None:
    pictures = Pictures()
    for file in ("", "a\0b", "..", pdf.with_name("gone.pdf"), pdf.parent):
        assert pictures.picture_of(quoting(file, "2")) is None
    assert pictures.picture_of(quoting(pdf, "2", text="other words")) is None
    assert pictures.picture_of(quoting(pdf, "²", text="other words")) is None
    assert pictures.picture_of(line(3)) is None
    assert pictures.left_out == 0


def test_what_goes_beyond_the_most_is_counted(pdf: Path) -> None:
    pictures = Pictures(most=2)
    lines = [quoting(pdf, "2") for _ in range(5)]
    assert [pictures.picture_of(each) is not None for each in lines] == [True] * 2 + [False] * 3
    assert pictures.left_out == 3


def test_passages_that_are_sought_in_vain_come_to_an_end(pdf: Path) -> None:
    pictures = Pictures(most=1)
    for _ in range(4):
        assert pictures.picture_of(quoting(pdf, "2", text="other words")) is None
    assert pictures.left_out == 0
    assert pictures.picture_of(quoting(pdf, "2")) is None
    assert pictures.left_out == 1


def test_a_page_has_pictures_only_when_it_is_given_some(pdf: Path) -> None:
    shown = with_lines(quoting(pdf, "2"))
    assert page_of(shown).claims[0].lines[0].picture is None
    assert page_of(shown, Pictures().picture_of).claims[0].lines[0].picture is not None


def test_the_report_embeds_them_with_a_text_in_their_place(pdf: Path) -> None:
    shown = with_lines(quoting(pdf, "2", "1541"), quoting(pdf, state=AnchorState.ALTERED))
    first, second = Tree(report(shown, "html")).root.all("img")
    assert first.attributes["alt"] == (
        "Part of page 1541 of menichincheri2016, with the quoted words highlighted"
    )
    assert second.attributes["alt"] == (
        "Part of the page of menichincheri2016, with the nearest passage highlighted"
    )
    assert first.attributes["loading"] == "lazy"
    captions = Tree(report(shown, "html")).root.all("figcaption")
    assert captions[0].text == "menichincheri2016, page 1541: the quoted words highlighted"


def test_the_report_can_do_without_them(pdf: Path) -> None:
    shown = with_lines(quoting(pdf, "2"))
    page = Tree(report(shown, "html", pictures=False)).root
    assert page.all("img") == page.all("details") == []
    assert "more quote" not in page.text


def test_the_report_says_how_many_it_left_out(pdf: Path) -> None:
    written = StringIO()
    HtmlFormat(most=1).write(with_lines(*(quoting(pdf, "2") for _ in range(3))), written)
    page = Tree(written.getvalue()).root
    assert len(page.all("img")) == 1
    assert (
        "2 more quotes could be shown on the page; the report holds no more pictures." in page.text
    )
