"""Answers kept on disk, each under the address at which it would be asked for by itself.

This is the cache of requests-cache, filled by hand: the works of a batched answer are kept one by
one, so that a later look-up finds each whatever it was fetched with, and adding one reference never
asks for the others again.
"""

import json
import sqlite3
import threading
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Final

import requests
from requests.structures import CaseInsensitiveDict
from requests_cache.backends.sqlite import SQLiteCache
from requests_cache.models.request import CachedRequest
from requests_cache.models.response import CachedResponse

from evidence.errors import InputError
from evidence.wire.cache_info import FILE_NAME

# Another process holds the file for milliseconds at a time.
_BUSY_TIMEOUT_MS: Final = 5000

# So many are read at a time: few enough to hold in memory, and for SQLite's 999 parameters.
_READ_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer from the cache: its JSON, None for "no such record", and when it was fetched."""

    body: object
    retrieved: datetime


def address_key(request: requests.PreparedRequest, **_: Any) -> str:
    """The key of a request: its method and its exact address.

    requests-cache would normalise the address, and two DOIs must never share a key; headers say
    who asks, not what for.
    """
    return _key(request.method or "", request.url or "")


def _key(method: str, address: str) -> str:
    return sha256(f"{method} {address}".encode()).hexdigest()


class RecordCache(SQLiteCache):
    """The answers kept in a folder, in a file that several processes and threads may share.

    Without a folder they live in memory and end with the run. With `any_age`, answers that are
    too old count as well; those fetched before `since` never do. Raises InputError when the file
    cannot be used.
    """

    def __init__(
        self, folder: Path | None, *, any_age: bool = False, since: datetime | None = None
    ) -> None:
        path = _usable_file(folder) if folder else ":memory:"
        super().__init__(path, serializer="json", wal=True, busy_timeout=_BUSY_TIMEOUT_MS)
        self._any_age = any_age
        self._since = since
        # All threads have one connection, which must not be used by two of them at a time, and not
        # be closed while one of them uses it: SQLite would crash the process.
        self._in_use = threading.Lock()
        self._is_closed = False

    def close(self) -> None:
        """Close the file. Who still asks finds nothing, and what is told is not kept."""
        with self._in_use:
            self._is_closed = True
            super().close()  # type: ignore[no-untyped-call]

    def get_response(self, key: str, default: Any = None) -> CachedResponse | None:
        """The answer under a key, of any age but not from before `since`.

        Raises InputError when the file is damaged.
        """
        try:
            with self._in_use:
                response = None if self._is_closed else super().get_response(key, default)
        except sqlite3.DatabaseError as error:
            raise _damaged(self.db_path) from error
        # A response is falsy when its status is 404.
        if response is None or (self._since is not None and response.created_at < self._since):
            return None
        return response

    def read(self, address: str) -> Kept | None:
        """What is kept as the answer to GET `address`, unless it is too old."""
        return dict(self.read_many([address])).get(address)

    def read_many(self, addresses: Iterable[str]) -> Iterator[tuple[str, Kept]]:
        """What is kept as the answers to GET these addresses, without those that are too old.

        Ten times as fast as one by one: the rows are read as they lie in the file, and nothing is
        made of them but what is asked for. Raises InputError when the file is damaged.
        """
        remaining = iter(addresses)
        while by_key := {_key("GET", each): each for each in islice(remaining, _READ_AT_ONCE)}:
            for key, row in self._rows(tuple(by_key)):
                kept = self._unpack(row)
                if kept:
                    yield by_key[key], kept

    def _rows(self, keys: tuple[str, ...]) -> list[tuple[str, str]]:
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, value FROM {self.responses.table_name} WHERE key IN ({marks})"
        try:
            with self._in_use:
                if self._is_closed:
                    return []
                with self.responses.connection() as file:
                    return file.execute(query, keys).fetchall()
        except sqlite3.DatabaseError as error:
            raise _damaged(self.db_path) from error

    def _unpack(self, row: str) -> Kept | None:
        """What is in a row, as requests-cache writes it with its serializer `json`; None for what
        is too old, and for a row of another make.
        """
        try:
            written = json.loads(row)
            retrieved = datetime.fromisoformat(written["created_at"])
            expires = datetime.fromisoformat(written["expires"])
            is_found = written["status_code"] == requests.codes.ok
            body = json.loads(b64decode(written["_content"])) if is_found else None
            is_past = self._since is not None and retrieved < self._since
            is_expired = expires <= datetime.now(UTC) and not self._any_age
        except (KeyError, TypeError, ValueError):  # a time without its zone is a TypeError
            return None
        return None if is_past or is_expired else Kept(body, retrieved)

    def remember(
        self, answers: Mapping[str, object], *, age: timedelta, retrieved: datetime | None = None
    ) -> None:
        """Keep these JSON answers, by address, until `age` after they were `retrieved` (None: now).

        An answer None stands for "no such record".
        """
        retrieved = retrieved or datetime.now(UTC)
        kept = {
            _key("GET", address): _response(address, body, retrieved, retrieved + age)
            for address, body in answers.items()
        }
        if not kept:
            return
        try:
            with self._in_use:
                if self._is_closed:
                    return
                with self.responses.bulk_commit():
                    for key, response in kept.items():
                        self.responses[key] = response
        except sqlite3.DatabaseError as error:
            raise _damaged(self.db_path) from error


def _response(address: str, body: object, retrieved: datetime, expires: datetime) -> CachedResponse:
    """An answer as requests-cache keeps it: no header of ours or of the server's is in it."""
    found = body is not None
    kind = "application/json" if found else "text/plain"
    return CachedResponse(
        url=address,
        status_code=200 if found else 404,
        reason="OK" if found else "Not Found",
        headers=CaseInsensitiveDict({"Content-Type": kind}),
        encoding="utf-8",
        content=json.dumps(body).encode() if found else b"Resource not found.",
        request=CachedRequest(method="GET", url=address),
        created_at=retrieved,
        expires=expires,
    )


def _usable_file(folder: Path) -> Path:
    """The cache file, of which it is certain that it can be read and written.

    requests-cache waits without end for a file that it cannot lock, so this is asked first.
    Raises InputError.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=_BUSY_TIMEOUT_MS / 1000)) as file:
            file.execute("PRAGMA journal_mode=WAL")
            file.execute("BEGIN IMMEDIATE")
            file.execute("SELECT count(*) FROM sqlite_master").fetchone()
            file.rollback()
    except OSError as error:
        raise InputError(
            f"the cache folder `{folder}` cannot be used ({error.strerror}): name another one"
        ) from error
    except sqlite3.OperationalError as error:
        raise InputError(
            f"the cache `{path}` cannot be opened for writing ({error}): name another folder"
        ) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path) from error
    return path


def _damaged(path: object) -> InputError:
    return InputError(f"the cache `{path}` is damaged: `evidence cache clear` removes it")
