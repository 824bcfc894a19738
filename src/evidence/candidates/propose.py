"""All guesses at what a string was meant to be, the likeliest first."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from evidence.candidates.candidate import Candidate
from evidence.candidates.characters import (
    dashes,
    doubled_signs,
    encoding,
    letters_for_digits,
    other_signs,
    repeated_digits,
)
from evidence.candidates.endings import (
    address_tail,
    final_punctuation,
    glued_address,
    last_part,
    leftovers,
    year,
)
from evidence.candidates.prefixes import longer_registrants, near_registrants
from evidence.candidates.publishers import publisher_forms
from evidence.candidates.registrable import is_plain, is_registrable
from evidence.candidates.slips import suffix_slips
from evidence.model.doi import Doi, WrittenDoi, parse_bare
from evidence.model.doi_diagnosis import MalformedDoi, read_doi
from evidence.model.doi_flaws import Flaw

MOST_CANDIDATES: Final = 70
"""As many DOIs of usual length as one batched look-up holds. A lost digit may need 200."""

_LONGEST: Final = 300
"""In characters: of 179,105 registered DOIs the longest has 95; what is longer is a pasted page."""

_MOST_EDITS: Final = 3
_MOST_REWRITTEN: Final = 40

_REWRITES: Final[tuple[Callable[[str], Iterator[tuple[str, str]]], ...]] = (
    final_punctuation,
    glued_address,
    address_tail,
    year,
    leftovers,
    doubled_signs,
    dashes,
    encoding,
    publisher_forms,
    letters_for_digits,
    other_signs,
    repeated_digits,
    last_part,
)


def propose(written: str, *, most: int = MOST_CANDIDATES) -> tuple[Candidate, ...]:
    """The DOIs that `written` may have been meant to be, fewest edits first, at most `most`.

    Those to which something in the string leads come before the blind ones. A DOI that is written
    legally is no candidate for itself: ask for it first.
    """
    if len(written) > _LONGEST:
        return ()
    reading = read_doi(written)
    itself = reading.doi if isinstance(reading, WrittenDoi) else None
    found: dict[Doi, Candidate] = {}
    for candidate in _candidates(reading):
        if candidate.doi != itself:
            found.setdefault(candidate.doi, candidate)
        if len(found) >= most:
            break
    return tuple(found.values())


def _candidates(reading: WrittenDoi | MalformedDoi) -> Iterator[Candidate]:
    starts = list(_starts(reading))
    rewritten = list(_rewritten(starts))
    # What nobody registers is only a station on the way.
    sound = [each for each in rewritten if is_registrable(each.doi.name)]
    yield from sound
    # A final sign is the likelier slip: nobody looks for a second one behind it.
    whole = next((each for each in sound if each.doi.name[-1].isalnum()), None)
    if whole and is_plain(whole.doi.name):
        yield from _slips(whole)
    elif not starts:
        yield from _other_registrants(reading.written)


def _starts(reading: WrittenDoi | MalformedDoi) -> Iterator[Candidate]:
    """The DOIs that the string holds as it stands, or once its flaws are mended."""
    if isinstance(reading, WrittenDoi):
        yield Candidate(reading.doi, ())
        return
    if reading.mended:
        yield Candidate(reading.mended, tuple(flaw.edit for flaw in reading.flaws))
    for other in _other_dois(reading.flaws):
        yield Candidate(other, (f"with the second DOI `{other}` alone",))
    joined = "".join(reading.written.split())
    if joined != reading.written:
        whole = read_doi(joined)
        doi = whole.doi if isinstance(whole, WrittenDoi) else whole.mended
        if doi and is_plain(doi.name):  # else it is other text that follows the DOI
            yield Candidate(doi, ("without the blanks",))


def _other_dois(flaws: Sequence[Flaw]) -> Iterator[Doi]:
    """DOIs that stand whole in what was cut off."""
    for flaw in flaws:
        for word in flaw.excerpt.split():
            reading = read_doi(word.strip(",;"))
            if isinstance(reading, WrittenDoi):
                yield reading.doi


def _rewritten(starts: Sequence[Candidate]) -> Iterator[Candidate]:
    """The starts, then all that is reached from them by one rewrite, by two, by three."""
    seen: set[Doi] = set()
    level = starts
    for _ in range(_MOST_EDITS + 1):
        following: list[Candidate] = []
        for candidate in level:
            if candidate.doi not in seen and len(seen) < _MOST_REWRITTEN:
                seen.add(candidate.doi)
                yield candidate
                following += _rewrites(candidate)
        level = following


def _rewrites(start: Candidate) -> Iterator[Candidate]:
    for rewrite in _REWRITES:
        for text, edit in rewrite(start.doi.name):
            doi = parse_bare(text)
            if doi:
                yield Candidate(doi, (*start.edits, edit))


def _slips(start: Candidate) -> Iterator[Candidate]:
    """The DOIs that are one slip away from `start`."""
    code, suffix = start.doi.prefix.removeprefix("10."), start.doi.suffix
    yield from _split(start)
    yield from _with_registrants(near_registrants(code), suffix, start.edits)
    for mended, edit in suffix_slips(suffix):
        name = f"{start.doi.prefix}/{mended}"
        if is_registrable(name):
            yield Candidate(Doi(name), (*start.edits, edit), is_blind=True)
    yield from _with_registrants(longer_registrants(code), suffix, start.edits)


def _split(start: Candidate) -> Iterator[Candidate]:
    """A registrant code that is too long, since it swallowed the slash: none has six digits."""
    long = re.fullmatch(r"10\.([0-9]{4})([0-9])([0-9]+.*)", start.doi.name)
    if long:
        edit = "with the `/` that is missing"
        for code, rest in ((long[1], long[2] + long[3]), (long[1] + long[2], long[3])):
            yield Candidate(Doi(f"10.{code}/{rest}"), (*start.edits, edit), is_blind=True)


def _other_registrants(written: str) -> Iterator[Candidate]:
    """DOIs for a text whose registrant code has too few digits, or a sign among them."""
    short = re.search(r"10\.([0-9][0-9.-]{0,5})/(\S+)", written)
    if not short:
        return
    code, suffix = re.sub("[.-]", "", short[1]), short[2].lower()
    if code != short[1]:
        yield from _with_registrants(iter((code,)), suffix, ())
    yield from _with_registrants(near_registrants(code), suffix, ())
    yield from _with_registrants(longer_registrants(code), suffix, ())


def _with_registrants(
    codes: Iterator[str], suffix: str, edits: tuple[str, ...]
) -> Iterator[Candidate]:
    for code in codes:
        doi = parse_bare(f"10.{code}/{suffix}")
        if doi:
            yield Candidate(doi, (*edits, f"with the prefix `10.{code}`"), is_blind=True)
