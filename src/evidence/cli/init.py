"""`evidence init`: a folder becomes a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import evidence
from evidence.cli.options import one_file, quiet_option
from evidence.reports.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(
    epilog="""\b
Exit codes: 0 the files are made, or all were there; 2 wrong use or unreadable
input.

\b
Examples:
  evidence init
  evidence init review --references review/library.bib
"""
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@one_file("--references", "The .bib file, if not clear.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@quiet_option
def init(folder: Path, references: Path | None, *, dry_run: bool, quiet: bool) -> int:
    """Make a folder a project: references.bib, claims.yaml with the documents that are there, and
    what editors need to complete claims. No file that is there is changed. Prints the new files.
    """
    project = evidence.plan_project(folder, references=references)
    if not dry_run:
        evidence.write_project(project)
    done = "would create" if dry_run else "created"
    for file in project.files:
        name = file.path.as_posix()
        click.echo(visible(name))
        if not quiet:
            click.echo(visible(f"{done} {name} ({file.what})"), err=True)
    for line in () if quiet else _advice(project, is_written=not dry_run):
        click.echo(visible(line), err=True)
    return 0


def _advice(project: evidence.NewProject, *, is_written: bool) -> Iterator[str]:
    """What to do next."""
    if not project.files:
        yield "nothing to do: the project is there"
    if not is_written:
        return
    if project.modeline:
        yield "for completion in editors, put this in the first line of the claims file:"
        yield f"  {project.modeline}"
    if not project.files:
        return
    where = "" if project.folder == Path() else f", in {project.folder.as_posix()}"
    yield f"next{where}:"
    if project.documents:
        name = project.documents[0].as_posix()
        yield f'  evidence import "{name}"' if " " in name else f"  evidence import {name}"
    else:
        yield "  evidence add DOI"
    yield "  evidence check"
