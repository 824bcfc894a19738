"""How long `evidence.check` takes with the texts of the cited works, cold and warm.

1,000 claims that quote 200 sources of 15 pages, no two sentences of them alike; and 1,000 claims on
50 sources, for the memory: no text stays when the next one is read. One source in ten is a PDF, the
others are JATS and plain text: a PDF takes some seconds to read for the first time, and no longer
than the others ever after. Each run is a process of its own; nothing is asked of a network. Takes
the numbers of sources as arguments.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import source_project

CLAIMS: Final = 1_000
SIZES: Final = (50, 200)
_RUN: Final = """
import json, resource, sys, time
from pathlib import Path
import evidence
begun = time.perf_counter()
with evidence.connect(offline=True) as registries:
    report = evidence.check(evidence.load_project("."), registries, cache_dir="cache")
seconds = time.perf_counter() - begun
states = [line.anchor.state for claim in report.claims for line in claim.lines if line.anchor]
json.dump({"seconds": seconds, "found": sum(state in ("found", "ambiguous") for state in states),
           "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}, sys.stdout)
"""


@dataclass(frozen=True)
class Measured:
    """One run: its seconds, how many quotes were found, and the most memory that it held."""

    seconds: float
    found: int
    megabytes: float


def check(folder: Path) -> Measured:
    """One `evidence.check` of the project in a folder, in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    done = subprocess.run(
        [sys.executable, "-c", _RUN], cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    told = json.loads(done.stdout)
    return Measured(told["seconds"], told["found"], told["kilobytes"] / 1024)


def row(sources: int) -> str:
    """A line of the table, after a look at the report: every quote must have been found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun = time.perf_counter()
        source_project.write_project(folder, sources, CLAIMS)
        print(f"made {sources} sources in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        cold, warm = check(folder), check(folder)
        kept = sum(each.stat().st_size for each in (folder / "cache").rglob("*") if each.is_file())
    for run in (cold, warm):
        if run.found != CLAIMS:
            raise SystemExit(f"{run.found} of {CLAIMS} quotes were found")
    return (
        f"| {sources} | {cold.seconds:.1f} s | {warm.seconds:.1f} s | {cold.megabytes:.0f} MB "
        f"| {warm.megabytes:.0f} MB | {kept / 1e6:.1f} MB |"
    )


def main() -> int:
    """Print the table."""
    print(f"| sources of {source_project.PAGES} pages | {CLAIMS:,} claims, cold | warm "
          "| most memory, cold | warm | kept |")  # fmt: skip
    print("|---|---|---|---|---|---|")
    for sources in tuple(int(word) for word in sys.argv[1:]) or SIZES:
        print(row(sources), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
