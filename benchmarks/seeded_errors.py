"""Errors put into correct entries, one at a time, and whether the check names them."""

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bibtex_entries import STYLES, Entry, as_read, as_written, bibliography, clean, escaped
from evidence.audit.engine import check
from evidence.errors import ServiceError
from evidence.matching.text import letters
from evidence.model.doi_diagnosis import read_doi
from evidence.model.finding import Finding, Severity
from evidence.model.work import Work
from evidence.project import load_project
from evidence.registries.crossref_record import work_from
from evidence.registries.interface import Registries
from evidence.sources.bibtex import parse_bibliography
from hard_entries import half_of
from recorded_registries import ORIGIN, Record, RecordedWorks, rows

_CITED = frozenset({"journal-article", "proceedings-article", "book-chapter"})
_NUMBER = re.compile(r"(?<![\w$.^])\d{1,3}(?![\w$.^])")
_AMA, _OF_AMA = "10.1001", 15  # half of the file is of one publisher: one in fifteen is enough


@dataclass(frozen=True)
class Sound:
    """A correct entry, its work, and another work to borrow wrong values from."""

    name: str
    entry: Entry
    work: Work
    other: Work


def earlier_year(sound: Sound) -> Entry | None:
    year = sound.entry.fields.get("year", "")
    return sound.entry.changed(year=str(int(year) - 4)) if year.isdecimal() else None


def other_first_author(sound: Sound) -> Entry | None:
    first, names = sound.other.authors[0], sound.entry.authors
    if not names or first.is_group or any(first.family in name for name in names):
        return None
    return replace(sound.entry, authors=(escaped(str(first)), *names[1:]))


def other_title(sound: Sound) -> Entry:
    return sound.entry.changed(**{_title_field(sound.entry): escaped(clean(sound.other.title))})


def _title_field(entry: Entry) -> str:
    return "chapter" if entry.type == "inbook" and "chapter" in entry.fields else "title"


def other_doi(sound: Sound) -> Entry:
    return sound.entry.changed(doi=sound.other.doi.name)


def unregistered_doi(sound: Sound) -> Entry | None:
    """The last digits of the suffix changed to what can be no DOI of the publisher."""
    name = sound.work.doi.name
    changed = re.sub(r"\d{2,4}(?=\D*$)", lambda m: "9" * (len(m[0]) + 1), name, count=1)
    return sound.entry.changed(doi=changed) if changed != name else None


def other_volume(sound: Sound) -> Entry | None:
    volume = sound.entry.fields.get("volume", "")
    is_counted = volume.isdecimal() and bool(sound.work.volume)
    return sound.entry.changed(volume=str(int(volume) + 7)) if is_counted else None


def other_pages(sound: Sound) -> Entry | None:
    first = re.match(r"\d+", sound.work.pages)
    if not first or "pages" not in sound.entry.fields:
        return None
    return sound.entry.changed(pages=f"{int(first[0]) + 31}--{int(first[0]) + 40}")


def other_journal(sound: Sound) -> Entry | None:
    known = {letters(venue) for venue in sound.work.venues}
    is_journal = "journal" in sound.entry.fields and sound.other.type == "journal-article"
    if not is_journal or known & {letters(venue) for venue in sound.other.venues}:
        return None
    return sound.entry.changed(journal=escaped(clean(sound.other.venue)))


def invented_author(sound: Sound) -> Entry | None:
    names = sound.entry.authors
    if not names or not sound.work.authors:
        return None
    at = 1 + len(names) // 2
    return replace(sound.entry, authors=(*names[:at], "Mallory, Quentin", *names[at:]))


def swapped_authors(sound: Sound) -> Entry | None:
    names, known = sound.entry.authors, sound.work.authors
    if len(names) < 2 or len(known) < 2 or known[0].family == known[1].family:
        return None
    if any(name.is_group for name in known[:2]) or names[0].startswith("{{"):
        return None  # a group may stand anywhere
    return replace(sound.entry, authors=(names[1], names[0], *names[2:]))


