"""The names of a page, and whether a line names one of them."""

import pytest

from evidence.matching.anchors.pages import PageNames, is_on_page
from evidence.model.document import Document

PAGED = Document(
    "a.pdf", "x" * 40, page_starts=((0, "1"), (10, "2"), (20, "3")), page_labels=(("3", "402"),)
)


@pytest.mark.parametrize(
    ("record", "at", "names"),
    [
        ("", 12, ("2",)),
        ("400-409", 12, ("2", "401")),
        ("400–9", 12, ("2", "401")),
        ("400-409", 22, ("3", "402")),
        ("e123", 12, ("2",)),
        ("e120-e129", 12, ("2", "e121")),
        ("viii713", 2, ("1", "viii713")),
        ("S12-S20", 12, ("2", "S13")),
        ("djv306", 12, ("2",)),
        ("628", 12, ("2",)),
        ("400-401", 12, ("2", "400", "401")),  # a page too many: in front, or at the end
        ("400-409", 9, ("1", "400")),
    ],
)
def test_a_page_goes_by_its_number_in_the_file_and_what_is_printed_or_counted(
    record: str, at: int, names: tuple[str, ...]
) -> None:
    found = PageNames(PAGED, record).of(at, at)
    assert set(found) == set(names)
    assert (found[0], found[-1]) in {(names[0], names[-1]), (names[0], names[-2:][0])}


def test_words_that_go_on_on_the_next_page_stand_on_both() -> None:
    assert PageNames(PAGED, "").of(8, 12) == ("1", "2")
    assert PageNames(PAGED, "400-409").of(8, 12) == ("1", "2", "400")


def test_without_pages_there_are_no_names() -> None:
    assert PageNames(Document("a.txt", "text"), "400-409").of(0, 2) == ()


@pytest.mark.parametrize(
    ("named", "names"),
    [
        ("403", ("4", "403")),
        ("4", ("4", "403")),
        ("p. 403", ("4", "403")),
        ("pp. 402–4", ("4", "403")),
        ("403-404", ("4", "403")),
        ("page 403", ("4", "403")),
        ("399, 403", ("4", "403")),
        ("400 to 405", ("4", "403")),
        ("S12", ("1", "S12")),
        ("viii713", ("1", "viii713")),
        ("S10-12", ("1", "S12")),
        ("xi", ("3", "xi")),
        ("403 (4 in the file)", ("4", "403")),
    ],
)
def test_a_page_is_known_by_any_of_its_names(named: str, names: tuple[str, ...]) -> None:
    assert is_on_page(named, names) is True


@pytest.mark.parametrize("named", ["953", "404", "404-409", "40", "p. 5", "4030", "3"])
def test_another_page_is_another(named: str) -> None:
    assert is_on_page(named, ("4", "403")) is False


@pytest.mark.parametrize(
    ("named", "names"),
    [("S12", ("4",)), ("e123", ("4", "403")), ("xi", ("4",)), ("", ("4",)), ("abstract", ("4",)),
     ("403", ())],
)  # fmt: skip
def test_what_cannot_be_compared_is_not_known(named: str, names: tuple[str, ...]) -> None:
    assert is_on_page(named, names) is None
