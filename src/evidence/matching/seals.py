"""What a claim, its line and a record say, as fingerprints, and which seal belongs to a line."""

import hashlib
import json
import unicodedata
from dataclasses import astuple
from typing import Final

from evidence.matching.text import words
from evidence.model.claim import Claim, EvidenceLine
from evidence.model.lock import Fingerprints, Lock, Seal
from evidence.model.work import DateKind, Work

_LENGTH: Final = 16  # hexadecimal digits: 64 bits, for things that are compared one with one
# The issue's own date is left out of the records in lists, and a DOI's date may change.
_PASSING: Final = frozenset({DateKind.ISSUE, DateKind.CREATED})


def fingerprints(claim: Claim, line: EvidenceLine, work: Work | None) -> Fingerprints:
    """The fingerprints of what a judgement of the line is about."""
    return Fingerprints(claim_print(claim), line_print(line), record_print(work))


def claim_print(claim: Claim) -> str:
    """Changes with what the claim states: its text, values and system."""
    values = [[_plain(text) for text in astuple(value)] for value in claim.values]
    return _print(_plain(claim.text), values, claim.system or "")


def line_print(line: EvidenceLine) -> str:
    """Changes with what the line points at: quote, page, section, table and role."""
    table = [_plain(text) for text in astuple(line.table)] if line.table else []
    words_and_places = [_plain(text) for text in (line.quote, line.page, line.section)]
    return _print(words_and_places, table, line.role)


def record_print(work: Work | None) -> str:
    """Changes with the work that the record names and with what became of it.

    Empty where there is no record, or only one that was typed by hand. A record's title and names
    count without case, accents and markup, which registries mend in passing.
    """
    if work is None or work.origin.hand_made:
        return ""
    years = [date.year for date in work.dates if date.kind not in _PASSING]
    updates = sorted({(each.type, each.doi.name if each.doi else "") for each in work.updates})
    names = [words(name.family) for name in work.authors]
    return _print(
        work.doi.name, words(work.title), names, min(years, default=0), updates, work.is_withdrawn
    )


def seal_of(claim: Claim, line: EvidenceLine, lock: Lock) -> Seal | None:
    """The seal of one of the claim's lines.

    Among several lines of one reference it is the one that was made for these words, wherever the
    line stands now, else the one in its place, unless that was made for another of them.
    """
    seals = lock.of(claim.id, line.reference)
    if not seals:
        return None
    at = claim.number_of(line) - 1
    prints = [line_print(each) for each in claim.lines_for(line.reference)]
    fitting = [seal for seal in seals if seal.fingerprints.line == prints[at]]
    rank = prints[:at].count(prints[at])  # lines that say the same take their seals in turn
    if rank < len(fitting):
        return fitting[rank]
    there = next((seal for seal in seals if seal.at == at + 1), None)
    return there if there and there.fingerprints.line not in prints else None


def _plain(text: str) -> str:
    """The text in one form: composed letters, one blank where any white space is."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _print(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:_LENGTH]
