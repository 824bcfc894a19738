"""SUP006–SUP009: pages, sections and table cells against the text of their work."""

from dataclasses import replace

import pytest

from evidence.checks import sup_places
from evidence.checks.rule import Problem
from evidence.checks.support import LineSupport, SupportedClaim
from evidence.matching.anchors.finder import AnchorFinder
from evidence.model.claim import Claim, EvidenceLine, TableCell
from evidence.model.finding import Confidence, Suggestion
from evidence.model.place import Place
from evidence.model.source_text import Depth, SourceText
from source_texts import full_text, line

GOUT = full_text(
    """Introduction

Gout is old, and it is painful.

Results

Flares fell in most of the adults.\fDiarrhoea was seen in 12 patients. It was mild.

Table 2. Flares a month

Group         Before    After (n)
Colchicine    3.1       1.2
Placebo       3.0       2.9
"""
)
PLACE_RULES = (
    sup_places.differing_page,
    sup_places.differing_section,
    sup_places.differing_cell,
    sup_places.unfound_cell,
)


def problems(
    quoted: EvidenceLine, source: SourceText = GOUT, pages: str = "401-409"
) -> list[tuple[str, Problem]]:
    finder = AnchorFinder([source], first_page=pages)
    support = LineSupport(
        quoted,
        Depth.FULL_TEXT,
        finder.anchor(quoted) if quoted.quote else None,
        finder.cell(quoted.table) if quoted.table else None,
        pages=pages,
    )
    claim = Claim("gout", "Gout is treated.", Place("claims.yaml"), evidence=(quoted,))
    subject = SupportedClaim(claim, (support,))
    return [(rule.code, each) for rule in PLACE_RULES for each in rule.check(subject)]


def table(**fields: str) -> EvidenceLine:
    return replace(line(), table=TableCell(**fields))


def test_another_page_is_an_error_that_names_the_right_one() -> None:
    quoted = line("Diarrhoea was seen in 12 patients", page="403")
    assert problems(quoted) == [
        (
            "SUP006",
            Problem(
                Place("claims.yaml", 5, 9),
                "the line names page `403` of `work2020`, and the quote stands on page 402 (2 in"
                " the file)",
                key="work2020",
                claim="gout",
                field="page",
                found="403",
                expected="402",
                suggestion=Suggestion(Confidence.MEDIUM, "the quote was found there", value="402"),
            ),
        )
    ]


@pytest.mark.parametrize("page", ["402", "2", "p. 402", "401-402", "402–3", "401-409", "e402", ""])
def test_a_page_by_any_of_its_names_is_right(page: str) -> None:
    assert problems(line("Diarrhoea was seen in 12 patients", page=page)) == []


def test_a_page_of_a_text_without_pages_is_not_known() -> None:
    assert problems(line("Gout is old", page="17"), full_text("Gout is old.")) == []


@pytest.mark.parametrize(
    ("page", "pages", "is_told"),
    [
        ("512", "401-409", True),
        ("p. 512", "401-9", True),
        ("398", "401-409", True),
        ("401-402", "401-409", False),
        ("3", "401-409", False),  # counted from the first page
        ("29", "401-409", False),  # of a manuscript
        ("30", "401-409", True),
        ("S512", "401-409", False),
        ("512", "e102", False),
        ("512", "", False),
        ("xii", "401-409", False),
    ],
)
def test_without_pages_in_the_text_those_of_the_record_tell(
    page: str, pages: str, *, is_told: bool
) -> None:
    bare = full_text("Gout is old, and it is painful.")
    found = problems(line("Gout is old", page=page), bare, pages)
    assert [(code, each.message) for code, each in found] == (
        [
            (
                "SUP006",
                f"the line names page `{page}` of `work2020`, and by its record the work has the"
                f" pages `{pages}`",
            )
        ]
        if is_told
        else []
    )


def test_a_quote_that_goes_on_on_the_next_page_stands_on_both() -> None:
    quote = "in most of the adults. Diarrhoea was seen"
    for page in ("1", "2", "401"):
        assert problems(line(quote, page=page)) == []


def test_a_quote_that_stands_twice_may_be_on_either_page() -> None:
    twice = full_text("It was mild.\fIt was mild.\fIt was not.")
    assert problems(line("It was mild", page="402"), twice) == []
    ((code, problem),) = problems(line("It was mild", page="403"), twice)
    assert (code, problem.suggestion) == ("SUP006", None)
    assert problem.message.endswith("stands on page 401 (1 in the file) and 402 (2 in the file)")


def test_the_page_of_a_quote_that_was_not_found_is_no_finding() -> None:
    assert problems(line("Nobody knows why it hurts", page="9", section="Methods")) == []


def test_another_section_is_a_warning() -> None:
    ((code, problem),) = problems(line("Gout is old", section="Results"))
    assert (code, problem.found, problem.expected) == ("SUP007", "Results", "Introduction")
    assert problem.message == (
        "the line names the section `Results` of `work2020`, and the quote stands under"
        " `Introduction`"
    )


@pytest.mark.parametrize("section", ["Introduction", "introduction", "1 Introduction", "Box 1", ""])
def test_the_section_that_it_stands_in_is_right(section: str) -> None:
    assert problems(line("Gout is old", section=section)) == []


def test_a_cell_that_says_something_else_is_an_error() -> None:
    ((code, problem),) = problems(
        table(label="Table 2", row="Colchicine", column="After", cell="12")
    )
    assert (code, problem.field, problem.found, problem.expected) == (
        "SUP008",
        "table",
        "12",
        "1.2",
    )
    assert problem.message == (
        "the cell `Colchicine` × `After` in `Table 2` of `work2020` says `1.2`, not `12`"
    )
    assert problem.suggestion
    assert problem.suggestion.value == "1.2"


@pytest.mark.parametrize("cell", ["1.2", "1.20", ""])
def test_a_cell_that_says_so_is_right(cell: str) -> None:
    assert problems(table(label="2", row="Colchicine", column="After (n)", cell=cell)) == []


def test_a_table_row_or_column_that_is_not_there_is_a_warning() -> None:
    ((code, problem),) = problems(table(label="Table 7", row="Colchicine"))
    assert (code, problem.message) == (
        "SUP009",
        "`Table 7` is not among the tables of `work2020` that could be read; there are `Table 2`",
    )
    ((code, problem),) = problems(table(label="Table 2", row="Aspirin", column="After"))
    assert (code, problem.message) == (
        "SUP009",
        "the cell `Aspirin` × `After` in `Table 2` of `work2020` is not there, or not once; there"
        " are `Colchicine` and `Placebo`",
    )
    ((code, problem),) = problems(table(label="Table 2", cell="77"))
    assert problem.message.startswith("the cell of any row in `Table 2` of `work2020` is not there")


def test_a_cell_of_a_text_without_tables_is_not_known() -> None:
    asked = table(label="Table 2", row="Colchicine", column="After", cell="12")
    assert problems(asked, full_text("Gout is old.")) == []
