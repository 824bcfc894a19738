"""What can go wrong between a question and its answer, in words that a user can read."""

from enum import Enum, auto
from http import HTTPStatus
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import MaxRetryError, NameResolutionError, NewConnectionError
from urllib3.exceptions import ReadTimeoutError as BodyTimeoutError

from evidence.errors import ServiceError


class WireError(requests.RequestException):
    """A request that got no answer; its text is one clause for the user."""


class HostRestingError(WireError):
    """A request that was not sent, because its host failed a moment ago."""


class AnswerError(ServiceError):
    """An answer that is not what was asked for, or none at all.

    `status` is the HTTP status, None where nothing was answered or the answer was no answer.
    """

    def __init__(self, reason: str, *, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


class Trouble(Enum):
    """Why a request got no answer, as far as it matters to what is done next."""

    TIMEOUT = auto()
    UNRESOLVED = auto()
    UNREACHABLE = auto()
    PROXY = auto()
    CERTIFICATE = auto()
    CUT_SHORT = auto()
    UNSENDABLE = auto()


def trouble_of(error: requests.RequestException) -> Trouble:
    """The kind of trouble that an error of `requests` stands for."""
    cause = error.args[0] if error.args else None
    if isinstance(cause, MaxRetryError):
        cause = cause.reason
    match error:
        case requests.exceptions.SSLError():
            return Trouble.CERTIFICATE
        case requests.exceptions.ProxyError():
            return Trouble.PROXY
        case requests.Timeout():
            return Trouble.TIMEOUT
        case requests.ConnectionError() if isinstance(cause, BodyTimeoutError):
            return Trouble.TIMEOUT  # requests has no name of its own for a body that stops
        case requests.ConnectionError() if isinstance(cause, NameResolutionError):
            return Trouble.UNRESOLVED
        case requests.ConnectionError() if isinstance(cause, NewConnectionError):
            return Trouble.UNREACHABLE
        case (
            requests.ConnectionError()
            | requests.exceptions.ChunkedEncodingError()
            | requests.exceptions.ContentDecodingError()
        ):
            return Trouble.CUT_SHORT
        case _:
            return Trouble.UNSENDABLE


def host_of(url: str | None) -> str:
    """The host of an address, with its port where one is named."""
    return urlsplit(url or "").netloc.rpartition("@")[2]


def reason_of_trouble(trouble: Trouble, host: str) -> str:
    """Why `host` gave no answer, in one clause."""
    return {
        Trouble.TIMEOUT: f"`{host}` did not answer in time",
        Trouble.UNRESOLVED: f"no address is known for the name `{host}` (no network?)",
        Trouble.UNREACHABLE: f"no connection to `{host}`",
        Trouble.PROXY: f"the proxy gives no connection to `{host}`",
        Trouble.CERTIFICATE: f"the certificate of `{host}` could not be verified",
        Trouble.CUT_SHORT: f"the connection to `{host}` broke off",
        Trouble.UNSENDABLE: f"the request to `{host}` could not be sent",
    }[trouble]


def reason_of_status(status: int, host: str) -> str:
    """Why an answer with this HTTP status is of no use, in one clause."""
    try:
        code = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        code = str(status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return f"`{host}` asks for fewer requests ({code})"
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return f"`{host}` refuses to answer this client ({code})"
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"`{host}` could not answer ({code})"
    if status >= HTTPStatus.BAD_REQUEST:
        return f"`{host}` did not accept the request ({code})"
    return f"`{host}` gave no usable answer ({code})"
