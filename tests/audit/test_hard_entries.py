"""Real entries beside their recorded Crossref records: correct ones pass, wrong ones do not."""

from functools import cache
from pathlib import Path

import pytest

from evidence.audit.engine import check
from evidence.model.finding import Finding, Severity
from evidence.project import load_project
from recorded_registries import RecordedWorks, rows
from shared_data import shared_file

CODES = {
    "authors": "MET002",
    "title": "MET001",
    "year": "MET003",
    "venue": "MET005",
    "another-work": "MET010",
    "doi-not-registered": "DOI002",
    "no-such-work": "DOI005",
}
# Said to have another work's DOI, but the record has its title, authors, volume and pages; only
# its print date is of 30 December of the year before.
MISJUDGED = {"fp-2023mnras-519-1732n"}
# Said to be correct, but it names Science Advances, and the record that has all its authors, with
# the DOI 10.1126/science.adv9817, is of Science.
WRONG_AFTER_ALL = {"fp-bioemu2025-no-comma"}
UNDECIDABLE = {
    "real-1991rc3-corwin",  # `Herold` for `Harold`: transliterations differ as much
    "real-bm-p3r19",  # none of the records is of the paper
    "real-bm-p3r51",  # none of the records is of the paper
    "real-maniskill3-authors",  # an arXiv preprint, without records
}

Checked = tuple[frozenset[str], bool, tuple[Finding, ...]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checked]:
    """What is expected of each case, whether it has records, and what the check found."""
    return _checked(tmp_path_factory.mktemp("cases"))


@cache
def _checked(folder: Path) -> dict[str, Checked]:
    cases = list(rows(shared_file(Path("hard_entries/cases.jsonl.gz"))))
    registries = RecordedWorks(r for case in cases for r in case["records"]).registries()
    found = {}
    for case in cases:
        (folder / "references.bib").write_text(case["bib"], "utf-8")
        report = check(load_project(folder), registries)
        found[case["name"]] = (frozenset(case["expected"]), bool(case["records"]), report.findings)
    return found


def alarms(findings: tuple[Finding, ...]) -> list[str]:
    return [
        f"{f.code} {f.message}"
        for f in findings
        if f.severity is not Severity.NOTE and f.code[:3] in ("MET", "DOI")
    ]


def test_correct_entries_raise_no_alarm(checked: dict[str, Checked]) -> None:
    right = {
        name: alarms(findings)
        for name, (expected, has_records, findings) in checked.items()
        if (not expected or name in MISJUDGED) and has_records and name not in WRONG_AFTER_ALL
    }
    assert len(right) > 130
    assert {name: found for name, found in right.items() if found} == {}


def test_an_entry_that_is_said_to_be_correct_names_another_journal(
    checked: dict[str, Checked],
) -> None:
    (name,) = WRONG_AFTER_ALL
    assert alarms(checked[name][2]) == [
        "MET005 the journal is `Sci. Adv.`, the record has `Science`"
    ]


@pytest.mark.parametrize("kind", CODES)
def test_what_is_wrong_is_named(kind: str, checked: dict[str, Checked]) -> None:
    wrong = {
        name: {finding.code for finding in findings}
        for name, (expected, _, findings) in checked.items()
        if kind in expected and name not in MISJUDGED | UNDECIDABLE
    }
    assert wrong
    assert {name for name, codes in wrong.items() if CODES[kind] not in codes} == set()
