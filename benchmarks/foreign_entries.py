"""Entries of real .bib files searched for among records that are hardly ever of their works."""

from collections.abc import Iterator
from pathlib import Path

from evidence.audit.proposals import best_match
from evidence.errors import InputError
from evidence.matching.description import describe
from evidence.matching.text import letters
from evidence.model.reference import Reference
from evidence.sources.bibtex import read_bibliography
from recorded_registries import RecordedWorks, rows


def print_foreign_entries(folder: Path, *, share: int) -> None:
    """How often another work is taken for the one that is cited; each such work is named."""
    records = list(rows(folder / "crossref" / "works.jsonl.gz"))
    cases = rows(folder / "hard_entries" / "cases.jsonl.gz")
    works = RecordedWorks([*records, *(record for case in cases for record in case["records"])])
    entries = [entry for i, entry in enumerate(_entries(folder / "bib")) if i % share == 0]
    found = []
    for reference in entries:
        for _, hits in works.search([describe(reference)]):
            proposal = best_match(reference, hits)
            if proposal:
                found.append((reference, proposal.work))
    named = [(r, w) for r, w in found if letters(w.title) in letters(r.title)]
    print(f"Entries of real files (1 in {share}) searched for among other works' records")
    print(
        f"  {len(entries)} entries, {len(found)} bound, {len(found) - len(named)} to another title"
    )
    for reference, work in found:
        print(
            f"    {reference.key}: `{reference.title}`, {reference.year}: {work.doi}, {work.year}"
        )


def _entries(folder: Path) -> Iterator[Reference]:
    """The entries with a title, each once."""
    seen = set()
    for path in sorted(folder.iterdir()):
        try:
            references = read_bibliography(path, path.name).references
        except InputError:
            continue  # one is in GBK and does not say so
        for reference in references:
            if reference.title and reference.title not in seen:
                seen.add(reference.title)
                yield reference
