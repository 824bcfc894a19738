"""The .bib files and the documents in a folder that is to become a project."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# Deeper, and among more, a folder is not one text's.
DEEPEST: Final = 3
MOST_FILES: Final = 20_000
MOST_DOCUMENTS: Final = 200

_SUFFIXES: Final = frozenset({".docx", ".tex", ".md", ".rst", ".html", ".txt", ".pdf"})
# What is made from another file of the same name.
_PRODUCTS: Final = frozenset({".html", ".pdf"})
_FOLDERS: Final = frozenset(
    {"__pycache__", "_build", "build", "dist", "env", "node_modules", "site-packages", "venv"}
)
_ABOUT: Final = re.compile(
    r"authors|change(?:s|log)|cmakelists|code_of_conduct|constraints.*|contributing"
    r"|contributors|copying.*|history|licen[cs]e.*|news|notice|readme.*|release[-_]?notes"
    r"|requirements.*|robots|security|todo",
    re.IGNORECASE,
)
_CLASS: Final = re.compile(rb"^[^%\n]*\\document(?:class|style)\b", re.MULTILINE)
_HEAD: Final = 65_536  # bytes of a LaTeX file in which its class stands


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """Paths from the folder, in order; `is_cut` says that there was too much to see it all."""

    bibliographies: tuple[Path, ...]
    documents: tuple[Path, ...]
    is_cut: bool


def find_project_files(folder: Path) -> ProjectFiles:
    """What stands in the folder and a few levels below it.

    Left out are hidden folders and those that tools make, files about a project such as README,
    what is made from another document (a PDF beside a .docx of that name), LaTeX files that belong
    to another one, and PDFs in folders of their own: these are works that were read.
    """
    seen: list[Path] = []
    is_cut = False
    for path in _walk(folder):
        if len(seen) == MOST_FILES:
            is_cut = True
            break
        seen.append(path)
    bibliographies = sorted(path for path in seen if path.suffix.lower() == ".bib")
    documents = sorted(_documents(folder, seen), key=lambda path: (len(path.parts), path))
    is_cut = is_cut or len(documents) > MOST_DOCUMENTS
    return ProjectFiles(tuple(bibliographies), tuple(documents[:MOST_DOCUMENTS]), is_cut)


def _walk(folder: Path) -> Iterator[Path]:
    """The files, folder by folder; no links between folders are followed."""
    for root, folders, names in os.walk(folder):
        inside = Path(root).relative_to(folder)
        is_deepest = len(inside.parts) == DEEPEST
        folders[:] = () if is_deepest else sorted(name for name in folders if _is_ours(name))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and _is_writable(name):
                yield inside / name


def _is_ours(folder: str) -> bool:
    is_hidden = folder.startswith(".")
    return not is_hidden and folder.lower() not in _FOLDERS and _is_writable(folder)


def _is_writable(name: str) -> bool:
    """Whether a claims file can name it: a name may be bytes that are no text."""
    return name.isprintable() and name == name.strip()


def _documents(folder: Path, paths: Iterable[Path]) -> Iterator[Path]:
    found = [
        path
        for path in paths
        if path.suffix.lower() in _SUFFIXES and not _ABOUT.fullmatch(path.stem)
    ]
    sources = {path.with_suffix("") for path in found if path.suffix.lower() not in _PRODUCTS}
    for path in found:
        match path.suffix.lower():
            case ".tex" if not _is_whole(folder / path):
                continue
            case ".pdf" if len(path.parts) > 1:
                continue
            case ".html" | ".pdf" if path.with_suffix("") in sources:
                continue
            case _:
                yield path


def _is_whole(path: Path) -> bool:
    """Whether a LaTeX file is a document, and not a part of one."""
    try:
        with path.open("rb") as file:
            return bool(_CLASS.search(file.read(_HEAD)))
    except OSError:
        return False
