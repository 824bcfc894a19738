"""`evidence check`: what is wrong, and what could not be checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

import evidence
from evidence.cli.door import UNUSABLE
from evidence.cli.options import Services, abstract_options, codes, project_options, service_options
from evidence.cli.output import file_named, format_for, put, spare_inputs
from evidence.cli.progress import Progress

_FORMATS = ("text", "json")
_FOUND = 1
_UNCHECKED = 3


@click.command(
    epilog="""\b
Exit codes: 0 clean, 1 findings, 2 wrong use or unreadable input,
3 nothing found but something could not be checked.

\b
Examples:
  evidence check
  evidence check --references refs.bib --mailto me@example.org
  evidence check --select DOI,UPD --fail-on warning
  evidence check --format json --output findings.json
  evidence check --only-updates --allow-unchecked    each night: retractions, new versions
""",
)
@click.option(
    "--format", type=click.Choice(_FORMATS), help="The form [by the name of --output, else text]."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    callback=file_named,
    help="Write to a file, not to the terminal.",
)
@click.option("--select", multiple=True, callback=codes, help="Only these rules: MET, DOI001, ….")
@click.option("--ignore", multiple=True, callback=codes, help="Not these rules.")
@click.option(
    "--only-updates",
    is_flag=True,
    help="Only what became of the works since: retractions, corrections, versions. Asks again.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    help="The least severity that makes the exit code 1 [error].",
)
@click.option("--allow-unchecked", is_flag=True, help="Exit with 0 where it would be 3.")
@project_options
@abstract_options
@service_options
def check(
    format: str | None,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    only_updates: bool,
    allow_unchecked: bool,
    **services: Any,
) -> int:
    """Check every reference and claim; list what is wrong."""
    asked = Services(**services)
    if only_updates:
        if select:
            raise click.UsageError("--only-updates selects the rules itself: leave out --select")
        select = evidence.UPDATE_RULES
        asked = replace(asked, refresh=not asked.offline)
    project = evidence.load_project(config=config, references=references, claims=claims)
    spare_inputs(output, project, config)
    form = format or format_for(output, _FORMATS)
    with asked.open(project.settings) as registries, Progress(quiet=asked.quiet) as progress:
        result = evidence.check(
            project,
            registries,
            select=select,
            ignore=ignore,
            cache_dir=asked.folder,
            progress=progress,
        )
    put(result, form, output, findings_only=True, quiet=asked.quiet)
    return exit_code(result, fail_on or project.settings.fail_on, allow_unchecked=allow_unchecked)


def exit_code(result: evidence.Report, fail_on: str, *, allow_unchecked: bool) -> int:
    """What a check's result means to the shell."""
    if result.unusable:
        return UNUSABLE
    worst = result.worst()
    if fail_on != "never" and worst and worst.rank >= evidence.Severity(fail_on).rank:
        return _FOUND
    return _UNCHECKED if result.run.unchecked and not allow_unchecked else 0
