"""The .bib files on which tools are compared: right entries, wrong ones, misspelt DOIs.

No work stands twice in a file, so that no tool is led by its neighbour.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import malformed_cases
from bibtex_entries import Entry
from evidence.model.work import Work
from malformed_cases import Record
from malformed_spellings import KINDS, LEGAL, Kind
from recorded_registries import rows
from seeded_errors import SEEDS, Sound, citable, correct_hard_entries

NINE = SEEDS[:9]
"""The kinds of error that everybody is measured on."""

# What of `expected` an entry's own record, or its absence, can tell.
_TOLD_BY_A_RECORD = frozenset(
    {"authors", "title", "year", "venue", "another-work", "doi-not-registered"}
)


@dataclass(frozen=True)
class File:
    """A .bib file: its entries by key; where DOIs are misspelt, the right ones and the written."""

    name: str
    entries: Mapping[str, str]
    right: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n".join(self.entries.values())


def write_records(data: Path, path: Path) -> None:
    """All records that a server needs for these files, as JSON lines."""
    with path.open("w", encoding="utf-8") as lines:
        for record in rows(data / "crossref" / "works.jsonl.gz"):
            lines.write(json.dumps(record) + "\n")
        for case in rows(data / "hard_entries" / "cases.jsonl.gz"):
            lines.writelines(json.dumps(record) + "\n" for record in case["records"])


def correct(data: Path) -> File:
    """The correct hard entries whose DOI is on record."""
    entries = {f"hard{at}": entry.text(f"hard{at}") for at, (_, entry, _) in _sound(data)}
    return File("correct", entries)


def spoilt(data: Path) -> Iterator[File]:
    """The same entries under the same keys, each file with errors of one kind in all of them."""
    others = list(citable(rows(data / "crossref" / "works.jsonl.gz")))
    sound = [
        (f"hard{at}", Sound(name, entry, work, others[at * 17 % len(others)]))
        for at, (name, entry, work) in _sound(data)
    ]
    for seed in NINE:
        made = ((key, seed.spoil(each)) for key, each in sound)
        yield File(seed.name, {key: entry.text(key) for key, entry in made if entry})


def wrong(data: Path) -> File:
    """The hard entries with a DOI of which people say that something is wrong with them.

    Left out are errors of which no record of the entry's DOI can tell, such as a later version.
    """
    entries = {}
    for case in rows(data / "hard_entries" / "cases.jsonl.gz"):
        is_told = _TOLD_BY_A_RECORD.intersection(case["expected"])
        if is_told and "doi" in case["bib"].lower() and case["records"]:
            key = case["bib"].partition("{")[2].partition(",")[0].strip()
            entries[key] = case["bib"]
    return File("wrong", entries)


def misspelt(data: Path, turns: int) -> Iterator[File]:
    """In each file one entry for every kind of misspelling, each of another work."""
    records = list(malformed_cases.citable(rows(data / "crossref" / "works.jsonl.gz")))
    used: set[str] = set()
    for turn in range(turns):
        yield _respelt(f"misspelt {turn}", KINDS, records, used)


def legal(data: Path) -> File:
    """One entry for every legal form of a DOI, each of another work."""
    records = list(malformed_cases.citable(rows(data / "crossref" / "works.jsonl.gz")))
    return _respelt("legal", LEGAL, records, set())


def _respelt(name: str, kinds: Iterable[Kind], records: Sequence[Record], used: set[str]) -> File:
    """Entries with respelt DOIs, of works that are not yet used."""
    entries, right, written = {}, {}, {}
    for at, kind in enumerate(kinds):
        rest = [record for record in records if record["DOI"].lower() not in used]
        for case in malformed_cases.cases(rest, kind, most=1):
            used.add(case.doi)
            key = f"spelling{at}"
            entries[key] = case.entry.replace(f"{{{case.key},", f"{{{key},", 1)
            right[key], written[key] = case.doi, case.written
    return File(name, entries, right, written)


def _sound(data: Path) -> Iterator[tuple[int, tuple[str, Entry, Work]]]:
    """Each work once."""
    seen: set[str] = set()
    for name, entry, work in correct_hard_entries(data):
        if work.doi.name not in seen:
            seen.add(work.doi.name)
            yield len(seen), (name, entry, work)
