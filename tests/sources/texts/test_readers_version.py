"""The readers' version changes with whatever may change what is read."""

import ast
import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import evidence

PACKAGE = Path(evidence.__file__).parent
READERS = PACKAGE / "sources" / "documents"
CODE = (
    "from evidence.sources.texts.readers_version import readers_version; print(readers_version())"
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package, which may be changed."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "evidence", ignore=ignored)
    return tmp_path


def version(folder: Path) -> str:
    """What the package in the folder says, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", CODE], env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def add_line(path: Path) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}\n# changed\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("sources/documents/pdf/document.py", True),
        ("sources/documents/read.py", True),
        ("sources/texts/kept_form.py", True),
        ("sources/positions.py", True),
        ("model/document.py", True),
        ("matching/titles.py", False),
        ("reports/text.py", False),
    ],
)
def test_it_changes_with_the_readers_own_code(copied: Path, file: str, *, changes: bool) -> None:
    before = version(copied)
    assert version(copied) == before
    add_line(copied / "evidence" / file)
    assert (version(copied) != before) is changes


@pytest.mark.parametrize("library", ["pdfplumber", "pdfminer.six", "pypdf", "lxml", "docutils"])
def test_it_changes_with_a_librarys_version(copied: Path, library: str) -> None:
    before = version(copied)
    metadata = copied / f"{library}-0.0.1.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.1\nName: {library}\nVersion: 0.0.1\n")
    assert version(copied) != before


def test_every_library_of_the_readers_counts() -> None:
    [listed] = [
        node.value
        for node in ast.walk(ast.parse((PACKAGE / "sources/texts/readers_version.py").read_text()))
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_LIBRARIES"
    ]
    assert listed
    used = imported(READERS) - sys.stdlib_module_names - {"evidence"}
    of_package = packages_distributions()
    assert {name for each in used for name in of_package[each]} <= set(ast.literal_eval(listed))


def test_all_that_the_readers_import_of_ours_counts() -> None:
    ours = {
        name
        for path in READERS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        if (name := node.module).startswith("evidence.")
    }
    assert {name.split(".")[1] for name in ours} == {"errors", "model", "sources"}


def imported(folder: Path) -> set[str]:
    """The packages that the modules in a folder import, at their beginning or later."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {each.name.split(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return found
