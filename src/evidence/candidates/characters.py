"""Repairs of characters inside a DOI that were typed twice, encoded, or taken for others."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

_DASHES: Final = re.compile("[\u00ad\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]|&[mn]dash;")
_MARKUP: Final = re.compile(r"<([a-z_]+)>[^<]*</\1>|</?[a-z]+ ?/?>")
_ENTITIES: Final = (("<", r"&?(?:lt|#?x?0*3c|(?<=[0-9])#?60);"), (">", r"&?(?:gt|#?x?0*3e|62);"))


def doubled_signs(text: str) -> Iterator[tuple[str, str]]:
    """A sign that was typed twice, or markup that was left in the middle."""
    for sign in "._-/":
        if sign * 2 in text:
            yield re.sub(rf"{re.escape(sign)}+", sign, text), f"with one `{sign}` for two"
    plain = _MARKUP.sub("", text)
    if plain != text:
        yield plain, "without the markup inside"


def dashes(text: str) -> Iterator[tuple[str, str]]:
    """Typographic dashes: Crossref registers none."""
    found = _DASHES.search(text)
    if found:
        yield _DASHES.sub("-", text), f"with `-` for `{found[0]}`"


def encoding(text: str) -> Iterator[tuple[str, str]]:
    """Characters that HTML, an address, LaTeX or a typesetter spells in its own way."""
    if html.unescape(text) != text:
        yield html.unescape(html.unescape(text)), "with the HTML entities undone"
    mended = text
    for sign, pattern in _ENTITIES:
        mended = re.sub(pattern, sign, mended)
    if mended != text:
        yield mended, "with the HTML entities mended"
    if unquote(text) != text:
        yield unquote(unquote(text)), "with the percent-encoding undone"
    if "\\" in text:
        yield text.replace("\\", ""), "without the backslash"
    plain = unicodedata.normalize("NFKC", text)
    if plain != text:
        yield plain, "with plain characters for typographic ones"


def letters_for_digits(text: str) -> Iterator[tuple[str, str]]:
    """The letters `O`, `I` and `l` beside digits, as a tired eye or a scanner reads them."""
    prefix, slash, suffix = text.partition("/")
    for letters, digit in (("o", "0"), ("il", "1")):
        mended = _as_digits(suffix, letters, digit)
        if mended != suffix:
            edit = f"with `{digit}` for the letter `{letters[0].upper()}`"
            yield f"{prefix}{slash}{mended}", edit


def _as_digits(suffix: str, letters: str, digit: str) -> str:
    """`suffix` with these letters as digits where they stand beside a digit or alone."""
    beside = rf"(?<=[0-9])[{letters}]+|[{letters}]+(?=[0-9])|(?<![a-z])[{letters}](?![a-z])"
    return re.sub(beside, lambda run: digit * len(run[0]), suffix)


def other_signs(text: str) -> Iterator[tuple[str, str]]:
    """Another sign where a dot, a hyphen or a slash belongs, all of them at once."""
    prefix, slash, suffix = text.partition("/")
    if "co;2" in suffix:
        return  # a SICI identifier, in which each sign has its place
    for wrong, rights in ((",", "."), ("_", "/-."), (";", "."), (":", "./")):
        for right in rights if wrong in suffix else "":
            edit = f"with `{right}` for `{wrong}`"
            yield f"{prefix}{slash}{suffix.replace(wrong, right)}", edit


def repeated_digits(text: str) -> Iterator[tuple[str, str]]:
    """A last number that was taken for the end of a range of pages and written out:
    `s10456-018-9655-9650` for `…-9655-0`.
    """
    found = re.search(r"([0-9]{3,})-([0-9]{3,})$", text)
    if not found or len(found[1]) < len(found[2]):
        return
    first, last = found[1][-len(found[2]) :], found[2]
    pairs = enumerate(zip(first, last, strict=True))
    same = next((at for at, (one, other) in pairs if one != other), 0)
    if same:
        yield text[: found.start(2)] + last[same:], f"with `{last[same:]}` for `{last}`"
