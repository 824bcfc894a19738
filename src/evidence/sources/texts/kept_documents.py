"""What was drawn from the files of cited works, kept so that no file is read twice."""

import json
import zlib
from pathlib import Path
from typing import Final

from evidence.errors import InputError
from evidence.model.document import Document
from evidence.sources.texts.kept_files import kept_name
from evidence.sources.texts.kept_form import as_values, from_values
from evidence.sources.texts.readers_version import readers_version
from evidence.sources.writing import write_bytes

_LARGEST: Final = 1_000_000_000  # bytes of a document that is taken apart again


class KeptDocuments:
    """Documents in a folder, each under the SHA-256 of the file that it was drawn from.

    One is of use to the very readers that it was drawn by, and is else drawn anew, as is one that
    is damaged. A folder that cannot be written keeps nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def document(self, sha256: str, suffix: str, name: str) -> Document | None:
        """What was drawn from the file with this hash and suffix, which is now called `name`."""
        try:
            packed = self._path(sha256, suffix).read_bytes()
            stream = zlib.decompressobj()
            written = stream.decompress(packed, _LARGEST)
            if not stream.eof:
                return None
            version, values = json.loads(written.decode("utf-8", "surrogatepass"))
            return from_values(values, name) if version == readers_version() else None
        except (OSError, zlib.error, ValueError, TypeError, RecursionError):
            return None

    def keep(self, sha256: str, suffix: str, document: Document) -> None:
        """Keep a document for the next time."""
        written = json.dumps(
            [readers_version(), as_values(document)], ensure_ascii=False, separators=(",", ":")
        )
        packed = zlib.compress(written.encode("utf-8", "surrogatepass"))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_bytes(self._path(sha256, suffix), packed)
        except (OSError, InputError):
            return

    def _path(self, sha256: str, suffix: str) -> Path:
        return self._folder / kept_name(sha256, suffix)
