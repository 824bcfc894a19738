"""What goes over the wire: a request as it came in, the route it takes, and an answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote

DOI_ROOT = "/doi.org"
DATACITE_ROOT = "/datacite"
EUROPE_PMC_ROOT = "/europepmc"


class Route(StrEnum):
    """What a request asks for."""

    SINGLE = "single"  # Crossref: /works/{doi}
    AGENCY = "agency"  # Crossref: /works/{doi}/agency
    LIST = "list"  # Crossref: /works?filter=…
    SEARCH = "search"  # Crossref: /works?query…
    RA = "ra"  # doi.org: /ra/{doi}
    HANDLE = "handle"  # doi.org: /api/handles/{doi}
    DATACITE = "datacite"  # DataCite: /dois/{doi}
    EUROPE_PMC = "europe-pmc"  # Europe PMC: /search?query=…
    NOWHERE = "nowhere"

    @property
    def is_crossref(self) -> bool:
        """Whether Crossref answers it, with its pools and limits."""
        return self in (Route.SINGLE, Route.AGENCY, Route.LIST, Route.SEARCH)


_ROOTS = {
    f"{DOI_ROOT}/ra/": Route.RA,
    f"{DOI_ROOT}/api/handles/": Route.HANDLE,
    f"{DATACITE_ROOT}/dois/": Route.DATACITE,
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came in.

    `target` is the path and the query as sent, percent-encoded; `headers` have names in lower
    case; `status` is what was answered, None while no answer has been given.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None

    @property
    def path(self) -> str:
        """The path as sent; what follows an unquoted `?` or `#` is no part of it."""
        return self.target.partition("#")[0].partition("?")[0]

    @property
    def query(self) -> str:
        """The query as sent, without its `?`."""
        return self.target.partition("#")[0].partition("?")[2]

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters of the query, decoded; those without a value count for nothing."""
        return dict(parse_qsl(self.query))

    @property
    def line_length(self) -> int:
        """The length of the request line in bytes."""
        return len(f"{self.method} {self.target} HTTP/1.1")

    @property
    def route(self) -> Route:
        """What it asks for."""
        path = self.path
        if path == "/works":
            names = self.parameters
            is_search = any(name.partition(".")[0] == "query" for name in names)
            return Route.SEARCH if is_search else Route.LIST
        if path.startswith("/works/"):
            return Route.AGENCY if path.endswith("/agency") else Route.SINGLE
        if path == f"{EUROPE_PMC_ROOT}/search":
            return Route.EUROPE_PMC
        return next((r for root, r in _ROOTS.items() if path.startswith(root)), Route.NOWHERE)

    @property
    def asked(self) -> str:
        """What stands behind the route's root, still percent-encoded: a DOI, or several.

        A final slash that is not percent-encoded is lost, as in life.
        """
        path = self.path
        root = next((root for root in _ROOTS if path.startswith(root)), "/works/")
        tail = path.removeprefix(root)
        if self.route is Route.AGENCY:
            tail = tail.removesuffix("/agency")
        return tail.removesuffix("/")

    @property
    def doi(self) -> str:
        """The DOI behind the route's root; encoded slashes and plain ones are the same."""
        return unquote(self.asked)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `cut_after` is the number of bytes of the body that leave before the
    connection is cut (None: all, and it stays open).
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_after: int | None = None


def json_answer(
    status: int, content: Any, *, content_type: str = "application/json", indent: int | None = None
) -> Answer:
    """An answer with a JSON body."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(content, ensure_ascii=False, separators=separators, indent=indent)
    return Answer(status, text.encode(), {"content-type": content_type})


def text_answer(status: int, text: str, *, content_type: str = "text/plain") -> Answer:
    """An answer with a text body."""
    return Answer(status, text.encode(), {"content-type": content_type})


def not_played(what: str) -> Answer:
    """The answer to what the real services may know and the stand-in does not play."""
    return text_answer(HTTPStatus.NOT_IMPLEMENTED, f"The stand-in does not play {what}.\n")
