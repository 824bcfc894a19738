import pytest

from evidence.matching.comparison import Aspect
from evidence.matching.dates import compare_year
from evidence.model.reference import Reference
from evidence.model.work import Work
from matching_values import entry, record


@pytest.mark.parametrize(
    "dates",
    [
        "print 2016-03, online 2015-11",
        "online 2016",
        "issued 2016",
        "online 2017-01, issue 2016",  # 10.4208/cicp.oa-2022-0151
        "print 2015, event 2016-07",  # 10.3115/1073083.1073135
        "posted 2016-05",
    ],
)
def test_the_year_of_any_date_is_right(dates: str) -> None:
    assert compare_year(entry(year="2016"), record(dates=dates), is_elsewhere=False) == (True, None)


@pytest.mark.parametrize(
    ("work", "year", "reason"),
    [
        # 10.1093/mnras/stad3137
        (record(dates="print 2023-10, online 2023-10"), "2024",
         "published at the end of the year before"),
        # 10.3934/mbe.2022096: no month but that of registration
        (record(dates="print 2021, created 2021-12"), "2022",
         "published at the end of the year before"),
        # 10.1109/tcsvt.2017.2655624
        (record(dates="print 2018-05, created 2017-01"), "2017",
         "its DOI was registered that year, ahead of the issue"),
        # 10.1063/1.43986
        (record(type="proceedings-article", dates="print 1992"), "1993",
         "proceedings appear after their meeting"),
        # 10.1007/978-3-030-98253-9_1
        (record(type="book-chapter", title="The challenge at MICCAI 2021", dates="print 2022"),
         "2021", "the meeting was held that year"),
        # 10.1017/cbo9780511976667
        (record(type="monograph", dates="online 2012"), "2010",
         "the record has no print date, only that of the electronic edition"),
        # 10.1515/9781400827787: the record of 2014 is the online edition's
        (record(type="edited-book", dates="print 2009, online 2009, created 2014"), "2007",
         "the record has no print date, only that of the electronic edition"),
        (record(dates="online 2006"), "1931",
         "the record has no print date, only that of the electronic edition"),
        (record(dates="online 2004, created 2004"), "1995",
         "the record has no print date, only that of the electronic edition"),
        # a chapter of a printed book of 2003, put online later
        (record(type="book-chapter", dates="online 2012"), "2003",
         "the record has no print date, only that of the electronic edition"),
        (record(dates="online 2001-11, created 2002-07", pages="77-80", article_number="7"), "1997",
         "the record has no print date, only that of the electronic edition"),
        (record(dates="online 2023-01"), "2022",
         "the record has no print date, only that of the electronic edition"),
        (record(type="posted-content", dates="posted 2019-03"), "2021",
         "the record is the preprint's"),
        # arXiv 1706.03762, revised six years after the article
        (record(type="posted-content", dates="issued 2017, posted 2023-08"), "2019",
         "the record is the preprint's"),
    ],
)  # fmt: skip
def test_a_year_that_is_near_for_a_known_reason_is_a_note(
    work: Work, year: str, reason: str
) -> None:
    agrees, found = compare_year(entry(year=year, journal="Nature"), work, is_elsewhere=False)
    assert agrees is True
    assert found is not None
    assert found.aspect is Aspect.YEAR_NEAR
    assert found.is_note
    assert found.message.endswith(f": {reason}")


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ("print 2016-03, online 2015-11", "2012"),
        ("print 2016-09", "2017"),
        ("print 2016", "2017"),
        ("print 2003, online 2003-11", "2002"),  # 10.1088/0305-4470/36/49/012
        ("print 2014-05, online 2014-06, created 2014-06", "2012"),  # 10.1017/cbo9781139507486
        ("online 2016-06, created 2016-06", "2012"),  # born online
        ("online 2018-06, created 2018-06", "2010"),  # and eight years make it no back issue
        ("online 1994", "1990"),  # older than electronic journals: the date of print
        ("online 1999, created 2004-02", "1995"),  # the same: registered years later
        ("print 2018-05, created 2016-01", "2017"),
        ("print 2025, event 2025-12", "2026"),  # of a journal's issue
    ],
)
def test_any_other_year_is_wrong(dates: str, year: str) -> None:
    agrees, found = compare_year(entry(year=year), record(dates=dates), is_elsewhere=False)
    assert agrees is False
    assert found is not None
    assert found.aspect is Aspect.YEAR
    assert not found.is_note


@pytest.mark.parametrize(
    ("work", "year"),
    [
        # 10.1103/physrevb.64.212201: born with an article number, never on a printed page
        (record(dates="online 2001-11, created 2002-07", article_number="212201"), "1997"),
        # an article that is older than its preprint, and one that is years younger
        (record(type="posted-content", dates="issued 2017, posted 2023-08"), "2016"),
        (record(type="posted-content", dates="posted 2019-03"), "2023"),
        # 10.1002/9781118394380.ch25: e-books appear with the printed ones by now
        (record(type="book-chapter", dates="online 2015"), "2011"),
    ],
)
def test_what_was_born_electronic_is_no_back_issue(work: Work, year: str) -> None:
    agrees, _ = compare_year(entry(year=year), work, is_elsewhere=False)
    assert agrees is False


def test_proceedings_appear_late_but_not_on_other_pages() -> None:
    """10.52202/085713-0593, of NeurIPS 2025, cited as of 2026."""
    work = record("proceedings-article", dates="print 2025, event 2025-12")
    reference = entry(year="2026")
    assert compare_year(reference, work, is_elsewhere=False)[0] is True
    assert compare_year(reference, work, is_elsewhere=False, is_on_other_pages=True)[0] is False
    late = record(dates="print 2025-12")
    assert compare_year(reference, late, is_elsewhere=False, is_on_other_pages=True)[0] is True


def test_both_years_are_said() -> None:
    work = record(dates="print 2016-03, print 2016-04, online 2015-11, issued 2015-11")
    _, found = compare_year(entry(date="2012-05-01"), work, is_elsewhere=False)
    assert found is not None
    assert found.message == "the year is 2012, the record has 2016 (print) and 2015 (online)"
    assert (found.field, found.found, found.expected) == (
        "date", "2012", "2016 (print) and 2015 (online)",
    )  # fmt: skip


def test_no_year_is_near_in_another_venue() -> None:
    work = record(dates="print 2018-05, created 2017-01")
    assert compare_year(entry(year="2017"), work, is_elsewhere=True)[0] is False


@pytest.mark.parametrize(
    ("reference", "work"),
    [
        (entry(year="in press"), record(dates="print 2016")),
        (entry(year="2016"), record(dates="created 2016")),
    ],
)
def test_a_side_without_a_year_says_nothing(reference: Reference, work: Work) -> None:
    assert compare_year(reference, work, is_elsewhere=False) == (None, None)
