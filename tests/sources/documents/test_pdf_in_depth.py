"""PDFs read as sources: columns, tables, printed pages; the pages are made here, drawn by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.model.document import Document
from evidence.sources.documents.interface import Source
from evidence.sources.documents.read import document_of
from pdf_writer import Line, Rule, Run, text_page, write_pdf

LEFT = [
    "Ferritin was measured in all of",
    "the patients of both wards at the",
    "start and after six weeks of iron,",
    "which was given by mouth in most",
    "of them. Half of them slept bet-",
    "ter than before, and none of the",
]
RIGHT = [
    "others did. In the second ward no",
    "patient had a reaction to the drug,",
    "and three of forty left the study",
    "before its end. The median rise of",
    "ferritin was 12 ng/mL in the first",
    "ward and 14 ng/mL in the second.",
]
COLUMNS = (
    "Ferritin was measured in all of\nthe patients of both wards at the\n"
    "start and after six weeks of iron,\nwhich was given by mouth in most\n"
    "of them. Half of them slept better than before, and none of the\n"
    "others did. In the second ward no\npatient had a reaction to the drug,\n"
    "and three of forty left the study\nbefore its end. The median rise of\n"
    "ferritin was 12 ng/mL in the first\nward and 14 ng/mL in the second."
)
OUTCOMES: Sequence[Sequence[str | list[Run]]] = (
    ("Outcome", "Iron (n = 40)", "Placebo (n = 38)", "P value"),
    ("Haemoglobin, g/dL", [Run("12.1 (1.2)"), Run("1", is_raised=True)], "10.9 (1.1)", "0.003"),
    ("Ferritin", "", "", ""),
    ("  week 6", "41 (12)", "14 (9)", "< 0.001"),
    ("  week 12, in those", "44 (10)", "15 (8)", "< 0.001"),
    ("(n = 61) who came", "", "", ""),
    ("Any reaction", "3 (7.5%)", "4 (10.5%)", "0.7"),
)
READ = (
    ("Outcome", "Iron (n = 40)", "Placebo (n = 38)", "P value"),
    ("Haemoglobin, g/dL", "12.1 (1.2)", "10.9 (1.1)", "0.003"),
    ("Ferritin", "", "", ""),
    ("week 6", "41 (12)", "14 (9)", "< 0.001"),
    ("week 12, in those (n = 61) who came", "44 (10)", "15 (8)", "< 0.001"),
    ("Any reaction", "3 (7.5%)", "4 (10.5%)", "0.7"),
)
Drawn = list[Line | Rule]


def read(pages: Sequence[Sequence[Line | Rule]], *, catalog: bytes = b"") -> Document:
    data = write_pdf(pages, catalog=catalog)
    return document_of(Source(Path("a.pdf"), "a.pdf", data), lambda *_: None, in_depth=True)


def column(lines: Sequence[str], *, x: float, top: float = 700, size: float = 10) -> list[Line]:
    return [Line([Run(line)], x, top - 13 * at, size) for at, line in enumerate(lines)]


def cells(
    rows: Sequence[Sequence[str | list[Run]]], at: Sequence[float], *, top: float, step: float = 13
) -> Drawn:
    return [
        Line([Run(cell)] if isinstance(cell, str) else cell, x, top - step * number, 9)
        for number, row in enumerate(rows)
        for x, cell in zip(at, row, strict=True)
        if cell
    ]


def table_page(*, rules: bool) -> Drawn:
    page: Drawn = [*column(LEFT, x=60, top=780)]
    page += column(
        ["Table 2. Outcomes after twelve weeks of iron in all the"], x=60, top=690, size=9
    )
    page += column(["women of both wards."], x=60, top=679, size=9)
    page += cells(OUTCOMES, (60, 210, 320, 430), top=660)
    if rules:
        page += [Rule(60, 490, 670), Rule(60, 490, 656), Rule(60, 490, 578)]
    return [*page, *column(RIGHT, x=60, top=550)]


def test_columns_that_are_drawn_one_after_the_other_are_read_so() -> None:
    title = column(
        ["Iron in winter, in two wards of one hospital: a randomised trial"], x=60, top=760
    )
    document = read([[*title, *column(LEFT, x=60), *column(RIGHT, x=310)]])
    assert document.text.endswith(COLUMNS)


def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other() -> None:
    title = column(
        ["Iron in winter, in two wards of one hospital: a randomised trial"], x=60, top=760
    )
    both = zip(column(LEFT, x=60), column(RIGHT, x=310), strict=True)
    said = "This trial was paid for by the two wards, which had no say in what is written."
    foot = column([said], x=60, top=560)
    document = read([[*title, *(line for pair in both for line in pair), *foot]])
    assert document.text == "\n\n".join([title[0].runs[0].text, COLUMNS, foot[0].runs[0].text])


def test_raised_digits_of_a_second_reading_are_raised() -> None:
    both: list[Line] = []
    for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        raised = [Run(right), Run("3,5", is_raised=True)] if at == 5 else [Run(right)]
        both += [Line([Run(left)], 60, 700 - 13 * at), Line(raised, 320, 700 - 13 * at)]
    document = read([both])
    assert document.statements[-1].text == (
        "The median rise of ferritin was 12 ng/mL in the first ward and 14 ng/mL in the second."
    )
    assert document.statements[-1].labels == ("3", "5")


@pytest.mark.parametrize("rules", [True, False])
def test_a_table_is_read_below_its_caption(*, rules: bool) -> None:
    document = read([table_page(rules=rules)])
    (table,) = document.tables
    assert table.label == "Table 2"
    assert (
        table.caption.text == "Outcomes after twelve weeks of iron in all the women of both wards."
    )
    assert table.caption.page == "1"
    assert table.rows == READ


def test_a_sentence_goes_on_around_a_table_and_its_lines_can_be_quoted() -> None:
    document = read([table_page(rules=True)])
    said = [each.text for each in document.statements]
    assert "Half of them slept better than before, and none of the others did." in said
    assert "week 6 41 (12) 14 (9) < 0.001" in said
    text = document.text
    assert text.index("Ferritin was") < text.index("Table 2.") < text.index("week 6")


def test_a_table_in_a_grid_is_read_cell_by_cell() -> None:
    page: Drawn = [*column(["Table 1: Women by ward"], x=60, top=780)]
    page += cells(OUTCOMES[:4], (64, 194, 304, 414), top=750, step=20)
    page += [Rule(60, 500, 765 - 20 * at) for at in range(5)]
    page += [Rule(x, x, 685, 765) for x in (60, 190, 300, 410, 500)]
    (table,) = read([page]).tables
    assert table.rows == READ[:4]


@pytest.mark.parametrize("rules", [True, False])
def test_a_table_in_a_column_takes_nothing_of_the_other(*, rules: bool) -> None:
    page: Drawn = [*column(LEFT, x=60, top=780)]
    page += column(["Table 1. Ferritin by ward"], x=60, top=690, size=9)
    page += cells((("Ward", "Women", "ng/mL"), ("First", "21", "12"), ("Second", "19", "14")),
                  (60, 140, 210), top=670)  # fmt: skip
    if rules:
        page += [Rule(60, 260, 680), Rule(60, 260, 666), Rule(60, 260, 640)]
    page += [*column(LEFT, x=60, top=600), *column(RIGHT + LEFT + RIGHT, x=310, top=780)]
    (table,) = read([page]).tables
    assert table.rows == (("Ward", "Women", "ng/mL"), ("First", "21", "12"), ("Second", "19", "14"))


def test_a_head_over_several_columns_is_one_of_each() -> None:
    rows = (
        ("", "Iron", "", "Placebo", ""),
        ("Ward", "Women", "ng/mL", "Women", "ng/mL"),
        ("First", "21", "12", "20", "4"),
        ("Second", "19", "14", "18", "5"),
    )
    page: Drawn = [*column(["Table 3 Ferritin"], x=60, top=700)]
    page += [Line([Run("Iron, by mouth each day")], 160, 680, 9)]
    page += [Line([Run("Placebo, the same way")], 320, 680, 9)]
    page += cells(rows[1:], (60, 160, 230, 320, 390), top=665)
    page += [Rule(60, 440, 690), Rule(60, 440, 661), Rule(60, 440, 635)]
    (table,) = read([page]).tables
    assert table.rows[0] == (
        "Ward",
        "Iron, by mouth each day Women",
        "Iron, by mouth each day ng/mL",
        "Placebo, the same way Women",
        "Placebo, the same way ng/mL",
    )
    assert table.rows[2] == ("Second", "19", "14", "18", "5")


def test_a_sentence_about_a_table_and_a_caption_above_prose_are_no_table() -> None:
    page = text_page(
        [
            "Table 2 shows that ferritin rose in all women.",
            "",
            "Table 3. All that was asked",
            "",
            *LEFT,
        ]
    )
    assert read([page]).tables == ()


def test_printed_pages_are_those_in_the_margins() -> None:
    pages = [
        [Line([Run(f"{number}   Annals of Iron 2016;15(4)")], 60, 815, 8), *column(lines, x=60)]
        for number, lines in ((628, LEFT), (629, RIGHT), (630, LEFT[::-1]))
    ]
    document = read(pages)
    assert document.page_labels == (("1", "628"), ("2", "629"), ("3", "630"))
    assert "Annals" not in document.text


def test_printed_pages_are_else_those_that_the_file_declares() -> None:
    nums = b"/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 101 >>] >>"
    pages = [column(lines, x=60) for lines in (LEFT, RIGHT, LEFT[::-1])]
    labels = read(pages, catalog=nums).page_labels
    assert labels == (("1", "i"), ("2", "ii"), ("3", "101"))


@pytest.mark.parametrize("labels", [b"/PageLabels 7", b"/PageLabels << /Nums [0 << /S /D >>] >>"])
def test_declared_pages_that_say_nothing_are_none(labels: bytes) -> None:
    assert read([column(LEFT, x=60)], catalog=labels).page_labels == ()


def test_a_sentence_across_pages_stands_on_both() -> None:
    document = read([column(LEFT, x=60), column(RIGHT, x=60)])
    at = document.text.index
    assert document.pages_at(at("slept")) == ("1",)
    assert document.pages_at(at("others")) == ("2",)
    assert document.pages_at(at("ward and")) == ("2",)
    (sentence,) = [each for each in document.statements if "others did" in each.text]
    assert sentence.page == "1"


def test_stamps_below_the_page_number_are_left_out() -> None:
    pages = [
        [
            *column([f"Ward {number} was as the others, and had its iron."] * 24, x=60),
            Line([Run("www.annals-of-iron.example")], 60, 60, 8),
            Line([Run(f"{number}")], 300, 50, 8),
            Line([Run("Downloaded from annals-of-iron.example on June 2, 2020")], 60, 40, 7),
            Line([Run("Copyright 2016 Society for Iron")], 60, 30, 7),
        ]
        for number in (628, 629, 630, 631)
    ]
    text = read(pages).text
    assert not [word for word in ("annals", "Downloaded", "Copyright") if word in text]


def test_words_without_blanks_are_read_a_second_time() -> None:
    # Each word is drawn where it belongs, so near the one before that the first reading joins them.
    lines: list[Line] = []
    for at, line in enumerate(LEFT):
        x = 60.0
        for word in line.split():
            lines.append(Line([Run(word)], x, 700 - 14 * at, 10))
            x += _width(word) + 2.2
    data = write_pdf([lines])
    source = Source(Path("a.pdf"), "a.pdf", data)
    in_depth = document_of(source, lambda *_: None, in_depth=True)
    assert "the patients of both wards" in in_depth.text


def test_a_page_without_text_is_refused_as_before() -> None:
    with pytest.raises(InputError, match="holds no text: it seems to be scanned"):
        read([[Rule(60, 300, 700)]])


def test_a_file_without_a_directory_of_its_objects_is_read_twice_all_the_same() -> None:
    data = write_pdf([table_page(rules=True)]).replace(b"startxref\n", b"startxref\n9")
    source = Source(Path("a.pdf"), "a.pdf", data)
    assert document_of(source, lambda *_: None, in_depth=True).tables[0].rows == READ


def test_a_page_with_far_more_drawing_than_text_is_read_once() -> None:
    page = [*table_page(rules=True), *[Rule(10, 20, 5)] * 50_000]
    document = read([page])
    assert "week 6 41 (12) 14 (9) < 0.001" in document.text
    assert document.tables == ()


@pytest.mark.parametrize(("words", "tables"), [(4_000, 1), (11_000, 0)])
def test_a_wide_page_with_more_words_than_any_text_is_read_once(words: int, tables: int) -> None:
    scattered = [
        Line([Run("iron")], 700 + at % 110 * 120, 820 - at // 110 * 7, 5) for at in range(words)
    ]
    data = write_pdf([[*table_page(rules=True), *scattered]])
    wide = data.replace(b"[0 0 595 842]", b"[0 0 14400 842]")
    document = document_of(Source(Path("a.pdf"), "a.pdf", wide), lambda *_: None, in_depth=True)
    assert len(document.tables) == tables


def _width(word: str) -> float:
    """About how wide Helvetica sets a word in 10 points."""
    narrow = sum(each in "ijlftr.,;:'|!()[]I -" for each in word)
    wide = sum(each in "mwMW" for each in word)
    return 2.5 * narrow + 8.3 * wide + 5.56 * (len(word) - narrow - wide)
