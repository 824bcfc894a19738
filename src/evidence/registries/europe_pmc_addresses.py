"""Where Europe PMC says what it knows of DOIs."""

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from evidence.model.doi import Doi
from evidence.registries.batches import LONGEST_LINE

_OR: Final = "%20OR%20"
# As large as may be: a DOI may have several records, and a phrase may be found in longer DOIs.
_REST: Final = "&resultType=core&format=json&pageSize=1000"
# A whole record has some 10 kB.
_LARGEST: Final = 50


class EuropePmcAddresses:
    """The addresses at one Europe PMC."""

    def __init__(self, base_url: str) -> None:
        self._search = f"{base_url}/search"
        path = urlsplit(self._search).path
        self._room = LONGEST_LINE - len(f"GET {path}?query={_REST} HTTP/1.1")

    def asked(self, dois: Sequence[Doi]) -> str:
        """Where the records of these DOIs are."""
        return f"{self._search}?query={_OR.join(map(_clause, dois))}{_REST}"

    def kept(self, doi: Doi) -> str:
        """Where what is known of one DOI is kept."""
        return self.asked((doi,))

    def batches(self, dois: Sequence[Doi]) -> Iterator[Sequence[Doi]]:
        """The DOIs in their order, as many together as one request takes."""
        batch: list[Doi] = []
        length = 0
        for doi in dois:
            size = len(_clause(doi)) + len(_OR)
            if batch and (len(batch) == _LARGEST or length + size > self._room):
                yield tuple(batch)
                batch, length = [], 0
            batch.append(doi)
            length += size
        if batch:
            yield tuple(batch)


def _clause(doi: Doi) -> str:
    """The part of a query that asks for a DOI, percent-encoded as it is sent."""
    phrase = doi.name.replace("\\", "\\\\").replace('"', '\\"')
    return quote(f'DOI:"{phrase}"', safe="")
