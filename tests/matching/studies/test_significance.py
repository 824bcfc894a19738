"""What a statement's own figures tell: a difference, none, or nothing."""

import pytest

from evidence.matching.studies.significance import significance_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pain fell (p = 0.03).", True),
        ("Pain fell (P<0.001).", True),
        ("Pain fell (p = 0.05).", False),
        ("Pain fell (p > 0.2).", False),
        ("Pain fell by 2 points (95% CI −4 to −1).", True),
        ("Pain fell by 2 points (95% CI −4 to 1).", False),
        ("Weight differed by 20 g (95% CI - 35 to 75).", False),
        ("Relapse was rarer (hazard ratio 0.7, 95% CI 0.5 to 0.9).", True),
        ("Relapse was rarer (hazard ratio 0.7, 95% CI 0.5–1.2).", False),
        ("The difference was 0.4 kg (95% CI 0.1 to 1.3).", True),
        ("The odds ratio was 1.4 (95% CI 0.8, 2.5; p = 0.21).", False),
        ("Pain fell (p = 0.03), anxiety did not (p = 0.4).", None),
        ("The interval ran the wrong way (95% CI 3 to 1).", None),
        ("Pain fell by 2 points.", None),
    ],
)
def test_figures_tell_a_difference_or_none(text: str, *, expected: bool | None) -> None:
    assert significance_of(text) is expected
