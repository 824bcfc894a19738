"""Every rule's page: its bad example is found, its good example is not."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import evidence
from evidence.checks.case import Case, whole_case
from evidence.checks.rule import Problem, Rule
from evidence.wire.retry import Patience
from standin import Refusal, StandIn

ROOT = Path(__file__).parents[2]
WORKS = (ROOT / "data/entrectinib-snapshot.jsonl", ROOT / "tests/data/rules.jsonl")
BIBLIOGRAPHY = """
@misc{ardini2016, author = {Ardini, Elena}, title = {A work}, year = {2016}}
@misc{retracted2015, title = {A work that was retracted}, doi = {10.1234/retracted}}
@misc{concern2013, title = {A work with an expression of concern}, doi = {10.1234/concern}}
"""
DOCUMENT = "text.md"
CLAIMS = f"schema: evidence/claims/1\ndocuments: [{DOCUMENT}]\nclaims: []\n"
_EXAMPLE = re.compile(r"```(bib|yaml|markdown|text \w+) (bad|good)\n(.*?)```", re.DOTALL)
_GIVEN = re.compile(r"```(bib|yaml) given\n(.*?)```", re.DOTALL)
_TEXT = re.compile(r"```text (\w+)\n(.*?)```", re.DOTALL)
_LOCK = re.compile(r"```json evidence\.lock\n(.*?)```", re.DOTALL)
_PAGE_BREAK = "\N{SYMBOL FOR FORM FEED}"

by_code = pytest.mark.parametrize("rule", evidence.RULES, ids=lambda rule: rule.code)


@pytest.fixture(scope="module")
def crossref() -> Iterator[StandIn]:
    agencies = {"10.3280": "mEDRA"}
    with StandIn(WORKS, as_crossref=True, agencies=agencies) as server:
        yield server


def files_given(page: str) -> dict[str, str]:
    """The texts of the works, the claims and the entries that a rule's page gives, by file name."""
    files = {f"sources/{key}.txt": text for key, text in _TEXT.findall(page)}
    lock = _LOCK.search(page)
    if lock:
        files["evidence.lock"] = lock[1]
    names = {"bib": "references.bib", "yaml": "claims.yaml"}
    return files | {names[kind]: text for kind, text in _GIVEN.findall(page)}


def codes_of(
    kind: str, text: str, folder: Path, server: StandIn, given: dict[str, str]
) -> set[str]:
    """The codes that a run over one example reports, beside the files that its page gives."""
    files = {"references.bib": BIBLIOGRAPHY} | given
    if kind.startswith("text "):
        files[f"sources/{kind.removeprefix('text ')}.txt"] = text
    else:
        files[{"bib": "references.bib", "yaml": "claims.yaml", "markdown": DOCUMENT}[kind]] = text
    if kind == "markdown":
        files.setdefault("claims.yaml", CLAIMS)
    (folder / "sources").mkdir()
    for name, content in files.items():
        (folder / name).write_text(content.replace(_PAGE_BREAK, "\f"), "utf-8")
    if "10.1234/unavailable" in text:
        server.fail(Refusal(503), route="single", times=20)
    with evidence.connect(
        mailto="test@example.org",  # three lists a second, not one
        crossref_url=server.crossref_url,
        doi_url=server.doi_url,
        datacite_url=server.datacite_url,
        cache_dir=None,
        patience=Patience(tries=1),
    ) as registries:
        report = evidence.check(evidence.load_project(folder), registries)
    return {finding.code for finding in report.findings}


@by_code
def test_a_page_has_a_reason_and_a_bad_example(rule: Rule[object]) -> None:
    page = rule.page()
    assert page.startswith(f"# {rule.name} ({rule.code})\n")
    assert "## Why it matters" in page
    assert "bad" in {kind for _, kind, _ in _EXAMPLE.findall(page)}


@by_code
def test_the_bad_example_is_found_and_the_good_one_is_not(
    rule: Rule[object], tmp_path: Path, crossref: StandIn
) -> None:
    given = files_given(rule.page())
    for number, (kind, verdict, text) in enumerate(_EXAMPLE.findall(rule.page())):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = codes_of(kind, text, folder, crossref, given)
        assert (rule.code in found) is (verdict == "bad"), (verdict, text, found)


def test_codes_are_unique_and_names_too() -> None:
    codes = [rule.code for rule in evidence.RULES]
    assert len(codes) == len(set(codes)) == len({rule.name for rule in evidence.RULES})


def test_a_rule_without_a_docstring_has_no_page() -> None:
    def silent(_: Case) -> Iterator[Problem]:
        yield from ()

    with pytest.raises(ValueError, match="X001 has no docstring"):
        Rule("X001", "silent", evidence.Severity.NOTE, whole_case, silent).page()
