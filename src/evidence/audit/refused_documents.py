"""What is given as a document and cannot be one."""

import os
import re
from pathlib import Path
from typing import Final

from evidence.errors import InputError
from evidence.sources.file_names import shown_name
from evidence.sources.settings import Settings

_ADDRESS: Final = re.compile(r"(?i)(https?|ftp|file):/+")
_DATA: Final = frozenset({".bib", ".yaml", ".yml", ".toml", ".json"})


def prove_document(path: Path, settings: Settings) -> None:
    """Raises InputError for an address, for a file of the project itself, and for one that holds
    references, settings or data by its name.
    """
    address = _ADDRESS.match(str(path))
    if address:
        written = f"{address[1]}://{str(path)[address.end() :]}"
        message = f"`{written}` is an address, which is not read: save the page as a file first"
        raise InputError(message)
    name = shown_name(path)
    own = (settings.references, *settings.claims)
    if os.path.realpath(path) in map(os.path.realpath, own):
        raise InputError(f"`{name}` is a file of the project itself, expected a document")
    if path.suffix.lower() in _DATA:
        message = f"`{name}` is not a document, expected a text such as `page.md` or `page.docx`"
        raise InputError(message)
