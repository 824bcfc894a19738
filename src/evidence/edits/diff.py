"""Changes of a text as a unified diff that `patch -p1` and `git apply` take."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.edits.splice import Splice, apply_splices

_CONTEXT: Final = 3  # unchanged lines around a change
_NO_LINE_END: Final = "\\ No newline at end of file\n"
_QUOTED: Final = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines from `start` up to `end`, counted from 0, become `lines`."""

    start: int
    end: int
    lines: tuple[str, ...]


def unified_diff(name: str, text: str, splices: Sequence[Splice]) -> str:
    """What the splices, in their order, change in the file `name`; empty when there are none.

    Lines end in a line feed only, as for `patch`: in a file of lone carriage returns there is one.
    """
    old = _lines(text)
    blocks = tuple(_blocks(text, old, splices))
    if not blocks:
        return ""
    pieces = [f"--- {_named('a', name)}\n", f"+++ {_named('b', name)}\n"]
    shift = 0
    for hunk in _hunks(blocks):
        pieces += _written(old, hunk, shift)
        shift += sum(len(block.lines) - (block.end - block.start) for block in hunk)
    return "".join(pieces)


def added_diff(name: str, text: str, *, is_new: bool) -> str:
    """`text` as all that the file `name` holds, where there was nothing or, `is_new`, no file."""
    lines = _lines(text)
    if not lines:
        return ""
    before = "/dev/null" if is_new else _named("a", name)
    head = f"--- {before}\n+++ {_named('b', name)}\n@@ -0,0 +1,{len(lines)} @@\n"
    return head + "".join(_marked("+", line) for line in lines)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _blocks(text: str, old: Sequence[str], splices: Sequence[Splice]) -> Iterator[_Block]:
    """The lines that change; splices that share a line make one block."""
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    group: list[Splice] = []
    for at, splice in enumerate(splices):
        group.append(splice)
        end = bisect_right(starts, splice.end, hi=len(old))
        following = splices[at + 1].start if at + 1 < len(splices) else None
        if following is not None and bisect_right(starts, following, hi=len(old)) <= end:
            continue
        start = bisect_right(starts, group[0].start, hi=len(old)) - 1
        base = starts[start]
        moved = [Splice(s.start - base, s.end - base, s.text) for s in group]
        block = _trimmed(old, start, end, _lines(apply_splices(text[base : starts[end]], moved)))
        if block.lines or block.start < block.end:
            yield block
        group = []


def _trimmed(old: Sequence[str], start: int, end: int, new: Sequence[str]) -> _Block:
    """The block without the lines at its ends that stay the same."""
    first, last = 0, len(new)
    while start < end and first < last and old[start] == new[first]:
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
    return _Block(start, end, tuple(new[first:last]))


def _hunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """The blocks, those together whose context would touch."""
    hunk = [blocks[0]]
    for block in blocks[1:]:
        if block.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    yield hunk


def _written(old: Sequence[str], hunk: Sequence[_Block], shift: int) -> Iterator[str]:
    """A hunk; `shift` is by how many lines the new text is longer before it."""
    start = max(hunk[0].start - _CONTEXT, 0)
    end = min(hunk[-1].end + _CONTEXT, len(old))
    length = end - start + sum(len(block.lines) - (block.end - block.start) for block in hunk)
    yield f"@@ -{start + 1},{end - start} +{start + shift + 1},{length} @@\n"
    at = start
    for block in hunk:
        yield from (_marked(" ", line) for line in old[at : block.start])
        yield from (_marked("-", line) for line in old[block.start : block.end])
        yield from (_marked("+", line) for line in block.lines)
        at = block.end
    yield from (_marked(" ", line) for line in old[at:end])


def _marked(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{_NO_LINE_END}"


def _named(side: str, name: str) -> str:
    """The file's name in a header: quoted, or closed by a tab, where `patch` would misread it."""
    path = f"{side}/{name.lstrip('/')}"
    if any(sign in _QUOTED for sign in path):
        return f'"{"".join(_QUOTED.get(sign, sign) for sign in path)}"'
    return f"{path}\t" if " " in path else path
