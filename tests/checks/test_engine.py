import pytest

from evidence.checks.case import Case
from evidence.checks.engine import run_rules
from evidence.checks.table import RULES, find_rules, select_rules
from evidence.errors import InputError
from evidence.model.claim import Claims
from evidence.model.ignore import Ignore
from evidence.model.place import Place
from evidence.model.reference import Bibliography, BibProblem

HERE = Place("references.bib", 3, 5)
LATER = Place("references.bib", 9)


def case(*ignores: Ignore) -> Case:
    problems = (
        BibProblem("duplicate-key", "twice", LATER, key="b"),
        BibProblem("duplicate-key", "twice", HERE, key="a"),
    )
    return Case(Bibliography("references.bib", (), problems), Claims(), ignores=ignores)


def codes(*ignores: Ignore, select: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    return [(f.code, f.key) for f in run_rules(select_rules(select), case(*ignores))]


def test_findings_come_in_the_order_of_the_file() -> None:
    assert codes() == [("BIB002", "a"), ("BIB002", "b")]


def test_a_finding_carries_its_rule() -> None:
    finding = run_rules(select_rules(["BIB002"]), case())[0]
    assert (finding.name, finding.severity, finding.url) == (
        "duplicate-key",
        "error",
        "docs/rules/BIB002.md",
    )
    assert str(finding) == "references.bib:3:5: BIB002 twice"


def test_an_ignore_with_a_reason_silences_its_entry_only() -> None:
    assert codes(Ignore("BIB002", "known", HERE, key="a")) == [("BIB002", "b")]


def test_an_ignore_without_an_entry_silences_the_rule() -> None:
    assert codes(Ignore("BIB002", "known", HERE)) == []


def test_an_ignore_without_a_reason_silences_nothing_and_is_reported() -> None:
    found = codes(Ignore("BIB002", "", HERE, key="a"))
    assert found == [("BIB002", "a"), ("RUN003", "a"), ("BIB002", "b")]


def test_an_ignore_with_nothing_to_do_is_reported() -> None:
    assert ("RUN002", "c") in codes(Ignore("BIB002", "known", HERE, key="c"))


def test_an_ignore_for_a_rule_that_does_not_exist_is_reported() -> None:
    assert ("RUN002", "c") in codes(Ignore("CLM999", "known", HERE, key="c"))


def test_an_ignore_for_a_rule_that_did_not_run_is_not_called_unused() -> None:
    unused = Ignore("MET003", "known", HERE, key="c")
    assert codes(unused, select=("BIB", "RUN")) == [("BIB002", "a"), ("BIB002", "b")]


def test_rules_are_selected_by_code_family_and_name() -> None:
    assert [r.code for r in select_rules(["BIB001", "malformed-doi"])] == ["BIB001", "DOI001"]
    assert {r.family for r in select_rules(["MET"])} == {"MET"}
    assert len(select_rules(ignore=["MET"])) == len(RULES) - len(find_rules("MET"))


@pytest.mark.parametrize("code", ["XYZ", "MET999", "", "no-such-rule"])
def test_a_code_that_no_rule_has_is_refused(code: str) -> None:
    with pytest.raises(InputError, match="is not the code or name of a rule"):
        select_rules([code])
