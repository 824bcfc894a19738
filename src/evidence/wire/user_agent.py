"""How the project names itself to the services that it asks."""

from typing import Final

from evidence.version import __version__

PRODUCT: Final = f"evidence-ledger/{__version__}"
"""Name and version, as the first word of the User-Agent."""


def user_agent(mailto: str) -> str:
    """The User-Agent header; `mailto` is what makes a request polite to Crossref, if given."""
    return f"{PRODUCT} (mailto:{mailto})" if mailto else PRODUCT
