"""How a command of LaTeX is read: what it is told, and arguments read as something of their own."""

from collections.abc import Callable
from typing import TypeAlias

from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.state import Action, LatexState

Handler: TypeAlias = Callable[[LatexState, Arguments, str, int, int], int]
"""Reads the command of this name, which stands at `start`, its arguments at `at`; where it ends."""


def within(
    state: LatexState, arguments: Arguments, at: int, on_close: Action, opening: Action
) -> int:
    """Begin to read the argument in braces as something of its own, if there is one."""
    _, at = arguments.options(at)
    start = arguments.skip_blanks(at)
    if not arguments.file.text.startswith("{", start):
        return at
    opening()
    state.open(arguments.file, start, on_close)
    return start + 1


def starless(arguments: Arguments, at: int) -> int:
    """Behind the star that a command may have."""
    return at + 1 if arguments.file.text.startswith("*", at) else at
