"""The abstract in an entry's own field."""

import pytest

from evidence.sources.bibtex import parse_bibliography
from evidence.sources.entry_abstract import entry_abstract


def abstract(value: str) -> str:
    text = f"@article{{a, title = {{T}}{value}}}"
    return entry_abstract(parse_bibliography(text, "r.bib").references[0])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"Iron {\textless} 5\% of caf\'e", "Iron < 5% of café"),
        ("Aim: To see.\n\n  Findings:\nSeen.", "Aim: To see.\n\nFindings: Seen."),
        (
            r"$10^{6}$ cells, 10\textsuperscript{-6} M, $\times 10^3$, r\^ole, \^{o}",
            "10⁶ cells, 10⁻⁶ M, × 10³, rôle, ô",
        ),
        (
            r"{\textless}p{\textgreater}Iron {\textless}i{\textgreater}fell"
            r"{\textless}/i{\textgreater}.{\textless}/p{\textgreater}",
            "Iron fell.",
        ),
        (r"Abstract Background: TRK", "Background: TRK"),
        (" ", ""),
    ],
)
def test_the_field_is_read_as_plain_text(written: str, expected: str) -> None:
    assert abstract(f", abstract = {{{written}}}") == expected


def test_an_entry_without_the_field_has_none() -> None:
    assert abstract("") == ""
