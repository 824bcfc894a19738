"""Claims with values, and the tables that state them."""

from dataclasses import replace

import pytest

from evidence.matching.statements.table_restatement import RestatedTable
from evidence.matching.statements.table_values import table_statement, table_values
from evidence.model.claim import Claim, Value
from evidence.model.document import DocumentTable, Statement
from evidence.model.place import Place

PLACE = Place("page.md", 7, 3)
CAPTION = "Exposure to apixaban in 24 healthy men after an oral dose"
FEW = ("Dose|Cmax (ng/mL)", "5 mg|104", "10 mg|176")
MANY = ("Day|Cmax (ng/mL)", *(f"Day {day}|{1000 + day}" for day in range(1, 13)))
HAZARDS = ("Outcome|HR|95% CI", "Stroke|0.79|0.66–0.95", "Major bleeding|0.69|0.60–0.80")


def table(*rows: str, caption: str = CAPTION) -> DocumentTable:
    return DocumentTable(
        "Table 3", Statement(caption, 10, 20, PLACE), tuple(tuple(row.split("|")) for row in rows)
    )


def imported(*rows: str) -> Claim:
    before = table(*rows)
    return Claim("c", table_statement(before).text, PLACE, values=table_values(before))


def told(claim: Claim, *rows: str, caption: str = CAPTION) -> str:
    return str(RestatedTable(table(*rows, caption=caption)).restate(claim)[1])


def edited(rows: tuple[str, ...], before: str, after: str) -> tuple[str, ...]:
    return tuple(row.replace(before, after) for row in rows)


@pytest.mark.parametrize("rows", [FEW, MANY, HAZARDS])
def test_the_table_as_it_was_is_the_claim_and_may_say_more(rows: tuple[str, ...]) -> None:
    assert told(imported(*rows), *rows) == "same"
    more = rows[1].replace(rows[1].split("|")[0], "Another one")
    assert told(imported(*rows), *rows, more) == "same"


@pytest.mark.parametrize(
    ("rows", "before", "after", "change"),
    [
        (MANY, "1002", "1020", "1002 ng/mL → 1020 ng/mL (Day 2)"),
        (FEW, "176", "167", "176 ng/mL → 167 ng/mL (10 mg)"),
        (HAZARDS, "0.66–0.95", "0.66–1.95", "CI 0.66–0.95 → CI 0.66–1.95 (HR)"),
        (HAZARDS, "0.66–0.95", "", "CI 0.66–0.95 → CI none (HR)"),
        (MANY, "Day 2|1002", "Day 2|NR", "`Cmax 1002 ng/mL (Day 2)` is no longer in the table"),
        (FEW, "176", "–", "`Cmax 176 ng/mL (10 mg)` is no longer in the table"),
    ],
)
def test_a_value_that_changed_alters_the_claim(
    rows: tuple[str, ...], before: str, after: str, change: str
) -> None:
    assert told(imported(*rows), *edited(rows, before, after)) == f"altered: {change}"


def test_a_unit_that_changed_alters_the_claim() -> None:
    assert told(imported(*MANY), *edited(MANY, "ng/mL", "µg/mL")).startswith(
        "altered: 1001 ng/mL → 1001 µg/mL (Day 1)"
    )


def test_an_interval_may_be_written_otherwise() -> None:
    assert told(imported(*HAZARDS), *edited(HAZARDS, "0.66–0.95", "0.66 to 0.95")) == "same"


def test_a_bound_of_an_interval_keeps_its_sign() -> None:
    rows = ("Outcome|MD|95% CI", "Pain|0.4|-0.1 to 0.9", "Sleep|0.7|0.2 to 1.2")
    assert told(imported(*rows), *edited(rows, "-0.1 to", "−0.1–")) == "same"
    assert told(imported(*rows), *edited(rows, "-0.1 to", "0.1 to")).startswith("altered: CI")


def test_each_of_two_rows_with_one_name_counts() -> None:
    rows = ("Dose|Cmax (ng/mL)", "5 mg|104", "5 mg|104", "10 mg|176")
    changed = ("Dose|Cmax (ng/mL)", "5 mg|104", "5 mg|140", "10 mg|176")
    assert told(imported(*rows), *rows) == "same"
    assert told(imported(*rows), *changed) == "altered: 104 ng/mL → 140 ng/mL (5 mg)"


@pytest.mark.parametrize("rows", [FEW, MANY])
@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("24", "42", "altered: 24 → 42"),
        ("men", "women", "altered: men → women"),
        ("an oral dose", "an oral tablet", "reworded: dose → tablet"),
    ],
)
def test_the_caption_counts_where_the_claim_is_the_tables_sentence(
    rows: tuple[str, ...], before: str, after: str, change: str
) -> None:
    assert told(imported(*rows), *rows, caption=CAPTION.replace(before, after)) == change


def test_a_claim_in_words_of_its_own_is_held_by_its_values_alone() -> None:
    claim = replace(imported(*FEW), text="Apixaban reaches 104 and 176 ng/mL at 5 and 10 mg.")
    assert told(claim, *FEW, caption="Exposure in women") == "same"
    assert told(claim, *edited(FEW, "10 mg", "20 mg")) == "None"


def test_a_table_of_other_things_is_not_the_claim() -> None:
    other = "Hospital|Patients (%)", "North|12", "South|9"
    assert told(imported(*MANY), *other, caption="Where the patients were treated") == "None"
    assert told(imported(*MANY), "Day", "one", caption=CAPTION) == "None"


def test_a_value_that_was_renamed_by_hand_does_not_bring_the_sentence_down() -> None:
    values = (Value("peak", "104", "ng/mL", "low dose"), Value("peak", "176", "ng/mL", "high dose"))
    assert told(replace(imported(*FEW), values=values), *FEW) == "None"  # held by its text
