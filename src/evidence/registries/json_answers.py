"""One question to a service that answers in JSON, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from evidence.model.outcome import Unavailable
from evidence.wire.failures import AnswerError, WireError, host_of, reason_of_status

if TYPE_CHECKING:
    from datetime import datetime

    from evidence.wire.session import Session

OFFLINE: Final = Unavailable("offline, and not in the cache")


@dataclass(frozen=True, slots=True)
class JsonAnswer:
    """What was answered, when it was fetched, and whether the cache had it.

    `is_there` is False for a 404 of the service's own, whose `body` says what is missing.
    """

    body: object
    retrieved: datetime
    from_cache: bool
    is_there: bool


def fetch_json(session: Session, address: str) -> JsonAnswer:
    """The answer to GET `address`.

    Raises AnswerError when there is none, and for a 404 that is not in JSON: it comes from somebody
    on the way.
    """
    host = host_of(address)
    try:
        answer = session.get(address)
    except WireError as error:
        raise AnswerError(str(error)) from error
    status = answer.status_code
    if status not in (HTTPStatus.OK, HTTPStatus.NOT_FOUND):
        raise AnswerError(reason_of_status(status, host), status=status)
    try:
        body = answer.json()
    except (ValueError, RecursionError) as error:
        raise AnswerError(f"`{host}` answered something that is not JSON") from error
    return JsonAnswer(body, answer.created_at, answer.from_cache, status == HTTPStatus.OK)
