"""Options that several commands share, and what the commands make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

import evidence

Command = TypeVar("Command", bound=Callable[..., Any])


def _only(values: tuple[Path, ...]) -> Path | None:
    """The one value of an option that must not be repeated: the others would go unread."""
    if len(values) > 1:
        raise click.BadParameter("only one file can be named")
    return values[0] if values else None


def one_file(name: str, help: str) -> Callable[[Command], Command]:
    """An option that names a file, and says so when it is given twice."""
    return click.option(
        name,
        type=click.Path(path_type=Path),
        multiple=True,
        callback=lambda _, __, value: _only(value),
        help=help,
    )


config_option = click.option(
    "--config", type=click.Path(path_type=Path), help="A settings file (TOML)."
)
references_option = one_file("--references", "The .bib file [./references.bib].")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress, no talk.")

_PROJECT = (
    config_option,
    references_option,
    click.option(
        "--claims",
        type=click.Path(path_type=Path),
        multiple=True,
        help="A claims file; may be repeated [./claims.yaml].",
    ),
)
_SERVICES = (
    click.option("--offline", is_flag=True, help="Ask nobody: use the cache and the snapshot."),
    click.option("--refresh", is_flag=True, help="Ask again for what is kept."),
    click.option(
        "--mailto",
        envvar="EVIDENCE_MAILTO",
        help="Your e-mail address, for Crossref's faster polite pool.",
    ),
    click.option("--crossref-url", envvar="EVIDENCE_CROSSREF_URL", help="Another Crossref."),
    click.option("--doi-url", envvar="EVIDENCE_DOI_URL", help="Another doi.org."),
    click.option("--datacite-url", envvar="EVIDENCE_DATACITE_URL", help="Another DataCite."),
    click.option(
        "--cache-dir",
        envvar="EVIDENCE_CACHE_DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help="Where records are kept.",
    ),
    click.option("-v", "--verbose", is_flag=True, help="Say what is asked and where."),
    quiet_option,
)

_ABSTRACTS = (
    click.option("--europe-pmc", is_flag=True, help="Ask Europe PMC for abstracts, too."),
    click.option("--europe-pmc-url", envvar="EVIDENCE_EUROPE_PMC_URL", help="Another Europe PMC."),
)


def project_options(command: Command) -> Command:
    """Options that say where the project is."""
    return _decorate(command, _PROJECT)


def service_options(command: Command) -> Command:
    """Options that say who is asked, and how much is said about it."""
    return _decorate(command, _SERVICES)


def abstract_options(command: Command) -> Command:
    """Options that say who is asked for abstracts."""
    return _decorate(command, _ABSTRACTS)


def _decorate(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Services:
    """What the service options say; None where they say nothing."""

    offline: bool = False
    refresh: bool = False
    mailto: str | None = None
    crossref_url: str | None = None
    doi_url: str | None = None
    datacite_url: str | None = None
    europe_pmc: bool = False
    europe_pmc_url: str | None = None
    cache_dir: Path | None = None
    verbose: bool = False
    quiet: bool = False

    @contextmanager
    def open(self, settings: evidence.Settings) -> Iterator[evidence.Registries]:
        """The registries: as the options say, else the settings, else the usual addresses."""

        def chosen(name: str) -> str:
            given = getattr(self, name)
            return str(given) if given is not None else str(getattr(settings, name))

        with evidence.connect(
            mailto=chosen("mailto"),
            crossref_url=chosen("crossref_url"),
            doi_url=chosen("doi_url"),
            datacite_url=chosen("datacite_url"),
            europe_pmc_url=chosen("europe_pmc_url"),
            europe_pmc=self.europe_pmc or settings.europe_pmc,
            cache_dir=self.folder,
            snapshot=settings.snapshot,
            offline=self.offline,
            refresh=self.refresh,
        ) as registries:
            self._say(f"records are kept in {self.folder}")
            yield registries
            if not self.quiet:
                for reason in registries.abstracts.failures():
                    click.echo(f"not all abstracts could be asked for: {reason}", err=True)
            self._say(f"requests sent: {registries.requests()}")

    def _say(self, sentence: str) -> None:
        if self.verbose and not self.quiet:
            click.echo(sentence, err=True)

    @property
    def folder(self) -> Path:
        """The cache's folder: the given one, else the user's own."""
        return self.cache_dir or default_cache_dir()


def default_cache_dir() -> Path:
    """The folder where this user's programs keep what can be fetched again."""
    from platformdirs import user_cache_path

    return user_cache_path("evidence-ledger", appauthor=False)


def codes(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Codes that were given apart or joined by commas, as one tuple."""
    found = tuple(code for part in value for code in part.replace(",", " ").split())
    if value and not found:
        raise click.BadParameter("expected the code or name of a rule")
    return found
