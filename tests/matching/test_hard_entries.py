"""Real entries beside their recorded Crossref records: correct ones pass, wrong ones do not."""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from evidence.matching.compare import compare
from evidence.matching.comparison import Aspect, Comparison
from evidence.model.doi import Doi
from evidence.model.reference import Reference
from evidence.model.work import Origin, Via, Work
from evidence.registries.crossref_record import work_from
from evidence.sources.bibtex import parse_bibliography
from shared_data import shared_file

ASPECTS = {
    "authors": Aspect.AUTHORS,
    "title": Aspect.TITLE,
    "year": Aspect.YEAR,
    "venue": Aspect.VENUE,
}
# Said to have another work's DOI, but the record has its title, authors, volume and pages; only
# its print date is of 30 December of the year before.
MISJUDGED = {"fp-2023mnras-519-1732n"}


@cache
def cases() -> tuple[tuple[str, frozenset[str], Reference, Work], ...]:
    return tuple(_cases(shared_file(Path("hard_entries/cases.jsonl.gz"))))


def _cases(path: Path) -> Iterator[tuple[str, frozenset[str], Reference, Work]]:
    origin = Origin("crossref", Via.SNAPSHOT, None)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            references = parse_bibliography(row["bib"], "references.bib").references
            field = references[0].doi_field if references else None
            try:
                doi = Doi.parse(field.text if field else "")
            except ValueError:
                continue
            for work in (work_from(found, origin) for found in row["records"]):
                if work.doi == doi and row["name"] not in MISJUDGED:
                    yield row["name"], frozenset(row["expected"]), references[0], work


def alarms(comparison: Comparison) -> list[str]:
    found = [d.message for d in comparison.disagreements if not d.is_note]
    return ["another work", *found] if comparison.is_other_work else found


def test_correct_entries_raise_no_alarm() -> None:
    right = [case for case in cases() if not case[1] & {*ASPECTS, "another-work"}]
    raised = {name: alarms(compare(reference, work)) for name, _, reference, work in right}
    assert len(right) > 45
    assert {name: found for name, found in raised.items() if found} == {}


@pytest.mark.parametrize("kind", ASPECTS)
def test_wrong_fields_are_named(kind: str) -> None:
    for name, expected, reference, work in cases():
        if kind in expected:
            named = {d.aspect for d in compare(reference, work).disagreements if not d.is_note}
            assert ASPECTS[kind] in named, name


def test_dois_of_other_works_are_found() -> None:
    wrong = [case for case in cases() if "another-work" in case[1]]
    assert len(wrong) >= 3
    for name, _, reference, work in wrong:
        assert compare(reference, work).is_other_work, name
