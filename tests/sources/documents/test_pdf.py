import logging
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from evidence.model.place import Place
from evidence.sources.documents.interface import Block, BlockKind, Source, Span
from evidence.sources.documents.pdf.document import read_pdf
from pdf_writer import Line, Run, text_page, write_pdf


def read(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    source = Source(Path("a.pdf"), "a.pdf", write_pdf(pages))
    return read_pdf(source, lambda *_: None).blocks


def page(*lines: str | Sequence[Run]) -> tuple[Block, ...]:
    return read([text_page(lines)])


def shown(blocks: Sequence[Block]) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.label, block.text) for block in blocks]


LONG = "Ferritin was measured in all patients of both wards at the start and after"


def test_lines_are_joined_into_paragraphs_with_their_page() -> None:
    first, second = read(
        [text_page([LONG, "six weeks of iron.", "", f"{LONG} the", "war. They said so."])]
    )
    assert first.text == f"{LONG}\nsix weeks of iron."
    assert second.text == f"{LONG} the\nwar. They said so."
    assert first.page == "1"
    assert second.place(second.text.index("They")) == Place("a.pdf", 4, 6)


@pytest.mark.parametrize("by_rise", [False, True])
def test_small_digits_above_the_line_are_superscripts(*, by_rise: bool) -> None:
    (block,) = page([Run("Iron helps"), Run("3,5–7", is_raised=True, by_rise=by_rise), Run(".")])
    assert block.text == "Iron helps3,5–7."
    assert block.superscripts == (Span(10, 15),)


def test_small_words_above_the_line_are_none() -> None:
    (block,) = page([Run("The 4"), Run("th", is_raised=True), Run(" ward slept.")])
    assert block.superscripts == ()


def test_a_word_parted_at_the_end_of_a_line_is_one_word() -> None:
    (block,) = page(
        f"{LONG} com-",
        "plete cure; the blood-brain barrier is of another kind, so blood-",
        "brain passage and the TRK-",
        "dependent tumours, with a p-",
        "value, are pre-",
        "and post-war.",
    )
    assert block.text == (
        f"{LONG} complete cure; the blood-brain barrier is of another kind, so "
        "blood-brain passage and the TRK-dependent tumours, with a p-value, are pre-\n"
        "and post-war."
    )
    assert block.place(block.text.index("plete")) == Place("a.pdf", 2, 1)


def test_ligatures_are_letters() -> None:
    # Helvetica has them as `ﬁ` only by its own encoding: here they come as what pypdf gives.
    from evidence.sources.documents.pdf.lines import LineReader

    reader = LineReader()
    identity = [1, 0, 0, 1, 0, 0]
    reader.text("ef\ufb01cacy and di\ufb00usion\ud800", identity, identity, None, 11)
    reader.end_line()
    assert reader.lines[0].text == "efficacy and diffusion?"


def test_running_headers_footers_and_page_numbers_are_left_out() -> None:
    def numbered(number: int) -> list[Line]:
        return [
            Line([Run(f"Iron Letters 2020; vol. {number}")], 72, 810, 9),
            *text_page([f"Ward {number} slept well and ate all that there was on the tables."]),
            Line([Run(f"Page {number} of 4")], 290, 30, 9),
        ]

    blocks = read([numbered(number) for number in range(1, 5)])
    assert [block.text[:7] for block in blocks] == ["Ward 1 ", "Ward 2 ", "Ward 3 ", "Ward 4 "]
    assert [block.page for block in blocks] == ["1", "2", "3", "4"]


def test_lines_count_on_through_all_pages() -> None:
    pages = [text_page([LONG, "six weeks.", "", f"{LONG} again."]), text_page([f"{LONG} twice."])]
    blocks = read(pages)
    assert [(block.place(0).line, block.page) for block in blocks] == [
        (1, "1"), (3, "1"), (4, "2"),
    ]  # fmt: skip


