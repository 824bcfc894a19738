from evidence import __version__
from evidence.wire.user_agent import user_agent


def test_the_project_names_itself_with_its_version() -> None:
    assert user_agent("") == f"evidence-ledger/{__version__}"


def test_an_address_makes_it_polite() -> None:
    assert user_agent("a@example.org") == f"evidence-ledger/{__version__} (mailto:a@example.org)"
