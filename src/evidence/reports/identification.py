"""What reference strings turned out to be: as text, as JSON, as BibTeX."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final, assert_never

from evidence.audit.identification import Identification
from evidence.edits.bibtex_entry import as_bibtex
from evidence.edits.citation_keys import USUAL, new_key
from evidence.matching.text import plain, shortened
from evidence.model.doi import Doi
from evidence.model.finding import Confidence
from evidence.model.outcome import Absent, Found, Unavailable
from evidence.model.work import Work
from evidence.reports.characters import one_line
from evidence.reports.citation import work_description
from evidence.reports.json import work_object
from evidence.reports.wording import WITHDRAWN

SCHEMA: Final = "evidence/find/1"

_SHOWN: Final = 100  # characters of a reference string


def identification_text(identifications: Sequence[Identification]) -> str:
    """For people: each string shortened, the work that was found, how sure that is and why."""
    return "\n\n".join("\n".join(identification_lines(each)) for each in identifications)


def identification_lines(identification: Identification) -> Iterator[str]:
    """What a person should read about one string: the string, and indented what it is."""
    yield one_line(shortened(identification.written, _SHOWN))
    match identification.outcome:
        case Found(work=work):
            yield f"  found, {identification.confidence} confidence: {identification.why}"
            yield f"  {told(work)}"
        case Absent(reason=reason):
            yield f"  {one_line(reason)}"
        case Unavailable(reason=reason):
            yield f"  not checked: {one_line(reason)}"
        case unknown:
            assert_never(unknown)
    if identification.remark:
        yield f"  note: {one_line(identification.remark)}"
    for other in identification.others:
        yield f"  perhaps {told(other)}"


def told(work: Work) -> str:
    """A work in one line, with its DOI and who vouches for it; a retracted one says so first."""
    origin = work.origin
    whose = "hand-made record" if origin.hand_made else f"{origin.registry}, via {origin.via}"
    said = f"{plain(work_description(work))} {work.doi} [{whose}]"
    return one_line(f"{WITHDRAWN.upper()}: {said}" if work.is_withdrawn else said)


def identification_json(identifications: Sequence[Identification]) -> str:
    """For programs."""
    data = {"schema": SCHEMA, "references": [_object(each) for each in identifications]}
    return json.dumps(data, indent=2, ensure_ascii=False)


def identification_bibtex(identifications: Sequence[Identification]) -> str:
    """An entry for each work that was found, once; comments for the rest, and on what is not sure
    or no longer stands.
    """
    keys: dict[Doi, str] = {}
    pieces = []
    for each in identifications:
        comments = [f"% {_harmless(comment)}" for comment in _comments(each, keys)]
        pieces.append("\n".join((*comments, *_entry(each, keys))))
    return "\n\n".join(pieces)


def _entry(identification: Identification, keys: dict[Doi, str]) -> Iterator[str]:
    work = identification.work
    if work and work.doi not in keys:
        taken = {key.lower() for key in keys.values()}
        keys[work.doi] = new_key(work, USUAL, taken)
        yield as_bibtex(work, keys[work.doi])


def _comments(identification: Identification, keys: dict[Doi, str]) -> Iterator[str]:
    written = identification.written
    match identification.outcome:
        case Found(work=work) if work.doi in keys:
            yield f"found already, {keys[work.doi]}: {written}"
        case Found(work=work):
            if identification.confidence is not Confidence.HIGH:
                yield f"{identification.confidence} confidence, {identification.why}: {written}"
            if work.is_withdrawn:
                yield WITHDRAWN
        case Absent():
            yield f"not found: {written}"
        case Unavailable(reason=reason):
            yield f"not checked, {reason}: {written}"
        case unknown:
            assert_never(unknown)
    if identification.remark:
        yield f"note: {identification.remark}"


def _harmless(comment: str) -> str:
    """The comment on one line, without the sign that begins an entry for classic BibTeX."""
    return one_line(comment).replace("@", "(at)")


def _object(identification: Identification) -> dict[str, Any]:
    outcome, work = identification.outcome, identification.work
    return {
        "written": identification.written,
        "status": _status(identification),
        "reason": outcome.reason if isinstance(outcome, Absent | Unavailable) else None,
        "confidence": identification.confidence,
        "why": identification.why or None,
        "remark": identification.remark or None,
        "work": _work(work) if work else None,
        "others": [_work(other) for other in identification.others],
    }


def _status(identification: Identification) -> str:
    match identification.outcome:
        case Found():
            return "found"
        case Absent():
            return "not-found"
        case Unavailable():
            return "unchecked"
        case unknown:
            assert_never(unknown)


def _work(work: Work) -> dict[str, Any]:
    """The record, with who vouches for it and whether the work still stands."""
    origin = work.origin
    return {
        **work_object(work),
        "registry": origin.registry,
        "hand_made": origin.hand_made,
        "retracted": work.is_withdrawn,
    }
