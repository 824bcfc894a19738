"""A report's text as a file."""

from pathlib import Path

from evidence.errors import InputError
from evidence.sources.writing import write_bytes


def write_file(path: Path, text: str) -> None:
    """Put `text`, as UTF-8, in the place of what the file at `path` holds.

    It is written whole or not at all. Raises InputError when it cannot be written.
    """
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"`{path}` cannot be written: UTF-8 has no code for one of its characters."
        raise InputError(message) from error
    write_bytes(path, content)
