"""The environments of LaTeX: lists, tables and floats, formulas, and what is no text."""

from functools import partial
from typing import Final

from evidence.model.place import Place
from evidence.sources.documents.interface import BlockKind
from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.commands import (
    ENVIRONMENT_ARGUMENTS,
    FLOATS,
    LISTS,
    MATHS,
    NOT_TEXT,
    TABULARS,
)
from evidence.sources.documents.latex.signs import display, formula
from evidence.sources.documents.latex.state import Action, LatexState, List
from evidence.sources.documents.latex.tables import Float

_NUMBERED: Final = frozenset({"enumerate", "compactenum"})


def begin(state: LatexState, arguments: Arguments, at: int, start: int) -> int:
    """Read `\\begin{…}`, which begins at `start` and whose arguments begin at `at`."""
    argument = arguments.group(at)
    if argument is None:
        return at
    name, at = argument[0].strip(), argument[1]
    plain = name.rstrip("*")
    place = arguments.file.place(start)
    if plain in MATHS or plain in NOT_TEXT:
        return _unread(state, arguments, name, start, at)
    _, at = arguments.options(at)
    at = arguments.behind(at, ENVIRONMENT_ARGUMENTS.get(plain, 0))
    on_close: Action | None = state.writer.end_paragraph
    if plain in FLOATS:
        _begin_float(state, FLOATS[plain])
        on_close = partial(_end_float, state)
    elif name not in TABULARS:
        state.writer.end_paragraph(place)
    if name in TABULARS:
        at = arguments.behind(at, TABULARS[name] + 1)
        state.writer.begin_cells(place)
        on_close = partial(_end_tabular, state, ends_float=plain in FLOATS)
    elif plain in LISTS:
        state.lists.append(List(plain in _NUMBERED))
        on_close = partial(_end_list, state)
    elif plain == "abstract":
        _head(state, "Abstract", place)
    state.open(arguments.file, start, on_close, name)
    return at


def end(state: LatexState, arguments: Arguments, at: int, start: int) -> int | None:
    """Read `\\end{…}`; None behind `\\end{document}`."""
    argument = arguments.group(at)
    if argument is None:
        return at
    name = argument[0].strip()
    if name == "document":
        return None
    state.close(arguments.file, start, name)
    return argument[1]


def _unread(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    """What is not read as text: of a formula the signs stay, of code nothing."""
    written = f"\\end{{{name}}}"
    end = arguments.file.text.find(written, at, arguments.file.end)
    if end < 0:
        raise arguments.unclosed(f"\\begin{{{name}}}", start)
    if name == "math":
        formula(state, arguments.file, at, end)
    elif name.rstrip("*") in MATHS:
        display(state, arguments.file, at, end)
    return end + len(written)


def _begin_float(state: LatexState, called: str) -> None:
    state.floats.append(Float(called))
    state.writer.open()


def _end_float(state: LatexState) -> None:
    """The tables go behind the paragraph in which they stand, and their notes behind them."""
    notes = state.writer.close()
    blocks = state.floats.pop().blocks()
    state.writer.add_behind([*blocks, notes] if notes else blocks)


def _end_tabular(state: LatexState, *, ends_float: bool) -> None:
    tabular = state.writer.end_cells()
    if state.floats:
        state.floats[-1].tabulars.append(tabular)
    elif made := tabular.block(None):
        state.writer.add_behind([made])
    if ends_float:
        _end_float(state)


def _end_list(state: LatexState) -> None:
    state.lists.pop()
    state.writer.end_paragraph()


def _head(state: LatexState, text: str, place: Place) -> None:
    state.writer.open(BlockKind.HEADING)
    state.writer.text(text, place)
    state.writer.close_heading()
