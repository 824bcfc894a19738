"""Works from a file: for use without a network.

A snapshot holds one Crossref record a line, as JSON. Beside Crossref's own members a record says
where it is from: `"source": "hand-made"` with `"evidence": {"made": "2026-11-22"}`, or Crossref's
own `"source": "Crossref"` with `"evidence": {"retrieved": "2026-11-22"}` for one that was fetched.
What does not say that it was fetched, and when, is taken for hand-made: it verifies nothing.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Final

from evidence.errors import InputError, ServiceError
from evidence.model.doi import Doi
from evidence.model.outcome import Found, Outcome, Unavailable
from evidence.model.place import Place
from evidence.model.work import Origin, Via, Work
from evidence.registries.crossref_record import work_from
from evidence.registries.interface import Sifted

_NOT_THERE: Final = Unavailable("not in the snapshot")


class SnapshotRegistry:
    """The works of a snapshot, read when the first is asked for.

    What is not in it is unknown, never absent: a snapshot is no registry. All questions raise
    InputError when the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def resolve(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once."""
        for doi in dict.fromkeys(dois):
            work = self._works.get(doi)
            yield doi, Found(work) if work else _NOT_THERE

    def complete(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
        """Each DOI once: a snapshot's records are whole."""
        return self.resolve(dois)

    def sift(self, guesses: Sequence[Doi]) -> Sifted:
        """The works of those guesses that are in it; nothing is known of the others."""
        works = {doi: self._works[doi] for doi in guesses if doi in self._works}
        return Sifted(works, {doi: _NOT_THERE.reason for doi in guesses if doi not in works})

    @cached_property
    def _works(self) -> dict[Doi, Work]:
        """The works by their DOI and its aliases; of two records the later one counts."""
        works: dict[Doi, Work] = {}
        for number, line in enumerate(self._text().split("\n"), start=1):
            if line.strip():
                work = self._read(line, Place(str(self._path), number))
                works |= dict.fromkeys((*work.aliases, work.doi), work)
        return works

    def _text(self) -> str:
        try:
            return self._path.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise InputError(
                f"the snapshot `{self._path}` cannot be read ({error.strerror})"
            ) from error
        except UnicodeDecodeError as error:
            raise InputError(f"the snapshot `{self._path}` is not in UTF-8") from error

    def _read(self, line: str, place: Place) -> Work:
        """The work of a line. Raises InputError."""
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(
                "the line is not JSON: expected a Crossref record", place=place
            ) from error
        try:
            fetched = _note(record).get("retrieved") and record.get("source") == "Crossref"
            origin = Origin("Crossref", Via.SNAPSHOT, _day(record), hand_made=not fetched)
            return work_from(record, origin)
        except ValueError as error:
            raise InputError(
                f"the record's date cannot be read ({error}): expected one like `2026-11-22`",
                place=place,
            ) from error
        except ServiceError as error:
            raise InputError(f"the line is not a Crossref record: {error}", place=place) from error


def _note(record: object) -> dict[str, object]:
    """What the record says of itself beside Crossref's own members."""
    note = record.get("evidence") if isinstance(record, dict) else None
    return note if isinstance(note, dict) else {}


def _day(record: object) -> datetime | None:
    """When the record was fetched, or made by hand. Raises ValueError for what is no date."""
    note = _note(record)
    written = note.get("retrieved") or note.get("made")
    if written is None:
        return None
    moment = datetime.fromisoformat(str(written))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
