"""Fixtures for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from hypothesis import settings

from standin import StandIn

DATA = Path(__file__).parent / "data"

# The same examples in every run: a change is accepted or refused for what it changes. What chance
# may still find is looked for by benchmarks/fuzz.py.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture
def standin() -> Iterator[StandIn]:
    """Crossref, doi.org, DataCite and Europe PMC with the works of `tests/data`."""
    with StandIn(
        [DATA / "works.jsonl"],
        datacite=DATA / "datacite.jsonl",
        europe_pmc=DATA / "europe_pmc.jsonl",
        agencies={"10.5281": "DataCite", "10.5281/zenodo.0": None, "10.1430": "mEDRA"},
        short_dois={"10/jim1": "10.1234/JIM.2019.0001"},
        as_crossref=True,
    ) as server:
        yield server


@pytest.fixture
def client() -> Iterator[requests.Session]:
    """A plain HTTP client that keeps its connections alive."""
    with requests.Session() as session:
        yield session