def test_a_sentence_goes_on_across_pages() -> None:
    first = text_page([LONG])
    second = text_page(["six weeks of iron.", "", "Half of them slept better."])
    blocks = read([first, second])
    assert [block.text for block in blocks] == [
        f"{LONG}\nsix weeks of iron.",
        "Half of them slept better.",
    ]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    left = [Line([Run("Ferritin was measured in the")], 72, 700), Line([Run("wards of")], 72, 686)]
    right = [Line([Run("two hospitals, and in")], 320, 700), Line([Run("homes.")], 320, 686)]
    (block,) = read([[*left, *right]])
    assert block.text == "Ferritin was measured in the\nwards of\ntwo hospitals, and in\nhomes."


def test_short_lines_above_paragraphs_are_headings() -> None:
    blocks = read(
        [
            [
                Line([Run("Iron in Winter")], 72, 780, 18),
                *text_page(["Methods", "", LONG, "six weeks.", "", "Results 4 7", "", "Short."]),
            ]
        ]
    )
    assert [block.kind for block in blocks] == [
        BlockKind.HEADING,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


def test_each_numbered_item_is_a_block_and_wrapped_numbers_are_none() -> None:
    assert shown(
        page(
            "References",
            "1. Chen Y, Chi P. Basal insulin at night. Diabetes Lett 2018;11:78-81, with tables on",
            "12. and 13. and a long tail.",
            "2. Okafor C. Cure in prisons. Hepatol Lett 2019;4:7-9.",
            "3. Berg A. Statins. Ann Lipids 2015;12:101-9.",
        )
    ) == [
        ("heading", "", "References"),
        (
            "item",
            "1",
            "Chen Y, Chi P. Basal insulin at night. Diabetes Lett 2018;11:78-81, with tables on\n"
            "12. and 13. and a long tail.",
        ),
        ("item", "2", "Okafor C. Cure in prisons. Hepatol Lett 2019;4:7-9."),
        ("item", "3", "Berg A. Statins. Ann Lipids 2015;12:101-9."),
    ]


def test_an_item_goes_on_across_pages() -> None:
    first = text_page(["1. Chen Y. Basal insulin. Lett 2018;1:2.", "2. Okafor C. Cure in all"])
    second = text_page(["prisons. Hepatol Lett 2019;4:7.", "3. Berg A. Statins. 2015."])
    assert [block.text for block in read([first, second])] == [
        "Chen Y. Basal insulin. Lett 2018;1:2.",
        "Okafor C. Cure in all\nprisons. Hepatol Lett 2019;4:7.",
        "Berg A. Statins. 2015.",
    ]


def test_progress_counts_pages() -> None:
    told: list[tuple[str, int, int]] = []
    data = write_pdf([text_page(["One."]), text_page(["Two."])])
    read_pdf(Source(Path("a.pdf"), "a.pdf", data), lambda *step: told.append(step))
    assert told == [("reading pages", 1, 2), ("reading pages", 2, 2)]


def test_what_pypdf_warns_of_does_not_reach_the_user(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    data = write_pdf([text_page(["Iron rose in all patients."])])
    damaged = data.replace(b"startxref\n", b"startxref\n9")
    source = Source(Path("a.pdf"), "a.pdf", damaged)
    assert read_pdf(source, lambda *_: None).blocks[0].text == "Iron rose in all patients."
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").propagate


def test_a_pdf_that_is_encrypted_without_a_password_is_read() -> None:
    writer = PdfWriter(clone_from=BytesIO(write_pdf([text_page(["Iron rose in all patients."])])))
    writer.encrypt("", owner_password="x", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    source = Source(Path("a.pdf"), "a.pdf", buffer.getvalue())
    assert [block.text for block in read_pdf(source, lambda *_: None).blocks] == [
        "Iron rose in all patients."
    ]


def test_each_bullet_is_an_item() -> None:
    assert shown(page("• iron", "• zinc and", "copper")) == [
        ("item", "", "iron"),
        ("item", "", "zinc and\ncopper"),
    ]
