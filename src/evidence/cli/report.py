"""`evidence report`: every claim with its evidence, in a form to read or to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

import evidence
from evidence.cli.options import Services, abstract_options, project_options, service_options
from evidence.cli.output import file_named, format_for, put, spare_inputs
from evidence.cli.progress import Progress

_FORMATS = ("text", "markdown", "html", "json")


@click.command(
    epilog="""\b
Exit codes: 0 once the report is written, whatever it says; else 2.

\b
Examples:
  evidence report                              to the terminal
  evidence report --output report.html         one self-contained page
  evidence report --format markdown            for a pull request
""",
)
@click.option(
    "--format",
    type=click.Choice(_FORMATS),
    help="The form [by the name of --output, else text].",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    callback=file_named,
    help="Write to a file, not to the terminal.",
)
@click.option(
    "--no-pictures",
    is_flag=True,
    help="Leave the pictures of quoted pages out of the HTML.",
)
@project_options
@abstract_options
@service_options
def report(
    format: str | None,
    output: Path | None,
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    no_pictures: bool,
    **services: Any,
) -> None:
    """Report each claim with its evidence and each reference with its status."""
    asked = Services(**services)
    project = evidence.load_project(config=config, references=references, claims=claims)
    spare_inputs(output, project, config)
    form = format or format_for(output, _FORMATS)
    with asked.open(project.settings) as registries, Progress(quiet=asked.quiet) as progress:
        result = evidence.check(project, registries, cache_dir=asked.folder, progress=progress)
    put(result, form, output, findings_only=False, quiet=asked.quiet, pictures=not no_pictures)
