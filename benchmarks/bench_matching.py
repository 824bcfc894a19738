"""How well right entries are told from wrong ones, end to end, on real records.

Run by hand: `python benchmarks/bench_matching.py [-v]`. Needs the shared data folder beside the
checkout, or its path in EVIDENCE_SHARED_DATA; says `skipped` and exits 0 where it is absent.

Every entry is written into a .bib file, read as a project and checked with `evidence.check` against
registries that answer from the records. Hard entries are split in two by a hash of their names;
alarms on the held-out half are listed with `-v` only.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from bibtex_entries import STYLES, as_written, bibliography
from evidence.matching.compare import compare
from evidence.sources.bibtex import parse_bibliography
from foreign_entries import print_foreign_entries
from hard_entries import print_hard_entries
from recorded_registries import data_folder, rows
from seeded_errors import citable, print_seeded_errors

_SHARE = 12
_FOREIGN_SHARE = 20


def print_speed(folder: Path) -> None:
    """How many comparisons of an entry with its record a second of the processor is enough for."""
    works = list(citable(rows(folder / "crossref" / "works.jsonl.gz")))
    entries = [(f"k{i}", as_written(w, STYLES[i % len(STYLES)])) for i, w in enumerate(works)]
    references = parse_bibliography(bibliography(entries), "references.bib").references
    pairs = list(zip(references, works, strict=True))
    begin = time.process_time()
    for reference, work in pairs:
        compare(reference, work)
    seconds = time.process_time() - begin
    print(f"Speed: {len(pairs) / seconds:,.0f} comparisons a second ({len(pairs)} pairs)")


def main() -> int:
    """Print the tables."""
    folder = data_folder()
    if folder is None:
        print("skipped: the shared data folder is absent (EVIDENCE_SHARED_DATA)")
        return 0
    verbose = "-v" in sys.argv[1:]
    print_hard_entries(folder, verbose=verbose)
    print_seeded_errors(folder, share=_SHARE, verbose=verbose)
    print_foreign_entries(folder, share=_FOREIGN_SHARE)
    print_speed(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
