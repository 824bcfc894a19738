"""The questions put to Crossref through habanero, and its answers.

habanero is imported here, so this module is imported only when something must be asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

import httpx2
from habanero import Crossref
from habanero import Error as HabaneroError
from requests_cache import AnyResponse

from evidence.model.doi import Doi
from evidence.model.work import Origin, Via
from evidence.registries.crossref_addresses import SELECTED
from evidence.registries.crossref_record import message_of
from evidence.wire.failures import AnswerError, WireError, host_of, reason_of_status
from evidence.wire.habanero_bridge import HabaneroBridge
from evidence.wire.session import Session

# What habanero lets through when an answer is not as it expects: it reads headers and JSON
# unguarded. What it says is not used: the bridge knows what really came.
_HABANERO_ERRORS: Final = (
    HabaneroError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    RuntimeError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The message of an answer, its address, when it was fetched, and from where it came now."""

    message: dict[str, object]
    address: str
    retrieved: datetime
    via: Via

    @property
    def items(self) -> list[object]:
        """The records of a list; none where the message holds no list."""
        items = self.message.get("items")
        return items if isinstance(items, list) else []

    def origin(self, registry: str) -> Origin:
        """What to say of the records in it."""
        return Origin(registry, self.via, self.retrieved)


class CrossrefClient:
    """Crossref at `base_url`; `mailto` and `agent` tell it who asks. Threads may share it."""

    def __init__(self, session: Session, base_url: str, *, mailto: str, agent: str) -> None:
        self._host = host_of(base_url)
        self._bridge = HabaneroBridge(session)
        self._crossref = Crossref(base_url=base_url, mailto=mailto or None, ua_string=agent)

    def close(self) -> None:
        """Free the connection between habanero and the session."""
        self._bridge.close()

    def single(self, doi: Doi) -> Answer:
        """The record of one DOI.

        Raises AnswerError, with status 404 when Crossref has no such record.
        """
        return self._ask(ids=[doi.path])

    def batch(self, dois: Sequence[Doi]) -> Answer:
        """The shortened records of several plain DOIs; what is not there is silently missing.

        Raises AnswerError, with status 400 when one of them is not a DOI to Crossref.
        """
        names = [doi.name for doi in dois]
        return self._ask(filter={"doi": names}, limit=len(dois), select=list(SELECTED))

    def search(self, description: str, *, rows: int) -> Answer:
        """The shortened records that fit a description best. Raises AnswerError."""
        return self._ask(query_bibliographic=description, limit=rows, select=list(SELECTED))

    def _ask(self, **question: Any) -> Answer:
        """The answer to a question in habanero's terms. Raises AnswerError."""
        body: object = None
        error: Exception | None = None
        with self._bridge.in_place():
            try:
                body = self._crossref.works(**question)
            except _HABANERO_ERRORS as habanero_error:
                error = habanero_error
            latest = self._bridge.latest
        if latest is None or isinstance(latest, WireError) or latest.status_code != HTTPStatus.OK:
            raise self._no_answer(latest) from error
        message = message_of(body)
        if error or not isinstance(message, dict):
            raise AnswerError(f"`{self._host}` gave an answer that cannot be read") from error
        return Answer(
            message,
            latest.request.url or "",
            latest.created_at,
            Via.CACHE if latest.from_cache else Via.NETWORK,
        )

    def _no_answer(self, latest: AnyResponse | WireError | None) -> AnswerError:
        """Why what came last is not an answer."""
        match latest:
            case None:
                return AnswerError("habanero could not make the request")
            case WireError():
                return AnswerError(str(latest))
            case _ if latest.status_code == HTTPStatus.NOT_FOUND and _is_web_page(latest):
                # Crossref's own says `Resource not found.`: this one is from somebody else.
                return AnswerError(f"`{self._host}` answered with a web page (404 Not Found)")
            case _:
                status = latest.status_code
                return AnswerError(reason_of_status(status, self._host), status=status)


def _is_web_page(answer: AnyResponse) -> bool:
    declared = answer.headers.get("Content-Type", "").lower().startswith("text/html")
    return declared or (answer.content or b"").lstrip().startswith(b"<")
