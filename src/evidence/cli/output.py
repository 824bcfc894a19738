"""Data to standard output or to a file, talk to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

import evidence

if TYPE_CHECKING:
    from pathlib import Path

FORMATS_BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "text",
}


def put(
    result: evidence.Report, format: str, output: Path | None, *, findings_only: bool, quiet: bool
) -> None:
    """Write a report where the user wants it, and say where that is."""
    is_terminal = output is None and sys.stdout.isatty()
    text = evidence.report(
        result,
        format,
        output=output,
        findings_only=findings_only,
        color=is_terminal and not os.environ.get("NO_COLOR"),
        width=min(shutil.get_terminal_size((80, 24)).columns, 100) if is_terminal else 80,
    )
    if output is None:
        click.echo(text, nl=False)
    elif not quiet:
        click.echo(f"wrote {output}", err=True)
