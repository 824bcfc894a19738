"""Where in a claims file claims, evidence lines and documents are added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from evidence.edits.claims.layout import (
    ClaimsStyle,
    LinesStyle,
    claim_lines,
    evidence_entry,
    line_item,
    list_entry,
    text_item,
)
from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.edits.claims.style import learn_style
from evidence.edits.claims.yaml_list import ListPlace, add_items
from evidence.edits.splice import Splice
from evidence.errors import InputError
from evidence.model.claim import ClaimsProblem
from evidence.sources.claims import claim_problems
from evidence.sources.claims_schema import SCHEMA
from evidence.sources.yaml_nodes import Node, YamlNodes, is_flow, is_list, is_scalar
from evidence.sources.yaml_places import YamlFile, read_yaml

CODE: Final = "CLM010"
_LISTS: Final = ("claims", "documents", "evidence")
_BEFORE_EVIDENCE: Final = ("id", "text", "variants", "type", "system", "values")


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file that claims can be added to: its text as data, as nodes, and its style."""

    name: str
    yaml: YamlFile
    nodes: YamlNodes
    root: Node
    style: ClaimsStyle

    @classmethod
    def read(cls, text: str, name: str) -> "ClaimsFile":
        """The file; raises InputError with the place of what stands against an edit."""
        file = read_yaml(text, name)
        if file.data is None and file.problems:
            raise _refused(file.problems[0])
        nodes = YamlNodes(text)
        if nodes.root is None or not isinstance(file.data, dict) or is_flow(nodes.root):
            message = f"`{name}` is not a block mapping, expected `schema: {SCHEMA}` and `claims:`"
            raise InputError(message, place=file.place_of(()), code=CODE)
        if () in file.doubled:
            raise _refused(file.problems[0])
        schema = file.data.get("schema")
        if not isinstance(schema, str) or schema.strip() != SCHEMA:
            message = f"`schema` must be `{SCHEMA}` before the file can be edited"
            raise InputError(message, place=file.place_of(("schema",)), code=CODE)
        return cls(name, file, nodes, nodes.root, learn_style(nodes))

    @property
    def claims(self) -> list[Any]:
        """The claims as data, whatever they are."""
        listed = self.yaml.data.get("claims")
        return listed if isinstance(listed, list) else []

    def ids(self) -> dict[str, int]:
        """The index of the first claim with each id."""
        found: dict[str, int] = {}
        for at, claim in enumerate(self.claims):
            if isinstance(claim, dict) and isinstance(claim.get("id"), str):
                found.setdefault(claim["id"], at)
        return found

    def error(self, message: str, *path: str | int) -> InputError:
        """What stands against an edit of the value at `path`."""
        return InputError(message, place=self.yaml.place_of(path), code=CODE)

    def prove_colon(self, mapping: Node, key: str, *path: str | int) -> None:
        """Raises InputError when a key of the mapping at `path` stands without a `:`."""
        entries = self.nodes.entries(mapping)
        if key in entries and not self.nodes.has_colon(*entries[key]):
            example = "[]" if key in _LISTS else "…"
            message = f"`{key}` stands here without a `:`, expected `{key}: {example}`"
            raise InputError(message, place=self.yaml.place_of_key((*path, key)), code=CODE)


def claim_splices(file: ClaimsFile, claims: Sequence[tuple[int, NewClaim]]) -> Iterator[Splice]:
    """The changes that add new claims; each comes with the index before which it goes."""
    if not claims:
        return
    nodes, style = file.nodes, file.style
    if "claims" not in file.yaml.data:
        raise file.error("`claims:` is missing: add it behind `schema`")
    file.prove_colon(file.root, "claims")
    key, value = nodes.entries(file.root)["claims"]
    members = nodes.members(value)
    apart = style.line_end * (style.gap + 1)
    texts = [(at, style.line_end.join(claim_lines(claim, style))) for at, claim in claims]
    if members:
        if is_flow(value):
            raise file.error("the claims stand in `[…]`: write them as a list with `-`", "claims")
        yield from _in_front(file, key, [text for at, text in texts if not at])
        for at, text in texts:
            if not at:
                continue
            end = nodes.end_with_comments(nodes.end(members[at - 1]), style.dash)
            yield Splice(end, end, apart + text)
        return
    is_empty_list = is_list(value)
    start, end = nodes.start(value), nodes.end(value)
    if not (is_empty_list or nodes.is_null(value)):
        raise file.error("`claims` must be a list, one `- id: …` for each claim", "claims")
    if is_empty_list and nodes.text[start + 1 : end - 1].strip():
        raise file.error("`claims` is an empty list around a comment: write `claims: []`", "claims")
    behind = nodes.text.index(":", nodes.end(key)) + 1
    if behind < end:
        yield Splice(behind, end, "")
    at = nodes.end_of_line(end)
    yield Splice(at, at, style.line_end + apart.join(text for _, text in texts))


def _in_front(file: ClaimsFile, key: Node, texts: Sequence[str]) -> Iterator[Splice]:
    """The change that adds claims before all others, and before the comments above the first."""
    if not texts:
        return
    nodes, style = file.nodes, file.style
    apart = style.line_end * (style.gap + 1)
    at = nodes.end_of_line(nodes.end(key))
    below = nodes.text[at + len(style.line_end) : nodes.end_of_line(at + len(style.line_end))]
    gap = style.line_end * style.gap if below.strip() else ""
    yield Splice(at, at, style.line_end + apart.join(texts) + gap)


