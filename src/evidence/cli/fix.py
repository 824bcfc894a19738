"""`evidence fix`: the edits of the .bib file that the findings ask for, as a diff or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.options import Services, codes, project_options, service_options
from evidence.cli.progress import Progress
from evidence.cli.terminal import show_diff
from evidence.reports.characters import visible

if TYPE_CHECKING:
    from pathlib import Path

_UNCHECKED = 3


@click.command(
    epilog="""\b
Exit codes: 0 all that could be edited was shown or written, 2 wrong use or
unreadable input, 3 the same as 0, but some references could not be checked.

\b
Examples:
  evidence fix                      show the edits as a diff
  evidence fix | git apply          make them, as --write does
  evidence fix --write --select DOI003
  evidence fix --unsafe
""",
)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Also suggestions of medium confidence, and fields from the registry's record.",
)
@click.option("--write", is_flag=True, help="Write the file, which is otherwise not touched.")
@click.option("--select", multiple=True, callback=codes, help="Only these rules: MET, DOI001, ….")
@click.option("--ignore", multiple=True, callback=codes, help="Not these rules.")
@click.option("--allow-unchecked", is_flag=True, help="Exit with 0 where it would be 3.")
@project_options
@service_options
def fix(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    unsafe: bool,
    write: bool,
    allow_unchecked: bool,
    **services: Any,
) -> int:
    """Edit the .bib file as the findings of a check ask, and touch nothing else in it.

    Shows a unified diff; --write writes the file. Safe edits are a DOI in its plain form, a
    repaired DOI and a missing one, where title, authors and year agree with the registry's record.
    """
    asked = Services(**services)
    project = evidence.load_project(config=config, references=references, claims=claims)
    with asked.open(project.settings) as registries, Progress(quiet=asked.quiet) as progress:
        fixed = evidence.fix(
            project, registries, select=select, ignore=ignore, unsafe=unsafe, progress=progress
        )
    show_diff(fixed.diff, fixed.patch)
    if write:
        evidence.write_fixed(fixed)
    if not asked.quiet:
        _talk(fixed, is_written=write)
    return _UNCHECKED if fixed.report.run.unchecked and not allow_unchecked else 0


def _talk(fixed: evidence.Fixed, *, is_written: bool) -> None:
    """What was done, what was left and why, and what that comes to."""
    for line in (*fixed.edits, *fixed.left):
        click.echo(visible(str(line)), err=True)
    if fixed.patch is None and fixed.edits and not is_written:
        click.echo(
            f"{fixed.name} is not in an encoding that `git apply` takes: use --write", err=True
        )
    click.echo(f"{fixed.name}: {'; '.join(_sums(fixed, is_written=is_written))}", err=True)


def _sums(fixed: evidence.Fixed, *, is_written: bool) -> list[str]:
    edits, left, unchecked = len(fixed.edits), len(fixed.left), fixed.report.run.unchecked
    done = "written" if is_written else "shown and not written (--write writes)"
    sums = [f"{edits} {_plural('edit', edits)} {done}" if edits else "nothing to edit"]
    if left:
        sums.append(f"{left} left as {_plural('it is', left, 'they are')}")
    if fixed.others:
        sums.append(f"{fixed.others} for a person, see `evidence check`")
    if unchecked:
        sums.append(f"{unchecked} {_plural('reference', unchecked)} could not be checked")
    return sums


def _plural(one: str, count: int, many: str = "") -> str:
    return one if count == 1 else many or f"{one}s"
