"""Tables in plain text: cells parted by pipes, tabs or blanks, or told by their numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, TypeAlias

from evidence.sources.documents.list_markers import list_marker
from evidence.sources.documents.plain_text.lines import Line

Rows: TypeAlias = tuple[tuple[str, ...], ...]

_FIGURE: Final = re.compile(r"(?:Figure|FIGURE|Fig\.|Abbildung|Scheme|Box|Chart)\s{1,3}[A-Z]?\d")
_RULE: Final = re.compile(r"[-=+_|:\s]+")
_GAP: Final = re.compile(r"\t+| {2,}")
_NUMBER: Final = r"[<>≤≥~≈=±]{0,2}\s?[-−–+]?\d[\d.,·]*(?:[-–−/:×]\d[\d.,]*)?"
_UNIT: Final = (
    r"(?:%|[nµμumkcdp]?(?:M|g|mol|L|l|m|Gy|Bq)(?:/[\w²]+)?|h|s|min"
    r"|hours?|days?|weeks?|months?|years?)"
)
_VALUE: Final = re.compile(
    rf"(?:{_NUMBER}(?:\s?±\s?{_NUMBER})?(?:\s?{_UNIT})?[*†‡§]{{0,3}}(?:\s\([^()]*\))?"
    r"|NR|NA|N/A|NE|ND|NS|n/a|n\.?\s?[ads]\.?|[–—−-]|…)"
)
_STARTS_NUMBER: Final = re.compile(r"[<>≤≥~≈=±]{0,2}[-−–+]?\d")
_IS_UNIT: Final = re.compile(_UNIT)
_LONGEST_ROW: Final = 160
_LONGEST_CELL: Final = 60


@dataclass(frozen=True, slots=True)
class TextTable:
    """The lines of a table's caption, its rows, and how many lines it takes with the caption."""

    caption: tuple[Line, ...]
    rows: Rows
    length: int


def is_figure_caption(text: str) -> bool:
    """Whether a line begins as the caption of a figure or a box does."""
    return _FIGURE.match(text) is not None


def captioned_table(lines: Sequence[Line]) -> TextTable | None:
    """The table that begins with its caption in the first of the lines, all in one run."""
    for at in range(1, min(len(lines) - 1, _LONGEST_CAPTION) + 1):
        if found := _parted(lines[at:]):
            return TextTable(tuple(lines[:at]), found[0], at + found[1])
    first = next((at for at, line in enumerate(lines) if at and _trailing(line)), 0)
    if not 0 < first <= _LONGEST_CAPTION:
        return None
    at = max(first - 1, 1)
    found = _by_numbers(lines[at:])
    return TextTable(tuple(lines[:at]), found[0], at + found[1]) if found else None


_LONGEST_CAPTION: Final = 6


def table(lines: Sequence[Line], *, is_captioned: bool) -> TextTable | None:
    """The table that the lines begin with.

    Below a caption the numbers at the ends of the lines are enough to tell one.
    """
    found = _parted(lines, is_captioned=is_captioned)
    if not found and is_captioned:
        found = _by_numbers(lines)
    return TextTable((), *found) if found else None


def _parted(lines: Sequence[Line], *, is_captioned: bool = True) -> tuple[Rows, int] | None:
    """Rows whose cells are parted by pipes, tabs or wide gaps, and how many lines they take."""
    by_pipes = _by_pipes(lines)
    if by_pipes:
        return by_pipes
    if list_marker(lines[0].text):
        return None
    return _by_tabs(lines) or _by_gaps(lines, is_captioned=is_captioned)


def _by_pipes(lines: Sequence[Line]) -> tuple[Rows, int] | None:
    run = list(takewhile(lambda line: "|" in line.text or _RULE.fullmatch(line.text), lines))
    kept = [line for line in run if not _RULE.fullmatch(line.text)]
    rows = [tuple(cell.strip() for cell in _inside(line.text).split("|")) for line in kept]
    return _table(rows, len(run))


def _inside(text: str) -> str:
    return text.removeprefix("|").removesuffix("|")


def _by_tabs(lines: Sequence[Line]) -> tuple[Rows, int] | None:
    run = list(takewhile(lambda line: "\t" in line.raw.lstrip(" "), lines))
    if len(run) < _FEWEST_ROWS:
        return None
    single = [tuple(cell.strip() for cell in line.raw.split("\t")) for line in run]
    if len({len(row) for row in single}) > 1:
        several = [tuple(re.split(r"\s*\t+\s*", line.text)) for line in run]
        if len({len(row) for row in several}) == 1:
            single = several
    while all(not row[0] for row in single) and max(map(len, single)) > 1:
        single = [row[1:] for row in single]
    return _table(single, len(run))


