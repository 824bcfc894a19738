"""`evidence judge`: a person's word on an evidence line."""

from __future__ import annotations

import datetime
import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.line_heading import heading
from evidence.cli.options import Services, abstract_options, project_options, service_options
from evidence.cli.progress import Progress
from evidence.cli.terminal import show_diff
from evidence.model.judgement import Defect, Stance
from evidence.reports.characters import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STANCES = click.Choice([stance.value for stance in Stance])
_DEFECTS = click.Choice([defect.value for defect in Defect])
_NO_DEFECT = "none"


@click.command(
    epilog="""\b
Exit codes: 0 the judgement is written, or shown; 2 wrong use or unreadable input.

\b
Examples:
  evidence judge bbb-penetration drilon2017                 shows the line, and asks
  evidence judge bbb-penetration drilon2017 --stance partly --defect indirect --by "A. Reader"
""",
)
@click.argument("claim")
@click.argument("key", default="")
@click.option("--stance", type=_STANCES, help="What the work says to the claim.")
@click.option("--defect", type=_DEFECTS, help="What is wrong with the citation.")
@click.option("--by", envvar="EVIDENCE_REVIEWER", default="", help="Who judges.")
@click.option("--note", default="", help="What a reviewer should know; goes behind the line's own.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day [today].")
@click.option("--at", type=click.IntRange(min=1), help="Which of several lines for KEY, from 1.")
@click.option("--dry-run", is_flag=True, help="Show the edits as a diff, and write nothing.")
@project_options
@service_options
@abstract_options
def judge(
    claim: str,
    key: str,
    stance: str | None,
    defect: str | None,
    by: str,
    note: str,
    on: datetime.datetime | None,
    at: int | None,
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    dry_run: bool,
    **services: Any,
) -> int:
    """Write down what you found when you read the work behind a line of a CLAIM.

    KEY is the work's key in the .bib file; it can be left out where the claim has one line. The
    judgement goes into the claims file, and what it is about into `evidence.lock`: when claim,
    line, record or text change, `evidence check` says that it is stale. Prints where it stands.
    """
    asked = Services(**services)
    if not by.strip():
        raise click.UsageError("nobody is named who judges: give --by, or set EVIDENCE_REVIEWER")
    if stance is None and not sys.stdin.isatty():
        known = ", ".join(Stance)
        raise click.UsageError(f"--stance is missing, expected one of {known}")
    project = evidence.load_project(config=config, references=references, claims=claims)
    with asked.open(project.settings) as registries, Progress(quiet=asked.quiet) as progress:
        subject = evidence.line_to_judge(
            project,
            claim,
            key,
            at=at,
            registries=registries,
            cache_dir=asked.folder,
            progress=progress,
        )
    if not asked.quiet or stance is None:
        click.echo(visible("\n".join(_shown(subject))), err=True)
    if stance is None:
        with redirect_stdout(sys.stderr):  # click puts the last blank of a question there
            stance, defect = _asked(defect)
    day = on.date() if on else datetime.datetime.now(datetime.UTC).astimezone().date()
    judging = evidence.judge_line(
        project, subject, stance=stance, by=by, on=day, defect=defect, note=note
    )
    if dry_run:
        show_diff(judging.claims.diff + judging.lock.diff)
        return 0
    evidence.write_judging(judging)
    click.echo(visible(str(judging.place)))
    if not asked.quiet:
        _tell(judging)
    return 0


def _shown(subject: evidence.LineToJudge) -> Iterator[str]:
    """What there is to judge, and what to judge it by."""
    line = subject.line
    yield from heading(subject)
    yield f"quote   {one_line(line.quote)}" if line.quote else "quote   none"
    for name, text in (("page", line.page), ("section", line.section), ("note", line.note)):
        if text:
            yield f"{name:8}{one_line(text)}"
    if line.table:
        cell = (line.table.label, line.table.row, line.table.column, line.table.cell)
        yield f"table   {one_line(', '.join(filter(None, cell)))}"
    if line.stance:
        told = f", by {line.judged.by} on {line.judged.on}" if line.judged else ""
        yield f"before  {line.stance}{f' ({line.defect})' if line.defect else ''}{told}"


def _asked(defect: str | None) -> tuple[str, str | None]:
    """The stance, and where it is not plain support the defect, as the person answers."""
    stance: str = click.prompt("What does the work say to the claim?", type=_STANCES, err=True)
    if defect is None and stance != Stance.SUPPORTS:
        choices = click.Choice([_NO_DEFECT, *_DEFECTS.choices])
        question = "What is wrong with the citation?"
        answer = click.prompt(question, type=choices, default=_NO_DEFECT, err=True)
        defect = None if answer == _NO_DEFECT else answer
    return stance, defect


def _tell(judging: evidence.Judging) -> None:
    """What was written, and what could not be noted with it."""
    seal = judging.seal
    if seal.word:
        word = f"{seal.word.stance}" + (f" ({seal.word.defect})" if seal.word.defect else "")
        who = f"{seal.word.judged.by}, {seal.word.judged.on}"
        told = f"judged {seal.reference} for {seal.claim}: {word}, by {who}"
        click.echo(visible(told), err=True)
    if not seal.fingerprints.record:
        told = f"no registry's record of {seal.reference} was at hand: none is noted"
        click.echo(visible(told), err=True)