def word_replaced(sound: Sound) -> Entry | None:
    """The longest word of a title of some length gives way to another work's longest."""
    field = _title_field(sound.entry)
    ours, theirs = sound.entry.fields.get(field, "").split(), clean(sound.other.title).split()
    plain = [word for word in ours if word.isalpha() and len(word) > 5]
    foreign = [word for word in theirs if word.isalpha() and len(word) > 5]
    if len(ours) < 5 or not plain or not foreign:
        return None
    old, new = max(plain, key=len), max(foreign, key=len)
    if old.lower()[:4] == new.lower()[:4]:
        return None
    return sound.entry.changed(**{field: " ".join(new if w == old else w for w in ours)})


def number_changed(sound: Sound) -> Entry | None:
    field = _title_field(sound.entry)
    title = sound.entry.fields.get(field, "")
    changed = _NUMBER.sub(lambda found: str(int(found[0]) + 2), title, count=1)
    return sound.entry.changed(**{field: changed}) if changed != title else None


def other_initial(sound: Sound) -> Entry | None:
    """The first author keeps the family name."""
    family, comma, given = (sound.entry.authors or ("",))[0].partition(",")
    told = sound.work.authors[0].given if sound.work.authors else ""
    known = {word[0] for word in re.findall(r"[A-Z]\w*", f"{given} {told}")}
    if not comma or len(told) < 3 or not given.strip() or "}" in given:
        return None
    wrong = next(letter for letter in "QXWVTZ" if letter not in known)
    return replace(sound.entry, authors=(f"{family}, {wrong}.", *sound.entry.authors[1:]))


@dataclass(frozen=True)
class Seed:
    """A kind of error: how it is made, and the rules that name it."""

    name: str
    spoil: Callable[[Sound], Entry | None]
    codes: frozenset[str]
    needs_doi: bool = False


def _seed(
    name: str, spoil: Callable[[Sound], Entry | None], *codes: str, needs_doi: bool = False
) -> Seed:
    return Seed(name, spoil, frozenset(codes), needs_doi)


SEEDS = (
    _seed("year - 4", earlier_year, "MET003"),
    _seed("first author replaced", other_first_author, "MET002", "MET010"),
    _seed("title of another work", other_title, "MET001", "MET010"),
    _seed("DOI of another work", other_doi, "MET010", needs_doi=True),
    _seed("unregistered DOI", unregistered_doi, "DOI001", "DOI002", needs_doi=True),
    _seed("volume + 7", other_volume, "MET006"),
    _seed("other pages", other_pages, "MET008"),
    _seed("journal replaced", other_journal, "MET005"),
    _seed("invented co-author", invented_author, "MET002"),
    _seed("first two authors swapped", swapped_authors, "MET002"),
    _seed("word of the title replaced", word_replaced, "MET001", "MET010"),
    _seed("number in the title changed", number_changed, "MET001", "MET010"),
    _seed("initial of the first author", other_initial, "MET002"),
)
"""The nine kinds that everybody is measured on, and four more."""


def correct_hard_entries(folder: Path) -> Iterator[tuple[str, Entry, Work]]:
    """The correct entries whose DOI is in their records."""
    for case in rows(folder / "hard_entries" / "cases.jsonl.gz"):
        references = parse_bibliography(case["bib"], "references.bib").references
        field = references[0].doi_field if references and not case["expected"] else None
        doi = getattr(read_doi(field.text), "doi", None) if field else None
        for record in case["records"]:
            if doi is not None and record["DOI"].lower() == doi.name:
                entry = as_read(references[0])
                if all(name.count("{") == name.count("}") for name in entry.authors):
                    yield case["name"], entry, work_from(record, ORIGIN)


def citable(records: Iterable[Record]) -> Iterator[Work]:
    """The works of records that can be cited."""
    for record in records:
        try:
            work = work_from(record, ORIGIN)
        except ServiceError:
            continue
        is_kept = work.doi.prefix != _AMA or _number(work.doi.name) % _OF_AMA == 0
        if work.type in _CITED and work.title and work.venue and work.authors and is_kept:
            yield work


