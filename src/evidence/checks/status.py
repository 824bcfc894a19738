"""What the look-ups say of a reference, in one word and a sentence."""

from typing import assert_never

from evidence.checks.case import Dossier
from evidence.matching.comparison import Comparison
from evidence.model.doi_diagnosis import MalformedDoi
from evidence.model.outcome import Absent, Found, Unavailable
from evidence.model.report import ReferenceResult, Status
from evidence.model.work import Work

HAND_MADE = "hand-made record"

NOT_CHECKED = frozenset({Status.UNCHECKED, Status.OTHER_AGENCY})
"""What leaves open whether the entry is right: another agency's record was not compared either."""


def judge(dossier: Dossier, claims: tuple[str, ...] = ()) -> ReferenceResult:
    """The reference with its status; `claims` are the ids of the claims that cite it."""
    status, reason = _status(dossier)
    return ReferenceResult(
        reference=dossier.reference,
        status=status,
        reason=reason,
        doi_as_written=dossier.reading.written if dossier.reading else None,
        doi=dossier.doi,
        work=dossier.found or dossier.work,
        claims=claims,
    )


def _status(dossier: Dossier) -> tuple[Status, str]:
    if isinstance(dossier.reading, MalformedDoi):
        return Status.MALFORMED, dossier.reading.explanation
    match dossier.outcome:
        case None:
            return _status_without_doi(dossier)
        case Unavailable(reason=reason):
            return Status.UNCHECKED, reason
        case Absent(reason=reason, agency=agency):
            return (Status.OTHER_AGENCY if agency else Status.UNREGISTERED), reason
        case Found(work=work):
            return _status_of_match(work, dossier.comparison or Comparison())
        case _:
            assert_never(dossier.outcome)


def _status_without_doi(dossier: Dossier) -> tuple[Status, str]:
    if dossier.proposal:
        status, reason = _status_of_match(dossier.proposal.work, dossier.proposal.comparison)
        found = f"found by search as {dossier.proposal.work.doi}"
        return status, f"{found}; {reason}" if reason else found
    if dossier.search_reason:
        return Status.UNCHECKED, f"no DOI, and no search: {dossier.search_reason}"
    return Status.NO_DOI, "no DOI, and no work found by search"


def _status_of_match(work: Work, comparison: Comparison) -> tuple[Status, str]:
    if work.origin.hand_made:
        return Status.UNCHECKED, HAND_MADE
    if comparison.is_other_work:
        return Status.ANOTHER_WORK, f"the DOI belongs to `{work.title}`"
    if comparison.differs:
        fields = dict.fromkeys(d.field for d in comparison.disagreements if not d.is_note)
        return Status.DIFFERS, f"differs from the record in {', '.join(fields)}"
    if not comparison.is_telling:
        return Status.UNCHECKED, "a record was found, and the entry says too little to compare"
    return Status.VERIFIED, ""
