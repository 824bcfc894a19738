"""What stands before a DOI, in words: an address, a proxy, a label."""

import re
from difflib import SequenceMatcher
from typing import Final

_RESOLVER: Final = re.compile(r"(?:dx\.|www\.)?doi\.org", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?:/{0,2}|www\.)([^\s/?#]*)", re.IGNORECASE)
_LONGEST: Final = 60


def describe_lead(before: str) -> str:
    """In words, what kind of text stands before a DOI."""
    lead = before.strip()
    address = _ADDRESS.match(lead)
    host = (address[1] if address else "").casefold()
    if "proxy" in host or (re.search(r"doi[.-]org", host) and not _RESOLVER.fullmatch(host)):
        return f"library proxy's address `{lead}`"
    if re.fullmatch(rf"{_RESOLVER.pattern}/+", lead, re.IGNORECASE):
        return f"resolver's name `{lead}` without `https://`"
    if _RESOLVER.search(lead):
        return f"damaged or doubled resolver address `{lead}`"
    if host and _is_like_the_resolver(host):
        return f"misspelt resolver address `{lead}`"
    if host:
        return f"address of another site `{lead}`"
    return f"`{lead}`" if len(lead) <= _LONGEST else f"`{lead[: _LONGEST - 3]}...`"


def _is_like_the_resolver(host: str) -> bool:
    """Whether a letter or two make it the resolver's host: `dx.doi.og`, `dx.dio.org`."""
    return any(SequenceMatcher(None, host, real).ratio() >= 0.8 for real in _HOSTS)


_HOSTS: Final = ("doi.org", "dx.doi.org", "www.doi.org")
