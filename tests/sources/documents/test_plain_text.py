from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.sources.documents.interface import Block, BlockKind, Contents, Source
from evidence.sources.documents.plain_text.document import read_plain_text


def read(text: str | bytes) -> tuple[Block, ...]:
    data = text.encode() if isinstance(text, str) else text
    return contents(data).blocks


def contents(data: bytes) -> Contents:
    return read_plain_text(Source(Path("page.txt"), "page.txt", data), lambda *_: None)


def said(text: str | bytes) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks, an item's with its number."""
    return [
        (block.kind.value, f"{block.label}|{block.text}" if block.label else block.text)
        for block in read(text)
    ]


PAGE = """\
Home   Next Page

Loop diuretics

Torasemide relieves congestion in heart failure [1, 2]. It is absorbed more evenly than
furosemide [2].

How large the difference is, is shown in the following table [2].

Table 3: Bioavailability of two diuretics [2]

Drug Bioavailability (%)
Torasemide 90
Furosemide tablets 52

Both act within the hour.


  1. Baker A, Stone L. Diuretics in heart failure. Heart 2014; 3: 45-51.
  2. Osei K. Absorption of torasemide in 12 adults. Clin Pharm 2016; 8: 7.
Last update: 3 May 2020"""


def test_a_page_is_read_as_its_headings_paragraphs_table_and_list() -> None:
    assert said(PAGE) == [
        ("heading", "Home   Next Page"),
        ("heading", "Loop diuretics"),
        (
            "paragraph",
            "Torasemide relieves congestion in heart failure [1, 2]. It is absorbed more evenly "
            "than\nfurosemide [2].",
        ),
        ("paragraph", "How large the difference is, is shown in the following table [2]."),
        ("table", ""),
        ("paragraph", "Both act within the hour."),
        ("item", "1|Baker A, Stone L. Diuretics in heart failure. Heart 2014; 3: 45-51."),
        ("item", "2|Osei K. Absorption of torasemide in 12 adults. Clin Pharm 2016; 8: 7."),
        ("heading", "Last update: 3 May 2020"),
    ]


def test_the_numbers_at_the_ends_of_lines_tell_a_table_below_its_caption() -> None:
    (table,) = (block for block in read(PAGE) if block.kind is BlockKind.TABLE)
    assert table.caption is not None
    assert table.caption.text == "Table 3: Bioavailability of two diuretics [2]"
    assert table.rows == (
        ("Drug", "Bioavailability (%)"),
        ("Torasemide", "90"),
        ("Furosemide tablets", "52"),
    )


def test_each_line_of_a_block_keeps_its_place() -> None:
    block = read("Title\n\n  Aspirin thins\n    the blood.")[1]
    assert block.text == "Aspirin thins\nthe blood."
    assert [str(block.place(at)) for at in (0, 8, 14, 18)] == [
        "page.txt:3:3",
        "page.txt:3:11",
        "page.txt:4:5",
        "page.txt:4:9",
    ]


def test_the_place_of_an_item_is_where_its_text_begins() -> None:
    first, second = read(" 9. Rest.\n10. Drink,\n    and sleep.")
    assert (first.label, str(first.place(0))) == ("9", "page.txt:1:5")
    assert (second.label, str(second.place(7))) == ("10", "page.txt:3:5")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_one(ending: str) -> None:
    text = ending.join(["One is a statement.", "", "Two is", "another."])
    assert said(text) == [("paragraph", "One is a statement."), ("paragraph", "Two is\nanother.")]


def test_a_page_break_parts_paragraphs() -> None:
    first, second = read("It was given once.\n\fIt was given twice.")
    assert (first.text, second.text) == ("It was given once.", "It was given twice.")
    assert str(second.place(0)) == "page.txt:2:2"


@pytest.mark.parametrize("mark", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_names_the_encoding(mark: str) -> None:
    assert said("Naïve β cells secreted it.".encode(mark)) == [
        ("paragraph", "Naïve β cells secreted it.")
    ]


def test_what_is_not_text_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match=r"page\.txt:2:2: CIT012 the byte 0xe9 is not utf-8"):
        read(b"one\nd\xe9j\xe0 vu")


