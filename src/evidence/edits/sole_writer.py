"""One writer at a time: what lies between looking at a file and putting another in its place."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from evidence.errors import InputError

_WAITS: Final = 10.0  # seconds for another to finish
_STALE: Final = 30.0  # seconds after which its writer was ended before it could tidy up
_STEP: Final = 0.01


@contextmanager
def sole_writer(path: Path, *, patience: float = _WAITS) -> Iterator[None]:
    """Holds all other runs of the program from writing the file at `path` meanwhile.

    A hidden file beside it says so, since that is the same on every system. Where none can be made
    the file itself cannot be written either, which is told when it is tried. Raises InputError when
    another run does not finish within `patience` seconds.
    """
    path = path.resolve()
    mark = path.with_name(f".evidence-{path.name}.writing")
    is_ours = _taken(mark, patience)
    try:
        yield
    finally:
        if is_ours:
            mark.unlink(missing_ok=True)


def _taken(mark: Path, patience: float) -> bool:
    """Whether the mark could be made, once no other run has it."""
    until = time.monotonic() + patience
    while True:
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            _drop_stale(mark)
        except OSError:
            if not mark.exists():  # on Windows one that is just going is refused, too
                return False
        else:
            return True
        if time.monotonic() > until:
            raise InputError(
                f"another run is writing beside `{mark}`: nothing is written; if there is none, "
                "remove that file"
            )
        time.sleep(_STEP)


def _drop_stale(mark: Path) -> None:
    try:
        if time.time() - mark.stat().st_mtime > _STALE:
            mark.unlink()
    except OSError:
        return
