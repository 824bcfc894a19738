"""All registries of a run, over one session: opened together, closed together."""

from __future__ import annotations

import re
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from evidence.errors import InputError
from evidence.registries.agencies import DoiOrgAgencies
from evidence.registries.chain import ChainedRegistry
from evidence.registries.crossref import CrossrefRegistry
from evidence.registries.crossref_addresses import CrossrefAddresses
from evidence.registries.crossref_search import CrossrefSearch
from evidence.registries.datacite import DataCiteRegistry
from evidence.registries.europe_pmc import EuropePmcAbstracts
from evidence.registries.europe_pmc_addresses import EuropePmcAddresses
from evidence.registries.interface import Abstracts, NoAbstracts, Registries, Registry
from evidence.registries.snapshot import SnapshotRegistry
from evidence.wire.clock import SYSTEM_CLOCK, Clock
from evidence.wire.record_cache import RecordCache
from evidence.wire.retry import PATIENCE, Patience
from evidence.wire.session import Session
from evidence.wire.user_agent import PRODUCT, user_agent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evidence.registries.crossref_client import CrossrefClient

CROSSREF_URL: Final = "https://api.crossref.org"
DOI_URL: Final = "https://doi.org"
DATACITE_URL: Final = "https://api.datacite.org"
EUROPE_PMC_URL: Final = "https://www.ebi.ac.uk/europepmc/webservices/rest"

_MAIL: Final = re.compile(r"[!-~]+@[!-~]+")


@contextmanager
def connect(
    *,
    mailto: str = "",
    crossref_url: str = "",
    doi_url: str = "",
    datacite_url: str = "",
    europe_pmc_url: str = "",
    europe_pmc: bool = False,
    cache_dir: Path | str | None = None,
    snapshot: Path | str | None = None,
    offline: bool = False,
    refresh: bool = False,
    patience: Patience = PATIENCE,
    clock: Clock = SYSTEM_CLOCK,
) -> Iterator[Registries]:
    """The registries, open as long as the block lasts.

    `mailto` is the e-mail address that Crossref asks for in return for wider limits. An empty
    address of a service stands for the real one. Europe PMC is asked for abstracts only where
    `europe_pmc` says so. Without `cache_dir` answers last as long as the
    block. `snapshot` is asked where Crossref is unavailable. `offline` asks nobody, and takes
    answers from the cache that are too old as well. `refresh` asks anew for all that is in the
    cache, each thing once.

    Raises InputError for an address that is none, for a cache that cannot be used, and for
    `offline` with `refresh`.
    """
    if offline and refresh:
        raise InputError("`refresh` asks anew and `offline` asks nobody: expected one of the two")
    crossref = _service(crossref_url or CROSSREF_URL)
    doi_org = _service(doi_url or DOI_URL)
    datacite = _service(datacite_url or DATACITE_URL)
    abstracts_from = _service(europe_pmc_url or EUROPE_PMC_URL)
    if mailto and not _MAIL.fullmatch(mailto):
        raise InputError(f"`{mailto}` is not an e-mail address: expected `name@example.org`")
    with ExitStack() as stack:
        records = stack.enter_context(
            closing(
                RecordCache(
                    Path(cache_dir) if cache_dir else None,
                    any_age=offline,
                    since=datetime.now(UTC) if refresh else None,
                )
            )
        )
        session = stack.enter_context(
            Session(
                records,
                user_agent=user_agent(mailto),
                polite=bool(mailto),
                offline=offline,
                patience=patience,
                clock=clock,
            )
        )
        client = _client_on_demand(stack, session, crossref, mailto)
        addresses = CrossrefAddresses(crossref)
        agencies = DoiOrgAgencies(records, session, doi_org, offline=offline)
        works: Registry = CrossrefRegistry(records, client, addresses, agencies, offline=offline)
        abstracts: Abstracts = NoAbstracts()
        if europe_pmc:
            abstracts = EuropePmcAbstracts(
                records, session, EuropePmcAddresses(abstracts_from), offline=offline
            )
        if snapshot:
            works = ChainedRegistry(works, SnapshotRegistry(Path(snapshot)))
        yield Registries(
            works=works,
            search=CrossrefSearch(records, client, addresses, offline=offline),
            agencies=agencies,
            requests=lambda: session.requests_sent,
            others={"DataCite": DataCiteRegistry(records, session, datacite, offline=offline)},
            abstracts=abstracts,
        )


def _client_on_demand(
    stack: ExitStack, session: Session, base_url: str, mailto: str
) -> Callable[[], CrossrefClient]:
    """What gives the one client, made when it is first asked for and closed with the rest."""

    @cache
    def client() -> CrossrefClient:
        # habanero takes 0.2 s to import, and a run that finds all in the cache needs none.
        from evidence.registries.crossref_client import CrossrefClient

        made = CrossrefClient(session, base_url, mailto=mailto, agent=PRODUCT)
        return stack.enter_context(closing(made))

    return client


def _service(address: str) -> str:
    """The address of a service, without its final slash. Raises InputError."""
    try:
        parts = urlsplit(address)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half a bracket
        is_usable = False
    if not is_usable or parts.query or parts.fragment or not re.fullmatch(r"[!-~]+", address):
        raise InputError(
            f"`{address}` is not the address of a service: expected one like `{CROSSREF_URL}`"
        )
    return address.rstrip("/")
