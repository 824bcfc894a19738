"""Table cells by label, row and column."""

from dataclasses import replace

import pytest

from evidence.matching.anchors.cells import NOT_PARTED, find_cell, says
from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.table_grid import holds_several
from evidence.model.anchor import CellAnchor, CellState
from evidence.model.claim import TableCell
from evidence.model.document import DocumentTable, Statement
from evidence.model.place import Place
from source_texts import abstract, full_text

KINASES = (
    ("Kinase", "IC50 (nmol/L)", "n"),
    ("TRKA", "1", "3"),
    ("ROS-1", "7", "3"),
    ("ALK", "12", "4"),
)
OUTCOMES = (
    ("", "Placebo (n = 52)", "", "Active (n = 54)", ""),
    ("", "Week 4", "Week 8", "Week 4", "Week 8"),
    ("Pain", "", "", "", ""),
    ("Mean (SD)", "6.1 (1.2)", "5.8 (1.4)", "5.0 (1.1)", "3.2 (0.9)"),
    ("Responders, n (%)", "10 (19%)", "12 (23%)", "20 (37%)", "31 (57%)"),
    ("Sleep", "", "", "", ""),
    ("Mean (SD)", "4.0 (1.0)", "4.1 (1.0)", "5.2 (1.3)", "6.6 (1.2)"),
    ("P value", "", "", "0.04", "<0.001"),
)


def table(label: str, rows: tuple[tuple[str, ...], ...], caption: str = "") -> DocumentTable:
    return DocumentTable(label, Statement(caption, 0, 0, Place("a.xml")), rows)


TABLES = (
    table("Table 9", KINASES, "Inhibition of kinases"),
    table("Table 10", OUTCOMES, "Outcomes"),
    table("Supplementary Table 9", (("Dose", "Level, ng/mL"), ("1,000 mg", "310"))),
)


def cell(label: str, row: str = "", column: str = "", text: str = "") -> CellAnchor:
    return find_cell(TableCell(label, row, column, text), TABLES, "a.xml")


@pytest.mark.parametrize("label", ["Table 9", "table IX", "Tab. 9", "9", "TABLE 9."])
def test_a_table_is_known_by_its_number(label: str) -> None:
    assert cell(label, "ROS1", "IC50", "7") == CellAnchor(
        state=CellState.FOUND, text="7", file="a.xml"
    )


def test_a_supplementary_table_is_another_one() -> None:
    assert cell("Supplementary table 9", "1000 mg", "Level", "310 ng/mL").text == "310"


@pytest.mark.parametrize(
    ("label", "row", "column", "text"),
    [
        ("9", "ALK", "IC50", "12 nM"),
        ("9", "ALK", "IC50 (nmol/L)", "12.0 nmol/l"),
        ("10", "Responders", "Active week 8", "57%"),
        ("10", "Responders, n (%)", "Active Week 8", "31 (57%)"),
        ("10", "Sleep mean", "Placebo Week 4", "4.0"),
        ("10", "P value", "Active week 8", "<0.001"),
        ("10", "Mean (SD)", "Active week 8", "3.2"),  # of two rows of that name, the one
        ("9", "ALK", "", "12"),
        ("9", "", "IC50", "12"),
    ],
)
def test_a_cell_that_says_so_is_found(label: str, row: str, column: str, text: str) -> None:
    assert cell(label, row, column, text).state is CellState.FOUND


@pytest.mark.parametrize(
    ("label", "row", "column", "text", "there"),
    [
        ("9", "ALK", "IC50", "7", "12"),
        ("9", "ALK", "IC50", "120", "12"),
        ("9", "ALK", "IC50", "12 µM", "12"),
        ("10", "P value", "Active week 8", "0.001", "<0.001"),
        ("10", "Responders", "Active week 8", "37%", "31 (57%)"),
        ("9", "TRKA", "IC50", "one", "1"),
    ],
)
def test_a_cell_that_says_something_else_differs(
    label: str, row: str, column: str, text: str, there: str
) -> None:
    assert cell(label, row, column, text) == CellAnchor(
        state=CellState.DIFFERS, text=there, file="a.xml"
    )


def test_a_cell_that_is_only_named_is_read() -> None:
    assert cell("9", "ALK", "IC50") == CellAnchor(state=CellState.FOUND, text="12", file="a.xml")


@pytest.mark.parametrize(
    ("row", "column", "lacking"),
    [("", "", "`row` and `column`"), ("ALK", "", "`column`"), ("", "IC50", "`row`")],
)
def test_a_line_that_names_no_cell_has_none_compared(row: str, column: str, lacking: str) -> None:
    reason = f"the line does not say which cell of Table 9 is meant: add {lacking}"
    assert cell("9", row, column) == CellAnchor(
        state=CellState.UNCHECKED, file="a.xml", reason=reason
    )


PRINTED = (
    ("", "Early Control", "p"),
    ("Death, n (%) 4 (3.3) 6 (5.1) 0.49", "", ""),
    ("Pneumonia, n (%)", "5 (4.2) 11 (9.3)", "0.11"),
    ("Independent walking, n (%)", "61 (50.8) 43 (36.4)", "0.024"),
)


