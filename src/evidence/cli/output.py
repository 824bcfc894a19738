"""Data to standard output or to a file, talk to standard error."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import evidence
from evidence.cli.terminal import NARROW, has_color, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    if any(path.exists() and output.samefile(path) for path in _inputs(project, config)):
        raise evidence.InputError(
            f"`{output}` is a file of the project itself: name another with --output"
        )


def _inputs(project: evidence.Project, config: Path | None) -> Iterator[Path]:
    """The files that the project is read from, as far as they are there, and some that are not."""
    from evidence.sources.lock import LOCK_FILE
    from evidence.sources.synonyms import synonyms_file

    settings = project.settings
    yield from (settings.references, *settings.claims, *map(Path, project.claims.documents))
    yield from (settings.root / name for name in ("evidence.toml", "pyproject.toml", LOCK_FILE))
    yield synonyms_file(settings)
    yield from (path for path in (settings.snapshot, config) if path)
    # Whatever stands there, for it may be the text of a work that is cited tomorrow.
    yield from settings.sources.rglob("*")


def put(
    result: evidence.Report,
    format: str,
    output: Path | None,
    *,
    findings_only: bool,
    quiet: bool,
    pictures: bool = True,
) -> None:
    """Write a report where the user wants it, and say where that is."""
    text = evidence.report(
        result,
        format,
        output=output,
        findings_only=findings_only,
        color=output is None and has_color(),
        width=width() if output is None else NARROW,
        pictures=pictures,
    )
    if output is None:
        click.echo(text, nl=False)
    elif not quiet:
        click.echo(f"wrote {output}", err=True)
