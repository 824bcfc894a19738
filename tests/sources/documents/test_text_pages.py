from pathlib import Path

from evidence.sources.documents.interface import Source
from evidence.sources.documents.read import document_of


def pages_of(text: str) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    document = document_of(Source(Path("a.txt"), "a.txt", text.encode()), lambda *_: None)
    return [each.page for each in document.statements], document.page_labels


def test_form_feeds_part_the_pages_of_a_text() -> None:
    text = "Iron rose in all women.\fZinc fell in all men.\n\nIt did.\n\f\fNobody died at all.\n\f"
    assert pages_of(text) == (["1", "2", "2", "4"], ())


def test_a_text_without_form_feeds_has_no_pages() -> None:
    assert pages_of("Iron rose in all women.\n\nZinc fell.") == (["", ""], ())


def test_a_form_feed_at_the_end_leaves_one_page() -> None:
    assert pages_of("Iron rose in all women.\n\f") == (["1"], ())


def test_the_numbers_printed_at_the_top_or_bottom_are_known() -> None:
    text = "Iron rose in all women.\n\n628\n\f629   Ann Iron 2016\n\nZinc fell in all men.\f"
    document = document_of(Source(Path("a.txt"), "a.txt", text.encode()), lambda *_: None)
    assert document.page_labels == (("1", "628"), ("2", "629"))
    assert document.pages_at(document.text.index("Iron")) == ("1", "628")
    assert document.pages_at(document.text.index("Zinc")) == ("2", "629")


def test_a_table_has_the_page_of_its_caption() -> None:
    text = "Iron rose.\fTable 1. Iron\n\nWard\tIron\nFirst\t12\nSecond\t14\n"
    document = document_of(Source(Path("a.txt"), "a.txt", text.encode()), lambda *_: None)
    assert document.tables[0].caption.page == "2"
