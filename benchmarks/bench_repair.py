"""How often the first registered candidate for a wrong DOI is the right one, without any metadata.

2,958 pairs of a wrong and the right DOI (OpenCitations' research data, libraries' tests), with the
registered DOIs at hand, and the right ones of the pairs, as the oracle of what exists. A final full
stop is 80 % of the file, so the mean over the kinds of damage says more than the overall figure.
The halves are made by a hash; of the two rare kinds, inside the DOI and malformed, every pair was
looked at when the repairs were made, so that their figures are of fitted cases in both halves. One
row whose right DOI is `10` is no pair; a short DOI needs the resolver and counts as missed.

Last, of 8,000 wrong DOIs that OpenCitations' own rules did not repair, how many lead to one that is
registered: few of their right forms are among those at hand, and nobody has said which are right.
"""

import csv
import gzip
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from evidence.candidates.candidate import Candidate
from evidence.candidates.propose import propose
from evidence.model.doi import parse_bare, read_legal
from evidence.model.doi_diagnosis import MalformedDoi, read_doi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from recorded_registries import data_folder

Pair = tuple[str, str]


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def half_of(wrong: str) -> str:
    return "held-out" if sha256(wrong.encode()).digest()[0] % 2 else "tuned"


def is_damaged(wrong: str, right: str) -> bool:
    """Whether there is something to repair: LaTeX's escapes and addresses are legal."""
    legal = read_legal(wrong)
    return parse_bare(right) is not None and (legal is None or legal.doi.name != right)


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


def found(wrong: str, exists: set[str]) -> list[Candidate]:
    return [candidate for candidate in propose(wrong) if candidate.doi.name in exists]


def show_pairs(half: str, pairs: Sequence[Pair], exists: set[str]) -> None:
    """The table of one half of the pairs."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    begun = time.process_time()
    for wrong, right in pairs:
        names = [candidate.doi.name for candidate in found(wrong, exists)]
        counts[kind_of(wrong, right)].update(
            pairs=1, first=names[:1] == [right], among=right in names
        )
    seconds = time.process_time() - begun
    print(f"\n{half}\n\n| damage | pairs | right one first | among them |\n|---|---|---|---|")
    for kind, count in sorted(counts.items(), key=lambda item: -item[1]["pairs"]):
        print(row(kind, count))
    print(row("all", sum(counts.values(), Counter())))
    mean = sum(count["first"] / count["pairs"] for count in counts.values()) / len(counts)
    print(f"\nmean over the kinds: {mean:.1%}; {len(pairs) / seconds:,.0f} strings a second")


def row(kind: str, count: Counter[str]) -> str:
    total, first, among = count["pairs"], count["first"], count["among"]
    return f"| {kind} | {total} | {first / total:.1%} | {among / total:.1%} |"


def show_unresolved(wrong: Sequence[str], exists: set[str]) -> None:
    led = [names[0] for names in (found(text, exists) for text in wrong) if names]
    blind = sum(candidate.is_blind for candidate in led)
    print(f"\nunresolved: {len(led)} of {len(wrong):,} lead to a registered DOI, {blind} blindly")


def main() -> None:
    """Print the tables."""
    data = data_folder()
    if data is None:
        print("skipped: the pairs are not here (EVIDENCE_SHARED_DATA names their folder)")
        return
    folder = data / "doi"
    with gzip.open(folder / "registered.txt.gz", "rt") as lines:
        registered = [line.rstrip("\n") for line in lines]
    pairs = [(one["invalid"], one["valid"].lower()) for one in rows(folder / "pairs.csv.gz")]
    damaged = [pair for pair in pairs if is_damaged(*pair)]
    exists = {name.lower() for name in registered} | {right for _, right in pairs}
    for half in ("tuned", "held-out", "both"):
        chosen = [pair for pair in damaged if half in ("both", half_of(pair[0]))]
        show_pairs(half, chosen, exists)
    unresolved = {one["invalid_doi"].lower() for one in rows(folder / "unresolved.csv.gz")}
    show_unresolved(sorted(unresolved - exists), exists)
    refused = [name for name in registered if read_legal(name) is None]
    print(f"registered DOIs called malformed: {len(refused)} of {len(registered):,}: {refused}")


if __name__ == "__main__":
    main()
