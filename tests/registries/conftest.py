"""Registries over the stand-in, with a clock that never makes a test wait."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from evidence.registries.connect import connect
from evidence.registries.interface import Registries
from evidence.wire.retry import Patience
from standin import StandIn
from stopped_clock import StoppedClock

Connect = Callable[..., AbstractContextManager[Registries]]


@pytest.fixture
def time() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def open_registries(standin: StandIn, time: StoppedClock, tmp_path: Path) -> Connect:
    """Opens registries that ask the stand-in and keep what it says in a folder of the test."""

    def opened(**options: Any) -> AbstractContextManager[Registries]:
        given: dict[str, Any] = {
            "crossref_url": standin.crossref_url,
            "doi_url": standin.doi_url,
            "datacite_url": standin.datacite_url,
            "europe_pmc_url": standin.europe_pmc_url,
            "cache_dir": tmp_path / "cache",
            "patience": Patience(read_timeout=0.2),
            "clock": time.clock,
        }
        return connect(**(given | options))

    return opened


@pytest.fixture
def registries(open_registries: Connect) -> Iterator[Registries]:
    with open_registries() as opened:
        yield opened
