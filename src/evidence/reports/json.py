"""The report as JSON: the names of `report.schema.json`, which is published and kept stable.

Text that nobody gave is null, never an empty string; only `reason` and `url` may be empty.
"""

import json
from dataclasses import dataclass
from typing import Final, TextIO

from evidence.model.claim import Value
from evidence.model.finding import Finding, Suggestion
from evidence.model.judgement import Judgement
from evidence.model.report import ClaimResult, LineResult, ReferenceResult, Report, Run
from evidence.model.work import Origin, Update, Work
from evidence.reports.json_anchor import (
    Json,
    anchor_object,
    cell_anchor_object,
    cell_object,
    place_object,
)
from evidence.reports.summary import in_order
from evidence.reports.wording import in_utc

SCHEMA: Final = "evidence/report/1"


@dataclass(frozen=True, slots=True)
class JsonFormat:
    """The same report gives the same bytes."""

    def write(self, report: Report, stream: TextIO) -> None:
        """Write the report as one object: each reference, claim and finding on a line of its own,
        so that line by line comparison shows which of them have changed.
        """
        members = ",\n".join(f'  "{name}": {_text(part)}' for name, part in _report(report).items())
        # Half of a surrogate pair cannot be encoded; what this puts is JSON's own escape for it.
        text = members.encode("utf-8", "backslashreplace").decode("utf-8")
        stream.write(f"{{\n{text}\n}}\n")


# Indentation by the json module is eight times as slow: it is not done in C.
_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


def _text(part: Json) -> str:
    """A member of the report as JSON; a list has an item a line."""
    if isinstance(part, list) and part:
        return "[\n" + ",\n".join(f"    {_encode(item)}" for item in part) + "\n  ]"
    return _encode(part)


def _report(report: Report) -> dict[str, Json]:
    return {
        "schema": SCHEMA,
        "run": _run(report.run),
        "references": [_reference(result) for result in report.references],
        "claims": [_claim(result) for result in report.claims],
        "findings": [_finding(finding) for finding in in_order(report.findings)],
    }


def _run(run: Run) -> Json:
    return {
        "references": run.references,
        "claims": run.claims,
        "rules": run.rules,
        "unchecked": run.unchecked,
        "requests": run.requests,
        "source": run.source,
        "started": f"{in_utc(run.started):%Y-%m-%dT%H:%M:%SZ}",
    }


def _reference(result: ReferenceResult) -> Json:
    work = result.work
    return {
        "key": result.reference.key,
        "place": place_object(result.reference.place),
        "doi_as_written": result.doi_as_written,
        "doi": result.doi.name if result.doi else None,
        "status": result.status,
        "reason": result.reason,
        "origin": _origin(work.origin) if work else None,
        "work": work_object(work) if work else None,
        "updates": [_update(update) for update in work.updates] if work else [],
        "claims": list(result.claims),
    }


def _origin(origin: Origin) -> Json:
    retrieved = origin.retrieved
    return {
        "registry": origin.registry,
        "via": origin.via,
        "retrieved": f"{in_utc(retrieved):%Y-%m-%dT%H:%M:%SZ}" if retrieved else None,
        "hand_made": origin.hand_made,
    }


def work_object(work: Work) -> dict[str, Json]:
    """A registry's record of a work, as an object."""
    return {
        "doi": work.doi.name,
        "type": work.type or None,
        "title": work.title or None,
        "authors": [{"family": n.family, "given": n.given or None} for n in work.authors],
        "year": work.year,
        "venue": work.venue or None,
        "volume": work.volume or None,
        "issue": work.issue or None,
        "pages": work.pages or None,
        "article_number": work.article_number or None,
        "publisher": work.publisher or None,
    }


def _update(update: Update) -> Json:
    return {
        "type": update.type,
        "doi": update.doi.name if update.doi else None,
        "date": update.date.isoformat() if update.date else None,
        "source": update.source or None,
    }


def _claim(result: ClaimResult) -> Json:
    claim = result.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "type": claim.type,
        "system": claim.system,
        "values": [_value(value) for value in claim.values],
        "note": claim.note or None,
        "place": place_object(claim.place),
        "level": result.level,
        "at_risk": result.at_risk,
        "broken": result.broken,
        "evidence": [_line(line) for line in result.lines],
        "rests_on": [other.claim for other in claim.rests_on],
        "remarks": list(result.remarks),
        "to_read": list(result.to_read),
    }


def _value(value: Value) -> Json:
    return {
        "name": value.name,
        "value": value.value,
        "unit": value.unit or None,
        "target": value.target or None,
        "comparator": value.comparator or None,
        "n": value.n or None,
        "ci": value.ci or None,
    }


def _line(result: LineResult) -> Json:
    line = result.line
    return {
        "reference": line.reference,
        "role": line.role,
        "status": result.status,
        "quote": line.quote or None,
        "prefix": line.prefix or None,
        "suffix": line.suffix or None,
        "page": line.page or None,
        "section": line.section or None,
        "table": cell_object(line.table) if line.table else None,
        "system": line.system,
        "design": line.design or None,
        "note": line.note or None,
        "depth": result.depth,
        "anchor": anchor_object(result.anchor) if result.anchor else None,
        "cell": cell_anchor_object(result.cell) if result.cell else None,
        "studied": list(result.studied),
        "judgement": _judgement(result.judgement) if result.judgement else None,
    }


def _judgement(judgement: Judgement) -> Json:
    judged = judgement.judged
    return {
        "stance": judgement.stance,
        "defect": judgement.defect,
        "by": judged.by if judged else None,
        "on": judged.on.isoformat() if judged else None,
        "state": judgement.state,
        "changed": list(judgement.changed),
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "place": place_object(finding.place),
        "key": finding.key,
        "claim": finding.claim,
        "field": finding.field,
        "found": finding.found,
        "expected": finding.expected,
        "suggestion": _suggestion(finding.suggestion) if finding.suggestion else None,
        "url": finding.url,
    }


def _suggestion(known: Suggestion) -> Json:
    what: dict[str, Json] = {"doi": known.doi} if known.doi else {"value": known.value}
    return what | {"confidence": known.confidence, "why": known.why}
