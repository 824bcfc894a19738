"""Markdown as it is read: CommonMark with tables, and what Pandoc and MyST add for citations."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from evidence.model.document import Cited
from evidence.sources.documents.citation_roles import cited_by_role, is_citing, is_narrative
from evidence.sources.documents.markdown.block_rules import directive, fence_of_div, note_text
from evidence.sources.documents.markdown.note_texts import ROLE, cited_by_note_text
from evidence.sources.documents.markdown.pandoc_citations import KeyCitation, group_at, narrative_at

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType

_Rule: TypeAlias = Callable[[StateInline, bool], bool]

_SUPERSCRIPT: Final = re.compile(r"\^((?:[^\s^\\`]|\\.){1,200})\^")
_SUBSCRIPT: Final = re.compile(r"~(?!~)((?:[^\s~\\`]|\\.){1,200})~(?!~)")
_MATHS: Final = re.compile(r"\$(?![\s$])((?:[^$\\]|\\.){1,1000})(?<!\s)\$(?!\d)", re.DOTALL)
_RAISED_MATHS: Final = re.compile(r"\^\{?([^{}^]*)\}?")
_NOTE_MARK: Final = re.compile(r"\[\^([^\]\s\[]{1,200})\]")
_NOTE: Final = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_LAST_BRACKET: Final = "last_bracket"  # in the environment: where a text's last `]` stands
_ROLE_TARGET: Final = re.compile(r"\s*<[^<>]*>\Z")


REFERENCE_NOTES: Final = "reference_notes"
"""The entry of the parser's environment with the labels of footnotes that hold a reference."""
CITING_NOTES: Final = "citing_notes"
"""The entry with what footnotes that only cite cite, by their labels."""


def parser() -> MarkdownIt:
    """A parser whose inline tokens say in `meta["end"]` where they end in the block's content.

    Tokens of text and emphasis do not: they follow what is before them.
    """
    markdown = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    markdown.core.ruler.disable("text_join")  # joined, escapes would lose how long they are
    inline = markdown.inline.ruler
    added: dict[str, _Rule] = {
        "citation_group": _citation_group,
        "note_mark": _note_mark,
        "narrative": _narrative,
        "superscript": _superscript,
        "subscript": _subscript,
        "maths": _maths,
        "note": _note,
        "role": _role,
        "unclosed": _unclosed,
    }
    for name, rule in added.items():
        inline.before("link", name, rule)
    for name, rule in zip(inline.get_active_rules(), inline.getRules(""), strict=True):
        if name not in ("text", "emphasis"):
            inline.at(name, _with_end(rule))
    ends_paragraphs: RuleOptionsType = {
        "alt": ["paragraph", "reference", "blockquote", "list", "table"]
    }
    markdown.block.ruler.before("fence", "directive", directive, ends_paragraphs)
    markdown.block.ruler.before("fence", "fence_of_div", fence_of_div, ends_paragraphs)
    markdown.block.ruler.before("reference", "note_text", note_text, ends_paragraphs)
    return markdown


def _with_end(rule: _Rule) -> _Rule:
    def ruled(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
        before = len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > before and state.tokens[-1].type != "text":
            state.tokens[-1].meta["end"] = state.pos
        return True

    return ruled


def _citation_group(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "[":
        return False
    return _cite(state, group_at(state.src, state.pos, state.posMax), is_silent=silent)


def _narrative(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "@" or state.linkLevel:
        return False
    return _cite(state, narrative_at(state.src, state.pos, state.posMax), is_silent=silent)


def _cite(state: StateInline, found: KeyCitation | None, *, is_silent: bool) -> bool:
    if not found:
        return False
    if not is_silent:
        token = state.push("citation", "", 0)
        token.content = found.shown or state.src[state.pos : found.end]
        token.meta = {"cited": found.cited, "is_narrative": found.is_narrative}
    state.pos = found.end
    return True


def _superscript(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    return _enclosed(state, _SUPERSCRIPT, "^", "raised", is_silent=silent)


def _subscript(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    return _enclosed(state, _SUBSCRIPT, "~", "lowered", is_silent=silent)


def _enclosed(
    state: StateInline, pattern: re.Pattern[str], first: str, name: str, *, is_silent: bool
) -> bool:
    if state.src[state.pos] != first:
        return False
    found = pattern.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not is_silent:
        _tokenize(state, name, found.start(1), found.end(1))
    state.pos = found.end()
    return True


def _tokenize(state: StateInline, name: str, start: int, end: int) -> None:
    """Tokens of what is from `start` to `end`, between `<name>_open` and `<name>_close`."""
    maximum = state.posMax
    state.push(f"{name}_open", "", 1).meta["end"] = start
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.posMax = maximum
    state.push(f"{name}_close", "", -1)


def _maths(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "$":
        return False
    found = _MATHS.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        raised = _RAISED_MATHS.fullmatch(found[1])
        _verbatim(state, raised[1] if raised else found[1], is_raised=raised is not None)
    state.pos = found.end()
    return True


def _unclosed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A bracket that none closes: markdown-it would look through 100 levels for each of them."""
    if state.src[state.pos] != "[":
        return False
    if state.env.get(_LAST_BRACKET, ("", 0))[0] is not state.src:
        state.env[_LAST_BRACKET] = state.src, state.src.rfind("]")
    if state.pos < state.env[_LAST_BRACKET][1]:
        return False
    if not silent:
        state.pending += "["
    state.pos += 1
    return True


def _verbatim(state: StateInline, text: str, *, is_raised: bool) -> None:
    """A token of text that is not looked into; its place is where it is found."""
    token = state.push("verbatim", "", 0)
    token.content = text
    token.meta = {"is_raised": is_raised, "start": state.src.index(text, state.pos)}


def _note_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`[^1]`: a citation where that footnote is a reference or only cites, else left out."""
    if state.src[state.pos] != "[":
        return False
    found = _NOTE_MARK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if found[1] in state.env[REFERENCE_NOTES]:
        return _cite(state, KeyCitation(found.end(), (Cited(found[1]),)), is_silent=silent)
    if cited := state.env[CITING_NOTES].get(found[1]):
        return _cite(state, KeyCitation(found.end(), cited), is_silent=silent)
    if not silent:
        state.push("note_mark", "", 0)
    state.pos = found.end()
    return True


def _note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Pandoc's `^[note]`; one that only cites is a marker of the sentence it stands in."""
    if state.src[state.pos] != "^":
        return False
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if cited := cited_by_note_text(found[1]):
        return _cite(state, KeyCitation(found.end(), cited), is_silent=silent)
    if not silent:
        _tokenize(state, "note", found.start(1), found.end(1))
    state.pos = found.end()
    return True


def _role(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A role of MyST; one that does not cite is read as what it shows."""
    if state.src[state.pos] != "{":
        return False
    found = ROLE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    role, content = found[1].lower(), found[3]
    if is_citing(role) and (cited := cited_by_role(content)):
        shown = ", ".join(each.label for each in cited) if is_narrative(role) else ""
        citation = KeyCitation(found.end(), cited, is_narrative=bool(shown), shown=shown)
        return _cite(state, citation, is_silent=silent)
    if not silent:
        shown = _ROLE_TARGET.sub("", content) or content
        _verbatim(state, shown, is_raised=role in ("sup", "superscript"))
    state.pos = found.end()
    return True
