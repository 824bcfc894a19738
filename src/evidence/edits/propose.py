"""Which changes the findings of a check ask for, and which of them may be made."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evidence.edits.change import Change, Left, Refused
from evidence.edits.doi_values import doi_content
from evidence.edits.record_values import RECORD_CODES, record_content
from evidence.model.doi import Doi
from evidence.model.finding import Confidence, Finding, Suggestion
from evidence.model.reference import Field, Reference
from evidence.model.report import ReferenceResult, Report

PLAIN_FORM: Final = "DOI003"
"""The rule whose edit leaves the DOI as it is, and writes it plainly."""

_ALIAS: Final = "DOI007"
_DOI_CODES: Final = frozenset({"DOI001", "DOI002", PLAIN_FORM, "DOI004", _ALIAS, "MET010"})
_TYPE: Final = "MET009"
_DEFECT: Final = "MET011"
_HAND_MADE: Final = "what speaks for a change is a hand-made record"
FIXABLE: Final = _DOI_CODES | RECORD_CODES | {_TYPE}
"""The codes of the findings that an edit could be made for; the others need a person."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The changes, one for each field, and the findings that lead to none."""

    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()


def propose(report: Report, *, unsafe: bool) -> Proposed:
    """What the findings of a check ask for.

    Safe are a DOI's plain form and suggestions of high confidence. With `unsafe` suggestions of
    medium confidence count too, and what the record says instead of a field.
    """
    changes: dict[tuple[str, str], Change] = {}
    left: dict[tuple[str, str, str], Left] = {}
    defects = {(f.key, f.field) for f in report.findings if f.code == _DEFECT}
    for finding, result in _mendable(report):
        field = finding.field or "doi"
        if finding.code in RECORD_CODES | {_TYPE}:
            is_defect = (finding.key, field) in defects
            wanted = _from_record(finding, result, is_defect=is_defect, unsafe=unsafe)
        else:
            wanted = _doi(finding, result, unsafe=unsafe)
        if isinstance(wanted, Change):
            other = changes.get((wanted.key, field))
            # Another DOI is the better change where the same field lacks the plain form as well.
            if other is None or other.code == PLAIN_FORM:
                changes[wanted.key, field] = wanted
        else:
            key = result.reference.key
            left.setdefault(
                (key, field, finding.code),
                Left(finding.place, key, field, finding.code, wanted.reason),
            )
    return Proposed(tuple(changes.values()), tuple(left.values()))


def _mendable(report: Report) -> Iterator[tuple[Finding, ReferenceResult]]:
    results = {result.reference.key: result for result in report.references}
    for finding in report.findings:
        if finding.code in FIXABLE and finding.key in results:
            yield finding, results[finding.key]


def _doi(finding: Finding, result: ReferenceResult, *, unsafe: bool) -> Change | Refused:
    suggestion = finding.suggestion
    if suggestion is None or not suggestion.doi:
        return Refused("no DOI is suggested")
    is_hand_made = suggestion.hand_made or (finding.code == _ALIAS and _is_hand_made(result))
    if is_hand_made:
        return Refused(f"{_HAND_MADE}, which suggests `{suggestion.doi}`")
    refusal = _too_unsure(suggestion, unsafe=unsafe)
    if refusal:
        return refusal
    field = _field(result.reference, finding.field) if finding.field else None
    name = finding.field or "doi"
    content = doi_content(Doi(suggestion.doi), name, field.raw if field else "")
    if isinstance(content, Refused):
        return content
    why = f"{suggestion.confidence}: {suggestion.why}"
    return Change(result.reference.key, name, content, finding.code, why, takes_macros=unsafe)


def _too_unsure(suggestion: Suggestion, *, unsafe: bool) -> Refused | None:
    said = f"`{suggestion.doi}` is suggested with {suggestion.confidence} confidence"
    if suggestion.confidence is Confidence.LOW:
        return Refused(f"{said} ({suggestion.why})")
    if suggestion.confidence is Confidence.MEDIUM and not unsafe:
        return Refused(f"{said} ({suggestion.why}): --unsafe takes it")
    return None


def _from_record(
    finding: Finding, result: ReferenceResult, *, is_defect: bool, unsafe: bool
) -> Change | Refused:
    if finding.code == _TYPE:
        return Refused("the type of an entry is not edited")
    work = result.cited_work
    if work is None or _is_hand_made(result):
        return Refused(_HAND_MADE if work else "there is no record")
    key, name = result.reference.key, finding.field or ""
    field = _field(result.reference, name)
    if field is None:
        return Refused("the entry has no such field")
    if is_defect:
        return Refused("the record is at fault in the same field")
    content = record_content(finding, result.reference, field, work)
    if isinstance(content, Refused):
        return content
    registry = work.origin.registry
    if not unsafe:
        return Refused(f"the record of {registry} has `{finding.expected}`: --unsafe takes it")
    return Change(key, name, content, finding.code, f"record of {registry}", takes_macros=True)


def _is_hand_made(result: ReferenceResult) -> bool:
    return result.work is not None and result.work.origin.hand_made


def _field(reference: Reference, name: str) -> Field | None:
    return next((field for field in reference.fields if field.name == name and field.text), None)
