"""New claims and evidence lines as the lines of a claims file, in its style."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from evidence.edits.claims.new_claim import NewClaim, NewLine
from evidence.model.claim import Role, Value
from evidence.sources.yaml_scalar import WIDTH, folded, scalar

Texts: TypeAlias = Mapping[str, str]
"""The keys of a mapping and their values."""

Tree: TypeAlias = Mapping[str, "str | Texts | None"]
"""A mapping whose values may be mappings, or nothing."""

_WORDS: Final = frozenset({"text", "quote", "prefix", "suffix", "note"})


class LinesStyle(Enum):
    """How evidence lines are written that are keys alone."""

    FLOW = "[a, b]"
    SHORTHAND = "- a"
    SPELT_OUT = "- reference: a"


@dataclass(frozen=True, slots=True)
class ClaimsStyle:
    """How a claims file is laid out.

    `dash` is the column, from 0, of the `-` before a claim, `keys` that of its keys; a list stands
    `lists` columns further in than its own key. `gap` is the number of empty lines between claims,
    `quote` and `id_quote` are the quotes around words and around ids and keys that need none.
    """

    line_end: str = "\n"
    dash: int = 2
    keys: int = 4
    lists: int = 2
    gap: int = 1
    quote: str = ""
    id_quote: str = ""
    is_folded: bool = True
    lines: LinesStyle = LinesStyle.FLOW


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list: in `[…]`, and as the lines behind a `- `."""

    flow: str
    block: tuple[str, ...]


def claim_lines(claim: NewClaim, style: ClaimsStyle) -> list[str]:
    """The lines of a claim with its comments, indented, without line ends."""
    lines = list(_keys(claim, style))
    for comment in claim.comments:
        lines += comment_lines(comment, style.keys)
    first = " " * style.dash + "-" + " " * (style.keys - style.dash - 1)
    rest = " " * style.keys
    return [(rest if at else first) + line for at, line in enumerate(lines)]


def _keys(claim: NewClaim, style: ClaimsStyle) -> Iterator[str]:
    column = style.keys
    yield from entry("id", claim.id, column, style)
    yield from entry("text", claim.text.strip(), column, style)
    for key, member in (("type", claim.type), ("system", claim.system)):
        if member:
            yield from entry(key, member.value, column, style)
    if claim.values:
        items = [value_item(value, column + style.lists + 2, style) for value in claim.values]
        yield from block_list("values", items, style.lists)
    if claim.lines:
        yield from evidence_entry(claim.lines, column, style)
    if claim.rests_on:
        yield from list_entry("rests_on", claim.rests_on, column, style)
    if claim.note.strip():
        yield from entry("note", claim.note.strip(), column, style)


def entry(key: str, text: str, column: int, style: ClaimsStyle) -> list[str]:
    """`key: text` at a column, folded where it is too long for a line."""
    quote = style.quote if key in _WORDS else style.id_quote
    line = f"{key}: {scalar(text, flow=False, quote=quote)}"
    if not style.is_folded or column + len(line) <= WIDTH:
        return [line]
    lines = folded(text, WIDTH - column - 2)
    return [line] if lines is None else [f"{key}: >-", *(f"  {each}" for each in lines)]


def tree_lines(tree: Tree, column: int, style: ClaimsStyle) -> Iterator[str]:
    """The entries of a mapping at a column, each as lines."""
    for key, value in tree.items():
        yield from tree_entry(key, value, column, style)


def tree_entry(key: str, value: str | Texts | None, column: int, style: ClaimsStyle) -> list[str]:
    """An entry at a column; a mapping in braces where that fits."""
    if isinstance(value, str):
        return entry(key, value, column, style)
    line = f"{key}: {braces(value, style)}" if value else f"{key}:"
    if not value or column + len(line) <= WIDTH:
        return [line]
    return [f"{key}:", *(f"  {each}" for each in tree_lines(value, column + 2, style))]


def list_entry(key: str, texts: Sequence[str], column: int, style: ClaimsStyle) -> list[str]:
    """`key: [a, b]`, or a member a line where that is too long."""
    items = [text_item(text, style) for text in texts]
    line = flow_list(key, items)
    fits = not style.is_folded or column + len(line) <= WIDTH
    return [line] if fits else block_list(key, items, style.lists)


