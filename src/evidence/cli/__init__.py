"""The command line: one file a command, imported when the command is called."""

import gc
import sys
from importlib import import_module
from io import TextIOWrapper

import click

from evidence.cli.door import UNUSABLE, guarded
from evidence.version import __version__

_COMMANDS = {
    "add": "evidence.cli.add",
    "anchor": "evidence.cli.anchor",
    "cache": "evidence.cli.cache",
    "check": "evidence.cli.check",
    "doi": "evidence.cli.doi",
    "find": "evidence.cli.find",
    "fix": "evidence.cli.fix",
    "import": "evidence.cli.import_document",
    "init": "evidence.cli.init",
    "judge": "evidence.cli.judge",
    "link": "evidence.cli.link",
    "report": "evidence.cli.report",
    "rules": "evidence.cli.rules",
    "where": "evidence.cli.where",
}


class _Commands(click.Group):
    """Imports a command's module when the command is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            close = [name for name in _COMMANDS if name.startswith(cmd_name[:3])]
            hint = f" Did you mean `{close[0]}`?" if close else ""
            ctx.fail(f"there is no command `{cmd_name}`.{hint}")
        module = _COMMANDS[cmd_name]
        command = getattr(import_module(module), module.rpartition(".")[2])
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  evidence check                                   check ./references.bib and ./claims.yaml
  evidence report --output report.html             claims, evidence and findings as one page
  evidence doi https://doi.org/410.1093/x          what is wrong with a DOI, and what was meant

Shell completion: eval "$(_EVIDENCE_COMPLETE=bash_source evidence)" (or zsh_source, fish_source).
""",
)
@click.version_option(__version__, prog_name="evidence", message="%(prog)s %(version)s")
def commands() -> None:
    """Every claim of a text, the works that it rests on, and whether they hold."""


def main() -> None:
    """Run the command line, and leave with its exit code."""
    # Most of a short run is importing, during which there is no garbage: a tenth of it is saved. A
    # long one keeps what it has read to its end, and full collections would walk over it in vain.
    gc.set_threshold(50_000, 50, 1_000)
    if sys.stdout is None:  # closed by whoever called
        sys.exit(UNUSABLE)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console of old may lack `·` or `β`: better a `?` than no report.
            stream.reconfigure(errors="replace")
    sys.exit(guarded(commands))
