"""A report in which every text comes from a stranger."""

from evidence.model.claim import (
    Claim,
    ClaimType,
    EvidenceLine,
    RestsOn,
    System,
    TableCell,
    Value,
)
from evidence.model.doi import Doi
from evidence.model.finding import Confidence, Finding, Severity, Suggestion
from evidence.model.place import Place
from evidence.model.reference import Field, Reference
from evidence.model.report import (
    ClaimResult,
    Level,
    LineResult,
    ReferenceResult,
    Report,
    Run,
    Status,
)
from evidence.model.work import Name, Origin, Update, Via, Work
from sample_references import STARTED


def with_text_everywhere(text: str) -> Report:
    """A report with a stranger's text in every place where a stranger's text can stand."""
    place = Place(text, 3)
    readable = "".join(c for c in text.lower() if c.isprintable() and not c.isspace())
    other = Doi(f"10.1000/{readable}")
    name = Name(text, text, text)
    record = Work(
        other,
        text,
        (text,),
        Origin(text, Via.CACHE, None),
        authors=(name,),
        venues=(text,),
        volume=text,
        issue=text,
        pages=text,
        article_number=text,
        publisher=text,
        updates=(Update(text, other, None, text),),
    )
    fields = tuple(Field(field, text, text, place) for field in ("title", "journal", "volume"))
    entry = Reference(text, text, (*fields, Field("number", text, text, place)), place, (name,))
    line = EvidenceLine(
        text, place, design=text, quote=text, page=text, section=text, note=text,
        table=TableCell(text, text, text, text),
    )  # fmt: skip
    value = Value(text, text, text, text, text, text, text)
    claim = Claim(
        text, text, place, ClaimType.SAFETY, System.CELL, (value,), (line,),
        (RestsOn(text, place), RestsOn(f"{text}?", place)), text,
    )  # fmt: skip
    findings = tuple(
        Finding(
            "DOI001", "malformed-doi", Severity.ERROR, text, place, text, text, text, text,
            f"{text}!", suggestion, text,
        )
        for suggestion in (
            Suggestion(Confidence.LOW, text, doi=text),
            Suggestion(Confidence.LOW, text, value=text),
        )
    )  # fmt: skip
    return Report(
        Run(1, 1, 31, 0, 0, "cache", STARTED),
        (ReferenceResult(entry, Status.ANOTHER_WORK, text, text, other, record, (text,)),),
        (
            ClaimResult(
                claim,
                Level.VERIFIED,
                at_risk=True,
                broken=False,
                lines=(LineResult(line, Status.VERIFIED),),
            ),
        ),
        findings,
        documents=(text,),
    )
