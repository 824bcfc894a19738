"""New members of a list in a YAML text, or the list where there is none yet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.edits.claims.layout import ClaimsStyle, Item, block_list, flow_list, item_lines
from evidence.edits.splice import Splice
from evidence.sources.yaml_nodes import Node, YamlNodes, is_flow, is_list
from evidence.sources.yaml_scalar import WIDTH

_COMMENT: Final = re.compile(r"[ \t]*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list stands, or has to: the entry `key` of `mapping`.

    A new entry goes behind the last of the entries `behind` and is written as `new`.
    """

    mapping: Node
    key: str
    behind: Sequence[str]
    new: Sequence[str]
    style: ClaimsStyle


def add_items(nodes: YamlNodes, place: ListPlace, items: Sequence[Item]) -> Iterator[Splice]:
    """The changes that put the items behind the list's others."""
    entries = nodes.entries(place.mapping)
    if place.key not in entries:
        end = max(nodes.end(entries[key][1]) for key in place.behind if key in entries)
        if is_flow(place.mapping):
            yield Splice(end, end, f", {flow_list(place.key, items)}")
        else:
            column = nodes.column(place.mapping)
            yield _lines(nodes.end_of_line(end), place, place.new, column)
        return
    key, value = entries[place.key]
    if not nodes.members(value):
        yield from _fill(nodes, place, key, value, items, is_block=not is_flow(place.mapping))
    elif is_flow(value):
        yield from _extend_flow(nodes, value, items, place.style.line_end)
    else:
        column = nodes.column(value)
        end = nodes.end_with_comments(nodes.end(value), column)
        lines = [line for item in items for line in item_lines(item)]
        yield _lines(end, place, lines, column)


def _fill(
    nodes: YamlNodes,
    place: ListPlace,
    key: Node,
    value: Node,
    items: Sequence[Item],
    *,
    is_block: bool,
) -> Iterator[Splice]:
    """The first members, where nothing, `null` or `[]` stands."""
    start, end = nodes.start(value), nodes.end(value)
    line = flow_list(place.key, items)
    is_empty_list = is_list(value)
    if is_empty_list and nodes.text[start + 1 : end - 1].strip():
        inner = nodes.text[start + 1 : end - 1]
        blanks = len(inner) - len(inner.lstrip(" \t"))
        at = start + 1 + blanks
        yield Splice(at, at, line.removeprefix(f"{place.key}: [").removesuffix("]") + " ")
    elif is_block and list(place.new) != [line]:
        behind = nodes.text.index(":", nodes.end(key)) + 1
        yield Splice(behind, end, "")
        lines = block_list(place.key, items, place.style.lists)[1:]
        yield _lines(nodes.end_of_line(end), place, lines, nodes.column(key))
    else:
        is_close = nodes.text[start - 1] == ":"
        yield Splice(start, end, (" " if is_close else "") + line.removeprefix(f"{place.key}: "))


def _extend_flow(
    nodes: YamlNodes, value: Node, items: Sequence[Item], line_end: str
) -> Iterator[Splice]:
    """More members inside `[…]`: on the line of the last one, or on lines of their own."""
    last = nodes.members(value)[-1]
    start, end = nodes.start(last), nodes.end(last)
    before = nodes.text[nodes.start_of_line(start) : start]
    rest = nodes.text[end : nodes.end_of_line(end)]
    if before.strip() or not _COMMENT.fullmatch(rest.lstrip(" \t").removeprefix(",")):
        text = ", ".join(item.flow for item in items)
        is_too_long = _width(nodes, end) + len(text) + 2 > WIDTH
        indent = " " * nodes.column(nodes.members(value)[0])
        yield Splice(end, end, f",{line_end}{indent}{text}" if is_too_long else f", {text}")
        return
    has_comma = rest.lstrip(" \t").startswith(",")
    if not has_comma:
        yield Splice(end, end, ",")
    behind = nodes.end_of_line(end)
    text = f",{line_end}{before}".join(item.flow for item in items)
    yield Splice(behind, behind, line_end + before + text + ("," if has_comma else ""))


def _width(nodes: YamlNodes, offset: int) -> int:
    """The columns of the line that holds `offset`."""
    return nodes.end_of_line(offset) - nodes.start_of_line(offset)


def _lines(at: int, place: ListPlace, lines: Sequence[str], column: int) -> Splice:
    """Lines below the one that ends at `at`, indented to `column`."""
    indent = " " * column
    return Splice(at, at, "".join(f"{place.style.line_end}{indent}{line}" for line in lines))
