"""All guesses at what a string was meant to be, the likeliest first."""

from collections.abc import Iterator, Sequence
from typing import Final

from evidence.candidates.candidate import Candidate
from evidence.candidates.digits import without_digits
from evidence.candidates.rewrites import REWRITES
from evidence.model.doi import Doi, WrittenDoi, parse_bare
from evidence.model.doi_diagnosis import Flaw, MalformedDoi, read_doi

MOST_CANDIDATES: Final = 50
"""As many as one batched look-up holds comfortably."""

_LONGEST: Final = 300
"""In characters: of 179,105 registered DOIs the longest has 95; what is longer is a pasted page."""


def propose(written: str, *, most: int = MOST_CANDIDATES) -> tuple[Candidate, ...]:
    """The DOIs that `written` may have been meant to be, fewest edits first, at most `most`.

    A DOI that is written legally is no candidate for itself: ask for it first.
    """
    if len(written) > _LONGEST:
        return ()
    found: dict[Doi, Candidate] = {}
    match read_doi(written):
        case WrittenDoi(doi=start):
            edits: tuple[str, ...] = ()
        case MalformedDoi(mended=Doi() as start, flaws=flaws):
            edits = tuple(flaw.edit for flaw in flaws)
            found[start] = Candidate(start, edits)
            for other in _other_dois(flaws):
                found.setdefault(other, Candidate(other, (f"with the second DOI `{other}` alone",)))
        case _:
            return ()
    for candidate in _repairs(start, edits):
        if candidate.doi != start:
            found.setdefault(candidate.doi, candidate)
        if len(found) >= most:
            break
    return tuple(found.values())


def _other_dois(flaws: Sequence[Flaw]) -> Iterator[Doi]:
    """DOIs that stand whole in what was cut off."""
    for flaw in flaws:
        for word in flaw.excerpt.split():
            reading = read_doi(word.strip(",;"))
            if isinstance(reading, WrittenDoi):
                yield reading.doi


def _repairs(start: Doi, edits: tuple[str, ...]) -> Iterator[Candidate]:
    """The DOIs reached from `start` by one or two rewrites, then by leaving out digits."""
    rewritten = list(_rewrites(start, edits))
    yield from rewritten
    for once in rewritten:
        yield from _rewrites(once.doi, once.edits)
    for suffix, edit in without_digits(start.suffix):
        shorter = parse_bare(f"{start.prefix}/{suffix}")
        if shorter:
            yield Candidate(shorter, (*edits, edit))


def _rewrites(start: Doi, edits: tuple[str, ...]) -> Iterator[Candidate]:
    for rewrite in REWRITES:
        for text, edit in rewrite(start.name):
            doi = parse_bare(text)
            if doi:
                yield Candidate(doi, (*edits, edit))
