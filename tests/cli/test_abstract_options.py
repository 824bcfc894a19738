"""Whether Europe PMC is asked for abstracts: by an option, a setting, and not otherwise."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import evidence
from evidence.cli import commands
from evidence.cli.options import Services
from evidence.model.doi import Doi
from standin import Refusal, StandIn

LOZENGES = Doi("10.1234/jim.2019.0001")


def asked(tmp_path: Path, standin: StandIn, settings: str = "", **options: object) -> int:
    """How often Europe PMC is asked when the abstract of a work is wanted."""
    config = tmp_path / "evidence.toml"
    config.write_text(settings)
    services = Services(cache_dir=tmp_path / "cache", **options)  # type: ignore[arg-type]
    with services.open(evidence.find_settings(config=config)) as registries:
        registries.abstracts.abstracts_of([LOZENGES])
    return len(standin.requests("europe-pmc"))


def test_nobody_is_asked_without_a_word(tmp_path: Path, standin: StandIn) -> None:
    assert asked(tmp_path, standin, europe_pmc_url=standin.europe_pmc_url) == 0
    assert asked(tmp_path, standin, f"europe_pmc_url = '{standin.europe_pmc_url}'") == 0


def test_the_option_asks(tmp_path: Path, standin: StandIn) -> None:
    url = standin.europe_pmc_url
    assert asked(tmp_path, standin, europe_pmc=True, europe_pmc_url=url) == 1


def test_the_setting_asks(tmp_path: Path, standin: StandIn) -> None:
    url = f"europe_pmc_url = '{standin.europe_pmc_url}'"
    assert asked(tmp_path, standin, f"europe_pmc = true\n{url}") == 1


@pytest.mark.parametrize("quiet", [True, False])
def test_what_could_not_be_asked_is_said(
    tmp_path: Path, standin: StandIn, capsys: pytest.CaptureFixture[str], *, quiet: bool
) -> None:
    standin.fail(Refusal(403))
    url = standin.europe_pmc_url
    asked(tmp_path, standin, europe_pmc=True, europe_pmc_url=url, quiet=quiet)
    told = capsys.readouterr().err
    host = standin.crossref_url.removeprefix("http://")
    reason = f"`{host}` refuses to answer this client (403 Forbidden)"
    assert told == ("" if quiet else f"not all abstracts could be asked for: {reason}\n")


@pytest.mark.parametrize("command", ["check", "report"])
def test_the_commands_that_read_abstracts_have_the_options(command: str) -> None:
    help_page = CliRunner().invoke(commands, [command, "--help"]).output
    assert "--europe-pmc " in help_page
    assert "--europe-pmc-url" in help_page
