"""`evidence import`: a document's works into the .bib file, its statements into claims."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import evidence
from evidence.cli.options import (
    Services,
    config_option,
    one_file,
    references_option,
    service_options,
)
from evidence.cli.progress import Progress
from evidence.cli.terminal import show_diff
from evidence.reports.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidence.audit.document_claims import GrownClaim, ImportedClaim
    from evidence.audit.import_references import ImportedReference


_UNCHECKED = 3


@click.command(
    name="import",
    epilog="""\b
Exit codes: 0 imported (or shown, with --dry-run), 2 wrong use or input that
cannot be read, 3 imported, but a work could not be looked up (with --offline,
where nobody is asked, 0).

\b
Examples:
  evidence import page.txt
  evidence import manuscript.docx --dry-run
  evidence import page.txt --offline      entries as printed, nobody is asked
""",
)
@click.argument("document", type=click.Path(path_type=Path))
@config_option
@references_option
@one_file("--claims", "The claims file [./claims.yaml].")
@click.option("--dry-run", is_flag=True, help="Show what would be written, as a diff.")
@service_options
def import_document(
    document: Path,
    config: Path | None,
    references: Path | None,
    claims: Path | None,
    *,
    dry_run: bool,
    **services: Any,
) -> int:
    """Put the works that a document lists into the .bib file, and what it states into claims.

    Both files are made where there are none. What is there already stays as it is: a second import
    adds what is new, and says what has changed.
    """
    asked = Services(**services)
    settings = evidence.find_settings(Path(), config)
    if references is not None:
        settings = replace(settings, references=references)
    if claims is not None:
        settings = replace(settings, claims=(claims,), claims_are_named=True)
    with asked.open(settings) as registries, Progress(quiet=asked.quiet) as progress:
        imported = evidence.import_document(document, settings, registries, progress=progress)
    if dry_run:
        show_diff(imported.diff)
    else:
        evidence.write_import(imported)
        _tell(imported)
    unasked = () if asked.offline else tuple(_unasked(_entries(imported)))
    left = map(str, imported.remarks) if dry_run else ()
    for line in (*left, *imported.references.told, *unasked):
        click.echo(visible(line), err=True)
    if not asked.quiet:
        _talk(imported, is_written=not dry_run, is_offline=asked.offline)
    return _UNCHECKED if unasked else 0


def _tell(imported: evidence.Import) -> None:
    """What is new or changed, and what was left, a line each, in the order of the document."""
    told = [(each.statement.place, _new(each)) for each in imported.new]
    told += [(each.statement.place, _grown(each)) for each in imported.grown]
    told += [(each.place, f"entry {each.key}: {_basis(each)}") for each in _entries(imported)]
    told += [(each.place, each.message) for each in imported.remarks]
    for place, line in sorted(told, key=lambda each: each[0]):
        click.echo(visible(f"{place}: {line}"))


def _entries(imported: evidence.Import) -> list[ImportedReference]:
    """The entries that are new, each once."""
    entries = imported.references.addition.entries
    new = {each.key for each in entries if each.already is None}
    by_key = {each.key: each for each in reversed(imported.references.outcomes)}
    return [each for each in reversed(by_key.values()) if each.key in new]


def _basis(entry: ImportedReference) -> str:
    """Where an entry is from: `from Crossref's records`."""
    from evidence.audit.import_references import Basis

    found = entry.identification
    if entry.basis is Basis.RECORD and found and found.work:
        return f"from {found.work.origin.registry}'s records"
    return "as printed" if entry.basis is Basis.PRINTED else "from another .bib file"


def _new(imported: ImportedClaim) -> str:
    """`claim bbb-penetration: 3 lines: menichincheri2016, drilon2017, demetri2018`."""
    claim = imported.claim
    values = f"{_count(len(claim.values), 'value')}, " if claim.values else ""
    if not claim.lines:
        is_cited = bool(imported.statement.citations)
        reason = "none of what it cites has an entry" if is_cited else "cites nothing"
        return f"claim {claim.id}: {values}{reason}"
    keys = ", ".join(line.reference for line in claim.lines)
    return f"claim {claim.id}: {values}{_count(len(claim.lines), 'line')}: {keys}"


def _grown(grown: GrownClaim) -> str:
    keys = ", ".join(line.reference for line in grown.lines)
    return f"claim {grown.claim.id}: {_count(len(grown.lines), 'line')} more: {keys}"


def _talk(imported: evidence.Import, *, is_written: bool, is_offline: bool) -> None:
    """What was added, and what to do next."""
    for line in _sums(imported, is_offline=is_offline):
        click.echo(visible(line), err=True)
    if imported.is_empty:
        click.echo("nothing to write", err=True)
    elif is_written:
        click.echo("next: `evidence check` compares document, claims and references", err=True)
    else:
        click.echo("nothing is written: that takes a call without --dry-run", err=True)


def _sums(imported: evidence.Import, *, is_offline: bool) -> Iterator[str]:
    from evidence.sources.file_names import shown_name

    entries = _entries(imported)
    if entries:
        from_where = Counter(map(_basis, entries))
        parts = ", ".join(f"{number} {basis}" for basis, number in from_where.items())
        name = shown_name(imported.references.addition.path)
        yield f"{name}: {_count(len(entries), 'entry', 'entries')} added ({parts})"
    yield from _unasked(entries) if is_offline else ()
    uncited = sum(not each.statement.citations for each in imported.new)
    parts = f", {uncited} of them {'cites' if uncited == 1 else 'cite'} nothing" if uncited else ""
    name = shown_name(imported.claims.path)
    if imported.new:
        yield f"{name}: {_count(len(imported.new), 'claim')} added{parts}"
    if imported.grown:
        lines = sum(len(each.lines) for each in imported.grown)
        claims = _count(len(imported.grown), "claim")
        yield f"{name}: {_count(lines, 'line')} added to {claims} of before"


def _unasked(entries: Sequence[ImportedReference]) -> Iterator[str]:
    """Why entries are as printed although somebody might know the work, each reason once."""
    from evidence.model.outcome import Unavailable

    found = [each.identification.outcome for each in entries if each.identification]
    reasons = Counter(each.reason for each in found if isinstance(each, Unavailable))
    for reason, number in reasons.items():
        yield f"{_count(number, 'entry', 'entries')} could not be looked up: {reason}"


def _count(number: int, thing: str, things: str = "") -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {things or f'{thing}s'}"
