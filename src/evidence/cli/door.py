"""The one place where errors become sentences and exit codes."""

import errno
import os
import sys
from collections.abc import Sequence

import click

from evidence.errors import EvidenceError

UNUSABLE = 2
"""Wrong use, or input that cannot be read."""

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def guarded(command: click.Command, args: Sequence[str] | None = None) -> int:
    """Run a command with `args`, else those of this process; the exit code.

    No error that a user can cause leaves a traceback.
    """
    try:
        code = command.main(args, prog_name="evidence", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except EvidenceError as error:
        click.echo(f"evidence: {error}", err=True)
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo("evidence: interrupted", err=True)
        return _INTERRUPTED
    except OSError as error:
        return _explain_output(error)
    return code if isinstance(code, int) else 0


def _explain_output(error: OSError) -> int:
    """Standard output is gone or full: say so where it can still be read, and be quiet at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE:
        return 128 + 13  # SIGPIPE: the reader has seen enough
    click.echo(f"evidence: cannot write the output: {error.strerror}", err=True)
    return UNUSABLE
