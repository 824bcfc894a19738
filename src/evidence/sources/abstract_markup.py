"""Abstracts as registries hold them, in JATS, in HTML or in neither, as plain text."""

import html
import re
from typing import Final

from evidence.sources.documents.interface import Span
from evidence.sources.documents.statements.statement_text import with_exponents


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


# Anything else in angle brackets is a sign of the text: `p<0.05`, `if a<b and c>d`.
_NAMES: Final = (
    r"(?:p|sec|title|abstract|trans-abstract|label|list|list-item|def-list|def-item|def|term"
    r"|bold|italic|sc|sub|sup|monospace|roman|underline|overline|strike|named-content"
    r"|styled-content|inline-formula|disp-formula|alternatives|tex-math|ext-link|uri|xref|email"
    r"|inline-graphic|related-article|disp-quote|fn|break|graphic"
    r"|h[1-6]|b|i|u|em|strong|span|div|br|hr|ul|ol|li|dl|dt|dd|a|small|font|center|blockquote"
    r"|section|table|tbody|thead|tr|td|th|img|abstracttext)"
)
_TAG: Final = re.compile(
    rf"<(/?)(?:(?:jats|mml|xhtml):([a-z][\w-]*+)|({_NAMES})(?![\w:-]))"
    r"(\s*/?|\s[^<>=]{0,100}+=[^<>]{0,400}+)>"
    r"|<!--[^<>]{0,500}?-->|<!\[CDATA\[|\]\]>",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPED_TAG: Final = re.compile(
    rf"&lt;/?(?:(?:jats|mml):[a-z]|{_NAMES}(?![\w:-])[^&<>]{{0,100}}+&gt;)", re.IGNORECASE
)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});", re.IGNORECASE)

_TITLES: Final = frozenset({"title", *(f"h{depth}" for depth in range(1, 7))})
_PARTS: Final = _TITLES | _names(
    "p sec abstract trans-abstract list list-item def-list def-item disp-quote disp-formula "
    "break div br hr ul ol li dl dt dd blockquote section table tbody thead tr center "
    "abstracttext fn label td th"
)
_BETWEEN: Final = "\n\n"
_HEADING: Final = frozenset({"abstract", "summary"})
# `Abstract` glued in front: `AbstractBackground`, `Abstract: We …`; `Abstract reasoning was …` is
# a sentence of the abstract itself.
_GLUED: Final = re.compile(
    r"(?:abstract|ABSTRACT|Abstract|SUMMARY|Summary)\s*(?:[:.—–-]\s*|(?=[A-Z]))"
)


def plain_abstract(written: str) -> str:
    """The abstract without markup and entities, its paragraphs parted by a blank line.

    The title of a section stands in front of its first paragraph (`Results: …`); the heading
    `Abstract` is left out. Numbers and charges that are raised stay so: 10⁶ is not 106.
    """
    text = written
    if _ESCAPED_TAG.search(text):
        text = html.unescape(text)
    reader = _Reader()
    done = 0
    for tag in _TAG.finditer(text):
        reader.add(text[done : tag.start()])
        done = tag.end()
        if name := tag[2] or tag[3]:
            reader.take(name.lower(), is_end=bool(tag[1]), is_empty=tag[4].endswith("/"))
    reader.add(text[done:])
    return reader.text()


class _Reader:
    """Puts together the paragraphs of an abstract, tag by tag."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._raised: list[Span] = []
        self._raised_from: int | None = None
        self._titles: list[str] = []
        self._paragraphs: list[str] = []
        self._is_formula = False

    def add(self, written: str) -> None:
        """Text between two tags."""
        if self._is_formula:
            return
        text = html.unescape(written)
        if _ENTITY.search(text):  # `p &amp;lt; 0.05`
            text = html.unescape(text)
        self._pieces.append(text)
        self._length += len(text)

    def take(self, name: str, *, is_end: bool, is_empty: bool) -> None:
        """The next tag."""
        if name == "tex-math":
            self._is_formula = not (is_end or is_empty)
        elif name == "sup":
            self._raise(is_end=is_end)
        elif name in _PARTS:
            self._end(is_title=is_end and name in _TITLES)

    def text(self) -> str:
        """All of it."""
        self._end(is_title=False)
        if self._titles:  # a heading with nothing below it: a plain text in `<title>`
            self._paragraphs.append(": ".join(self._titles))
        return _BETWEEN.join(self._paragraphs)

    def _raise(self, *, is_end: bool) -> None:
        if not is_end:
            self._raised_from = self._length
        elif self._raised_from is not None:
            self._raised.append(Span(self._raised_from, self._length))
            self._raised_from = None

    def _end(self, *, is_title: bool) -> None:
        """The paragraph, or the title, ends here."""
        text = " ".join(with_exponents("".join(self._pieces), self._raised).split())
        self._pieces, self._length, self._raised, self._raised_from = [], 0, [], None
        if not self._paragraphs and not self._titles:
            text = _without_heading(text)
        if not text:
            return
        if is_title:
            self._titles.append(text.rstrip(" .:"))
            return
        self._paragraphs.append(": ".join((*filter(None, self._titles), text)))
        self._titles = []


def _without_heading(text: str) -> str:
    if text.rstrip(" .:").lower() in _HEADING:
        return ""
    glued = _GLUED.match(text)
    return text[glued.end() :] if glued else text
