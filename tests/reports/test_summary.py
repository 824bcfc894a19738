from dataclasses import replace

import pytest

from evidence.model.finding import Finding, Severity
from evidence.model.report import Level, Report, Status
from evidence.reports.summary import (
    differences,
    funnel,
    in_order,
    notices,
    overview,
    severity_counts,
    status_counts,
)
from sample_references import SNAPSHOT, bib
from sample_report import clean_report, empty_report, full_report, unchecked_report


def finding(line: int, column: int = 1, code: str = "DOI001", **parts: str) -> Finding:
    return Finding(code, "name", Severity.NOTE, "x", bib(line, column), **parts)  # type: ignore[arg-type]


def with_status(*statuses: Status) -> Report:
    (result,) = clean_report().references
    return replace(
        clean_report(), references=tuple(replace(result, status=s, work=None) for s in statuses)
    )


def test_findings_are_ordered_by_place_and_then_by_code() -> None:
    ordered = (finding(2, 9), finding(10, 2, "BIB001"), finding(10, 2, "DOI001"), finding(10, 13))
    assert in_order(reversed(ordered)) == ordered


def test_only_what_sets_an_entry_against_its_record_is_a_difference() -> None:
    both = finding(1, code="MET003", key="a", field="year", found="2015", expected="2016")
    others = (
        replace(both, key="b"),
        replace(both, code="DOI003"),
        replace(both, field=None),
        replace(both, found=""),
        replace(both, expected=None),
    )
    assert differences((*others, both)) == {"a": [both], "b": [others[0]]}


def test_only_the_level_that_no_command_sets_is_not_assessed() -> None:
    assert [stage.reached for stage in funnel(clean_report())] == [1, 1, 1, 0, 0, None]
    assert [stage.reached for stage in funnel(empty_report())] == [0, 0, 0, 0, 0, None]
    assert [stage.reached for stage in funnel(full_report())] == [9, 8, 5, 3, 2, 1]
    claim = replace(clean_report().claims[0], level=Level.JUDGED)
    stages = funnel(replace(clean_report(), claims=(claim,)))
    assert [stage.reached for stage in stages] == [1, 1, 1, 1, 1, None]
    assert [stage.note for stage in stages] == ["", "", "", "", "", "no command sets it"]


def test_counts_leave_out_what_there_is_none_of() -> None:
    assert status_counts(with_status(Status.MALFORMED, Status.VERIFIED, Status.VERIFIED)) == (
        (Status.VERIFIED, 2),
        (Status.MALFORMED, 1),
    )
    assert severity_counts(full_report()) == (
        (Severity.ERROR, 2),
        (Severity.WARNING, 1),
        (Severity.NOTE, 1),
    )


def test_the_overview_of_an_empty_project() -> None:
    assert overview(empty_report()) == (
        "0 references",
        "0 claims",
        "31 rules",
        "0 not checked",
        "no record of any work (0 requests)",
    )


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (clean_report(), ()),
        (empty_report(), ()),
        (
            with_status(Status.VERIFIED, Status.UNCHECKED),
            ("1 of 2 references could not be checked against a registry.",),
        ),
        (
            with_status(Status.MALFORMED, Status.UNCHECKED),
            ("No reference agrees with a registry's record: nothing here is verified.",),
        ),
        (
            with_status(Status.UNCHECKED, Status.UNCHECKED),
            ("No work could be looked up: nothing here is verified.",),
        ),
        (
            unchecked_report(with_hand_made_record=True),
            (
                "The records of the works were made by hand and are only compared with the "
                "entries: nothing here is verified.",
            ),
        ),
    ],
)
def test_what_a_reader_must_know_first(report: Report, said: tuple[str, ...]) -> None:
    assert notices(report) == said


def test_a_snapshot_of_crossref_verifies_as_of_its_date() -> None:
    (result,) = clean_report().references
    assert result.work
    from_snapshot = replace(result, work=replace(result.work, origin=SNAPSHOT))
    assert notices(replace(clean_report(), references=(from_snapshot,))) == (
        "Records from a snapshot speak for the date that they carry; no registry was asked about "
        "them in this run.",
    )
