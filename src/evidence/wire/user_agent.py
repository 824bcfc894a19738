"""How the project names itself to the services that it asks."""

from importlib.metadata import PackageNotFoundError, version
from typing import Final

_DISTRIBUTION: Final = "evidence-ledger"


def product() -> str:
    """Name and version, as in `evidence-ledger/0.1.0`; version 0 where it is not installed."""
    try:
        return f"{_DISTRIBUTION}/{version(_DISTRIBUTION)}"
    except PackageNotFoundError:  # run from the sources
        return f"{_DISTRIBUTION}/0"


def user_agent(mailto: str) -> str:
    """The User-Agent header; `mailto` is what makes a request polite to Crossref, if given."""
    return f"{product()} (mailto:{mailto})" if mailto else product()
