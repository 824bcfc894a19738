"""What a printed reference holds beside its description: a number, a DOI, addresses, asides."""

import re
from dataclasses import dataclass
from typing import Final

_NUMBERING: Final = re.compile(
    r"^\s*(?:\[\d{1,4}\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s)|[•*‣–-](?=\s))\s*"
)
# What links back from an item to where it is cited: `^`, `^ a b c`, `↑ Jump up to:`; `↩` behind it.
_BACK_LINKS: Final = re.compile(
    r"^\s*[\^↑⤴↩][\ufe0e\ufe0f]?(?:\s*Jump\sup(?:\sto)?:?)?(?:\s[a-z]{1,2}(?=\s)|\s*\d+\.\d+(?=\s))*\s*"
)
_LINKS_BEHIND: Final = re.compile(r"(?:\s*[↩⤴↑][\ufe0e\ufe0f]?(?:\s?\d{1,2}(?!\d))?){1,20}\s*\Z")
_LONGEST_LINKS: Final = 120  # characters
# A resolver or a label, and what follows up to a blank; else a bare DOI. A prefix that a line break
# parted from its suffix is joined with it.
_DOI: Final = re.compile(
    r"""(?: https?://(?:[\w.-]*\.)?doi\.org/\s? | (?<!\w)(?:dx\.|www\.)?doi\.org/ )
        (?P<resolved>\S+)
      | (?<!\w)doi(?:\s*[:=]\s*|\s+)(?P<labelled>\S*10\s?[.,/]\S+(?:(?<=/)\s\S+)?)
      | (?<![\w.])(?P<bare>\d{0,2}10\.\d{4,9}(?:\.\d+)*/(?:\s(?=\S*\d))?\S+)""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END: Final = ".,;:"
_PAIRS: Final = {")": "(", "]": "[", ">": "<", "}": "{"}
_QUOTES: Final = "\"'”’»"
# What is no part of the work's description, and holds years and numbers of its own.
_ASIDES: Final = re.compile(
    r"""https?://\S+ | \bwww\.\S+ | \barxiv:\s?\S+ | \bPM(?:ID|CID)?:?\s?(?:PMC)?\d+
      | \bPMC\d+ | \b(?:e?ISSN|ISBN)(?:-1[03])?:?\s[\dX-]+ | \bE-?pub\b[^.;]*
      | [\[(]?\b(?:last\s)?(?:accessed|retrieved|cited|viewed)\b[^.;\])]*[\])]?
      | \bavailable\s(?:from|at|online)\b:?""",
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS: Final = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_EMPTY: Final = re.compile(r"[\[(<][^\w\[(<]*[\])>]")
_LONGEST: Final = 5_000  # characters; what is longer is no single reference


@dataclass(frozen=True, slots=True)
class PrintedDoi:
    """A DOI that stands from `start` to `end` of a text.

    `name` is without a resolver or a label, `written` with the resolver where one is printed;
    neither has what ends the sentence around it, nor a blank.
    """

    name: str
    written: str
    start: int
    end: int


def one_line(text: str) -> str:
    """The reference on one line, cut where it is longer than any single reference."""
    return " ".join(text.split())[:_LONGEST]


def unnumbered(line: str) -> str:
    """The line without its number in the list."""
    return without_back_links(_NUMBERING.sub("", line))


def without_back_links(line: str) -> str:
    """The line without the signs that link back to where the item is cited."""
    line = _BACK_LINKS.sub("", line)
    behind = _LINKS_BEHIND.search(line, max(0, len(line) - _LONGEST_LINKS))
    return line[: behind.start()] if behind else line


def find_doi(line: str) -> PrintedDoi | None:
    """The first DOI, well formed or not; None where none is printed."""
    found = _DOI.search(line)
    if found is None:
        return None
    kind = found.lastgroup or ""
    name = "".join(_without_sentence(found[kind]).split())
    written = found[0] if kind == "resolved" else found[kind]
    return PrintedDoi(name, "".join(_without_sentence(written).split()), found.start(), found.end())


def find_address(line: str) -> str:
    """The first address on the web, without what ends the sentence around it; else empty."""
    found = _ADDRESS.search(line)
    return _without_sentence(found[0]) if found else ""


def without_asides(line: str) -> str:
    """The line without addresses, dates of access, and numbers of other lists than its own."""
    return " ".join(_EMPTY.sub(" ", _ASIDES.sub(" ", line)).split())


def _without_sentence(text: str) -> str:
    """`text` without what ends the sentence or the bracket around it."""
    end = len(text)
    while end:
        last = text[end - 1]
        opening = _PAIRS.get(last)
        is_unpaired = opening and text.count(last, 0, end) > text.count(opening, 0, end)
        if not (is_unpaired or last in _SENTENCE_END or last in _QUOTES):
            break
        end -= 1
    return text[:end]
