"""How the files are called in which documents are kept, within a cache's folder."""

import re
from pathlib import Path
from typing import Final

_FOLDER: Final = "texts"
_NAME: Final = re.compile(r"[0-9a-f]{64}(?:\.\w{1,10})?\.kept|\.evidence-[0-9a-f]+\.tmp")


def kept_folder(cache: Path | str) -> Path:
    """The folder of the kept documents within a cache's."""
    return Path(cache) / _FOLDER


def kept_name(sha256: str, suffix: str) -> str:
    """What the file is called that keeps the document of a file with this hash and suffix."""
    return f"{sha256}{suffix}.kept"


def kept_files(cache: Path) -> list[Path]:
    """The files with kept documents within a cache's folder, and no others."""
    try:
        held = kept_folder(cache).iterdir()
        return sorted(each for each in held if _NAME.fullmatch(each.name) and each.is_file())
    except OSError:
        return []
