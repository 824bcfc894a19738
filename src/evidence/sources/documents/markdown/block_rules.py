"""Blocks of Pandoc's and MyST's Markdown that CommonMark does not have."""

import re
from typing import Final

from markdown_it.rules_block import StateBlock

from evidence.sources.documents.markdown.note_texts import NOTE_TEXT

_FENCE_OF_DIV: Final = re.compile(r":{3,}")
_DIRECTIVE: Final = re.compile(r"(`{3,}|~{3,})[ \t]*\{([\w:.-]+)\}[ \t]*(.*)")
_OPTION: Final = re.compile(r"[ \t]*:[\w-]+:")
_TEXT_DIRECTIVE: Final = re.compile(
    "admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning|table|figure"
    "|topic|sidebar|margin|aside|dropdown|epigraph|pull-quote|highlights|card|div"
)


def note_text(
    state: StateBlock,
    startLine: int,  # noqa: N803 - markdown-it's names
    endLine: int,  # noqa: N803
    silent: bool,  # noqa: FBT001
) -> bool:
    """A footnote's text, `[^1]: …`, and what is indented below it, between tokens of its own."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    found = NOTE_TEXT.match(state.src, start, state.eMarks[startLine])
    if not found or state.is_code_block(startLine):
        return False
    if silent:
        return True
    kept = state.bMarks[startLine], state.tShift[startLine], state.sCount[startLine]
    parent, indent = state.parentType, state.blkIndent
    state.bMarks[startLine], state.tShift[startLine] = found.end(), 0
    state.blkIndent = indent + 4
    state.sCount[startLine] = state.blkIndent
    state.parentType = "footnote"
    state.push("note_text_open", "", 1).info = found[1]
    state.md.block.tokenize(state, startLine, endLine)
    state.push("note_text_close", "", -1)
    state.parentType, state.blkIndent = parent, indent
    state.bMarks[startLine], state.tShift[startLine], state.sCount[startLine] = kept
    return True


def fence_of_div(
    state: StateBlock,
    startLine: int,  # noqa: N803
    endLine: int,  # noqa: N803, ARG001
    silent: bool,  # noqa: FBT001
) -> bool:
    """A line of `:::` around a part of the text, and the options below it; the part is read."""
    if state.is_code_block(startLine) or not _FENCE_OF_DIV.match(_line(state, startLine)):
        return False
    if not silent:
        state.line = _after_options(state, startLine + 1)
    return True


def directive(
    state: StateBlock,
    startLine: int,  # noqa: N803
    endLine: int,  # noqa: N803
    silent: bool,  # noqa: FBT001
) -> bool:
    """A MyST directive in backticks that holds text; its title or caption is left out."""
    found = None if state.is_code_block(startLine) else _DIRECTIVE.match(_line(state, startLine))
    if not found or not _TEXT_DIRECTIVE.fullmatch(found[2]):
        return False
    if silent:
        return True
    close = startLine + 1
    fence = found[1]
    while close < endLine and not _closes(_line(state, close), fence):
        close += 1
    line_max = state.lineMax
    state.lineMax = close
    state.level += 1
    state.md.block.tokenize(state, min(_after_options(state, startLine + 1), close), close)
    state.level -= 1
    state.lineMax = line_max
    state.line = min(close + 1, endLine)
    return True


def _closes(line: str, fence: str) -> bool:
    return line.startswith(fence) and not line.strip(fence[0] + " \t")


def _after_options(state: StateBlock, line: int) -> int:
    while line < state.lineMax and _OPTION.match(_line(state, line)):
        line += 1
    return line


def _line(state: StateBlock, line: int) -> str:
    """The line from its first character that is no blank."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
