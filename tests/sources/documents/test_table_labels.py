"""Names of tables, and captions beside sentences that begin like one."""

import pytest

from evidence.sources.documents.table_labels import is_caption, split_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Table 9: Half-lives", "Table 9"),
        ("table 9: half-lives", "table 9"),
        ("Online Table 2: Doses", "Online Table 2"),
        ("Table A: Doses", "Table A"),
        ("Table B.1. Doses", "Table B.1"),
        ("Supplementary Table S3 Doses", "Supplementary Table S3"),
        ("Extended Data Table 1 | Doses", "Extended Data Table 1"),
        ("Tableau IV – Doses", "Tableau IV"),
        ("Table 2\tdoses", "Table 2"),
        ("Table 2 (continued)", "Table 2"),
        ("Table 2 (n = 5) Doses", "Table 2"),
        ("Table 2 (mean ± SD,", "Table 2"),
        ("Table 2", "Table 2"),
    ],
)
def test_a_caption_begins_with_the_name_of_its_table(text: str, label: str) -> None:
    assert is_caption(text)
    assert split_label(text)[0] == label


@pytest.mark.parametrize(
    "text",
    [
        "Table 9 shows half-lives.",
        "Table 2 (n = 5) shows half-lives.",
        "Tables 1 and 2 show half-lives.",
        "Tablet 3: half-lives",
        "table a list of half-lives",
        "Table salt: half-lives",
    ],
)
def test_a_sentence_that_speaks_of_a_table_is_no_caption(text: str) -> None:
    assert not is_caption(text)
