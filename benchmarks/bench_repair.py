"""How often the first registered candidate for a wrong DOI is the right one, without any metadata.

2,958 pairs of a wrong and the right DOI (OpenCitations' research data, libraries' tests), with the
registered DOIs at hand, and the right ones of the pairs, as the oracle of what exists. A final full
stop is 80 % of the file, so the mean over the kinds of damage says more than the overall figure.
"""

import csv
import gzip
import os
import time
from collections import defaultdict
from pathlib import Path

from evidence.candidates.propose import propose
from evidence.model.doi import read_legal
from evidence.model.doi_diagnosis import MalformedDoi, read_doi

_BESIDE = Path(__file__).parents[2] / "shared" / "data"
FOLDER = Path(os.environ.get("EVIDENCE_SHARED_DATA", _BESIDE)) / "doi"


def kind_of(wrong: str, right: str) -> str:
    """The kind of damage, by what stands around the right DOI."""
    if isinstance(read_doi(wrong), MalformedDoi):
        return "malformed"
    low = wrong.lower()
    if not low.startswith(right):
        return "inside the DOI"
    tail = low.removeprefix(right)
    for sign, kind in ((".", "a final `.`"), ("/", "a tail after `/`"), ("(", "a year")):
        if tail == sign or (tail.startswith(sign) and sign != "."):
            return kind
    return "an address glued on" if "http" in tail or "doi" in tail else "another tail"


def main() -> None:
    """Print the table."""
    if not FOLDER.exists():
        print("skipped: the pairs are not here (EVIDENCE_SHARED_DATA names their folder)")
        return
    with gzip.open(FOLDER / "registered.txt.gz", "rt") as lines:
        registered = [line.rstrip("\n") for line in lines]
    with gzip.open(FOLDER / "pairs.csv.gz", "rt") as rows:
        pairs = [(r["invalid"], r["valid"].lower()) for r in csv.DictReader(rows)]
    exists = {name.lower() for name in registered} | {right for _, right in pairs}
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    begun = time.process_time()
    for wrong, right in pairs:
        legal = read_legal(wrong)
        if legal and legal.doi.name == right:
            continue  # nothing to repair: LaTeX's escapes, an address
        found = [c.doi.name for c in propose(wrong) if c.doi.name in exists]
        count = counts[kind_of(wrong, right)]
        count[0] += 1
        count[1] += found[:1] == [right]
        count[2] += right in found
    seconds = time.process_time() - begun
    print("| damage | pairs | right one first | right one among them |\n|---|---|---|---|")
    for kind, (total, first, among) in sorted(counts.items(), key=lambda item: -item[1][0]):
        print(f"| {kind} | {total} | {first / total:.1%} | {among / total:.1%} |")
    totals = [sum(column) for column in zip(*counts.values(), strict=True)]
    print(f"| all | {totals[0]} | {totals[1] / totals[0]:.1%} | {totals[2] / totals[0]:.1%} |")
    mean = sum(first / total for total, first, _ in counts.values()) / len(counts)
    print(f"\nmean over the kinds: {mean:.1%}; {len(pairs) / seconds:,.0f} strings a second")
    refused = [name for name in registered if read_legal(name) is None]
    print(f"registered DOIs called malformed: {len(refused)} of {len(registered):,}: {refused}")


if __name__ == "__main__":
    main()
