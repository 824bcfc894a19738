"""What can go wrong on demand: values that a test hands to `StandIn.fail`."""

import threading
from dataclasses import dataclass, replace
from typing import TypeAlias

from standin.messages import Answer, Route, json_answer, text_answer
from standin.refusals import gateway_page


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer with this status and the body that goes with it; `retry_after` is that header."""

    status: int
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Hang:
    """No answer for `seconds`, or until `StandIn.release` is called; then the ordinary one."""

    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class CutConnection:
    """The headers of the ordinary answer, half of its body, and a closed connection."""


@dataclass(frozen=True, slots=True)
class TruncatedBody:
    """The first half of the ordinary body, announced as if it were the whole: broken JSON."""


@dataclass(frozen=True, slots=True)
class OtherBody:
    """200 with another body: `[]`, `{"status":"ok"}`, a page of HTML."""

    body: str
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class AnotherWork:
    """The record of another work in answer to a look-up of one."""


Fault: TypeAlias = Refusal | Hang | CutConnection | TruncatedBody | OtherBody | AnotherWork

_REASONS = {403: "Forbidden", 502: "Bad Gateway", 504: "Gateway Time-out"}
_TOO_MANY = (
    "<html><body><h1>429 Too Many Requests</h1>\n"
    "You have sent too many requests in a given amount of time.\n</body></html>\n"
)


def refuse(refusal: Refusal) -> Answer:
    """The answer that a `Refusal` stands for.

    The bodies of 429, 500 and 504 are as recorded; for others the gateway's page is assumed.
    """
    match refusal.status:
        case 429:
            answer = text_answer(429, _TOO_MANY, content_type="text/html")
        case 500:
            message = {
                "name": "class clojure.lang.ExceptionInfo",
                "description": "clojure.lang.ExceptionInfo: Response Exception",
                "message": "Response Exception",
                "stack": [],
            }
            content = {"status": "error", "message-type": "exception", "message-version": "1.0.0"}
            answer = json_answer(500, content | {"message": message})
        case status:
            answer = gateway_page(status, _REASONS.get(status, "Service Temporarily Unavailable"))
    if refusal.retry_after is None:
        return answer
    return replace(answer, headers={**answer.headers, "retry-after": refusal.retry_after})


def spoil(fault: Fault | None, answer: Answer) -> Answer:
    """What becomes of the ordinary answer on its way out."""
    match fault:
        case CutConnection():
            return replace(answer, cut_after=len(answer.body) // 2)
        case TruncatedBody():
            return replace(answer, body=answer.body[: len(answer.body) // 2])
        case OtherBody(body, content_type):
            return text_answer(200, body, content_type=content_type)
        case _:
            return answer


class Script:
    """The faults that are still to come, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[tuple[Route | None, Fault]] = []

    def add(self, fault: Fault, route: Route | None, times: int) -> None:
        """Play `fault` the next `times` times on `route` (None: on any)."""
        with self._lock:
            self._faults += [(route, fault)] * times

    def next(self, route: Route) -> Fault | None:
        """The fault to play for a request on `route`, which is then off the list."""
        with self._lock:
            for number, (wanted, fault) in enumerate(self._faults):
                if wanted in (None, route):
                    del self._faults[number]
                    return fault
            return None
