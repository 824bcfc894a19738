"""Bytes of a file as text, by its byte-order mark, by its declaration, or as UTF-8."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Final

from evidence.errors import InputError
from evidence.model.place import Place
from evidence.sources.positions import Positions

# Per file. A parsed entry takes some 6 kB of memory and 0.3 kB on disk: 50 MB is over 100,000
# entries and a few gigabytes, where an ordinary computer stops being of use.
LARGEST_FILE: Final = 50_000_000

# The marks of UTF-32 come first: the little-endian one begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# JabRef: `% Encoding: UTF-8`, of old without `%`; TeX editors: `% !TeX encoding = latin1`;
# Emacs and Python: `-*- coding: cp1252 -*-`.
_DECLARATION: Final = re.compile(
    rb"""^[%#\s]* (?: !\s*TeX\s+encoding\s*=\s* | Encoding:\s* | .*-\*-.*?coding:\s* )
         ([\w.:-]+)""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_BIBDESK: Final = re.compile(rb"^%%\s*Saved with string encoding ([^\r\n]+)", re.MULTILINE)
_BIBDESK_NAMES: Final = {
    b"Western (ISO Latin 1)": "latin-1",
    b"Western (Windows Latin 1)": "cp1252",
    b"Western (Mac OS Roman)": "mac-roman",
}
# A declaration that could be read as ASCII can only mean an encoding that extends ASCII; this
# also keeps out Python's codecs that are no character sets (`rot13`, `idna`, `unicode_escape`).
_EXTENDS_ASCII: Final = re.compile(
    r"utf-8|iso8859-\d+|cp(125\d|437|85\d|874|93[26]|949|950)|mac-\w+|gbk?|gb18030|gb2312"
    r"|big5\w*|shift_jis\w*|euc_\w+|koi8-\w"
)
_FIRST_LINES: Final = 1024  # bytes searched for a declaration
_DECLARE: Final = (
    "save the file as UTF-8, or declare its encoding in a comment in the first line, as in "
    "`% Encoding: cp1252` (in YAML with `#`)"
)


def read_text(path: Path, name: str, *, code: str) -> str:
    """The text of the file at `path`, without a byte-order mark; line ends stay as they are.

    `name` is the file in messages. Raises InputError with `code` as `read_bytes` does, and when the
    file is not text in its encoding.
    """
    return decode(read_bytes(path, name, code=code), name, code=code)


def read_bytes(path: Path, name: str, *, code: str) -> bytes:
    """The bytes of the file at `path`; `name` is the file in messages.

    Raises InputError with `code` when there is no such file (its cause is then the
    FileNotFoundError), and when it cannot be read or is too large.
    """
    with _opened(path, name, code) as file:
        return file.read()


def sha256_of(path: Path, name: str, *, code: str) -> str:
    """The SHA-256 of the file at `path`, in hexadecimal, which is never in memory as a whole.

    Raises InputError as `read_bytes` does.
    """
    with _opened(path, name, code) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path, name: str, code: str) -> Iterator[BufferedReader]:
    """The file at `path`, which is a regular one and not too large."""
    try:
        if path.is_dir():
            raise InputError(f"`{name}` is a folder, not a file", place=Place(name), code=code)
        if path.exists() and not path.is_file():
            raise InputError(f"`{name}` is not a regular file", place=Place(name), code=code)
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size > LARGEST_FILE:
                raise InputError(
                    f"`{name}` has {size:,} bytes; files of up to {LARGEST_FILE / 1e6:.0f} MB are"
                    " read",
                    place=Place(name),
                    code=code,
                )
            file.seek(0)
            yield file
    except FileNotFoundError as error:
        message = f"`{name}` was not found"
        raise InputError(message, place=Place(name), code=code) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"`{name}` cannot be read: {reason.lower()}"
        raise InputError(message, place=Place(name), code=code) from error


def decode(data: bytes, name: str, *, code: str, declared: str = "", remedy: str = _DECLARE) -> str:
    """`data` as text; `declared` is the encoding that the file declares in its format's own way.

    `remedy` is what to do with a file that is not UTF-8 and declares nothing. Raises InputError
    with `code` and the place of the first byte that is not text.
    """
    encoding, is_marked, declared = _encoding(data, declared)
    if is_marked:
        data = data.removeprefix(_mark(encoding))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="replace")
        if "\0" not in before:
            place = Positions.of(before, name).place(len(before))
            message = _undecodable(data[error.start], encoding, declared, remedy)
            raise InputError(message, place=place, code=code) from error
        text = before
    if "\0" in text:
        place = Positions.of(text, name).place(text.index("\0"))
        raise InputError(f"`{name}` is not text: it holds a NUL", place=place, code=code)
    return text


def encode(text: str, like: bytes) -> bytes:
    """`text` in the encoding that `decode` finds for `like`, with the same byte-order mark or none.

    Raises UnicodeEncodeError when that encoding lacks one of its characters.
    """
    encoding, is_marked, _ = _encoding(like)
    return (_mark(encoding) if is_marked else b"") + text.encode(encoding)


def _encoding(data: bytes, declared: str = "") -> tuple[str, bool, str]:
    """The encoding, whether a byte-order mark says so, and the words that declare it, if any."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True, ""
    head = data[:_FIRST_LINES]
    if saved := _BIBDESK.search(head):
        written = saved[1].strip()
        return _BIBDESK_NAMES.get(written, "utf-8"), False, written.decode("ascii", "replace")
    written = declared.encode("ascii", "replace")
    if not written and (declaration := _DECLARATION.search(head)):
        written = declaration[1]
    if written:
        try:
            encoding = codecs.lookup(written.decode("ascii")).name
        except (LookupError, UnicodeDecodeError):
            encoding = "unknown"
        if _EXTENDS_ASCII.fullmatch(encoding):
            return encoding, False, written.decode("ascii")
    return "utf-8", False, ""


def _mark(encoding: str) -> bytes:
    return next(mark for mark, known in _MARKS if known == encoding)


def _undecodable(byte: int, encoding: str, declared: str, remedy: str) -> str:
    if declared:
        return (
            f"the byte 0x{byte:02x} is not {encoding}, although the file declares `{declared}`: "
            "save it in that encoding or correct the declaration"
        )
    return f"the byte 0x{byte:02x} is not {encoding}: {remedy}"
