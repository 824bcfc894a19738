"""`evidence where`: the places of a claim in the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import evidence
from evidence.cli.door import UNUSABLE
from evidence.cli.options import project_options
from evidence.cli.progress import Progress
from evidence.reports.characters import visible

if TYPE_CHECKING:
    from pathlib import Path

_NOWHERE = 1


@click.command(
    epilog="""\b
Exit codes: 0 a document says what the claim says, 1 none does or only altered,
2 no such claim, or a document that cannot be read.

\b
Examples:
  evidence where bbb-penetration
  evidence where bbb-penetration --format json
""",
)
@click.argument("claim")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="The form.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no talk.")
@project_options
def where(
    claim: str,
    format: str,
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    quiet: bool,
) -> int:
    """Show every place where a CLAIM stands in the documents, and whether its words are kept.

    A statement is `same` where only case, spelling or the way to write numbers and units differ,
    `reworded` where other words say it, and `altered` where a number, unit, bound, negation, hedge,
    name, direction or degree, or what was studied in has changed.
    """
    from evidence.reports.whereabouts import whereabouts_json, whereabouts_text

    project = evidence.load_project(config=config, references=references, claims=claims)
    with Progress(quiet=quiet) as progress:
        found = evidence.where_is(project, claim, progress=progress)
    write = whereabouts_json if format == "json" else whereabouts_text
    click.echo(write(found), nl=False)
    unread = [(each.place, each.message) for each in project.claims.problems]
    unread += [(each.place, each.message) for each in found.unreadable]
    for place, message in unread:
        click.echo(visible(f"evidence: {place}: {message}"), err=True)
    if unread:
        return UNUSABLE
    return 0 if found.stands else _NOWHERE
