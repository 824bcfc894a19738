"""Data to standard output or to a file, talk to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

import evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMATS_BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "text",
}


def format_for(output: Path | None, offered: Sequence[str]) -> str:
    """The format that the output's name asks for; text for a terminal and for no known name.

    Raises InputError when the name asks for one that is not offered.
    """
    suffix = output.suffix.lower() if output else ""
    format = _FORMATS_BY_SUFFIX.get(suffix, "text" if not suffix else "")
    if format not in offered:
        known = ", ".join(offered)
        raise evidence.InputError(
            f"`{output}` names no format that can be written: expected --format with one of {known}"
        )
    return format


def file_named(_: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    """The output's file; `-` stands for standard output."""
    return None if value == Path("-") else value


def spare_inputs(output: Path | None, project: evidence.Project, config: Path | None) -> None:
    """Raises InputError when the output would replace a file that the project is read from, or has
    no folder to go to; `config` is the settings file that was named, if one was.
    """
    if output is None:
        return
    if not output.exists():
        if not (output.is_symlink() or output.parent.is_dir()):
            reason = f"there is no folder `{output.parent}`"
            raise evidence.InputError(f"`{output}` cannot be written: {reason}.")
        return
    settings = project.settings
    inputs = [settings.references, *settings.claims, *map(Path, project.claims.documents)]
    inputs += [settings.root / name for name in ("evidence.toml", "pyproject.toml")]
    inputs += [path for path in (settings.snapshot, config) if path]
    if any(path.exists() and output.samefile(path) for path in inputs):
        raise evidence.InputError(
            f"`{output}` is a file of the project itself: name another with --output"
        )


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
