"""Lists of names in `author` and `editor`, with the mistakes that can be read without guessing.

BibTeX parts names by ` and ` alone. Semicolons, `&` and commas between whole names are frequent
mistakes; they are read as meant only where no rightly written name looks like that.
"""

import re
from collections.abc import Iterator
from typing import Final

from evidence.model.work import Name
from evidence.sources.bibtex_names import (
    COMMA,
    Separator,
    has_named_parts,
    inside_braces,
    is_suffix,
    read_name,
)
from evidence.sources.latex import decode

_AND: Final = Separator.of(r"(?: |^)and(?= |$)")
_AMPERSAND: Final = Separator.of(r" \\?& ")
_SEMICOLON: Final = Separator.of(r";(?: ?and )?")
_OTHERS: Final = frozenset({"others", "{others}"})
_ET_AL: Final = re.compile(
    r"(?:^|[ ,;~]|(?<=\}))(?:\{\\(?:it|em|sl) ?et[ ~]al\.?\}|\\(?:emph|textit)\{et[ ~]al\.?\}"
    r"|et\.?[ ~]al\.?)$",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&#?\w+;")
_VANCOUVER: Final = re.compile(r"([^{}.]*[^\W\d_]{2}) ([^\W\d_a-z]{1,3})")
_WITH_SUFFIX: Final = re.compile(r" (?:II|III|IV)$")  # `Smith IV, David H` is one name
_OF: Final = re.compile(r"\b(?:of|for|the|on|in)\b", re.IGNORECASE)


def read_names(raw: str) -> tuple[tuple[Name, ...], bool]:
    """The names in their order, and whether the list ends in `others` or `et al.`"""
    text = " ".join(raw.split())
    may_be_cut = "al" in text[-4:].lower()
    cut = _ET_AL.search(text, max(0, len(text) - 40)) if may_be_cut else None
    is_cut = bool(cut)
    if cut:
        text = text[: cut.start()]
    names = []
    for written in _members(text):
        if written.lower() in _OTHERS:
            is_cut = True
        elif name := read_name(written):
            names.append(name)
    return tuple(names), is_cut


def _members(text: str) -> Iterator[str]:
    """The names as written."""
    inner = inside_braces(text)
    if inner is not None and _is_list_of_persons(inner):
        text = inner
    for part in _AND.split(text):
        member = part.strip(" ,;")
        if has_named_parts(member):
            yield member
            continue
        for piece in _apart(member):
            yield from _between_commas(piece)


def _is_list_of_persons(inner: str) -> bool:
    """Whether the braces around a whole field are one pair too many: `{{Doe, J. and Roe, R.}}`."""
    members = _AND.split(inner)
    parts = [COMMA.split(member) for member in members]
    if any(len(part) != 2 or not all(part) for part in parts):
        return False
    if len(members) == 1:
        return inner.startswith("{") or _is_initials(parts[0][1])
    return not any(_OF.search(last) or len(first.split()) > 3 for last, first in parts)


def _apart(member: str) -> list[str]:
    """The names between semicolons or ampersands."""
    if ";" in member and not _ENTITY.search(member):
        return [part.strip(" ,") for part in _SEMICOLON.split(member)]
    if "&" in member:
        parts = _AMPERSAND.split(member)
        if all(len(COMMA.split(part)) > 1 for part in parts):
            return parts
    return [member]


def _between_commas(piece: str) -> list[str]:
    """The names that commas part, where the commas cannot belong to one name."""
    if "," not in piece or inside_braces(piece) is not None:
        return [piece]
    parts = [part for part in COMMA.split(piece) if part]
    if len(parts) > 1 and all(" " in part for part in parts) and not _WITH_SUFFIX.search(parts[0]):
        vancouver = [_VANCOUVER.fullmatch(part) for part in parts]
        if all(vancouver):  # `Smith JA, Doe B`
            return [f"{name[1]}, {name[2]}" for name in vancouver if name]
    if len(parts) < 3 or any(is_suffix(part) for part in parts[1:]):
        return [piece]
    lasts, firsts = parts[::2], parts[1::2]
    if len(lasts) == len(firsts) and all(map(_is_initials, firsts)):  # `Smith, J. A., Doe, B.`
        return [f"{last}, {first}" for last, first in zip(lasts, firsts, strict=True)]
    if all(" " in part and not _is_initials(part) for part in parts):  # `Ann Smith, Bo Doe, …`
        return parts
    return [piece]


def _is_initials(text: str) -> bool:
    letters = re.sub(r"[\s.\-]", "", decode(text))
    return 0 < len(letters) <= 4 and letters.isalpha() and letters.isupper()
