from datetime import UTC, datetime

import pytest

from evidence.model.doi import Doi
from evidence.model.reference import Field, Reference
from evidence.model.report import ReferenceResult, Status
from evidence.model.work import DateKind, Name, Origin, Via, Work, WorkDate
from evidence.reports.citation import (
    byline,
    doi_apart,
    doi_name,
    reference_byline,
    reference_source,
    resolves,
    work_description,
)
from sample_references import bib, reference


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (Name("Chen", "Y"), "Chen Y"),
        (Name("Menichincheri", "Maria Bianca"), "Menichincheri MB"),
        (Name("Ou", "SI"), "Ou SI"),
        (Name("Ou", "S.-H. I."), "Ou SHI"),
        (Name("Sartre", "Jean‐Paul"), "Sartre JP"),
        (Name("van den Oord", "Aäron"), "van den Oord A"),
        (Name("King", "MARTIN", suffix="Jr."), "King M Jr."),
        (Name("Žižek", "Ľubomír"), "Žižek Ľ"),
        (Name("王", "小明"), "王 小明"),
        (Name("Beauvoir", "Simone de"), "Beauvoir Simone de"),
        (Name("Madonna"), "Madonna"),
        (Name("STARTRK Study Group", is_group=True), "STARTRK Study Group"),
    ],
)
def test_names_are_printed_as_journals_print_them(name: Name, shown: str) -> None:
    assert byline([name]) == shown


def test_a_long_list_ends_after_six_names() -> None:
    names = [Name(letter) for letter in "ABCDEFG"]
    assert byline(names) == "A, B, C, D, E, F, et al."
    assert byline(names[:6]) == "A, B, C, D, E, F"
    assert byline(names[:2], is_cut=True) == "A, B, et al."
    assert byline([], is_cut=True) == ""


def test_editors_stand_in_for_authors() -> None:
    book = Reference("b", "book", (), bib(1), editors=(Name("Doe", "Jane"),))
    assert reference_byline(book) == "Doe J (ed.)"
    assert reference_byline(Reference("b", "book", (), bib(1))) == ""


@pytest.mark.parametrize(
    ("texts", "source"),
    [
        (
            {"journal": "J", "year": "2016", "volume": "59", "number": "7", "pages": "1-2"},
            "J 2016;59(7):1-2",
        ),
        ({"journal": "J", "year": "2016", "eid": "djv306"}, "J 2016:djv306"),
        ({"year": "2016"}, "2016"),
        ({"volume": "59"}, "59"),
        ({"journal": "J", "number": "7"}, "J;(7)"),
        ({}, ""),
    ],
)
def test_where_a_work_appeared(texts: dict[str, str], source: str) -> None:
    fields = tuple(Field(name, text, text, bib(1)) for name, text in texts.items())
    assert reference_source(Reference("k", "article", fields, bib(1))) == source


def test_a_record_is_described_in_one_line() -> None:
    origin = Origin("crossref", Via.CACHE, datetime(2026, 1, 1, tzinfo=UTC))
    bare = Work(Doi("10.1000/x"), "", (), origin)
    assert work_description(bare) == "(no title)."
    full = Work(
        Doi("10.1000/x"),
        "journal-article",
        ("Is it so?",),
        origin,
        authors=(Name("Doe", "Jane"),),
        dates=(WorkDate(DateKind.PRINT, 2016),),
        venues=("JNCI",),
        article_number="djv306",
    )
    assert work_description(full) == "Is it so? Doe J. JNCI 2016:djv306"


@pytest.mark.parametrize(
    ("written", "doi", "status", "name", "apart", "is_link"),
    [
        ("10.1000/AB", "10.1000/ab", Status.VERIFIED, "10.1000/AB", "", True),
        ("doi:10.1000/ab", "10.1000/ab", Status.VERIFIED, "10.1000/ab", "doi:10.1000/ab", True),
        ("10.1000/ab", "10.1000/ab", Status.UNCHECKED, "10.1000/ab", "", True),
        ("10.1000/ab", "10.1000/ab", Status.UNREGISTERED, "10.1000/ab", "", False),
        ("410.1000/ab", None, Status.MALFORMED, "", "410.1000/ab", False),
        (None, None, Status.NO_DOI, "", "", False),
    ],
)
def test_a_doi_as_written_and_as_it_is(
    *, written: str | None, doi: str | None, status: Status, name: str, apart: str, is_link: bool
) -> None:
    result = ReferenceResult(
        reference("k", 1), status, doi_as_written=written, doi=Doi(doi) if doi else None
    )
    assert (doi_name(result), doi_apart(result), resolves(result)) == (name, apart, is_link)
