"""What a footnote of Markdown holds, told by its source: a reference, or nothing but citations."""

import re
from collections.abc import Mapping
from typing import Final

from evidence.model.document import Cited
from evidence.sources.documents.citation_roles import cited_by_role, is_citing
from evidence.sources.documents.markdown.pandoc_citations import cited_alone
from evidence.sources.documents.reference_list.signs import looks_like_reference

NOTE_TEXT: Final = re.compile(r"\[\^([^\]\s\[]{1,200})\]:[ \t]*")
"""The beginning of a footnote's text, with its label."""
ROLE: Final = re.compile(r"\{([A-Za-z][\w:.-]*)\}(`+)([^`]+)\2(?!`)")
"""A role of MyST: its name, its backticks and its content."""

_MORE_LINES: Final = r"(?:\n(?![ \t]*\n|[ ]{0,3}\[\^).{1,3000}){0,20}"
_NOTE_TEXTS: Final = re.compile(
    rf"^[ ]{{0,3}}{NOTE_TEXT.pattern}(.{{1,3000}}{_MORE_LINES})", re.MULTILINE
)


def notes_with_references(text: str) -> frozenset[str]:
    """The labels of the footnotes whose text is a reference."""
    return frozenset(
        note[1]
        for note in _NOTE_TEXTS.finditer(text)
        if looks_like_reference(" ".join(note[2].split()))
    )


def notes_that_cite(text: str) -> Mapping[str, tuple[Cited, ...]]:
    """What the footnotes that only cite (`[^1]: See @drilon2017.`) cite, by their labels."""
    return {
        note[1]: cited
        for note in _NOTE_TEXTS.finditer(text)
        if (cited := cited_by_note_text(note[2]))
    }


def cited_by_note_text(text: str) -> tuple[Cited, ...]:
    """What a note with this source cites if it only cites, by keys or roles; else nothing."""
    return cited_alone(ROLE.sub(_as_keys, text))


def _as_keys(role: re.Match[str]) -> str:
    """A citing role as Pandoc writes it."""
    cited = cited_by_role(role[3]) if is_citing(role[1]) else ()
    return "; ".join(f"@{{{each.label}}}, {each.locator}" for each in cited) or role[0]
