"""What a person wrote into a .bib file for this program: `% evidence: ignore CODE -- reason`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.model.ignore import Ignore
from evidence.model.reference import BibProblem
from evidence.sources.positions import Positions

_DIRECTIVE: Final = re.compile(
    r"^[ \t]*(?P<sign>%)[% \t]*evidence:(?P<words>[^\r\n]*)", re.MULTILINE | re.IGNORECASE
)
_WORDS: Final = re.compile(
    r"(?P<scope>ignore|ignore-file) (?P<codes>[A-Z]{3}\d{3}(?:(?: |, ?)[A-Z]{3}\d{3})*)"
    r"(?: ?(?:--|[–—]) ?(?P<reason>.*))?"
)
_SHOWN: Final = 60  # characters of a line in a message
_CODE: Final = re.compile(r"[A-Z]{3}\d{3}")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a block begins and ends, and its key: empty for an entry without, None for others."""

    at: int
    end: int
    key: str | None = None


def read_ignores(
    text: str, spans: Sequence[Span], positions: Positions
) -> Iterator[Ignore | BibProblem]:
    """The directives between the blocks of `text`, and the lines that try to be one.

    `ignore` speaks of the next entry in the file, `ignore-file` of all of them.
    """
    ends = [span.end for span in spans]
    entries = [span for span in spans if span.key is not None]
    for line in _DIRECTIVE.finditer(text):
        at = line.start("sign")
        after = bisect_left(ends, at + 1)
        if after < len(spans) and spans[after].at < at:
            continue  # inside a block it is part of the block
        yield from _read(line["words"], at, entries, positions)


def _read(
    written: str, at: int, entries: Sequence[Span], positions: Positions
) -> Iterator[Ignore | BibProblem]:
    place = positions.place(at)
    folded = " ".join(written.split())
    words = _WORDS.fullmatch(folded)
    if not words:
        message = (
            f"`evidence: {folded[:_SHOWN]}` is not understood, expected "
            "`% evidence: ignore CODE -- reason` or `% evidence: ignore-file CODE -- reason`"
        )
        yield BibProblem("unparsable", message, place)
        return
    key = None
    if words["scope"] == "ignore":
        following = bisect_left(entries, at, key=lambda span: span.at)
        if following == len(entries):
            message = "no entry follows this `evidence: ignore`, expected it before an entry"
            yield BibProblem("unparsable", message, place)
            return
        key = entries[following].key
        if not key:  # the entry itself is reported
            return
    for code in _CODE.findall(words["codes"]):
        yield Ignore(code, words["reason"] or "", place, key=key)
