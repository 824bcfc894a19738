"""How exactly printed references are taken apart, on real records in the styles of journals.

Records of Crossref are rendered as reference strings, in each style in turn, and read again; every
field is compared with what was rendered. Cases are split in two by a hash of their DOI; only the
first half was looked at for tuning. A field is `right` when it is what the style printed, `empty`
when it was left out though it was printed, else `wrong`.

Needs the shared data folder beside the checkout, or its path in EVIDENCE_SHARED_DATA; says
`skipped` where it is absent. `-v` lists what went wrong in the half that was tuned on.
"""

import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench_find import (
    FOLDER,
    STYLES,
    clean,
    colon,
    family_comma,
    family_first,
    given_first,
    half_of,
    listed,
    number_of,
    pages_of,
    sample,
)
from evidence.matching.people import person
from evidence.matching.text import letters
from evidence.model.printed import PrintedReference
from evidence.model.work import Name, Work
from evidence.sources.printed_references import read_printed

FIELDS = ("authors", "title", "venue", "year", "volume", "issue", "pages", "doi")
# These abbreviate a journal by a rule that is not ISO 4's, where the record has no abbreviation.
CUT_BY_RULE = {"Vancouver", "Nature", "IEEE", "astronomy, no title"}
NO_TITLE = {"astronomy, no title", "ACS, no title"}
NO_ISSUE = {
    "Nature",
    "astronomy, no title",
    "author, title, year",
    "Elsevier",
    "Vancouver, brief",
    "Nature, stopped",
}


def short_venue(work: Work) -> str:
    """The venue as abbreviated in the record; in full where the record has no abbreviation."""
    short = clean(work.venues[-1])
    return short if len(short) < len(clean(work.venue)) else clean(work.venue)


def stopped_venue(work: Work) -> str:
    """The abbreviated venue with a full stop behind each word that was cut."""
    full = clean(work.venue).lower()
    words = short_venue(work).replace(".", "").split()
    return " ".join(w if w.lower() in full.split() else f"{w}." for w in words)


def ama(work: Work) -> str:
    who = listed(work, family_first, 6, ", ")
    number = f"{work.volume}({work.issue})" if work.issue else work.volume
    where = colon(f"{work.year};{number}", pages_of(work, "-"))
    return f"{who}. {clean(work.title)}. {short_venue(work)}. {where}. doi:{work.doi}"


def medline(work: Work) -> str:
    who = listed(work, family_first, 3, ", ")
    where = colon(
        f"{work.year}; {work.volume}", f" {pages_of(work, '-')}" if pages_of(work) else ""
    )
    return f"{who}. {clean(work.title)}. {short_venue(work)} {where}."


def harvard(work: Work) -> str:
    who = listed(work, family_comma, 3, " and ")
    number = f"{work.volume}({work.issue})" if work.issue else work.volume
    where = ", ".join(p for p in (clean(work.venue), number, f"pp. {pages_of(work)}") if p)
    return f"{who}, {work.year}. {clean(work.title)}. {where}."


def elsevier(work: Work) -> str:
    who = listed(work, given_first, 6, ", ")
    where = f"{stopped_venue(work)} {work.volume} ({work.year}) {pages_of(work)}"
    return f"{who}, {clean(work.title)}, {where}. https://doi.org/{work.doi}."


def acs(work: Work) -> str:
    who = listed(work, family_comma, 10, "; ", "; ")
    who += "." if who.endswith("et al") else ""
    number = f"{work.volume} ({work.issue})" if work.issue else work.volume
    return f"{who} {stopped_venue(work)} {work.year}, {number}, {pages_of(work)}."


def acs_with_title(work: Work) -> str:
    who = listed(work, family_comma, 10, "; ", "; ")
    who += "." if who.endswith("et al") else ""
    number = f"{work.volume} ({work.issue})" if work.issue else work.volume
    where = f"{work.year}, {number}, {pages_of(work)}"
    return f"{who} {clean(work.title)}. {stopped_venue(work)} {where}."


def nature_stopped(work: Work) -> str:
    who = listed(work, family_comma, 5, " & ")
    where = f"{stopped_venue(work)} {work.volume}, {pages_of(work)} ({work.year})"
    return f"{who}{'' if who.endswith('.') else '.'} {clean(work.title)}. {where}."


