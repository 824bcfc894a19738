"""How well `evidence.matching` tells right entries from wrong ones, on real records.

Run by hand: `python benchmarks/bench_matching.py [-v]`. Needs the shared data folder beside the
checkout, or its path in EVIDENCE_SHARED_DATA; says `skipped` and exits 0 where it is absent.

(a) false alarms on hard but correct entries, (b) errors found in entries known to be wrong,
(c) nine kinds of seeded errors and the false alarms on the same entries before they were spoilt.
Cases are split in two by a hash of their name; only the first half was looked at for tuning.
"""

import gzip
import hashlib
import html
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evidence.errors import ServiceError
from evidence.matching.compare import compare
from evidence.matching.comparison import Aspect, Comparison
from evidence.model.doi import Doi
from evidence.model.place import Place
from evidence.model.reference import Field, Reference
from evidence.model.work import DateKind, Name, Origin, Via, Work, WorkDate
from evidence.registries.crossref_record import work_from
from evidence.sources.bibtex import parse_bibliography

Record = dict[str, Any]
ORIGIN = Origin("crossref", Via.SNAPSHOT, None)
NOWHERE = Place("seeded.bib")
WRONG_FIELDS = {"authors", "title", "year", "venue", "another-work"}


def data_folder() -> Path | None:
    places = [os.environ.get("EVIDENCE_SHARED_DATA", "")]
    places.append(str(Path(__file__).resolve().parents[2] / "shared" / "data"))
    return next((Path(p) for p in places if p and (Path(p) / "hard_entries").is_dir()), None)


def rows(path: Path) -> Iterator[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def half_of(name: str) -> str:
    return "held-out" if hashlib.sha256(name.encode()).digest()[0] % 2 else "tuning"


def work_of(record: Record) -> Work:
    """The work of a record, with the date on which its DOI was registered."""
    work = work_from(record, ORIGIN)
    parts = (record.get("created") or {}).get("date-parts")
    if not parts or any(known.kind is DateKind.CREATED for known in work.dates):
        return work
    return replace(work, dates=(*work.dates, WorkDate(DateKind.CREATED, *parts[0])))


def alarm(comparison: Comparison) -> str:
    """What a checker would report as wrong, as one line; empty when nothing."""
    found = [d.message for d in comparison.disagreements if not d.is_note]
    return "; ".join((["another work"] if comparison.is_other_work else []) + found)


# --- hard entries ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    name: str
    expected: frozenset[str]
    reference: Reference
    works: tuple[Work, ...]

    @property
    def own(self) -> Work | None:
        """The record whose DOI the entry names."""
        field = self.reference.doi_field
        try:
            doi = Doi.parse(field.text if field else "")
        except ValueError:
            return None
        return next((work for work in self.works if work.doi == doi), None)


def cases(folder: Path) -> Iterator[Case]:
    for row in rows(folder / "hard_entries" / "cases.jsonl.gz"):
        bibliography = parse_bibliography(row["bib"], f"{row['name']}.bib")
        if bibliography.references:
            works = tuple(work_of(record) for record in row["records"])
            reference = bibliography.references[0]
            yield Case(row["name"], frozenset(row["expected"]), reference, works)


ASPECTS = {"authors": Aspect.AUTHORS, "title": Aspect.TITLE, "year": Aspect.YEAR,
           "venue": Aspect.VENUE}  # fmt: skip


def unnamed(comparison: Comparison, wrong: frozenset[str]) -> list[str]:
    """The expected errors that the comparison does not name."""
    named = {d.aspect for d in comparison.disagreements if not d.is_note}
    missing = [kind for kind in wrong if kind in ASPECTS and ASPECTS[kind] not in named]
    if "another-work" in wrong and not comparison.is_other_work:
        missing.append("another-work")
    return missing


def judge_hard(folder: Path, *, verbose: bool) -> None:
    tally: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    said: list[str] = []
    for case in cases(folder):
        half = half_of(case.name)
        own = case.own
        wrong = case.expected & WRONG_FIELDS
        if own:
            comparison = compare(case.reference, own)
            text = alarm(comparison)
            kind = "wrong, DOI on record" if wrong else "right, DOI on record"
            tally[kind, half]["cases"] += 1
            tally[kind, half]["reported"] += bool(text)
            lacking = unnamed(comparison, wrong)
            tally[kind, half]["all named"] += not lacking
            if bool(text) != bool(wrong) or lacking:
                said.append(f"{half:9} {case.name} {sorted(wrong)}: {text or 'nothing found'}")
            continue
        compared = [(compare(case.reference, work), work) for work in case.works]
        bound = min(
            ((c, w) for c, w in compared if c.identifies),
            key=lambda pair: alarm(pair[0]).count(";") + bool(alarm(pair[0])),
            default=None,
        )
        kind = f"{'wrong' if wrong else 'right'}, found by search"
        tally[kind, half]["cases"] += 1
        if bound:
            text = alarm(bound[0])
            tally[kind, half]["identified"] += 1
            tally[kind, half]["reported"] += bool(text)
            if bool(text) != bool(wrong):
                said.append(f"{half:9} {case.name} {sorted(wrong)} {bound[1].doi}: {text}")
        near = [(c, w) for c, w in compared if c.title_agrees and not c.identifies]
        for comparison, work in near if not bound else ():
            said.append(f"{half:9} {case.name} near miss {work.doi}: {alarm(comparison)}")
    print("(a), (b) hard entries")
    for (kind, half), counts in sorted(tally.items()):
        print(f"  {kind:24} {half:9} {dict(counts)}")
    if verbose:
        print("\n".join(f"    {line}" for line in sorted(said)))


# --- seeded errors --------------------------------------------------------------------------------


def clean(title: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html.unescape(html.unescape(title))).split())


