"""How many requests `evidence check` sends, and how long it takes, cold, warm and with one added.

Whole processes of `evidence check` with everything on, against the tests' stand-in for Crossref,
doi.org and DataCite in another process: real records, 100 ms for every answer, Crossref's limits
for polite users enforced. Half of the first 99 entries are real ones of the hard kind. Beside it
habanero alone, one DOI after the other, in the same run. Needs the shared data folder beside the
checkout, or its path in EVIDENCE_SHARED_DATA, and says `skipped` where it is absent.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from habanero import Crossref

import scale_project
from evidence.model.doi import parse_bare
from evidence.model.doi_diagnosis import read_doi
from evidence.sources.bibtex import parse_bibliography

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from standin import StandIn  # noqa: E402 - it lives with the tests

DATA = Path(os.environ.get("EVIDENCE_SHARED_DATA", ROOT.parent / "shared" / "data"))
WORKS = DATA / "crossref" / "works.jsonl.gz"
CASES = DATA / "hard_entries" / "cases.jsonl.gz"
MAILTO = "ada@example.org"
LATENCY = 0.1  # seconds


@dataclass(frozen=True)
class Server:
    """The stand-in in its process: its address, and what it was asked since the last question."""

    url: str
    connection: Connection

    def asked(self) -> Counter[int | None]:
        """The statuses of the answers, and how often each was given."""
        self.connection.send("asked")
        statuses: list[int | None] = self.connection.recv()
        return Counter(statuses)


def serve(files: Sequence[Path], connection: Connection) -> None:
    """Be the stand-in until told to stop."""
    with StandIn(files, as_crossref=True, enforce_limits=True, latency=LATENCY) as server:
        connection.send(server.crossref_url)
        while connection.recv() == "asked":
            connection.send([request.status for request in server.requests()])
            server.forget()


@contextmanager
def serving(*files: Path) -> Iterator[Server]:
    """The stand-in in a process of its own, as long as the block lasts."""
    context = get_context("spawn")
    ours, its = context.Pipe()
    process = context.Process(target=serve, args=(files, its))
    process.start()
    try:
        yield Server(ours.recv(), ours)
    finally:
        ours.send("stop")
        process.join()


@dataclass(frozen=True)
class Run:
    """What one run took."""

    requests: int
    refused: int
    seconds: float
    unchecked: int


def check(folder: Path, entries: Sequence[str], server: Server) -> Run:
    """One `evidence check` of these entries, with the cache that lies in the folder."""
    (folder / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.evidence]\n")
    report = folder / "report.json"
    services = {
        "PYTHONPATH": str(ROOT / "src"),
        "EVIDENCE_MAILTO": MAILTO,
        "EVIDENCE_CROSSREF_URL": server.url,
        "EVIDENCE_DOI_URL": f"{server.url}/doi.org",
        "EVIDENCE_DATACITE_URL": f"{server.url}/datacite",
        "EVIDENCE_CACHE_DIR": str(folder / "cache"),
    }
    command = [sys.executable, "-m", "evidence", "check", "--quiet", "--output", str(report)]
    begun = time.perf_counter()
    ran = subprocess.run(command, cwd=folder, env=os.environ | services, check=False)
    seconds = time.perf_counter() - begun
    asked = server.asked()
    if ran.returncode not in (0, 1):
        raise SystemExit(f"`evidence check` exited with {ran.returncode}")
    run = json.loads(report.read_text(encoding="utf-8"))["run"]
    if run["requests"] != asked.total() or run["references"] != len(entries):
        raise SystemExit(f"the report does not count what was asked: {run}, {asked.total()}")
    return Run(asked.total(), asked[429], seconds, run["unchecked"])


def one_by_one(names: Sequence[str], server: Server) -> Run:
    """habanero alone, one record after the other."""
    crossref = Crossref(base_url=server.url, mailto=MAILTO)
    begun = time.perf_counter()
    for name in names:
        crossref.works(ids=[name])
    seconds = time.perf_counter() - begun
    asked = server.asked()
    return Run(asked.total(), asked[429], seconds, 0)


def hard_entries() -> Iterator[tuple[str, list[scale_project.Record]]]:
    """The real entries that are correct and name the DOI of one of their records."""
    with gzip.open(CASES, "rt", encoding="utf-8") as lines:
        cases = list(map(json.loads, lines))
    for case in cases:
        references = parse_bibliography(case["bib"], "case.bib").references
        field = references[0].doi_field if len(references) == 1 else None
        reading = read_doi(field.text) if field else None
        names = {parse_bare(str(record.get("DOI"))) for record in case["records"]}
        if not case["expected"] and getattr(reading, "doi", None) in names:
            yield case["bib"], case["records"]


def row(what: str, run: Run, count: int, single: float) -> str:
    """A line of the table; `single` are the seconds of one DOI of one_by_one."""
    share = f"{run.seconds / (count * single):.2f}"
    return (
        f"| {what} | {run.requests} | {run.refused} | {run.unchecked} | {run.seconds:.1f} s "
        f"| {share} |"
    )


def main() -> int:
    """Print the table."""
    if not WORKS.exists() or not CASES.exists():
        print("skipped: the records are not here (EVIDENCE_SHARED_DATA names their folder)")
        return 0
    hard = list(hard_entries())[:50]
    works = list(scale_project.records(WORKS, 1_100))
    plain = list(scale_project.bibliography(works))
    few = [bib for bib, _ in hard] + plain[: 99 - len(hard)]
    with tempfile.TemporaryDirectory() as name:
        served = Path(name) / "served.jsonl"
        records = [record for _, case in hard for record in case] + works
        served.write_text("".join(json.dumps(record) + "\n" for record in records))
        with serving(served) as server:
            alone = one_by_one([work["DOI"] for work in works[:99]], server)
            single = alone.seconds / 99
            print("| what | requests | 429s | unchecked | time | times habanero alone |")
            print("|---|---|---|---|---|---|")
            print(row("99 DOIs, habanero alone, one by one", alone, 99, single))
            folder = Path(name) / "few"
            folder.mkdir()
            what = f"99 entries, {len(hard)} of them hard"
            print(row(f"{what}: cold", check(folder, few, server), 99, single))
            print(row("the same, warm", check(folder, few, server), 99, single))
            more = [*few, plain[99]]
            print(row("the same, one added", check(folder, more, server), 100, single))
            folder = Path(name) / "many"
            folder.mkdir()
            print(row("1,000 entries: cold", check(folder, plain[100:], server), 1_000, single))
            print(row("the same, warm", check(folder, plain[100:], server), 1_000, single))
    return 0


if __name__ == "__main__":
    sys.exit(main())
