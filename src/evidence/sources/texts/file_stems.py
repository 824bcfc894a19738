"""What a file with the text of a work is called, by the key of its entry."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

# What no file may be called by: Windows' naming rules, which hold for all that is shared.
_FORBIDDEN: Final = re.compile(r'[/\\:*?"<>|]')


def file_stem(key: str) -> str:
    """What a file for this key is called, without its suffix: the key, a `_` for each character
    that file names cannot hold.
    """
    return folded(_FORBIDDEN.sub("_", key))


def folded(name: str) -> str:
    """The name as file systems may spell it: some take accents apart."""
    return unicodedata.normalize("NFC", name)


class Stems:
    """Which file belongs to which of all the bibliography's keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys: dict[str, set[str]] = {}
        for key in map(folded, keys):
            self._keys.setdefault(file_stem(key), set()).add(key)

    def of(self, key: str) -> tuple[str, ...]:
        """What the files of this key may be called, and no file of another key is."""
        own, stem = folded(key), file_stem(key)
        return (own,) if own == stem or self._others(key) else (own, stem)

    def rivals(self, key: str) -> tuple[str, ...]:
        """The other keys that a file with this key's `file_stem` may be meant for as well; none
        where that is a key itself, whose file it is then.
        """
        stem, others = file_stem(key), self._others(key)
        return () if stem == folded(key) or stem in others else tuple(sorted(others))

    def _others(self, key: str) -> set[str]:
        """The other keys whose files may be called alike."""
        return self._keys.get(file_stem(key), set()) - {folded(key)}
