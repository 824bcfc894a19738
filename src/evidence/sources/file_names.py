"""How a file is named to people, and whether it is there."""

import os
from pathlib import Path


def shown_name(path: Path) -> str:
    """`path` from the current folder with `/`, where it lies inside that, else in full."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (no symbolic links are followed)
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def is_file(path: Path) -> bool:
    """Whether a file stands at `path`; none does where the system refuses the very path."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder stands at `path`; none does where the system refuses the very path."""
    try:
        return path.is_dir()
    except OSError:
        return False
