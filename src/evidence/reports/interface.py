"""What a format of a report does, drawn from the side of the command that asks for it."""

from typing import Protocol, TextIO

from evidence.model.report import Report


class Format(Protocol):
    """A way to put a report into text."""

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the whole report, ending in a line break."""
        ...
