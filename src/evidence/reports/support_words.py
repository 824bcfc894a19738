"""What a work's own text and a person say of an evidence line, in the words of every format."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, assert_never

from evidence.matching.studies.in_words import IN_WORDS
from evidence.matching.text import shortened
from evidence.model.anchor import Anchor, AnchorState, CellAnchor, CellState, Passage
from evidence.model.claim import TableCell
from evidence.model.judgement import Judgement, JudgementState
from evidence.model.report import LineResult
from evidence.model.source_text import Depth
from evidence.reports.wording import count, day

_LONGEST: Final = 400  # characters of a passage that is only the nearest one
_MOST_NAMED: Final = 6
_NO_PAGES: Final = "page not checked: the text has no pages"

DEPTH_WORDS: Final[Mapping[Depth, str]] = MappingProxyType(
    {
        Depth.FULL_TEXT: "full text",
        Depth.ABSTRACT: "abstract only",
        Depth.NONE: "no text",
    }
)
ANCHOR_WORDS: Final[Mapping[AnchorState, str]] = MappingProxyType(
    {
        AnchorState.FOUND: "quote found",
        AnchorState.AMBIGUOUS: "quote ambiguous",
        AnchorState.SPLICED: "quote spliced",
        AnchorState.ALTERED: "quote altered",
        AnchorState.NOT_FOUND: "quote not found",
        AnchorState.UNCHECKED: "quote not looked for",
    }
)
CELL_WORDS: Final[Mapping[CellState, str]] = MappingProxyType(
    {
        CellState.FOUND: "cell found",
        CellState.DIFFERS: "cell differs",
        CellState.NO_TABLE: "table not found",
        CellState.NO_CELL: "cell not found",
        CellState.UNCHECKED: "cell not looked for",
    }
)


def has_texts(lines: Sequence[LineResult]) -> bool:
    """Whether the text of any work was at hand, or a quote looked for."""
    return any(line.depth is not Depth.NONE or line.anchor or line.cell for line in lines)


def studied(result: LineResult) -> str:
    """In what the work found something: as far as that is known, else as the line says."""
    if not result.studied:
        return result.line.system or ""
    return f"studied in {', '.join(IN_WORDS[each] for each in result.studied)}"


def depth(result: LineResult) -> str:
    """How much of the work could be read, and the file where it is known which."""
    files = (each.file for each in (result.anchor, result.cell) if each)
    return " ".join(filter(None, (DEPTH_WORDS[result.depth], next(filter(None, files), ""))))


def passage_place(passage: Passage) -> str:
    """`p. 403 · 4 of the file, section Results`; empty for a text without pages and headings."""
    printed = f"p. {passage.page}" if passage.page else ""
    if len(passage.pages) > 1 and passage.pages[0] != passage.page:
        printed += f" · {passage.pages[0]} of the file"
    section = f"section {passage.section}" if passage.section else ""
    return ", ".join(filter(None, (printed, section)))


def anchor_detail(anchor: Anchor, page: str = "") -> str:
    """Where the quote stands, what lies between it and the text, or why nobody looked; and whether
    the `page` that its line names could be checked.
    """
    return "; ".join(filter(None, (_state_detail(anchor), anchor_rest(anchor, page))))


def anchor_rest(anchor: Anchor, page: str = "") -> str:
    """What there is to know of a quote whatever became of it: where else it stands, what it leaves
    out, and that the `page` which its line names was not checked.
    """
    has_pages = any(passage.pages for passage in anchor.passages)
    unchecked = page and anchor.is_found and not has_pages
    elsewhere = f"it stands in {_listed(anchor.elsewhere)}" if anchor.elsewhere else ""
    cut = f"it leaves out “{anchor.cut}”" if anchor.cut else ""
    return "; ".join(filter(None, (elsewhere, cut, _NO_PAGES if unchecked else "")))


def cell_detail(cell: CellAnchor, table: TableCell | None) -> str:
    """What the cell says, what there is instead of it, or why nobody looked."""
    match cell.state:
        case CellState.FOUND:
            return f"it says “{cell.text}”"
        case CellState.DIFFERS:
            ours = f", not “{table.cell}”" if table and table.cell else ""
            return f"it says “{cell.text}”{ours}"
        case CellState.NO_TABLE | CellState.NO_CELL:
            return f"there are {_listed(cell.candidates)}" if cell.candidates else ""
        case CellState.UNCHECKED:
            return cell.reason
        case unknown:
            assert_never(unknown)


def judgement_said(judgement: Judgement) -> str:
    """The person's word: `supports`, or `partly, oversimplified`."""
    return ", ".join(filter(None, (judgement.stance, judgement.defect)))


def judgement_by(judgement: Judgement) -> str:
    """Who said so, and when."""
    judged = judgement.judged
    return f"by {judged.by}, {day(judged.on)}" if judged else "by a person who is not named"


def judgement_caution(judgement: Judgement) -> str:
    """Why the word may no longer hold; empty where it does."""
    match judgement.state:
        case JudgementState.CURRENT:
            return ""
        case JudgementState.STALE:
            changed = " and ".join(judgement.changed) or "something"
            return f"out of date: {changed} changed since"
        case JudgementState.UNSEALED:
            return "not sealed: nobody noted what was judged"
        case unknown:
            assert_never(unknown)


def nearest(anchor: Anchor) -> tuple[str, str]:
    """The likest passage where the quote was not found, and its place; empty without one."""
    if anchor.is_found or anchor.nearest is None:
        return "", ""
    return shortened(anchor.nearest.quotable, _LONGEST), passage_place(anchor.nearest)


def _places(passages: Sequence[Passage]) -> str:
    known = tuple(dict.fromkeys(filter(None, map(passage_place, passages))))
    return " and ".join(known) if len(known) < 3 else _listed(known)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown


def _state_detail(anchor: Anchor) -> str:
    where = _places(anchor.passages)
    beside = f" ({where})" if where else ""
    match anchor.state:
        case AnchorState.FOUND:
            return where
        case AnchorState.AMBIGUOUS:
            times = count(len(anchor.passages), "time")
            return f"it stands there {times}{beside}, and nothing says which is meant"
        case AnchorState.SPLICED:
            return f"its parts stand apart{beside}, and no `…` says so"
        case AnchorState.ALTERED:
            return ", ".join(map(str, anchor.changes))
        case AnchorState.NOT_FOUND:
            return ""
        case AnchorState.UNCHECKED:
            return anchor.reason
        case unknown:
            assert_never(unknown)