@pytest.mark.parametrize(
    ("row", "column", "text"),
    [
        ("Death", "Early", "6 (5.1)"),
        ("Death", "Early", ""),
        ("Pneumonia", "Early", "11 (9.3)"),
        ("Pneumonia", "Control", "7 (5.9)"),
        ("Pneumonia", "", "5 (4.2)"),
        ("Stroke", "Early", "4"),
        ("Death", "Late", "4"),
    ],
)
def test_a_table_whose_columns_ran_together_is_not_checked(
    row: str, column: str, text: str
) -> None:
    wanted = TableCell("Table 2", row, column, text)
    found = find_cell(wanted, (table("Table 2", PRINTED),), "a.pdf")
    assert (found.state, found.reason) == (CellState.UNCHECKED, NOT_PARTED)
    assert not found.candidates


def test_the_whole_of_a_cell_with_several_values_says_so() -> None:
    wanted = TableCell("Table 2", "Pneumonia", "Early", "5 (4.2) 11 (9.3)")
    found = find_cell(wanted, (table("Table 2", PRINTED),), "a.pdf")
    assert found.state is CellState.FOUND


def test_a_row_with_fewer_cells_than_heads_is_not_checked() -> None:
    rows = (("Kinase", "IC50", "Kd", "n"), ("ALK", "12", "4"), ("ROS1", "7", "2", "3"))
    for name, state in (("ALK", CellState.UNCHECKED), ("ROS1", CellState.DIFFERS)):
        wanted = TableCell("Table 1", name, "Kd", "9")
        assert find_cell(wanted, (table("Table 1", rows),), "a.txt").state is state


def test_a_head_over_several_columns_names_none_of_them() -> None:
    rows = (("Outcome", "Early Control", "", "p"), ("Death", "4", "6", "0.49"))
    for column, state in (("Control", CellState.UNCHECKED), ("p", CellState.DIFFERS)):
        wanted = TableCell("Table 1", "Death", column, "5")
        assert find_cell(wanted, (table("Table 1", rows),), "a.pdf").state is state


@pytest.mark.parametrize(
    ("text", "is_several"),
    [
        ("4 (3.3) 6 (5.1) 0.49", True),
        ("Death, n (%) 4 (3.3) 6 (5.1)", True),
        ("(n=120) (n=118)", True),
        ("13.1% 16.9%", True),
        ("0.04 <0.001", True),
        ("31 (57%)", False),
        ("0.72 (0.64 to 0.82)", False),
        ("5.0 (1.1) [0.9–1.3]", False),
        ("6 609", False),
        ("12 345 (3.4)", False),
        ("5.1 ± 0.2", False),
        ("7/54 (13)", False),
        ("2 weeks, n = 3", False),
    ],
)
def test_a_cell_holds_one_value_with_what_belongs_to_it_or_several(
    text: str, *, is_several: bool
) -> None:
    assert holds_several(text) is is_several


def test_what_is_not_there_is_told_with_what_is() -> None:
    assert cell("3", "ALK") == CellAnchor(
        state=CellState.NO_TABLE,
        text="",
        file="a.xml",
        candidates=("Table 9", "Table 10", "Supplementary Table 9"),
    )
    assert cell("9", "MET") == CellAnchor(
        state=CellState.NO_CELL, text="", file="a.xml", candidates=("TRKA", "ROS-1", "ALK")
    )
    assert cell("9", "ALK", "Ki").candidates == ("IC50 (nmol/L)", "n")
    assert cell("10", "Mean (SD)", "Active week 8").candidates == ("Mean (SD)",)
    assert cell("10", "Mean (SD)", "Active week 8", "9").state is CellState.NO_CELL


def test_a_table_without_cells_is_not_checked() -> None:
    found = find_cell(TableCell("Table 1", "a"), (table("Table 1", ()),), "a.pdf")
    assert (found.state, found.reason) == (
        CellState.UNCHECKED,
        "the cells of Table 1 could not be read",
    )


@pytest.mark.parametrize(
    ("wanted", "text", "unit", "is_said"),
    [
        ("yes", "Yes", "", True),
        ("no", "yes", "", False),
        ("1000", "1,000", "", True),
        ("0.05", "0.050", "", True),
        ("-3", "−3", "", True),
        ("3", "−3", "", False),
        ("5 mg", "5", "mg", True),
        ("5 mg", "5", "", True),
        ("5 mg", "5", "g", False),
        ("–", "–", "", True),
        ("2 weeks", "two weeks", "", True),
        ("10^6", "10⁶", "", True),
        ("mg", "mg", "", True),
    ],
)
def test_numbers_and_units_have_one_form(
    wanted: str, text: str, unit: str, *, is_said: bool
) -> None:
    assert says(wanted, text, unit) is is_said


def test_without_a_table_in_any_text_nothing_is_known() -> None:
    asked = TableCell("Table 1", "a")
    for texts, reason in (
        ([], "no text of the work is at hand"),
        ([abstract("Gout is old.")], "only the abstract is at hand, which has no tables"),
        ([full_text("Gout is old.")], "no table could be read in its text"),
    ):
        found = AnchorFinder(texts).cell(asked)
        assert found == CellAnchor(state=CellState.UNCHECKED, reason=reason)


def test_the_text_in_which_the_cell_is_found_counts() -> None:
    source = full_text("Gout is old.")
    texts = [
        replace(source, document=replace(source.document, tables=tables), file=file)
        for file, tables in (("a.pdf", TABLES[1:2]), ("a.xml", TABLES[:1]))
    ]
    found = AnchorFinder(texts).cell(TableCell("Table 9", "ALK", "IC50", "12"))
    assert found == CellAnchor(state=CellState.FOUND, text="12", file="a.xml")
