from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dossiers import HAND_MADE, cocco, record
from evidence.edits.propose import Proposed, propose
from evidence.model.finding import Confidence, Finding, Severity, Suggestion
from evidence.model.reference import Reference
from evidence.model.report import ReferenceResult, Report, Run, Status
from evidence.model.work import Work

RUN = Run(1, 0, 1, 0, 0, "crossref", datetime(2026, 11, 22, tzinfo=UTC))
NEW = "10.1000/new"


def report(*findings: Finding, reference: Reference | None = None, work: Work | None = None,
           status: Status = Status.DIFFERS) -> Report:  # fmt: skip
    result = ReferenceResult(reference or cocco(), status, work=work or record())
    return Report(RUN, (result,), findings=findings)


def finding(
    code: str,
    field: str | None = "doi",
    confidence: Confidence | None = None,
    *,
    found: str = "",
    hand_made: bool = False,
) -> Finding:
    reference = cocco()
    known = reference.field(field) if field else None
    suggestion = Suggestion(confidence, "why", NEW, hand_made=hand_made) if confidence else None
    return Finding(
        code, "", Severity.ERROR, "", known.place if known else reference.place, "cocco2018",
        field=field, found=found, expected="the record's", suggestion=suggestion,
    )  # fmt: skip


def told(proposed: Proposed) -> list[str]:
    """Each change as `field = content (code, why)`, each finding that was left as it shows."""
    return [
        *(f"{c.field} = {c.content} ({c.code}, {c.why})" for c in proposed.changes),
        *map(str, proposed.left),
    ]


@pytest.mark.parametrize("code", ["DOI001", "DOI002", "DOI003", "MET010"])
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_suggestion_of_high_confidence_is_taken(code: str, unsafe: bool) -> None:  # noqa: FBT001
    proposed = propose(report(finding(code, "doi", Confidence.HIGH)), unsafe=unsafe)
    assert told(proposed) == [f"doi = 10.1000/new ({code}, high: why)"]
    assert proposed.changes[0].takes_macros is unsafe


def test_a_missing_doi_becomes_a_field() -> None:
    bare = report(finding("DOI004", None, Confidence.HIGH), reference=cocco(doi=None))
    assert told(propose(bare, unsafe=False)) == ["doi = 10.1000/new (DOI004, high: why)"]


def test_medium_confidence_is_taken_only_when_asked_for() -> None:
    said = report(finding("DOI007", "doi", Confidence.MEDIUM))
    assert told(propose(said, unsafe=False)) == [
        "references.bib:9:16: left as it is: doi: `10.1000/new` is suggested with medium confidence"
        " (why): --unsafe takes it (DOI007)"
    ]
    assert told(propose(said, unsafe=True)) == ["doi = 10.1000/new (DOI007, medium: why)"]


def test_a_guess_is_never_taken() -> None:
    said = report(finding("DOI001", "doi", Confidence.LOW))
    assert told(propose(said, unsafe=True)) == [
        "references.bib:9:16: left as it is: doi: `10.1000/new` is suggested with low confidence"
        " (why) (DOI001)"
    ]


def test_a_hand_made_record_changes_nothing() -> None:
    by_hand = record(origin=HAND_MADE)
    said = report(
        finding("DOI004", None, Confidence.HIGH, hand_made=True),
        finding("DOI007", "doi", Confidence.MEDIUM),
        finding("MET003", "year", found="2018"),
        work=by_hand,
    )
    proposed = propose(said, unsafe=True)
    assert proposed.changes == ()
    assert all("hand-made record" in left.reason for left in proposed.left)
    assert len(proposed.left) == 3


def test_without_a_suggestion_it_is_left() -> None:
    assert told(propose(report(finding("MET010")), unsafe=True)) == [
        "references.bib:9:16: left as it is: doi: no DOI is suggested (MET010)"
    ]


@pytest.mark.parametrize("order", [("DOI003", "DOI007"), ("DOI007", "DOI003")])
def test_another_doi_outweighs_the_plain_form(order: tuple[str, str]) -> None:
    said = report(*(finding(code, "doi", Confidence.HIGH) for code in order))
    assert [change.code for change in propose(said, unsafe=True).changes] == ["DOI007"]


def test_a_field_of_the_record_is_taken_only_when_asked_for() -> None:
    said = report(finding("MET003", "year", found="2014"), reference=cocco(year="2014"))
    assert told(propose(said, unsafe=False)) == [
        "references.bib:5:16: left as it is: year: the record of Crossref has `the record's`:"
        " --unsafe takes it (MET003)"
    ]
    assert told(propose(said, unsafe=True)) == ["year = 2018 (MET003, record of Crossref)"]


def test_two_findings_on_one_field_are_one_change() -> None:
    wrong = cocco(author="Cocco, Emiliano and Smith, John")
    said = report(finding("MET002", "author"), finding("MET002", "author"), reference=wrong)
    assert len(propose(said, unsafe=True).changes) == 1
    assert len(propose(said, unsafe=False).left) == 1


@pytest.mark.parametrize(
    ("code", "field", "reason"),
    [
        ("MET009", "type", "the type of an entry is not edited"),
        ("MET005", "booktitle", "the entry has no such field"),
        ("MET006", "volume", "the record is at fault in the same field"),
        ("DOI001", "note", "`10.1000/new` should stand in the field `doi`, not in `note`"),
        ("MET003", "year", "the entry has the record's words already"),
    ],
)
def test_what_is_left_has_a_reason(code: str, field: str, reason: str) -> None:
    confidence = Confidence.HIGH if code == "DOI001" else None
    asked = finding(code, field, confidence, found="2018")
    said = report(asked, finding("MET011", "volume"))
    [left] = propose(said, unsafe=True).left
    assert left.reason == reason


def test_the_record_of_another_work_gives_no_field() -> None:
    said = report(finding("MET003", "year", found="2018"), status=Status.ANOTHER_WORK)
    assert [left.reason for left in propose(said, unsafe=True).left] == ["there is no record"]


@pytest.mark.parametrize(
    "code", ["BIB001", "DOI005", "DOI006", "MET004", "MET011", "MET012", "UPD001"]
)
def test_the_other_rules_ask_for_nothing(code: str) -> None:
    assert propose(report(finding(code, "title", Confidence.HIGH)), unsafe=True) == Proposed()


def test_a_finding_about_no_entry_asks_for_nothing() -> None:
    nobody = replace(finding("DOI001", "doi", Confidence.HIGH), key="nobody")
    assert propose(report(nobody), unsafe=True) == Proposed()
