"""How the project names itself."""

import sys
from pathlib import Path

import pytest

from evidence.wire.user_agent import product, user_agent


@pytest.fixture(autouse=True)
def installed_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which packages are looked for."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def test_the_version_is_that_of_the_installed_package(installed_packages: Path) -> None:
    about = installed_packages / "evidence_ledger-9.8.7.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Name: evidence-ledger\nVersion: 9.8.7\n")
    assert product() == "evidence-ledger/9.8.7"


def test_a_mail_address_is_named_where_there_is_one() -> None:
    assert user_agent("ada@example.org") == "evidence-ledger/0 (mailto:ada@example.org)"
    assert user_agent("") == "evidence-ledger/0"
