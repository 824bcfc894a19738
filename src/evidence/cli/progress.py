"""A progress bar on standard error, for people only."""

import sys
from types import TracebackType
from typing import Self

import click

_WIDTH = 24


class Progress:
    """Shows how far a stage has come; silent where nobody watches."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._longest = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` steps of `stage`."""
        if self._shown and total:
            filled = _WIDTH * done // total
            bar = "█" * filled + "░" * (_WIDTH - filled)
            line = f"{stage}  {bar}  {done}/{total}"
            self._longest = max(self._longest, len(line))
            click.echo(f"\r{line:<{self._longest}}", err=True, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._longest:
            click.echo(f"\r{' ' * self._longest}\r", err=True, nl=False)
