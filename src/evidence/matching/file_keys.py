"""The key that a file with the text of a work was probably named after."""

from collections.abc import Sequence

from evidence.matching.text import fold


def meant_key(file: str, keys: Sequence[str]) -> str:
    """The longest of the keys that the name of the file begins with, be it in other letters' case
    or without accents; empty where there is none.

    A letter or a digit that follows makes another key of it: `chen2018` is not in `chen20181`.
    """
    name = fold(file.rpartition("/")[2])
    found = [key for key in keys if _begins(name, fold(key))]
    return max(found, key=len, default="")


def _begins(name: str, key: str) -> bool:
    rest = name.removeprefix(key)
    return bool(key) and name.startswith(key) and not rest[:1].isalnum()
