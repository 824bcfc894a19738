"""One spelling for all ways to write a unit, and no two units with the same one."""

import pytest

from evidence.matching.statements.units import fold_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nM", "nmol/L"),
        ("mg kg⁻¹ day⁻¹", "mg/kg/day"),
        ("mg/(kg·day)", "mg/kg/day"),
        ("mg/kg·day", "mg/kg/day"),
        ("mL min-1 kg-1", "mL/kg/min"),
        ("ng·h/mL", "h·ng/mL"),
        ("ng/mL·h", "ng h mL-1"),
        ("mg m-2", "mg/m²"),
        ("10^9/L", "×10⁹ L⁻¹"),
        ("cells/mm³", "cells/µL"),
        ("beats per minute", "bpm"),
        ("mm Hg", "mmHg"),
        ("mEq/L", "meq/l"),
        ("IU/mL", "iu/ml"),
        ("cm3", "mL"),
    ],
)
def test_spellings_of_one_unit(one: str, other: str) -> None:
    assert fold_unit(one) == fold_unit(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ng·h/mL", "ng/h/mL"),
        ("mg·kg", "mg/kg"),
        ("mM", "mm"),
        ("10^9/L", "10^6/L"),
        ("mg/m2", "mg/m"),
        ("IU", "U"),
        ("°C", "°F"),
        ("mEq", "mmol"),
        ("/L", "L"),
    ],
)
def test_other_units_have_other_spellings(one: str, other: str) -> None:
    assert fold_unit(one) != fold_unit(other)


@pytest.mark.parametrize(
    "text", ["", "placebo", "n", "and/or", "cells", "d s", "mg/", "kg7", "10^9", "mg" * 30]
)
def test_what_is_no_unit(text: str) -> None:
    assert fold_unit(text) == ""
