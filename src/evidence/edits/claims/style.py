"""The style of a claims file, learnt from the claims that it has."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeVar

from evidence.edits.claims.layout import ClaimsStyle, LinesStyle
from evidence.sources.yaml_nodes import (
    LINE_END,
    Node,
    YamlNodes,
    is_flow,
    is_list,
    is_mapping,
    is_scalar,
)
from evidence.sources.yaml_scalar import WIDTH

_LEARNT_FROM: Final = 50  # claims, the last ones
_QUOTES: Final = frozenset("'\"")
_ID_KEYS: Final = ("id", "type", "system")
_LISTS: Final = ("evidence", "values", "rests_on")
_Thing = TypeVar("_Thing")


def learn_style(nodes: YamlNodes) -> ClaimsStyle:
    """The style of most claims of the file; our own where it shows none."""
    found = LINE_END.search(nodes.text)
    style = ClaimsStyle(line_end=found[0] if found else "\n")
    entries = nodes.entries(nodes.root)
    if "claims" not in entries:
        return style
    claims = entries["claims"][1]
    members = nodes.members(claims)[-_LEARNT_FROM:]
    if members and not is_flow(claims):
        style = _learn_columns(nodes, nodes.column(claims), members, style)
    elif lists := [value for _, value in entries.values() if _is_block_list(value)]:
        dash = nodes.column(lists[0])
        style = replace(style, dash=dash, keys=dash + 2, lists=2 if dash else 0)
    pairs = [nodes.entries(member) for member in members]
    texts = [entry["text"][1] for entry in pairs if "text" in entry]
    ids = [entry[key][1] for entry in pairs for key in _ID_KEYS if key in entry]
    return replace(
        style,
        quote=_quotes(texts),
        id_quote=_quotes(ids),
        is_folded=not _is_never_folded(nodes, texts),
        lines=_most(_lines_styles(nodes, pairs), style.lines),
    )


def _learn_columns(
    nodes: YamlNodes, dash: int, members: list[Node], style: ClaimsStyle
) -> ClaimsStyle:
    """Where dashes, keys and lists stand, and how far claims are apart."""
    blocks = [member for member in members if _is_block_mapping(member)]
    # A claim that begins below its `-` may stand at any depth.
    beside = [each for each in blocks if "-" in _before(nodes, each)]
    keys = _most((nodes.column(each) for each in beside), dash + 2)
    offsets = (
        nodes.column(value) - nodes.column(key)
        for block in blocks
        for key, value in nodes.entries(block).values()
        if key.value in _LISTS and _is_block_list(value)
    )
    gaps = [_gap(nodes, *pair, dash) for pair in pairwise(members)]
    return replace(
        style,
        dash=dash,
        keys=keys,
        lists=max(_most(offsets, 2 if dash else 0), 0),
        gap=_most(gaps, style.gap),
    )


def _before(nodes: YamlNodes, node: Node) -> str:
    start = nodes.start(node)
    return nodes.text[nodes.start_of_line(start) : start]


def _gap(nodes: YamlNodes, first: Node, second: Node, dash: int) -> int:
    """The empty lines behind a claim and its comments."""
    end = nodes.end_with_comments(nodes.end(first), dash)
    lines = LINE_END.split(nodes.text[end : nodes.start(second)])[1:]
    return next((at for at, line in enumerate(lines) if line.strip()), len(lines) - 1)


def _lines_styles(
    nodes: YamlNodes, claims: Iterable[dict[str, tuple[Node, Node]]]
) -> Iterator[LinesStyle]:
    """How the claims write evidence lines that are keys alone."""
    for claim in claims:
        listed = claim["evidence"][1] if "evidence" in claim else None
        members = nodes.members(listed)
        if all(is_scalar(member) for member in members):
            if listed and members:
                yield LinesStyle.FLOW if is_flow(listed) else LinesStyle.SHORTHAND
        elif listed and not is_flow(listed):
            alone = [len(nodes.entries(member)) == 1 for member in members]
            if all(alone):
                yield LinesStyle.SPELT_OUT


def _quotes(scalars: Iterable[Node]) -> str:
    """The quotes around most of the scalars that could stand bare."""
    styles = (getattr(scalar, "style", None) or "" for scalar in scalars)
    return _most((style if style in _QUOTES else "" for style in styles), "")


def _is_never_folded(nodes: YamlNodes, texts: Iterable[Node]) -> bool:
    """Whether some texts go past the last column, and none is written on several lines."""
    is_overlong = False
    for text in texts:
        start, end = nodes.start(text), nodes.end(text)
        if LINE_END.search(nodes.text, start, end):
            return False
        is_overlong |= nodes.column(text) + end - start > WIDTH
    return is_overlong


def _most(things: Iterable[_Thing], default: _Thing) -> _Thing:
    """What there is most of."""
    counted = Counter(things).most_common(1)
    return counted[0][0] if counted else default


def _is_block_list(node: Node) -> bool:
    return is_list(node) and not is_flow(node)


def _is_block_mapping(node: Node) -> bool:
    return is_mapping(node) and not is_flow(node)
