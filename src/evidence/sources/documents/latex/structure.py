"""The commands of LaTeX that give a document its structure, and what each does to what is read."""

import re
from typing import Final

from evidence.model.document import Cited
from evidence.sources.documents.interface import BlockKind
from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.captions import TABLE_HANDLERS
from evidence.sources.documents.latex.citations import CITING, cite_command
from evidence.sources.documents.latex.commands import (
    BIBLIOGRAPHIES,
    DEFINITIONS,
    END_OF_PARAGRAPH,
    NOTES,
    QUANTITIES,
    SECTIONS,
    SILENT_ARGUMENTS,
    VERBATIM,
)
from evidence.sources.documents.latex.signs import formula, quantity, verbatim
from evidence.sources.documents.latex.state import LatexState
from evidence.sources.documents.latex.within import Handler, starless, within
from evidence.sources.latex import decode
from evidence.sources.latex_symbols import ADDRESSES, QUOTING, symbol

_DEFINED: Final = re.compile(
    r"\*?\s*(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*(\[\d\](?:\[[^\[\]]{0,200}\])?|#[^{}]{0,50})?\s*"
)
_NUMBER: Final = re.compile(r"\W*(\d{1,4})\W*")
# https://ctan.org/pkg/natbib, section 2.4: `\bibitem[short names(year)all names]{key}`
_NATBIB_LABEL: Final = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_LONGEST_RAISED: Final = 200


def define(state: LatexState, arguments: Arguments, at: int) -> int:
    """Remember a command without arguments that stands for words; where its definition ends."""
    found = _DEFINED.match(arguments.file.text, at)
    body = arguments.group(found.end()) if found else None
    if not found or body is None:
        return at
    if not found[3] and "\\begin" not in body[0] and "\\end" not in body[0]:
        state.macros[found[1] or found[2]] = body[0]
    return body[1]


def name_bibliographies(state: LatexState, arguments: Arguments, at: int) -> int:
    """Remember the .bib files that are named; where the argument ends."""
    _, at = arguments.options(at)
    argument = arguments.group(at)
    if argument is None:
        return at
    for name in filter(None, map(str.strip, argument[0].split(","))):
        file = name if name.lower().endswith(".bib") else f"{name}.bib"
        if file not in state.bibliographies:
            state.bibliographies.append(file)
    return argument[1]


