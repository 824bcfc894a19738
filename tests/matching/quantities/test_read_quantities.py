"""Quantities as sentences state them."""

import pytest

from evidence.matching.quantities.quantity import Quantity, Sort
from evidence.matching.quantities.read_quantities import LONGEST_READ, read_quantities


def told(quantity: Quantity) -> str:
    ends = f"{float(quantity.low):g}"
    if quantity.is_range:
        ends += f"..{float(quantity.high):g}"
    return f"{quantity.bound}{ends} {quantity.dimension}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Ki of 0.1 µM", ["1e-07 mol/l"]),
        ("IC50 values of 7, 12 and 15 nmol/L", ["7e-09 mol/l", "1.2e-08 mol/l", "1.5e-08 mol/l"]),
        ("0.1, 1.7 and 0.2 nM for A, B and C", ["1e-10 mol/l", "1.7e-09 mol/l", "2e-10 mol/l"]),
        ("1,000 mg and 1 000 mg and 1.0 g", ["1 g", "1 g", "1 g"]),
        ("600 mg/day or 600 mg daily", ["0.6 g", "0.6 g"]),
        ("5 mg/kg/day, then 75 mg/m²", ["5e-06 g/g", "0.075 g/m2"]),
        ("30 mg/g of creatinine", ["0.03 g/g"]),
        (
            "12 weeks, 84 days; 24 months, 2 years",
            ["7.2576e+06 s", "7.2576e+06 s", "24 mo", "24 mo"],
        ),
        ("5 per cent, 5 percent, 5 %, 5 percentage points", ["5 %"] * 4),
        ("0.4 ‰ and 3 ppm", ["0.04 %", "0.0003 %"]),
        ("38.5 °C and 120 mmHg", ["38.5 °C", "120 mmHg"]),
        ("a fall from 150/90 to 120/80 mm Hg", ["150 mmHg", "90 mmHg", "120 mmHg", "80 mmHg"]),
        ("a change of −5/−3 mm Hg", ["5 mmHg", "3 mmHg"]),
        ("an eGFR below 60 mL/min/1.73 m²", ["<0.001 l/m2/s"]),
        ("5 mEq/L and 5 mmol/L", ["0.005 mol/l", "0.005 mol/l"]),
        ("350 cells/µL, 0.35 × 10⁹/L", ["3.5e+08 /l", "3.5e+08 /l"]),
        ("10^9 and 1e-3 and 1.2 million", ["1e+09", "0.001", "1.2e+06"]),
        ("survival of 0·72 and p=·03", ["0.72", "0.03 p"]),
        ("0,72 mg, 7,4 %", ["0.00072 g", "7.4 %"]),
        ("at least 50 %, ≤3 mg, <= 3 mg", ["≥50 %", "≤0.003 g", "≤0.003 g"]),
        ("more than 10 g, fewer than 12 mice", [">10 g", "<12"]),
        ("aged 18 years or older, 65 or younger", ["≥216 mo", "≤780 mo"]),
        ("over 12 weeks, over 80 %", ["7.2576e+06 s", ">80 %"]),
        ("10–20 mg, 10 to 20 mg, between 10 and 20 mg", ["0.01..0.02 g"] * 3),
        ("20 mg to 10 mg", ["0.01..0.02 g"]),
        ("7 ± 2 nM; 7 nM (SD 2)", ["7e-09 mol/l", "2e-09 mol/l"] * 2),
        ("57.4% (95% CI 43.2-70.8)", ["57.4 %", "43.2..70.8 %"]),
        ("HR 0.72; 95% CI, 0.53 to 0.91; P<0.001", ["0.72", "0.53..0.91", "<0.001 p"]),
        ("0.72 (95% CI: 0.53, 0.91)", ["0.72", "0.53..0.91"]),
        ("20 months [12–34], as before [12–34]", ["20 mo", "12..34 mo"]),
        ("57% [12] and 20 mg [3-5]", ["57 %", "0.02 g"]),
        ("31 of the 54 patients; 12/54 (22%)", ["31", "54", "12", "54", "22 %"]),
        ("n = 54 and n=2,015", ["54", "2015"]),
        ("31, 57%", ["31", "57 %"]),
        ("twofold, 2-fold, 3 times higher", ["2 fold", "2 fold", "3 fold"]),
        ("doubled and halved", ["2 fold", "50 %"]),
        ("did not halve the exposure", ["50 %"]),
        ("about a third of them; two thirds of us", ["≈33.3333 %", "66.6667 %"]),
        ("one in five children", ["20 %"]),
        ("four in five, 3 in 10, 5 in 12 dogs", ["80 %", "30 %", "5", "12"]),
        ("9.4% v 8.1%", ["9.4 %", "8.1 %"]),
        (
            "8.1 (SD 3.2) days and 12 (9 to 20) months",
            ["699840 s", "276480 s", "12 mo", "9..20 mo"],
        ),
        ("8.1 (57%) days", ["8.1", "57 %"]),
        ("by week 12 to 70%; 3 days to 2 weeks", ["7.2576e+06 s", "70 %", "259200..1.2096e+06 s"]),
        ("40% (2.3 to 1.4)", ["40 %", "1.4..2.3 ?"]),
        ("thirty-two patients, two hundred mice", ["32", "200"]),
        ("one year and twelve-week courses", ["12 mo", "7.2576e+06 s"]),
        ("at week 12 and on day 28", ["7.2576e+06 s", "2.4192e+06 s"]),
        ("mean age 65", ["780 mo"]),
        ("a change of −1.2 mmol/L", ["0.0012 mol/l"]),
        ("10 mg-20 mg", ["0.01..0.02 g"]),
        ("57% — 31 of 54 — responded", ["57 %", "31", "54"]),
        ("some 60 %, just over 60 %, close to 60 %", ["≈60 %"] * 3),
        ("exceeded 8 mg, did not exceed 8 mg", [">0.008 g", "≤0.008 g"]),
        ("about EUR 14,000, over $ 300", ["≈14000", ">300"]),
        ("people of 85 years and over, 65 or older", ["≥1020 mo", "≥780 mo"]),
        ("below 6 years of age (0.44)", ["<72 mo", "0.44"]),
        ("9.5 % after three and 14.8 % after seven days", ["9.5 %", "3", "14.8 %", "604800 s"]),
        ("a titre of 1:640, drawn 1:1 and 2:1", ["640"]),
    ],
)
def test_a_quantity_is_read_in_base_units(text: str, expected: list[str]) -> None:
    assert [told(each) for each in read_quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "IC50, ROS1, H2, CD4, COVID-19, IL-6, 5-HT and 3D cultures",
        "ALKA-372-001, STARTRK-1 and NCT01234567",
        "a phase 2 trial, phase 1/2, type 2 diabetes, grade 3–4 events",
        "see Table 9, Fig. 3 and section 4.2",
        "in 2015, from 2010 to 2014",
        "on day 1",
        "given twice daily, or 3 times a day",
        "randomised 2:1",
        "KEYNOTE 24 and CheckMate 067",
        "a 12-lead recording, the 1st visit, the 5' end",
        "doi 10.1158/1535-7163.MCT-15-0758, https://example.org/12",
        "the half-life; one of the drugs; once, they had",
        "as shown before [3, 6, 7]",
        "12 3-5-7' of 0012",
    ],
)
def test_a_name_a_label_or_a_year_is_no_quantity(text: str) -> None:
    found = [each for each in read_quantities(text) if each.written not in ("12", "3-5")]
    assert found == []


