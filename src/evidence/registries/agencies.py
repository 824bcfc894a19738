"""doi.org on who registered a DOI: asked about what Crossref does not have."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from evidence.model.doi import Doi, parse_bare
from evidence.model.outcome import Absent, Unavailable
from evidence.wire import ages
from evidence.wire.failures import WireError, host_of, reason_of_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidence.wire.record_cache import RecordCache
    from evidence.wire.session import Session

# Field notes of other projects: about six DOIs a call.
_MOST_DOIS: Final = 6

# What doi.org says of a DOI that nobody registered.
_UNREGISTERED: Final = frozenset({"DOI does not exist", "Invalid DOI"})


class DoiOrgAgencies:
    """The registration agencies of DOIs, at doi.org or what stands in for it at `base_url`."""

    def __init__(
        self, cache: RecordCache, session: Session, base_url: str, *, offline: bool = False
    ) -> None:
        self._cache = cache
        self._session = session
        self._base_url = base_url
        self._offline = offline

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        """Each DOI once, those in the cache first."""
        unknown = []
        for doi in dict.fromkeys(dois):
            kept = self._cache.read(self._address((doi,)))
            if kept:
                yield doi, _outcome(doi, _by_doi(kept.body))
            else:
                unknown.append(doi)
        if self._offline:
            yield from ((doi, Unavailable("offline, and not in the cache")) for doi in unknown)
            return
        for call in _calls(unknown):
            yield from self._ask(call)

    def _address(self, dois: Sequence[Doi]) -> str:
        # The `/` stays as it is, as in doi.org's own examples; many servers refuse `%2F` in a path.
        return f"{self._base_url}/ra/{','.join(quote(doi.name) for doi in dois)}"

    def _ask(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        """The outcomes of DOIs that go into one call."""
        told = self._told(dois)
        if isinstance(told, Unavailable):
            yield from ((doi, told) for doi in dois)
            return
        self._remember({doi: told[doi] for doi in dois if doi in told})
        yield from ((doi, _outcome(doi, told)) for doi in dois)

    def _told(self, dois: Sequence[Doi]) -> dict[Doi, dict[str, object]] | Unavailable:
        """What doi.org says of each DOI."""
        host = host_of(self._base_url)
        try:
            answer = self._session.get(self._address(dois))
        except WireError as error:
            return Unavailable(str(error))
        if answer.status_code != HTTPStatus.OK:
            return Unavailable(reason_of_status(answer.status_code, host))
        try:
            return _by_doi(answer.json())
        except (ValueError, RecursionError):
            return Unavailable(f"`{host}` answered something that names no agency")

    def _remember(self, told: Mapping[Doi, Mapping[str, object]]) -> None:
        for age, is_registered in ((ages.FOUND, True), (ages.ABSENT, False)):
            answers = {
                self._address((doi,)): [dict(entry)]
                for doi, entry in told.items()
                if bool(entry.get("RA")) is is_registered
            }
            self._cache.remember(answers, age=age)


def _calls(dois: Sequence[Doi]) -> Iterator[tuple[Doi, ...]]:
    """The DOIs in groups for one call each; a comma parts DOIs, so one with a comma is alone."""
    alone = [doi for doi in dois if "," in doi.name]
    others = [doi for doi in dois if "," not in doi.name]
    yield from (tuple(others[at : at + _MOST_DOIS]) for at in range(0, len(others), _MOST_DOIS))
    yield from ((doi,) for doi in alone)


def _by_doi(body: object) -> dict[Doi, dict[str, object]]:
    """What doi.org tells of each DOI: `{"DOI": …, "RA": …}` or `{"DOI": …, "status": …}`."""
    entries = (
        entry for entry in (body if isinstance(body, list) else []) if isinstance(entry, dict)
    )
    named = ((parse_bare(str(entry.get("DOI"))), entry) for entry in entries)
    return {doi: entry for doi, entry in named if doi}


def _outcome(doi: Doi, told: Mapping[Doi, Mapping[str, object]]) -> Absent | Unavailable:
    """The outcome for a DOI that Crossref does not have."""
    entry = told.get(doi)
    agency = _agency_name(entry.get("RA")) if entry else ""
    status = str(entry.get("status")) if entry else ""
    if agency == "Crossref":
        return Unavailable("doi.org says Crossref registered it, and Crossref has no record of it")
    if agency:
        return Absent(f"registered with {agency}, not with Crossref", agency=agency)
    if status in _UNREGISTERED:
        return Absent(f"no registration agency knows it (doi.org: {status})")
    return Unavailable("doi.org did not say who registered it")


def _agency_name(value: object) -> str:
    """The agency as it writes itself: doi.org has spelt `CrossRef` and `Data Cite` too."""
    name = value.strip() if isinstance(value, str) else ""
    known = {"crossref": "Crossref", "datacite": "DataCite"}
    return known.get(name.replace(" ", "").casefold(), name)
