"""Reading the text of a LaTeX document: one pass over its characters, file by file."""

import re
from typing import Final

from evidence.sources.documents.interface import Progress
from evidence.sources.documents.latex import environments, signs
from evidence.sources.documents.latex.arguments import Arguments
from evidence.sources.documents.latex.captions import end_row
from evidence.sources.documents.latex.commands import ACCENTS, INCLUDES
from evidence.sources.documents.latex.files import LatexFile, LatexFiles
from evidence.sources.documents.latex.state import LatexState
from evidence.sources.documents.latex.structure import HANDLERS, word

_TOKEN: Final = re.compile(
    r"""  (?P<text>(?:[^\\{}$%\n&~`'-]|'(?!')|-(?!-))+)
        | (?P<newline>\n[ \t]*)
        | \\(?P<command>[A-Za-z]+|.|\Z)
        | (?P<comment>%[^\n]*(?:\n[ \t]*)?)
        | (?P<brace>[{}])
        | (?P<math>\$\$?)
        | (?P<cell>&)
        | (?P<mark>---?|``|''|`|~)""",
    re.VERBOSE | re.DOTALL,
)
_MARKS: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "~": " "}
_NAME: Final = re.compile(r"[ \t]*([^\s{}\\%]+)")
_TOLD_EVERY: Final = 100_000  # characters


class LatexReader:
    """Reads the files of one document into a state."""

    def __init__(self, files: LatexFiles, state: LatexState, progress: Progress) -> None:
        self.files = files
        self.state = state
        self._progress = progress
        self._told = 0

    def read_document(self) -> None:
        """Read the document to its end. Raises InputError when something is left open."""
        main = self.files.main
        self.read(main, main, main.start)
        if self.state.opened:
            raise self.state.opened[-1].unclosed()
        self.state.writer.end_paragraph()
        self._progress("reading", main.end, main.end)

    def read(self, file: LatexFile, asked_by: LatexFile, asked_at: int) -> None:
        """Read a file, or a part of one, that a command asks for."""
        self.files.enter(file, asked_by, asked_at)
        arguments = Arguments(file)
        is_line_blank = True
        opened = len(self.state.opened)
        at: int | None = file.start
        while at is not None and at < file.end and (token := _TOKEN.match(file.text, at, file.end)):
            if token.lastgroup == "newline":
                self._end_line(file, at, is_line_blank=is_line_blank)
                is_line_blank = True
            elif token.lastgroup == "comment":
                is_line_blank = "\n" in token[0]
            elif token[0].strip():
                is_line_blank = False
            at = self._read(arguments, token)
            if at is not None and file is self.files.main and at - self._told > _TOLD_EVERY:
                self._told = at
                self._progress("reading", at, file.end)
        if at is None and len(self.state.opened) > opened:
            raise self.state.opened[-1].unclosed()
        self.files.leave()

    def _end_line(self, file: LatexFile, at: int, *, is_line_blank: bool) -> None:
        if is_line_blank:
            self.state.writer.end_paragraph(file.place(at))
        else:
            self.state.writer.blank(file.place(at), "\n")

    def _read(self, arguments: Arguments, token: re.Match[str]) -> int | None:
        """Read a token; where to go on, or None behind the document's end."""
        writer, file, start, at = self.state.writer, arguments.file, token.start(), token.end()
        match token.lastgroup:
            case "text":
                writer.text(token[0], file.place(start))
            case "command":
                return self._command(arguments, token["command"], start, at)
            case "brace" if token[0] == "{":
                self.state.open(file, start)
            case "brace":
                self.state.close(file, start)
            case "math":
                return signs.math(self.state, file, start, token[0])
            case "cell" if self.state.is_in_cell():
                writer.end_cell()
            case "cell":
                writer.blank(file.place(start))
            case "mark":
                writer.text(_MARKS[token[0]], file.place(start))
        return at

    def _command(self, arguments: Arguments, name: str, start: int, at: int) -> int | None:
        state, file = self.state, arguments.file
        if not name:  # a backslash at the file's end
            return at
        if name == "end":
            return environments.end(state, arguments, at, start)
        if name == "begin":
            return environments.begin(state, arguments, at, start)
        if name in ACCENTS:
            return signs.accent(state.writer, file, start, at)
        if name == "\\":
            return end_row(state, arguments, start, at)
        if not name.isascii() or not name.isalpha():
            return signs.sign(state, file, start, at)
        if name in INCLUDES:
            return self._include(arguments, name, start, at)
        if name in HANDLERS:
            return HANDLERS[name](state, arguments, name, start, at)
        if name in state.macros:
            return self._macro(arguments, name, start, at)
        return word(state, arguments, name, start, at)

    def _include(self, arguments: Arguments, name: str, start: int, at: int) -> int:
        """Read the file that is named, in braces or by `\\input file`."""
        file = arguments.file
        argument = arguments.group(at)
        if argument is None:
            found = _NAME.match(file.text, at, file.end)
            argument = (found[1], found.end()) if found else ("", at)
        included = self.files.included(argument[0], file, start)
        if name == "include":
            self.state.writer.end_paragraph(file.place(start))
        if included:
            self.read(included, file, start)
        return argument[1]

    def _macro(self, arguments: Arguments, name: str, start: int, at: int) -> int:
        """Read what a command of the document's own stands for."""
        body = self.state.macros[name]
        self.read(self.files.macro(body, arguments.file, start), arguments.file, start)
        if "\\xspace" not in body:
            while arguments.file.text.startswith((" ", "\t"), at):
                at += 1
        return at
