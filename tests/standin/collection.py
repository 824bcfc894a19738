"""The works that the stand-in serves, by DOI, and where they are read from."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from standin.ranking import Ranking

Record: TypeAlias = dict[str, Any]


def lower_doi(doi: str) -> str:
    """`doi` in Crossref's case: ASCII letters are lower, others stay."""
    return doi.encode().lower().decode()


def read_lines(path: Path) -> Iterator[Record]:
    """The JSON objects of a JSON-lines file, which may be gzipped.

    Raises ValueError for a line that is no JSON object.
    """
    content = path.read_bytes()
    lines = gzip.decompress(content) if path.suffix == ".gz" else content
    for number, line in enumerate(lines.splitlines(), start=1):
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ValueError(f"{path}:{number}: expected a JSON object")
        yield record


def in_the_part_of_crossref(record: Record) -> Record:
    """A hand-made record as Crossref would send it, without the note on how it was made.

    The stand-in plays Crossref, so that the code under test takes a record as one of Crossref's.
    This happens on the wire only: the files say `hand-made`, and nothing claims to be Crossref's.
    """
    played = {name: value for name, value in record.items() if name != "evidence"}
    return played | {"source": "Crossref"}


@dataclass
class Collection:
    """Works by their lower-case DOI, in the order of the files; of two the later one counts."""

    works: dict[str, Record] = field(default_factory=dict)
    primaries: dict[str, str] = field(default_factory=dict)  # alias → primary DOI

    @classmethod
    def read(cls, paths: Iterable[Path], *, as_crossref: bool) -> "Collection":
        """The works of all these files."""
        collection = cls()
        for path in paths:
            for record in read_lines(path):
                played = in_the_part_of_crossref(record) if as_crossref else record
                collection.add(played)
        return collection

    def add(self, record: Record) -> None:
        """Serve `record` as well, under its DOI and its aliases."""
        doi = lower_doi(record["DOI"])
        self.works[doi] = record | {"DOI": doi}
        self.primaries |= {lower_doi(alias): doi for alias in record.get("aliases", ())}

    def find(self, doi: str) -> Record | None:
        """The work with this primary DOI, in any case of its ASCII letters."""
        return self.works.get(lower_doi(doi))

    def primary(self, alias: str) -> str | None:
        """The primary DOI that `alias` stands for, None when it is no alias."""
        return self.primaries.get(lower_doi(alias))

    def knows(self, doi: str) -> bool:
        """Whether `doi` is registered here, as a primary DOI or as an alias."""
        return bool(self.find(doi) or self.primary(doi))

    def another(self, doi: str) -> Record | None:
        """Any work but this one."""
        own = lower_doi(doi)
        return next((record for name, record in self.works.items() if name != own), None)

    @cached_property
    def ranking(self) -> Ranking:
        """The index for searches, made on the first one."""
        return Ranking(tuple(self.works.values()))
