"""Registries in this process that answer from recorded Crossref records.

A search ranks all the records by the words that they share with the question, as the stand-in
server of the tests does, so that other works of nearly the same words come up beside the right one.
"""

import gzip
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evidence.errors import ServiceError
from evidence.model.doi import Doi
from evidence.model.outcome import Absent, Found, Outcome
from evidence.model.work import DateKind, Origin, Via, Work
from evidence.registries.crossref_record import work_from
from evidence.registries.interface import Registries, Sifted
from standin.ranking import Ranking

Record = dict[str, Any]
ORIGIN = Origin("Crossref", Via.NETWORK, None)
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
_HITS = 5
_RANKED_NAMES = 20
_NEVER_CITED = frozenset({"component", "peer-review", "journal-issue", "journal", "grant"})

# Agencies of DOIs that are not Crossref's: arXiv, Zenodo, Figshare, Dryad, OSF, ESO and others.
_AGENCIES = dict.fromkeys(
    ("10.48550", "10.5281", "10.6084", "10.5061", "10.17605", "10.7910", "10.57967", "10.18727",
     "10.4230", "10.26083", "10.15468", "10.24432"),
    "DataCite",
) | {"10.3254": "mEDRA"}  # fmt: skip


def data_folder() -> Path | None:
    """The folder of shared data; None where it is absent."""
    folder = Path(os.environ.get("EVIDENCE_SHARED_DATA", _BESIDE))
    return folder if (folder / "hard_entries").is_dir() else None


def rows(path: Path) -> Iterator[Record]:
    """The JSON lines of a compressed file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


class RecordedWorks:
    """Works by DOI and by their words."""

    def __init__(self, records: Iterable[Record]) -> None:
        by_doi = {str(record.get("DOI", "")).lower(): record for record in records}
        self._works: dict[Doi, Work] = {}
        known = []
        for record in by_doi.values():
            try:
                work = work_from(record, ORIGIN)
            except ServiceError:
                continue
            known.append(record)
            self._works |= dict.fromkeys((*work.aliases, work.doi), work)
        # Thousands of names would bury the words of a title under the weight of its length.
        self._ranking = Ranking(
            [
                {**record, "author": (record.get("author") or [])[:_RANKED_NAMES]}
                for record in known
                if record.get("type") not in _NEVER_CITED
            ]
        )

    def __contains__(self, name: str) -> bool:
        return Doi(name) in self._works

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """The record of each DOI as lists have it."""
        for doi, outcome in self.complete(dois):
            match outcome:
                case Found(work):
                    yield doi, Found(_as_listed(work))
                case _:
                    yield doi, outcome

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """The whole record of each DOI."""
        for doi in dois:
            work = self._works.get(doi)
            yield doi, Found(work) if work else Absent("not in Crossref")

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        """Those of the guesses that are among the records."""
        return Sifted({doi: self._works[doi] for doi in guesses if doi in self._works})

    def search(self, descriptions: Sequence[str]) -> Iterator[tuple[str, tuple[Work, ...]]]:
        """The five records that share most with each description."""
        for description in descriptions:
            hits = self._ranking.search(description)[:_HITS]
            dois = (work_from(record, ORIGIN).doi for record, _ in hits)
            yield description, tuple(_as_listed(self._works[doi]) for doi in dois)

    def registries(self) -> Registries:
        """These records as all that a run may ask."""
        return Registries(works=self, search=self, agencies=_Agencies(), requests=lambda: 0)


def _as_listed(work: Work) -> Work:
    """The work without what Crossref's lists leave out."""
    dates = tuple(known for known in work.dates if known.kind is not DateKind.ISSUE)
    return replace(work, dates=dates, aliases=(), is_partial=True)


class _Agencies:
    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent]]:
        for doi in dois:
            agency = _AGENCIES.get(doi.prefix, "")
            reason = f"registered with {agency}" if agency else "no agency knows this DOI"
            yield doi, Absent(reason, agency=agency)

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Absent]]:
        for short in short_dois:
            yield short, Absent("no short DOI of that name")
