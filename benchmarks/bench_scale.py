"""How `evidence check` grows: 10,000, 20,000 and 40,000 references with as many claims, warm.

Whole processes with everything on, the report as JSON; every work is in the cache and nothing is
asked. Takes the sizes as arguments; needs the shared data folder beside the checkout, or its path
in EVIDENCE_SHARED_DATA, and says `skipped` where it is absent.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import scale_project
from evidence.model.doi import Doi
from evidence.registries.crossref_addresses import SELECTED, CrossrefAddresses
from evidence.registries.crossref_kept import KeptRecords
from evidence.wire.record_cache import RecordCache

_BESIDE = Path(__file__).parents[2] / "shared" / "data"
WORKS = Path(os.environ.get("EVIDENCE_SHARED_DATA", _BESIDE)) / "crossref" / "works.jsonl.gz"
SIZES = (10_000, 20_000, 40_000)
NOBODY = "http://127.0.0.1:9"  # the discard port: who asks there fails


@dataclass(frozen=True)
class Measured:
    """One run: seconds of the clock and of the processor, and the most memory that it held."""

    wall: float
    processor: float
    megabytes: float


def write_project(folder: Path, count: int) -> None:
    """The project's files and a cache that holds all its works."""
    works = list(scale_project.records(WORKS, count))
    (folder / "references.bib").write_text("".join(scale_project.bibliography(works)))
    (folder / "claims.yaml").write_text("".join(scale_project.claims(count)))
    cache = RecordCache(folder / "cache")
    kept = KeptRecords(cache, CrossrefAddresses(NOBODY))
    for part in _parts(works, 1_000):
        listed = {Doi.parse(work["DOI"]): _selected(work) for work in part}
        kept.keep_listed(listed, datetime.now(UTC))
    cache.close()


def _selected(work: scale_project.Record) -> scale_project.Record:
    """What a list says of a work."""
    return {name: work[name] for name in SELECTED if name in work}


def _parts(
    works: Iterable[scale_project.Record], size: int
) -> Iterator[list[scale_project.Record]]:
    rest = iter(works)
    while part := list(islice(rest, size)):
        yield part


def check(folder: Path) -> Measured:
    """One `evidence check` in a process of its own. Raises SystemExit when it went wrong."""
    command = [sys.executable, "-m", "evidence", "check", "--quiet", "--output", "report.json",
               "--cache-dir", "cache", "--crossref-url", NOBODY, "--doi-url", NOBODY]  # fmt: skip
    begun = time.perf_counter()
    process = os.posix_spawn(
        "/usr/bin/env",
        ["env", f"--chdir={folder}", *command],
        os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "src")},
    )
    _, state, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    if os.waitstatus_to_exitcode(state) not in (0, 1):
        raise SystemExit(f"`evidence check` exited with {os.waitstatus_to_exitcode(state)}")
    return Measured(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def row(count: int) -> str:
    """A line of the table, after a look at the report: all of it must have been checked."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, count)
        megabytes = (folder / "references.bib").stat().st_size / 1e6
        measured = check(folder)
        with (folder / "report.json").open(encoding="utf-8") as file:
            run = json.load(file)["run"]
    if (run["references"], run["claims"], run["unchecked"], run["requests"]) != (
        count,
        count,
        0,
        0,
    ):
        raise SystemExit(f"not everything was checked from the cache: {run}")
    return (
        f"| {count:,} | {megabytes:.1f} MB | {measured.wall:.1f} s | {measured.processor:.1f} s "
        f"| {1000 * measured.processor / count:.2f} ms | {measured.megabytes:,.0f} MB |"
    )


def main() -> int:
    """Print the table."""
    if not WORKS.exists():
        print("skipped: the records are not here (EVIDENCE_SHARED_DATA names their folder)")
        return 0
    print("| references and claims | .bib | time | processor | an entry | most memory |")
    print("|---|---|---|---|---|---|")
    for count in tuple(int(word) for word in sys.argv[1:]) or SIZES:
        print(row(count), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