_FEWEST_ROWS: Final = 2


def _by_gaps(lines: Sequence[Line], *, is_captioned: bool) -> tuple[Rows, int] | None:
    run = list(takewhile(lambda line: _GAP.search(line.text) or _RULE.fullmatch(line.text), lines))
    kept = [line for line in run if not _RULE.fullmatch(line.text)]
    if len(kept) < _FEWEST_ROWS:
        return None
    rows = [tuple(_GAP.split(line.text)) for line in kept]
    if len({len(row) for row in rows}) > 1:
        rows = _by_columns(kept)
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    # Prose may hold two blanks after each full stop, or be set in two columns.
    if not is_captioned and not any(_VALUE.fullmatch(row[-1]) for row in rows[1:]):
        return None
    return _table(rows, len(run))


def _by_columns(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The cells between the gutters: two columns of characters or more that are blank in all."""
    raw = [line.raw for line in lines]
    longest = max(map(len, raw))
    if longest > _LONGEST_ROW:
        return []
    used = [any(at < len(line) and line[at] != " " for line in raw) for at in range(longest)]
    starts = [
        at
        for at in range(longest)
        if used[at] and (at == 0 or not any(used[max(at - _GUTTER, 0) : at]))
    ]
    ends = [*starts[1:], longest]
    return [
        tuple(line[start:end].strip() for start, end in zip(starts, ends, strict=True))
        for line in raw
    ]


_GUTTER: Final = 2


def _by_numbers(lines: Sequence[Line]) -> tuple[Rows, int] | None:
    """Rows that end in as many numbers as the heads above them have columns."""
    heads, *rest = lines
    if list_marker(heads.text) or len(heads.text) > _LONGEST_ROW or _ends_sentence(heads.text):
        return None
    rows = list(takewhile(_trailing, rest))
    if not rows:
        return None
    named = _groups(heads.text)
    # The column of names has a head; where each head has a unit, it has none.
    most = len(named) if all(head[-1] == ")" for head in named) else len(named) - 1
    count = min(_trailing(line) for line in rows)
    count = min(count, most or count)
    cells = [_split(groups, count) for groups in (named, *(_groups(line.text) for line in rows))]
    return _table(cells, 1 + len(rows))


def _split(groups: Sequence[str], count: int) -> tuple[str, ...]:
    """The last `count` groups as cells of their own, what stands before them as the first."""
    first = " ".join(groups[:-count])
    return (first, *groups[-count:])


def _trailing(line: Line) -> int:
    """How many values the line ends in; 0 for prose, and for values without a name."""
    if len(line.text) > _LONGEST_ROW or _ends_sentence(line.text):
        return 0
    groups = _groups(line.text)
    values = sum(1 for _ in takewhile(_VALUE.fullmatch, reversed(groups)))
    return min(values, len(groups) - 1)


def _ends_sentence(text: str) -> bool:
    return text.endswith(".") and not text[-2:-1].isdigit() and text[-3:] not in ("n.a", "n.d")


def _groups(text: str) -> list[str]:
    """The words of a line, with what belongs to a value (`7 ± 2`, `12 nM`, `0.4 (0.2–0.6)`)."""
    groups: list[str] = []
    is_open = False
    for word in text.split():
        before = groups[-1] if groups else ""
        joins = (
            is_open
            or word.startswith("(")
            or word == "±"
            or before.endswith(" ±")
            or (_STARTS_NUMBER.match(before) and _IS_UNIT.fullmatch(word))
            or (before in ("<", ">", "≤", "≥", "=", "~") and _STARTS_NUMBER.match(word))
        )
        if joins and before:
            groups[-1] = f"{before} {word}"
        else:
            groups.append(word)
        is_open = groups[-1].count("(") > groups[-1].count(")")
    return groups


def _table(rows: Sequence[tuple[str, ...]], length: int) -> tuple[Rows, int] | None:
    """The rows, all of one width; None when they are too few or too narrow for a table."""
    columns = max(map(len, rows), default=0)
    if len(rows) < _FEWEST_ROWS or columns < _FEWEST_ROWS:
        return None
    heads, *rest = rows
    if len(heads) == columns - 1 and all(len(row) == columns for row in rest):
        heads = ("", *heads)  # the column of names often has no head
    padded = ((*row, *[""] * (columns - len(row))) for row in (heads, *rest))
    return tuple(padded), length
