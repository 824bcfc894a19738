"""What a reader of LaTeX must remember on its way: what is open, what is counted, what is named."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from evidence.errors import InputError
from evidence.sources.documents.latex.blocks import LatexWriter
from evidence.sources.documents.latex.files import LatexFile
from evidence.sources.documents.latex.tables import Float

Action: TypeAlias = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A brace, or an environment by its name, where it opens, and what to do when it is closed."""

    environment: str
    file: LatexFile
    at: int
    on_close: Action | None

    @property
    def written(self) -> str:
        """As it stands in the file."""
        return f"\\begin{{{self.environment}}}" if self.environment else "{"

    def unclosed(self) -> InputError:
        """The error when it is not closed."""
        return self.file.error(f"`{self.written}` is never closed", self.at)


@dataclass(slots=True)
class List:
    """A list that is open, and its items so far."""

    is_numbered: bool
    items: int = 0


@dataclass(slots=True)
class LatexState:
    """What is open and what is known so far.

    `numbers` are what labels of tables and figures stand for (`Table 9`), `names` what the
    document's own list calls a work (`Drilon et al. (2017)`), `macros` the texts of commands
    without arguments.
    """

    numbers: dict[str, str]
    names: dict[str, str]
    writer: LatexWriter = field(default_factory=LatexWriter)
    opened: list[Opened] = field(default_factory=list)
    floats: list[Float] = field(default_factory=list)
    lists: list[List] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)
    expanded: int = 0  # characters of macros in formulas
    bibliographies: list[str] = field(default_factory=list)
    current: str = ""  # what a label stands for
    misses_names: bool = False

    def open(
        self, file: LatexFile, at: int, on_close: Action | None = None, environment: str = ""
    ) -> None:
        """Something opens: a brace unless an environment is named."""
        self.opened.append(Opened(environment, file, at, on_close))

    def close(self, file: LatexFile, at: int, environment: str = "") -> None:
        """What was opened last is closed. Raises InputError when that is something else."""
        written = f"\\end{{{environment}}}" if environment else "}"
        if not self.opened:
            raise file.error(f"`{written}` closes nothing", at)
        last = self.opened.pop()
        if last.environment != environment:
            message = f"`{last.written}` is not closed before `{written}` in line"
            line = file.place(at).line
            raise last.file.error(f"{message} {line}", last.at)
        if last.on_close:
            last.on_close()

    def is_in_cell(self) -> bool:
        """Whether what stands here stands in a cell, and in nothing within it."""
        return bool(self.opened and self.opened[-1].environment and self.writer.is_in_cell())
