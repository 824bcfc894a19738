"""A clock for tests: time passes only while somebody sleeps."""

from datetime import UTC, datetime, timedelta

from evidence.wire.clock import Clock


class StoppedClock:
    """`clock` is handed to the code under test; `sleeps` are the waits that were asked for."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.sleeps: list[float] = []
        self.clock = Clock(lambda: self.seconds, self._sleep, self._now)

    def pass_by(self, seconds: float) -> None:
        """Let time pass without anybody waiting for it."""
        self.seconds += seconds

    def _sleep(self, seconds: float) -> None:
        self.sleeps.append(round(seconds, 6))
        self.seconds += seconds

    def _now(self) -> datetime:
        return datetime(2026, 11, 22, 12, 0, tzinfo=UTC) + timedelta(seconds=self.seconds - 1000)
