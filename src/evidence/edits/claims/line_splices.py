"""The changes of a claims file's text that give evidence lines other values."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from evidence.edits.claims.layout import (
    ClaimsStyle,
    Item,
    braces,
    flow_entry,
    item_lines,
    text_item,
    tree_entry,
    tree_lines,
)
from evidence.edits.claims.line_change import LineChange, Value, anchor_of, changed_line, rank, told
from evidence.edits.claims.places import ClaimsFile, prove_editable
from evidence.edits.claims.proof import prove_sound
from evidence.edits.splice import Splice
from evidence.sources.claims import line_problems
from evidence.sources.yaml_nodes import Node, YamlNodes, compact, is_flow, is_mapping, is_scalar
from evidence.sources.yaml_scalar import WIDTH

_HEADER: Final = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")


def changes_by_line(
    file: ClaimsFile, changes: Sequence[LineChange]
) -> dict[int, dict[int, dict[str, Value]]]:
    """The new values by the indices of claim and line.

    Raises InputError when there is no such claim or line.
    """
    ids = file.ids()
    found: defaultdict[int, dict[int, dict[str, Value]]] = defaultdict(dict)
    for change in changes:
        if change.claim not in ids:
            raise file.error(f"there is no claim `{change.claim}` to change", "claims")
        at = ids[change.claim]
        lines = file.claims[at].get("evidence")
        count = len(lines) if isinstance(lines, list) else 0
        if not 0 <= change.at < count:
            message = f"`{change.claim}` has no evidence line {change.at + 1}, it has {count}"
            raise file.error(message, "claims", at)
        found[at].setdefault(change.at, {}).update(change.values)
    return dict(found)


def change_splices(
    file: ClaimsFile, at: int, changes: Mapping[int, Mapping[str, Value]]
) -> Iterator[Splice]:
    """The changes that give lines of the claim with this index other values.

    Values that are there already stay as they are written.
    """
    nodes = file.nodes
    claim = nodes.members(nodes.entries(file.root)["claims"][1])[at]
    prove_editable(file, at, claim)
    key, listed = nodes.entries(claim)["evidence"]
    members, lines = nodes.members(listed), file.claims[at]["evidence"]
    news: dict[int, Mapping[str, Value]] = {}
    for which, values in sorted(changes.items()):
        path = ("claims", at, "evidence", which)
        problems = line_problems(changed_line(lines[which], values), path, file.yaml)
        prove_sound(problems, f"line {which + 1} of `{file.claims[at]['id']}`", file.name)
        if new := _news(lines[which], values):
            news[which] = new
        for name in new:
            file.prove_colon(members[which], name, *path)
    writer = _Writer(nodes, file.style)
    if is_flow(listed):
        yield from writer.flow_list(claim, key, listed, lines, news)
        return
    for which, values in news.items():
        # Where two begin at one place, what is further in goes on with the value above, and blanks
        # sort before keys.
        yield from sorted(writer.member(listed, members[which], lines[which], values))


def _news(line: Any, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that are not there already."""
    data = {"reference": line} if isinstance(line, str) else line
    new = {key: told(value) for key, value in values.items()}
    return {
        key: value
        for key, value in new.items()
        if (key in data if value is None else compact(data.get(key)) != value)
    }


