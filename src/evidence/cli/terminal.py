"""What depends on whether a person looks: width, colour, and how a diff is shown."""

from __future__ import annotations

import os
import shutil
import sys

import click

from evidence.reports.characters import visible

NARROW = 80
"""The width of what is not written to a terminal."""

_WIDEST = 100


def width() -> int:
    """The columns of the terminal, up to 100; 80 where the output goes elsewhere."""
    if not sys.stdout.isatty():
        return NARROW
    return min(shutil.get_terminal_size((NARROW, 24)).columns, _WIDEST)


def has_color() -> bool:
    """Whether the output is a terminal's, and colour was not declined (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def show_diff(diff: str, patch: bytes | None = None) -> None:
    """The diff as it is for `git apply`, or its bytes in the file's own encoding where these are
    known; for a person without control characters.
    """
    if sys.stdout.isatty():
        click.echo(visible(diff.replace("\r\n", "\n")), nl=False)
    else:
        click.echo(diff if patch is None else patch, nl=False)