def word(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    """A command that stands for a symbol, or prints nothing but its arguments."""
    place = arguments.file.place(start)
    text = symbol(name)
    if text is None:
        _, at = arguments.options(at)
    elif text.strip():
        state.writer.text(text, place)
    elif text:
        state.writer.blank(place)
    while arguments.file.text.startswith((" ", "\t"), at):
        at += 1
    return at


def _section(state: LatexState, arguments: Arguments, _: str, start: int, at: int) -> int:
    writer = state.writer
    writer.end_paragraph(arguments.file.place(start))
    at = starless(arguments, at)
    return within(
        state, arguments, at, writer.close_heading, lambda: writer.open(BlockKind.HEADING)
    )


def _note(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    return within(state, arguments, at, state.writer.close_note, state.writer.open)


def _item(state: LatexState, arguments: Arguments, _: str, start: int, at: int) -> int:
    options, at = arguments.options(arguments.skip_blanks(at), most=1)
    label = ""
    if state.lists and state.lists[-1].is_numbered:
        state.lists[-1].items += 1
        number = _NUMBER.fullmatch(options[0]) if options else None
        label = number[1] if number else str(state.lists[-1].items)
    state.writer.begin(BlockKind.ITEM, label)
    if options and not label:
        state.writer.text(f"{decode(options[0])} ", arguments.file.place(start))
    return at


def _bibitem(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    options, at = arguments.options(at)
    key = arguments.group(at)
    state.writer.begin(BlockKind.REFERENCE, key[0].strip() if key else "")
    if key and options and (label := _NATBIB_LABEL.match(decode(options[0]))):
        state.names[key[0].strip()] = f"{label[1]} ({label[2]})"
    return key[1] if key else at


def _superscript(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    """Raised characters; what is long or cites is read as the text that it is."""
    start = arguments.skip_blanks(at)
    end = arguments.file.text.find("}", start, start + _LONGEST_RAISED)
    raised = arguments.file.text[start + 1 : end]
    if end < 0 or not arguments.file.text.startswith("{", start) or "{" in raised:
        return at
    state.writer.superscript(decode(raised), arguments.file.place(start + 1))
    return end + 1


def _cite(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    found = cite_command(arguments, name, starless(arguments, at))
    if found is None:
        return at
    if found.cited:
        written = arguments.file.text[start : found.end]
        place = arguments.file.place(start)
        names = _names(state, name, found.cited) if found.is_narrative else ""
        state.writer.cite(written, found.cited, place, is_narrative=found.is_narrative, names=names)
    return found.end


def _names(state: LatexState, command: str, cited: tuple[Cited, ...]) -> str:
    """What a narrative citation shows: the names in the document's own list, else the key."""
    shown: list[str] = []
    for each in cited:
        name = state.names.get(each.label, "")
        state.misses_names |= not name
        if "author" in command.lower():
            name = name.rpartition(" (")[0]
        shown.append(name or each.label)
    return ", ".join(shown)


def _silent(_: LatexState, arguments: Arguments, name: str, __: int, at: int) -> int:
    if name == "cmidrule" and arguments.file.text.startswith("(", at):
        at = arguments.file.text.find(")", at) + 1 or at
    return arguments.behind(starless(arguments, at), SILENT_ARGUMENTS[name])


def _address(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    argument = arguments.group(at, is_address=True)
    if argument is None:
        return at
    state.writer.text(decode(f"\\{name}{{{argument[0]}}}"), arguments.file.place(start))
    return argument[1]


def _quotation(state: LatexState, arguments: Arguments, _: str, start: int, at: int) -> int:
    writer, place = state.writer, arguments.file.place(start)
    return within(
        state, arguments, at, lambda: writer.text("”", place), lambda: writer.text("“", place)
    )


def _quantity(state: LatexState, arguments: Arguments, name: str, start: int, at: int) -> int:
    return quantity(state.writer, arguments, start, at, QUANTITIES[name])


def _formula(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    """`\\ensuremath{…}`: a formula wherever it stands."""
    argument = arguments.group(at)
    if argument is None:
        return at
    formula(state, arguments.file, argument[1] - 1 - len(argument[0]), argument[1] - 1)
    return argument[1]


def _verbatim(state: LatexState, arguments: Arguments, _: str, start: int, at: int) -> int:
    return verbatim(state.writer, arguments, start, starless(arguments, at))


def _paragraph_end(state: LatexState, arguments: Arguments, _: str, start: int, at: int) -> int:
    state.writer.end_paragraph(arguments.file.place(start))
    return at


def _definition(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    return define(state, arguments, at)


def _bibliography(state: LatexState, arguments: Arguments, _: str, __: int, at: int) -> int:
    return name_bibliographies(state, arguments, at)


def _unread(_: LatexState, arguments: Arguments, __: str, start: int, at: int) -> int:
    """`\\iffalse … \\fi`: what is commented out."""
    end = arguments.file.text.find("\\fi", at, arguments.file.end)
    if end < 0:
        raise arguments.unclosed("\\iffalse", start)
    return end + len("\\fi")


HANDLERS: Final[dict[str, Handler]] = {
    **TABLE_HANDLERS,
    **dict.fromkeys(SILENT_ARGUMENTS, _silent),
    **dict.fromkeys(SECTIONS, _section),
    **dict.fromkeys(NOTES, _note),
    **dict.fromkeys(CITING, _cite),
    **dict.fromkeys(DEFINITIONS, _definition),
    **dict.fromkeys(BIBLIOGRAPHIES, _bibliography),
    **dict.fromkeys(VERBATIM, _verbatim),
    **dict.fromkeys(QUANTITIES, _quantity),
    **dict.fromkeys(ADDRESSES, _address),
    **dict.fromkeys(QUOTING, _quotation),
    **dict.fromkeys(END_OF_PARAGRAPH, _paragraph_end),
    "ensuremath": _formula,
    "item": _item,
    "bibitem": _bibitem,
    "textsuperscript": _superscript,
    "iffalse": _unread,
}
"""All of them by their names."""