def evidence_entry(lines: Sequence[NewLine], column: int, style: ClaimsStyle) -> list[str]:
    """A claim's `evidence`: `[a, b]` for keys alone that fit, else a line each."""
    is_flow = style.lines is LinesStyle.FLOW and all(map(is_key_alone, lines))
    if is_flow:
        line = flow_list("evidence", [text_item(line.reference, style) for line in lines])
        if column + len(line) <= WIDTH:
            return [line]
    deep = column + style.lists + 2
    items = [line_item(line, deep, style) for line in lines]
    return block_list("evidence", items, style.lists)


def flow_list(key: str, items: Sequence[Item]) -> str:
    """`key: [a, b]`."""
    return f"{key}: [{', '.join(item.flow for item in items)}]"


def block_list(key: str, items: Sequence[Item], offset: int) -> list[str]:
    """`key:` and below it a `- ` for each item, `offset` columns further in."""
    return [f"{key}:", *(" " * offset + line for item in items for line in item_lines(item))]


def item_lines(item: Item) -> list[str]:
    """An item of a block list with its `- `."""
    return [("  " if at else "- ") + line for at, line in enumerate(item.block)]


def text_item(text: str, style: ClaimsStyle) -> Item:
    """A text as a member of a list."""
    text = text.strip()
    block = scalar(text, flow=False, quote=style.id_quote)
    return Item(scalar(text, flow=True, quote=style.id_quote), (block,))


def line_item(line: NewLine, column: int, style: ClaimsStyle, *, in_braces: bool = False) -> Item:
    """An evidence line; `column` is where it begins, `in_braces` asks for `{…}` if that fits."""
    texts = line_texts(line)
    if is_key_alone(line):
        alone = text_item(line.reference, style)
        if style.lines is LinesStyle.SHORTHAND:
            return alone
        return Item(alone.flow, tuple(_block(texts, column, style, in_braces=in_braces)))
    return Item(braces(texts, style), tuple(_block(texts, column, style, in_braces=in_braces)))


def value_item(value: Value, column: int, style: ClaimsStyle) -> Item:
    """A value that a claim states, in braces where that fits."""
    texts = value_texts(value)
    return Item(braces(texts, style), tuple(_block(texts, column, style, in_braces=True)))


def _block(texts: Texts, column: int, style: ClaimsStyle, *, in_braces: bool) -> Iterator[str]:
    line = braces(texts, style)
    if in_braces and column + len(line) <= WIDTH:
        yield line
    else:
        yield from tree_lines(texts, column, style)


def braces(tree: Tree, style: ClaimsStyle) -> str:
    """A mapping in `{…}`."""
    return f"{{{', '.join(flow_entry(key, value, style) for key, value in tree.items())}}}"


def flow_entry(key: str, value: str | Texts | None, style: ClaimsStyle) -> str:
    """`key: value` as it stands in braces."""
    if isinstance(value, Mapping):
        return f"{key}: {braces(value, style)}"
    quote = style.quote if key in _WORDS else style.id_quote
    return f"{key}: {scalar(value, flow=True, quote=quote) if value else ''}"


def is_key_alone(line: NewLine) -> bool:
    """Whether the line says no more than its reference."""
    return len(line_texts(line)) == 1


def line_texts(line: NewLine) -> dict[str, str]:
    """The keys of an evidence line that say something."""
    role = "" if line.role is Role.EVIDENCE else line.role.value
    texts = {
        "reference": line.reference,
        "role": role,
        "page": line.page,
        "section": line.section,
        "quote": line.quote,
        "note": line.note,
    }
    return {key: text.strip() for key, text in texts.items() if text.strip()}


def value_texts(value: Value) -> dict[str, str]:
    """The keys of a value that say something, in the order in which they are written."""
    keys = ("name", "target", "value", "unit", "comparator", "n", "ci")
    texts = {key: getattr(value, key).strip() for key in keys}
    return {key: text for key, text in texts.items() if text}


def comment_lines(text: str, column: int) -> list[str]:
    """A comment as lines behind `# ` that end before the last column."""
    width = max(WIDTH - column - 2, 20)
    shown = "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
    return [f"# {line}".rstrip() for line in folded(shown.strip(), width) or [""]]
