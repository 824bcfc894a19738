"""A YAML text as nodes that know where they begin and end, for edits of the text."""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import yaml

from evidence.sources.yaml_places import LOADER, NULLS

Node: TypeAlias = yaml.Node

_BLOCK_SCALARS: Final = frozenset("|>")
LINE_END: Final = re.compile(r"\r\n|\r|\n")


class YamlNodes:
    """The nodes of a text that `read_yaml` accepts: one document without aliases, tags or depth."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = yaml.compose(text, Loader=LOADER)

    def entries(self, node: Node | None) -> dict[str, tuple[Node, Node]]:
        """Key and value of each entry of a mapping; none for any other node."""
        if not isinstance(node, yaml.MappingNode):
            return {}
        found: dict[str, tuple[Node, Node]] = {}
        for key, value in node.value:
            found.setdefault(str(key.value), (key, value))
        return found

    def members(self, node: Node | None) -> list[Node]:
        """The members of a list; none for any other node."""
        return list(node.value) if isinstance(node, yaml.SequenceNode) else []

    def is_null(self, node: Node) -> bool:
        """Whether nothing stands there, or one of the words for it."""
        return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NULLS

    def has_colon(self, key: Node, value: Node) -> bool:
        """Whether a `:` stands between key and value: in `{a, b}` there is none."""
        return ":" in self.text[self.end(key) : self.start(value)]

    def start(self, node: Node) -> int:
        """The offset of the node's first character."""
        return int(node.start_mark.index)

    def column(self, node: Node) -> int:
        """The column, from 0, of the node's first character: of the `-` for a block list."""
        return int(node.start_mark.column)

    def end(self, node: Node) -> int:
        """The offset behind the node's last character that is not blank.

        The parser ends a block where the next one begins, behind blank lines and comments.
        """
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return max(map(self.end, last)) if isinstance(last, tuple) else self.end(last)
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in _BLOCK_SCALARS:
            end = self.start(node) + len(self.text[self.start(node) : end].rstrip())
        return end

    def end_of_line(self, offset: int) -> int:
        """Where the line ends that holds `offset`, before its line end."""
        found = LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def start_of_line(self, offset: int) -> int:
        """Where the line begins that holds `offset`."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def end_with_comments(self, offset: int, column: int) -> int:
        """The end of the line of `offset`, or of the last comment below it right of `column`.

        Such a comment belongs to what stands above it, any other one to what follows.
        """
        end = self.end_of_line(offset)
        for start, stop in self._lines_after(end):
            line = self.text[start:stop]
            inner = line.lstrip(" \t")
            if inner and not (inner.startswith("#") and len(line) - len(inner) > column):
                break
            end = stop if inner else end
        return end

    def _lines_after(self, end: int) -> Iterator[tuple[int, int]]:
        while found := LINE_END.match(self.text, end):
            end = self.end_of_line(found.end())
            yield found.end(), end


def is_list(node: Node) -> bool:
    """Whether a list stands there, of either form."""
    return isinstance(node, yaml.SequenceNode)


def is_mapping(node: Node) -> bool:
    """Whether a mapping stands there, of either form."""
    return isinstance(node, yaml.MappingNode)


def is_scalar(node: Node) -> bool:
    """Whether a text or nothing stands there."""
    return isinstance(node, yaml.ScalarNode)


def is_flow(node: Node) -> bool:
    """Whether a list or a mapping stands in `[…]` or `{…}`."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def compact(data: Any) -> Any:
    """YAML data with all texts without blanks around them, as a claims file is read."""
    match data:
        case str():
            return data.strip()
        case list():
            return [compact(each) for each in data]
        case dict():
            return {key: compact(value) for key, value in data.items()}
        case _:
            return data
