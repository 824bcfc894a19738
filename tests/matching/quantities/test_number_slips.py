"""Numbers that look as if they were copied wrongly from a quote."""

import pytest

from evidence.matching.quantities.claim_quantities import quantities_of
from evidence.matching.quantities.read_quantities import read_quantities
from evidence.matching.quantities.slips import slip_of
from evidence.model.claim import Claim
from evidence.model.place import Place


def slips(text: str, quote: str) -> list[tuple[str, str]]:
    claimed = quantities_of(Claim("c", text, Place("claims.yaml")))
    quoted = read_quantities(quote)
    found = ((each, slip_of(each, claimed, quoted)) for each in claimed)
    return [(each.written, slip.written) for each, slip in found if slip]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Over two months, pain fell.",
            "Over two years, pain fell.",
            [("two months", "two years")],
        ),
        ("They took 300 mg.", "They took 30 mg.", [("300 mg", "30 mg")]),
        ("They took 30 g.", "They took 30 mg.", [("30 g", "30 mg")]),
        ("Up to 5 mg was given.", "up to 0.5 mg, later 4 mg", [("5 mg", "0.5 mg")]),
        ("At least 9.3 % were immune.", "93% to 99% and 12%", [("9.3 %", "93% to 99%")]),
        ("After 120 weeks, 46 of 80 were well.", "12 weeks", [("120 weeks", "12 weeks")]),
    ],
)
def test_the_same_digits_in_another_place_or_unit_are_a_slip(
    text: str, quote: str, expected: list[tuple[str, str]]
) -> None:
    assert slips(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They took 300 mg after 30 mg had failed.", "They took 30 mg."),  # tells of both
        ("They took 300 mg.", "30 mg, then 300 mg"),
        ("More than 50 % improved.", "57% improved, and 5% died"),
        ("P was below 0.01.", "P = 0.001"),
        ("In 20 patients half were well.", "2 patients died, 5% were well"),
        ("They took 10-20 mg.", "They took 1 mg."),
        ("After 20 minutes they slept.", "2 hours later"),
        ("They took 35 mg.", "They took 30 mg."),
    ],
)
def test_what_the_claim_tells_besides_is_no_slip(text: str, quote: str) -> None:
    assert slips(text, quote) == []
