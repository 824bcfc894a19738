"""Where the larger collections of real data lie, for the tests that use them."""

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).parents[2] / "shared" / "data"


def shared_file(name: Path) -> Path:
    """The path of a shared file; the test is skipped where it is absent."""
    path = Path(os.environ.get("EVIDENCE_SHARED_DATA", _BESIDE)) / name
    if not path.exists():
        pytest.skip(f"{name} is not here: set EVIDENCE_SHARED_DATA to the folder that holds it")
    return path