def test_a_quantity_is_shown_as_written_with_the_unit_of_its_list() -> None:
    found = read_quantities("IC50 of 7 and 12 nM, in 0.53–0.91 of 54 patients")
    assert [each.written for each in found] == ["7 nM", "12 nM", "0.53-0.91", "54"]


def test_what_a_number_is_to_its_sentence_is_told() -> None:
    found = read_quantities("HR 0.72 at 12 weeks in 31 of 54 patients, doubled, 8 mg")
    assert [each.sort for each in found] == [
        Sort.RATIO, Sort.SETTING, Sort.COUNT, Sort.COUNT, Sort.IN_WORDS, Sort.PLAIN,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("six weeks of ibuprofen", Sort.SETTING),
        ("24 hours after the injection", Sort.SETTING),
        ("aged 40 years or over", Sort.SETTING),
        ("a gain of 4 months of life", Sort.PLAIN),
        ("the half-life was 6 hours", Sort.PLAIN),
        ("54 patients", Sort.COUNT),
        ("12 versus 31 patients", Sort.RESULT),
        ("12 deaths", Sort.RESULT),
        ("8 points", Sort.RESULT),
        ("8 a month", Sort.RESULT),
    ],
)
def test_what_was_found_is_told_from_the_conditions(text: str, sort: Sort) -> None:
    assert read_quantities(text)[0].sort is sort


def test_what_is_longer_than_a_sentence_is_read_in_part() -> None:
    assert len(read_quantities("7 mg, " * 1_000_000)) == LONGEST_READ // 6 + 1


def test_hostile_text_is_read_in_linear_time() -> None:
    for text in ("1-" * 5_000, "7 " * 5_000, "1,1" * 5_000, " " * 50_000 + "5", "1^-1 0^-1"):
        read_quantities(text)


def test_a_part_of_a_whole_behind_a_day_is_no_time() -> None:
    read = read_quantities("On day 14, 36 of 58 patients had answered.")
    assert told(read[0]) == "1.2096e+06 s"
    assert read[1].share is not None
    assert round(read[1].share) == 62


def test_a_later_estimate_of_a_ratio_is_a_ratio() -> None:
    text = (
        "The hazard ratio was 0.91 (95% CI 0.86 to 0.97) for tea and 0.77 (0.70 to 0.85) for milk."
    )
    ratios = [each for each in read_quantities(text) if each.sort is Sort.RATIO]
    assert [each.written for each in ratios] == ["0.91", "0.86 to 0.97", "0.77", "0.70 to 0.85"]