ALL_STYLES: dict[str, Callable[[Work], str]] = STYLES | {
    "AMA": ama,
    "Vancouver, brief": medline,
    "Harvard": harvard,
    "Elsevier": elsevier,
    "ACS, no title": acs,
    "ACS": acs_with_title,
    "Nature, stopped": nature_stopped,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A record in a style."""

    work: Work
    style: str
    text: str


def is_printable(work: Work) -> bool:
    """Whether a list could print it: an article with a volume, of persons whose names are whole."""
    if work.type != "journal-article" or not any(map(str.isdigit, work.volume)):
        return False
    persons = [name for name in work.authors if not name.is_group]
    return all(n.given[:1].isalpha() and "," not in n.family + n.given for n in persons)


def cases(works: list[Work]) -> Iterator[Case]:
    """Each work in three of the styles, in turn."""
    names = list(ALL_STYLES)
    for work in works:
        if not is_printable(work):
            continue
        first = number_of(work.doi.name + "style")
        for step in range(3):
            style = names[(first + step * 5) % len(names)]
            if style in CUT_BY_RULE and short_venue(work) == clean(work.venue):
                continue
            yield Case(work, style, ALL_STYLES[style](work))


def same_names(printed: PrintedReference, case: Case) -> bool:
    """Whether the names are those that the style prints, first initials included."""
    theirs = [name for name in case.work.authors if str(name).split(",")[0] in case.text]
    if printed.et_al:
        theirs = list(case.work.authors)[: len(printed.authors)]
    return bool(printed.authors) and list(map(_form, printed.authors)) == list(map(_form, theirs))


def _form(name: Name) -> tuple[str, str]:
    given = person(name).given
    return "".join(person(name).family), given[0][0] if given and not name.is_group else ""


def judge(case: Case, printed: PrintedReference) -> Iterator[tuple[str, str]]:
    """Each field that the style prints, and whether it was read rightly."""
    work, text = case.work, case.text
    yield "authors", _word(same_names(printed, case), bool(printed.authors))
    title = "" if case.style in NO_TITLE else clean(work.title)
    yield from _compared("title", title, printed.title)
    if case.style == "author, title, year":
        yield from _compared("year", str(work.year), printed.year)
        return
    venues = {letters(v) for v in (clean(work.venue), short_venue(work), stopped_venue(work))}
    yield "venue", _word(letters(printed.venue) in venues, bool(printed.venue))
    yield from _compared("year", str(work.year), printed.year)
    yield from _compared("volume", work.volume, printed.volume)
    if case.style not in NO_ISSUE and work.issue and work.issue in text:
        yield from _compared("issue", work.issue, printed.issue)
    pages = pages_of(work, "-")
    first = letters(pages.partition("-")[0])
    if case.style.startswith("astronomy"):
        yield "pages", _word(letters(printed.pages) == first, bool(printed.pages))
    else:
        yield from _compared("pages", pages, printed.pages)
    if f"{work.doi}" in text:
        yield "doi", _word(printed.doi.endswith(f"{work.doi}"), bool(printed.doi))


def _compared(name: str, wanted: str, found: str) -> Iterator[tuple[str, str]]:
    yield name, _word(letters(wanted) == letters(found), bool(found))


def _word(is_right: bool, is_there: bool) -> str:  # noqa: FBT001
    return "right" if is_right else "wrong" if is_there else "empty"


def print_table(tally: dict[tuple[str, str], dict[str, Counter[str]]]) -> None:
    print(f"\n| style | half | strings | {' | '.join(FIELDS)} |")
    print("|---|---|---|" + "---|" * len(FIELDS))
    for (style, half), fields in sorted(tally.items()):
        cells = []
        for name in FIELDS:
            counts = fields[name]
            total = sum(counts.values())
            cell = (
                f"{counts['right'] / total:.1%} / {counts['wrong'] / total:.1%}" if total else "–"
            )
            cells.append(cell)
        strings = sum(fields["authors"].values())
        print(f"| {style} | {half} | {strings} | {' | '.join(cells)} |")


def main() -> None:
    """Print the table: right / wrong of each field; the rest was left empty."""
    path = FOLDER / "crossref" / "works.jsonl.gz"
    if not path.exists():
        print("skipped: the records are not here (EVIDENCE_SHARED_DATA names their folder)")
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        chosen = list(cases(sample([json.loads(line) for line in lines])))
    verbose = "-v" in sys.argv[1:]
    tally: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    begun = time.process_time()
    read = [read_printed(case.text) for case in chosen]
    seconds = time.process_time() - begun
    for case, printed in zip(chosen, read, strict=True):
        half = half_of(case.work.doi.name)
        for name, word in judge(case, printed):
            tally[case.style, half][name][word] += 1
            tally["all", half][name][word] += 1
            if verbose and word != "right" and half == "tuned on":
                print(f"{word} {name} [{case.style}] {case.text}\n    {printed}")
    print("right / wrong of what was printed; the rest was left empty")
    print_table(tally)
    print(f"\n{len(chosen) / seconds:,.0f} strings a second")


if __name__ == "__main__":
    main()
