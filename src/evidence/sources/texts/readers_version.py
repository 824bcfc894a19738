"""What kept documents were drawn by: our readers and the libraries that they stand on."""

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from evidence.version import __version__

_FOLDERS: Final = ("model", "sources")  # all that a reader imports of ours; see the floors
_LIBRARIES: Final = (
    "docutils", "lxml", "markdown-it-py", "pdfminer.six", "pdfplumber", "pylatexenc", "pypdf",
)  # fmt: skip


@cache
def readers_version() -> str:
    """A name that another one takes the place of whenever a reader may read otherwise.

    It is drawn from the very code of the readers, so that nobody has to remember to change it,
    from the versions of their libraries, and from Python's.
    """
    digest = hashlib.sha256()
    for part in (__version__, platform.python_version(), *map(_installed, _LIBRARIES)):
        digest.update(f"{part}\n".encode())
    root = Path(__file__).parents[2]
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _installed(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
