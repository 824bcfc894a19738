"""The progress bar: for a person at a terminal, and for nobody else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from standin import StandIn

ENTRIES = "".join(
    f"@misc{{k{n}, author = {{Nemo}}, title = {{T}}, year = 2000, doi = {{10.1234/n{n}}}}}\n"
    for n in range(3)
)


def run_at_a_terminal(folder: Path, server: StandIn, *options: str) -> tuple[str, str]:
    """What a check prints on standard output, and what it shows on a terminal's standard error."""
    (folder / "references.bib").write_text(ENTRIES)
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "evidence", "check", *options],
        cwd=folder,
        env=os.environ
        | {
            "EVIDENCE_CACHE_DIR": str(folder / "cache"),
            "EVIDENCE_CROSSREF_URL": server.crossref_url,
            "EVIDENCE_DOI_URL": server.doi_url,
            "EVIDENCE_MAILTO": "test@example.org",
        },
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        check=False,
    )
    os.close(theirs)
    try:
        shown = os.read(ours, 100_000).decode()
    except OSError:  # nothing was written
        shown = ""
    os.close(ours)
    return done.stdout, shown


def test_a_terminal_shows_how_far_each_stage_has_come(tmp_path: Path, standin: StandIn) -> None:
    out, shown = run_at_a_terminal(tmp_path, standin)
    assert "looking up DOIs" in shown
    assert f"{'█' * 24}  3/3" in shown
    assert shown.endswith("\r")  # the line is cleared
    assert "looking up" not in out


@pytest.mark.parametrize("option", ["--quiet", "-q"])
def test_quiet_shows_nothing(tmp_path: Path, standin: StandIn, option: str) -> None:
    _, shown = run_at_a_terminal(tmp_path, standin, option)
    assert shown == ""
