"""The values of tables, and tables said as sentences."""

import pytest

from evidence.matching.statements.table_heads import Head, is_unit, read_head
from evidence.matching.statements.table_values import table_statement, table_values
from evidence.model.claim import Value
from evidence.model.document import DocumentTable, Statement
from evidence.model.place import Place

PLACE = Place("page.txt", 7, 3)


def table(*rows: str, caption: str = "Potency", label: str = "Table 3") -> DocumentTable:
    cells = tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return DocumentTable(label, Statement(caption, 10, 20, PLACE), cells)


def told(*rows: str, caption: str = "Potency") -> str:
    return table_statement(table(*rows, caption=caption)).text


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("IC50 (nmol/L)", Head("IC50", "nmol/L")),
        ("IC50, nM", Head("IC50", "nM")),
        ("Ki [nM]", Head("Ki", "nM")),
        ("IC50 nM", Head("IC50", "nM")),
        ("Cmax (ng/mL)*", Head("Cmax", "ng/mL")),
        ("ORR, n/N (%)", Head("ORR", "%", has_share=True)),
        ("Nausea, n (%)", Head("Nausea", "%", has_share=True)),
        ("Median PFS (95% CI), months", Head("Median PFS", "months", has_interval=True)),
        ("Median PFS, months (95% CI)", Head("Median PFS", "months", has_interval=True)),
        ("HR [95% CI]", Head("HR", has_interval=True)),
        ("Placebo (n = 1,052)", Head("Placebo", n="1,052")),
        ("Arm A, N=52", Head("Arm A", n="52")),
        ("Mean (SD)", Head("Mean (SD)")),
        ("Dose group", Head("Dose group")),
        ("", Head("")),
    ],
)
def test_a_head_says_what_is_measured_and_in_which_unit(text: str, head: Head) -> None:
    assert read_head(text) == head


def test_units_are_told_from_words() -> None:
    assert all(map(is_unit, ("nmol/L", "mg/m²", "%", "10⁹/L", "×10^9/L", "copies/mL", "h")))
    assert not any(map(is_unit, ("", "placebo", "SD", "n", "95% CI", "range")))


def test_the_first_column_names_the_targets() -> None:
    found = table_values(table("Target|IC50 (nmol/L)", "JAK1|5.9", "TYK2|53"))
    assert found == (
        Value("IC50", "5.9", "nmol/L", "JAK1"),
        Value("IC50", "53", "nmol/L", "TYK2"),
    )


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<0.3", "<0.3"), ("> 1000", "> 1000"), ("7 ± 1", "7 ± 1"), ("4–6", "4–6"),
        ("4 to 6", "4 to 6"),
        ("7*", "7"), ("7†‡", "7"), ("7a", "7"), ("7ᵇ", "7"), ("1,234", "1,234"), ("1 234", "1 234"),
        ("0,3", "0,3"), ("-2.5", "-2.5"), ("1.2 × 10^3", "1.2 × 10^3"), ("~5", "~5"),
        ("7 (1.2)", "7 (1.2)"),
    ],
)  # fmt: skip
def test_a_number_stays_as_it_is_written(cell: str, value: str) -> None:
    assert table_values(table("Target|IC50 (nM)", f"ALK|{cell}")) == (
        Value("IC50", value, "nM", "ALK"),
    )


@pytest.mark.parametrize("cell", ["", "NR", "–", "n/a", "not done", "7 mice", "1 2", "9" * 90])
def test_a_cell_without_a_number_is_left_out(cell: str) -> None:
    assert table_values(table("Target|IC50 (nM)", "ROS1|3", f"ALK|{cell}")) == (
        Value("IC50", "3", "nM", "ROS1"),
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ("Kinase|IC50", "ALK|7 nM", "ROS1|0.1 µM"),
            "Potency: IC50 7 nM for ALK, 0.1 µM for ROS1.",
        ),
        (
            ("Dose (mg)|Cmax|Half-life", "|ng/mL|h", "50|12|4", "100|30|5"),
            "Potency: Cmax 12 ng/mL for 50 mg, 30 ng/mL for 100 mg; Half-life 4 h for 50 mg, 5 h"
            " for 100 mg.",
        ),
        (
            ("Parameter|Value|Unit", "Cmax|12|ng/mL", "Half-life|4|h"),
            "Potency: Cmax 12 ng/mL; Half-life 4 h.",
        ),
        (
            ("Endpoint|Drug (n = 54)|Placebo (n = 50)", "ORR, n/N (%)|31/54 (57.4)|5/50 (10)"),
            "Potency: ORR 57.4% (31/54) for Drug, 10% (5/50) for Placebo.",
        ),
        (
            ("|A|B", "PFS, months (95% CI)|11 (8–14)|5 (4–6)", "Age, years|60|61"),
            "Potency: PFS 11 months (95% CI 8–14) for A, 5 months (95% CI 4–6) for B; Age 60 years"
            " for A, 61 years for B.",
        ),
        (
            ("Factor|HR|95% CI|p", "Age|1.2|1.1–1.4|0.01"),
            "Potency: HR 1.2 (95% CI 1.1–1.4) for Age; p 0.01 for Age.",
        ),
        (
            ("Drug|Target|Ki (nM)|Reference", "A|ALK|3|12", "B|ALK|4|13"),
            "Potency: Ki 3 nM for A / ALK, 4 nM for B / ALK.",
        ),
        (
            ("Event|Any, n (%)|Severe, n (%)", "Nausea|20 (40)|0", "Rash|4 (8)|60%"),
            "Potency: Any 40% for Nausea, 8% for Rash; Severe 0 for Nausea, 60% for Rash.",
        ),
        (
            ("Arm|ORR, n/N (%)|OS, months", "A|31/54 (57.4; 43–70)|12/13"),
            "Potency: ORR 31/54 (57.4; 43–70) for A; OS 12/13 months for A.",
        ),
    ],
)
def test_tables_of_all_shapes_are_said_as_a_sentence(rows: tuple[str, ...], said: str) -> None:
    assert told(*rows) == said


def test_a_unit_in_the_caption_is_that_of_all_numbers() -> None:
    assert told("Kinase|Wild type", "ABL|3", caption="Ki values (nM).") == (
        "Ki values (nM): Wild type 3 nM for ABL."
    )
    said = told("Kinase|Dose (mg)", "ABL|3", caption="Ki values (nM)")
    assert said == "Ki values (nM): Dose 3 mg for ABL."


@pytest.mark.parametrize(
    "rows",
    [
        ("Drug|Target|Class", "A|ALK|inhibitor"),
        ("Study|Year", "Quill|2019"),
        ("Only a head|IC50 (nM)",),
        (),
        ("Target|IC50 (nM)", "ALK"),  # a row of another length
        ("Target|IC50 (nM)", "|7"),  # nothing says of what
    ],
)
def test_a_table_without_numbers_is_its_caption(rows: tuple[str, ...]) -> None:
    assert table_values(table(*rows)) == ()
    assert told(*rows) == "Potency."


def test_a_table_of_many_numbers_is_its_caption() -> None:
    rows = [f"K{n}|{n}" for n in range(9)]
    assert told("Kinase|IC50 (nM)", *rows) == "Potency."
    assert len(table_values(table("Kinase|IC50 (nM)", *rows))) == 9


def test_the_sentence_stands_at_the_caption() -> None:
    said = table_statement(table("Kinase|IC50 (nM)", "ALK|7"))
    assert (said.start, said.end, said.place) == (10, 20, PLACE)
    assert table_statement(table(caption="")).text == "Table 3."
