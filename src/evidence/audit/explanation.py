"""What can be said of a single DOI without an entry to compare it with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from evidence.candidates.candidate import Candidate
from evidence.candidates.propose import propose
from evidence.model.doi import Doi, WrittenDoi
from evidence.model.doi_diagnosis import MalformedDoi, read_doi
from evidence.model.outcome import Absent, Found, Outcome, Unavailable
from evidence.model.work import Work
from evidence.registries.interface import Registries


class Verdict(StrEnum):
    """What a DOI is, as far as can be told without an entry: `verified` needs one to compare."""

    REGISTERED = "registered"
    MALFORMED = "malformed"
    UNREGISTERED = "unregistered"
    OTHER_AGENCY = "other-agency"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a string is that should be a DOI, and what it may have been meant to be.

    `candidates` are the guesses, the likeliest first; `known` holds the works of those that were
    found, `unasked` why some could not be looked up. `reason` says why the verdict is what it is.
    Without an entry's title nothing can tell which guess is right.
    """

    written: str
    reading: WrittenDoi | MalformedDoi
    verdict: Verdict
    reason: str = ""
    work: Work | None = None
    candidates: tuple[Candidate, ...] = ()
    known: tuple[tuple[Candidate, Work], ...] = ()
    unasked: Mapping[Doi, str] = field(default_factory=dict)

    @property
    def doi(self) -> Doi | None:
        """The DOI, when the string is one."""
        return self.reading.doi if isinstance(self.reading, WrittenDoi) else None


def explain_dois(texts: Iterable[str], registries: Registries) -> tuple[Explanation, ...]:
    """What each of these strings is. The DOIs among them are looked up together."""
    readings = [read_doi(text) for text in ((texts,) if isinstance(texts, str) else texts)]
    asked = list(dict.fromkeys(r.doi for r in readings if isinstance(r, WrittenDoi)))
    outcomes: dict[Doi, Outcome] = dict(registries.works.resolve(asked))
    absent = [doi for doi, outcome in outcomes.items() if isinstance(outcome, Absent)]
    outcomes.update(registries.agencies.locate(absent))
    return tuple(_explain(reading, outcomes, registries) for reading in readings)


def _explain(
    reading: WrittenDoi | MalformedDoi, outcomes: dict[Doi, Outcome], registries: Registries
) -> Explanation:
    written = reading.written
    if isinstance(reading, MalformedDoi):
        bare = Explanation(written, reading, Verdict.MALFORMED, reading.explanation)
        return _with_candidates(bare, registries)
    match outcomes[reading.doi]:
        case Found(work=work):
            return _explain_found(reading, work)
        case Absent(agency=str(agency), reason=reason) if agency:
            return Explanation(written, reading, Verdict.OTHER_AGENCY, reason)
        case Absent(reason=reason):
            bare = Explanation(written, reading, Verdict.UNREGISTERED, reason)
            return _with_candidates(bare, registries)
        case Unavailable(reason=reason):
            return Explanation(written, reading, Verdict.UNCHECKED, reason)
        case unknown:
            assert_never(unknown)


def _explain_found(reading: WrittenDoi, work: Work) -> Explanation:
    if work.origin.hand_made:
        return Explanation(
            reading.written, reading, Verdict.UNCHECKED, "hand-made record", work=work
        )
    return Explanation(reading.written, reading, Verdict.REGISTERED, work=work)


def _with_candidates(bare: Explanation, registries: Registries) -> Explanation:
    candidates = propose(bare.written)
    sifted = registries.works.sift([candidate.doi for candidate in candidates])
    return Explanation(
        bare.written,
        bare.reading,
        bare.verdict,
        bare.reason,
        candidates=candidates,
        known=tuple((c, sifted.works[c.doi]) for c in candidates if c.doi in sifted.works),
        unasked=sifted.unasked,
    )
