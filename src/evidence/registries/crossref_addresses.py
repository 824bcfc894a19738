"""Where Crossref answers what: the addresses under which its answers are kept."""

from typing import Final
from urllib.parse import quote, quote_plus, urlsplit

from evidence.model.doi import Doi
from evidence.registries.batches import LONGEST_LINE, clauses

# The answer without `select` is several times as long. Crossref refuses a request that selects any
# other name than those it lists; `journal-issue` and `aliases` are not among them.
SELECTED: Final = (
    *("DOI", "type", "title", "original-title", "subtitle", "author", "editor", "publisher"),
    *("container-title", "short-container-title", "event", "volume", "issue", "page"),
    *("article-number", "published-print", "published-online", "issued", "posted", "created"),
    *("update-to", "updated-by", "relation", "abstract"),
)
"""The members of a record that a list is asked for: those that are read and may be selected."""

# Answers are kept under the address that was asked before abstracts were selected: what is in a
# user's cache from then stays of use, and is asked for again when it is too old anyhow.
_SELECT: Final = quote(",".join(name for name in SELECTED if name != "abstract"), safe="")
_ASKED: Final = quote(",".join(SELECTED), safe="")


class CrossrefAddresses:
    """The addresses at one Crossref."""

    def __init__(self, base_url: str) -> None:
        self._works = f"{base_url}/works"

    def single(self, doi: Doi) -> str:
        """Where the whole record of a DOI is."""
        return f"{self._works}/{doi.path}"

    def listed(self, *dois: Doi) -> str:
        """Where what lists say of these DOIs is kept: of each a shortened record, or nothing.

        Not the address of the single record, since a list may lack a work that exists.
        """
        return f"{self._works}?filter={clauses(dois)}&rows={len(dois)}&select={_SELECT}"

    def searched(self, question: str, rows: int) -> str:
        """Where the works are kept that fit a description best."""
        asked = quote_plus(question)
        return f"{self._works}?rows={rows}&select={_SELECT}&query.bibliographic={asked}"

    @property
    def room(self) -> int:
        """How many bytes the request line of a list of a hundred has for its clauses."""
        path = urlsplit(self._works).path
        return LONGEST_LINE - len(f"GET {path}?filter=&rows=100&select={_ASKED} HTTP/1.1")
