"""`evidence cache`: the records that were fetched before."""

from pathlib import Path

import click

import evidence
from evidence.cli.options import default_cache_dir

_folder = click.option(
    "--cache-dir",
    envvar="EVIDENCE_CACHE_DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where records are kept.",
)


@click.group()
def cache() -> None:
    """Look at or clear the cache of records and of texts that were read."""


@cache.command()
@_folder
def info(cache_dir: Path | None) -> None:
    """Say where the cache is, how many answers and texts it holds and how old the answers are."""
    held = evidence.cache_info(cache_dir or default_cache_dir())
    click.echo(f"file     {held.path}")
    click.echo(f"answers  {held.records}")
    click.echo(f"texts    {held.texts}")
    click.echo(f"size     {held.size / 1_000_000:.1f} MB")
    if held.oldest and held.newest:
        click.echo(f"fetched  {held.oldest:%Y-%m-%d} to {held.newest:%Y-%m-%d}")


@cache.command()
@_folder
def clear(cache_dir: Path | None) -> None:
    """Remove every record and text; they are fetched and read again when they are needed."""
    click.echo(f"cleared {evidence.clear_cache(cache_dir or default_cache_dir())}")
