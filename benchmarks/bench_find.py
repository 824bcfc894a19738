"""How well `evidence find` leads from printed references to their works, on real records.

Records of Crossref are rendered as reference strings in the styles of journals, with the damage
that reference lists show, and looked for in a collection of all of them with the stand-in's search;
then once more in a collection from which they were taken out, where nothing should be found.
Cases are split in two by a hash of their DOI; only the first half was looked at for tuning.

Needs the shared data folder beside the checkout, or its path in EVIDENCE_SHARED_DATA; says
`skipped` where it is absent. `-v` lists what went wrong in the half that was tuned on.
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
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evidence.audit.identification import Identification, find_works
from evidence.errors import ServiceError
from evidence.model.doi import Doi
from evidence.model.finding import Confidence
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Name, Origin, Via, Work
from evidence.registries.crossref_record import work_from
from evidence.registries.interface import Registries, Sifted

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from standin.ranking import Ranking  # noqa: E402 - it lives with the tests

Record = dict[str, Any]
ORIGIN = Origin("Crossref", Via.NETWORK, None)
NOT_CITED = {"component", "peer-review", "journal-issue", "journal", "grant"}
CITED = {"journal-article", "proceedings-article", "book-chapter"}
FOLDER = Path(os.environ.get("EVIDENCE_SHARED_DATA", ROOT.parent / "shared" / "data"))


def number_of(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def half_of(name: str) -> str:
    return "held out" if number_of(name) % 2 else "tuned on"


class Library:
    """Crossref in this process: the stand-in's search, and look-ups by DOI."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._ranking = Ranking(records)
        self._works = {work.doi: work for work in map(read, records) if work}

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        for doi in dois:
            work = self._works.get(doi)
            yield doi, Found(work) if work else Absent("not in Crossref")

    complete = resolve

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        return Sifted({doi: self._works[doi] for doi in guesses if doi in self._works})

    def search(
        self, descriptions: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Work, ...] | Unavailable]]:
        for description in descriptions:
            ranked = self._ranking.search(description)[:10]
            works = filter(None, (read(record) for record, _ in ranked))
            yield description, tuple(w for w in works if w.type not in NOT_CITED)[:5]

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        return ((doi, Absent("no registration agency knows it")) for doi in dois)

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Doi | Absent | Unavailable]]:
        return ((short, Absent("not registered")) for short in short_dois)

    def registries(self) -> Registries:
        return Registries(works=self, search=self, agencies=self, requests=lambda: 0)


def read(record: Record) -> Work | None:
    try:
        return work_from(record, ORIGIN)
    except ServiceError:
        return None


# --- printed references ---------------------------------------------------------------------------


def clean(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html.unescape(html.unescape(text))).split())


def initials(given: str, sign: str = "") -> str:
    parts = [p for p in re.split(r"[\s.\-]+", given) if p and p[0].isalpha()]
    return (
        (sign + " ").join(p[0].upper() for p in parts) + sign
        if sign
        else "".join(p[0].upper() for p in parts)
    )


def family_first(name: Name) -> str:
    return name.family if name.is_group else f"{name.family} {initials(name.given)}".strip()


def family_comma(name: Name) -> str:
    return name.family if name.is_group else f"{name.family}, {initials(name.given, '.')}"


def given_first(name: Name) -> str:
    return name.family if name.is_group else f"{initials(name.given, '.')} {name.family}".strip()


def in_full(name: Name) -> str:
    return name.family if name.is_group else f"{name.family}, {name.given}"


def listed(work: Work, write: Callable[[Name], str], most: int, last: str, glue: str = ", ") -> str:
    names = [write(name) for name in work.authors]
    if len(names) > most:
        return f"{glue.join(names[: max(1, most // 2)])}, et al"
    return glue.join(names[:-1]) + last + names[-1] if len(names) > 1 else "".join(names)


