"""How often `evidence anchor` proposes the passage that a person quoted for the claim.

For each claim and each work that it quotes, the passages of the work's text are proposed, the
claim's own quotes unseen. `first` counts the pairs of claim and work whose first proposal holds a
sentence that is quoted, `first five` the quotes of which a sentence is among the first five. The
claims called `held out` were written by somebody who had not seen the program, and nothing was
changed for them. The time is that of one claim on a text of 15 pages, already read.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

import evidence
import source_project
from evidence.matching.anchors.finder import AnchorFinder
from evidence.matching.anchors.passages import propose_passages
from evidence.matching.anchors.proposal import Proposal
from evidence.model.anchor import Passage
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.source_text import SourceText
from evidence.sources.texts.shelf import Shelf
from support_cases import PAGE_BREAK, GoldenClaim, Source, read_cases

_FIRST: Final = 5
_ROW: Final = "{:10} {:>7} {:>10} {:>7} {:>11} {:>10}"
_TIMED: Final = 20


def main() -> None:
    """Print the table and the time; with `-v` each quote that is not among the first five."""
    tells = "-v" in sys.argv[1:]
    print("\n## Proposed passages\n")
    print(_ROW.format("claims", "count", "works", "first", "quotes", "first five"))
    for title, half in (("close paraphrase", "close_new"), ("free paraphrase", "free_tuned")):
        claims = read_cases(half)
        if claims:
            _print_half(title, claims, tells=tells and half == "free_tuned")
    print(f"\none claim on {source_project.PAGES} pages: {_milliseconds():.0f} ms")


def _print_half(title: str, claims: Sequence[GoldenClaim], *, tells: bool) -> None:
    counts: Counter[str] = Counter()
    missed: list[str] = []
    for claim, texts, lines in _works(claims):
        finder = AnchorFinder(texts)
        proposals = propose_passages(claim, finder, limit=_FIRST)
        quoted = [finder.anchor(line).passages for line in lines]
        among = [any(_holds(each, those) for each in proposals) for those in quoted]
        counts["works"] += 1
        counts["first"] += any(_holds(proposals[0], those) for those in quoted if proposals)
        counts["quotes"] += len(lines)
        counts["five"] += sum(among)
        for line, is_there in zip(lines, among, strict=True):
            if not is_there:
                told = "".join(f"\n  {p.score:.2f} {p.quote[:150]}" for p in proposals)
                missed.append(f"{claim.id}: {claim.text}\n  QUOTE {line.quote}{told}")
    first = _share(counts["first"], counts["works"])
    five = _share(counts["five"], counts["quotes"])
    print(_ROW.format(title, len(claims), counts["works"], first, counts["quotes"], five))
    if tells:
        print("\n".join(missed))


def _holds(proposal: Proposal, quoted: Sequence[Passage]) -> bool:
    """Whether the proposal has a sentence in common with the quote."""
    ours = proposal.passage
    return any(ours.start < each.end and each.start < ours.end for each in quoted)


def _works(
    claims: Sequence[GoldenClaim],
) -> Iterator[tuple[Claim, tuple[SourceText, ...], list[EvidenceLine]]]:
    """Each claim with the text of each work that it quotes, and the lines that do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {key: one for claim in claims for key, one in claim.sources.items()}
        project = _project(folder, claims, sources)
        shelf = Shelf(folder / "sources")
        for claim in project.claims.claims:
            for key in dict.fromkeys(line.reference for line in claim.evidence if line.quote):
                texts = tuple(each for each in shelf.read(key) if isinstance(each, SourceText))
                quoting = [each for each in claim.evidence if each.reference == key and each.quote]
                yield claim, texts, quoting


def _project(
    folder: Path, claims: Sequence[GoldenClaim], sources: Mapping[str, Source]
) -> evidence.Project:
    (folder / "sources").mkdir()
    for key, source in sources.items():
        text = source.text.replace(PAGE_BREAK, "\f")
        (folder / "sources" / f"{key}.txt").write_text(text, "utf-8")
    entries = "\n".join(source.entry for source in sources.values())
    (folder / "references.bib").write_text(entries, "utf-8")
    data = {"schema": "evidence/claims/1", "claims": [dict(claim.data) for claim in claims]}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / "claims.yaml").write_text(text, "utf-8")
    return evidence.load_project(folder)


def _milliseconds() -> float:
    """The time for one claim on a long text, each claim on a text that was not seen before."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source_project.write_project(folder, 3 * _TIMED, 3 * _TIMED)
        project, shelf = evidence.load_project(folder), Shelf(folder / "sources")
        plain = [claim for claim in project.claims.claims if _is_plain(folder, claim)][:_TIMED]
        read = [(claim, shelf.read(claim.evidence[0].reference)) for claim in plain]
        begun = time.perf_counter()
        for claim, texts in read:
            finder = AnchorFinder([text for text in texts if isinstance(text, SourceText)])
            found = propose_passages(claim, finder)
            if found[0].quote != claim.evidence[0].quote:
                raise SystemExit(f"{claim.id} was not found")
        return (time.perf_counter() - begun) / len(read) * 1_000


def _is_plain(folder: Path, claim: Claim) -> bool:
    return (folder / "sources" / f"{claim.evidence[0].reference}.txt").exists()


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
