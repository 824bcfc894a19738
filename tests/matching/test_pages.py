import pytest

from evidence.matching.comparison import Aspect
from evidence.matching.numbering import compare_numbering
from evidence.matching.pages import (
    PageMatch,
    compare_pages,
    is_range,
    is_within,
    same_article_number,
    same_issue,
    same_volume,
    split_volume,
)
from evidence.model.reference import Reference
from evidence.model.work import Work
from matching_values import entry, record


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("1425-37", "1425-1437"),
        ("1425--1437", "1425–1437"),
        ("110-5", "110-115"),
        ("1001 to 10", "1001-1010"),
        ("L89-L93", "L89-93"),
        ("L25", "25"),
        ("e0157989", "e0157989"),
        ("S08003", "S08003-S08003"),  # 10.1088/1748-0221/3/08/s08003
        ("mdy424.017-mdy424.017", "mdy424.017"),
        ("311–318", "311"),  # 10.3115/1073083.1073135
        ("43+", "43-50"),
        ("pp. 5-6", "5-6"),
        ("7,41,73--97", "7-97"),
        ("xii--xv", "xii-xv"),
        ("10-10", "10-20"),
        ("1", "001"),
        ("1--10", "104011"),
        ("12:1--12:20", "1-20"),
    ],
)
def test_the_same_pages(ours: str, theirs: str) -> None:
    assert compare_pages(ours, theirs) is PageMatch.SAME


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("400--409", "401-409"),
        ("56--65", "25-34"),
        ("1425--1447", "1425-1437"),
        ("L89", "R89"),
        ("17", "17B726"),
        ("17B725", "17B726"),
        ("e0157989", "e0157990"),
        ("xii", "xiii"),
        ("5--7, 9", "5-12"),
    ],
)
def test_other_pages(ours: str, theirs: str) -> None:
    assert compare_pages(ours, theirs) is PageMatch.DIFFERENT


def test_a_last_page_off_by_one() -> None:
    assert compare_pages("273--295", "273-294") is PageMatch.LAST_PAGE  # 10.1002/andp.19314010303


@pytest.mark.parametrize("nothing", ["", "n/a-n/a", "no-no", "in press", "0", "arXiv:2412.13807"])
def test_what_names_no_page_is_not_compared(nothing: str) -> None:
    assert compare_pages("10-20", nothing) is None
    assert compare_pages(nothing, "10-20") is None


def test_ranges_and_what_lies_within_them() -> None:
    assert is_range("10088-10115")
    assert not is_range("441")
    assert is_within("42--44", "15-51")
    assert not is_within("52--54", "15-51")
    assert not is_within("", "15-51")


def test_an_article_number_in_another_field() -> None:
    assert same_article_number("167", "167-190")
    assert not same_article_number("167", "")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("59", "059"), ("LIX", "59"), ("Vol. 59", "59"), ("38A", "38"), ("D57", "57"), ("A", "A1")],
)
def test_the_same_volume(ours: str, theirs: str) -> None:
    assert same_volume(ours, theirs) in (True, None)


@pytest.mark.parametrize(("ours", "theirs"), [("59", "66"), ("38A", "38B"), ("201", "21")])
def test_other_volumes(ours: str, theirs: str) -> None:
    assert same_volume(ours, theirs) is False


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("suppl 8", "8"),
        ("Suppl. 8", "suppl_8"),
        ("S1", "Suppl 1"),
        ("1--2", "1/2"),
        ("1", "1-2"),
        ("03", "3"),
        ("4 Suppl 2", "4"),
    ],
)
def test_the_same_issue(ours: str, theirs: str) -> None:
    assert same_issue(ours, theirs) is True


def test_other_issues_and_none() -> None:
    assert same_issue("3", "10") is False
    assert same_issue("March", "3") is None


def test_an_issue_in_the_volume_field() -> None:
    assert split_volume("11(1)") == ("11", "1")
    assert split_volume("Vol. 11 (Suppl 2)") == ("11", "Suppl 2")
    assert split_volume("11") == ("11", "")


@pytest.mark.parametrize(
    ("reference", "work"),
    [
        (entry(volume="11(1)", pages="5"), record(volume="11", issue="1", pages="5-9")),
        (entry(volume="11", number="2"), record(volume="11")),
        (entry(number="167", pages="1--51"), record(issue="1", article_number="167")),
        (entry(number="142"), record(issue="4", pages="142-150")),
        (entry(eid="A119", pages="A119"), record(pages="A119")),
        (entry(article_number="L25"), record(article_number="25")),
        # 10.52202/075280-0441: ACM counts articles, the record pages
        (entry("inproceedings", articleno="441"), record("proceedings-article", pages="10-15")),
        # `1--12` counts the pages of an article that has a number
        (entry(eid="142", pages="1--12"), record(pages="142")),
        # the volume of proceedings is that of the series
        (entry("inproceedings", volume="32"), record("proceedings-article", volume="1")),
        (entry("book", pages="320"), record("monograph", pages="1-2")),
        (entry(pages="in press"), record(pages="10-20")),
        (entry(pages="in press", number="5"), record(pages="10-20")),
    ],
)
def test_nothing_to_say_about_numbers_that_fit(reference: Reference, work: Work) -> None:
    assert compare_numbering(reference, work) == ()


def test_the_volume_of_a_series_of_proceedings() -> None:
    """10.1063/1.43986 in AIP Conference Proceedings 278."""
    work = record("proceedings-article", volume="278", venues=("AIP Conference Proceedings",))
    (found,) = compare_numbering(entry("inproceedings", volume="285"), work)
    assert found.message == "the volume is `285`, the record has `278`"
    assert compare_numbering(entry("inproceedings", volume="278"), work) == ()


def test_a_range_of_pages_beside_a_right_article_number() -> None:
    """10.3847/1538-3881/aad635 has the number 142 and no pages."""
    (found,) = compare_numbering(entry(eid="142", pages="173--182"), record(pages="142"))
    assert found.message == "the pages are `173--182`, the record has `142`"


def test_every_number_that_differs_is_said() -> None:
    reference = entry(volume="18", number="2", pages="10--19")
    work = record(volume="11", issue="3", pages="1-9")
    assert [(d.aspect, d.message, d.is_note) for d in compare_numbering(reference, work)] == [
        (Aspect.VOLUME, "the volume is `18`, the record has `11`", False),
        (Aspect.ISSUE, "the number is `2`, the record has `3`", False),
        (Aspect.PAGES, "the pages are `10--19`, the record has `1-9`", False),
    ]


def test_an_issue_that_differs_in_the_volume_field() -> None:
    (found,) = compare_numbering(entry(volume="11(2)"), record(volume="11", issue="3"))
    assert (found.aspect, found.field) == (Aspect.ISSUE, "volume")


def test_a_last_page_off_by_one_is_a_note() -> None:
    (found,) = compare_numbering(entry(pages="273--295"), record(pages="273-294"))
    assert found.is_note


def test_a_volume_counted_through_all_series_is_the_registrys_way() -> None:
    """Göppert-Mayer, Annalen der Physik 9 (5th series), 10.1002/andp.19314010303."""
    reference = entry(volume="9", number="2", pages="273--294")
    work = record(venues=("Annalen der Physik",), volume="401", issue="3", pages="273-294")
    (found,) = compare_numbering(reference, work)
    assert (found.aspect, found.is_note) == (Aspect.REGISTRY_DEFECT, True)
    assert found.message == "the volume is `9`, the record counts all series: `401`"
    other = record(venues=("Annalen der Physik",), volume="400")
    assert [d.aspect for d in compare_numbering(entry(volume="9"), other)] == [Aspect.VOLUME]
