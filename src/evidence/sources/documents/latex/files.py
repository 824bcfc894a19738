"""The files of a LaTeX document: the text that is read, and what it may include."""

import re
from dataclasses import dataclass, field
from os.path import normpath
from pathlib import Path
from typing import Final

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.documents.interface import UNREADABLE, Source
from evidence.sources.encoding import decode, read_text
from evidence.sources.file_names import shown_name
from evidence.sources.positions import Positions

_BEGIN: Final = re.compile(r"\\begin\s*\{document\}")
_CLASS: Final = re.compile(r"\\documentclass\b")
_COMMENT: Final = re.compile(r"\\.|%")
_MOST_CHARACTERS: Final = 10_000_000  # of a document with all that it includes: thousands of pages
_COST_OF_ONE: Final = 100  # what a file or a macro costs beside its characters
_REMEDY: Final = (
    "save the file as UTF-8, or declare its encoding in the first line, as in "
    "`% !TeX encoding = latin1`"
)
_DEEPEST: Final = 20
_NOT_TEXT: Final = frozenset({".pgf", ".tikz", ".pdf_tex", ".eps_tex", ".pstex_t", ".asy"})


@dataclass(frozen=True, slots=True)
class LatexFile:
    """A file as text; it is read from `start` to `end`. Places name the file by `name`.

    The text of a macro stands at the place where it is used: `used_at`.
    """

    name: str
    path: Path
    text: str = field(repr=False)
    positions: Positions = field(repr=False)
    start: int
    end: int
    used_at: Place | None = None

    @classmethod
    def of(cls, name: str, path: Path, text: str) -> "LatexFile":
        """The file; what stands in front of `\\begin{document}` is not read."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        begin = next((each for each in _BEGIN.finditer(text) if _is_read(text, each)), None)
        start = begin.end() if begin else 0
        return cls(name, path, text, Positions.of(text, name), start, len(text))

    def place(self, at: int) -> Place:
        """The place of a character."""
        return self.used_at or self.positions.place(at)

    def error(self, message: str, at: int) -> InputError:
        """An error at a character."""
        return InputError(message, place=self.place(at), code=UNREADABLE)


class LatexFiles:
    """Opens the files of one document, none within itself.

    They stand in the document's folder or in the current one, the project's.
    """

    def __init__(self, source: Source) -> None:
        self._folder = source.path.absolute().parent
        self._allowed = (self._folder.resolve(), Path.cwd().resolve())
        self._characters = 0
        self._open: list[LatexFile] = []
        text = decode(source.data, source.name, code=UNREADABLE, remedy=_REMEDY)
        self.main = LatexFile.of(source.name, source.path, text)
        classes = _CLASS.finditer(self.main.text) if not self.main.start else ()
        for head in classes:
            if _is_read(self.main.text, head):
                message = "`\\begin{document}` was expected, and is nowhere"
                raise self.main.error(message, head.start())

    def enter(self, file: LatexFile, asked_by: LatexFile, at: int) -> None:
        """Begin to read a file. Raises InputError when it would never end."""
        self._characters += file.end - file.start + _COST_OF_ONE
        if self._characters > _MOST_CHARACTERS:
            most = f"{_MOST_CHARACTERS / 1e6:.0f} million characters"
            raise asked_by.error(f"the document holds more than {most} with all it includes", at)
        if len(self._open) >= _DEEPEST:
            raise asked_by.error(f"files and macros are nested more than {_DEEPEST} deep", at)
        self._open.append(file)

    def leave(self) -> None:
        """The last file was read to its end."""
        self._open.pop()

    def macro(self, text: str, used_in: LatexFile, at: int) -> LatexFile:
        """The text of a macro, as if it were a file."""
        positions = Positions(used_in.name, (0,))
        return LatexFile(
            used_in.name, used_in.path, text, positions, 0, len(text), used_in.place(at)
        )

    def included(self, written: str, asked_by: LatexFile, at: int) -> LatexFile | None:
        """The file that a command at `at` includes; None when it is a drawing.

        Raises InputError when it is not there, lies outside of both folders, or is being read
        already.
        """
        written = written.strip().strip('"')
        path = self._find(written, asked_by, at)
        if path.suffix.lower() in _NOT_TEXT:
            return None
        if any(each.path.resolve() == path.resolve() for each in (self.main, *self._open)):
            raise asked_by.error(f"`{written}` includes itself", at)
        name = self._name(path)
        return LatexFile.of(name, path, read_text(path, name, code=UNREADABLE))

    def _find(self, written: str, asked_by: LatexFile, at: int) -> Path:
        if not written or "\0" in written or len(written) > _LONGEST_NAME:
            raise asked_by.error("a file to include was expected here", at)
        is_outside = False
        for folder in (self._folder, asked_by.path.absolute().parent):
            for path in (folder / f"{written}.tex", folder / written):
                if not any(path.resolve().is_relative_to(each) for each in self._allowed):
                    is_outside = True
                elif path.is_file():
                    return Path(normpath(path))
        if is_outside:
            message = (
                f"`{written}` lies outside the document's folder and the current folder and is "
                "not read: run the command in a folder that holds both"
            )
            raise asked_by.error(message, at)
        raise asked_by.error(f"`{written}` was not found in the document's folder", at)

    def _name(self, path: Path) -> str:
        """The file in places: named as the document is, or from the current folder."""
        if not path.is_relative_to(self._folder):
            return shown_name(path)
        return (Path(self.main.name).parent / path.relative_to(self._folder)).as_posix()


_LONGEST_NAME: Final = 255


def _is_read(text: str, found: re.Match[str]) -> bool:
    """Whether a command is not commented out."""
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    return all(each[0] != "%" for each in _COMMENT.finditer(line))
