"""What a reviewer of a claim has to read next, the most pressing first."""

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from evidence.checks.commands import line_command, link_command
from evidence.model.anchor import Anchor, AnchorState, CellAnchor, CellState, Passage
from evidence.model.claim import Claim, Role
from evidence.model.judgement import Judgement, JudgementState, Stance
from evidence.model.report import ClaimResult, LineResult, Status
from evidence.model.source_text import Depth
from evidence.sources.texts.file_stems import file_stem

MOST: Final = 5
"""How many steps are told of a claim: more is no next step."""

_WRONG_ENTRY: Final = frozenset(
    {Status.DIFFERS, Status.ANOTHER_WORK, Status.MALFORMED, Status.UNREGISTERED}
)


def to_read(result: ClaimResult, *, sources: str = "sources") -> tuple[str, ...]:
    """The next steps for one claim, in their order: what is wrong with a line, judgements that are
    out of date, quotes that nobody has judged, works to quote, works to get. Empty when every line
    that bears the claim is judged.

    `sources` is the folder with the texts of the works.
    """
    steps = [step for of_group in _groups(result, sources) for step in of_group]
    if len(steps) <= MOST:
        return tuple(steps)
    return (*steps[: MOST - 1], f"then {len(steps) - MOST + 1} more")


def _groups(result: ClaimResult, sources: str) -> Iterator[Iterator[str]]:
    claim, lines = result.claim, result.lines
    yield (step for line in lines for step in _wrong(line))
    yield (
        _again(claim, line, line.judgement) for line in lines if line.judgement and _is_old(line)
    )
    yield (_judge(claim, line) for line in lines if _is_to_judge(line))
    yield (_anchor(claim, line) for line in lines if _bears(line) and _is_to_quote(line))
    yield _texts([line for line in lines if _bears(line) and _is_to_get(line)], sources)
    if not lines and not result.claim.rests_on:
        yield iter((f"find evidence for the claim, and link it: `{link_command(claim.id)}`",))


def _bears(line: LineResult) -> bool:
    """Whether what the work says decides about the claim: a line for background does not."""
    is_known = line.status is not None and line.status not in _WRONG_ENTRY
    return (
        is_known
        and not line.is_withdrawn
        and (line.line.role.supports or line.line.role is Role.CONTRARY)
    )


def _wrong(line: LineResult) -> Iterator[str]:
    key = line.line.reference
    if line.status is None:
        yield f"add `{key}` to the bibliography, or correct the key"
    elif line.is_withdrawn:
        yield f"find other evidence than `{key}`, which is retracted or withdrawn"
    elif line.status in _WRONG_ENTRY:
        yield f"set the entry `{key}` right (`{line.status}`) before its work is read"
    if line.anchor:
        yield from _wrong_quote(key, line.anchor)
    if line.cell:
        yield from _wrong_cell(line, line.cell)
    if line.is_judged and line.judgement:
        yield from _adverse(key, line.judgement)


def _wrong_quote(key: str, anchor: Anchor) -> Iterator[str]:
    match anchor.state:
        case AnchorState.FOUND | AnchorState.UNCHECKED:
            return
        case AnchorState.AMBIGUOUS:
            number = len(anchor.passages)
            yield f"say which of {number} passages of `{key}` is meant, by `page` or `prefix`"
        case AnchorState.SPLICED:
            where = _places(anchor.passages)
            yield f"read `{key}`{where}: the quote joins passages that stand apart"
        case AnchorState.ALTERED:
            where = _places((anchor.nearest,) if anchor.nearest else anchor.passages)
            yield f"read `{key}`{where}, and quote its own words"
        case AnchorState.NOT_FOUND if anchor.elsewhere:
            others = ", ".join(f"`{other}`" for other in anchor.elsewhere)
            yield f"read {others}: the quote stands there, and not in `{key}`"
        case AnchorState.NOT_FOUND:
            near = _named((anchor.nearest,) if anchor.nearest else ())
            compared = f"; compare {near}" if near else ""
            yield f"look for the finding in `{key}`: the quote is not in its text{compared}"
        case unknown:
            assert_never(unknown)


def _wrong_cell(line: LineResult, cell: CellAnchor) -> Iterator[str]:
    key = line.line.reference
    label = line.line.table.label if line.line.table else "the table"
    match cell.state:
        case CellState.FOUND | CellState.UNCHECKED:
            return
        case CellState.DIFFERS:
            yield f"read {label} of `{key}`: the cell says `{cell.text}`"
        case CellState.NO_TABLE | CellState.NO_CELL:
            what = "table" if cell.state is CellState.NO_TABLE else "cell"
            yield f"look for {label} in `{key}`: that {what} is not there"
        case unknown:
            assert_never(unknown)


def _adverse(key: str, judgement: Judgement) -> Iterator[str]:
    said = judgement.defect or judgement.stance
    if judgement.defect or judgement.stance is not Stance.SUPPORTS:
        yield f"change the claim, or its evidence: `{key}` was judged `{said}`"


def _is_old(line: LineResult) -> bool:
    return line.judgement is not None and not line.is_judged


def _again(claim: Claim, line: LineResult, judgement: Judgement) -> str:
    command = line_command("judge", claim, line.line)
    read = f"read `{line.line.reference}`{_where(line)} again"
    if judgement.state is JudgementState.UNSEALED:
        return f"{read}, so that it is noted what was judged: `{command}`"
    changed = " and ".join(judgement.changed) or "something"
    return f"{read}, since the {changed} changed after it was judged: `{command}`"


def _is_to_judge(line: LineResult) -> bool:
    return line.is_anchored and line.judgement is None and line.status is not None


def _judge(claim: Claim, line: LineResult) -> str:
    command = line_command("judge", claim, line.line)
    return f"read `{line.line.reference}`{_where(line)}, and judge it: `{command}`"


def _is_to_quote(line: LineResult) -> bool:
    return (
        line.depth is not Depth.NONE
        and line.anchor is None
        and line.cell is None
        and line.judgement is None
    )


def _anchor(claim: Claim, line: LineResult) -> str:
    command = line_command("anchor", claim, line.line)
    return f"find the passage of `{line.line.reference}` that carries it: `{command}`"


def _is_to_get(line: LineResult) -> bool:
    """Whether nothing more can be said of the line without more of its work's text."""
    if line.depth is Depth.FULL_TEXT or line.is_judged:
        return False
    is_open = line.anchor is not None and line.anchor.state is AnchorState.UNCHECKED
    has_open_cell = line.cell is not None and line.cell.state is CellState.UNCHECKED
    return line.depth is Depth.NONE or is_open or has_open_cell


def _texts(lines: Sequence[LineResult], sources: str) -> Iterator[str]:
    keys = list(dict.fromkeys(line.line.reference for line in lines))
    if keys:
        what = "text" if len(keys) == 1 else "texts"
        named = ", ".join(f"`{key}`" for key in keys)
        yield f"get the full {what} of {named} (as `{sources}/{file_stem(keys[0])}.pdf`)"


def _where(line: LineResult) -> str:
    """Where to open the work: `, p. 403`."""
    page = line.line.page
    return (_places(line.anchor.passages[:1]) if line.anchor else "") or (
        f", p. {page}" if page else ""
    )


def _places(passages: Sequence[Passage]) -> str:
    """`, p. 403` or `, p. 3 and p. 7`; empty without pages and sections."""
    named = _named(passages)
    return f", {named}" if named else ""


def _named(passages: Sequence[Passage]) -> str:
    named = [f"p. {each.page}" if each.page else each.section for each in passages]
    return " and ".join(dict.fromkeys(filter(None, named)))
