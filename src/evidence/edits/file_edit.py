"""New content for a file, and how it gets onto the disk."""

from dataclasses import dataclass, field
from pathlib import Path

from evidence.edits.proof import changed
from evidence.edits.sole_writer import sole_writer
from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.encoding import encode, read_bytes
from evidence.sources.file_names import is_file, shown_name
from evidence.sources.writing import write_bytes


@dataclass(frozen=True, slots=True)
class FileEdit:
    """New content for the file at `path`, which is not written yet.

    `before` and `after` are its bytes; `is_new` says that there is no such file.
    """

    path: Path
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    is_new: bool = field(default=False, kw_only=True)

    @property
    def name(self) -> str:
        """What the file is called in messages."""
        return shown_name(self.path)

    def prove_current(self) -> None:
        """Raises InputError when the file is not what it was when it was read."""
        is_there = is_file(self.path)
        if is_there is self.is_new or (
            is_there and read_bytes(self.path, self.name, code="") != self.before
        ):
            raise changed(self.name)

    def write(self) -> None:
        """Put the new content in the place of the file, whole or not at all; permissions stay.

        A file with nothing to change is not touched. Of several runs that have read the same file
        the first one writes it. Raises InputError when the file is not what it
        was when it was read, and when it cannot be written.
        """
        if self.after == self.before:
            self.prove_current()
            return
        with sole_writer(self.path):
            self.prove_current()
            write_bytes(self.path, self.after)


def encoded(text: str, before: bytes, name: str, *, code: str = "") -> bytes:
    """`text` in the encoding of `before`. Raises InputError with the letter that this one lacks."""
    try:
        return encode(text, before)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        message = f"`{name}` is in an encoding which lacks `{letter}`: save it as UTF-8 first"
        raise InputError(message, place=Place(name), code=code) from error
