"""The system's time."""

from datetime import UTC, datetime

from evidence.wire.clock import SYSTEM_CLOCK


def test_the_time_of_day_is_aware_and_in_utc() -> None:
    now = SYSTEM_CLOCK.now()
    assert now.tzinfo is UTC
    assert abs((datetime.now(UTC) - now).total_seconds()) < 5
