"""The form in which names are compared: without case, hyphens, accents, Greek letters, spelling."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from evidence.matching.text import GREEK

_WORD: Final = re.compile(r"[^\W_]+")
_GREEK_LETTERS: Final = {0x3B1 + at: f" {name} " for at, name in enumerate(GREEK)} | {
    ord("ϕ"): " phi ", ord("ϵ"): " epsilon ",
}  # fmt: skip
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]{1,40}")
_SIGNS: Final = {0x2019: "'", 0xAD: None}  # an apostrophe, a soft hyphen
_SPELLINGS: Final = (
    ("'s ", " "),
    ("ae", "e"),
    ("oe", "e"),
    ("sulph", "sulf"),
    ("tumour", "tumor"),
    ("trophin", "tropin"),
)
_PHRASES: Final = ((" type ", " "), (" co transporter", " cotransporter"))


def name_words(text: str) -> list[str]:
    """The words of a text in the form in which names are compared: runs of letters and digits.

    A Greek letter is a word of its own, by its name.
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = _BEYOND_ASCII.sub(lambda found: _in_ascii(found[0]), folded)
    for other, one in _SPELLINGS:
        folded = folded.replace(other, one)
    return _WORD.findall(folded)


@lru_cache(maxsize=8192)
def _in_ascii(letters: str) -> str:
    """Letters as they are compared: ligatures apart, without accents, Greek ones spelt out."""
    letters = letters.translate(_SIGNS)
    folded = unicodedata.normalize("NFKD", letters).casefold().translate(_GREEK_LETTERS)
    return "".join(each for each in folded if not unicodedata.combining(each))


@lru_cache(maxsize=32_768)
def name_key(name: str) -> str:
    """A name as one word: `IL-17A`, `IL 17A` and `il17a` are the same."""
    return "".join(name_words(name))


def phrase_of(words: list[str]) -> str:
    """Words in a row, a blank between and around them: what does not tell names apart left out."""
    line = f" {' '.join(words)} "
    for other, one in _PHRASES:
        line = line.replace(other, one)
    return line
