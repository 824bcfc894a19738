"""What becomes of misspelt DOIs whose entries are right otherwise: repaired, found, or believed.

End to end: .bib files, one for each kind of misspelling, are checked against the stand-in of
Crossref. It has all of some 5,400 real works, so that a wrong repair often hits a neighbour of the
right one. Every kind is tried on 5 works to which the repairs were fitted and on 20 that were held
back, by a hash of their DOI; once with Crossref's search, once with the search down. Waits pass in
no time. `-v` names each failure.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import evidence
from evidence.model.finding import Confidence, Finding
from evidence.model.outcome import Unavailable
from evidence.model.report import Report, Status
from malformed_cases import Case, Record, cases, citable, half_of
from malformed_spellings import KINDS, LEGAL

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from recorded_registries import data_folder, rows
from standin import StandIn
from stopped_clock import StoppedClock

ENTRECTINIB = Path(__file__).resolve().parents[1] / "data" / "entrectinib-snapshot.jsonl"
# As many works of each kind. Those to which the repairs were fitted are here for comparison.
WORKS = {"tuned": 5, "held-out": 20}
HEAD = ("misspelling", "entries", "silent", "right", "of them high", "wrong at high",
        "right, search down", "requests")  # fmt: skip


class NoSearch:
    """A search that is down."""

    def search(self, descriptions: Sequence[str]) -> Iterator[tuple[str, Unavailable]]:
        for description in descriptions:
            yield description, Unavailable("the search is down")


@dataclass(frozen=True)
class Judgement:
    """What was said of a DOI: `suggested` is the first DOI that should stand in its place."""

    case: Case
    status: Status
    is_remarked: bool
    suggested: str
    is_high: bool
    why: str

    @property
    def is_silent(self) -> bool:
        return self.status is Status.VERIFIED and not self.is_remarked

    @property
    def is_right(self) -> bool:
        return self.suggested == self.case.doi

    def __str__(self) -> str:
        confidence = "high" if self.is_high else "not high"
        return f"{self.status}: {self.suggested or 'nothing'} ({confidence}: {self.why})"


def check(server: StandIn, asked: Sequence[Case], *, search: bool = True) -> Report:
    """The report on these entries."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "references.bib"
        path.write_text("\n".join(case.entry for case in asked), encoding="utf-8")
        project = evidence.load_project(folder, references=path)
        with evidence.connect(
            mailto="bench@example.org",
            crossref_url=server.crossref_url,
            doi_url=server.doi_url,
            datacite_url=server.datacite_url,
            clock=StoppedClock().clock,
        ) as registries:
            wanted = registries if search else replace(registries, search=NoSearch())
            return evidence.check(project, wanted)


def judge(case: Case, status: Status, findings: Sequence[Finding]) -> Judgement:
    """What these findings, all of one entry, say of its DOI; that it stands twice counts for
    nothing.
    """
    about = [f for f in findings if f.code != "DOI006" and (f.field == "doi" or f.suggestion)]
    suggestions = [f.suggestion for f in about if f.suggestion and f.suggestion.doi]
    if not suggestions:
        return Judgement(case, status, bool(about), "", is_high=False, why="")
    first = suggestions[0]
    is_high = first.confidence is Confidence.HIGH
    return Judgement(case, status, bool(about), first.doi or "", is_high=is_high, why=first.why)


def judged(report: Report, asked: Sequence[Case]) -> list[Judgement]:
    findings: dict[str | None, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.key, []).append(finding)
    status = {result.reference.key: result.status for result in report.references}
    return [judge(case, status[case.key], findings.get(case.key, [])) for case in asked]


def measure(server: StandIn, asked: Sequence[Case], *, is_verbose: bool) -> Counter[str]:
    """Counts of one kind."""
    report = check(server, asked)
    up, down = judged(report, asked), judged(check(server, asked, search=False), asked)
    if is_verbose:
        for one, other in zip(up, down, strict=True):
            if not (one.is_right and one.is_high and other.is_right):
                print(f"  {one.case.doi} as {one.case.written!r}: {one}; search down: {other}")
    return Counter(
        {
            "entries": len(asked),
            "silent": sum(each.is_silent for each in (*up, *down)),
            "right": sum(each.is_right for each in up),
            "high": sum(each.is_right and each.is_high for each in up),
            "wrong at high": sum(each.is_high and not each.is_right for each in (*up, *down)),
            "down": sum(each.is_right for each in down),
            "requests": report.run.requests,
        }
    )


def row(name: str, count: Counter[str]) -> str:
    entries, right = count["entries"], count["right"]
    cells = (
        *(name, str(entries), str(count["silent"]), f"{right / entries:.0%}"),
        *(f"{count['high'] / right:.0%}" if right else "-", str(count["wrong at high"])),
        *(f"{count['down'] / entries:.0%}", str(count["requests"])),
    )
    return f"| {' | '.join(cells)} |"


def show(half: str, server: StandIn, records: Sequence[Record], *, is_verbose: bool) -> None:
    """The table of one half."""
    begun = time.perf_counter()
    print(f"\n{half}\n\n| {' | '.join(HEAD)} |\n{'|---' * len(HEAD)}|")
    total: Counter[str] = Counter()
    for kind in KINDS:
        count = measure(server, cases(records, kind, most=WORKS[half]), is_verbose=is_verbose)
        total += count
        print(row(kind.name, count))
    print(row("all", total))
    legal = [cases(records, kind, most=WORKS[half]) for kind in LEGAL]
    refused = [line for asked in legal for line in refusals(server, asked)]
    print(f"\nlegal ways to write a DOI: {len(LEGAL)}, refused entries: {len(refused)}")
    print("\n".join(refused))
    print(f"{time.perf_counter() - begun:.0f} s")


def refusals(server: StandIn, asked: Sequence[Case]) -> Iterator[str]:
    """Entries with a legal way to write the DOI that was not read as it."""
    report = check(server, asked)
    wrong = {finding.key for finding in report.findings if finding.code in ("DOI001", "DOI002")}
    for case, result in zip(asked, report.references, strict=True):
        if case.key in wrong or str(result.doi) != case.doi:
            yield f"  {case.kind.name}: {case.written}"


def main() -> None:
    """Print the tables."""
    folder = data_folder()
    if folder is None:
        print("skipped: the works are not here (EVIDENCE_SHARED_DATA names their folder)")
        return
    works = folder / "crossref" / "works.jsonl.gz"
    records = list(citable(rows(works)))
    with StandIn([works, ENTRECTINIB], as_crossref=True) as server:
        for half in WORKS:
            ours = [record for record in records if half_of(record) == half]
            show(half, server, ours, is_verbose="-v" in sys.argv)


if __name__ == "__main__":
    main()
