"""Commands of LaTeX that stand for characters: accents, symbols, formulas, units, addresses."""

import re
from typing import Final

from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.blocks import LatexWriter
from evidence.sources.documents.latex.commands import UNITS
from evidence.sources.documents.latex.files import LatexFile
from evidence.sources.documents.latex.formulas import expanded, readable
from evidence.sources.documents.latex.state import LatexState
from evidence.sources.latex import decode
from evidence.sources.latex_symbols import SIGNS

_LETTER: Final = re.compile(
    r"\s*(?:\{\s*(?:\\[ij](?![A-Za-z])|[^\W\d_])?\s*\}|\\[ij](?![A-Za-z])|[^\W\d_])"
)
_END_OF_MATH: Final = re.compile(r"\\.|\$|\n[ \t]*\n", re.DOTALL)
_RAISED: Final = re.compile(
    r"\s*(?:\{\s*\})?\s*\^\s*(\{.*\}|\\[A-Za-z]+\s*\{[^{}]*\}|[^\s{}])\s*", re.DOTALL
)
_UNIT: Final = re.compile(r"\\([A-Za-z]+)\s*")


def accent(writer: LatexWriter, file: LatexFile, start: int, at: int) -> int:
    """Add a letter with its accent; the command stands at `start`, what bears it at `at`."""
    letter = _LETTER.match(file.text, at)
    if letter is None:
        return at
    writer.text(decode(file.text[start : letter.end()]), file.place(start))
    return letter.end()


def sign(state: LatexState, file: LatexFile, start: int, at: int) -> int:
    """Add what a backslash and a character that is no letter stand for."""
    character = file.text[start + 1]
    if character in "([":
        closing = "\\)" if character == "(" else "\\]"
        end = file.text.find(closing, at, file.end)
        if end < 0:
            raise file.error(f"`\\{character}` is never closed", start)
        (formula if character == "(" else display)(state, file, at, end)
        return end + 2
    text = SIGNS.get(character, character)
    if text.strip():
        state.writer.text(text, file.place(start))
    elif text:
        state.writer.blank(file.place(start))
    return at


def math(state: LatexState, file: LatexFile, start: int, sign: str) -> int:
    """Add a formula between dollars; a dollar without its fellow is one."""
    at = start + len(sign)
    for each in _END_OF_MATH.finditer(file.text, at, file.end):
        if each[0] == "$":
            (formula if sign == "$" else display)(state, file, at, each.start())
            return each.start() + len(sign)
        if each[0].startswith("\n"):
            break
    state.writer.text(sign, file.place(start))
    return at


def formula(state: LatexState, file: LatexFile, start: int, end: int) -> None:
    """Add a formula as text; one that is an exponent alone (`$^{3,6}$`) is raised."""
    written = expanded(state, file, start, end)
    raised = _RAISED.fullmatch(written) if len(written) <= _LONGEST_EXPONENT else None
    if raised and _is_one_group(raised[1]):
        state.writer.superscript(decode(f"${raised[1]}$"), file.place(start))
    else:
        state.writer.text(decode(f"${readable(written)}$"), file.place(start))


def display(state: LatexState, file: LatexFile, start: int, end: int) -> None:
    """Add a formula that stands in lines of its own."""
    written = readable(expanded(state, file, start, end).replace("&", " "))
    state.writer.display(decode(f"${written}$"), file.place(start))


_LONGEST_EXPONENT: Final = 200


def _is_one_group(text: str) -> bool:
    """Whether the first brace, if there is one, is closed by the last."""
    depth = 0
    for at, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "}" and depth == 0 and at + 1 < len(text):
            return False
    return True


def quantity(writer: LatexWriter, arguments: Arguments, start: int, at: int, count: int) -> int:
    """Add numbers with their unit (`\\SI{10}{\\milli\\gram}`); the unit is the last argument."""
    parts: list[str] = []
    _, at = arguments.options(at)
    while len(parts) < count and (argument := arguments.group(at)):
        parts.append(argument[0])
        _, at = arguments.options(argument[1])
    if parts:
        *numbers, unit = parts if len(parts) == count else [*parts, ""]
        unit = _UNIT.sub(lambda found: UNITS.get(found[1], found[1]), unit)
        words = [decode("–".join(numbers)), decode(unit)]
        writer.text(" ".join(filter(None, words)), arguments.file.place(start))
    return at


def verbatim(writer: LatexWriter, arguments: Arguments, start: int, at: int) -> int:
    """Add what stands between two like characters behind `\\verb`, as it is."""
    file = arguments.file
    _, at = arguments.options(at)
    closing = {"{": "}"}.get(file.text[at : at + 1], file.text[at : at + 1])
    line_end = file.text.find("\n", at, file.end)
    end = file.text.find(closing, at + 1, line_end if line_end >= 0 else file.end)
    if end < 0 or not closing.strip():
        raise arguments.unclosed(file.text[start:at], start)
    writer.text(file.text[at + 1 : end], file.place(at + 1))
    return end + 1
