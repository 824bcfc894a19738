"""What can be said of a single DOI without an entry to compare it with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from evidence.audit.guesses import sift
from evidence.audit.resolution import resolve
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

    `work` is what the DOI leads to; of a short DOI, what the DOI that it `stands_for` leads to.
    `candidates` are the guesses, the likeliest first; `known` holds the works of those that were
    found, `unasked` why some could not be looked up. `reason` says why the verdict is what it is.
    Without an entry's title nothing can tell which guess is right.
    """

    written: str
    reading: WrittenDoi | MalformedDoi
    verdict: Verdict
    reason: str = ""
    work: Work | None = None
    stands_for: Doi | None = None
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
    short = dict(registries.agencies.expand(_short_dois(readings)))
    asked = [reading.doi for reading in readings if isinstance(reading, WrittenDoi)]
    asked += [told for told in short.values() if isinstance(told, Doi)]
    outcomes = resolve(asked, registries)
    explained = [_explain(reading, short, outcomes) for reading in readings]
    return _with_candidates(explained, outcomes, registries)


def _short_dois(readings: Iterable[WrittenDoi | MalformedDoi]) -> list[str]:
    return [r.short_doi for r in readings if isinstance(r, MalformedDoi) and r.short_doi]


def _explain(
    reading: WrittenDoi | MalformedDoi,
    short: Mapping[str, Doi | Absent | Unavailable],
    outcomes: Mapping[Doi, Outcome],
) -> Explanation:
    """What is known of a string without any guess."""
    if isinstance(reading, WrittenDoi):
        return _explain_doi(reading, outcomes[reading.doi])
    malformed = Explanation(reading.written, reading, Verdict.MALFORMED, reading.explanation)
    if not reading.short_doi:
        return malformed
    told = short[reading.short_doi]
    stands_for = told if isinstance(told, Doi) else None
    outcome = outcomes[told] if isinstance(told, Doi) else told
    if isinstance(outcome, Found):
        return replace(malformed, stands_for=stands_for, work=outcome.work)
    reason = f"{reading.explanation}; {outcome.reason}"
    return replace(malformed, stands_for=stands_for, reason=reason)


def _explain_doi(reading: WrittenDoi, outcome: Outcome) -> Explanation:
    match outcome:
        case Found(work=work) if work.origin.hand_made:
            return Explanation(
                reading.written, reading, Verdict.UNCHECKED, "hand-made record", work=work
            )
        case Found(work=work):
            return Explanation(reading.written, reading, Verdict.REGISTERED, work=work)
        case Absent(agency=agency, reason=reason):
            verdict = Verdict.OTHER_AGENCY if agency else Verdict.UNREGISTERED
            return Explanation(reading.written, reading, verdict, reason)
        case Unavailable(reason=reason):
            return Explanation(reading.written, reading, Verdict.UNCHECKED, reason)
        case unknown:
            assert_never(unknown)


def _with_candidates(
    explained: Sequence[Explanation], outcomes: Mapping[Doi, Outcome], registries: Registries
) -> tuple[Explanation, ...]:
    """The explanations, with what those may have been meant to be that lead nowhere."""
    guesses = [propose(e.written) if _leads_nowhere(e) else () for e in explained]
    sifted = sift(guesses, outcomes, registries, lambda *_: None)
    return tuple(
        replace(
            explanation,
            candidates=group,
            known=_telling([(c, sifted.works[c.doi]) for c in group if c.doi in sifted.works]),
            unasked={c.doi: sifted.unasked[c.doi] for c in group if c.doi in sifted.unasked},
        )
        for explanation, group in zip(explained, guesses, strict=True)
    )


def _telling(known: Sequence[tuple[Candidate, Work]]) -> tuple[tuple[Candidate, Work], ...]:
    """Those for which something in the string speaks; the blind ones where there is no other."""
    led = tuple((candidate, work) for candidate, work in known if not candidate.is_blind)
    return led or tuple(known)


def _leads_nowhere(explanation: Explanation) -> bool:
    is_wrong = explanation.verdict in (Verdict.MALFORMED, Verdict.UNREGISTERED)
    return is_wrong and explanation.stands_for is None
