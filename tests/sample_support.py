"""A report made by hand in which the works' own texts were read, and a person judged."""

from datetime import date

from evidence.model.anchor import (
    Anchor,
    AnchorState,
    CellAnchor,
    CellState,
    Passage,
    WordChange,
)
from evidence.model.claim import Claim, ClaimType, EvidenceLine, Role, System, TableCell, Value
from evidence.model.judgement import Defect, Judged, Judgement, JudgementState, Stance
from evidence.model.place import Place
from evidence.model.report import ClaimResult, Level, LineResult, Report, Run, Status
from evidence.model.source_text import Depth
from sample_references import STARTED, verified, yaml

PDF = "sources/menichincheri2016.pdf"
READER = Judged("M. Okafor", date(2026, 11, 20))


def passage(text: str, *pages: str, section: str = "", at: int = 0, file: str = PDF) -> Passage:
    place = Place(file, 2, 7)
    return Passage(
        text=text,
        start=at,
        end=at + len(text),
        place=place,
        sentence=f"{text}.",
        pages=pages,
        section=section,
    )


def line(
    at: int, anchor: Anchor | None = None, *, depth: Depth = Depth.FULL_TEXT, **parts: object
) -> LineResult:
    """A line of a verified work; names of a line's parts go to the line, others to its result."""
    of_line = {"quote", "page", "table", "role", "note", "section", "prefix", "suffix"}
    written = {name: value for name, value in parts.items() if name in of_line}
    found = {name: value for name, value in parts.items() if name not in of_line}
    evidence = EvidenceLine("menichincheri2016", yaml(at, 9), **written)  # type: ignore[arg-type]
    return LineResult(evidence, Status.VERIFIED, depth=depth, anchor=anchor, **found)  # type: ignore[arg-type]


def claim(
    id: str,
    text: str,
    at: int,
    *lines: LineResult,
    level: Level = Level.VERIFIED,
    to_read: tuple[str, ...] = (),
    remarks: tuple[str, ...] = (),
    **parts: object,
) -> ClaimResult:
    return ClaimResult(
        Claim(id, text, yaml(at), **parts),  # type: ignore[arg-type]
        level,
        at_risk=False,
        broken=False,
        lines=lines,
        to_read=to_read,
        remarks=remarks,
    )


def _found() -> ClaimResult:
    quote = "The compound crossed the blood-brain barrier of mice"
    return claim(
        "bbb-penetration",
        "Entrectinib crosses the blood–brain barrier in mice.",
        4,
        line(
            9,
            Anchor(
                state=AnchorState.FOUND,
                passages=(passage(quote, "4", "403", section="Results"),),
                cut="but not in rats",
                file=PDF,
            ),
            quote=quote,
            page="403",
            section="Results",
            studied=(System.ANIMAL,),
            judgement=Judgement(Stance.SUPPORTS, JudgementState.CURRENT, judged=READER),
        ),
        line(
            12,
            Anchor(
                state=AnchorState.UNCHECKED, reason="only the abstract is at hand, and it lacks it"
            ),
            quote="It reached the brain.",
            depth=Depth.ABSTRACT,
            studied=(System.HEALTHY_VOLUNTEER, System.PATIENT),
        ),
        level=Level.LINKED,
        remarks=("`menichincheri2016` is in patients; the claim says `mice`.",),
        to_read=("get the full text of `menichincheri2016`",),
        type=ClaimType.PHARMACOKINETIC,
        system=System.ANIMAL,
    )


def _wrong() -> ClaimResult:
    altered = passage("inhibited ALK at 12 nM in cells", "2", "401")
    twice = (passage("was well tolerated", "3"), passage("was well tolerated", "7", at=90))
    parts = (passage("responses lasted", "5"), passage("in most patients", "9", at=200))
    return claim(
        "potency",
        "Entrectinib inhibits ALK at 120 nmol/L.",
        20,
        line(
            23,
            Anchor(
                state=AnchorState.ALTERED,
                nearest=altered,
                changes=(WordChange("120", "12"), WordChange("", "in cells")),
                file=PDF,
            ),
            quote="inhibited ALK at 120 nM",
            judgement=Judgement(
                Stance.PARTLY,
                JudgementState.STALE,
                Defect.OVERSIMPLIFIED,
                READER,
                ("claim", "record"),
            ),
        ),
        line(
            26,
            Anchor(
                state=AnchorState.NOT_FOUND, nearest=altered, elsewhere=("ardini2016",), file=PDF
            ),
            quote="had no effect on ALK",
            judgement=Judgement(Stance.DISPUTES, JudgementState.UNSEALED),
        ),
        line(
            29,
            Anchor(state=AnchorState.AMBIGUOUS, passages=twice, file=PDF),
            quote="was well tolerated",
        ),
        line(
            32,
            Anchor(state=AnchorState.SPLICED, passages=parts, file=PDF),
            quote="responses lasted in most patients",
        ),
        values=(Value("IC50", "120", "nmol/L", "ALK"),),
        to_read=(
            "read `menichincheri2016`, p. 401, and quote its own words",
            "look for the finding in `menichincheri2016`",
        ),
    )


def _cells() -> ClaimResult:
    table = TableCell("Table 2", "ALK", "IC50", "12")
    states = (
        CellAnchor(state=CellState.FOUND, text="12", file=PDF),
        CellAnchor(state=CellState.DIFFERS, text="1.2", file=PDF),
        CellAnchor(state=CellState.NO_TABLE, file=PDF, candidates=("Table 1", "Table S1")),
        CellAnchor(state=CellState.NO_CELL),
        CellAnchor(state=CellState.UNCHECKED, reason="tables of plain text are not read"),
    )
    return claim(
        "table",
        "The value stands in a table.",
        40,
        *(line(43 + at, cell=cell, table=table, role=Role.DATA) for at, cell in enumerate(states)),
        level=Level.ANCHORED,
    )


def supported_report() -> Report:
    """Every state of a quote, of a table cell and of a judgement."""
    claims = (_found(), _wrong(), _cells())
    return Report(Run(1, len(claims), 95, 1, 1, "crossref", STARTED), verified()[:1], claims)