def line_splices(file: ClaimsFile, at: int, lines: Sequence[NewLine]) -> Iterator[Splice]:
    """The changes that add evidence lines to the claim with this index."""
    node = file.nodes.members(file.nodes.entries(file.root)["claims"][1])[at]
    prove_editable(file, at, node)
    style, nodes = file.style, file.nodes
    column = nodes.column(node)
    entries = nodes.entries(node)
    in_braces = False
    if "evidence" in entries:
        value = entries["evidence"][1]
        members = nodes.members(value)
        if members and not is_flow(value):
            is_key = is_scalar(members[-1])
            in_braces = is_flow(members[-1])
            style = replace(style, lines=LinesStyle.SHORTHAND if is_key else LinesStyle.SPELT_OUT)
            column = nodes.column(value) - style.lists
    new = evidence_entry(lines, column, style)
    deep = column + style.lists + 2
    items = [line_item(line, deep, style, in_braces=in_braces) for line in lines]
    place = ListPlace(node, "evidence", _BEFORE_EVIDENCE, new, style)
    yield from add_items(nodes, place, items)


def document_splices(file: ClaimsFile, documents: Sequence[str]) -> Iterator[Splice]:
    """The changes that add documents."""
    if not documents:
        return
    file.prove_colon(file.root, "documents")
    entries = file.nodes.entries(file.root)
    if "documents" in entries:
        value = entries["documents"][1]
        if not (is_list(value) or file.nodes.is_null(value)):
            message = "`documents` must be a list: write `documents: [text.md]`"
            raise file.error(message, "documents")
    style = replace(file.style, keys=0, lists=file.style.dash)
    new = list_entry("documents", documents, 0, style)
    items = [text_item(document, style) for document in documents]
    place = ListPlace(file.root, "documents", ("schema",), new, style)
    yield from add_items(file.nodes, place, items)


def in_order(file: ClaimsFile, claims: Sequence[NewClaim]) -> list[tuple[int, NewClaim]]:
    """The new claims in the order of the file, each with the index before which it goes.

    Raises InputError when an id is taken, or the claim is unknown behind or before which one is to
    go.
    """
    ids = file.ids()
    known = set(ids)
    following: dict[str, list[NewClaim]] = {}  # the new claims behind each new one
    first: dict[tuple[int, int], list[NewClaim]] = {}  # and the others, by where they go
    for claim in claims:
        if claim.id in known:
            message = f"there is a claim `{claim.id}` already"
            raise file.error(message, "claims", ids.get(claim.id, 0))
        if claim.after is not None and claim.after not in known:
            message = f"there is no claim `{claim.after}` to put `{claim.id}` behind"
            raise file.error(message, "claims")
        if claim.before is not None and claim.before not in ids:
            message = f"there is no claim `{claim.before}` to put `{claim.id}` in front of"
            raise file.error(message, "claims")
        known.add(claim.id)
        if claim.after is not None and claim.after not in ids:
            following.setdefault(claim.after, []).append(claim)
        else:
            first.setdefault(_start(claim, ids, len(file.claims)), []).append(claim)
    ordered = []
    for at, rank in sorted(first):
        waiting = first[at, rank][::-1]
        while waiting:
            claim = waiting.pop()
            ordered.append((at, claim))
            waiting += following.get(claim.id, [])[::-1]
    return ordered


def _start(claim: NewClaim, ids: Mapping[str, int], end: int) -> tuple[int, int]:
    """The index before which a claim goes that is behind no new one, and its rank among those of
    that index: first what is behind the claim above.
    """
    if claim.after is not None:
        return ids[claim.after] + 1, 0
    return (end, 2) if claim.before is None else (ids[claim.before], 1)


def lines_by_claim(
    file: ClaimsFile, lines: Iterable[tuple[str, NewLine]]
) -> dict[int, list[NewLine]]:
    """The new lines by the index of their claim, in the order of the file.

    Raises InputError when there is no such claim.
    """
    ids = file.ids()
    found: dict[int, list[NewLine]] = {}
    for id, line in lines:
        if id not in ids:
            raise file.error(f"there is no claim `{id}` to add evidence to", "claims")
        found.setdefault(ids[id], []).append(line)
    return dict(sorted(found.items()))


def prove_editable(file: ClaimsFile, at: int, node: Node) -> None:
    """Raises InputError with the first problem of the claim with this index."""
    first = node.start_mark.line + 1
    last = first + file.nodes.text.count("\n", file.nodes.start(node), file.nodes.end(node))
    if any(path[:2] == ("claims", at) for path in file.yaml.doubled):
        doubled = (one for one in file.yaml.problems if first <= one.place.line <= last)
        raise _refused(next(doubled, file.yaml.problems[0]))
    problems = claim_problems(file.claims[at], ("claims", at), file.yaml)
    if problems:
        raise _refused(problems[0])
    file.prove_colon(node, "evidence", "claims", at)


def _refused(problem: ClaimsProblem) -> InputError:
    message = f"the file cannot be edited before this is mended: {problem.message}"
    return InputError(message, place=problem.place, code=CODE)
