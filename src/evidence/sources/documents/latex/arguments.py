"""Where the arguments of a LaTeX command begin and end, in time linear in their length."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.errors import InputError
from evidence.sources.documents.latex.files import LatexFile

_BRACE: Final = re.compile(r"\\.|%[^\n]*|[{}]", re.DOTALL)
_ADDRESS_BRACE: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_BLANKS: Final = re.compile(r"[ \t]*\n?[ \t]*")
_BRACKET: Final = re.compile(r"\\.|[][{}]", re.DOTALL)
_LONGEST_OPTION: Final = 500  # characters; without its `]` a bracket is text


@dataclass(frozen=True, slots=True)
class Arguments:
    """Reads the arguments in one file."""

    file: LatexFile

    def skip_blanks(self, at: int) -> int:
        """Where the first character stands that is no blank; a blank line is not skipped."""
        found = _BLANKS.match(self.file.text, at)
        return found.end() if found else at

    def group_end(self, at: int, *, is_address: bool = False) -> int:
        """Where the group that opens at `at` is closed. Raises InputError when it is not."""
        depth = 0
        pattern = _ADDRESS_BRACE if is_address else _BRACE
        for brace in pattern.finditer(self.file.text, at, self.file.end):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0 and brace[0] == "}":
                return brace.start()
        raise self.unclosed("{", at)

    def group(self, at: int, *, is_address: bool = False) -> tuple[str, int] | None:
        """The argument in braces behind `at`, and where it ends; None when there is none."""
        start = self.skip_blanks(at)
        if not self.file.text.startswith("{", start):
            return None
        end = self.group_end(start, is_address=is_address)
        return self.file.text[start + 1 : end], end + 1

    def options(self, at: int, *, most: int = 3) -> tuple[list[str], int]:
        """The arguments in brackets right behind `at`, and where the last of them ends."""
        options: list[str] = []
        while len(options) < most and self.file.text.startswith("[", at):
            end = self._bracket_end(at)
            if end is None:
                break
            options.append(self.file.text[at + 1 : end])
            at = end + 1
        return options, at

    def behind(self, at: int, count: int) -> int:
        """Where `count` arguments in braces end, with the options in front of them."""
        _, at = self.options(at)
        for _ in range(count):
            argument = self.group(at)
            if argument is None:
                break
            _, at = self.options(argument[1])
        return at

    def unclosed(self, what: str, at: int) -> InputError:
        """The error of something that opens at `at` and is never closed."""
        return self.file.error(f"`{what}` is never closed", at)

    def _bracket_end(self, at: int) -> int | None:
        depth = 0
        for each in _BRACKET.finditer(self.file.text, at + 1, at + _LONGEST_OPTION):
            if each[0] == "]" and depth == 0:
                return each.start()
            depth += {"{": 1, "}": -1}.get(each[0], 0)
            if depth < 0 or (each[0] == "[" and depth == 0):
                return None
        return None
