"""Abstracts of registries as plain text."""

import pytest

from evidence.sources.abstract_markup import plain_abstract


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ""),
        ("Iron fell.", "Iron fell."),
        ("<jats:p>Iron <jats:italic>fell</jats:italic>.</jats:p>", "Iron fell."),
        (
            "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background:</jats:title>"
            "<jats:p>Gout hurts.</jats:p></jats:sec>\n<jats:sec><jats:title>Results</jats:title>"
            "<jats:p>Urate fell.</jats:p><jats:p>So did\npain.</jats:p></jats:sec>",
            "Background: Gout hurts.\n\nResults: Urate fell.\n\nSo did pain.",
        ),
        (
            "<jats:sec><jats:title>Methods</jats:title><jats:sec><jats:title>Patients</jats:title>"
            "<jats:p>Forty.</jats:p></jats:sec></jats:sec>",
            "Methods: Patients: Forty.",
        ),
        (
            "<h4>Aim</h4>To <b>see</b>.<h4>Findings</h4>Seen.<br/>Done.",
            "Aim: To see.\n\nFindings: Seen.\n\nDone.",
        ),
        ("<title>All in a title</title>", "All in a title"),
        ("<p>Summary</p><p>Iron fell.</p>", "Iron fell."),
        ("AbstractBackground: Iron fell.", "Background: Iron fell."),
        ("ABSTRACT\nIron fell.", "Iron fell."),
        ("Abstract: iron fell.", "iron fell."),
        ("Abstract reasoning was impaired.", "Abstract reasoning was impaired."),
        ("Summary measures differed.", "Summary measures differed."),
        ("p &lt; 0.05 &amp;amp; q &amp;lt; 0.1", "p < 0.05 & q < 0.1"),
        ("p<0.05 and if a<b and c>d, n>3", "p<0.05 and if a<b and c>d, n>3"),
        ("&lt;p&gt;Iron &lt;i&gt;fell&lt;/i&gt;.&lt;/p&gt;", "Iron fell."),
        ("<!-- x --><![CDATA[Iron]]> fell.", "Iron fell."),
        (
            "<jats:p>10<jats:sup>-6</jats:sup> M, BRAF<sup>V600E</sup>, m<sup>2</sup>, "
            "H<sub>2</sub>O</jats:p>",
            "10⁻⁶ M, BRAFV600E, m², H2O",
        ),
        ("<p>x<sup>2</p><p>y</sup> z</p>", "x2\n\ny z"),
        (
            "of <jats:inline-formula><jats:alternatives><jats:tex-math>$$\\mu$$</jats:tex-math>"
            '<mml:math xmlns:mml="x"><mml:mi>μ</mml:mi></mml:math></jats:alternatives>'
            "</jats:inline-formula> g",
            "of μ g",
        ),
        ('<jats:p xml:lang="en"><a href="https://x">Iron</a> fell.</jats:p>', "Iron fell."),
    ],
)
def test_an_abstract_is_plain_text(written: str, expected: str) -> None:
    assert plain_abstract(written) == expected


@pytest.mark.parametrize(
    "written",
    ["<", "<p ", "<!--", "<!-- a", "&lt;p ", "<p =<", "<jats:", "&amp;", "<p>", "<sup>", "a<b "],
)
def test_a_hostile_abstract_is_read_to_its_end(written: str) -> None:
    """Its size is such that anything worse than linear would not come to an end."""
    count = 400_000 // len(written)
    assert len(plain_abstract(written * count)) <= count * len(written)
