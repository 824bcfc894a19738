"""`evidence link`: a work as a line of evidence of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import evidence
from evidence.cli.options import project_options, quiet_option
from evidence.cli.terminal import show_diff
from evidence.model.claim import Role
from evidence.reports.characters import visible

if TYPE_CHECKING:
    from pathlib import Path

_REFUSED = 1


@click.command(
    epilog="""\b
Exit codes: 0 the line is added, or shown; 1 it is there already; 2 wrong use
or unreadable input.

\b
Examples:
  evidence link bbb-penetration drilon2017 --page 403
  evidence link bbb-penetration 10.1158/2159-8290.CD-16-1237 --role background
""",
)
@click.argument("claim")
@click.argument("key", metavar="KEY|DOI")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.EVIDENCE.value,
    help="What the work does for the claim [evidence].",
)
@click.option("--page", default="", help="The page where it stands.")
@click.option("--section", default="", help="The section where it stands.")
@click.option("--quote", default="", help="The work's own words.")
@click.option("--note", default="", help="What a reviewer should know.")
@click.option("--dry-run", is_flag=True, help="Show the edit as a diff, and write nothing.")
@quiet_option
@project_options
def link(
    claim: str,
    key: str,
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    dry_run: bool,
    quiet: bool,
    **line: str,
) -> int:
    """Add a line of evidence to a claim: an entry of the .bib file, by its key or its DOI.

    The claims file keeps its comments, its order and its style. Prints where the line stands.
    """
    project = evidence.load_project(config=config, references=references, claims=claims)
    linking = evidence.link(project, claim, key, **line)
    if linking.edit is None:
        click.echo(visible(_why_not(linking)), err=True)
        return _REFUSED
    if dry_run:
        show_diff(linking.edit.diff)
        return 0
    evidence.write_claims_edit(linking.edit)
    click.echo(visible(str(linking.place)))
    if not quiet:
        told = f"added {linking.line.reference} to {claim} ({linking.line.role.value})"
        click.echo(visible(told), err=True)
    return 0


def _why_not(linking: evidence.Linking) -> str:
    """Where the line stands, and what could be written there."""
    there, line = linking.already, linking.line
    missing = [
        f"`{key}: {given}`"
        for key in ("page", "section", "quote", "note")
        if (given := getattr(line, key)) and not getattr(there, key)
    ]
    advice = f"; write {' and '.join(missing)} there" if missing else ""
    place = f"`{linking.claim.id}` names `{line.reference}` already: {linking.place}"
    return f"not added: {place}{advice}"
