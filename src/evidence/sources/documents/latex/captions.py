"""The commands of LaTeX that make captions, rows and cells, and those that refer to a table."""

from typing import Final

from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.commands import REFERRING
from evidence.sources.documents.latex.state import LatexState
from evidence.sources.documents.latex.within import Handler, starless, within

_MOST_COLUMNS: Final = 100
_LONGEST_NUMBER: Final = 6


def _caption(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    file = arguments.file
    is_counted = not file.text.startswith("*", at)
    called = state.floats[-1].called if state.floats else ""
    if name == "captionof" and (argument := arguments.group(starless(arguments, at))):
        called, at = argument[0].strip().capitalize(), argument[1]
    owner = state.floats[-1] if state.floats else None

    def open_caption() -> None:
        state.writer.open()
        if is_counted and called:
            state.counters[called] = state.counters.get(called, 0) + 1
            state.current = f"{called} {state.counters[called]}"
            state.writer.text(f"{state.current}: ", file.place(start))

    def close_caption() -> None:
        caption = state.writer.close()
        if caption and owner and owner.caption is None:
            owner.caption = caption
        elif caption:
            state.writer.add_behind([caption])

    return within(state, arguments, starless(arguments, at), close_caption, open_caption)


def _label(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    argument = arguments.group(at)
    if argument is None:
        return at
    if state.floats and state.current:
        state.numbers[argument[0].strip()] = state.current
    return argument[1]


def _reference(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    argument = arguments.group(starless(arguments, at))
    if argument is None:
        return at
    number = state.numbers.get(argument[0].strip())
    if number is None:
        state.misses_names = True
        state.writer.drop_blank()
    else:
        written = number.split()[-1] if name == "ref" else number
        state.writer.text(written, arguments.file.place(start))
    return argument[1]


def _counter(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    name = arguments.group(at)
    value = arguments.group(name[1]) if name else None
    if not name or not value:
        return at
    if value[0].strip().isdecimal() and len(value[0]) <= _LONGEST_NUMBER:
        state.counters[name[0].strip().capitalize()] = int(value[0])
    return value[1]


def _columns(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    count = arguments.group(at)
    if count is None:
        return at
    if state.writer.tabulars and count[0].strip().isdecimal() and len(count[0]) <= _LONGEST_NUMBER:
        state.writer.tabulars[-1].spanned = min(int(count[0]), _MOST_COLUMNS) - 1
    return arguments.behind(count[1], 1)


def _part_of_table(state: LatexState, _: Arguments, name: str, __: int, at: int) -> int:
    if state.writer.tabulars:
        state.writer.end_cell(ends_row=True)
        state.writer.tabulars[-1].end_part(name)
    return at


def end_row(state: LatexState, arguments: Arguments, start: int, at: int) -> int:
    """`\\\\` ends a row of a table; elsewhere it is a blank."""
    if state.is_in_cell():
        state.writer.end_cell(ends_row=True)
    else:
        state.writer.blank(arguments.file.place(start))
    _, at = arguments.options(starless(arguments, at), most=1)
    return at


def _row_end(state: LatexState, arguments: Arguments, _: str, start: int, at: int) -> int:
    return end_row(state, arguments, start, at)


TABLE_HANDLERS: Final[dict[str, Handler]] = {
    **dict.fromkeys(("endfirsthead", "endhead", "endfoot", "endlastfoot"), _part_of_table),
    **dict.fromkeys(("caption", "captionof"), _caption),
    **dict.fromkeys(REFERRING, _reference),
    "label": _label,
    "setcounter": _counter,
    "multicolumn": _columns,
    "tabularnewline": _row_end,
}
"""The commands by their names."""
