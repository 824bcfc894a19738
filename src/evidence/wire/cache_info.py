"""What the cache holds, and its removal: for `evidence cache info` and `cache clear`."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from evidence.errors import InputError
from evidence.sources.texts.kept_files import kept_files

FILE_NAME: Final = "answers.sqlite"

# SQLite keeps its journal in two files beside the database.
_SUFFIXES: Final = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """A cache in numbers: its file, how many answers that holds and when they were fetched.

    `texts` are those of cited works that were read and kept; `size` is that of all, in bytes.
    """

    path: Path
    records: int = 0
    texts: int = 0
    size: int = 0
    oldest: datetime | None = None
    newest: datetime | None = None


def cache_info(folder: Path) -> CacheInfo:
    """What is kept in a folder, answers that are too old included.

    Raises InputError when the file cannot be read.
    """
    path = folder / FILE_NAME
    texts = kept_files(folder)
    size = sum(file.stat().st_size for file in (*_files(path), *texts))
    if not path.exists():
        return CacheInfo(path, texts=len(texts), size=size)
    query = (
        "SELECT count(*), min(json_extract(value, '$.created_at')),"
        " max(json_extract(value, '$.created_at')) FROM responses"
    )
    try:
        with closing(sqlite3.connect(path)) as file:
            records, oldest, newest = file.execute(query).fetchone()
    except sqlite3.DatabaseError as error:
        raise InputError(
            f"the cache `{path}` cannot be read ({error}): `evidence cache clear` removes it"
        ) from error
    return CacheInfo(
        path,
        records,
        len(texts),
        size,
        datetime.fromisoformat(oldest) if oldest else None,
        datetime.fromisoformat(newest) if newest else None,
    )


def clear_cache(folder: Path) -> Path:
    """The cache file, which is now removed, damaged or not, with the texts that were kept.

    Raises InputError when it cannot be removed.
    """
    path = folder / FILE_NAME
    for file in (*_files(path), *kept_files(folder)):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise InputError(f"`{file}` cannot be removed ({error.strerror})") from error
    return path


def _files(path: Path) -> list[Path]:
    """The files that make up the cache, those that exist."""
    beside = (path.with_name(path.name + suffix) for suffix in _SUFFIXES)
    return [file for file in beside if file.exists()]
