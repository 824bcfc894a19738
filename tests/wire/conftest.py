"""Sessions for the tests of the wire."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from evidence.wire.record_cache import RecordCache
from evidence.wire.retry import Patience
from evidence.wire.session import Session
from stopped_clock import StoppedClock

Opener = Callable[..., Session]


@pytest.fixture
def time() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def open_session(time: StoppedClock) -> Iterator[Opener]:
    """Opens a session whose time stands still, over a cache in memory unless one is given."""
    with ExitStack() as stack:

        def opened(
            cache: RecordCache | None = None,
            *,
            patience: Patience | None = None,
            polite: bool = False,
            offline: bool = False,
        ) -> Session:
            session = Session(
                cache or stack.enter_context(closing(RecordCache(None))),
                user_agent="evidence-ledger/test (mailto:ada@example.org)",
                polite=polite,
                offline=offline,
                patience=patience or Patience(),
                clock=time.clock,
            )
            return stack.enter_context(session)

        yield opened