def initials(given: str, *, glued: bool) -> str:
    parts = [part[0].upper() for part in re.split(r"[\s.\-]+", given) if part and part[0].isalpha()]
    return "".join(parts) if glued else " ".join(f"{part}." for part in parts)


def field(name: str, text: str) -> Field:
    return Field(name, text, text, NOWHERE)


def rendered(work: Work, style: str) -> Reference:
    """The record as an entry that a careful person or a reference manager would write."""
    names = work.authors
    if style != "full":
        names = tuple(
            name
            if name.is_group
            else replace(name, given=initials(name.given, glued=style != "abbreviated"))
            for name in names
        )
    et_al = style == "vancouver" and len(names) > 6
    venue = work.venues[0]
    if style == "abbreviated" and len(work.venues) > 1:
        venue = work.venues[1]
    title = clean(work.title)
    if work.subtitles and style != "vancouver":
        title = f"{title}: {clean(work.subtitles[0])}"
    pages = work.pages
    if style == "full":
        pages = pages.replace("-", "--")
    if style == "vancouver":
        pages = cut_pages(pages)
    kinds = {"journal-article": "article", "proceedings-article": "inproceedings"}
    kind = kinds.get(work.type, "incollection")
    values = {
        "title": title.upper() if style == "capitals" else title,
        "journal" if kind == "article" else "booktitle": clean(venue),
        "year": str(work.year or ""),
        "volume": work.volume,
        "number": work.issue,
        "pages": pages or work.article_number,
        "doi": work.doi.name,
    }
    fields = tuple(field(name, text) for name, text in values.items() if text)
    names = names[:3] if et_al else names
    return Reference("seed", kind, fields, NOWHERE, authors=names, et_al=et_al)


def cut_pages(pages: str) -> str:
    first, dash, last = pages.partition("-")
    if dash and len(first) == len(last) and first.isdecimal() and last.isdecimal():
        same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
        return f"{first}-{last[same:]}"
    return pages


def changed(reference: Reference, name: str, text: str) -> Reference:
    fields = tuple(field(name, text) if f.name == name else f for f in reference.fields)
    return replace(reference, fields=fields)


MALLORY = Name("Mallory", "Quentin")
Seed = Callable[[Reference, Work, Work], Reference | None]


def earlier_year(r: Reference, _work: Work, _other: Work) -> Reference | None:
    return changed(r, "year", str(r.year - 4)) if r.year else None


def other_first_author(r: Reference, _work: Work, other: Work) -> Reference | None:
    first = other.authors[0]
    if any(first.family == name.family for name in r.authors) or first.is_group:
        return None
    return replace(r, authors=(first, *r.authors[1:])) if r.authors else None


def other_title(r: Reference, _work: Work, other: Work) -> Reference | None:
    return changed(r, "title", clean(other.title))


def other_doi(r: Reference, _work: Work, other: Work) -> Reference | None:
    return changed(r, "doi", other.doi.name)