class _Writer:
    """Writes into a text in the style of its file."""

    def __init__(self, nodes: YamlNodes, style: ClaimsStyle) -> None:
        self.nodes = nodes
        self.style = style

    def flow_list(
        self,
        claim: Node,
        key: Node,
        listed: Node,
        lines: Sequence[Any],
        news: Mapping[int, Mapping[str, Value]],
    ) -> Iterator[Splice]:
        """Lines in `[…]`: there where they fit, else as a list with a `-` for each."""
        members, nodes = self.nodes.members(listed), self.nodes
        changed = {which: changed_line(lines[which], values) for which, values in news.items()}
        flows = [
            braces(changed[which], self.style) if which in changed else self._text(member)
            for which, member in enumerate(members)
        ]
        length = nodes.column(listed) + len(f"[{', '.join(flows)}]")
        is_short = length <= WIDTH and not any(map(_is_deep, news.values()))
        if not news or is_short or is_flow(claim) or "#" in self._text(listed):
            for which, values in news.items():
                yield from sorted(self._in_braces(members[which], values))
            return
        column = nodes.column(claim) + self.style.lists
        behind, end = nodes.text.index(":", nodes.end(key)) + 1, nodes.end(listed)
        yield Splice(behind, end, "")
        items = [
            self._item(changed.get(which, line), column + 2) for which, line in enumerate(lines)
        ]
        yield self._below(end, [line for item in items for line in item_lines(item)], column)

    def member(
        self, listed: Node, member: Node, line: Any, values: Mapping[str, Value]
    ) -> Iterator[Splice]:
        """A line of a list with a `-` for each."""
        nodes, column = self.nodes, self.nodes.column(member)
        if is_mapping(member) and not is_flow(member):
            yield from self._in_block(member, values)
            return
        changed = changed_line(line, values)
        start, end = nodes.start(member), nodes.end(member)
        if is_flow(member):
            length = column + len(braces(changed, self.style))
            if (length <= WIDTH and not _is_deep(values)) or "#" in self._text(member):
                yield from self._in_braces(member, values)
                return
        written = list(tree_lines(changed, column, self.style))
        if is_scalar(member) and "reference" not in values:
            yield Splice(start, start, "reference: ")
            written = written[1:]
        else:
            yield Splice(start, end, written.pop(0))
        at = nodes.end_with_comments(end, nodes.column(listed)) if is_scalar(member) else end
        yield self._below(at, written, column)

    def _item(self, line: Any, column: int) -> Item:
        if isinstance(line, str):
            return text_item(line, self.style)
        return Item("", tuple(tree_lines(line, column, self.style)))

    def _in_block(self, mapping: Node, values: Mapping[str, Value]) -> Iterator[Splice]:
        """Entries of a mapping on lines of their own."""
        nodes, column = self.nodes, self.nodes.column(mapping)
        entries = nodes.entries(mapping)
        kept = [key for key in entries if values.get(key, "") is not None]
        behind: defaultdict[str, list[str]] = defaultdict(list)
        for key, value in _ordered(values):
            if value is None:
                continue
            if key in entries:
                yield from self._replaced(entries[key][1], key, value, column)
            else:
                behind[anchor_of(key, kept)] += tree_entry(key, value, column, self.style)
        for anchor, lines in behind.items():
            at = nodes.end_with_comments(nodes.end(entries[anchor][1]), column)
            yield self._below(at, lines, column)
        yield from self._removed_lines(list(entries.values()), [key in kept for key in entries])

    def _replaced(
        self, old: Node, key: str, value: str | Mapping[str, str], column: int
    ) -> Iterator[Splice]:
        """Another value for an entry on lines of its own; a comment behind the old one stays."""
        nodes = self.nodes
        if isinstance(value, Mapping) and is_mapping(old):
            parts = dict.fromkeys(nodes.entries(old)) | dict(value)
            yield from self._in_braces(old, parts) if is_flow(old) else self._in_block(old, parts)
            return
        start, end = nodes.start(old), nodes.end(old)
        first, *rest = tree_entry(key, value, column, self.style)
        header = _HEADER.match(nodes.text, start) if is_scalar(old) else None
        comment = (header["comment"] or "") if header else ""
        text = first.removeprefix(f"{key}:").lstrip(" ")
        is_close = bool(text) and nodes.text[start - 1] == ":"
        yield Splice(start, end, (" " if is_close else "") + text + comment)
        if rest:
            yield self._below(end, rest, column)

    def _in_braces(self, node: Node, values: Mapping[str, Value]) -> Iterator[Splice]:
        """Entries of a mapping in `{…}`, or of a key alone that becomes one."""
        nodes, style = self.nodes, self.style
        start, end = nodes.start(node), nodes.end(node)
        if is_scalar(node):
            shown = "" if "reference" in values else f"reference: {self._text(node)}, "
            rest = ", ".join(
                flow_entry(key, value, style) for key, value in _ordered(values) if value
            )
            yield Splice(start, end, "{" + (shown + rest).removesuffix(", ") + "}")
            return
        entries = nodes.entries(node)
        kept = [key for key in entries if values.get(key, "") is not None]
        behind: defaultdict[str, str] = defaultdict(str)
        for key, value in _ordered(values):
            if value is None:
                continue
            if key not in entries:
                behind[anchor_of(key, kept)] += f", {flow_entry(key, value, style)}"
                continue
            old = entries[key][1]
            text = flow_entry(key, value, style).removeprefix(f"{key}: ")
            is_close = nodes.text[nodes.start(old) - 1] == ":"
            yield Splice(nodes.start(old), nodes.end(old), (" " if is_close else "") + text)
        for anchor, text in behind.items():
            at = nodes.end(entries[anchor][1])
            yield Splice(at, at, text)
        yield from self._removed(list(entries.values()), [key in kept for key in entries])

    def _removed(
        self, entries: Sequence[tuple[Node, Node]], is_kept: Sequence[bool]
    ) -> Iterator[Splice]:
        """The changes that take entries out of braces, each with the comma before it."""
        nodes = self.nodes
        first = is_kept.index(True)
        if first:
            yield Splice(nodes.start(entries[0][0]), nodes.start(entries[first][0]), "")
        for at in range(first + 1, len(entries)):
            if not is_kept[at]:
                before, end = nodes.end(entries[at - 1][1]), nodes.end(entries[at][1])
                yield Splice(before, end, "")

    def _removed_lines(
        self, entries: Sequence[tuple[Node, Node]], is_kept: Sequence[bool]
    ) -> Iterator[Splice]:
        """The changes that take entries out of a block; comments behind them stay."""
        nodes = self.nodes
        first = is_kept.index(True)
        start = nodes.start(entries[0][0])
        stop = nodes.start(entries[first][0])
        is_bare = "#" not in nodes.text[start:stop]
        if first and is_bare:  # what follows comes up to the `- `
            yield Splice(start, stop, "")
        for at, (key, value) in enumerate(entries):
            if is_kept[at] or (at < first and is_bare):
                continue
            start, end = nodes.start(key), nodes.end(value)
            stop = nodes.end_of_line(end)
            before = nodes.start_of_line(start)
            if at < first or nodes.text[end:stop].strip() or nodes.text[before:start].strip():
                yield Splice(start, end, "")
            else:
                ended = nodes.text[:before]
                before -= 2 if ended.endswith("\r\n") else 1
                yield Splice(before, stop, "")

    def _below(self, offset: int, lines: Sequence[str], column: int) -> Splice:
        """Lines below the one that holds `offset`, indented to `column`."""
        at = self.nodes.end_of_line(offset)
        indent = self.style.line_end + " " * column
        return Splice(at, at, "".join(f"{indent}{line}" for line in lines))

    def _text(self, node: Node) -> str:
        return self.nodes.text[self.nodes.start(node) : self.nodes.end(node)]


def _ordered(values: Mapping[str, Value]) -> list[tuple[str, Value]]:
    return sorted(values.items(), key=lambda item: rank(item[0]))


def _is_deep(values: Mapping[str, Value]) -> bool:
    """Whether there is a mapping among the values: in braces within brackets it is hard to read."""
    return any(isinstance(value, Mapping) for value in values.values())
