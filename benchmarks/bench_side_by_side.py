"""`evidence check`, bibaudit 0.1.2 and habanero alone on the same files, against the same server.

The server is the tests' stand-in for Crossref, doi.org and DataCite in a process of its own, with
100 ms for every answer and Crossref's limits for polite users. One rule holds for all tools:

- an entry is *reported* when the tool says of it that something must be mended, in what it shows by
  default as wrong: an error or a warning of the families MET and DOI; one of the verdicts on which
  bibaudit exits with 1; a DOI not found or a title or year that is not equal. What is said of two
  entries together (duplicates) and of retractions counts for nobody.
- a *false alarm* is a correct entry that is reported.
- a *seeded error* is found when the tool says something of the spoilt entry that it does not say of
  the same entry before.
- a misspelt DOI is *accepted silently* when its entry is not reported, and has a *right proposal*
  when the right DOI stands anywhere in what the tool says of the entry, other than as part of what
  was written there.

bibaudit is installed into build/bench-bibaudit, once; where it cannot be, its column is left out
with the reason. It runs without PubMed, Europe PMC, OpenAlex, Open Library and Retraction Watch,
which have no stand-in; with them it may find more. Needs the shared data folder beside the
checkout, or its path in EVIDENCE_SHARED_DATA, and says `skipped` where it is absent. `-v` names
the entries.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import compared_cases
import scale_project
from bench_requests import DATA, WORKS, Server, hard_entries, serving
from compared_cases import File
from compared_tools import Bibaudit, Evidence, Habanero, Said, Tool

TURNS = 2  # misspellings of each kind


@dataclass
class Column:
    """What one tool reached, by row of the table."""

    tool: Tool
    cells: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def put(self, row: str, hits: Collection[str], among: Collection[str], *, good: bool) -> None:
        """Note how many entries of a row there are, and name those that count against the tool."""
        self.cells[row] = f"{len(hits)} of {len(among)}"
        against = set(among) - set(hits) if good else hits
        self.remarks.append(f"{self.tool.name}, {row}, against it: {', '.join(sorted(against))}")


def tools() -> Iterator[Tool]:
    """Those that can be run here."""
    yield Evidence()
    try:
        yield Bibaudit()
    except SystemExit as error:
        print(f"skipped: {error}")
    yield Habanero()


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """An empty folder for one run: nothing is remembered from another."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def said(tool: Tool, file: File, server: Server) -> Mapping[str, Said]:
    """What a tool says of each entry of a file; nothing of one that it does not list."""
    with fresh_folder() as folder:
        told = tool.run(folder, file.text, server.url)
    return {key: told.get(key, Said()) for key in file.entries}


def judge_errors(column: Column, server: Server) -> None:
    """False alarms, and errors found."""
    file = compared_cases.correct(DATA)
    sound = said(column.tool, file, server)
    alarmed = [key for key in sound if sound[key].wrong]
    column.put("false alarms on correct entries", alarmed, sound, good=False)
    told = said(column.tool, compared_cases.wrong(DATA), server)
    found = [key for key in told if told[key].wrong]
    column.put("wrong entries found", found, told, good=True)
    seeded: list[str] = []
    everywhere: list[str] = []
    for file in compared_cases.spoilt(DATA):
        told = said(column.tool, file, server)
        found = [key for key in told if told[key].wrong - sound[key].wrong]
        column.put(f"seeded: {file.name}", found, told, good=True)
        seeded += found
        everywhere += told
    column.cells["seeded errors found"] = f"{len(seeded)} of {len(everywhere)}"


def judge_spellings(column: Column, server: Server) -> None:
    """What becomes of misspelt DOIs, and of DOIs in other legal forms."""
    silent: list[str] = []
    right: list[str] = []
    everywhere: list[str] = []
    for file in compared_cases.misspelt(DATA, TURNS):
        told = said(column.tool, file, server)
        everywhere += file.written.values()
        for key, doi in file.right.items():
            if not told[key].wrong:
                silent.append(file.written[key])
            if _proposes(told[key], doi, file.written[key]):
                right.append(file.written[key])
    column.put("misspelt DOIs accepted silently", silent, everywhere, good=False)
    column.put("misspelt DOIs with the right proposal", right, everywhere, good=True)
    told = said(column.tool, compared_cases.legal(DATA), server)
    refused = [key for key in told if told[key].wrong]
    column.put("legal forms of DOIs called wrong", refused, told, good=False)


def _proposes(told: Said, doi: str, written: str) -> bool:
    """Whether the right DOI stands in the words, and not only as part of what was written."""
    words = told.words.lower()
    for form in (written.lower(), " ".join(written.lower().split())):
        if doi in form:
            words = words.replace(form, " ")
    return doi in words


def judge_speed(column: Column, server: Server) -> None:
    """Requests and seconds for 99 DOIs, cold."""
    entries = [bib for bib, _ in hard_entries()][:50]
    works = scale_project.records(WORKS, 99 - len(entries))
    entries += scale_project.bibliography(works)
    server.asked()
    with fresh_folder() as folder:
        begun = time.perf_counter()
        column.tool.run(folder, "\n".join(entries), server.url)
        seconds = time.perf_counter() - begun
    asked = server.asked()
    refused = f" ({asked[429]} refused)" if asked[429] else ""
    column.cells["requests for 99 DOIs, cold"] = f"{asked.total()}{refused}"
    column.cells["time for 99 DOIs, cold"] = f"{seconds:.1f} s"


JUDGES: tuple[Callable[[Column, Server], None], ...] = (judge_errors, judge_spellings, judge_speed)


def main() -> int:
    """Print the table."""
    if not (DATA / "hard_entries").is_dir():
        print("skipped: the records are not here (EVIDENCE_SHARED_DATA names their folder)")
        return 0
    columns = [Column(tool) for tool in tools()]
    with tempfile.TemporaryDirectory() as name:
        served = Path(name) / "served.jsonl"
        compared_cases.write_records(DATA, served)
        with serving(served) as server:
            for column in columns:
                for judge in JUDGES:
                    judge(column, server)
    print(f"| | {' | '.join(column.tool.name for column in columns)} |")
    print(f"|---|{'---|' * len(columns)}")
    for row in columns[0].cells:
        print(f"| {row} | {' | '.join(column.cells[row] for column in columns)} |")
    if "-v" in sys.argv[1:]:
        print("\n".join(remark for column in columns for remark in column.remarks))
    return 0


if __name__ == "__main__":
    sys.exit(main())
