"""`evidence anchor`: the passage of a work that carries a claim."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.line_heading import heading
from evidence.cli.options import Services, abstract_options, project_options, service_options
from evidence.cli.progress import Progress
from evidence.cli.terminal import has_color, show_diff, width
from evidence.model.anchor import AnchorState
from evidence.model.source_text import Depth
from evidence.reports.characters import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evidence.model.anchor import Anchor

_NOTHING = 1


@click.command(
    epilog="""\b
Exit codes: 0 the passage is written, or passages are shown; 1 there is no text
to look in, nothing to propose, or the words are not found; 2 wrong use or
unreadable input.

\b
Examples:
  evidence anchor bbb-penetration drilon2017                shows passages, and asks
  evidence anchor bbb-penetration drilon2017 --choose 1
  evidence anchor bbb-penetration drilon2017 --quote "crossed the blood-brain barrier"
""",
)
@click.argument("claim")
@click.argument("key", default="")
@click.option("--at", type=click.IntRange(min=1), help="Which of several lines for KEY, from 1.")
@click.option(
    "--limit", type=click.IntRange(1, 50), default=5, help="How many passages are proposed [5]."
)
@click.option("--choose", type=click.IntRange(1, 50), help="Write the passage with this number.")
@click.option("--quote", help="Write these words of the work, if they are found in its text.")
@click.option("--dry-run", is_flag=True, help="Show the edits as a diff, and write nothing.")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", help="The form.")
@project_options
@service_options
@abstract_options
def anchor(
    claim: str,
    key: str,
    at: int | None,
    limit: int,
    choose: int | None,
    quote: str | None,
    format: str,
    config: Path | None,
    references: Path | None,
    claims: tuple[Path, ...],
    *,
    dry_run: bool,
    **services: Any,
) -> int:
    """Find the passages of a work that most likely carry a CLAIM, and write down one of them.

    KEY is the work's key in the .bib file; it can be left out where the claim has one line. Its
    text is looked for in the folder of sources, else its abstract is taken. The words, their page
    and section go into the claims file, and which text they are from into `evidence.lock`. A
    passage is proposed because its words are like those of the claim: whether it supports the claim
    you must read. Prints where the line names it.
    """
    if choose and quote is not None:
        raise click.UsageError("--choose takes a passage that is proposed: expected no --quote")
    if quote is not None and not any(map(str.isalnum, quote)):
        raise click.UsageError("--quote holds no words")
    asked = Services(**services)
    project = evidence.load_project(config=config, references=references, claims=claims)
    with asked.open(project.settings) as registries, Progress(quiet=asked.quiet) as progress:
        subject = evidence.find_passages(
            project,
            claim,
            key,
            at=at,
            registries=registries,
            cache_dir=asked.folder,
            limit=limit,
            progress=progress,
        )
    talk = _Talk(
        project,
        subject,
        is_json=format == "json",
        quiet=asked.quiet,
        dry_run=dry_run,
        asks_europe_pmc=asked.europe_pmc or project.settings.europe_pmc,
    )
    return talk.with_quote(quote) if quote is not None else talk.with_proposals(choose)


class _Talk:
    """What is said about one line, and what is written."""

    def __init__(
        self,
        project: evidence.Project,
        subject: evidence.LineToAnchor,
        *,
        is_json: bool,
        quiet: bool,
        dry_run: bool,
        asks_europe_pmc: bool,
    ) -> None:
        self._project, self._subject = project, subject
        self._asks_europe_pmc = asks_europe_pmc
        self._is_json, self._quiet, self._dry_run = is_json, quiet, dry_run

    def with_proposals(self, choose: int | None) -> int:
        """Show the proposals, or write one of them; the exit code."""
        proposals = self._subject.proposals
        if choose and 0 < len(proposals) < choose:
            there = "1 passage is" if len(proposals) == 1 else f"{len(proposals)} passages are"
            raise click.UsageError(f"{there} proposed: there is no passage {choose}")
        if not proposals:
            self._put_json()
            click.echo(visible(self._why_nothing()), err=True)
            return _NOTHING
        if choose:
            return self._write(proposals[choose - 1])
        self._introduce()
        if self._is_json:
            self._put_json()
            return 0
        self._show()
        has_quote = bool(self._subject.line.quote)
        if has_quote or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return 0
        number = _asked(len(proposals))
        return self._write(proposals[number - 1]) if number else 0

    def with_quote(self, quote: str) -> int:
        """Write these words if they are found once, else show what is most like them."""
        from evidence.reports.anchoring import unanchored_text

        if self._subject.depth is Depth.NONE:
            return self.with_proposals(None)
        found = self._subject.look_for(quote)
        if found.state is AnchorState.FOUND:
            return self._write(quote, found)
        if self._is_json:
            self._put_json(looked_for=found)
        else:
            click.echo(unanchored_text(found, width=width()), nl=False)
        return _NOTHING

    def _write(self, chosen: evidence.Proposal | str, found: Anchor | None = None) -> int:
        anchoring = evidence.anchor(self._project, self._subject, chosen)
        if not self._dry_run:
            evidence.write_anchoring(anchoring)
        if self._is_json:
            self._put_json(looked_for=found, anchoring=anchoring, written=not self._dry_run)
        elif self._dry_run:
            show_diff(anchoring.claims.diff + anchoring.lock.diff)
        else:
            click.echo(visible(str(anchoring.place)))
        if not self._quiet:
            for told in _told(anchoring, is_written=not self._dry_run):
                click.echo(visible(told), err=True)
        return 0

    def _introduce(self) -> None:
        if not self._quiet:
            click.echo(visible("\n".join(_shown(self._subject))), err=True)

    def _show(self) -> None:
        from evidence.reports.anchoring import proposals_text

        shown = proposals_text(self._subject, color=has_color(), width=width())
        click.echo(shown, nl=False)

    def _put_json(self, **more: Any) -> None:
        from evidence.reports.anchoring import anchoring_json

        if self._is_json:
            click.echo(anchoring_json(self._subject, **more), nl=False)

    def _why_nothing(self) -> str:
        from evidence.sources.texts.file_stems import file_stem

        subject = self._subject
        key, sources = subject.line.reference, self._project.settings.sources.as_posix()
        unread = "".join(f"{each.place}: {each.message}\n" for each in subject.unreadable)
        if subject.depth is not Depth.NONE:
            what = "the abstract" if subject.depth is Depth.ABSTRACT else "the text"
            return f"{unread}no passage in {what} of `{key}` is like the claim `{subject.claim.id}`"
        advice = f"put the text into `{sources}/{file_stem(key)}.pdf`"
        if subject.reference.doi_field and not self._asks_europe_pmc:
            advice += ", or ask for the abstract with --europe-pmc"
        return f"{unread}no text of `{key}` is at hand: {advice}"


def _shown(subject: evidence.LineToAnchor) -> Iterator[str]:
    """What the passages are proposed for, and what they are from."""
    yield from heading(subject)
    if subject.line.quote:
        yield f"quote   {one_line(subject.line.quote)}"
        yield "        it stays: --choose NUMBER or --quote TEXT puts another in its place"
    yield ""


def _asked(most: int) -> int:
    """The number of the passage that the person wants, 0 for none."""
    question = f"Which of them does the line rest on? (1 to {most}, or nothing)"
    with redirect_stdout(sys.stderr):  # click puts the last blank of a question there
        while True:
            answer: str = click.prompt(question, default="", show_default=False, err=True)
            if not answer.strip():
                return 0
            if answer.strip().isdecimal() and 1 <= int(answer) <= most:
                return int(answer)
            click.echo(f"expected a number from 1 to {most}, or nothing", err=True)


def _told(anchoring: evidence.Anchoring, *, is_written: bool) -> Iterator[str]:
    """What was written, and what the reader should know of it."""
    from evidence.reports.support_words import passage_place

    subject, line, found = anchoring.subject, anchoring.line, anchoring.anchor
    if found:
        what = passage_place(found.passages[0]) or "words of the text"
    elif line.table:
        what = ", ".join(filter(None, (line.table.label, line.table.row, line.table.column)))
    word = "anchored" if is_written else "would anchor"
    yield f"{word} {line.reference} for {subject.claim.id}: {what}"
    if found and found.cut:
        yield f"the quote leaves out “{one_line(found.cut)}”"
    if subject.depth is Depth.ABSTRACT:
        yield "only the abstract was at hand: the text of the work may say more"
    if line.stance and anchoring.claims.diff:
        yield "the line was judged before it named this: judge it again"
