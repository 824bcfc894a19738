"""doi.org: who registered a DOI, whether its handle exists, and what a short DOI stands for."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from standin.collection import Collection, lower_doi
from standin.messages import Answer, Request, Route, json_answer, text_answer

_PREFIX_OR_DOI = re.compile(r"10\.\d+(\.\d+)*(/.+)?", re.DOTALL)
# Field notes of other projects: about six DOIs a call. How more are refused is not recorded.
_MOST_DOIS = 6


class Agencies:
    """Who registered what.

    Crossref has the works of `collection` and DataCite those of `datacite`, with their prefixes.
    `registered` adds prefixes and DOIs: a prefix vouches for every DOI under it, unless the DOI
    has an entry of its own; None says that a DOI, or anything under a prefix, does not exist.
    `short_dois` has what each short DOI (`10/abc`) stands for.
    """

    def __init__(
        self,
        collection: Collection,
        datacite: Mapping[str, object],
        registered: Mapping[str, str | None],
        short_dois: Mapping[str, str],
    ) -> None:
        self.short_dois = short_dois
        self._collection = collection
        self._datacite = datacite
        self._registered = {lower_doi(name): agency for name, agency in registered.items()}
        self._prefixes = dict.fromkeys((doi.partition("/")[0] for doi in datacite), "DataCite")
        self._prefixes |= dict.fromkeys(
            (doi.partition("/")[0] for doi in collection.works), "Crossref"
        )

    def of(self, name: str) -> str | None:
        """The agency of a prefix or a DOI, None for what does not exist."""
        doi = lower_doi(name)
        prefix, _, suffix = doi.partition("/")
        if doi in self._registered:
            return self._registered[doi]
        if not suffix:
            return self._prefixes.get(prefix)
        if self._collection.knows(doi):
            return "Crossref"
        if doi in self._datacite:
            return "DataCite"
        return self._registered.get(prefix)


def answer_doi_org(request: Request, agencies: Agencies) -> Answer:
    """What doi.org answers to `request`."""
    if request.route is Route.HANDLE:
        return _handle(request.doi, agencies)
    names = [unquote(name) for name in request.asked.split(",")]
    if len(names) > _MOST_DOIS:
        return text_answer(400, f"At most {_MOST_DOIS} DOIs a call")
    content = [_registration(name, agencies) for name in names]
    return json_answer(200, content, content_type="application/json;charset=UTF-8", indent=2)


def _registration(name: str, agencies: Agencies) -> dict[str, str]:
    if not _PREFIX_OR_DOI.fullmatch(name):
        return {"DOI": name, "status": "Invalid DOI"}
    agency = agencies.of(name)
    return {"DOI": name, "RA": agency} if agency else {"DOI": name, "status": "DOI does not exist"}


def _handle(name: str, agencies: Agencies) -> Answer:
    """A handle as it was recorded for `10/p54k` and for its DOI."""
    content_type = "application/json;charset=UTF-8"
    alias = agencies.short_dois.get(lower_doi(name))
    if not alias and ("/" not in name or not agencies.of(name)):
        return json_answer(404, {"responseCode": 100, "handle": name}, content_type=content_type)
    admin = {
        "handle": f"0.NA/{name.partition('/')[0]}",
        "index": 200,
        "permissions": "011111110010",
    }
    kind, value = ("HS_ALIAS", alias) if alias else ("URL", f"https://example.org/{name}")
    values = [
        {"index": 100, "type": "HS_ADMIN", "data": {"format": "admin", "value": admin}},
        {"index": 1, "type": kind, "data": {"format": "string", "value": value}},
    ]
    kept = {"ttl": 86400, "timestamp": "2025-09-16T04:52:06Z"}
    content = {"responseCode": 1, "handle": name, "values": [value | kept for value in values]}
    return json_answer(200, content, content_type=content_type)
