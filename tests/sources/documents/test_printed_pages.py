import pytest

from evidence.sources.documents.printed_pages import printed_pages


@pytest.mark.parametrize(
    ("margins", "labels"),
    [
        ([["628"], ["629"]], ["628", "629"]),
        ([["628  Ann Iron 2016;15(4)"], ["Chen et al. • 629"], ["630 | Iron"]],
         ["628", "629", "630"]),
        ([["Page 5 of 90"], ["page 6 of 90"]], ["5", "6"]),
        ([["www.iron.org OF3"], ["OF4"]], ["OF3", "OF4"]),
        ([["S12"], ["S13"], ["S14"]], ["S12", "S13", "S14"]),
        ([["A title"], ["629"], ["Table"], ["631"], ["632"]], [None, "629", "630", "631", "632"]),
    ],
)  # fmt: skip
def test_numbers_that_go_up_with_the_pages_are_printed_ones(
    margins: list[list[str]], labels: list[str | None]
) -> None:
    assert printed_pages(margins) == tuple(
        (str(page), label) for page, label in enumerate(labels, 1) if label
    )


@pytest.mark.parametrize(
    "margins",
    [
        [],
        [["628"]],
        [["1"], ["2"], ["3"]],  # those in the file
        [["Ann Iron 2016"], ["Ann Iron 2016"], ["Ann Iron 2016"]],
        [["628"], ["Iron"], ["Iron"], ["Iron"], ["632"]],  # two of five
        [["12 in 30"], ["13 in 31"], ["14 in 32"]],  # two series: neither is told from the other
        [["x" * 200 + " 628"], ["x" * 200 + " 629"]],
    ],
)
def test_other_numbers_are_none(margins: list[list[str]]) -> None:
    assert printed_pages(margins) == ()