@pytest.mark.parametrize(
    "line",
    [
        "Mechanism of action",
        "2.1 Results",
        "2. Methods",
        "3 Adverse events",
        "IV. Discussion",
        "SAFETY IN CHILDREN",
        "What is it for?",
        "What is known",
        "Key findings:",
        "Last reviewed: 2 June 2021",
    ],
)
def test_a_short_line_of_its_own_is_a_heading(line: str) -> None:
    assert said(f"{line}\n\nIt was given daily.")[0] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "Aspirin thins the blood.",
        "Aspirin is given daily",
        "Less pain in the treated group [3]",
        "Less pain in the treated group (3)",
        "Figure 2: Survival in mice",
        "and then it was stopped",
        "One ended. Another began in the same week",
        "A line " + "of many words " * 8,
    ],
)
def test_a_line_that_says_or_cites_something_is_no_heading(line: str) -> None:
    assert said(f"{line}\n\nIt was given daily.")[0] == ("paragraph", line.strip())


def test_headings_are_known_without_a_blank_line() -> None:
    text = (
        "Methods\n=======\nWe asked nurses.\nResults\n-------\nThey answered.\n\n"
        "LIMITS AND BIAS\nFew did so.\n\n2.1 Sleep\nThey slept for seven hours in most nights.\n"
    )
    assert said(text) == [
        ("heading", "Methods"),
        ("paragraph", "We asked nurses."),
        ("heading", "Results"),
        ("paragraph", "They answered."),
        ("heading", "LIMITS AND BIAS"),
        ("paragraph", "Few did so."),
        ("heading", "2.1 Sleep"),
        ("paragraph", "They slept for seven hours in most nights."),
    ]


def test_a_list_within_a_paragraph_is_a_list() -> None:
    text = "Three were given:\n1. ibuprofen\n2. naproxen, which acts\n   longer\n3. aspirin"
    assert said(text) == [
        ("paragraph", "Three were given:"),
        ("item", "1|ibuprofen"),
        ("item", "2|naproxen, which acts\nlonger"),
        ("item", "3|aspirin"),
    ]


def test_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    wrapped = (
        "They slept better [2,\n3]. So did\n(1) and\n[3] later, and the doses were 5 and\n1. 5 mg."
    )
    assert said(wrapped) == [("paragraph", wrapped)]
    item = "1. Roe K. On naps. Sleep 2013; 4:\n17. And more\n2. Lee P. On rest. Sleep\n2014. One."
    assert said(item) == [
        ("item", "1|Roe K. On naps. Sleep 2013; 4:\n17. And more"),
        ("item", "2|Lee P. On rest. Sleep\n2014. One."),
    ]


@pytest.mark.parametrize("marker", ["{}.", "[{}]", "({})", "{})"])
def test_numbered_items_need_no_blank_lines_and_keep_doubled_numbers(marker: str) -> None:
    numbers = ["1", "2", "2", "4"]
    text = "\n".join(f"{marker.format(each)} Item of\nthis list." for each in numbers)
    assert said(text) == [("item", f"{each}|Item of\nthis list.") for each in numbers]


def test_bullets_letters_and_dashes_are_items() -> None:
    text = "* first\n  wrapped\n* second\n  - nested\n\n• third\n\na) fourth\nb) fifth"
    assert said(text) == [
        ("item", "first\nwrapped"),
        ("item", "second"),
        ("item", "nested"),
        ("item", "third"),
        ("item", "fourth"),
        ("item", "fifth"),
    ]


def test_a_dash_in_a_sentence_is_no_bullet() -> None:
    text = "The dose was low\n– too low, they said\n- and not given."
    assert said(text) == [("paragraph", text)]


def test_a_year_does_not_begin_a_list() -> None:
    assert said("2016. That was the year.")[0][0] == "item"  # its number tells nothing yet
    assert said("1999. That was\n2000. This is.") == [
        ("paragraph", "1999. That was\n2000. This is.")
    ]


def test_what_stands_right_behind_a_list_is_not_its_last_item() -> None:
    indented = " 1. Cold.\n 2. Warm.\nAll rooms were alike."
    assert said(indented)[-1] == ("paragraph", "All rooms were alike.")
    flush = (
        "1. Stone L. Cold rooms and sleep. Sleep 2011;2:3.\n2. Roe K. Warm rooms.\nWe thank all."
    )
    assert said(flush)[-1] == ("paragraph", "We thank all.")


