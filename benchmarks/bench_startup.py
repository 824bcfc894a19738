"""How long a user waits: `--version`, and `check` on the repository's page with a warm cache.

Each command runs as a whole process in turn with a bare `python -c pass`; the median of the pairs
counts, because the machine's speed drifts.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from standin import StandIn  # noqa: E402 - it lives with the tests

RUNS = 9


def seconds(command: list[str], env: dict[str, str]) -> float:
    """Wall seconds of one run."""
    begun = time.perf_counter()
    subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=False)
    return time.perf_counter() - begun


def row(name: str, arguments: list[str], env: dict[str, str]) -> str:
    """A line of the table: the median, and how many times the bare interpreter that is."""
    bare = [sys.executable, "-c", "pass"]
    command = [sys.executable, "-m", "evidence", *arguments]
    seconds(command, env)
    pairs = [(seconds(bare, env), seconds(command, env)) for _ in range(RUNS)]
    ratio = statistics.median(whole / empty for empty, whole in pairs)
    median = statistics.median(whole for _, whole in pairs)
    return f"| {name} | {median * 1000:.0f} ms | {ratio:.1f} |"


def main() -> None:
    """Print the table."""
    snapshot = ROOT / "data/entrectinib-snapshot.jsonl"
    with tempfile.TemporaryDirectory() as folder, StandIn([snapshot], as_crossref=True) as server:
        # As installed: with the compiled modules that a first run leaves behind.
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
            "EVIDENCE_CACHE_DIR": folder,
            "EVIDENCE_CROSSREF_URL": server.crossref_url,
            "EVIDENCE_DOI_URL": server.doi_url,
        }
        print("| command | median | times `python -c pass` |\n|---|---|---|")
        print(row("`evidence --version`", ["--version"], env))
        print(row("`evidence check`, warm, 7 references", ["check"], env))
        print(row("`evidence check --offline`, snapshot only",
                  ["check", "--offline", "--cache-dir", f"{folder}/empty"], env))  # fmt: skip
        print(row("`evidence report --format html`, warm", ["report", "--format", "html"], env))


if __name__ == "__main__":
    main()
