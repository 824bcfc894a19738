"""`evidence add`: works as new entries of the .bib file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.options import Services, config_option, references_option, service_options
from evidence.cli.progress import Progress
from evidence.reports.characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_REFUSED = 1
_UNCHECKED = 3


@click.command(
    epilog="""\b
Exit codes: 0 all are added, 1 one is there already, not found or not sure,
2 wrong use or unreadable input, 3 something could not be looked up.

\b
Examples:
  evidence add 10.1158/2159-8290.CD-16-1237
  evidence add "Drilon A, et al. Safety and antitumor activity of ... 2017;7(4):400-409."
""",
)
@click.argument("texts", metavar="DOI|TEXT...", nargs=-1, required=True)
@config_option
@references_option
@service_options
def add(
    texts: tuple[str, ...], config: Path | None, references: Path | None, **services: Any
) -> int:
    """Add works at the end of the .bib file, in its own style; print their keys.

    A TEXT is a reference as printed: its work is added only when there is no doubt about it.
    """
    asked = Services(**services)
    settings = evidence.find_settings(Path(), config)
    path = references or settings.references
    with asked.open(settings) as registries, Progress(quiet=asked.quiet) as progress:
        found = evidence.find_works(texts, registries, whole=True, progress=progress)
    certain = [each.work for each in found if each.work and each.is_certain]
    addition = evidence.add_works(path, certain)
    evidence.write_addition(addition)
    _tell(found, addition, quiet=asked.quiet)
    if any(each.already for each in addition.works) or any(map(_is_refused, found)):
        return _REFUSED
    return 0 if len(certain) == len(found) else _UNCHECKED


def _is_refused(identification: evidence.Identification) -> bool:
    """Whether the work is unknown, or not surely the one that is meant."""
    from evidence.model.outcome import Unavailable

    is_unknown = isinstance(identification.outcome, Unavailable)
    return not (identification.is_certain or is_unknown)


def _tell(
    found: Sequence[evidence.Identification], addition: evidence.Addition, *, quiet: bool
) -> None:
    """The new keys on standard output; on standard error what was added, and why the rest was
    not.
    """
    from evidence.reports.identification import identification_lines, told

    outcomes = iter(addition.works)
    if addition.is_new and addition.after and not quiet:
        click.echo(visible(f"created {addition.path.as_posix()}"), err=True)
    for each in found:
        if not each.is_certain:
            click.echo("not added: " + "\n".join(identification_lines(each)), err=True)
            continue
        done = next(outcomes)
        if done.already:
            there = f"`{done.key}` ({done.already.place}) is this work already"
            click.echo(visible(f"not added: {there}: {told(done.work)}"), err=True)
            continue
        click.echo(done.key)
        if not quiet:
            remark = f" (note: {each.remark})" if each.remark else ""
            click.echo(visible(f"added {done.key}: {told(done.work)}{remark}"), err=True)
