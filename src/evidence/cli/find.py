"""`evidence find`: the works that printed references describe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.options import Services, service_options
from evidence.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_FOUND = 1
_UNCHECKED = 3


@click.command(
    epilog="""\b
Exit codes: 0 all are found, 1 one is not, 2 wrong use or unreadable input,
3 none is missing but something could not be looked up.

\b
Examples:
  evidence find "Drilon A, et al. Safety and antitumor activity of ... 2017;7(4):400-409."
  evidence find --file references.txt --bibtex > references.bib
  pbpaste | evidence find --file - --format json
""",
)
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option(
    "--file",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A reference list, each reference in a line of its own; `-` is standard input.",
)
@click.option("--bibtex", is_flag=True, help="The works as BibTeX; comments for the rest.")
@click.option("--format", type=click.Choice(["text", "json"]), help="The form [text].")
@service_options
def find(
    texts: tuple[str, ...],
    file: Path | None,
    format: str | None,
    *,
    bibtex: bool,
    **services: Any,
) -> int:
    """Find the works that references describe, as reference lists print them, and say how sure
    each is.

    TEXT is one reference, in any style, with or without a DOI.
    """
    if bibtex and format:
        raise click.UsageError("--bibtex is a form of its own: expected no --format with it")
    asked = (*texts, *(_lines(file) if file else ()))
    wanted = [text for text in asked if text.strip()]
    if not wanted:
        raise click.UsageError("expected a reference, or --file with a list of them")
    options = Services(**services)
    with (
        options.open(evidence.find_settings()) as registries,
        Progress(quiet=options.quiet) as progress,
    ):
        found = evidence.find_works(wanted, registries, whole=bibtex, progress=progress)
    _put(found, "bibtex" if bibtex else format or "text")
    return exit_code(found)


def exit_code(found: Sequence[evidence.Identification]) -> int:
    """What is missing weighs more than what is not known."""
    reasons = {type(each.outcome).__name__ for each in found}
    return _NOT_FOUND if "Absent" in reasons else _UNCHECKED if "Unavailable" in reasons else 0


def _put(found: Sequence[evidence.Identification], form: str) -> None:
    from evidence.reports import identification

    writers = {
        "text": identification.identification_text,
        "json": identification.identification_json,
        "bibtex": identification.identification_bibtex,
    }
    click.echo(writers[form](found))


def _lines(file: Path) -> list[str]:
    """The lines of a reference list. Raises InputError when it cannot be read."""
    from evidence.sources.encoding import decode, read_text
    from evidence.sources.file_names import shown_name

    if file == Path("-"):
        return decode(sys.stdin.buffer.read(), "standard input", code="").splitlines()
    return read_text(file, shown_name(file), code="").splitlines()