def _number(name: str) -> int:
    return sum(ord(letter) * (i + 1) for i, letter in enumerate(name))


def print_seeded_errors(folder: Path, *, share: int, verbose: bool) -> None:
    """The third row of the table; one in `share` records is rendered, in each style in turn."""
    records = list(rows(folder / "crossref" / "works.jsonl.gz"))
    cases = rows(folder / "hard_entries" / "cases.jsonl.gz")
    known = RecordedWorks([*records, *(record for case in cases for record in case["records"])])
    works = list(citable(records))
    hard = list(correct_hard_entries(folder))
    rendered = [
        (work.doi.name, as_written(work, STYLES[i // share % len(STYLES)]), work)
        for i, work in enumerate(works)
        if i % share == 0
    ]
    registries = known.registries()
    for what, group in (("hard entries", hard), (f"1 record in {share}", rendered)):
        sounds = [
            Sound(name, entry, work, works[(i * 97 + 1511) % len(works)])
            for i, (name, entry, work) in enumerate(group)
        ]
        _print(f"Seeded errors in {what}, by DOI", sounds, registries, verbose=verbose)
        found = [replace(s, entry=s.entry.changed(doi=None)) for s in sounds]
        _print("The same without a DOI, found by search", found, registries, verbose=verbose)


def _print(title: str, sounds: Sequence[Sound], registries: Registries, *, verbose: bool) -> None:
    has_doi = any("doi" in sound.entry.fields for sound in sounds)
    print(f"{title:44} entries  named  otherwise  note only  silent")
    findings = _checked(((s.name, s.entry) for s in sounds), registries)
    alarmed = {name for name, found in findings.items() if any(map(_is_alarm, found))}
    print(f"  {'unspoilt':40} {len(sounds):8}  {len(alarmed)} false alarms")
    for name in sorted(alarmed):
        if verbose or half_of(name) == "tuning":
            told = "; ".join(f"{f.code} {f.message}" for f in findings[name] if _is_alarm(f))
            print(f"    false alarm: {name}: {told}")
    for seed in SEEDS:
        if has_doi or not seed.needs_doi:
            spoilt = {s.name: entry for s in sounds if (entry := seed.spoil(s))}
            _print_seed(seed, _checked(spoilt.items(), registries), verbose=verbose)


def _print_seed(seed: Seed, told: dict[str, list[Finding]], *, verbose: bool) -> None:
    tally: Counter[str] = Counter()
    for name, found in told.items():
        serious = {f.code for f in found if _is_alarm(f)}
        notes = [f for f in found if f.code in ("MET004", "MET011", "MET012", "DOI009")]
        kind = (
            "named" if serious & seed.codes else "otherwise" if serious
            else "note" if notes else "silent"
        )  # fmt: skip
        tally[kind] += 1
        if kind != "named" and verbose:
            print(f"    {kind}: {seed.name}: {name}: {'; '.join(map(str, found))}")
    counts = f"{tally['named']:6} {tally['otherwise']:10} {tally['note']:10} {tally['silent']:7}"
    print(f"  {seed.name:40} {len(told):8} {counts}")


def _is_alarm(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE and finding.code[:3] in ("MET", "DOI")


def _checked(
    entries: Iterable[tuple[str, Entry]], registries: Registries
) -> dict[str, list[Finding]]:
    """The findings on each entry, all of them checked as one project."""
    keys = {f"key{i}": (name, entry) for i, (name, entry) in enumerate(entries)}
    with tempfile.TemporaryDirectory() as folder:
        text = bibliography((key, entry) for key, (_, entry) in keys.items())
        (Path(folder) / "references.bib").write_text(text, encoding="utf-8")
        report = check(load_project(folder), registries)
    told: dict[str, list[Finding]] = {name: [] for name, _ in keys.values()}
    for finding in report.findings:
        if finding.key in keys and finding.code != "DOI006":  # the same work twice in this file
            told[keys[finding.key][0]].append(finding)
    return told
