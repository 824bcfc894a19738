"""doi.org on who registered a DOI: asked about what Crossref does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote

from evidence.model.outcome import Absent, Unavailable
from evidence.registries.json_answers import OFFLINE, fetch_json
from evidence.registries.json_parts import items, part, text
from evidence.registries.short_dois import ShortDois
from evidence.wire import ages
from evidence.wire.failures import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from evidence.model.doi import Doi
    from evidence.wire.record_cache import RecordCache
    from evidence.wire.session import Session

# Field notes of other projects: about six names a call.
_MOST_NAMES: Final = 6

# What doi.org says of a DOI, or of a prefix, that nobody registered.
_UNREGISTERED: Final = frozenset({"DOI does not exist", "Invalid DOI"})

# Prefixes for trying things out: DataCite's, Crossref's (which the ACM has printed in proceedings),
# and one that nobody has.
_FOR_TESTS: Final = frozenset({"10.5072", "10.5555", "10.9999"})

_NOTHING_SAID: Final = Unavailable("doi.org did not say who registered it")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What doi.org says of a name: its `agency`, or in `status` why there is none."""

    agency: str = ""
    status: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether nobody registered it."""
        return not self.agency and self.status in _UNREGISTERED


_Told: TypeAlias = _Entry | Unavailable


class DoiOrgAgencies:
    """The registration agencies of DOIs, at doi.org or what stands in for it at `base_url`."""

    def __init__(
        self, cache: RecordCache, session: Session, base_url: str, *, offline: bool = False
    ) -> None:
        self._cache = cache
        self._session = session
        self._base_url = base_url
        self._offline = offline
        self._short_dois = ShortDois(cache, session, base_url, offline=offline)

    def expand(self, short_dois: Sequence[str]) -> Iterator[tuple[str, Doi | Absent | Unavailable]]:
        """For each short DOI (`10/gf4gqc`) once: the DOI that it stands for."""
        return self._short_dois.expand(short_dois)

    def locate(self, dois: Sequence[Doi]) -> Iterator[tuple[Doi, Absent | Unavailable]]:
        """Each DOI once, those in the cache first, those that do not exist last.

        Of what does not exist it is asked whether anybody has the prefix.
        """
        by_name = {doi.name: doi for doi in dois}
        prefixes: dict[str, _Told] = {}
        missing: dict[Doi, str] = {}
        for name, told in self._tell(by_name, spare=_prefixes(by_name.values())):
            doi = by_name.get(name)
            if doi is None:
                prefixes[name] = told
            elif isinstance(told, _Entry) and told.is_missing:
                missing[doi] = told.status
            else:
                yield doi, _registered(told)
        prefixes |= self._tell(name for name in _prefixes(missing) if name not in prefixes)
        for doi, status in missing.items():
            yield doi, _unregistered(doi, status, prefixes.get(doi.prefix))

    def _tell(
        self, names: Iterable[str], *, spare: Sequence[str] = ()
    ) -> Iterator[tuple[str, _Told]]:
        """What doi.org says of each name, a DOI or a prefix.

        Calls that are made anyway are filled up with `spare` names that the cache lacks.
        """
        unknown = []
        for name in names:
            told = self._kept(name)
            if told:
                yield name, told
            else:
                unknown.append(name)
        if self._offline:
            yield from ((name, OFFLINE) for name in unknown)
            return
        for call in _calls(unknown, [name for name in spare if not self._kept(name)]):
            yield from self._ask(call)

    def _kept(self, name: str) -> _Told | None:
        kept = self._cache.read(self._address((name,)))
        return _by_name(kept.body).get(name, _NOTHING_SAID) if kept else None

    def _address(self, names: Sequence[str]) -> str:
        # The `/` stays as it is, as in doi.org's own examples; many servers refuse `%2F` in a path.
        return f"{self._base_url}/ra/{','.join(map(quote, names))}"

    def _ask(self, names: Sequence[str]) -> Iterator[tuple[str, _Told]]:
        """What doi.org says of names that go into one call."""
        try:
            told = _by_name(fetch_json(self._session, self._address(names)).body)
        except AnswerError as error:
            yield from ((name, Unavailable(str(error))) for name in names)
            return
        self._remember({name: told[name] for name in names if name in told})
        yield from ((name, told.get(name, _NOTHING_SAID)) for name in names)

    def _remember(self, told: Mapping[str, _Entry]) -> None:
        registered = {name: {"RA": told[name].agency} for name in told if told[name].agency}
        missing = {
            name: {"status": entry.status} for name, entry in told.items() if entry.is_missing
        }
        for age, said in ((ages.FOUND, registered), (ages.ABSENT, missing)):
            answers = {self._address((name,)): [{"DOI": name} | said[name]] for name in said}
            self._cache.remember(answers, age=age)


def _prefixes(dois: Iterable[Doi]) -> list[str]:
    """The prefixes of which it is worth knowing whether anybody has them, each once."""
    return [name for name in dict.fromkeys(doi.prefix for doi in dois) if name not in _FOR_TESTS]


def _calls(names: Sequence[str], spare: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The names in groups for one call each, the last of them filled up with spare ones.

    A comma parts names, so one with a comma is alone.
    """
    together = [name for name in names if "," not in name]
    room = -len(together) % _MOST_NAMES
    together += spare[:room]
    yield from (
        tuple(together[at : at + _MOST_NAMES]) for at in range(0, len(together), _MOST_NAMES)
    )
    yield from ((name,) for name in names if "," in name)


def _by_name(body: object) -> dict[str, _Entry]:
    """What doi.org tells of each name: `{"DOI": …, "RA": …}` or `{"DOI": …, "status": …}`."""
    return {
        text(part(item, "DOI")).encode().lower().decode(): _Entry(
            _agency_name(text(part(item, "RA"))), text(part(item, "status"))
        )
        for item in items(body)
    }


def _registered(told: _Told) -> Absent | Unavailable:
    """The outcome for a DOI of which doi.org does not say that it does not exist."""
    if isinstance(told, Unavailable):
        return told
    if told.agency == "Crossref":
        return Unavailable("doi.org says Crossref registered it, and Crossref has no record of it")
    if told.agency:
        return Absent(f"registered with {told.agency}, not compared", agency=told.agency)
    return _NOTHING_SAID


def _unregistered(doi: Doi, status: str, of_prefix: _Told | None) -> Absent:
    """The outcome for a DOI of which doi.org says that it does not exist."""
    prefix = doi.prefix
    if isinstance(of_prefix, _Entry) and of_prefix.is_missing:
        return Absent(f"the prefix `{prefix}` is not registered (doi.org: {of_prefix.status})")
    reason = f"no registration agency knows it (doi.org: {status})"
    return Absent(f"{reason}; `{prefix}` is a prefix for tests" if prefix in _FOR_TESTS else reason)


def _agency_name(name: str) -> str:
    """The agency as it writes itself: doi.org has spelt `CrossRef` and `Data Cite` too."""
    known = {"crossref": "Crossref", "datacite": "DataCite"}
    return known.get(name.replace(" ", "").casefold(), name)
