"""A report in which every text comes from a stranger."""

from datetime import date

from evidence.model.anchor import (
    Anchor,
    AnchorState,
    CellAnchor,
    CellState,
    Passage,
    WordChange,
)
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
from evidence.model.judgement import Judged, Judgement, JudgementState, Stance
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
from evidence.model.source_text import Depth
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
        table=TableCell(text, text, text, text), prefix=text, suffix=text,
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
                lines=(LineResult(line, Status.VERIFIED), *_supported(line, text)),
                remarks=(text,),
                to_read=(text,),
            ),
        ),
        findings,
        documents=(text,),
    )


def _supported(line: EvidenceLine, text: str) -> tuple[LineResult, ...]:
    """The line with what its work's text says, as often as that can be put in other words."""
    passage = Passage(
        text=text,
        start=0,
        end=len(text),
        place=Place(text, 1, 1),
        sentence=text,
        pages=(text, f"{text}?"),
        section=text,
        cites=(text,),
        unmarked=text,
    )
    judgement = Judgement(
        Stance.PARTLY, JudgementState.STALE, None, Judged(text, date(2026, 11, 20)), (text,)
    )
    return tuple(
        LineResult(
            line,
            Status.VERIFIED,
            depth=Depth.FULL_TEXT,
            anchor=Anchor(
                state=state,
                passages=(passage,),
                nearest=passage,
                changes=(WordChange(text, text),),
                cut=text,
                behind=(text, text),
                file=text,
                elsewhere=(text,),
                reason=text,
            ),
            cell=CellAnchor(state=cell, text=text, file=text, candidates=(text,), reason=text),
            judgement=judgement,
        )
        for state, cell in (
            (AnchorState.FOUND, CellState.DIFFERS),
            (AnchorState.ALTERED, CellState.NO_CELL),
            (AnchorState.SPLICED, CellState.UNCHECKED),
        )
    )
