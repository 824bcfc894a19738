"""What registries and exports add to a title, and what makes it the title of another work."""

import re

from evidence.matching.text import letters, plain, words
from evidence.model.work import WITHDRAWAL_LABEL

_BRACKETED = re.compile(r"\s*[\[(]([^\[\]()]*)[\])]\W*$")
_CHAPTER_NUMBER = re.compile(
    r"^(?:(?:chapter|part)\s+)?(?:[ivxlc]+|\d{1,3})(?:\.\d+)*(?:[.:]|\s+[–—-])[\s.:–—-]*\s(?=\S)",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?<!\W)\W+(?:\d+(?:st|nd|rd|th)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"|revised|new) ed(?:ition|n)?\W*$",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r",?\s+in:?\s+(?:the\s+)?(?:proceedings|proc\.)\s+of\s.*$", re.IGNORECASE)
_TRAILING = re.compile(r"(?<!\W)\W+(?:plates|with discussion)\W*$", re.IGNORECASE)

_LABEL_WORDS = frozenset(
    words(
        "extended abstract abstracts with and discussion discussions review reviews article "
        "articles paper papers invited research original short long demo poster tutorial keynote "
        "talk lecture notes note application corner survey reprint translated english in the a "
        "brief communication rapid letter case report student best software column feature "
        "special issue section perspective perspectives point of view technical book version "
        "preprint summary"
    )
)

# How a title begins that is about another work.
_DERIVED = re.compile(
    r"""(?P<about>
      (?:in\ |a\ |authors?'?s?\ )?reply\b
    | (?:a\ )?response:
    | (?:a\ )?response\ to\ (?:the\ )?(?:letter|comment|editor|review|repl|discussion|.*\bet\ al\b)
    | authors?'?s?\ response\b
    | (?:a\ |invited\ |editorial\ )?comment(?:s|ary)?\ (?:on|to)\b
    | (?:authors?'?\ |publisher'?s?\ )?(?:correction|erratum|errata|corrigend(?:um|a)|addendum)
      (?:\ (?:to|for|notice)\b | \s*$ | \s*[^\w\s])
    | retraction(?:\ (?:of|notice)\b | \s*$ | \s*[^\w\s])
    | (?:a\ )?rejoinder\b
    | (?:peer\ )?review\ (?:for|of)\b
    | review(?:er)?\ report\b
    | (?:editor'?s?\ )?decision\ letter\b
    | discussion\ of\b
    | expression\ of\ concern\b
    | supplement(?:ary|al)\ (?:material|information|data|file)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# How it ends: `… (Erratum)`, `…: a reply`.
_TAIL = re.compile(
    r"""[\[(:.—–-]\s*(?:(?:the\ )?authors?'?\ )?(?:a\ |in\ )?
    (?P<about>reply|response|replies|rejoinder|erratum|corrigendum|correction|comments?|addendum
      |supplementary\ (?:material|information))\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def stripped(title: str, other: str) -> str:
    """`title` without the labels that `other` need not share."""
    line = WITHDRAWAL_LABEL.sub("", plain(title))
    line = _TRAILING.sub("", _CONTAINER.sub("", _without_bracketed_label(line, other)))
    for added in (_CHAPTER_NUMBER, _EDITION):
        if not added.search(plain(other)):
            line = added.sub("", line)
    return line


def _without_bracketed_label(line: str, other: str) -> str:
    """`[Review Article]`, `(Extended Abstract)*`, and a translation that follows the title."""
    found = _BRACKETED.search(line)
    if not found or not found.start():
        return line
    inside = words(found[1])
    is_label = bool(inside) and _LABEL_WORDS.issuperset(inside)
    before = line[: found.start()]
    is_translation = len(inside) >= 3 and letters(before) == letters(other)
    return before if is_label or is_translation else line


def derived_as(title: str) -> str:
    """The word that says that a title is about another work: `reply`, `erratum`; else empty."""
    line = plain(title).replace("’", "'")
    found = _DERIVED.match(line) or _TAIL.search(line)
    if not found:
        return ""
    text = found["about"].lower()
    for kind in ("repl", "respon", "comment", "review", "corr", "err", "add", "retract"):
        if kind in text:
            return kind
    return text.split()[0]
