"""Citations by key as Pandoc writes them: `[see @a, p. 3; -@b]`, `@a [p. 3]`.

Pandoc User's Guide, "Citation syntax".
"""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from evidence.model.document import Cited
from evidence.sources.documents.citing_notes import only_points

_KEY: Final = r"@(?:\{([^{}\s]+)\}|(\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
_KEY_IN_GROUP: Final = re.compile(rf"(?<![\w/@])-?{_KEY}")
_GROUP: Final = re.compile(r"\[((?:[^\[\]\\`]|\\.)*+)\](?![(\[])", re.DOTALL)
_NARRATIVE: Final = re.compile(_KEY)
_LOCATOR_OF_NARRATIVE: Final = re.compile(r"\s?\[([^\[\]\\`]*+)\](?![(\[:])")

# What pandoc-crossref and Quarto write in the same way, but for figures and tables.
_CROSS_REFERENCE: Final = re.compile(
    r"(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)"
    r"[:-].*",
    re.IGNORECASE,
)

# The terms of CSL's locators in English, with the abbreviations that Pandoc knows.
_TERM: Final = (
    r"(?:p|pp|pages?|bk|bks|books?|chap|chaps|chapters?|col|cols|columns?|fig|figs|figures?|fol|"
    r"fols|folios?|no|nos|numbers?|l|ll|lines?|n|nn|notes?|op|opera|opus|para|paras|paragraphs?|"
    r"pt|pts|parts?|sec|secs|sections?|s\.v|sub verbo|tab|tabs|tables?|v|vv|verses?|vol|vols|"
    r"volumes?|supp|suppl|supplements?|app|appendix)"
)
_ARABIC: Final = r"[A-Za-z]{0,2}\d[\w:]*(?:\.\w+)*"
_ROMAN: Final = r"[ivxlcdm]+\b"
_AND: Final = r"(?:\s*[,&–—-]\s*|\s+(?:and|to)\s+)"
_LOCATOR: Final = re.compile(
    rf"(?:{_TERM}\b\.?|[§¶]+)\s*(?:{_ARABIC}|{_ROMAN})(?:{_AND}(?:{_ARABIC}|{_ROMAN}))*"
    rf"|{_ARABIC}(?:{_AND}{_ARABIC})*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class KeyCitation:
    """A marker that ends at `end` of the text, and what it cites."""

    end: int
    cited: tuple[Cited, ...]
    is_narrative: bool = False
    shown: str = ""  # by a narrative marker in its sentence


def group_at(text: str, start: int, end: int) -> KeyCitation | None:
    """The bracketed group of keys that begins at `start`; a link's text is none."""
    found = _GROUP.match(text, start, end)
    if not found or "@" not in found[1]:
        return None
    cited = cited_in(found[1])
    return KeyCitation(found.end(), cited) if cited else None


def narrative_at(text: str, start: int, end: int) -> KeyCitation | None:
    """The key that is part of its sentence and begins with the `@` at `start`; no e-mail's."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_/@."):
        return None
    found = _NARRATIVE.match(text, start, end)
    if not found or _CROSS_REFERENCE.fullmatch(found[1] or found[2]):
        return None
    first = Cited(found[1] or found[2])
    within = _LOCATOR_OF_NARRATIVE.match(text, found.end(), end)
    alone = KeyCitation(found.end(), (first,), is_narrative=True, shown=found[0])
    if not within:
        return alone
    locator, _, others = within[1].partition(";")
    found_locator = locator_of(locator)
    more = tuple(each for each in cited_in(others) if each.label != first.label)
    if not found_locator and not more:
        return alone
    cited = (Cited(first.label, found_locator), *more)
    return replace(alone, end=within.end(), cited=cited)


def cited_in(inside: str) -> tuple[Cited, ...]:
    """What the inside of a group's brackets cites, each key once."""
    by_label: dict[str, Cited] = {}
    for part in inside.split(";"):
        found = _KEY_IN_GROUP.search(part)
        if found and not _CROSS_REFERENCE.fullmatch(label := found[1] or found[2]):
            by_label.setdefault(label, Cited(label, locator_of(part[found.end() :])))
    return tuple(by_label.values())


def cited_alone(text: str) -> tuple[Cited, ...]:
    """What a text cites that says no more than `see also @a, p. 3, and @b`; else nothing."""
    keys = list(_KEY_IN_GROUP.finditer(text))
    by_label: dict[str, Cited] = {}
    for found, following in zip_longest(keys, keys[1:]):
        label = found[1] or found[2]
        locator, behind = _split(text[found.end() : following.start() if following else None])
        if _CROSS_REFERENCE.fullmatch(label) or not only_points(behind):
            return ()
        by_label.setdefault(label, Cited(label, locator))
    return tuple(by_label.values()) if keys and only_points(text[: keys[0].start()]) else ()


def locator_of(suffix: str) -> str:
    """Where in the work, if what stands behind a key says so: `pp. 3-5` of `, pp. 3-5 passim`."""
    return _split(suffix)[0]


def _split(suffix: str) -> tuple[str, str]:
    """The locator at the beginning of what stands behind a key, and what is left."""
    suffix = suffix.lstrip(" \t\n,{[")
    found = _LOCATOR.match(suffix)
    return (" ".join(found[0].split()), suffix[found.end() :]) if found else ("", suffix)
