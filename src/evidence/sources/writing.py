"""Writing a file whole or not at all."""

import os
import secrets
import stat
from pathlib import Path

from evidence.errors import InputError


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` in the place of what the file at `path` holds, whose permissions stay.

    A reader sees the old file or the new one, never a part: the content is written beside the file,
    and takes its name once it is on the disk. A link is followed to the file that it names; a pipe
    or a device is written to as it is. Raises InputError, with the old file untouched, when the
    file cannot be written.
    """
    try:
        if path.is_dir():
            raise InputError(f"`{path}` is a folder; expected the name of a file to write.")
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise InputError(f"`{path}` cannot be written: {_reason(path, error)}.") from error


def _replace(path: Path, content: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError("the file is read-only")
    temporary = path.with_name(f".evidence-{secrets.token_hex(8)}.tmp")
    try:
        # Not `mkstemp`: a new file gets the permissions that the user's mask gives.
        with temporary.open("xb") as stream:
            if mode is not None:
                temporary.chmod(mode)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _reason(path: Path, error: OSError | RuntimeError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"there is no folder `{path.parent}`"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)