def other_volume(r: Reference, _work: Work, _other: Work) -> Reference | None:
    return changed(r, "volume", str(int(r.volume) + 7)) if r.volume.isdecimal() else None


def other_pages(r: Reference, work: Work, _other: Work) -> Reference | None:
    first = re.match(r"\d+", work.pages)
    return changed(r, "pages", f"{int(first[0]) + 31}--{int(first[0]) + 40}") if first else None


def other_journal(r: Reference, work: Work, other: Work) -> Reference | None:
    if r.type != "article" or set(work.venues) & set(other.venues):
        return None
    return changed(r, "journal", clean(other.venue))


def invented_author(r: Reference, work: Work, _other: Work) -> Reference | None:
    if len(work.authors) < 2:
        return None  # a record with one author may have dropped the others
    at = 1 + len(r.authors) // 2
    return replace(r, authors=(*r.authors[:at], MALLORY, *r.authors[at:]))


def swapped_authors(r: Reference, _work: Work, _other: Work) -> Reference | None:
    if len(r.authors) < 2 or r.authors[0].family == r.authors[1].family:
        return None
    return replace(r, authors=(r.authors[1], r.authors[0], *r.authors[2:]))


SEEDS: dict[str, Seed] = {
    "year - 4": earlier_year,
    "first author replaced": other_first_author,
    "title of another work": other_title,
    "DOI of another work": other_doi,
    "volume + 7": other_volume,
    "other pages": other_pages,
    "journal replaced": other_journal,
    "invented co-author": invented_author,
    "two authors swapped": swapped_authors,
}
STYLES = ("full", "abbreviated", "vancouver", "capitals")
USED = {"journal-article", "proceedings-article", "book-chapter"}


def sample(folder: Path) -> list[Work]:
    """Records that can be cited; one in fifteen of the publisher that fills half of the file."""
    works = []
    for row in rows(folder / "crossref" / "works.jsonl.gz"):
        try:
            work = work_of(row)
        except ServiceError:
            continue
        is_kept = work.doi.prefix != "10.1001" or half_number(work.doi.name, 15) == 0
        if work.type in USED and work.title and work.venue and work.authors and is_kept:
            works.append(work)
    return works


def half_number(name: str, parts: int) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % parts


def judge_seeds(folder: Path, *, verbose: bool) -> None:
    works = sample(folder)
    missed: list[str] = []
    tally: dict[str, Counter[str]] = {name: Counter() for name in ("unspoilt", *SEEDS)}
    seconds, pairs = 0.0, 0
    for i, work in enumerate(works):
        other = works[(i + len(works) // 2) % len(works)]
        for style in STYLES:
            sound = rendered(work, style)
            begin = time.perf_counter()
            text = alarm(compare(sound, work))
            seconds, pairs = seconds + time.perf_counter() - begin, pairs + 1
            tally["unspoilt"]["entries"] += 1
            tally["unspoilt"]["reported"] += bool(text)
            if text:
                missed.append(f"false alarm {style} {work.doi}: {text}")
        for k, (name, spoil) in enumerate(SEEDS.items()):
            style = STYLES[(i + k) % len(STYLES)]
            spoilt = spoil(rendered(work, style), work, other)
            if spoilt is None:
                continue
            target = other if name == "DOI of another work" else work
            tally[name]["entries"] += 1
            comparison = compare(spoilt, target)
            text = alarm(comparison)
            tally[name]["reported"] += bool(text)
            tally[name]["another work"] += comparison.is_other_work
            if not text:
                notes = "; ".join(d.message for d in comparison.disagreements)
                missed.append(f"missed {name} {style} {work.doi}: {notes}")
    print(f"(c) seeded errors, {len(works)} records")
    for name, counts in tally.items():
        share = 100 * counts["reported"] / max(counts["entries"], 1)
        print(
            f"  {name:24} {counts['reported']:5} of {counts['entries']:5} reported {share:6.2f} %"
            f"  another work: {counts['another work']}"
        )
    print(f"  {pairs / seconds:,.0f} comparisons a second")
    if verbose:
        print("\n".join(f"    {line}" for line in missed))


def main() -> int:
    folder = data_folder()
    if folder is None:
        print("skipped: the shared data folder is absent (EVIDENCE_SHARED_DATA)")
        return 0
    verbose = "-v" in sys.argv[1:]
    judge_hard(folder, verbose=verbose)
    judge_seeds(folder, verbose=verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
