"""Real entries beside their records: which are called wrong, and which errors are named."""

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evidence.audit.engine import check
from evidence.model.doi import WrittenDoi
from evidence.model.doi_diagnosis import read_doi
from evidence.model.finding import Finding, Severity
from evidence.model.reference import Reference
from evidence.project import load_project
from evidence.registries.interface import Registries
from recorded_registries import RecordedWorks, rows

CODES = {
    "authors": {"MET002"},
    "title": {"MET001"},
    "year": {"MET003"},
    "venue": {"MET005"},
    "another-work": {"MET010"},
    "doi-not-registered": {"DOI001", "DOI002"},
    "doi-not-in-plain-form": {"DOI001", "DOI003"},
    "no-such-work": {"DOI005"},
    "published-version-exists": {"UPD005"},
}
"""The rules that name each kind of error."""

# Labels that we do not share, or that nobody can decide from the records.
REMARKS = {
    "fp-2023mnras-519-1732n": "not an error: title, authors, volume and pages are the record's, "
    "and its print date is of 30 December of the year before",
    "fp-bioemu2025-no-comma": "an error: the record, with the DOI 10.1126/science.adv9817, is of "
    "Science, the entry names Science Advances",
    "real-1991rc3-corwin": "`Herold` for `Harold`: a letter of a given name, as transliterations "
    "differ too",
    "real-bm-p3r19": "no record is of the paper (NeurIPS 2018)",
    "real-bm-p3r51": "no record is of the paper (NIPS 2011)",
    "real-maniskill3-authors": "an arXiv preprint without records",
    "real-wu2024longmemeval": "an arXiv preprint without records",
}


@dataclass(frozen=True)
class Verdict:
    """A case and what the check said of it."""

    name: str
    expected: frozenset[str]
    kind: str
    findings: tuple[Finding, ...]

    @property
    def half(self) -> str:
        return half_of(self.name)

    @property
    def alarms(self) -> list[Finding]:
        """Errors and warnings on the identifier and on what the record says."""
        serious = (Severity.ERROR, Severity.WARNING)
        families = ("MET", "DOI")
        return [f for f in self.findings if f.severity in serious and f.code[:3] in families]

    def names(self, error: str) -> str:
        """How the error is named: `found`, `note`, or nothing."""
        found = [f for f in self.findings if f.code in CODES[error]]
        is_told = any(f.severity is not Severity.NOTE or f.code[:3] != "MET" for f in found)
        return "found" if is_told else "note" if found else ""


def half_of(name: str) -> str:
    """`tuning` or `held-out`, by a hash of the name."""
    return "held-out" if hashlib.sha256(name.encode()).digest()[0] % 2 else "tuning"


def verdicts(folder: Path) -> Iterator[Verdict]:
    """Each case checked as a project of its own, against the records of all cases."""
    cases = list(rows(folder / "hard_entries" / "cases.jsonl.gz"))
    registries = RecordedWorks(r for case in cases for r in case["records"]).registries()
    for case in cases:
        findings, references = _checked(case["bib"], registries)
        own = {record["DOI"].lower() for record in case["records"]}
        kind = _kind(references[0], own) if references else "unreadable"
        yield Verdict(case["name"], frozenset(case["expected"]), kind, findings)


def _checked(bib: str, registries: Registries) -> tuple[tuple[Finding, ...], tuple[Reference, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "references.bib").write_text(bib, encoding="utf-8")
        project = load_project(folder)
        return check(project, registries).findings, project.bibliography.references


def _kind(reference: Reference, own: set[str]) -> str:
    if reference.doi_field is None:
        return "no DOI, found by search" if own else "no DOI, no records"
    reading = read_doi(reference.doi_field.text)
    is_there = isinstance(reading, WrittenDoi) and reading.doi.name in own
    return "DOI in the records" if is_there else "DOI not in the records"


def print_hard_entries(folder: Path, *, verbose: bool) -> None:
    """The first two rows of the table, and the third by kinds of error."""
    found = list(verdicts(folder))
    print("Correct entries (nothing to report)         all           tuning        held-out")
    by_kind = defaultdict(list)
    for verdict in found:
        if not verdict.expected:
            by_kind[verdict.kind].append(verdict)
    for kind, group in sorted(by_kind.items()):
        shares = [_share(group, half) for half in ("", "tuning", "held-out")]
        print(f"  {kind:38}  {'  '.join(f'{share:>12}' for share in shares)}")
    for verdict in found:
        for finding in verdict.alarms if not verdict.expected else ():
            if verbose or verdict.half == "tuning":
                remark = f" ({REMARKS[verdict.name]})" if verdict.name in REMARKS else ""
                print(f"    alarm: {verdict.name}: {finding.code} {finding.message}{remark}")
    _print_expected([verdict for verdict in found if verdict.expected])


def _share(group: list[Verdict], half: str) -> str:
    group = [verdict for verdict in group if half in ("", verdict.half)]
    alarmed = sum(bool(verdict.alarms) for verdict in group)
    return f"{alarmed}/{len(group)} {alarmed / max(len(group), 1):6.1%}"


def _print_expected(found: list[Verdict]) -> None:
    print("Expected errors                           named  note  not")
    for error in CODES:
        told = [verdict.names(error) for verdict in found if error in verdict.expected]
        print(f"  {error:38}  {told.count('found'):5} {told.count('note'):5} {told.count(''):4}")
    for verdict in found:
        for error in sorted(verdict.expected):
            if verdict.names(error) != "found":
                remark = REMARKS.get(verdict.name, "no reason known")
                print(f"    not named: {verdict.name}, {error}: {remark}")