def short_venue(work: Work) -> str:
    """The venue as abbreviated in the record, else cut by rule."""
    if len(work.venues) > 1 and len(work.venues[1]) < len(work.venue):
        return clean(work.venues[1])
    kept = [w for w in clean(work.venue).split() if w.lower() not in ("of", "the", "and", "for")]
    return " ".join(w[: max(4, len(w) // 2)] + "." if len(w) > 6 else w for w in kept)


def pages_of(work: Work, dash: str = "–") -> str:
    return (work.pages or work.article_number).replace("-", dash)


def colon(before: str, after: str) -> str:
    return f"{before}:{after}" if after else before


def vancouver(work: Work) -> str:
    number = f"{work.volume}({work.issue})" if work.issue else work.volume
    where = colon(f"{work.year};{number}" if number else f"{work.year}", pages_of(work, "-"))
    who = listed(work, family_first, 6, ", ")
    return f"{who}. {clean(work.title)}. {short_venue(work)}. {where}."


def apa(work: Work) -> str:
    who = listed(work, family_comma, 20, ", & ")
    number = f"{work.volume}({work.issue})" if work.issue else work.volume
    where = ", ".join(part for part in (clean(work.venue), number, pages_of(work)) if part)
    return f"{who} ({work.year}). {clean(work.title)}. {where}."


def nature(work: Work) -> str:
    who = listed(work, family_comma, 5, " & ")
    where = " ".join(part for part in (short_venue(work), work.volume) if part)
    where = ", ".join(part for part in (where, pages_of(work)) if part)
    return f"{who}. {clean(work.title)}. {where} ({work.year})."


def chicago(work: Work) -> str:
    who = listed(work, in_full, 10, ", and ")
    number = f"{work.volume}, no. {work.issue}" if work.issue else work.volume
    where = colon(f"{clean(work.venue)} {number} ({work.year})", " " + pages_of(work))
    return f"{who}. “{clean(work.title)}.” {where.rstrip(': ')}."


def ieee(work: Work) -> str:
    who = listed(work, given_first, 6, ", and ")
    parts = [short_venue(work)]
    parts += [f"vol. {work.volume}"] if work.volume else []
    parts += [f"no. {work.issue}"] if work.issue else []
    parts += [f"pp. {pages_of(work)}"] if pages_of(work) else []
    return f"{who}, “{clean(work.title)},” {', '.join(parts)}, {work.year}."


def astronomy(work: Work) -> str:
    """No title, the first page only."""
    who = listed(work, family_comma, 3, ", & ")
    page = re.split("[-–]", work.pages or work.article_number)[0]
    return f"{who} {work.year}, {short_venue(work)}, {work.volume}, {page}"


def brief(work: Work) -> str:
    """As a person types it: who, what, when."""
    return f"{listed(work, family_first, 2, ', ')}. {clean(work.title)}. {work.year}"


STYLES: dict[str, Callable[[Work], str]] = {
    "Vancouver": vancouver,
    "APA": apa,
    "Nature": nature,
    "Chicago": chicago,
    "IEEE": ieee,
    "astronomy, no title": astronomy,
    "author, title, year": brief,
}


# --- damage ---------------------------------------------------------------------------------------


def sound(text: str, _work: Work) -> str:
    return text


def with_doi(text: str, work: Work) -> str:
    return f"{text} https://doi.org/{work.doi}"


def with_doi_and_stop(text: str, work: Work) -> str:
    return f"{text} doi:{work.doi}."


def first_author_only(text: str, work: Work) -> str:
    for write in (family_first, family_comma, given_first, in_full):
        first = write(work.authors[0])
        if len(work.authors) > 1 and text.startswith(first):
            rest = text.find(clean(work.title))
            return f"{first}, et al. {text[rest:]}" if rest > 0 else text
    return text


def year_off(text: str, work: Work) -> str:
    wrong = (work.year or 0) + (1 if number_of(work.doi.name) % 3 else -1)
    return re.sub(rf"(?<!\d){work.year}(?!\d)", str(wrong), text)


def bad_dashes(text: str, _work: Work) -> str:
    return re.sub(r"(?<=\w)[-–](?=\w)", "\u00ad", text)


MISREAD = {"e": "c", "l": "1", "i": "l", "n": "u", "a": "o"}


def misread(text: str, work: Work) -> str:
    """One letter in sixty read wrongly, as from a scan."""
    step = 40 + number_of(work.doi.name) % 40
    letters = list(text)
    for at in range(step, len(letters), step):
        letters[at] = MISREAD.get(letters[at], letters[at])
    return "".join(letters)


def numbered(text: str, work: Work) -> str:
    return f"[{number_of(work.doi.name) % 90 + 1}] {text} PMID: 12345678. Accessed 12 March 2021."


DAMAGE: dict[str, Callable[[str, Work], str]] = {
    "none": sound,
    "with its DOI": with_doi,
    "with its DOI and a full stop": with_doi_and_stop,
    "first author, et al.": first_author_only,
    "year one off": year_off,
    "dashes lost": bad_dashes,
    "letters misread": misread,
    "numbered, with asides": numbered,
}


# --- measuring ------------------------------------------------------------------------------------


def sample(records: Sequence[Record]) -> list[Work]:
    """Works that a list of references can name, with enough to name them by."""
    works = []
    for record in records:
        work = read(record)
        if work is None or not (work.type in CITED and work.title and work.venue and work.year):
            continue
        is_kept = work.doi.prefix != "10.1001" or number_of(work.doi.name) % 5 == 0
        if is_kept and work.authors and (work.pages or work.article_number):
            works.append(work)
    return works


def cases(works: Sequence[Work]) -> Iterator[tuple[Work, str, str, str]]:
    """Each work in a style with a kind of damage, all combinations in turn."""
    combinations = [(style, damage) for style in STYLES for damage in DAMAGE]
    for work in works:
        style, damage = combinations[number_of(work.doi.name + "case") % len(combinations)]
        if work.volume or not style.startswith("astronomy"):
            yield work, style, damage, DAMAGE[damage](STYLES[style](work), work)


def measure(library: Library, chosen: Sequence[tuple[Work, str, str, str]]) -> list[Identification]:
    return list(find_works([text for *_, text in chosen], library.registries()))


def print_table(
    title: str, tally: dict[tuple[str, str], Counter[str]], columns: Sequence[str]
) -> None:
    print(f"\n| {title} | half | strings | {' | '.join(columns)} |")
    print("|---|---|---|" + "---|" * len(columns))
    for (name, half), counts in tally.items():
        cells = " | ".join(f"{counts[c]} ({counts[c] / counts['strings']:.1%})" for c in columns)
        print(f"| {name} | {half} | {counts['strings']} | {cells} |")


def main() -> None:
    """Print the tables."""
    path = FOLDER / "crossref" / "works.jsonl.gz"
    if not path.exists():
        print("skipped: the records are not here (EVIDENCE_SHARED_DATA names their folder)")
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    chosen = list(cases(sample(records)))
    begun = time.process_time()
    library = Library(records)
    present = measure(library, chosen)
    seconds = time.process_time() - begun
    verbose = "-v" in sys.argv[1:]
    report_present(chosen, present, verbose=verbose)
    print(f"\n{len(chosen) / seconds:,.0f} strings a second, the search of the stand-in included")
    report_absent(records, chosen, verbose=verbose)


def show(what: str, style: str, damage: str, work: Work, text: str, found: Identification) -> None:
    print(f"{what} [{style}; {damage}] {work.doi}\n    {text}")
    if found.work:
        print(f"    {found.work.doi} {found.work.title}\n    {found.confidence}: {found.why}")


def report_present(
    chosen: Sequence[tuple[Work, str, str, str]],
    found: Sequence[Identification],
    *,
    verbose: bool,
) -> None:
    by_style: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    by_damage: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    total: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (work, style, damage, text), each in zip(chosen, found, strict=True):
        half = half_of(work.doi.name)
        is_right = each.work is not None and each.work.doi == work.doi
        word = "right" if is_right else "wrong" if each.work else "not found"
        rows = [total["all", half]]
        if half == "held out":
            rows += [by_style[style, half], by_damage[damage, half]]
        for counts in rows:
            counts["strings"] += 1
            counts[word] += 1
            counts["wrong at high confidence"] += (
                word == "wrong" and each.confidence is Confidence.HIGH
            )
            counts["high"] += each.confidence is Confidence.HIGH
        if verbose and word != "right" and half == "tuned on":
            show(word, style, damage, work, text, each)
    columns = ("right", "wrong", "not found", "high", "wrong at high confidence")
    print_table("all works in the collection", dict(sorted(total.items())), columns)
    for (name, half), counts in sorted(total.items()):
        answered = counts["right"] + counts["wrong"]
        print(f"{name}, {half}: precision {counts['right'] / answered:.2%}, recall "
              f"{counts['right'] / counts['strings']:.2%}")  # fmt: skip
    print_table("by style", dict(sorted(by_style.items())), columns)
    print_table("by damage", dict(sorted(by_damage.items())), columns)


def report_absent(
    records: Sequence[Record], chosen: Sequence[tuple[Work, str, str, str]], *, verbose: bool
) -> None:
    """The works of one half of the sample are taken out: none of their strings may find a work."""
    tally: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for half in ("tuned on", "held out"):
        gone = {work.doi.name for work, *_ in chosen if half_of(work.doi.name) == half}
        library = Library([r for r in records if r["DOI"].lower() not in gone])
        asked = [case for case in chosen if case[0].doi.name in gone]
        for (work, style, damage, text), each in zip(asked, measure(library, asked), strict=True):
            counts = tally["works taken out", half]
            counts["strings"] += 1
            counts["false matches"] += each.work is not None
            counts["at high confidence"] += each.confidence is Confidence.HIGH
            if verbose and each.work and half == "tuned on":
                show("false match", style, damage, work, text, each)
    print_table("works not in the collection", tally, ("false matches", "at high confidence"))


if __name__ == "__main__":
    main()