def test_lines_broken_on_purpose_in_every_item_belong_to_it() -> None:
    text = "1. Stone L.\nCold rooms.\n2. Roe K.\nWarm rooms."
    assert said(text) == [("item", "1|Stone L.\nCold rooms."), ("item", "2|Roe K.\nWarm rooms.")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Table 1. Events\nEvent\tDrug\tPlacebo\nNausea\t12 (10%)\t3\nRash\t\t1",
            (("Event", "Drug", "Placebo"), ("Nausea", "12 (10%)", "3"), ("Rash", "", "1")),
        ),
        (
            "Event\t\tDrug\nNausea\t\t12\nRash\t1",
            (("Event", "Drug"), ("Nausea", "12"), ("Rash", "1")),
        ),
        (
            "\tDrug\tPlacebo\nNausea\t12\t3",
            (("", "Drug", "Placebo"), ("Nausea", "12", "3")),
        ),
        (
            "| Drug | Dose |\n|------|------|\n| A    | 5 mg |",
            (("Drug", "Dose"), ("A", "5 mg")),
        ),
        (
            "Group          n    ORR (%)\n---------------------------\nAdults        40    25\n"
            "Children       7",
            (("Group", "n", "ORR (%)"), ("Adults", "40", "25"), ("Children", "7", "")),
        ),
        (
            "Table 2: Half-life\nof the drug [3]\nAge Mean ± SD (h)\nUnder 60 7 ± 2\n"
            "60 and over 12.5 ± 3",
            (("Age", "Mean ± SD (h)"), ("Under 60", "7 ± 2"), ("60 and over", "12.5 ± 3")),
        ),
        (
            "Table 4: Affinity\n\nKi (nM) EC50 (nM)\nM1 3.1 > 1000\nM2 NR 4 (2–9)",
            (("", "Ki (nM)", "EC50 (nM)"), ("M1", "3.1", "> 1000"), ("M2", "NR", "4 (2–9)")),
        ),
        (
            "Table 5: Events of a grade\n\nEvent Patients\nAnaemia of grade 3 12\n"
            "Anaemia of grade 4 7",
            (("Event", "Patients"), ("Anaemia of grade 3", "12"), ("Anaemia of grade 4", "7")),
        ),
    ],
)
def test_tables(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    blocks = [block for block in read(text) if block.kind is BlockKind.TABLE]
    assert [block.rows for block in blocks] == [rows]
    assert len(read(text)) == 1


def test_notes_below_a_table_are_a_paragraph() -> None:
    text = "Table 1. Events\nEvent\tDrug\nNausea\t12\nAll grades were counted."
    assert said(text)[1:] == [("paragraph", "All grades were counted.")]


@pytest.mark.parametrize(
    "text",
    [
        "Table 9 shows that sleep\nlasted for 8\nand rest for 7",
        "The dose was 5.  It was low.\nThe dose was 7.  It was high.",
        "Table 9: Sleep\n\nThey slept for longer than before, in the years from 2001 to 2005\n"
        "and rested.",
        "1.  Roe K. Naps.  2011.\n2.  Lee P. Rest.  2012.",
        "Table 7: Doses\n\nThe dose was\nlow.",
        "Table 7: Doses\n\n1. Wash 7\n2. Dry 8",
        "Table 7: Sums\n\nOne " + "more " * 40 + "\nof 7",
        "one  two\n" + "x" * 70 + "  3",
        "Left column of prose   right column\nand its next line      and another",
    ],
)
def test_prose_and_lists_are_no_tables(text: str) -> None:
    assert BlockKind.TABLE not in {block.kind for block in read(text)}


def test_lines_without_letters_are_left_out() -> None:
    assert said("It rained.\n-----------\n\n* * *\n\nIt stopped.") == [
        ("paragraph", "It rained."),
        ("paragraph", "It stopped."),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert read("\n \n\t\n") == ()


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    source = Source(Path("page.txt"), "page.txt", b"One.\n\nTwo.")
    read_plain_text(source, lambda *step: told.append(step))
    assert told == [("reading", 0, 2), ("reading", 2, 2)]


@given(st.text(alphabet="aB1. \n\t|-•[()]=,:2±", max_size=200))
def test_no_letter_is_lost_and_every_place_is_true(text: str) -> None:
    lines = text.split("\n")
    for block in read(text):
        for at, place in block.places:
            if block.text:
                assert lines[place.line - 1][place.column - 1] == block.text[at]
    blocks = [*read(text), *(each.caption for each in read(text) if each.caption)]
    written = "".join(block.text + "".join("".join(row) for row in block.rows) for block in blocks)
    assert sum(map(str.isalpha, written)) >= sum(each == "B" for each in text)
